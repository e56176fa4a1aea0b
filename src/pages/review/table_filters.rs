//! Which lines of the table are shown, and in which order.

use crate::components::form::fields::{SelectInput, TextInput};
use crate::components::words;
use crate::i18n::send_state;
use crate::model::review::table::{SendState, SortBy, TableFilter};
use crate::pages::review::context::desk;
use leptos::prelude::*;

/// What a person has chosen.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Chosen {
    /// Which lines.
    pub(super) filter: TableFilter,
    /// In which order.
    pub(super) by: SortBy,
}

/// The orders that are offered, each with its name in the list of choices.
const ORDERS: [(&str, SortBy); 7] = [
    ("roster", SortBy::Roster),
    ("total", SortBy::Total),
    ("stars", SortBy::Stars),
    ("difference", SortBy::Difference),
    ("state", SortBy::State),
    ("received", SortBy::Received),
    ("name", SortBy::Name),
];

/// The name of a state in the list of choices.
pub(super) fn state_name(state: SendState) -> &'static str {
    match state {
        SendState::Missing => "missing",
        SendState::ToDecide => "undecided",
        SendState::Late => "late",
        SendState::Sent => "sent",
        SendState::Entered => "entered",
        SendState::NotSent => "not-sent",
    }
}

impl Chosen {
    /// Whether the highest or the latest comes first.
    pub(super) fn falls(&self) -> bool {
        match self.by {
            SortBy::Total | SortBy::Stars | SortBy::Bonus | SortBy::Received => true,
            // What was lowered most first.
            SortBy::Difference | SortBy::Roster | SortBy::Name | SortBy::Township | SortBy::State => false,
        }
    }
}

fn order_words(by: SortBy) -> &'static str {
    let words = &desk().table;
    match by {
        SortBy::Roster => words.by_roster,
        SortBy::Total => words.by_score,
        SortBy::Stars => words.by_stars,
        SortBy::State => words.by_state,
        SortBy::Received => words.by_day,
        SortBy::Name => words.by_name,
        SortBy::Township => words.township,
        SortBy::Difference => words.by_difference,
        SortBy::Bonus => words.score,
    }
}

/// The fields.
#[component]
pub(super) fn Filters(chosen: RwSignal<Chosen>, townships: Memo<Vec<String>>) -> impl IntoView {
    let (text, words) = (words(), &desk().table);
    let set = move |set: &dyn Fn(&mut Chosen)| chosen.update(|chosen| set(chosen));
    let search = Signal::derive(move || chosen.with(|chosen| chosen.filter.search.clone()));
    let township = Signal::derive(move || {
        chosen.with(|chosen| townships.with(|listed| chosen.filter.among(listed).township)).unwrap_or_default()
    });
    let state = Signal::derive(move || {
        chosen.with(|chosen| chosen.filter.state.map_or(String::new(), |state| state_name(state).to_owned()))
    });
    let order = Signal::derive(move || {
        let by = chosen.with(|chosen| chosen.by);
        ORDERS.into_iter().find(|(_, order)| *order == by).map_or(String::new(), |(name, _)| name.to_owned())
    });
    let states =
        SendState::ALL.map(|state| view! { <option value=state_name(state)>{send_state(text, state)}</option> });
    let orders = ORDERS.map(|(name, by)| view! { <option value=name>{order_words(by)}</option> });
    let in_township = move || {
        let options =
            townships.get().into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> });
        let options = options.collect::<Vec<_>>();
        let store = move |name: String| {
            set(&|chosen| chosen.filter.township = Some(name.clone()).filter(|name| !name.is_empty()));
        };
        view! {
            <SelectInput value=township store=store attr:id="table-township">
                <option value="">{words.all}</option>
                {options}
            </SelectInput>
        }
    };
    view! {
        <div class="table-filters">
            <div class="field">
                <label for="table-search">{words.search}</label>
                <TextInput value=search store=move |typed: String| set(&|chosen| chosen.filter.search.clone_from(&typed)) attr:id="table-search" />
            </div>
            <div class="field">
                <label for="table-township">{words.township}</label>
                {in_township}
            </div>
            <div class="field">
                <label for="table-state">{words.state}</label>
                <SelectInput
                    value=state
                    store=move |name: String| set(&|chosen| chosen.filter.state = SendState::ALL.into_iter().find(|state| state_name(*state) == name))
                    attr:id="table-state"
                >
                    <option value="">{words.all}</option>
                    {states}
                </SelectInput>
            </div>
            <div class="field">
                <label for="table-sort">{words.sort}</label>
                <SelectInput
                    value=order
                    store=move |name: String| set(&|chosen| {
                        chosen.by = ORDERS.into_iter().find(|(known, _)| *known == name).map_or(SortBy::Roster, |(_, by)| by);
                    })
                    attr:id="table-sort"
                >
                    {orders}
                </SelectInput>
            </div>
        </div>
    }
}
