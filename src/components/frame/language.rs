//! The buttons that change the language.

use crate::components::language;
use crate::i18n::frame;
use crate::model::standard::words::Lang;
use crate::platform::prefs;
use leptos::prelude::*;

/// A button for each language but that of the screens, by the name that the language gives itself.
#[component]
pub fn LanguageSwitch(
    /// The language of the screens. Told by the frame: asking for what all pages share would put the sentences into the
    /// start that Leptos has for where there is nothing to ask.
    screens: RwSignal<Lang>,
) -> impl IntoView {
    let now = language();
    let others = Lang::ALL.into_iter().filter(|lang| *lang != now);
    let buttons = others.map(|lang| {
        let choose = move |_| {
            prefs::remember(lang);
            screens.set(lang);
        };
        let words = frame(lang);
        view! {
            <button type="button" class="quiet" data-do="lang" lang=words.tag on:click=choose>{words.language}</button>
        }
    });
    buttons.collect::<Vec<_>>()
}
