//! A window above the page. Engines that know `<dialog>` keep the focus inside and give it back; in others it stands
//! at the end of the page and takes the focus.

use js_sys::{Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

thread_local! {
    /// What stands above the page: never more than one.
    static OPEN: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

fn call(of: &HtmlElement, name: &str) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    method.call0(of).ok()
}

/// Opens a dialog above the page, in place of another.
pub fn open(dialog: &HtmlElement) {
    if let Some(before) = OPEN.replace(Some(dialog.clone())) {
        take_off(&before);
    }
    if call(dialog, "showModal").is_none() {
        // The attribute of every element, and of a dialog that is open.
        let _ = dialog.set_attribute("open", "");
        let _ = dialog.focus();
    }
}

/// Closes it and takes it off the page.
pub fn close(dialog: &HtmlElement) {
    OPEN.with_borrow_mut(|open| _ = open.take_if(|open| open == dialog));
    take_off(dialog);
}

fn take_off(dialog: &HtmlElement) {
    let _ = call(dialog, "close");
    dialog.remove();
}
