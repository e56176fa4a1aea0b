//! Fields for text, days and choices. What stands in one that nobody types in is what is stored, whatever changed it:
//! undoing, another window, a merge. Nothing is written into a field that shows it already, nor while an input method
//! is composing in it: that would end what is being composed.
//!
//! What is typed is stored as it is typed; also on `change` and on leaving, since autofill, scripts and some input
//! methods send no `input`. All other attributes are given by whoever uses a field, with `attr:`.

use crate::model::date::CivilDate;
use crate::platform::{clock, growing};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlInputElement;

/// Whether an input method is composing in a field, and when it has ended what is stored is shown again.
#[derive(Clone, Copy)]
struct Composing {
    now: StoredValue<bool>,
    ended: RwSignal<u32>,
}

impl Composing {
    fn new() -> Self {
        Self { now: StoredValue::new(false), ended: RwSignal::new(0) }
    }

    fn start(self) {
        self.now.set_value(true);
    }

    fn end(self) {
        self.now.set_value(false);
        // Some engines tell of the last text only after this.
        clock::later(move || _ = self.ended.try_update(|times| *times = times.wrapping_add(1)), Duration::ZERO);
    }

    /// Whether text may be written into the field. Followed.
    fn is_over(self) -> bool {
        self.ended.track();
        !self.now.get_value()
    }
}

/// Shows what is stored in a field, as often as it changes: where the field may be written into, and says something else.
fn show(
    value: Signal<String>,
    may: impl Fn() -> bool + 'static,
    says: impl Fn() -> Option<String> + 'static,
    write: impl Fn(&str) + 'static,
) {
    Effect::new(move |_| {
        let stored = value.get();
        if may() && says().is_some_and(|now| now != stored) {
            write(&stored);
        }
    });
}

/// Stores what stands in a field, where that is something else than what is stored.
fn stores(value: Signal<String>, store: Callback<String>) -> impl Fn(String) + Copy {
    move |text| {
        // A field that is taken off the page is left too; then nothing is there to store it in.
        if value.try_get_untracked().is_some_and(|stored| stored != text) {
            store.run(text);
        }
    }
}

/// A field for a line of text.
#[component]
pub fn TextInput(
    /// What is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Stores what stands in the field now; called also with what is stored already.
    #[prop(into)]
    store: Callback<String>,
) -> impl IntoView {
    let (field, composing) = (NodeRef::<html::Input>::new(), Composing::new());
    show(
        value,
        move || composing.is_over(),
        move || Some(field.get()?.value()),
        move |stored| {
            if let Some(field) = field.get_untracked() {
                field.set_value(stored);
            }
        },
    );
    let take = stores(value, store);
    view! {
        <input
            type="text"
            autocomplete="off"
            node_ref=field
            prop:value=value.get_untracked()
            on:compositionstart=move |_| composing.start()
            on:compositionend=move |_| composing.end()
            on:input=move |event| take(event_target_value(&event))
            on:change=move |event| take(event_target_value(&event))
            on:blur=move |event: ev::FocusEvent| take(event_target_value(&event))
        />
    }
}

/// A field for several lines of text.
#[component]
pub fn TextArea(
    /// What is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Stores what stands in the field now; called also with what is stored already.
    #[prop(into)]
    store: Callback<String>,
) -> impl IntoView {
    let (field, composing) = (NodeRef::<html::Textarea>::new(), Composing::new());
    show(
        value,
        move || composing.is_over(),
        move || Some(field.get()?.value()),
        move |stored| {
            if let Some(field) = field.get_untracked() {
                field.set_value(stored);
                growing::later(field);
            }
        },
    );
    let take = stores(value, store);
    view! {
        <textarea
            node_ref=field
            prop:value=value.get_untracked()
            on:compositionstart=move |_| composing.start()
            on:compositionend=move |_| composing.end()
            on:input=move |event| {
                take(event_target_value(&event));
                // Once the rest of the page has changed, so that its height is asked once for both, and still before anybody
                // can point at what stands below.
                growing::later(event_target(&event));
                queue_microtask(growing::now);
            }
            on:change=move |event| take(event_target_value(&event))
            on:focus=move |event: ev::FocusEvent| growing::later(event_target(&event))
            on:blur=move |event: ev::FocusEvent| take(event_target_value(&event))
        ></textarea>
    }
}

