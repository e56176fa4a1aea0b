//! A field for a number: what was typed stays as it was typed until the person leaves the field; what cannot be read
//! stays as it is, in the draft, and is said at once.

use crate::components::form::fields::TextInput;
use crate::components::words;
use crate::i18n::unit_beside;
use crate::model::record::typed;
use crate::model::record::typed::NotACount;
use crate::model::record::unread::Typed;
use leptos::prelude::*;

/// What a text in a number's field says.
fn read(text: String, units: &[String]) -> (Typed, Option<NotACount>) {
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    match typed::count(&text, &units) {
        Ok(count) => (Typed::Number(count), None),
        Err(why) => (Typed::Unread(text), Some(why)),
    }
}

/// The field with its unit and its error. The label stands around it.
#[component]
pub fn NumberInput(
    /// Its id on the page.
    id: String,
    /// The id of what describes it besides the error; may be empty.
    #[prop(into)]
    described: String,
    /// For tests and scripts: the fact it asks, if any.
    #[prop(optional_no_strip)]
    fact: Option<String>,
    /// For tests and scripts: the item whose own number it is, if any.
    #[prop(optional_no_strip)]
    count: Option<String>,
    /// What is counted, in the language of the page; may be empty.
    unit: String,
    /// What may stand behind the number, in every language.
    units: Vec<String>,
    /// What stands in the draft.
    #[prop(into)]
    stored: Signal<Typed>,
    /// Stores what stands in the field now.
    store: Callback<Typed>,
) -> impl IntoView {
    let text = words();
    // What is being typed, as long as it says what the draft holds: what came from elsewhere (undoing, another window)
    // is shown in its place.
    let raw = RwSignal::new(None::<String>);
    let units = StoredValue::new(units);
    let shown = move || {
        let stands = stored.get();
        let typing = raw.get().filter(|raw| units.with_value(|units| read(raw.clone(), units).0 == stands));
        typing.unwrap_or_else(|| match stands {
            Typed::Number(count) => count.map_or(String::new(), |count| count.to_string()),
            Typed::Unread(text) => text,
        })
    };
    let error = move || match stored.get() {
        Typed::Number(_) => None,
        Typed::Unread(text_typed) => match units.with_value(|units| read(text_typed, units).1)? {
            NotACount::NotDigits => Some(text.form.not_digits),
            NotACount::NotWhole => Some(text.form.not_whole),
            NotACount::TooMany => Some(text.form.too_many),
        },
    };
    let unit_now = Memo::new(move |_| match stored.get() {
        Typed::Number(Some(count)) => unit_beside(text, count, &unit),
        Typed::Number(None) | Typed::Unread(_) => unit.clone(),
    });
    let error_id = format!("error-{id}");
    let describes = format!("{described} {error_id}").trim().to_owned();
    let take = move |text: String| {
        let (now, _) = units.with_value(|units| read(text.clone(), units));
        raw.set(Some(text));
        if stored.with_untracked(|stored| *stored != now) {
            store.run(now);
        }
    };
    view! {
        <TextInput
            value=Signal::derive(shown)
            store=take
            attr:inputmode="numeric"
            attr:class="number"
            attr:id=id
            attr:data-fact=fact
            attr:data-count=count
            attr:aria-describedby=describes
            attr:aria-invalid=move || error().map(|_| "true")
            on:blur=move |_| {
                // A field that is taken off the page is left too; then there is nothing to reset any more.
                raw.try_set(None);
            }
        />
        <span class="unit">{move || unit_now.get()}</span>
        <span class="error" id=error_id data-error="" aria-live="polite">{error}</span>
    }
}
