//! Local storage: the synchronous place. It may be missing, blocked or full; it is probed before the library
//! is asked, which panics where there is none.

use super::standing::standing;
use crate::keep::place::Failure;
use crate::keep::stamp::Stands;
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

/// What stands under a draft's key. A text that is ours tells it by its beginning, so the rest of it is left with
/// the browser.
pub fn stands(key: &str) -> Result<Stands, Failure> {
    let found = texts()?.get(key).map_err(|error| failure(&error))?;
    Ok(standing(found.as_ref()))
}

/// Puts a text of the browser's under a key.
pub fn put(key: &str, text: &JsString) -> Result<(), Failure> {
    texts()?.set(key, text).map_err(|error| failure(&error))
}

fn texts() -> Result<Texts, Failure> {
    Ok(raw().ok_or(Failure::Blocked)?.unchecked_into())
}

/// Puts text under a key.
pub fn write(key: &str, text: &str) -> Result<(), Failure> {
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

/// What an exception of the browser means.
pub fn failure(error: &JsValue) -> Failure {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default();
    // Firefox has a name of its own for it.
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Failure::Full,
        "SecurityError" => Failure::Blocked,
        _ => Failure::Other,
    }
}
