//! The button that changes the language.

use super::language;
use super::shared::shared;
use crate::browser::prefs;
use crate::model::words::Lang;
use crate::text::frame;
use leptos::prelude::*;

/// The button that changes the language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let (lang, shared) = (language(), shared());
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let switch = move |_| {
        prefs::remember(other);
        shared.lang.set(other);
    };
    let tag = frame(other).tag;
    view! {
        <button type="button" class="quiet" data-do="lang" lang=tag on:click=switch>{frame(lang).other_language}</button>
    }
}
