//! What the photos of an item and their parts share.

use crate::i18n::{Text, photo_notice};
use crate::model::photos::photo::{Photo, PhotoDigest};
use crate::model::standard::ids::ItemId;
use crate::platform::drafts::Session;
use crate::platform::photos;
use crate::platform::photos::PhotoTrouble;
use gloo_file::ObjectUrl;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the list of an item and its parts share.
#[derive(Clone, Copy)]
pub(super) struct PhotoList {
    pub(super) text: &'static Text,
    pub(super) session: Session,
    pub(super) item: StoredValue<ItemId>,
    pub(super) said: RwSignal<String>,
}

impl PhotoList {
    /// Changes the draft, as a step of its own.
    pub(super) fn edit(self, change: impl FnOnce(&mut crate::model::draft::Draft, &ItemId)) {
        self.session.edit_as_one_step(|draft| self.item.with_value(|item| change(draft, item)));
    }

    /// What no photo may show, as the standard says it.
    pub(super) fn notice(self) -> String {
        self.session.draft.with_untracked(|draft| photo_notice(self.text, &draft.standard).to_owned())
    }

    /// The photo of this digest and its number, counted from 1.
    pub(super) fn find(self, digest: &PhotoDigest) -> Option<(usize, Photo)> {
        self.session.draft.with_untracked(|draft| {
            let photos = self.item.with_value(|item| draft.photos_of(item).to_vec());
            let at = photos.iter().position(|photo| photo.digest == *digest)?;
            Some((at + 1, photos.get(at)?.clone()))
        })
    }

    pub(super) fn id(self, part: &str, digest: &PhotoDigest) -> String {
        let short = digest.as_str().get(..16).unwrap_or_default();
        self.item.with_value(|item| format!("photo-{item}-{short}-{part}"))
    }
}

/// What comes of a photo's bytes: its address within this page, or why it cannot be shown; both empty until then.
#[derive(Clone, Copy)]
pub(super) struct ShownPhoto {
    pub(super) address: RwSignal<String>,
    pub(super) trouble: RwSignal<&'static str>,
}

/// Reads a photo's bytes; the address lives as long as what asked for it.
pub(super) fn shown(text: &'static Text, photo: &Photo) -> ShownPhoto {
    let shown = ShownPhoto { address: RwSignal::new(String::new()), trouble: RwSignal::new("") };
    let kept: StoredValue<Option<ObjectUrl>, LocalStorage> = StoredValue::new_local(None);
    let photo = photo.clone();
    spawn_local(async move {
        let read = photos::read(&photo.digest).await;
        match read.and_then(|bytes| photos::address(&photo, &bytes).ok_or(PhotoTrouble::Blocked)) {
            Ok(address) => {
                shown.address.try_set(address.to_string());
                kept.try_set_value(Some(address));
            }
            Err(PhotoTrouble::Missing) => _ = shown.trouble.try_set(text.photos.missing),
            Err(PhotoTrouble::Spoilt) => _ = shown.trouble.try_set(text.photos.spoilt),
            Err(PhotoTrouble::Blocked) => _ = shown.trouble.try_set(text.photos.blocked),
        }
    });
    shown
}
