//! A fact where it is asked, where it is only read back, and a sum below its parts. One number, typed once; correcting
//! it anywhere corrects it everywhere.

use crate::components::form::clashes::Clashes;
use crate::components::form::number::NumberInput;
use crate::components::item::reconfirm::Reconfirm;
use crate::components::{session, words};
use crate::i18n::{amount, period_hint};
use crate::model::draft::orphans::QuestionId;
use crate::model::standard::Fact;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// A fact's number field, with its help and what it clashes with.
#[component]
pub fn FactField(
    /// The number that is asked.
    fact: Fact,
    /// The id of its field, alone on the page.
    field: String,
    /// Says more, between its name and its help; nothing where there is nothing to say.
    #[prop(optional)]
    more: Option<String>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = StoredValue::new(fact.id.clone());
    let help_id = format!("help-{field}");
    let stored = session.part(move |draft, _| id.with_value(|id| draft.fact_typed(id)));
    let store = Callback::new(move |typed| session.edit(|draft| id.with_value(|id| draft.type_fact(id, typed))));
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
                <NumberInput id=field.clone() described fact=Some(fact.id.to_string()) unit units stored store />
            </span>
            {within}
            {more.map(|more| view! { <span class="hint used">{more}</span> })}
            {fact.help.map(|help| view! { <p class="hint" id=help_id>{help.get(text.lang).to_owned()}</p> })}
            <Clashes fact=fact.id field />
        </div>
    }
}

/// A sum of facts, below the last of those it is made of.
#[component]
pub fn FactTotal(
    /// The sum.
    fact: Fact,
    /// Its id, alone on the page.
    id: String,
) -> impl IntoView {
    let text = words();
    let (value, of, at) = (value_of(&fact), fact.id.clone(), id.clone());
    let signs = &text.signs;
    let draft = session().draft.read_untracked();
    let name = |id: &FactId| draft.standard.fact(id).map_or("", |part| part.words.get(text.lang));
    let made_of = fact.sum.as_ref().map(|sum| {
        let plus = sum.plus.iter().map(name).collect::<Vec<_>>().join(signs.plus);
        sum.minus.iter().fold(plus, |so_far, part| so_far + signs.minus + name(part))
    });
    view! {
        <div class="field fact-total" id=id.clone() tabindex="-1" data-fact-total=fact.id.to_string()>
            <span class="shown-name">{fact.words.get(text.lang).to_owned()}</span>
            <b class="shown-number">{value}</b>
            <span class="hint">{made_of}</span>
            <Clashes fact=of field=at />
        </div>
    }
}

/// A fact's number with its unit, or that it is not filled in.
fn value_of(fact: &Fact) -> impl Fn() -> String + Send + use<> {
    let (text, session) = (words(), session());
    let (id, unit) = (fact.id.clone(), fact.unit.get(text.lang).to_owned());
    let value = session.part(move |draft, _| draft.record.facts.value(&draft.standard, &id));
    move || match value.get() {
        Some(value) => amount(text, value, &unit),
        None => text.form.not_yet.to_owned(),
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
    let shown = value_of(&fact);
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let parts: Vec<Fact> =
        standard.asked_for(&fact.id).into_iter().filter_map(|part| standard.fact(part)).cloned().collect();
    let asked = parts.first().and_then(|part| standard.asked_at(&part.id)).map(|item| {
        let href = Route::Draft(draft.id.clone(), Page::of_item(standard, &item.id)).href();
        view! { <a href=href>{(text.form.asked_there)(&standard.number_of(&item.id).unwrap_or_default())}</a> }
    });
    let uses = |item: &&Item| standard.needs(item).iter().any(|needed| parts.iter().any(|part| part.id == needed.id));
    let users = standard.numbers_of(standard.items().filter(|item| item.id != at).filter(uses));
    let also = (text.form.also)(&users.join(text.and()));
    let fields = parts
        .iter()
        .map(|part| view! { <FactField fact=part.clone() field=format!("{at}-{}", part.id) /> })
        .collect::<Vec<_>>();
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
