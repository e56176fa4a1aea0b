//! What is dragged over the page. Text goes into every field as the browser does it; a file is taken where something
//! hears its drop, and refused elsewhere: a browser would open it in place of the application. What is dragged within
//! the page, such as a small photo, is no file from outside.

use js_sys::{Function, Reflect};
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent, Element, File};

thread_local! {
    /// Whether what is dragged now comes from the page itself.
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// Refuses what nothing else takes. Called once; ends with its owner.
pub fn watch() {
    let started = window_event_listener(ev::dragstart, |_| OWN.set(true));
    let ended = window_event_listener(ev::dragend, |_| OWN.set(false));
    let over = window_event_listener(ev::dragover, |event| {
        if !event.default_prevented() && !is_for_a_field(&event) {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                data.set_drop_effect("none");
            }
        }
    });
    let dropped = window_event_listener(ev::drop, |event| {
        if !is_for_a_field(&event) {
            event.prevent_default();
        }
        OWN.set(false);
    });
    on_cleanup(move || {
        for listener in [started, ended, over, dropped] {
            listener.remove();
        }
    });
}

/// The files that come from outside with this event; while they are still held over the page their content is not told.
pub fn files(event: &DragEvent) -> Vec<File> {
    let Some(list) = event.data_transfer().filter(|_| !OWN.get()).and_then(|data| data.files()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// The files that are pasted with this event.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Vec<File> {
    let Some(list) = event.clipboard_data().and_then(|data| data.files()) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// Whether a folder comes with this event, of which no browser gives the files by themselves. The bindings to ask with
/// are not stable, so it is asked by name.
pub fn brings_folder(event: &DragEvent) -> bool {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let Some(data) = event.data_transfer() else { return false };
    let items = get(&data, "items");
    let many = get(&items, "length").as_f64().unwrap_or_default();
    let mut at = 0_u32;
    while f64::from(at) < many {
        let item = Reflect::get_u32(&items, at).unwrap_or(JsValue::UNDEFINED);
        let entry = get(&item, "webkitGetAsEntry").dyn_into::<Function>().and_then(|ask| ask.call0(&item));
        if entry.is_ok_and(|entry| entry.is_object() && get(&entry, "isDirectory").is_truthy()) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether files are dragged in from outside.
pub fn brings_files(event: &DragEvent) -> bool {
    !OWN.get() && event.data_transfer().is_some_and(|data| holds_files(&data))
}

fn holds_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

/// Whether it is text over a field for text.
fn is_for_a_field(event: &DragEvent) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let field = target.is_some_and(|target| {
        let kind = target.get_attribute("type").unwrap_or_default();
        match target.tag_name().as_str() {
            "TEXTAREA" => true,
            "INPUT" => !matches!(kind.as_str(), "checkbox" | "radio" | "file" | "button" | "submit"),
            _ => false,
        }
    });
    field && !event.data_transfer().is_some_and(|data| holds_files(&data))
}
