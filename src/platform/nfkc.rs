//! Unicode's normal form KC, which the browser knows.

use js_sys::JsString;

/// A text in that form: characters of another width or another drawing are the plain ones.
pub fn nfkc(text: &str) -> String {
    String::from(JsString::from(text).normalize("NFKC"))
}
