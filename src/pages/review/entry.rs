//! The grid in which a township types what rooms without a computer answered (录表): units by numbers, then by choices.

use crate::components::form::fields::{DayInput, SelectInput};
use crate::components::form::half_day::HalfDay;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{first_score_words, grid_words};
use crate::model::review::ids::UnitId;
use crate::model::review::taken::{Origin, RestsOn};
use crate::model::review::units::{Counts, ReviewUnit};
use crate::pages::review::by_kind::{ByKind, FirstKind};
use crate::pages::review::check_sheets::{CheckSheets, PrintedChecks};
use crate::pages::review::context::{review, units};
use crate::pages::review::entry_grid::Grid;
use crate::pages::review::entry_reply::ChatReplies;
use crate::pages::review::entry_table::GridTable;
use crate::pages::review::entry_told::Told;
use crate::pages::review::first_score_grid::FirstScoreGrid;
use crate::pages::review::first_score_state::own_column;
use crate::pages::review::page_state::{ENTRY_KIND, ENTRY_TOWNSHIP, page_state};
use crate::pages::review::paper_forms::BesideForm;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn EntryPage() -> impl IntoView {
    let words = grid_words(words().lang);
    let draw = Box::new(|standard| view! { <KindGrid standard /> }.into_fresh());
    view! {
        <Heading title=words.title />
        <p class="lead">{words.lead}</p>
        <ByKind name=ENTRY_KIND first=FirstKind::ScoredFirst draw />
    }
}

/// Whether a unit's answers are typed here: it has sent no file that counts.
fn is_typed(unit: &ReviewUnit) -> bool {
    matches!(unit.counts, Counts::None | Counts::Of(Origin::Entered))
}

