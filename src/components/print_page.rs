//! A leaf of paper: what stands on it, and at its foot. All of it is written in black on white.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::i18n::Text;
use crate::model::print::pages::{Beside, Height, cut, parts, rooms};
use crate::model::print::rows::{FlatRow, Placed, RowPart, placed, strips};
use crate::model::print::table::{Column, RowRole, Sheet};
use crate::platform::paper;
use crate::platform::paper::Orientation;
use leptos::html::{Div, col};
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use web_sys::HtmlDivElement;

/// The size of a table's letters, of those there are: 10.5 points.
const TABLE: u8 = 1;
/// The sizes of a form that is filled in by hand, the largest first; none has letters of less than 9 points.
const FORM: [u8; 3] = [7, 8, 9];
/// A row that is still too high after so many splits is left as it is.
const TRIES: u8 = 4;

/// The two places in which leaves are measured and shown. Copies are handles to the same.
#[derive(Clone, Copy, Default)]
pub struct PrintSurface {
    /// Where they are drawn to be measured, in their true size and unseen.
    trial: NodeRef<Div>,
    /// Where they are shown.
    leaves: NodeRef<Div>,
}

/// One leaf. `foot` stands below its margin, with the number of the page.
pub fn print_page<V: IntoView>(body: V, size: u8, foot: &[String], number: String) -> impl IntoView + use<V> {
    let foot = foot.iter().map(|line| view! { <span>{line.clone()}</span> " " }).collect::<Vec<_>>();
    view! {
        <div class="leaf" data-size=size.to_string() role="group" aria-label=number.clone()>
            <div class="leaf-body">{body}</div>
            <div class="leaf-foot"><p>{foot}</p> <p class="leaf-number">{number.clone()}</p></div>
        </div>
    }
}

/// Puts what is only read into a place, instead of all that stands there. It is measured in the next line, so it is
/// mounted here and now; a signal would be followed later. Nothing where the page was left.
fn replace(place: NodeRef<Div>, view: impl IntoView) {
    if let Some(place) = element(place) {
        place.set_text_content(None);
        view.into_view().build().mount(&place, None);
    }
}

fn element(place: NodeRef<Div>) -> Option<HtmlDivElement> {
    place.try_get_untracked().flatten()
}

impl PrintSurface {
    /// The places themselves.
    pub fn view(self, name: &str, orientation: Orientation) -> impl IntoView + use<> {
        view! {
            <div node_ref=self.trial class="trial" data-orientation=orientation.name() aria-hidden="true"></div>
            <div node_ref=self.leaves class="leaves" data-orientation=orientation.name() tabindex="0" role="region" aria-label=name.to_owned()></div>
        }
    }

    /// Shows these leaves.
    fn show(self, leaves: Vec<FreshView>) {
        replace(self.trial, ());
        replace(self.leaves, leaves);
    }

    /// Shows a single leaf in the largest of its sizes in which everything has room, from 0 to `smallest`.
    pub fn show_one(self, smallest: u8, draw: &dyn Fn(u8) -> FreshView) {
        let fits = (0..smallest).find(|size| {
            replace(self.trial, draw(*size));
            !element(self.trial).is_some_and(|trial| paper::overflows(&trial, ".leaf-body"))
        });
        self.show(vec![draw(fits.unwrap_or(smallest))]);
    }

    /// Shows a table on as many leaves as it takes.
    pub fn show_table(self, text: &'static Text, sheet: &Sheet) {
        self.show_in(text, sheet, &[TABLE]);
    }

    /// Shows a form that is filled in by hand, on as few leaves as it goes.
    pub fn show_form(self, text: &'static Text, sheet: &Sheet) {
        self.show_in(text, sheet, &FORM);
    }

    /// Shows a table in the first of these sizes with which it takes no more leaves than with any other.
    fn show_in(self, text: &'static Text, sheet: &Sheet, sizes: &[u8]) {
        let mut fewest = Vec::new();
        for size in sizes {
            let leaves = self.leaves_of(text, sheet, *size);
            if fewest.is_empty() || leaves.len() < fewest.len() {
                fewest = leaves;
            }
            if fewest.len() == 1 {
                break;
            }
        }
        self.show(fewest);
    }

