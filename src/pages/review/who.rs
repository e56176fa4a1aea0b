//! Who works on the open review: a name and a group, which every entry that is made here carries. A claim, not a proof.

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::words;
use crate::i18n::clash_words;
use crate::model::record::typed::{fitting, is_blank, tidy};
use crate::model::record::unit::LINE;
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::context::review;
use crate::pages::review::typed_text::{Dealt, TypedText};
use leptos::prelude::*;

/// Folded: who it is, or that nobody said so. Unfolded: two fields.
#[component]
pub(super) fn WhoWorks() -> impl IntoView {
    let (words, session) = (clash_words(words().lang), review());
    // What entries carry, whoever said so in whatever window.
    let by = Memo::new(move |_| session.follow(|open| open.head.by.clone()).unwrap_or_default());
    let said =
        move || by.with(|(name, _)| if is_blank(name) { words.nobody.to_owned() } else { (words.who)(name.trim()) });
    let field = move |id: &'static str, label: &'static str, of: fn(&mut (String, String)) -> &mut String| {
        let typed = TypedText::new(session, TypedPlace::Who(id.to_owned()));
        let value = Signal::derive(move || typed.now().unwrap_or_else(|| std::mem::take(of(&mut by.get()))));
        // What is too long is told and carried by no entry.
        let keep = move |text: &str| {
            let Some(text) = fitting(text, LINE) else { return Dealt::Apart };
            let mut all = by.get_untracked();
            if *of(&mut all) != text {
                *of(&mut all) = text;
                session.set_who(all);
            }
            Dealt::Decided
        };
        let change = move |text: String| {
            typed.take(text);
            typed.deal(false, keep);
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <TextInput
                    value=value
                    store=change
                    attr:id=id
                    attr:aria-describedby=format!("{id}-long")
                    on:focusout=move |_| typed.deal(true, keep)
                />
                <TooLong id=format!("{id}-long") most=LINE said=Signal::derive(move || value.with(|value| tidy(value))) />
            </div>
        }
    };
    view! {
        <details class="more" data-who="">
            <summary>{said}</summary>
            {field("who-name", words.name, |by| &mut by.0)}
            {field("who-group", words.group, |by| &mut by.1)}
            <p class="hint">{words.who_hint}</p>
        </details>
    }
}
