//! A new draft on its way to its own page.

use super::{place, store};
use crate::keep::card::Card;
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::route::{Page, Route};
use std::cell::RefCell;

thread_local! {
    /// A new draft that the browser could not keep, on its way to its own page.
    static UNKEPT: RefCell<Option<Draft>> = const { RefCell::new(None) };
}

/// Takes over a new draft that could not be kept.
pub fn take_unkept(id: &DraftId) -> Option<Draft> {
    UNKEPT.with_borrow_mut(|unkept| unkept.take_if(|draft| draft.id == *id))
}

/// Keeps a new draft and goes to its task list. Where nothing can be kept it goes there all the same.
pub fn begin(draft: Draft) {
    let id = draft.id.clone();
    if store::put(&draft, &Card::of(&draft, &draft.score()), None).is_err() {
        UNKEPT.set(Some(draft));
    }
    place::go(&Route::Draft(id, Page::Tasks));
}
