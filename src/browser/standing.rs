//! What stands under a draft's key, told by the beginning of its text; the rest of it is left with the browser.

use crate::keep::stamp::{HEAD, Stands, stands, unseal};
use js_sys::JsString;

/// What stands there. A text without a stamp is read whole.
pub(super) fn standing(text: Option<&JsString>) -> Stands {
    let Some(text) = text else { return Stands::Nothing };
    match unseal(&String::from(text.slice(0, HEAD))) {
        (Some(stamp), _) => Stands::Draft(stamp),
        (None, _) => stands(Some(&String::from(text))),
    }
}
