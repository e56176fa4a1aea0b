//! That what stands in a field for a day is no day.

use crate::components::words;
use leptos::prelude::*;

/// Says that a day is typed by half, or that there is none such; nothing otherwise. The field is described by this id.
#[component]
pub fn HalfDay(
    /// Its id.
    id: String,
    /// Whether it is so.
    #[prop(into)]
    half: Signal<bool>,
) -> impl IntoView {
    let text = words();
    view! {
        <span class="error" id=id data-half-day="" aria-live="polite">
            {move || half.get().then_some(text.form.half_day)}
        </span>
    }
}
