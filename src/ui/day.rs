//! A field for a day. While a person types, the browser tells half a day as none, and the year 2 before
//! the year 2026: so nothing is written back into the field before the person leaves it.

use super::dom::View;
use crate::model::date::CivilDate;
use leptos::prelude::*;
use xingzhan_view::view;

/// A field for a day.
pub struct Day {
    /// Its id on the page.
    pub id: String,
    /// Its name, where it has one.
    pub name: Option<&'static str>,
    /// For tests and scripts: the item it belongs to, if any.
    pub item: Option<String>,
    /// The day as it is stored.
    pub stored: Signal<Option<CivilDate>>,
    /// Stores a day, or takes it back.
    pub store: Callback<Option<CivilDate>>,
}

/// The field. The label stands around it.
pub fn day(Day { id, name, item, stored, store }: Day) -> View {
    let written = |day: Option<CivilDate>| day.map_or(String::new(), String::from);
    view! {
        <input
            type="date"
            min="1900-01-01"
            max="2999-12-31"
            id=id
            name=name
            data-date=item
            prop:value=written(stored.get_untracked())
            on:input=move |event| {
                let day = CivilDate::parse(&event_target_value(&event));
                if day != stored.get_untracked() {
                    store.run(day);
                }
            }
            on:blur=move |event| {
                // A field that is taken off the page is left too; then there is nothing to show any more.
                if let Some(day) = stored.try_get_untracked() {
                    event_target::<web_sys::HtmlInputElement>(&event).set_value(&written(day));
                }
            }
        />
    }
}
