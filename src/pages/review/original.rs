//! The file of a unit as it was received: saved again, for whoever asks for its photos, and asked for by who has none.

use crate::components::words;
use crate::i18n::handing_in_words;
use crate::model::review::ids::FileDigest;
use crate::model::review::taken::TakenFile;
use crate::model::submission::OpenedSubmission;
use crate::pages::review::context::review;
use crate::platform::{files, share};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What can be done with it. `photos` is how many of its photos are here.
#[component]
pub(super) fn Original(
    file: FileDigest,
    opened: Arc<OpenedSubmission>,
    taken: TakenFile,
    photos: usize,
) -> impl IntoView {
    let (text, session) = (words(), review());
    let words = handing_in_words(text.lang);
    let said = RwSignal::new("");
    let (submission, unit) = (&opened.submission, opened.submission.signed.unit.name.clone());
    let away = submission.attached.photos.values().map(Vec::len).sum::<usize>();
    let asked = (words.ask_photos_text)(&unit, submission.revision, submission.codes.signed.as_str());
    let name = if taken.file_name.is_empty() { format!("{unit}.json") } else { taken.file_name };
    let save = move |_| {
        let name = name.clone();
        spawn_local(async move {
            let saved = session
                .file(file)
                .await
                .and_then(|bytes| files::save_made(&name, "application/json", &Uint8Array::from(bytes.as_slice())));
            said.try_set(saved.map_or(words.not_here, |()| text.send.downloads));
        });
    };
    let ask = move |_| {
        let asked = asked.clone();
        spawn_local(async move {
            let copied = share::copy(&asked).await;
            said.try_set(if copied { words.ask_copied } else { text.send.copy_failed });
        });
    };
    let missing = away > 0 && photos == 0;
    let ask = missing.then(|| {
        view! {
            <p data-photos-away="">{(words.photos_away)(away)}</p>
            <p class="actions"><button type="button" data-copy="photos" on:click=ask>{words.ask_photos}</button></p>
        }
    });
    let save = (!missing).then(|| view! {
        <p class="actions"><button type="button" class="quiet" data-do="save-original" on:click=save>{words.save_original}</button></p>
        {(photos > 0).then(|| view! { <p class="hint">{words.save_original_hint}</p> })}
    });
    view! {
        <div data-original="">
            {ask}
            {save}
            <p role="status">{move || said.get()}</p>
        </div>
    }
}
