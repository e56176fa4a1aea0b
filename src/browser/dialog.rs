//! A window above the page. Engines that know `<dialog>` keep the focus inside and give it back; in others it stands
//! at the end of the page and takes the focus.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn call(of: &HtmlElement, name: &str) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    method.call0(of).ok()
}

/// Opens the dialog with this id above the page.
pub fn open(id: &str) {
    let Some(dialog) = element(id) else { return };
    if call(&dialog, "showModal").is_none() {
        // The attribute of every element, and of a dialog that is open.
        let _ = dialog.set_attribute("open", "");
        let _ = dialog.focus();
    }
}

/// Closes it and takes it off the page.
pub fn close(id: &str) {
    if let Some(dialog) = element(id) {
        let _ = call(&dialog, "close");
        dialog.remove();
    }
}
