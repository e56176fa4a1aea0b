//! A bar for a score or its range: what is sure, and what may still come.

use crate::model::standard::points::{Points, Range};
use leptos::prelude::*;

/// From 0 to `of`. The numbers stand beside it, so it is hidden from screen readers.
#[component]
pub fn Bar(
    /// What is sure, and what may still come.
    range: Range,
    /// The points of a full bar.
    of: Points,
) -> impl IntoView {
    let width = move |points: Points| Points::hundredths(1000).share(points.get(), of.get()).get().to_string();
    view! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-back" width="1000" height="10" />
            <rect class="bar-may" width=width(range.high) height="10" />
            <rect class="bar-sure" width=width(range.low) height="10" />
        </svg>
    }
}
