//! The button that changes the language.

use super::dom::View;
use super::shared::shared;
use super::words;
use crate::browser::prefs;
use crate::model::words::Lang;
use leptos::prelude::*;
use xingzhan_view::view;

/// The button that changes the language.
pub fn language_switch() -> Option<View> {
    let (text, shared) = (words(), shared()?);
    let other = if text.lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let switch = move |_| {
        prefs::remember(other);
        shared.lang.set(other);
    };
    let tag = crate::text::text(other).tag;
    Some(view! {
        <button type="button" class="quiet" data-do="lang" lang=tag on:click=switch>{text.frame.other_language}</button>
    })
}
