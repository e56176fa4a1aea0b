//! The heading of a page: it takes the focus when the page changes, and names the window.

use crate::components::language;
use crate::i18n::frame;
use crate::platform::navigation;
use leptos::prelude::*;

/// A page's heading.
#[component]
pub fn Heading(
    /// What it says; it names the window as well.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    navigation::title(&format!("{title} · {}", frame(language()).name));
    view! { <h1 tabindex="-1">{title}</h1> }
}
