//! How large the submission gets, against what the county takes.

use super::dom::View;
use super::{session, words};
use crate::model::carried::added_by;
use crate::model::mail::{as_mailed, megabytes};
use crate::model::submission::Submission;
use leptos::prelude::*;
use xingzhan_view::view;

/// The bar with its words. It follows the photos; the words beside them are too short to count.
pub fn size_bar() -> Option<View> {
    let (text, session) = (words(), session()?);
    let added =
        Memo::new(move |_| session.draft.with(|draft| added_by(draft.record.photos().map(|(_, _, photo)| photo))));
    let mailed = Memo::new(move |_| {
        let added = added.get();
        let alone = session.draft.with_untracked(|draft| Submission::of(draft, draft.changed.clone()).written().len());
        as_mailed(added.saturating_add(u64::try_from(alone).unwrap_or(u64::MAX)))
    });
    let limit = session.draft.with_untracked(|draft| draft.standard.mail_limit);
    if limit == 0 {
        return Some(view! {
            <p class="hint" data-photo-size="">{move || (text.photos.size_only)(&megabytes(mailed.get()))}</p>
        });
    }
    let over = move || mailed.get() > limit;
    let said = move || {
        let (size, most) = (megabytes(mailed.get()), megabytes(limit));
        if over() { (text.photos.over)(&size, &most) } else { (text.photos.size)(&size, &most) }
    };
    Some(view! {
        <div class="photo-size" data-over=move || over().to_string()>
            <progress max=limit.to_string() prop:value=move || mailed.get().min(limit).to_string() aria-label=said></progress>
            <p class="hint" data-photo-size="">{said}</p>
        </div>
    })
}