    /// The leaves of a table in letters of this size: its rows are measured, those that are higher than a page are split,
    /// and they are cut into pages.
    fn leaves_of(self, text: &'static Text, sheet: &Sheet, size: u8) -> Vec<FreshView> {
        let mut rows = strips(sheet);
        let mut tries = 0;
        let pages = loop {
            replace(self.trial, print_page(on_trial(sheet, &rows), size, &sheet.foot, (text.paper().page)(99, 99)));
            let all =
                |selector: &str| element(self.trial).map_or_else(Vec::new, |trial| paper::heights(&trial, selector));
            let one = |selector: &str| all(selector).first().copied().unwrap_or_default();
            let room = one(".leaf-body").saturating_sub(one("thead"));
            let first = room.saturating_sub(one(".leaf-head"));
            let heights = measured(&rows, &all("tbody tr"));
            let rooms = rooms(&heights, first, room);
            let parted =
                rows.iter().zip(&heights).zip(rooms).flat_map(|((row, is), room)| row.split(parts(is.height, room)));
            let parted: Vec<FlatRow> = parted.collect();
            if parted.len() > rows.len() && tries < TRIES {
                tries += 1;
                rows = parted;
                continue;
            }
            break cut(&heights, first, room);
        };
        let of = pages.len();
        let leaves = pages.into_iter().enumerate().map(|(at, page)| {
            let rows = rows.get(page).unwrap_or_default();
            let head = (at == 0).then(|| head(sheet));
            let table = table(sheet, placed(rows), rows);
            print_page(view! { {head} {table} }, size, &sheet.foot, (text.paper().page)(at + 1, of)).into_fresh()
        });
        leaves.collect()
    }
}

/// The heights of these rows, behind which stand those of the cells that reach over several.
fn measured(rows: &[FlatRow], heights: &[u32]) -> Vec<Height> {
    let all = besides(rows);
    let height = |at: usize| heights.get(at).copied().unwrap_or_default();
    let each = rows.iter().enumerate().map(|(at, row)| {
        let of = row.beside().and_then(|part| all.iter().position(|one| one.of == part.of));
        let beside = of.map(|of| Beside { of, height: height(rows.len() + of) });
        Height { height: height(at), heads: row.role == RowRole::Head, beside }
    });
    each.collect()
}

/// The cells that reach over several rows, each once. No row has two of them.
fn besides(rows: &[FlatRow]) -> Vec<&RowPart> {
    let mut all: Vec<&RowPart> = Vec::new();
    for part in rows.iter().filter_map(FlatRow::beside) {
        if all.last().is_none_or(|last| last.of != part.of) {
            all.push(part);
        }
    }
    all
}

/// The whole table, each row as high as it is by itself; below it a row for each cell that reaches over several,
/// with nothing else in it.
fn on_trial(sheet: &Sheet, rows: &[FlatRow]) -> impl IntoView + use<> {
    let blank = |column| RowPart { words: String::new(), wide: 1, column, of: None };
    let own = rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| match cell.of {
            Some(_) => RowPart { words: String::new(), ..cell.clone() },
            None => cell.clone(),
        });
        FlatRow { role: row.role, cells: cells.collect() }
    });
    let alone = besides(rows).into_iter().map(|cell| {
        let cells = (0..cell.column).map(blank).chain([cell.clone()]).collect();
        FlatRow { role: RowRole::Item, cells }
    });
    let strips: Vec<FlatRow> = own.chain(alone).collect();
    let cells = strips.iter().map(|row| row.cells.iter().map(|part| Placed { part, deep: 1 }).collect()).collect();
    view! { {head(sheet)} {table(sheet, cells, &strips)} }
}

fn head(sheet: &Sheet) -> impl IntoView + use<> {
    let lines = sheet.lines.iter().map(|line| view! { <p class="leaf-line">{line.clone()}</p> }).collect::<Vec<_>>();
    view! { <div class="leaf-head"><h2 class="leaf-title">{sheet.title.clone()}</h2> {lines}</div> }
}

/// The columns of a table, each with its width in hundredths of the table's. An attribute, since the policy forbids
/// styles in the page; it is of an older HTML, so Leptos has no word for it.
pub fn columns(widths: &[u8]) -> impl IntoView + use<> {
    widths.iter().map(|width| col().attr("width", format!("{width}%"))).collect::<Vec<_>>()
}

fn table(sheet: &Sheet, cells: Vec<Vec<Placed<'_>>>, rows: &[FlatRow]) -> impl IntoView + use<> {
    let widths: Vec<u8> = sheet.columns.iter().map(|column| column.width).collect();
    let heads = sheet.columns.iter().map(|column| view! { <th scope="col">{column.words.clone()}</th> });
    let rows = rows.iter().zip(cells).map(|(row, cells)| {
        let role = match row.role {
            RowRole::Head => "head",
            RowRole::Item => "item",
            RowRole::Sum => "sum",
        };
        let cells = cells.into_iter().map(|cell| draw(&sheet.columns, &cell)).collect::<Vec<_>>();
        view! { <tr data-role=role>{cells}</tr> }
    });
    view! {
        <table class="leaf-table">
            <colgroup>{columns(&widths)}</colgroup>
            <thead><tr>{heads.collect::<Vec<_>>()}</tr></thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
}

fn draw(columns: &[Column], cell: &Placed<'_>) -> impl IntoView + use<> {
    let part = cell.part;
    let more = |number: usize| (number > 1).then(|| number.to_string());
    let centred = part.wide == 1 && columns.get(part.column).is_some_and(|column| column.centred);
    view! {
        <td colspan=more(part.wide.into()) rowspan=more(cell.deep) class=centred.then_some("centred")>{part.words.clone()}</td>
    }
}
