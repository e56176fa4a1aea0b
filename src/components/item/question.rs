//! What is asked at an item besides its facts: one component for every question there is. It knows no kind of item.

use crate::components::form::fields::TextArea;
use crate::components::form::own_number::{CountField, FaultCountField};
use crate::components::item::choice::{Radios, Ticks};
use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::Question;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields of a question, and the reasons why the item may not apply.
#[component]
pub fn QuestionFields(
    /// The item that is asked.
    item: Item,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let text = words();
    let fields = match item.ask() {
        Question::Choose(_) | Question::FactsAlone => None,
        Question::Number { unit } => {
            let label = text.basics.number.to_owned();
            Some(view! { <CountField id=item.id.clone() unit=unit.cloned().unwrap_or_default() label /> }.into_fresh())
        }
        Question::Tick(_) => Some(view! { <Ticks item=item.clone() answer /> }.into_fresh()),
        Question::Faults(_) => Some(view! { <FaultCounts item=item.clone() /> }.into_fresh()),
        Question::Text { at_most } => Some(view! { <OwnText item=item.clone() at_most answer /> }.into_fresh()),
    };
    view! {
        {fields}
        <Radios item answer />
    }
}

/// A number for each fault, with what each takes.
#[component]
fn FaultCounts(
    /// The item that is asked.
    item: Item,
) -> impl IntoView {
    let text = words();
    let Question::Faults(faults) = item.ask() else { return Vec::new() };
    let fields = faults.into_iter().enumerate().map(|(at, fault)| {
        let hint = (text.kinds.answer.each)(fault.unit.get(text.lang), fault.each);
        let label = fault.words.get(text.lang).to_owned();
        view! { <FaultCountField id=item.id.clone() at unit=fault.unit.clone() label hint /> }
    });
    fields.collect::<Vec<_>>()
}

/// A text, with how much of its room is used.
#[component]
fn OwnText(
    /// The item that is asked.
    item: Item,
    /// How many characters it may have.
    at_most: u32,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = StoredValue::new(item.id.clone());
    let said = Memo::new(move |_| {
        answer.with(|answer| match &answer.choice {
            Some(Choice::Text(said)) => said.clone(),
            _ => String::new(),
        })
    });
    let room = move || {
        let long = said.with(|said| said.chars().count());
        match long.checked_sub(usize::try_from(at_most).unwrap_or(usize::MAX)) {
            Some(over) if over > 0 => view! { <span class="error">{(text.form.over)(over)}</span> },
            _ => view! { <span class="hint">{(text.form.left)(long, at_most)}</span> },
        }
    };
    let field = format!("{}-text", item.id);
    let room_id = format!("room-{field}");
    view! {
        <div class="field">
            <TextArea
                value=said
                store=move |typed: String| {
                    let choice = (!typed.is_empty()).then_some(Choice::Text(typed));
                    session.edit(|draft| id.with_value(|id| draft.choose(id, choice)));
                }
                attr:id=field
                attr:rows=crate::components::item::evidence::rows(&said.get_untracked(), 5)
                attr:data-text=item.id.to_string()
                attr:aria-label=item.words.get(text.lang).to_owned()
                attr:aria-describedby=room_id.clone()
            />
            <p id=room_id>{room}</p>
        </div>
    }
}
