//! Who works on the open review: a name and a group, which every entry that is made here carries. A claim, not a proof.

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::words;
use crate::i18n::clash_words;
use crate::model::record::text_length::longer;
use crate::model::record::typed::tidy;
use crate::model::record::unit::LINE;
use crate::pages::review::context::review;
use leptos::prelude::*;

/// Folded: who it is, or that nobody said so. Unfolded: two fields.
#[component]
pub(super) fn WhoWorks() -> impl IntoView {
    let (words, session) = (clash_words(words().lang), review());
    let (name, group) = session.with(|open| open.head.by.clone()).unwrap_or_default();
    let (name, group) = (RwSignal::new(name), RwSignal::new(group));
    let store = move || {
        let said = (name.with(|name| tidy(name)), group.with(|group| tidy(group)));
        // What is too long is told and carried by no entry.
        if !longer(&said.0, LINE) && !longer(&said.1, LINE) {
            session.set_who(said.0, said.1);
        }
    };
    let said = move || {
        name.with(|name| if name.trim().is_empty() { words.nobody.to_owned() } else { (words.who)(name.trim()) })
    };
    let field = move |id: &'static str, label: &'static str, value: RwSignal<String>| {
        let change = move |typed| {
            value.set(typed);
            store();
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <TextInput value=value store=change attr:id=id attr:aria-describedby=format!("{id}-long") />
                <TooLong id=format!("{id}-long") most=LINE said=value.into() />
            </div>
        }
    };
    view! {
        <details class="more" data-who="">
            <summary>{said}</summary>
            {field("who-name", words.name, name)}
            {field("who-group", words.group, group)}
            <p class="hint">{words.who_hint}</p>
        </details>
    }
}
