//! The sheets with which rooms check what was typed for them (核对表): of all that were entered, or of one.

use crate::components::words;
use crate::i18n::{check_sheets, grid_words};
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::UnitId;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context;
use crate::pages::review::entry_grid::Grid;
use crate::pages::review::printed_sheets::PrintedSheets;
use crate::platform::paper::Orientation;
use leptos::prelude::*;

/// The way to the sheets of all units of the grid that were entered; `on_paper` is told which.
#[component]
pub(super) fn CheckSheets(grid: Grid, on_paper: RwSignal<Option<Vec<UnitId>>>) -> impl IntoView {
    let words = grid_words(words().lang);
    let entered = Memo::new(move |_| {
        grid.entered.with(|all| {
            let entered = |unit: &UnitId| all.get(unit).is_some_and(|entered| entered.typed > 0);
            grid.units.with(|units| units.iter().copied().filter(entered).collect::<Vec<_>>())
        })
    });
    view! {
        <h2>{words.check}</h2>
        <p>{words.check_lead}</p>
        <p class="actions">
            <button type="button" data-do="print-check" disabled=move || entered.with(Vec::is_empty) on:click=move |_| on_paper.set(Some(entered.get_untracked()))>
                {move || (words.check_print)(entered.with(Vec::len))}
            </button>
        </p>
    }
}

/// The sheets of these units on paper.
#[component]
pub(super) fn PrintedChecks(
    standard: StoredValue<IssuedStandard>,
    units: Vec<UnitId>,
    #[prop(into)] back: Callback<()>,
) -> impl IntoView {
    let (text, session, all) = (words(), context::review(), context::units());
    let entered = units.into_iter().filter_map(|unit| {
        let line = all.with_untracked(|all| Some(all.unit(unit)?.line.clone()))?;
        Some((line, session.with(|open| EnteredRecord::of(&open.log, unit))?))
    });
    let entered = entered.collect::<Vec<_>>();
    let sheets = context::marked(standard.with_value(|standard| check_sheets(text, standard, &entered)));
    view! { <PrintedSheets sheets orientation=Orientation::Portrait name=grid_words(text.lang).check back /> }
}
