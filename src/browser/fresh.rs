//! A new draft on its way to its own page, where it is stored.

use super::place;
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::route::{Page, Route};
use std::cell::RefCell;

thread_local! {
    static NEW: RefCell<Option<Draft>> = const { RefCell::new(None) };
}

/// Takes over the new draft of this name.
pub fn take(id: &DraftId) -> Option<Draft> {
    NEW.with_borrow_mut(|new| new.take_if(|draft| draft.id == *id))
}

/// Goes to the task list of a new draft. Its page stores it, and says so where nothing can be stored.
pub fn begin(draft: Draft) {
    let id = draft.id.clone();
    NEW.set(Some(draft));
    place::go(&Route::Draft(id, Page::Tasks));
}
