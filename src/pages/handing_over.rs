//! Handing over (换人交接): the drafts that are here as one file, for whoever goes on with them on another computer.

use crate::components::words;
use crate::i18n::Text;
use crate::i18n::leaving::draft_file;
use crate::model::files::json::canonical;
use crate::model::standard::ids::DraftId;
use crate::pages::station::drafts_here::Here;
use crate::platform::{clearing, file_reminder, files, photos, stored_drafts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button, and what came of it.
#[component]
pub(super) fn HandOverButton() -> impl IntoView {
    let (text, here) = (words(), expect_context::<Here>());
    let (said, busy) = (RwSignal::new(None::<Result<String, ()>>), StoredValue::new(false));
    let ids = move || here.list.with_untracked(|list| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let save = move |_| {
        // A second press while the first is still at work makes no second file.
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        spawn_local(async move {
            let ended = match ids().as_slice() {
                [alone] => save_one(text, alone).await,
                _ => clearing::hand_over(text).await.ok().map(|handed| handed.name),
            };
            said.try_set(Some(ended.ok_or(())));
            busy.try_set_value(false);
        });
    };
    let many = Memo::new(move |_| here.list.with(Vec::len));
    let label = move || match many.get() {
        1 => text.mine.hand_over_one.to_owned(),
        many => (text.mine.hand_over_all)(many),
    };
    view! {
        <p class="actions"><button type="button" data-do="hand-over" on:click=save>{label}</button></p>
        <p role="status" data-handed-over="">
            {move || said.get().map(|ended| match ended {
                Ok(name) => (text.mine.hand_over_done)(&name),
                Err(()) => text.leaving.failed.to_owned(),
            })}
        </p>
    }
}

/// Saves a draft that is stored as its file, with its photos: the file's name.
async fn save_one(text: &Text, id: &DraftId) -> Option<String> {
    let draft = stored_drafts::read(id).await?;
    let name = draft_file(text, &draft);
    let packed = photos::pack(canonical(&draft), draft.photo_digests(), &draft.record).await;
    files::save(&name, &packed.text)?;
    file_reminder::note(&draft);
    Some(name)
}
