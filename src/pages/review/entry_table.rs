//! The tables of the grid: units by the columns of numbers, or by those of choices.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::words;
use crate::i18n::{grid_words, range};
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::pages::review::context::units;
use crate::pages::review::entry_cell::GridCell;
use crate::pages::review::entry_grid::Grid;
use leptos::prelude::*;

/// What stands above these columns.
pub(super) fn heads(standard: &Standard, columns: &[GridColumn]) -> Vec<FreshView> {
    let lang = words().lang;
    let head = |column: &GridColumn| {
        let number = column.item(standard).and_then(|item| standard.number_of(&item.id)).unwrap_or_default();
        let asked = column.words(standard).map_or(String::new(), |words| words.get(lang).to_owned());
        view! { <th scope="col"><span class="item-id">{number}</span> " " <span class="asked">{asked}</span></th> }
            .into_fresh()
    };
    columns.iter().map(head).collect()
}

/// What a unit is called on the roster.
pub(super) fn name_of(unit: UnitId) -> Memo<String> {
    let all = units();
    Memo::new(move |_| all.with(|all| all.name_of(unit)))
}

/// The units by these columns.
#[component]
pub(super) fn GridTable(grid: Grid, choices: bool) -> impl IntoView {
    let text = words();
    let words = grid_words(text.lang);
    let columns = grid.columns(choices);
    let heads = grid.standard.with_value(|standard| heads(standard, &columns));
    let columns = StoredValue::new(columns);
    let (name, region) = if choices { ("choices", words.choices) } else { ("numbers", words.numbers) };
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label=region>
            <table class="entry-grid" data-grid=name>
                <thead>
                    <tr>
                        <th scope="col">{words.unit}</th>
                        {heads}
                        <th scope="col" class="numeric">{words.filled}</th>
                        <th scope="col" class="numeric">{words.score}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || grid.units.get() key=|unit| unit.to_string() children=move |unit| view! { <GridRow grid unit columns /> } />
                </tbody>
            </table>
        </div>
    }
}

/// One unit.
#[component]
fn GridRow(grid: Grid, unit: UnitId, columns: StoredValue<Vec<GridColumn>>) -> impl IntoView {
    let name = name_of(unit);
    let cells = columns.with_value(|all| {
        let cell = |column: &GridColumn| {
            view! { <td><GridCell grid unit column=column.clone() columns name=name.into() /></td> }
        };
        all.iter().map(cell).collect::<Vec<_>>()
    });
    let filled = move || {
        let typed = grid.entered.with(|all| {
            let entered = all.get(&unit);
            let shown = |column: &&GridColumn| {
                entered.is_some_and(|entered| {
                    !grid.standard.with_value(|standard| column.shown(standard, &entered.record)).is_empty()
                })
            };
            columns.with_value(|all| (all.iter().filter(shown).count(), all.len()))
        });
        format!("{}/{}", typed.0, typed.1)
    };
    let score = Memo::new(move |_| {
        grid.entered.with(|all| {
            let entered = all.get(&unit).filter(|entered| entered.typed > 0)?;
            Some(grid.standard.with_value(|standard| range(Score::of(standard, &entered.record).total)))
        })
    });
    view! {
        <tr data-unit=unit.to_string()>
            <th scope="row">{move || name.get()}</th>
            {cells}
            <td class="numeric" data-filled="">{filled}</td>
            <td class="numeric" data-score="">{move || score.get()}</td>
        </tr>
    }
}
