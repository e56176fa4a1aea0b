//! Handing on: the clipboard, and what the system offers for sharing a file.

use crate::platform::wait::{CLIPBOARD, within};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, File, FilePropertyBag, HtmlElement, HtmlTextAreaElement};

/// Puts text on the clipboard; whether that worked.
pub async fn copy(text: &str) -> bool {
    let asked = ask("clipboard", "writeText", &text.into());
    settled(asked).await || copy_as_selected(text, None).unwrap_or(false)
}

/// Puts a table on the clipboard, as markup with its lines and as text for whoever takes nothing else; whether that worked.
pub async fn copy_table(markup: &str, text: &str) -> bool {
    let asked = both(markup, text).and_then(|item| ask("clipboard", "write", &Array::of1(&item)));
    settled(asked).await || copy_as_selected(text, Some(markup)).unwrap_or(false)
}

/// Whether the clipboard took it. Plain http has none of the kind that is asked, and some browsers refuse it.
async fn settled(asked: Option<Promise>) -> bool {
    let Some(promise) = asked else { return false };
    matches!(within(CLIPBOARD, JsFuture::from(promise)).await, Some(Ok(_)))
}

/// An item for the clipboard that is there in two kinds.
fn both(markup: &str, text: &str) -> Option<JsValue> {
    let item: Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let kinds = Object::new();
    for (kind, content) in [("text/html", markup), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?;
        Reflect::set(&kinds, &kind.into(), &blob).ok()?;
    }
    Reflect::construct(&item, &Array::of1(&kinds)).ok()
}

/// Copies as a person would: what is selected. With markup that is given to whoever takes markup.
fn copy_as_selected(text: &str, markup: Option<&str>) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let focused: Option<HtmlElement> = document.active_element().and_then(|element| element.dyn_into().ok());
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let kinds: Vec<_> = [("text/html", markup), ("text/plain", markup.map(|_| text))]
        .into_iter()
        .filter_map(|(kind, content)| Some((kind, content?.to_owned())))
        .collect();
    let give = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data().filter(|_| !kinds.is_empty()) else { return };
        if kinds.iter().all(|(kind, content)| data.set_data(kind, content).is_ok()) {
            event.prevent_default();
        }
    });
    let listener = give.as_ref().unchecked_ref();
    document.add_event_listener_with_callback("copy", listener).ok()?;
    let copy: Option<Function> =
        Reflect::get(&document, &"execCommand".into()).ok().and_then(|copy| copy.dyn_into().ok());
    let copied = copy.and_then(|copy| copy.call1(&document, &"copy".into()).ok()).is_some_and(|done| done.is_truthy());
    let _ = document.remove_event_listener_with_callback("copy", listener);
    area.remove();
    // Selecting took it away.
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Whether the system can share a file of this name.
pub fn is_there(name: &str) -> bool {
    can_share(name).unwrap_or(false)
}

fn can_share(name: &str) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let can: Function = Reflect::get(&navigator, &"canShare".into()).ok()?.dyn_into().ok()?;
    Some(can.call1(&navigator, &request(name, "")?).ok()?.is_truthy())
}

/// Whether a finger points here, as on a phone.
pub fn is_pointed_at_by_finger() -> bool {
    is_coarse().unwrap_or(false)
}

fn is_coarse() -> Option<bool> {
    let window = web_sys::window()?;
    let ask: Function = Reflect::get(&window, &"matchMedia".into()).ok()?.dyn_into().ok()?;
    let asked = ask.call1(&window, &"(pointer: coarse)".into()).ok()?;
    Reflect::get(&asked, &"matches".into()).ok()?.as_bool()
}

/// How sharing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShareOutcome {
    /// It was handed on.
    Done,
    /// The person changed their mind.
    Left,
    /// The browser did not open it.
    Refused,
    /// Nothing is known of it yet.
    Waits,
}

/// How long is waited for what becomes of sharing, in milliseconds. A person who chooses takes a while.
const SHARING: u32 = 30_000;

/// Opens what the system offers for sharing.
pub async fn file(name: &str, text: &str) -> ShareOutcome {
    let navigator = web_sys::window().map(|window| window.navigator());
    let asked = navigator.and_then(|navigator| {
        let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
        share.call1(&navigator, &request(name, text)?).ok()?.dyn_into::<Promise>().ok()
    });
    let Some(asked) = asked else { return ShareOutcome::Refused };
    match within(SHARING, JsFuture::from(asked)).await {
        None => ShareOutcome::Waits,
        Some(Ok(_)) => ShareOutcome::Done,
        Some(Err(why)) => {
            let left = why.dyn_ref::<web_sys::DomException>().is_some_and(|why| why.name() == "AbortError");
            if left { ShareOutcome::Left } else { ShareOutcome::Refused }
        }
    }
}

/// Phones share files of few kinds; a text is one of them.
fn request(name: &str, text: &str) -> Option<JsValue> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let file =
        File::new_with_str_sequence_and_options(&Array::of1(&text.into()), &format!("{name}.txt"), &kind).ok()?;
    let request = Object::new();
    Reflect::set(&request, &"files".into(), &Array::of1(&file)).ok()?;
    Some(request.into())
}

/// Asks a part of the navigator for a promise.
fn ask(part: &str, what: &str, with: &JsValue) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let part = Reflect::get(&navigator, &part.into()).ok().filter(JsValue::is_object)?;
    let method: Function = Reflect::get(&part, &what.into()).ok()?.dyn_into().ok()?;
    method.call1(&part, with).ok()?.dyn_into().ok()
}
