//! What the page calls. Both functions look the same from there: the request, then the list of what goes with
//! it; the file comes back, or the name of what is wrong.

use crate::failure::Failure;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A mail as a file.
#[wasm_bindgen]
pub fn mail(request: &[u8], with: Vec<Uint8Array>) -> Result<Vec<u8>, JsValue> {
    let attachments: Vec<Vec<u8>> = with.iter().map(Uint8Array::to_vec).collect();
    crate::mail::mail(request, &attachments).map_err(named)
}

/// A workbook.
#[wasm_bindgen]
pub fn workbook(request: &[u8], with: Vec<Uint8Array>) -> Result<Vec<u8>, JsValue> {
    if !with.is_empty() {
        return Err(named(Failure::Attachments));
    }
    crate::workbook::workbook(request).map_err(named)
}

fn named(failure: Failure) -> JsValue {
    JsValue::from_str(failure.name())
}
