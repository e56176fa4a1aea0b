//! What stands under a draft's key, told by the beginning of its text; the rest of it is left with the browser.

use crate::keep::gone::Gone;
use crate::keep::key::{self, Kind};
use crate::keep::stamp::{HEAD, Stands, stands, unseal};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

/// What stands there, in view of the mark beside the draft. A copy may be put beside a draft that was removed, and
/// not beside one that was cleared. A text without a stamp is read whole.
pub(super) fn standing(key: &str, text: Option<&JsString>, gone: Option<Gone>) -> Stands {
    let counts = |gone: &Gone| *gone == Gone::Cleared || key::parse(key).is_some_and(|key| key.kind == Kind::Draft);
    seen(text).in_view_of(gone.filter(counts))
}

fn seen(text: Option<&JsString>) -> Stands {
    let Some(text) = text else { return Stands::Nothing };
    match unseal(&String::from(text.slice(0, HEAD))) {
        (Some(stamp), _) => Stands::Draft(stamp),
        (None, _) => stands(Some(&String::from(text))),
    }
}

/// A text that a place gave.
pub(super) fn raw_of(found: Option<JsValue>) -> Option<JsString> {
    found.and_then(|found| found.dyn_into().ok())
}
