//! The first score (初评) of all units of a kind in one grid: each cell shows what the unit says, and takes what was found
//! instead. Beside each unit stand both scores and the difference.

use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{Text, difference_or_recheck, first_score_words, grid_words, range};
use crate::model::review::assessment::Assessment;
use crate::model::review::correction::CorrectedPlace;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::model::review::taken::Origin;
use crate::model::review::units::Counts;
use crate::model::standard::ids::AssessorId;
use crate::pages::review::context::{desk, units};
use crate::pages::review::correction_field::CorrectionField;
use crate::pages::review::entry_cell::lead_down;
use crate::pages::review::entry_grid::Grid;
use crate::pages::review::entry_table::{heads, name_of};
use crate::pages::review::entry_told::asked_in;
use crate::pages::review::first_score::corrections;
use crate::pages::review::first_score_state::{Claimed, ScoredUnit};
use crate::platform::review::received;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the rows of the grid share.
#[derive(Clone, Copy)]
struct FirstGrid {
    grid: Grid,
    column: StoredValue<AssessorId>,
    columns: StoredValue<Vec<GridColumn>>,
    /// The unit and the column of the cell that has the focus.
    focused: RwSignal<Option<(ScoredUnit, GridColumn)>>,
}

/// What came of a unit's file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ClaimReading {
    NotYet,
    Here,
    Failed,
}

/// The grid of the units that have answered.
#[component]
pub(super) fn FirstScoreGrid(grid: Grid, column: AssessorId) -> impl IntoView {
    let (text, all) = (words(), units());
    let words = first_score_words(text.lang);
    let columns = [grid.columns(false), grid.columns(true)].concat();
    let (heads, title) = grid.standard.with_value(|standard| {
        let called = standard.assessors.iter().find(|assessor| assessor.id == column);
        (heads(standard, &columns), called.map_or(String::new(), |called| called.words.get(text.lang).to_owned()))
    });
    let (column, columns) = (StoredValue::new(column), StoredValue::new(columns));
    let first = FirstGrid { grid, column, columns, focused: RwSignal::new(None) };
    let rows = Memo::new(move |_| {
        let counting = |unit: &UnitId| match all.with(|all| all.unit(*unit).map(|unit| unit.counts.clone())) {
            Some(Counts::Of(origin)) => Some((*unit, origin)),
            Some(Counts::None | Counts::Undecided(_)) | None => None,
        };
        grid.units.with(|units| units.iter().filter_map(counting).collect::<Vec<_>>())
    });
    // Another file of a unit is another row.
    let key = |(unit, origin): &(UnitId, Origin)| match origin {
        Origin::Entered => unit.to_string(),
        Origin::File(file) => format!("{unit} {file}"),
    };
    view! {
        <p class="hint">{words.grid_lead}</p>
        <FirstTold first />
        <div class="wide-table" tabindex="0" role="region" aria-label=title>
            <table class="entry-grid" data-grid="first">
                <thead>
                    <tr>
                        <th scope="col">{grid_words(text.lang).unit}</th>
                        {[words.own, words.given, words.difference].map(|said| view! { <th scope="col" class="numeric">{said}</th> })}
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=key children=move |(unit, origin)| view! { <FirstScoreRow first unit origin /> } />
                </tbody>
            </table>
        </div>
    }
}

/// What is asked in the cell that has the focus; and, opened on purpose, the points of its item.
#[component]
fn FirstTold(first: FirstGrid) -> impl IntoView {
    let text = words();
    let words = first_score_words(text.lang);
    let standard = first.grid.standard;
    let asked = move || {
        first.focused.with(|focused| {
            let asked = |(_, column): &(ScoredUnit, GridColumn)| standard.with_value(|it| asked_in(text, it, column));
            focused.as_ref().map(asked)
        })
    };
    let item = Memo::new(move |_| {
        first.focused.with(|focused| {
            let (scored, column) = focused.as_ref()?;
            Some((scored.unit, standard.with_value(|standard| column.item(standard).map(|item| item.id.clone()))?))
        })
    });
    let points = move || {
        let (_, item) = item.get()?;
        let (scored, _) = first.focused.get_untracked()?;
        Some(corrections(scored, words.give_points, vec![CorrectedPlace::Points(item)]))
    };
    view! {
        <p class="cell-said" id="cell-said">{redrawn(asked)}</p>
        <details class="more" data-give-points="" hidden=move || item.with(Option::is_none)>
            <summary>{words.give_points}</summary>
            <p class="hint">{words.give_points_lead}</p>
            {redrawn(points)}
        </details>
    }
}

