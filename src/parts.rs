//! What is loaded after the start. The start brings the frame and the first page; everything else is a module
//! of its own, fetched as soon as the start is done, so that nobody waits for a click. `scripts/split.mjs`
//! takes the program apart at the function that is marked here: what only it needs goes with it.

use crate::browser::clock;
use crate::browser::place;
use crate::pages;
use crate::pages::draft::DraftPages;
use crate::pages::home::DraftsHere;
use crate::pages::later::CountyPage;
use crate::pages::later::LostPage;
use crate::pages::later::TownshipPage;
use crate::pages::mine::MinePage;
use crate::pages::open::OpenPage;
use crate::route::Route;
use crate::ui::coming::{Arrival, Asked, Coming, Ways};
use crate::ui::fresh::{FreshView, IntoFresh};
use crate::ui::update::UpdateNotice;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// How long the pages may take to come before it is said that they did not.
const PATIENCE: Duration = Duration::from_secs(20);

/// The ways to the pages.
pub const WAYS: Ways = Ways { load, draw: |asked| at_once(draw(asked)) };

/// Fetches the pages.
fn load(coming: Coming) {
    coming.arrival.set(Arrival::Coming);
    // A network that gives no answer says nothing; what comes later is taken all the same.
    clock::later(
        move || {
            if coming.arrival.get_untracked() == Arrival::Coming {
                arrive(coming, Arrival::Absent);
            }
        },
        PATIENCE,
    );
    spawn_local(async move {
        let came = fetch().await.is_ok();
        if coming.arrival.get_untracked() == Arrival::Here {
            return;
        }
        if came {
            coming.owner.with_value(|owner| owner.with(|| at_once(draw(Asked::Begin))));
        }
        arrive(coming, if came { Arrival::Here } else { Arrival::Absent });
    });
}

/// Shows what is here now.
fn arrive(coming: Coming, arrival: Arrival) {
    coming.arrival.set(arrival);
    let mark = if arrival == Arrival::Here { "here" } else { "absent" };
    // Once the page that was waited for stands.
    clock::later(move || place::mark("data-pages", mark), Duration::ZERO);
}

/// What a function among the pages answers. It waits only for them, and is called when they are here.
fn at_once(answer: impl Future<Output = Result<FreshView, SplitLoaderError>>) -> FreshView {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(drawn)) => drawn,
        Poll::Ready(Err(_)) | Poll::Pending => ().into_fresh(),
    }
}

/// One function alone, since each waits by itself until the pages are here.
#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that waits for the pages needs it")]
fn draw(asked: Asked) -> Result<FreshView, SplitLoaderError> {
    Ok(match asked {
        Asked::Begin => {
            pages::draft::begin();
            ().into_fresh()
        }
        Asked::Drafts => view! { <DraftsHere /> }.into_fresh(),
        Asked::Update => view! { <UpdateNotice /> }.into_fresh(),
        Asked::Page(Route::Mine) => view! { <MinePage /> }.into_fresh(),
        Asked::Page(Route::Open) => view! { <OpenPage /> }.into_fresh(),
        Asked::Page(Route::Township) => view! { <TownshipPage /> }.into_fresh(),
        Asked::Page(Route::County) => view! { <CountyPage /> }.into_fresh(),
        Asked::Page(Route::Draft(id, _)) => view! { <DraftPages id=id.clone() /> }.into_fresh(),
        Asked::Page(Route::Home | Route::Lost) => view! { <LostPage /> }.into_fresh(),
    })
}
