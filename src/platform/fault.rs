//! A fault of the program: static/fault.js stops the page and says what is safe. Here it is told of a panic, and of
//! what is saved; and what may be half changed is not written any more.

use crate::i18n::FaultWords;
use crate::persistence::autosave::SaveStatus;
use js_sys::{Function, Object, Reflect};
use std::cell::Cell;
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue};

/// Tells of every panic, in the console with all there is to know, on the page with its place alone: its text may
/// hold what somebody typed.
pub fn watch() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(info);
        let place = info.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
        let stop = Reflect::get(&js_sys::global(), &"xingzhanFault".into()).ok();
        if let Some(stop) = stop.and_then(|stop| stop.dyn_into::<Function>().ok()) {
            // The page is as it is: there is nobody left to tell of an error.
            let _ = stop.call1(&JsValue::UNDEFINED, &place.into());
        }
    }));
}

/// Leaves the sentences where static/fault.js finds them: when it needs them no program is left to ask.
pub fn leave_words(words: &FaultWords) {
    let left = Object::new();
    let FaultWords { title, saved, unsaved, nothing, none, held, hint, again } = *words;
    for (name, said) in [
        ("title", title),
        ("saved", saved),
        ("unsaved", unsaved),
        ("nothing", nothing),
        ("none", none),
        ("held", held),
        ("hint", hint),
        ("again", again),
    ] {
        let _ = Reflect::set(&left, &name.into(), &said.into());
    }
    let _ = Reflect::set(&js_sys::global(), &"xingzhanFaultWords".into(), &left);
}

/// Whether the program has come to its end: what it holds may be half changed and is not to be written.
pub fn is_over() -> bool {
    Reflect::get(&js_sys::global(), &"xingzhanStopped".into()).is_ok_and(|stopped| stopped.is_truthy())
}

/// What is to be said of the open draft, should the program stop now: whether all of it is saved, and when it was
/// saved last, on the clock of this computer.
pub fn note(status: SaveStatus, now: &str) {
    let global = js_sys::global();
    let known = Reflect::get(&global, &KEPT.into()).ok().filter(JsValue::is_object);
    let kept = known.unwrap_or_else(|| Object::new().into());
    let all = matches!(status, SaveStatus::Saved(_) | SaveStatus::ReadOnly(_));
    // Properties of an object of our own can be set.
    let _ = Reflect::set(&kept, &"all".into(), &all.into());
    if all && !now.is_empty() {
        let _ = Reflect::set(&kept, &"time".into(), &now.into());
    }
    let _ = Reflect::set(&global, &KEPT.into(), &kept);
}

/// What may be in this window's memory alone, beside the open draft.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Drafts that could be stored nowhere.
    Drafts,
    /// Photos that are not stored yet.
    Photos,
    /// What was decided in a review and is not stored yet.
    Reviews,
}

thread_local! {
    static HELD: Cell<[bool; 3]> = const { Cell::new([false; 3]) };
}

/// Whether something is in this window's memory alone: it would be gone.
pub fn note_held(what: Held, held: bool) {
    let [drafts, photos, reviews] = HELD.get();
    let all = match what {
        Held::Drafts => [held, photos, reviews],
        Held::Photos => [drafts, held, reviews],
        Held::Reviews => [drafts, photos, held],
    };
    HELD.set(all);
    let _ = Reflect::set(&js_sys::global(), &"xingzhanHeld".into(), &all.contains(&true).into());
}

/// No draft is open.
pub fn note_nothing() {
    let _ = Reflect::delete_property(js_sys::global().unchecked_ref::<Object>(), &KEPT.into());
}

/// The property of the window that static/fault.js reads.
const KEPT: &str = "xingzhanKept";

/// In the program of the next format alone, which is never handed out: faults on purpose, for a test. The event says
/// which.
#[cfg(feature = "next-format")]
pub fn on_purpose() {
    use leptos::prelude::*;
    let listener = window_event_listener_untyped("xingzhan-trial", |event| {
        let which = Reflect::get(&event, &"detail".into()).ok().and_then(|detail| detail.as_string());
        match which.as_deref() {
            Some("panic") => fail(),
            Some("future") => leptos::task::spawn_local(async { fail() }),
            Some("timer") => crate::platform::clock::later(fail, std::time::Duration::ZERO),
            Some("trap") => core::arch::wasm32::unreachable(),
            Some("throw") => crate::platform::clock::later(
                || wasm_bindgen::throw_str("thrown on purpose"),
                std::time::Duration::ZERO,
            ),
            Some("reject") => drop(js_sys::Promise::reject(&js_sys::Error::new("rejected on purpose"))),
            _ => {}
        }
    });
    std::mem::forget(listener);
}

#[cfg(feature = "next-format")]
#[expect(clippy::panic, reason = "it is what is tried")]
fn fail() {
    panic!("on purpose");
}
