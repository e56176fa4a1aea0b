//! A fact where it is asked, and where it is only read back. One number, typed once; correcting it
//! anywhere corrects it everywhere.

use crate::components::form::number::NumberInput;
use crate::components::item::reconfirm::Reconfirm;
use crate::components::{session, words};
use crate::i18n::{amount, period_hint};
use crate::model::draft::orphans::QuestionId;
use crate::model::record::facts::Clash;
use crate::model::standard::Fact;
use crate::model::standard::ids::ItemId;
use crate::model::standard::item::Item;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// A fact's number field, with its help and what it clashes with.
#[component]
pub fn FactField(
    /// The number that is asked.
    fact: Fact,
    /// The item that asks it.
    at: ItemId,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = StoredValue::new(fact.id.clone());
    let field = format!("{at}-{}", fact.id);
    let help_id = format!("help-{field}");
    let stored = Memo::new(move |_| session.draft.with(|draft| id.with_value(|id| draft.fact_typed(id))));
    let store = Callback::new(move |typed| session.edit(|draft| id.with_value(|id| draft.type_fact(id, typed))));
    let ours = Memo::new(move |_| {
        session.clashes.with(|clashes| {
            let ours = clashes.iter().filter(|clash| id.with_value(|id| clash.fact == *id));
            ours.cloned().collect::<Vec<_>>()
        })
    });
    let clashes = move || {
        let clashes = ours.get();
        let draft = session.draft.read_untracked();
        let name = |id| draft.standard.fact(id).map_or("", |fact| fact.words.get(text.lang)).to_owned();
        clashes
            .iter()
            .map(|Clash { fact, number, than, most }| (text.form.clash)(&name(fact), *number, &name(than), *most))
            .map(|line| view! { <p class="error" data-clash="">{line}</p> })
            .collect::<Vec<_>>()
    };
    let unit = fact.unit.get(text.lang).to_owned();
    let within = fact.in_period.then(|| session.draft.with_untracked(|draft| period_hint(text, &draft.standard)));
    let within = within.flatten().map(|said| view! { <p class="hint" data-period="">{said}</p> });
    let units = fact.unit.all().map(str::to_owned).collect();
    let described = fact.help.as_ref().map_or(String::new(), |_| help_id.clone());
    view! {
        <div class="field fact">
            <Reconfirm of={(QuestionId::Fact(fact.id.clone())).clone()} />
            <label for=field.clone()>{fact.words.get(text.lang).to_owned()}</label>
            <span class="typed">
                <NumberInput id=field described fact=Some(fact.id.to_string()) unit units stored store />
            </span>
            {within}
            {fact.help.map(|help| view! { <p class="hint" id=help_id>{help.get(text.lang).to_owned()}</p> })}
            <div aria-live="polite">{clashes}</div>
        </div>
    }
}

/// A fact that is asked at another item, or a sum of such facts: its number, where it is asked, and a way
/// to correct it here.
#[component]
pub fn FactShown(
    /// The number that is asked elsewhere, or the sum.
    fact: Fact,
    /// The item that shows it.
    at: ItemId,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = fact.id.clone();
    let unit = fact.unit.get(text.lang).to_owned();
    let value = Memo::new(move |_| session.draft.with(|draft| draft.record.facts.value(&draft.standard, &id)));
    let shown = move || match value.get() {
        Some(value) => amount(text, value, &unit),
        None => text.form.not_yet.to_owned(),
    };
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let parts: Vec<Fact> =
        standard.asked_for(&fact.id).into_iter().filter_map(|part| standard.fact(part)).cloned().collect();
    let asked = parts.first().and_then(|part| standard.asked_at(&part.id)).map(|item| {
        let href = Route::Draft(draft.id.clone(), Page::of_item(standard, &item.id)).href();
        view! { <a href=href>{(text.form.asked_there)(item.id.as_str())}</a> }
    });
    let uses = |item: &&Item| standard.needs(item).iter().any(|needed| parts.iter().any(|part| part.id == needed.id));
    let users: Vec<&str> =
        standard.items().filter(|item| item.id != at).filter(uses).map(|item| item.id.as_str()).collect();
    let also = (text.form.also)(&users.join(text.and()));
    let fields = parts.iter().map(|part| view! { <FactField fact=part.clone() at=at.clone() /> }).collect::<Vec<_>>();
    view! {
        <div class="shown" data-fact-shown=fact.id.to_string()>
            <span class="shown-name">{fact.words.get(text.lang).to_owned()}</span>
            <b class="shown-number">{shown}</b>
            {asked}
            <details>
                <summary>{text.form.correct}</summary>
                <p class="hint">{also}</p>
                {fields}
            </details>
        </div>
    }
}