/// One unit.
#[component]
fn FirstScoreRow(first: FirstGrid, unit: UnitId, origin: Origin) -> impl IntoView {
    let text = words();
    let (grid, name) = (first.grid, name_of(unit));
    let read = RwSignal::new(ClaimReading::NotYet);
    let claimed = match origin {
        Origin::Entered => {
            read.set(ClaimReading::Here);
            Signal::derive(move || {
                let record = grid.entered.with(|all| all.get(&unit).map(|entered| entered.record.clone()));
                Claimed { record: record.unwrap_or_default(), code: None }
            })
        }
        Origin::File(file) => {
            let claimed = RwSignal::new(Claimed::default());
            spawn_local(async move {
                let found = received::submission(grid.session, file).await;
                read.try_set(if found.is_some() { ClaimReading::Here } else { ClaimReading::Failed });
                if let Some(found) = found {
                    claimed.try_set(Claimed { record: found.record(), code: Some(found.codes.signed) });
                }
            });
            claimed.into()
        }
    };
    let scored = ScoredUnit::new(grid.session, unit, first.column, grid.standard, claimed);
    on_cleanup(move || {
        let mine = first.focused.try_with_untracked(|focused| focused.as_ref().is_some_and(|(at, _)| at.unit == unit));
        if mine == Some(true) {
            first.focused.try_set(None);
        }
    });
    let cells = move || match read.get() {
        ClaimReading::NotYet => view! { <td colspan="4">{desk().unit.opening}</td> }.into_fresh(),
        ClaimReading::Failed => view! { <td colspan="4">{desk().unit.open_failed}</td> }.into_fresh(),
        ClaimReading::Here => {
            let called = name.get_untracked();
            let cells =
                |all: &Vec<GridColumn>| all.iter().map(|one| cell(first, scored, one, &called)).collect::<Vec<_>>();
            first.columns.with_value(cells).into_fresh()
        }
    };
    let sums: [fn(&Text, &Assessment) -> String; 3] = [
        |_, both| range(both.own.total),
        |_, both| range(both.given.total),
        |text, both| difference_or_recheck(text, both.needs_recheck(), both.difference()),
    ];
    let sum = |say: fn(&Text, &Assessment) -> String| {
        let said = move || (read.get() == ClaimReading::Here).then(|| scored.assessed.with(|both| say(text, both)));
        view! { <td class="numeric">{redrawn(said)}</td> }
    };
    let sums = sums.map(sum);
    view! {
        <tr data-unit=unit.to_string()>
            <th scope="row">{redrawn(move || name.get())}</th>
            {sums}
            {redrawn(cells)}
        </tr>
    }
}

/// One cell: what was found, or what the unit says where that is not corrected.
fn cell(first: FirstGrid, scored: ScoredUnit, column: &GridColumn, unit: &str) -> FreshView {
    let lang = words().lang;
    let (below, at) = (column.clone(), StoredValue::new(column.clone()));
    let next = move || first.columns.with_value(|columns| lead_down("data-corrected", &below, columns));
    let field = CorrectionField::new(scored, CorrectedPlace::Cell(column.clone()), next);
    let corrected = Memo::new(move |_| field.reason.with(Option::is_some));
    let asked = scored
        .standard
        .with_value(|standard| column.words(standard).map_or(String::new(), |words| words.get(lang).to_owned()));
    let said = move || {
        let own = || {
            scored.standard.with_value(|standard| {
                at.with_value(|column| scored.claimed.with(|claimed| column.shown(standard, &claimed.record)))
            })
        };
        corrected.get().then(|| view! { <span class="hint">{(first_score_words(lang).unit_said)(&own())}</span> })
    };
    let focus = move |_| {
        first.focused.set(Some((scored, at.get_value())));
        first.grid.at.set(Some((scored.unit, at.get_value())));
    };
    view! {
        <td class:changed=move || corrected.get() on:focusin=focus>
            {field.view((grid_words(lang).cell_of)(&asked, unit))}
            {redrawn(said)}
            {field.why()}
            {field.beside()}
        </td>
    }
    .into_fresh()
}
