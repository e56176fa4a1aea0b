//! Whether this page was ended while pictures were taken or chosen for an item: telephones with little memory end it
//! while the camera is open, and the picture comes to nobody. It is noted when the camera is opened and said at the
//! item when the page comes back. A page that lives on forgets it.

use crate::model::standard::ids::{DraftId, ItemId};
use crate::persistence::key;
use crate::platform::local;
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

thread_local! {
    /// The draft for which this page noted it.
    static NOTED: RefCell<Option<DraftId>> = const { RefCell::new(None) };
    /// What an earlier page left, once it is told: a page that is drawn anew tells it again.
    static TOLD: RefCell<Option<(DraftId, ItemId)>> = const { RefCell::new(None) };
    /// Whether nothing was chosen yet, so that any sign of life means that nothing will be.
    static OPEN: Cell<bool> = const { Cell::new(false) };
    /// Whether characters of life are heard.
    static HEARS: Cell<bool> = const { Cell::new(false) };
}

/// The camera, or the list of files, is opened for an item.
pub fn opened(draft: &DraftId, item: &ItemId) {
    note(draft, item);
    OPEN.set(true);
    if !HEARS.replace(true) {
        // Engines before 2023 do not tell that a person chose nothing.
        window_event_listener(ev::visibilitychange, |_| {
            if !document().hidden() {
                lives();
            }
        });
        window_event_listener(ev::pointerdown, |_| lives());
        window_event_listener(ev::keydown, |_| lives());
    }
}

fn lives() {
    if OPEN.get() {
        ended();
    }
}

/// Pictures were chosen and are being added, which takes memory as well.
pub fn adds(draft: &DraftId, item: &ItemId) {
    OPEN.set(false);
    note(draft, item);
}

fn note(draft: &DraftId, item: &ItemId) {
    // Where nothing can be kept nothing is said later.
    let _ = local::write(&key::picking(draft), item.as_ref());
    NOTED.set(Some(draft.clone()));
    TOLD.set(None);
}

/// Nothing was chosen, or all of it was added or refused.
pub fn ended() {
    OPEN.set(false);
    if let Some(draft) = NOTED.take() {
        local::remove(&key::picking(&draft));
    }
}

/// The draft was left while pictures were being added to it.
pub fn left() {
    OPEN.set(false);
    NOTED.set(None);
}

/// Whether an earlier page was ended while pictures were taken or chosen for this item. Told by one
/// page, until pictures are taken or chosen again.
pub fn broke_off(draft: &DraftId, item: &ItemId) -> bool {
    let key = key::picking(draft);
    let own = NOTED.with_borrow(|noted| noted.as_ref() == Some(draft));
    let found = !own && local::read(&key).ok().flatten().as_deref() == Some(item.as_ref());
    if found {
        local::remove(&key);
        TOLD.set(Some((draft.clone(), item.clone())));
    }
    TOLD.with_borrow(|told| told.as_ref().is_some_and(|(of, at)| of == draft && at == item))
}
