//! Where not all of a review can be stored: why, and the way to its file.

use crate::components::lazy::fresh::redrawn;
use crate::model::review::ids::ReviewId;
use crate::pages::review::context::{desk, sessions};
use crate::pages::review::door_list::name_of;
use crate::persistence::backend::Failure;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// Why what was decided is not stored.
pub(super) fn unsaved(why: Failure) -> &'static str {
    let words = &desk().frame;
    match why {
        Failure::Blocked => words.unsaved_blocked,
        Failure::Full => words.unsaved_full,
        Failure::NoAnswer => words.unsaved_no_answer,
        Failure::Newer | Failure::Cleared | Failure::Other => words.unsaved_other,
    }
}

/// The reviews that were left while not all of them could be stored: they are in this window alone. The one that is
/// shown tells by itself.
#[component]
pub(super) fn UnsavedReviews(
    /// The one that is shown.
    #[prop(optional)]
    shown: Option<ReviewId>,
) -> impl IntoView {
    let sessions = sessions();
    let all = Memo::new(move |_| {
        let all = sessions.unsaved().into_iter().map(|(head, why)| (head.basics.id, name_of(&head), why));
        all.filter(|(id, ..)| Some(*id) != shown).collect::<Vec<_>>()
    });
    redrawn(move || {
        let all = all.get().into_iter().map(|(id, name, why)| {
            view! {
                <p class="notice" role="alert" data-unsaved-review=id.to_string()>
                    <b>{name}</b> " " {unsaved(why)} " "
                    <a class="button" href=Route::Review(id, ReviewPage::File).href()>{desk().frame.save_now}</a>
                </p>
            }
        });
        Some(all.collect::<Vec<_>>())
    })
}
