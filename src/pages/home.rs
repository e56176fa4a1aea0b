//! The start page: three doors.

use crate::components::frame::heading::Heading;
use crate::components::language;
use crate::components::lazy::fresh::redrawn;
use crate::components::lazy::pages::{LazyPages, LazyView};
use crate::components::words;
use crate::i18n::home as home_words;
use crate::pages::station::drafts::{name_of, unsure};
use crate::platform::keeping::keeps_nothing;
use crate::platform::unsaved_drafts;
use crate::platform::{clock, library};
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The start page.
#[component]
pub fn HomePage(
    /// The pages that come after the start.
    coming: LazyPages<LazyView>,
) -> impl IntoView {
    let text = home_words(language());
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
        <Heading title=text.title />
        <p class="lead">{text.lead}</p>
        <ul class="doors">
            {door("station", Route::Mine, text.station, text.station_hint)}
            {door("township", Route::Township, text.township, text.township_hint)}
            {door("county", Route::County, text.county, text.county_hint)}
        </ul>
        {coming.beside(LazyView::Drafts)}
        <ul class="promises">{text.promises.map(|line| view! { <li>{line}</li> })}</ul>
    }
}

/// On a shared computer: whose drafts are here, and when each was changed last.
#[component]
pub fn DraftsHere() -> impl IntoView {
    let text = words();
    let here = RwSignal::new(library::at_once());
    let (known, nothing) = (RwSignal::new(None), RwSignal::new(false));
    spawn_local(async move {
        let all = library::all().await;
        // What is the same is not drawn anew, since it may have the focus.
        if here.try_with_untracked(|now| *now == all.drafts) == Some(false) {
            here.set(all.drafts);
        }
        known.try_set(Some(all.unsure));
        nothing.try_set(keeps_nothing().await);
    });
    let drafts = move || {
        let rows = here.get().into_iter().filter_map(|one| one.card).map(|card| {
            let href = Route::Draft(card.id.clone(), Page::Tasks).href();
            let changed = (text.mine.changed)(&clock::local(&card.changed));
            let unsaved = unsaved_drafts::is_held(&card.id).then(|| view! { " " <b class="warning" data-unsaved="">{text.mine.unsaved}</b> });
            view! { <li data-here=card.id.to_string()><a href=href>{name_of(text, &card)}</a> " " <span class="hint whole-part">{changed}</span> {unsaved}</li> }
        }).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <h2>{text.mine.title}</h2> <ul>{rows}</ul> })
    };
    // Where a place is late or cannot be read, an empty list would say more than is known.
    let unsure = unsure(move || match known.get() {
        None => Some(text.leaving.list_waits),
        Some(true) => Some(text.leaving.list_unsure),
        Some(false) => None,
    });
    let unkept = redrawn(move || {
        nothing.get().then(|| view! { <p class="notice" role="alert" data-keeps-nothing="">{text.mine.blocked}</p> })
    });
    (unkept, drafts, unsure)
}
