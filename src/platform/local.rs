//! Local storage: the synchronous place. It may be missing, blocked or full; it is probed before the library
//! is asked, which panics where there is none.

use crate::model::standard::ids::DraftId;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::revision::StoredState;
use crate::persistence::tombstone::Tombstone;
use crate::platform::failure::failure;
use crate::platform::standards_read::Beside;
use crate::platform::stored_state::read_header;
use gloo_storage::{LocalStorage, Storage};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

// The same storage, for texts that stay where they are: web-sys copies each into the program and back.
#[wasm_bindgen]
extern "C" {
    type Texts;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get(this: &Texts, key: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set(this: &Texts, key: &str, text: &JsString) -> Result<(), JsValue>;
}

/// Whether the browser gives local storage at all. Asked each time: a person may change it while the page
/// is open.
pub fn is_there() -> bool {
    raw().is_some()
}

#[expect(clippy::disallowed_methods, reason = "this file is where local storage is touched")]
fn raw() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

/// The text under a key, exactly as it stands there; nothing if there is none.
pub fn read(key: &str) -> Result<Option<String>, Failure> {
    raw().ok_or(Failure::Blocked)?.get_item(key).map_err(|error| failure(&error))
}

/// What stands under the key of a draft or a copy, in view of the mark under the other key. A text that is ours
/// tells it by its beginning, so the rest of it is left with the browser.
pub fn stored_state(key: &str, gone: &str) -> Result<StoredState, Failure> {
    let found = texts()?.get(key).map_err(|error| failure(&error))?;
    Ok(read_header(key, found.as_ref(), mark(gone)?))
}

/// What stands under a draft's key, and the mark beside it.
pub fn read_copy(id: &DraftId) -> Result<(Option<String>, Option<Tombstone>), Failure> {
    Ok((read(&key::draft(id))?, mark(&key::gone(id))?))
}

fn mark(key: &str) -> Result<Option<Tombstone>, Failure> {
    Ok(read(key)?.as_deref().and_then(Tombstone::read))
}

/// Puts a standard there, if it is not: before the first draft that names it.
pub(super) fn put_beside(standard: &Beside) -> Result<(), Failure> {
    let texts = texts()?;
    // Compared by the browser, each time: that takes no longer than looking whether it is there.
    if texts.get(&standard.key).map_err(|error| failure(&error))?.as_ref() == Some(&standard.text) {
        return Ok(());
    }
    texts.set(&standard.key, &standard.text).map_err(|error| failure(&error))
}

/// Puts a text of the browser's under a key. What belongs to a draft that was cleared is not put anywhere.
pub fn put(key: &str, text: &JsString) -> Result<(), Failure> {
    not_cleared(key)?;
    texts()?.set(key, text).map_err(|error| failure(&error))
}

fn not_cleared(key: &str) -> Result<(), Failure> {
    match key::gone_of(key) {
        Some(gone) if mark(&gone)? == Some(Tombstone::Cleared) => Err(Failure::Cleared),
        _ => Ok(()),
    }
}

fn texts() -> Result<Texts, Failure> {
    Ok(raw().ok_or(Failure::Blocked)?.unchecked_into())
}

/// Puts text under a key, in the same way.
pub fn write(key: &str, text: &str) -> Result<(), Failure> {
    not_cleared(key)?;
    raw().ok_or(Failure::Blocked)?.set_item(key, text).map_err(|error| failure(&error))
}

/// Takes a key away.
pub fn remove(key: &str) {
    if is_there() {
        LocalStorage::delete(key);
    }
}

/// Every key there is.
pub fn keys() -> Vec<String> {
    let Some(storage) = raw() else { return Vec::new() };
    let many = storage.length().unwrap_or(0);
    (0..many).filter_map(|at| storage.key(at).ok().flatten()).collect()
}
