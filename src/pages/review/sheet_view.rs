//! A table of sums on the page: what is drawn in it says the same as its numbers, so it is not read out.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::i18n::{Drawing, SumTable};
use crate::model::print::table::{Cell, Content, Row};
use crate::model::review::tsv::cell_words;
use crate::pages::review::table_tools::TableTools;
use leptos::prelude::*;

/// The table below its heading, with the ways to take it along. `href` leads to the unit of a row.
pub(super) fn sum_table(table: SumTable, href: &dyn Fn(usize) -> Option<String>) -> FreshView {
    let SumTable { name, heading, said, sheet, drawn, .. } = table;
    let said = said.into_iter().map(|said| view! { <p>{said}</p> }).collect::<Vec<_>>();
    let bars = matches!(drawn, Drawing::Bars(_));
    let heads = sheet.columns.iter().enumerate().map(|(at, column)| {
        // Over the bars stands nothing: what they say is in the numbers.
        let over = (bars && at == 1).then(|| view! { <td></td> });
        let class = (at > 0 && column.centred).then_some("numeric");
        view! { {over} <th scope="col" class=class>{column.words.clone()}</th> }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = sheet.rows.iter().enumerate().map(|(at, row)| {
        let cells = cells(row, sheet.columns.len(), at, &drawn, href(at));
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect::<Vec<_>>();
    let empty = rows.is_empty();
    let label = heading.clone();
    let kept = sheet;
    let tools = (!empty).then(|| view! { <TableTools sheet=Box::new(move || Some(kept.clone())) /> });
    view! {
        <section data-sums-of=name>
            <h2>{heading}</h2>
            {said}
            <div class="wide-table" tabindex="0" role="region" aria-label=label hidden=empty>
                <table class="bars"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
            {tools}
        </section>
    }
    .into_fresh()
}

/// The cells that begin in a row. The first of a whole row names it.
fn cells(row: &Row, columns: usize, at: usize, drawn: &Drawing, href: Option<String>) -> Vec<FreshView> {
    let mut cells = Vec::new();
    let whole = row.cells.len() == columns;
    for (column, cell) in row.cells.iter().enumerate() {
        let words = cell_words(cell);
        if whole && column == 0 {
            let name = match href.clone() {
                Some(href) => view! { <a href=href>{words}</a> }.into_fresh(),
                None => words.into_fresh(),
            };
            cells.push(view! { <th scope="row" rowspan=cell.deep.to_string()>{name}</th> }.into_fresh());
            if let Drawing::Bars(bars) = drawn {
                let (long, of) = bars.get(at).copied().unwrap_or_default();
                let bar = view! { <meter min="0" max=of.to_string() value=long.to_string()></meter> };
                cells.push(view! { <td aria-hidden="true">{bar}</td> }.into_fresh());
            }
            continue;
        }
        let class = matches!(cell.content, Some(Content::Points(_))) || columns > 2;
        let square = square(drawn, cell).map(|size| size.to_string());
        cells.push(view! { <td class:numeric=class data-square=square>{words}</td> }.into_fresh());
    }
    cells
}

/// How large the square beside a number is, from 1 to 4; none beside nothing.
fn square(drawn: &Drawing, cell: &Cell) -> Option<u64> {
    match (drawn, &cell.content) {
        (Drawing::Squares(most), Some(Content::Points(many))) => Some((many * 4).div_ceil((*most).max(1) * 100)),
        (Drawing::Squares(_) | Drawing::Bars(_) | Drawing::Nothing, _) => None,
    }
}
