//! What the header says of saving, and a way out when it fails.

use super::dom::{Content, Drawn};
use super::{session, words};
use crate::browser::{clock, files};
use crate::keep::keeper::{Failure, Status};
use crate::model::draft::Draft;
use crate::model::file_name::file_name;
use crate::model::json::canonical;
use crate::text::Text;
use leptos::prelude::*;
use xingzhan_view::view;

/// The name of a draft's file.
pub fn draft_file(text: &Text, draft: &Draft) -> String {
    let year = draft.year.to_string();
    let sample = if draft.sample { text.send.what_sample } else { "" };
    file_name(&[&year, sample, draft.unit.township.trim(), draft.unit.name.trim(), text.send.what_draft], "json")
}

/// Saves an open draft as a file.
pub fn save_draft(text: &Text, draft: &Draft) {
    // Where even a download fails there is nothing left that the page could do.
    let _ = files::save(&draft_file(text, draft), &canonical(draft));
}

/// The state of saving.
pub fn saved() -> Option<Drawn> {
    let (text, session) = (words(), session()?);
    Some(
        (move || match session.status.get() {
            Status::Saved => {
                let time = session.draft.with(|draft| clock::local(&draft.changed));
                let time = time.rsplit(' ').next().unwrap_or_default().to_owned();
                view! { <span class="saved" data-saved="saved">{text.frame.saved} " " {time}</span> }
            }
            Status::Saving => view! { <span class="saved" data-saved="saving">{text.frame.saving}</span> },
            Status::Unsaved(failure) => {
                let why = match failure {
                    Failure::Blocked => text.frame.unsaved_blocked,
                    Failure::Full => text.frame.unsaved_full,
                    Failure::Newer => text.frame.unsaved_newer,
                    Failure::Other => text.frame.unsaved_other,
                };
                let save = move |_| session.draft.with_untracked(|draft| save_draft(text, draft));
                view! {
                    <span class="saved failed" data-saved="unsaved" role="alert">
                        {why} " "
                        <button type="button" data-do="save-draft" on:click=save>{text.frame.save_now}</button>
                    </span>
                }
            }
        })
        .draw(),
    )
}
