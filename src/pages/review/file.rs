//! The review as a file: saved, and another copy of it merged.

use crate::components::context::table;
use crate::components::frame::heading::Heading;
use crate::components::words;
use crate::i18n::{Text, not_a_review};
use crate::model::files::file_name::file_name;
use crate::pages::review::context::{desk, review};
use crate::persistence::review_head::ReviewHead;
use crate::platform::clock;
use crate::platform::review::file;
use crate::platform::review::take_in::match_same_names;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name of a review's file.
fn name_of(text: &Text, head: &ReviewHead) -> String {
    let sample = if head.basics.sample { text.send.what_sample } else { "" };
    let whose = head.basics.township().unwrap_or(text.leaving.county);
    let day = clock::local_now();
    let day = day.split(' ').next().unwrap_or_default();
    file_name(&[&head.basics.year.to_string(), sample, whose, text.leaving.what_review, day], "json")
}

/// The page of the file.
#[component]
pub(super) fn FilePage() -> impl IntoView {
    let (text, words, session, table) = (words(), &desk().file, review(), table());
    let with_photos = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let save = move |_| {
        let Some(name) = session.with(|open| name_of(text, &open.head)) else { return };
        busy.set(true);
        spawn_local(async move {
            let photos = with_photos.try_get_untracked().unwrap_or_default();
            let saved = file::save(session, &name, photos).await;
            busy.try_set(false);
            said.try_set(match saved {
                Some(0) => (words.handed)(&name),
                Some(without) => format!("{} {}", (words.handed)(&name), (words.without)(without)),
                None => words.failed.to_owned(),
            });
        });
    };
    let merge = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        let library = table.library().get_untracked();
        busy.set(true);
        spawn_local(async move {
            // What is read is merged also where another review is opened meanwhile.
            let _at_work = session.at_work();
            let outcome = match file::read(chosen, &library).await {
                Err(problems) => not_a_review(text, &problems),
                Ok(other) if session.id != other.basics.id => words.other_review.to_owned(),
                Ok(other) => {
                    let received = file::received(Some(session), &other, library).await;
                    let new = session.merge(other.entries, received);
                    _ = match_same_names(session).await;
                    if new == 0 { words.nothing_new.to_owned() } else { (words.merged)(new) }
                }
            };
            busy.try_set(false);
            said.try_set(outcome);
        });
    };
    let check = move |event: ev::Event| with_photos.set(event_target_checked(&event));
    view! {
        <Heading title=words.title />
        <p class="lead">{words.lead}</p>
        <p class="option">
            <input type="checkbox" id="review-photos" on:change=check />
            <label for="review-photos">{words.with_photos}</label>
        </p>
        <p class="actions">
            <button type="button" class="primary" data-do="save-review" disabled=move || busy.get() on:click=save>{words.save}</button>
        </p>
        <p role="status" data-said="">{move || said.get()}</p>
        <h2>{words.merge}</h2>
        <p class="hint">{words.merge_hint}</p>
        <div class="drop">
            <label for="merge-review" class="button">{words.choose}</label>
            <input type="file" id="merge-review" disabled=move || busy.get() on:change=merge />
        </div>
    }
}
