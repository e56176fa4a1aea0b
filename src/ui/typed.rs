//! A field for a number: what was typed stays as it was typed until the person leaves the field, and a
//! number that cannot be read is said at once.

use super::dom::View;
use super::words;
use crate::model::facts::{Count, NotACount};
use leptos::prelude::*;
use xingzhan_view::view;

/// A field for a number.
pub struct Number {
    /// Its id on the page.
    pub id: String,
    /// The id of what describes it besides the error; may be empty.
    pub described: String,
    /// For tests and scripts: the fact it asks, if any.
    pub fact: Option<String>,
    /// For tests and scripts: the item whose own number it is, if any.
    pub count: Option<String>,
    /// What is counted; may be empty.
    pub unit: String,
    /// The number as it is stored.
    pub stored: Signal<Option<Count>>,
    /// Stores a number, or takes it back.
    pub store: Callback<Option<Count>>,
}

/// The field with its unit and its error. The label stands around it.
pub fn typed(Number { id, described, fact, count, unit, stored, store }: Number) -> View {
    let text = words();
    let raw = RwSignal::new(None::<String>);
    let read = move || raw.with(|raw| raw.as_deref().map_or(Ok(None), Count::typed));
    let error = move || match read() {
        Ok(_) => None,
        Err(NotACount::NotDigits) => Some(text.form.not_digits),
        Err(NotACount::TooMany) => Some(text.form.too_many),
    };
    let error_id = format!("error-{id}");
    let describes = format!("{described} {error_id}").trim().to_owned();
    view! {
        <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            class="number"
            maxlength="20"
            id=id
            data-fact=fact
            data-count=count
            aria-describedby=describes
            aria-invalid=move || error().map(|_| "true")
            prop:value=move || {
                raw.get().unwrap_or_else(|| stored.get().map_or(String::new(), |count| count.to_string()))
            }
            on:input=move |event| {
                let typed = event_target_value(&event);
                let count = Count::typed(&typed).unwrap_or(None);
                raw.set(Some(typed));
                if count != stored.get_untracked() {
                    store.run(count);
                }
            }
            on:blur=move |_| {
                // A field that is taken off the page is left too; then there is nothing to reset any more.
                let readable = raw.try_with_untracked(|raw| raw.as_deref().is_none_or(|raw| Count::typed(raw).is_ok()));
                if readable == Some(true) {
                    raw.try_set(None);
                }
            }
        />
        <span class="unit">{unit}</span>
        <span class="error" id=error_id data-error="" aria-live="polite">{error}</span>
    }
}
