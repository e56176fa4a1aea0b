//! What stands under a draft's key, told by the beginning of its text; the rest of it is left with the browser.

use crate::persistence::key;
use crate::persistence::key::KeyKind;
use crate::persistence::revision::{HEADER_CHARS, StoredState, decode, stored_state};
use crate::persistence::tombstone::Tombstone;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

/// What stands there, in view of the mark beside the draft. A copy may be put beside a draft that was removed, and
/// not beside one that was cleared. A text without a revision is read whole.
pub(super) fn read_header(key: &str, text: Option<&JsString>, gone: Option<Tombstone>) -> StoredState {
    let counts =
        |gone: &Tombstone| *gone == Tombstone::Cleared || key::parse(key).is_some_and(|key| key.kind == KeyKind::Draft);
    seen(text).in_view_of(gone.filter(counts))
}

fn seen(text: Option<&JsString>) -> StoredState {
    let Some(text) = text else { return StoredState::Nothing };
    match decode(&String::from(text.slice(0, HEADER_CHARS))) {
        (Some(revision), _) => StoredState::Draft(revision),
        (None, _) => stored_state(Some(&String::from(text))),
    }
}

/// A text that a place gave.
pub(super) fn raw_of(found: Option<JsValue>) -> Option<JsString> {
    found.and_then(|found| found.dyn_into().ok())
}
