//! What is loaded after the start. The start brings the frame and the first page; everything else is a module
//! of its own, fetched as soon as the start is done, so that nobody waits for a click. `scripts/split.mjs`
//! takes the program apart at the function that is marked here: what only it needs goes with it.

use crate::browser::place;
use crate::pages;
use crate::route::Route;
use crate::ui::coming::{Arrival, Asked, Coming, Ways};
use crate::ui::dom::{Content, Drawn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How long the pages may take to come before it is said that they did not.
const PATIENCE: Duration = Duration::from_secs(20);

/// The ways to the pages.
pub const WAYS: Ways = Ways { load, draw: |asked| at_once(draw(asked)) };

/// Fetches the pages.
fn load(coming: Coming) {
    coming.arrival.set(Arrival::Coming);
    // A network that gives no answer says nothing; what comes later is taken all the same.
    set_timeout(
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
    set_timeout(move || place::mark("data-pages", mark), Duration::ZERO);
}

/// What a function among the pages answers. It waits only for them, and is called when they are here.
fn at_once(answer: impl Future<Output = Result<Drawn, SplitLoaderError>>) -> Drawn {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(drawn)) => drawn,
        Poll::Ready(Err(_)) | Poll::Pending => Drawn::Nothing,
    }
}

/// One function alone, since each waits by itself until the pages are here.
#[wasm_split(pages, fallible, preload(fetch))]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that waits for the pages needs it")]
fn draw(asked: Asked) -> Result<Drawn, SplitLoaderError> {
    Ok(match asked {
        Asked::Begin => {
            pages::draft::begin();
            Drawn::Nothing
        }
        Asked::Drafts => pages::home::drafts(),
        Asked::Update => crate::ui::update::update().draw(),
        Asked::Page(Route::Mine) => pages::mine::mine().draw(),
        Asked::Page(Route::Open) => pages::open::open().draw(),
        Asked::Page(Route::Township) => pages::later::township().draw(),
        Asked::Page(Route::County) => pages::later::county().draw(),
        Asked::Page(Route::Draft(id, _)) => pages::draft::draft(&id).draw(),
        Asked::Page(Route::Home | Route::Lost) => pages::later::lost().draw(),
    })
}
