//! A line of the table of all units: its cells as text, made anew only where one of them changed.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::i18n::{Text, day, difference_or_recheck, gates_that_hold, range, send_state};
use crate::model::review::ids::{ReviewId, UnitId};
use crate::model::review::table::TableLine;
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::Standard;
use crate::model::standard::gate::Line;
use crate::pages::review::table_filters::state_name;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// What a line shows.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct RowCells {
    /// The unit.
    pub(super) unit: UnitId,
    called: String,
    href: String,
    state: &'static str,
    /// The class of each cell, and what stands in it.
    cells: Vec<(&'static str, String)>,
}

impl RowCells {
    /// Of a unit of the review of this name.
    pub(super) fn of(text: &Text, id: ReviewId, standard: &Standard, line: &TableLine) -> Self {
        let row = line.row.as_ref();
        let given = line.assessed.as_ref().map_or(String::new(), |given| range(given.total));
        let mut cells = vec![
            ("", send_state(text, line.state).to_owned()),
            ("", row.map_or(String::new(), |row| stars_of(standard, row))),
            ("numeric", row.map_or(String::new(), |row| range(row.total))),
            ("numeric judged", given),
            ("numeric judged", difference_or_recheck(text, line.needs_recheck(), line.difference())),
        ];
        cells
            .extend((0..standard.sections.len()).map(|at| {
                ("numeric section-score", row.map_or(String::new(), |row| range(row.section(standard, at))))
            }));
        cells.push(("", row.map_or(String::new(), |row| gates_that_hold(text, standard, row))));
        cells.push(("", line.received.map_or(String::new(), |received| day(text, received))));
        let href = Route::Review(id, ReviewPage::Unit(line.unit)).href();
        Self { unit: line.unit, called: line.called(), href, state: state_name(line.state), cells }
    }

    /// The line on paper, where nothing leads on.
    pub(super) fn on_paper(self) -> FreshView {
        let Self { called, cells, state, .. } = self;
        view! { <tr data-state=state><th scope="row">{called}</th>{drawn(cells)}</tr> }.into_fresh()
    }

    /// The id of the link in the line of a unit.
    pub(super) fn link_of(unit: UnitId) -> String {
        format!("unit-{unit}")
    }
}

/// The line; `at` is its place in the table, counted from 0.
#[component]
pub(super) fn TableRow(at: Signal<usize>, cells: RowCells) -> impl IntoView {
    let RowCells { unit, called, href, state, cells } = cells;
    // The heads are the first row.
    let index = move || (at.get() + 2).to_string();
    view! {
        <tr data-unit=unit.to_string() data-state=state aria-rowindex=index>
            <th scope="row"><a id=RowCells::link_of(unit) href=href title=called.clone()>{called.clone()}</a></th>
            {drawn(cells)}
        </tr>
    }
}

fn drawn(cells: Vec<(&'static str, String)>) -> Vec<impl IntoView> {
    cells.into_iter().map(|(class, words)| view! { <td class=class>{words}</td> }).collect()
}

/// The stars by the unit's own answers; from the lowest to the highest where something is open.
fn stars_of(standard: &Standard, row: &UnitRow) -> String {
    if !row.shows_stars {
        return String::new();
    }
    let said = |at: u8| {
        let line: Option<&Line> = usize::from(at).checked_sub(1).and_then(|at| standard.lines.get(at));
        line.map_or("—".to_owned(), |line| crate::i18n::stars(Some(line)))
    };
    let (low, high) = row.stars;
    if low == high { said(low) } else { format!("{} – {}", said(low), said(high)) }
}
