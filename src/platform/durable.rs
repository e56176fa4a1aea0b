//! Asks the browser to keep what is stored even when it runs out of room: without being asked it may throw away
//! everything of a site that was not visited for a while.

use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks once, after the first words: a browser grants it rather to a page that is used, and some ask the person.
/// Nobody waits for the answer.
pub fn ask_once() {
    if !ASKED.replace(true)
        && let Some(asked) = ask()
    {
        leptos::task::spawn_local(async move {
            // A browser that says no goes on as before.
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}

fn ask() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok().filter(JsValue::is_object)?;
    let persist: Function = Reflect::get(&storage, &JsValue::from_str("persist")).ok()?.dyn_into().ok()?;
    persist.call0(&storage).ok()?.dyn_into().ok()
}
