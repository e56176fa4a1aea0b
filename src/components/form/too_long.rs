//! How much of a text is too long for its field. Nothing of it is cut; it must be shortened before a submission is made.

use crate::components::words;
use leptos::prelude::*;

/// Says by how many characters a text is too long; nothing while it fits. The field is described by this id.
#[component]
pub fn TooLong(
    /// Its id.
    id: String,
    /// How many characters the text may have.
    most: u32,
    /// The text.
    said: Signal<String>,
) -> impl IntoView {
    let text = words();
    let over = Memo::new(move |_| {
        let long = said.with(|said| said.chars().count());
        long.checked_sub(usize::try_from(most).unwrap_or(usize::MAX)).filter(|over| *over > 0)
    });
    view! {
        <span class="error" id=id data-too-long=move || over.get().map(|over| over.to_string()) aria-live="polite">
            {move || over.get().map(|over| (text.form.over)(over))}
        </span>
    }
}
