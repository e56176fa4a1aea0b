//! A door: which reviews of a township or of the county are on this computer, a new one, one from a file.

use crate::components::context::{shared, table};
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::pages::review::begin_review::BeginReview;
use crate::pages::review::context::{desk, sessions};
use crate::pages::review::door_list::ReviewList;
use crate::pages::review::here::{Door, HereNow, ListedReview, refresh};
use crate::pages::review::open_review_file::OpenReviewFile;
use crate::pages::review::open_sample::open_sample;
use crate::pages::review::unsaved::UnsavedReviews;
use crate::persistence::review_head::Shelf;
use crate::platform::navigation;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A door.
#[component]
pub(super) fn DoorPage(door: Door) -> impl IntoView {
    let words = &desk().door;
    // The standards are there before one is chosen.
    table().library();
    let here = RwSignal::new(HereNow::NotYet);
    let not_put = RwSignal::new(String::new());
    refresh(here);
    let (title, lead) = match door {
        Door::Township => (words.township, words.township_lead),
        Door::County => (words.county, words.county_lead),
    };
    let list = move || match here.get() {
        HereNow::NotYet => view! { <p class="hint" role="status">{words.waits}</p> }.into_fresh(),
        HereNow::Blocked => view! { <p class="notice" role="alert" data-blocked="">{words.blocked}</p> }.into_fresh(),
        HereNow::Silent => view! { <p class="notice" role="alert">{words.silent}</p> }.into_fresh(),
        HereNow::All(all) => {
            let all: Vec<ListedReview> =
                all.into_iter().filter(|(_, head)| head.as_ref().is_none_or(|head| door.shows(head))).collect();
            let on = |shelf: Shelf| {
                let is = |(_, head): &&ListedReview| head.as_ref().map_or(Shelf::Open, |head| head.shelf) == shelf;
                all.iter().filter(is).cloned().collect::<Vec<_>>()
            };
            let (open, archived, removed) = (on(Shelf::Open), on(Shelf::Archived), on(Shelf::Removed));
            let open = if open.is_empty() {
                // What is put away is listed below.
                let none = if archived.is_empty() && removed.is_empty() { words.none } else { words.none_open };
                view! { <p class="empty">{none}</p> }.into_fresh()
            } else {
                view! { <ReviewList list=open here not_put /> }.into_fresh()
            };
            view! {
                <h2>{words.list}</h2>
                {open}
                {(!archived.is_empty()).then(|| view! {
                    <details class="more" data-archived=""><summary>{words.archived}</summary><ReviewList list=archived here not_put /></details>
                })}
                {(!removed.is_empty()).then(|| view! {
                    <details class="more" data-removed="">
                        <summary>{words.removed}</summary>
                        <p class="hint">{words.removed_hint}</p>
                        <ReviewList list=removed here not_put />
                    </details>
                })}
            }
            .into_fresh()
        }
    };
    view! {
        <Heading title=title />
        <p class="lead">{lead}</p>
        <p class="notice">{words.lives_here}</p>
        {navigation::is_from_disk().then(|| view! { <p class="hint">{words.from_disk}</p> })}
        <UnsavedReviews />
        <p role="alert" data-not-put="">{move || not_put.get()}</p>
        <div data-reviews="">{list}</div>
        <h2>{words.new}</h2>
        <BeginReview door />
        <Sample door />
        <h2>{words.open_file}</h2>
        <OpenReviewFile here />
    }
}

/// The way to the sample county, at the county's door.
#[component]
fn Sample(door: Door) -> impl IntoView {
    let (text, words, sessions, table) = (words(), &desk().door, sessions(), table());
    let route = shared().route;
    let busy = RwSignal::new(false);
    let open = move |_| {
        busy.set(true);
        let library = table.library().get_untracked();
        spawn_local(async move {
            // Where it cannot be made the button is there again. Whoever has gone elsewhere meanwhile is left there.
            if let Some(id) = open_sample(text, sessions, library).await
                && route.with_untracked(|route| *route == Route::County)
            {
                navigation::go(&Route::Review(id, ReviewPage::Table));
            }
            busy.try_set(false);
        });
    };
    (door == Door::County).then(|| {
        view! {
            <ul class="choices">
                <li>
                    <button type="button" data-do="sample-county" disabled=move || busy.get() on:click=open>{words.sample}</button>
                    <span class="hint">{words.sample_hint}</span>
                </li>
            </ul>
            <p role="status">{move || busy.get().then_some(words.opening)}</p>
        }
    })
}
