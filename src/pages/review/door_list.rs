//! The reviews that are listed at a door, each with what can be done with it there.

use crate::components::dot_separated::dot_separated;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::leaving::review_name;
use crate::pages::review::context::{desk, sessions};
use crate::pages::review::here::{HereNow, ListedReview, refresh, show};
use crate::persistence::review_head::{ReviewHead, Shelf};
use crate::platform::clock;
use crate::platform::review::head_change::put_closed_on;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name of a review: whose it is, and for which year.
pub(super) fn name_of(head: &ReviewHead) -> String {
    review_name(words(), &head.basics)
}

/// Some of the reviews. Where one could not be put somewhere else, `not_put` says so.
#[component]
pub(super) fn ReviewList(list: Vec<ListedReview>, here: RwSignal<HereNow>, not_put: RwSignal<String>) -> impl IntoView {
    let words = &desk().door;
    let rows = list.into_iter().map(|(id, head)| match head {
        None => view! { <li data-review="unread"><span>{words.unreadable}</span> <span class="hint">{id}</span></li> }
            .into_fresh(),
        Some(head) => view! { <ReviewRow head here not_put /> }.into_fresh(),
    });
    view! { <ul class="drafts">{rows.collect::<Vec<_>>()}</ul> }
}

#[component]
fn ReviewRow(head: ReviewHead, here: RwSignal<HereNow>, not_put: RwSignal<String>) -> impl IntoView {
    let (text, words, sessions) = (words(), &desk().door, sessions());
    let (id, name) = (head.basics.id, name_of(&head));
    let kinds = head.basics.standards.iter().map(|one| one.unit.words.get(text.lang));
    let kinds = kinds.collect::<Vec<_>>().join(text.and());
    let details = dot_separated([(false, kinds), (true, (words.changed)(&clock::local(&head.changed)))]);
    let sample = head.basics.sample;
    let (shelf, removed) = (head.shelf, head.shelf == Shelf::Removed);
    let put = move |head: &ReviewHead, shelf: Shelf| {
        let mut head = head.clone();
        // The one that is open in this window writes its own head, and is seen there before that is stored.
        not_put.set(String::new());
        if let Some(session) = sessions.of(id) {
            session.put_on(shelf);
            head.shelf = shelf;
            show(here, head);
            return;
        }
        let name = name_of(&head);
        spawn_local(async move {
            if put_closed_on(id, shelf, head).await.is_err() {
                not_put.try_set((words.not_put)(&name));
            }
            refresh(here);
        });
    };
    let button = move |name: &'static str, label: &'static str, to: Shelf, head: ReviewHead, of: String| {
        view! {
            <button type="button" class="quiet" data-do=name aria-label=format!("{label}{}{of}", text.colon()) on:click=move |_| put(&head, to)>{label}</button>
        }
    };
    let archive = match shelf {
        Shelf::Open => Some(button("archive", words.archive, Shelf::Archived, head.clone(), name.clone())),
        Shelf::Archived => Some(button("unarchive", words.unarchive, Shelf::Open, head.clone(), name.clone())),
        Shelf::Removed => None,
    };
    let remove = if removed {
        button("take-back", words.take_back, Shelf::Open, head, name.clone())
    } else {
        button("remove", words.remove, Shelf::Removed, head, name.clone())
    };
    let title = if removed {
        view! { <span>{name}</span> }.into_fresh()
    } else {
        view! { <a class="draft-link" href=Route::Review(id, ReviewPage::TakeIn).href()>{name}</a> }.into_fresh()
    };
    view! {
        <li data-review=id.to_string()>
            {title}
            {sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <span class="hint">{details}</span>
            {archive}
            {remove}
        </li>
    }
}
