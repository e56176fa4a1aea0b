//! A sentence that unfolds to the lines that it sums up.

use leptos::prelude::*;

/// The sentence, and the lines below it.
#[component]
pub(super) fn Unfolded(said: String, lines: Vec<String>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    view! { <details class="more" data-unfolded=""><summary>{said}</summary> <ul>{lines}</ul></details> }
}
