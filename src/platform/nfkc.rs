//! Unicode's normal form KC, which the browser knows.

use js_sys::JsString;

/// A text in that form: characters of another width or another drawing are the plain ones.
pub fn nfkc(text: &str) -> String {
    // What most names are made of is in that form; to ask the browser takes longer than all else that is done with a name.
    if text.chars().all(|character| matches!(character, ' '..='~' | '\u{4e00}'..='\u{9fff}')) {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize("NFKC"))
}