/// A field for a day. Half a day, one that the calendar does not have and one out of range are told and never stored:
/// what is stored stays, and so does what is typed. It is told once the person leaves, since every day is a half one
/// while it is typed.
#[component]
pub fn DayInput(
    /// The day as it is stored.
    #[prop(into)]
    value: Signal<Option<CivilDate>>,
    /// Stores a day, or takes it back.
    #[prop(into)]
    store: Callback<Option<CivilDate>>,
    /// Whether the field was left with something else than a day; told by `HalfDay`.
    #[prop(into)]
    half: Signal<bool>,
    /// Takes that it was, or is no longer.
    #[prop(into)]
    tell: Callback<bool>,
) -> impl IntoView {
    let written = |day: Option<CivilDate>| day.map_or(String::new(), String::from);
    let field = NodeRef::<html::Input>::new();
    let mut shown = None;
    Effect::new(move |_| {
        let stored = value.get();
        let before = shown.replace(stored);
        let changed = before != Some(stored);
        let Some(field) = field.get() else { return };
        // Half a day is left alone until the stored one is another.
        if CivilDate::parse(&field.value()) != stored && (changed || is_day_or_empty(&field)) {
            field.set_value(&written(stored));
            // A field that is drawn anew says nothing of what was typed into the one before.
            if before.is_some() {
                tell.run(false);
            }
        }
    });
    // Whoever leaves the page leaves its fields, also where the browser says nothing of it.
    on_cleanup(move || {
        if field.try_get_untracked().flatten().is_some_and(|field| !is_day_or_empty(&field)) {
            tell.try_run(true);
        }
    });
    let take = move |field: &HtmlInputElement, left: bool| {
        if !is_day_or_empty(field) {
            if left {
                tell.try_run(true);
            }
            return;
        }
        tell.try_run(false);
        let day = CivilDate::parse(&field.value());
        if value.try_get_untracked().is_some_and(|stored| stored != day) {
            store.run(day);
        }
    };
    view! {
        <input
            type="date"
            min="1900-01-01"
            max="2999-12-31"
            node_ref=field
            prop:value=written(value.get_untracked())
            aria-invalid=move || half.get().then_some("true")
            on:input=move |event| take(&event_target(&event), false)
            on:change=move |event| take(&event_target(&event), false)
            on:blur=move |event: ev::FocusEvent| take(&event_target(&event), true)
        />
    }
}

/// Whether a field for a day holds a day that can be stored, or nothing at all. Half a day has no value, and only the
/// browser knows it from nothing.
fn is_day_or_empty(field: &HtmlInputElement) -> bool {
    field.check_validity() && (field.value().is_empty() || CivilDate::parse(&field.value()).is_some())
}

/// A list of which one is chosen. Its children are its options.
#[component]
pub fn SelectInput(
    /// The value of the option that is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Stores the value that was chosen.
    #[prop(into)]
    store: Callback<String>,
    /// Its options.
    children: Children,
) -> impl IntoView {
    let field = NodeRef::<html::Select>::new();
    // Once the options are there; without one a list cannot show its value.
    show(
        value,
        || true,
        move || Some(field.get()?.value()),
        move |stored| {
            if let Some(field) = field.get_untracked() {
                field.set_value(stored);
            }
        },
    );
    let take = move |event: web_sys::Event| {
        store.run(event_target_value(&event));
        // What was not stored is not shown as if it were.
        if let (Some(field), Some(stored)) = (field.get_untracked(), value.try_get_untracked())
            && field.value() != stored
        {
            field.set_value(&stored);
        }
    };
    view! { <select node_ref=field on:change=take>{children()}</select> }
}
