//! The page of a draft whose standard is missing or damaged in this browser: it is brought by a file that holds it, and
//! the draft opens as it was.

use crate::components::context::table;
use crate::components::frame::heading::Heading;
use crate::components::words;
use crate::model::draft::stored::standard_of;
use crate::model::files::file_name::file_name;
use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile as Content;
use crate::model::standard::issued::IssuedStandard;
use crate::persistence::revision::decode;
use crate::platform::open_draft::OpenDraft;
use crate::platform::{files, standards};
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Says which standard is missing, and takes the file that holds it.
#[component]
pub fn StandardMissingPage(
    /// The draft's text as it stands.
    #[prop(into)]
    raw: String,
    /// The draft that does not open.
    opened: OpenDraft,
) -> impl IntoView {
    let (text, table) = (words(), table());
    let told = RwSignal::new(String::new());
    let meant = standard_of(decode(&raw).1);
    let hint = meant.as_ref().map(|meant| (text.mine.standard_missing_hint)(meant.id.as_str(), meant.version));
    let (to_save, to_open) = (raw.clone(), StoredValue::new((raw, meant)));
    let choose = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again.
        input.set_value("");
        told.set(String::new());
        let (Some(file), Some((raw, Some(meant)))) = (file, to_open.try_get_value()) else { return };
        spawn_local(async move {
            let name = file.name();
            let Some(bytes) = files::read(file).await else {
                told.try_set((text.open.unreadable)(&name));
                return;
            };
            let content = table.library().with_untracked(|library| parsed::open(&bytes, library));
            let found = content.ok().and_then(standard_in).filter(|found| *found.reference() == meant);
            let outcome = match found {
                None => Err(text.mine.other_standard),
                Some(found) => standards::give(&found).await.map_err(|_| text.mine.not_brought),
            };
            match outcome {
                Ok(()) => opened.read_again(&raw),
                Err(sentence) => _ = told.try_set(sentence.to_owned()),
            }
        });
    };
    let save = move |_| {
        // As a file that opens once the standard is here. A failed download leaves the stored text as it was.
        let _ = files::save(&file_name(&[text.send.what_draft, "raw"], "json"), decode(&to_save).1);
    };
    view! {
        <Heading title=text.mine.standard_missing />
        <p class="lead">{hint}</p>
        <div class="drop">
            <label for="bring-standard" class="button">{text.mine.bring_standard}</label>
            <input type="file" id="bring-standard" on:change=choose />
        </div>
        <p class="error" role="alert">{told}</p>
        <p class="actions">
            <button type="button" data-do="save-raw" on:click=save>{text.mine.save_raw}</button>
            <a href=Route::Mine.href()>{text.frame.mine}</a>
        </p>
    }
}

/// The standard that a file is or holds.
fn standard_in(content: Content) -> Option<IssuedStandard> {
    match content {
        Content::Standard(standard) => Some(standard),
        Content::Draft(draft) => Some(draft.standard),
        Content::Submission(_) | Content::Desk(_) => None,
    }
}
