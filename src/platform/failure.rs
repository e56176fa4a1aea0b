//! What an exception of the browser's storage means.

use crate::persistence::backend::Failure;
use wasm_bindgen::{JsCast, JsValue};

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
