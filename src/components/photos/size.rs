//! How large the submission gets, against what the county takes.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::model::mail::{as_mailed, megabytes};
use crate::model::photos::bundle::added_by;
use crate::model::submission::Submission;
use leptos::prelude::*;

/// The bar with its words. It follows the photos; the words beside them are too short to count.
#[component]
pub fn SizeBar() -> impl IntoView {
    let (text, session) = (words(), session());
    let added =
        Memo::new(move |_| u32::try_from(session.draft.with(|draft| added_by(&draft.record))).unwrap_or(u32::MAX));
    let mailed = Memo::new(move |_| {
        let added = u64::from(added.get());
        let alone = session.draft.with_untracked(|draft| Submission::of(draft, draft.changed.clone()).written().len());
        let mailed = as_mailed(added.saturating_add(u64::try_from(alone).unwrap_or(u64::MAX)));
        u32::try_from(mailed).unwrap_or(u32::MAX)
    });
    let mailed = move || u64::from(mailed.get());
    let limit = session.draft.with_untracked(|draft| draft.standard.mail_limit);
    if limit == 0 {
        return view! {
            <p class="hint" data-photo-size="">{move || (text.photos.size_only)(&megabytes(mailed()))}</p>
        }
        .into_fresh();
    }
    let over = move || mailed() > limit;
    let said = move || {
        let (size, most) = (megabytes(mailed()), megabytes(limit));
        if over() { (text.photos.over)(&size, &most) } else { (text.photos.size)(&size, &most) }
    };
    view! {
        <div class="photo-size" data-over=move || over().to_string()>
            <progress max=limit.to_string() value=move || mailed().min(limit).to_string() aria-label=said></progress>
            <p class="hint" data-photo-size="">{said}</p>
        </div>
    }
    .into_fresh()
}
