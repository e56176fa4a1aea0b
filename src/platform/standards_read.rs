//! The standards that this window has read or made drafts with: each is read once.

use crate::model::digest::Digest;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use crate::persistence::key;
use js_sys::JsString;
use std::cell::RefCell;

thread_local! {
    static AT_HAND: RefCell<Vec<AtHand>> = const { RefCell::new(Vec::new()) };
}

/// A standard that this window has read or made a draft with.
pub(super) struct AtHand {
    reference: StandardRef,
    pub(super) standard: IssuedStandard,
    /// Its text as the browser's own, made when it is first stored.
    text: Option<JsString>,
    /// Whether its text in the journal was found to be right.
    in_journal: bool,
}

/// A standard that is to be stored beside a draft.
#[derive(Clone)]
pub(super) struct Beside {
    /// Its key.
    pub(super) key: String,
    /// Its text.
    pub(super) text: JsString,
    reference: StandardRef,
}

impl Beside {
    /// Of the standard of a draft.
    pub(super) fn of(standard: &IssuedStandard) -> Self {
        keep_at_hand(standard);
        let reference = standard.reference().clone();
        let text = with_known(&reference, |known| {
            known.text.get_or_insert_with(|| JsString::from(known.standard.text())).clone()
        });
        let text = text.unwrap_or_else(|| JsString::from(standard.text()));
        Self { key: key::standard(&reference.digest), text, reference }
    }

    /// Whether this window has seen that the text in the journal is right, so that it is enough that there is one:
    /// reading it there takes a while.
    pub(super) fn is_in_journal(&self) -> bool {
        with_known(&self.reference, |known| known.in_journal) == Some(true)
    }

    /// The text in the journal is right.
    pub(super) fn note_in_journal(&self) {
        with_known(&self.reference, |known| known.in_journal = true);
    }
}

pub(super) fn with_known<T>(reference: &StandardRef, change: impl FnOnce(&mut AtHand) -> T) -> Option<T> {
    AT_HAND.with_borrow_mut(|all| all.iter_mut().find(|known| known.reference == *reference).map(change))
}

pub(super) fn keep_at_hand(standard: &IssuedStandard) {
    let reference = standard.reference();
    if with_known(reference, |_| ()).is_none() {
        let known = AtHand { reference: reference.clone(), standard: standard.clone(), text: None, in_journal: false };
        AT_HAND.with_borrow_mut(|all| all.push(known));
    }
}

/// Whether the standard of this digest is at hand.
pub(super) fn has_at_hand(digest: &Digest) -> bool {
    AT_HAND.with_borrow(|all| all.iter().any(|known| known.reference.digest == *digest))
}
