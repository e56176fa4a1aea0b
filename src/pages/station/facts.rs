//! All numbers in one sitting (基本数据): each is typed once, here or at its item, and says for which items it counts.

use crate::components::form::fact::{FactField, FactTotal};
use crate::components::form::own_number::{CountField, FaultCountField};
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::{session, words};
use crate::i18n::gap;
use crate::model::draft::progress::NumbersFilled;
use crate::model::standard::Standard;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::Item;
use crate::model::standard::numbers::NumberAsked;
use crate::pages::station::items::{BackToTasks, OnTo};
use crate::platform::navigation;
use crate::routes::{Page, PrintSheet, Route};
use leptos::ev;
use leptos::prelude::*;

/// The page of all numbers.
#[component]
pub fn FactsPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let groups = standard
        .numbers()
        .into_iter()
        .map(|group| {
            let numbers = group.numbers.into_iter().map(|asked| number(standard, asked)).collect::<Vec<_>>();
            view! { <fieldset class="group numbers"><legend>{group.words.get(text.lang).to_owned()}</legend> {numbers}</fieldset> }
        })
        .collect::<Vec<_>>();
    let far = Memo::new(move |_| session.draft.with(NumbersFilled::of));
    let filled = move || {
        let NumbersFilled { filled, asked } = far.get();
        (text.facts.filled)(filled, asked)
    };
    let to = |sheet| Route::Draft(draft.id.clone(), Page::Print(sheet)).href();
    let next = match standard.sections.first() {
        _ if standard.one_page => Some(Page::All(None)),
        first => first.map(|first| Page::Section(first.id.clone(), None)),
    };
    // As in a table: the key leads down. In a form of its own it would send something off.
    let down = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && navigation::to_next_field("input.number") {
            event.prevent_default();
        }
    };
    view! {
        <Heading title=text.facts.title />
        <p class="lead">{text.facts.lead} {gap(text)} {text.facts.enter}</p>
        <p><b data-filled="">{filled}</b></p>
        <p class="actions">
            <a class="button" data-sheet="data-blank" href=to(PrintSheet::BlankData)>{text.facts.blank_sheet}</a>
            <a class="button" data-sheet="data" href=to(PrintSheet::Data)>{text.facts.sheet}</a>
        </p>
        <p class="hint">{text.facts.paper_hint}</p>
        <div on:keydown=down>{groups}</div>
        {match next {
            Some(next) => view! { <OnTo next /> }.into_fresh(),
            None => view! { <BackToTasks /> }.into_fresh(),
        }}
    }
}

/// The field of a number, or its line where nobody types it. The ids are those that links lead to.
fn number(standard: &Standard, asked: NumberAsked<'_>) -> FreshView {
    let text = words();
    let named = |item: &Item, words: &str| standard.numbered(&item.id, words);
    let id =
        |fact: &FactId| standard.asked_at(fact).map_or_else(|| fact.to_string(), |item| format!("{}-{fact}", item.id));
    match asked {
        NumberAsked::Fact(fact) => {
            let items = standard.numbers_of(standard.uses(&fact.id));
            let more = (text.form.counts_for)(&items.join(text.and()));
            view! { <FactField fact=fact.clone() field=id(&fact.id) more /> }.into_fresh()
        }
        NumberAsked::Total(fact) => {
            view! { <FactTotal fact=fact.clone() id=format!("total-{}", fact.id) /> }.into_fresh()
        }
        NumberAsked::Own { item, unit } => {
            let unit = unit.cloned().unwrap_or_default();
            let label = named(item, item.words.get(text.lang));
            view! { <CountField id=item.id.clone() unit label /> }.into_fresh()
        }
        NumberAsked::Fault { item, at, words, unit } => {
            let label = named(item, words.get(text.lang));
            view! { <FaultCountField id=item.id.clone() at unit=unit.clone() label /> }.into_fresh()
        }
    }
}
