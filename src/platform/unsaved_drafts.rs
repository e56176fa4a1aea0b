//! Drafts in memory alone: a new one on its way to its own page, where it is stored, and those that could be
//! stored nowhere, so that going to another page does not cost them.

use crate::model::draft::Draft;
use crate::model::standard::ids::DraftId;
use crate::platform::fault;
use crate::platform::fault::Held;
use crate::platform::navigation;
use crate::routes::{Page, Route};
use std::cell::RefCell;

thread_local! {
    static HELD: RefCell<Vec<Draft>> = const { RefCell::new(Vec::new()) };
}

/// Takes over the draft of this name, if it is in memory.
pub fn take(id: &DraftId) -> Option<Draft> {
    let taken = HELD.with_borrow_mut(|held| {
        let at = held.iter().position(|draft| draft.id == *id)?;
        Some(held.swap_remove(at))
    });
    fault::note_held(Held::Drafts, HELD.with_borrow(|held| !held.is_empty()));
    taken
}

/// Holds a draft that could be stored nowhere until its page is opened again or the window is closed.
pub fn hold(draft: Draft) {
    HELD.with_borrow_mut(|held| {
        held.retain(|known| known.id != draft.id);
        held.push(draft);
    });
    fault::note_held(Held::Drafts, true);
}

/// Whether this draft is in memory alone.
pub fn is_held(id: &DraftId) -> bool {
    HELD.with_borrow(|held| held.iter().any(|draft| draft.id == *id))
}

/// The drafts that are in memory alone.
pub fn held() -> Vec<Draft> {
    HELD.with_borrow(Clone::clone)
}

/// Goes to the task list of a new draft. Its page stores it, and says so where nothing can be stored.
pub fn begin(draft: Draft) {
    let id = draft.id.clone();
    // It is new, or comes from a file: weeks from now its person is reminded to save one.
    crate::platform::file_reminder::note(&draft);
    hold(draft);
    navigation::go(&Route::Draft(id, Page::Tasks));
}
