//! A leaf of paper: what stands on it, and at its foot. All of it is written in black on white.

use super::dom::View;
use crate::browser::paper::{self, Lies};
use crate::model::paging::{Height, cut, parts};
use crate::model::sheet::{Column, Role, Sheet};
use crate::model::strip::{Placed, Strip, placed, strips};
use crate::text::Text;
use xingzhan_view::view;

/// Where leaves are drawn to be measured, in their true size and unseen.
const TRIAL: &str = "trial";
/// Where they are shown.
const LEAVES: &str = "leaves";
/// A row that is still too high after so many splits is left as it is.
const TRIES: u8 = 4;

/// The places in which leaves are measured and shown.
pub fn desk(name: &str, lies: Lies) -> View {
    view! {
        <div id=TRIAL class="trial" data-lies=lies.name() aria-hidden="true"></div>
        <div id=LEAVES class="leaves" data-lies=lies.name() tabindex="0" role="region" aria-label=name.to_owned()></div>
    }
}

/// One leaf. `foot` stands below its margin, with the number of the page.
pub fn leaf(body: View, size: u8, foot: &[String], number: String) -> View {
    let foot = foot.iter().map(|line| view! { <span>{line.clone()}</span> " " }).collect::<Vec<_>>();
    view! {
        <div class="leaf" data-size=size.to_string() role="group" aria-label=number.clone()>
            <div class="leaf-body">{body}</div>
            <div class="leaf-foot"><p>{foot}</p> <p class="leaf-number">{number}</p></div>
        </div>
    }
}

/// Shows these leaves.
pub fn show(leaves: Vec<View>) {
    super::dom::replace(TRIAL, view! { "" });
    super::dom::replace(LEAVES, view! { {leaves} });
}

/// Shows a single leaf in the largest of its sizes in which everything has room, from 0 to `smallest`.
pub fn show_one(smallest: u8, draw: &dyn Fn(u8) -> View) {
    let fits = (0..smallest).find(|size| {
        super::dom::replace(TRIAL, draw(*size));
        !paper::overflows("#trial .leaf-body")
    });
    show(vec![draw(fits.unwrap_or(smallest))]);
}

/// Shows a table on as many leaves as it takes: measures its rows, splits those that are higher than a page,
/// cuts them into pages.
pub fn show_table(text: &'static Text, sheet: &Sheet) {
    let mut rows = strips(sheet);
    let mut tries = 0;
    let pages = loop {
        super::dom::replace(TRIAL, leaf(on_trial(sheet, &rows), 0, &sheet.foot, String::new()));
        let one = |selector: &str| paper::heights(selector).first().copied().unwrap_or_default();
        let room = one("#trial .leaf-body").saturating_sub(one("#trial thead"));
        let heights = paper::heights("#trial tbody tr");
        let too_high = heights.iter().any(|height| parts(*height, room) > 1);
        if too_high && tries < TRIES {
            tries += 1;
            let parted = rows.iter().zip(&heights).flat_map(|(row, height)| row.split(parts(*height, room)));
            rows = parted.collect();
            continue;
        }
        let heights: Vec<Height> =
            rows.iter().zip(heights).map(|(row, height)| Height { height, heads: row.role == Role::Head }).collect();
        break cut(&heights, room.saturating_sub(one("#trial .leaf-head")), room);
    };
    let of = pages.len();
    let leaves = pages.into_iter().enumerate().map(|(at, page)| {
        let rows = rows.get(page).unwrap_or_default();
        let head = (at == 0).then(|| head(sheet));
        let table = table(sheet, placed(rows), rows);
        leaf(view! { {head} {table} }, 0, &sheet.foot, (text.paper().page)(at + 1, of))
    });
    show(leaves.collect());
}

/// The whole table with every cell in every row that it reaches over, so that a row is never lower than it will
/// be on whichever page it begins.
fn on_trial(sheet: &Sheet, rows: &[Strip]) -> View {
    let cells = rows.iter().map(|row| row.cells.iter().map(|part| Placed { part, deep: 1 }).collect()).collect();
    view! { {head(sheet)} {table(sheet, cells, rows)} }
}

fn head(sheet: &Sheet) -> View {
    let lines = sheet.lines.iter().map(|line| view! { <p class="leaf-line">{line.clone()}</p> }).collect::<Vec<_>>();
    view! { <div class="leaf-head"><h2 class="leaf-title">{sheet.title.clone()}</h2> {lines}</div> }
}

fn table(sheet: &Sheet, cells: Vec<Vec<Placed<'_>>>, rows: &[Strip]) -> View {
    // An attribute, since the policy forbids styles in the page.
    let widths = sheet.columns.iter().map(|column| view! { <col width=format!("{}%", column.width) /> });
    let heads = sheet.columns.iter().map(|column| view! { <th scope="col">{column.words.clone()}</th> });
    let rows = rows.iter().zip(cells).map(|(row, cells)| {
        let role = match row.role {
            Role::Head => "head",
            Role::Item => "item",
            Role::Sum => "sum",
        };
        let cells = cells.into_iter().map(|cell| draw(&sheet.columns, &cell)).collect::<Vec<_>>();
        view! { <tr data-role=role>{cells}</tr> }
    });
    view! {
        <table class="leaf-table">
            <colgroup>{widths.collect::<Vec<_>>()}</colgroup>
            <thead><tr>{heads.collect::<Vec<_>>()}</tr></thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
}

fn draw(columns: &[Column], cell: &Placed<'_>) -> View {
    let part = cell.part;
    let more = |number: usize| (number > 1).then(|| number.to_string());
    let centred = part.wide == 1 && columns.get(part.column).is_some_and(|column| column.centred);
    view! {
        <td colspan=more(part.wide.into()) rowspan=more(cell.deep) class=centred.then_some("centred")>{part.words.clone()}</td>
    }
}
