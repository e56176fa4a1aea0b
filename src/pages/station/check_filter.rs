//! What narrows the list of all answers: which rows, and words to search for.

use crate::components::words;
use crate::model::submission::answer_filter::{AnswerFilter, Rows};
use leptos::prelude::*;

/// The choice of rows and the field to search in.
#[component]
pub(super) fn FilterBar(
    /// What is asked.
    filter: RwSignal<AnswerFilter>,
) -> impl IntoView {
    let text = words();
    let radios = Rows::ALL.map(|rows| {
        let (name, words) = match rows {
            Rows::All => ("all", text.remarks.show_all),
            Rows::Open => ("open", text.remarks.show_open),
            Rows::Unshown => ("unshown", text.remarks.show_unshown),
            Rows::Lost => ("lost", text.remarks.show_lost),
        };
        let field = format!("rows-{name}");
        view! {
            <span class="option">
                <input
                    type="radio" id=field.clone() name="rows" value=name
                    prop:checked=move || filter.with(|filter| filter.rows == rows)
                    on:change=move |_| filter.update(|filter| filter.rows = rows)
                />
                <label for=field>{words}</label>
            </span>
        }
    });
    view! {
        <fieldset class="group filter">
            <legend>{text.remarks.show}</legend>
            {radios}
            <div class="field">
                <label for="search-answers">{text.remarks.search}</label>
                <input
                    type="search" id="search-answers" autocomplete="off"
                    on:input=move |event| filter.update(|filter| filter.search = event_target_value(&event))
                />
            </div>
        </fieldset>
    }
}
