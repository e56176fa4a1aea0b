//! What is pasted or dropped into a field of one line: cells of a table and lines are parted by spaces. Browsers would
//! run lines together and keep tabs, which nobody sees. Two numbers in the field of one are parted so that they are not
//! read as one.

use crate::model::record::typed::{NUMBERS_APART, one_line};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Event, HtmlDocument, HtmlInputElement};

/// Does so in every field from now on. Called once; ends with its owner.
pub fn watch() {
    let pasted = window_event_listener(ev::paste, |event| put(&event, event.clipboard_data()));
    let dropped = window_event_listener(ev::drop, |event| put(&event, event.data_transfer()));
    on_cleanup(move || {
        pasted.remove();
        dropped.remove();
    });
}

fn put(event: &Event, data: Option<DataTransfer>) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field.filter(|field| matches!(field.type_().as_str(), "text" | "search")) else { return };
    if event.default_prevented() || field.disabled() || field.read_only() {
        return;
    }
    let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let number = field.get_attribute("inputmode").is_some_and(|mode| mode == "numeric");
    let Some(text) = one_line(&text, if number { NUMBERS_APART } else { " " }) else { return };
    event.prevent_default();
    let _ = field.focus();
    // As if it were typed: the browser can take it back, and tells the field of it.
    let document = web_sys::window().and_then(|window| window.document()?.dyn_into::<HtmlDocument>().ok());
    let typed =
        document.and_then(|document| document.exec_command_with_show_ui_and_value("insertText", false, &text).ok());
    if typed != Some(true) {
        insert(&field, &text);
    }
}

/// Where the browser does not type for a page.
fn insert(field: &HtmlInputElement, text: &str) {
    let _ = field.set_range_text(text);
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
        let _ = field.dispatch_event(&event);
    }
}