/// The units of one kind, of one township after the other.
#[component]
fn KindGrid(standard: crate::model::standard::issued::IssuedStandard) -> impl IntoView {
    let (text, session, all) = (words(), review(), units());
    let words = grid_words(text.lang);
    let kind = StoredValue::new(standard.unit.id.clone());
    let column = StoredValue::new(own_column(session, &standard));
    // Whether what stands in the cells is the first score.
    let state = page_state();
    let first = state.scores;
    let of_kind = move |unit: &&ReviewUnit| kind.with_value(|kind| unit.line.kind == *kind);
    let shown = move |unit: &&ReviewUnit| {
        of_kind(unit) && if first.get() { matches!(unit.counts, Counts::Of(_)) } else { is_typed(unit) }
    };
    let townships = Memo::new(move |_| {
        all.with(|all| {
            let mut names: Vec<String> = Vec::new();
            for unit in all.units.iter().filter(shown) {
                if !names.contains(&unit.line.township) {
                    names.push(unit.line.township.clone());
                }
            }
            names
        })
    });
    let township = Signal::derive(move || {
        let there = |name: &String| townships.with(|names| names.contains(name));
        state
            .field(ENTRY_TOWNSHIP)
            .filter(there)
            .or_else(|| townships.with(|names| names.first().cloned()))
            .unwrap_or_default()
    });
    let listed = Memo::new(move |_| {
        all.with(|all| {
            let of_it = all.units.iter().filter(shown).filter(|unit| unit.line.township == township.get());
            of_it.map(|unit| unit.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| all.with(|all| all.units.iter().any(|unit| of_kind(&unit))));
    let none = Memo::new(move |_| townships.with(Vec::is_empty));
    let called = column.with_value(|column| {
        let called = standard.assessors.iter().find(|assessor| Some(&assessor.id) == column.as_ref());
        called.map_or(String::new(), |called| called.words.get(text.lang).to_owned())
    });
    let title = StoredValue::new(called);
    let grid = Grid::new(session, standard, listed);
    let (first_words, on_paper) = (first_score_words(text.lang), RwSignal::new(None::<Vec<UnitId>>));
    let content = move || match (first.get(), none.get()) {
        (false, true) => view! { <p class="empty" data-none="">{words.none}</p> }.into_fresh(),
        (true, true) => view! { <p class="empty" data-none="">{first_words.no_unit_here}</p> }.into_fresh(),
        (false, false) => view! {
            <ChatReplies grid />
            <Told grid />
            <BesideForm grid>
                <h2>{words.numbers}</h2>
                <p class="hint">{words.keys_numbers}</p>
                <GridTable grid choices=false />
                <h2>{words.choices}</h2>
                <p class="hint">{words.keys_choices}</p>
                <GridTable grid choices=true />
            </BesideForm>
            <CheckSheets grid on_paper />
        }
        .into_fresh(),
        (true, false) => {
            let grid_of = column.get_value().map(|column| view! { <FirstScoreGrid grid column /> });
            view! { <BesideForm grid>{grid_of}</BesideForm> }.into_fresh()
        }
    };
    redrawn(move || {
        if !any.get() {
            return view! { <p class="empty">{words.no_unit}</p> }.into_fresh();
        }
        if let Some(units) = on_paper.get() {
            return view! { <PrintedChecks standard=grid.standard units back=move || on_paper.set(None) /> }
                .into_fresh();
        }
        let task = column.with_value(Option::is_some).then(|| view! { <Task grid first called=title.get_value() /> });
        let basis = move || (!first.get()).then(|| view! { <Basis grid /> });
        view! {
            <div class="table-filters">{task} <ChooseTownship townships township /> {redrawn(basis)}</div>
            {redrawn(content)}
        }
        .into_fresh()
    })
}

/// Whose units, where there are several townships.
#[component]
fn ChooseTownship(townships: Memo<Vec<String>>, township: Signal<String>) -> impl IntoView {
    let (words, state) = (grid_words(words().lang), page_state());
    redrawn(move || {
        let names = townships.get();
        (names.len() > 1).then(|| {
            let options = names.into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> });
            let options = options.collect::<Vec<_>>();
            view! {
                <div class="field">
                    <label for=ENTRY_TOWNSHIP>{words.township}</label>
                    <SelectInput value=township store=move |name| state.set_field(ENTRY_TOWNSHIP, Some(name)) attr:id=ENTRY_TOWNSHIP>{options}</SelectInput>
                </div>
            }
        })
    })
}

/// What is typed: what the units answer, or the first score, which is called so.
#[component]
fn Task(grid: Grid, first: RwSignal<bool>, called: String) -> impl IntoView {
    let words = first_score_words(words().lang);
    let value = Signal::derive(move || if first.get() { "first" } else { "entry" }.to_owned());
    let store = move |chosen: String| {
        grid.at.set(None);
        first.set(chosen == "first");
    };
    view! {
        <div class="field">
            <label for="entry-task">{words.task}</label>
            <SelectInput value=value store=store attr:id="entry-task">
                <option value="entry">{words.task_entry}</option>
                <option value="first">{called}</option>
            </SelectInput>
        </div>
    }
}

/// What the answers rest on.
#[component]
fn Basis(grid: Grid) -> impl IntoView {
    let words = grid_words(words().lang);
    let kinds = [
        (RestsOn::Paper, "paper", words.paper),
        (RestsOn::Chat, "chat", words.chat),
        (RestsOn::Spoken, "spoken", words.spoken),
    ];
    let value = Signal::derive(move || {
        let now = grid.rests_on.get();
        kinds.iter().find(|(kind, ..)| *kind == now).map_or(String::new(), |(_, name, _)| (*name).to_owned())
    });
    let store = move |chosen: String| {
        if let Some((kind, ..)) = kinds.iter().find(|(_, name, _)| *name == chosen) {
            grid.rests_on.set(*kind);
        }
    };
    let half = RwSignal::new(false);
    view! {
        <div class="field">
            <label for="entry-rests-on">{words.rests_on}</label>
            <SelectInput value=value store=store attr:id="entry-rests-on">
                {kinds.map(|(_, name, said)| view! { <option value=name>{said}</option> })}
            </SelectInput>
        </div>
        <div class="field">
            <label for="entry-day">{words.day}</label>
            <DayInput
                value=grid.day
                store=move |day| grid.day.set(day)
                half
                tell=move |is| _ = half.try_set(is)
                attr:id="entry-day"
                attr:aria-describedby="entry-day-half"
                // Not while it is typed: the year 2 comes before the year 2026.
                on:focusout=move |_| grid.keep_waiting()
            />
            <HalfDay id="entry-day-half".to_owned() half />
        </div>
    }
}
