//! Opening a review from a file: as one that is new here, or merged into the one that is.

use crate::components::context::{shared, table};
use crate::components::words;
use crate::i18n::not_a_review;
use crate::pages::review::context::{desk, sessions};
use crate::pages::review::here::HereNow;
use crate::persistence::review_head::ReviewHead;
use crate::platform::review::file;
use crate::platform::{clock, navigation};
use crate::routes::{ReviewPage, Route};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where a review file is chosen. One that is here already is opened, and merged on its own page.
#[component]
pub(super) fn OpenReviewFile(here: RwSignal<HereNow>) -> impl IntoView {
    let (text, words, sessions, table) = (words(), desk(), sessions(), table());
    let (said, route) = (RwSignal::new(String::new()), shared().route);
    let choose = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        said.set(words.door.opening.to_owned());
        let library = table.library().get_untracked();
        spawn_local(async move {
            let review = match file::read(chosen, &library).await {
                Ok(review) => review,
                Err(problems) => {
                    said.try_set(not_a_review(text, &problems));
                    return;
                }
            };
            let id = review.basics.id;
            let known = match here.try_get_untracked() {
                Some(HereNow::All(all)) => all.iter().any(|(known, _)| *known == id.to_string()),
                _ => false,
            };
            if known {
                said.try_set(words.door.is_here.to_owned());
                return;
            }
            let received = file::received(None, &review, library).await;
            let Some(changed) = clock::now() else { return };
            let head = ReviewHead::new(review.basics, changed);
            // Whoever has gone elsewhere meanwhile is left there, and finds it at the door.
            let stays = route.with_untracked(|route| matches!(route, Route::Township | Route::County));
            if sessions.begin(head, &review.entries, received).is_some() && stays {
                navigation::go(&Route::Review(id, ReviewPage::Table));
            }
        });
    };
    view! {
        <div class="drop">
            <label for="review-file" class="button">{words.door.open_file}</label>
            <input type="file" id="review-file" on:change=choose />
            <p class="hint">{words.door.open_hint}</p>
        </div>
        <p role="status" data-opened="">{move || said.get()}</p>
    }
}
