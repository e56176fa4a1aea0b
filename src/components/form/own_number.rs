//! The numbers that belong to one item alone: its own, and how often each of its faults was found.

use crate::components::form::number::NumberInput;
use crate::components::{session, words};
use crate::model::record::unread::Typed;
use crate::model::standard::ids::ItemId;
use crate::model::standard::words::Words;
use leptos::prelude::*;

/// An item's own number.
#[component]
pub fn CountField(
    /// The item.
    id: ItemId,
    /// What is counted.
    unit: Words,
    /// What stands above the field.
    label: String,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let field = format!("{id}-count");
    let count = id.to_string();
    let id = StoredValue::new(id);
    let stored = session.part(move |draft, _| id.with_value(|id| draft.count_typed(id)));
    let store = Callback::new(move |typed| session.edit(|draft| id.with_value(|id| draft.type_count(id, typed))));
    view! {
        <div class="field fact">
            <label for=field.clone()>{label}</label>
            <span class="typed">
                <NumberInput id=field described="" count=Some(count) unit={unit.get(text.lang).to_owned()} units={unit.all().map(str::to_owned).collect::<Vec<_>>()} stored store />
            </span>
        </div>
    }
}

/// The number of one of an item's faults.
#[component]
pub fn FaultCountField(
    /// The item.
    id: ItemId,
    /// Which of its faults, counted from 0.
    at: usize,
    /// What is counted.
    unit: Words,
    /// What stands above the field.
    label: String,
    /// What stands below it; nothing if it is empty.
    #[prop(optional)]
    hint: String,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let field = format!("{id}-fault-{at}");
    let help = format!("help-{field}");
    let id = StoredValue::new(id);
    let stored = session.part(move |draft, _| id.with_value(|id| draft.fault_typed(id, at)));
    let store = Callback::new(move |typed: Typed| {
        session.edit(|draft| id.with_value(|id| draft.type_fault(id, at, typed)));
    });
    let described = if hint.is_empty() { String::new() } else { help.clone() };
    view! {
        <div class="field fact">
            <label for=field.clone()>{label}</label>
            <span class="typed">
                <NumberInput id=field described unit={unit.get(text.lang).to_owned()} units={unit.all().map(str::to_owned).collect::<Vec<_>>()} stored store />
            </span>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=help>{hint}</p> })}
        </div>
    }
}
