//! The heading of a page: it takes the focus when the page changes, and names the window.

use super::words;
use crate::browser::place;
use leptos::prelude::*;

/// A page's heading.
#[component]
pub fn Heading(
    /// What it says.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    place::title(&format!("{title} · {}", words().frame.name));
    view! { <h1 tabindex="-1">{title}</h1> }
}
