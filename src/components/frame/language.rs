//! The button that changes the language.

use crate::components::language;
use crate::i18n::frame;
use crate::model::standard::words::Lang;
use crate::platform::prefs;
use leptos::prelude::*;

/// The button that changes the language.
#[component]
pub fn LanguageSwitch(
    /// The language of the screens. Told by the frame: asking for what all pages share would put the sentences into the
    /// start that Leptos has for where there is nothing to ask.
    screens: RwSignal<Lang>,
) -> impl IntoView {
    let lang = language();
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let switch = move |_| {
        prefs::remember(other);
        screens.set(other);
    };
    let tag = frame(other).tag;
    view! {
        <button type="button" class="quiet" data-do="lang" lang=tag on:click=switch>{frame(lang).other_language}</button>
    }
}
