//! What the header says of saving, and a way out when it fails.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::i18n::leaving::draft_file;
use crate::i18n::{Text, gap};
use crate::model::files::json::canonical;
use crate::persistence::autosave::{ReadOnlyReason, SaveStatus};
use crate::persistence::backend::{Backend, Failure};
use crate::platform::drafts::Session;
use crate::platform::{clock, file_reminder, files, photos};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Saves an open draft as a file, with its photos. What could not be read of them is said.
pub fn save_draft(text: &Text, session: Session) {
    let draft = session.draft.get_untracked();
    let name = draft_file(text, &draft);
    spawn_local(async move {
        let packed = photos::pack(canonical(&draft), draft.photo_digests(), &draft.record).await;
        // Where even a download fails there is nothing left that the page could do.
        if files::save(&name, &packed.text).is_none() {
            return;
        }
        file_reminder::note(&draft);
        // The draft may have been closed meanwhile.
        session.handed.try_set(Some(packed.without));
    });
}

fn is_well(status: SaveStatus) -> bool {
    matches!(status, SaveStatus::Saved(_) | SaveStatus::Saving)
}

/// The state of saving.
#[component]
pub fn SaveState() -> impl IntoView {
    let (text, session) = (words(), session());
    // While all goes well only words change, several times a minute; nothing is drawn anew for that.
    let wrong = Memo::new(move |_| Some(session.status.get()).filter(|status| !is_well(*status)));
    let said = move || match session.status.get() {
        SaveStatus::Saved(place) => {
            let time = session.draft.with_untracked(|draft| clock::local(&draft.changed));
            let time = time.rsplit(' ').next().unwrap_or_default();
            let loosely =
                if place == Backend::Local { format!("{}{}", gap(text), text.frame.saved_here) } else { String::new() };
            format!("{} {time}{loosely}", text.frame.saved)
        }
        _ => text.frame.saving.to_owned(),
    };
    move || match wrong.get() {
        None | Some(SaveStatus::Saved(_) | SaveStatus::Saving) => {
            let name = move || if session.status.get() == SaveStatus::Saving { "saving" } else { "saved" };
            view! { <span class="saved" data-saved=name prop:textContent=said></span> }.into_fresh()
        }
        Some(SaveStatus::Unsaved(failure)) => {
            let why = match failure {
                Failure::Blocked => text.frame.unsaved_blocked,
                Failure::Full => text.frame.unsaved_full,
                Failure::Newer => text.frame.unsaved_newer,
                Failure::Cleared => text.leaving.was_cleared_hint,
                Failure::NoAnswer => text.frame.unsaved_no_answer,
                Failure::Other => text.frame.unsaved_other,
            };
            let save = move |_| save_draft(text, session);
            view! {
                <span class="saved failed" data-saved="unsaved" role="alert">
                    {why} " "
                    <button type="button" data-do="save-draft" on:click=save>{text.frame.save_now}</button>
                </span>
            }
            .into_fresh()
        }
        Some(SaveStatus::ReadOnly(why)) => {
            let said = match why {
                ReadOnlyReason::OtherWindow => text.frame.reads_other_window,
                ReadOnlyReason::Overtaken => text.frame.reads_overtaken,
                ReadOnlyReason::NewerFormat => text.frame.reads_newer,
                ReadOnlyReason::Cleared => text.leaving.was_cleared_hint,
            };
            let take_over = (!matches!(why, ReadOnlyReason::NewerFormat | ReadOnlyReason::Cleared)).then(|| view! {
                    <button type="button" data-do="take-over" on:click=move |_| session.take_over()>{text.frame.take_over}</button>
                });
            view! {
                <span class="saved reads" data-saved="reads" role="status">
                    {move || if session.asking.get() { text.frame.asking } else { said }} " " {take_over}
                </span>
            }
            .into_fresh()
        }
    }
}

/// Says that photos are in memory alone, for as long as they are.
#[component]
pub fn PhotosSaveState() -> impl IntoView {
    let (text, session) = (words(), session());
    move || {
        let why = match photos::unsaved()? {
            Failure::Full => text.photos.unsaved_full,
            _ => text.photos.unsaved,
        };
        let save = move |_| save_draft(text, session);
        Some(view! {
            <span class="saved failed" data-photos-unsaved="" role="alert">
                {why} " " <button type="button" data-do="save-draft" on:click=save>{text.frame.save_now}</button>
            </span>
        })
    }
}
