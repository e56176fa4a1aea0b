//! The start page: three doors.

use super::mine::name_of;
use crate::browser::{clock, library};
use crate::route::{Page, Route};
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use xingzhan_view::view;

/// The start page.
pub fn home() -> View {
    let (whole, text) = (words(), &words().home);
    // On a shared computer: whose drafts are here, and when each was changed last.
    let here = RwSignal::new(library::at_once());
    spawn_local(async move { _ = here.try_set(library::all().await) });
    let drafts = move || {
        let rows: Vec<View> = here.get().into_iter().filter_map(|one| one.card).map(|card| {
            let href = Route::Draft(card.id.clone(), Page::Tasks).href();
            let changed = (whole.mine.changed)(&clock::local(&card.changed));
            view! { <li data-here=card.id.to_string()><a href=href>{name_of(whole, &card)}</a> " " <span class="hint">{changed}</span></li> }
        }).collect();
        (!rows.is_empty()).then(|| view! { <h2>{whole.mine.title}</h2> <ul>{rows}</ul> })
    };
    let door = |name: &'static str, to: Route, title: &'static str, hint: &'static str| {
        view! {
            <li>
                <a class="door" data-door=name href=to.href()>
                    <b>{title}</b>
                    <span>{hint}</span>
                </a>
            </li>
        }
    };
    view! {
        {heading(text.title)}
        <p class="lead">{text.lead}</p>
        <ul class="doors">
            {door("station", Route::Mine, text.station, text.station_hint)}
            {door("township", Route::Township, text.township, text.township_hint)}
            {door("county", Route::County, text.county, text.county_hint)}
        </ul>
        {drafts}
        <ul class="promises">{text.promises.map(|line| view! { <li>{line}</li> })}</ul>
    }
}
