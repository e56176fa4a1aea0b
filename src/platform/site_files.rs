//! What static/start.js found wrong with a file of the site.

use crate::model::files::site_files::{MissingFile, SiteFault};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What static/start.js says when the application runs without one of its files.
const LACKS: &str = "xingzhan-lack";
/// What it says when this computer has not kept the copy for days without network.
const UNKEPT: &str = "xingzhan-unkept";

/// What was wrong with the file that was asked for last, if something was.
pub fn last() -> Option<MissingFile> {
    read(&Reflect::get(&js_sys::global(), &"xingzhanLack".into()).ok()?)
}

fn read(lack: &JsValue) -> Option<MissingFile> {
    let text =
        |name: &str| Reflect::get(lack, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    Some(MissingFile { file: text("file"), fault: SiteFault::named(&text("why"))?, answer: text("status") })
}

/// Sets the signal once the application runs without one of its files. Ends with its owner.
pub fn listen(lacks: RwSignal<Option<MissingFile>>) {
    let listener = window_event_listener_untyped(LACKS, move |event| {
        lacks.set(Reflect::get(&event, &"detail".into()).ok().and_then(|detail| read(&detail)));
    });
    on_cleanup(move || listener.remove());
}

/// Sets the signal once it is known that the copy was not kept: whether the single file lies beside it. Ends with
/// its owner.
pub fn listen_unkept(unkept: RwSignal<Option<bool>>) {
    let listener = window_event_listener_untyped(UNKEPT, move |event| {
        let beside = Reflect::get(&event, &"detail".into()).ok().and_then(|detail| detail.as_bool());
        unkept.set(Some(beside.unwrap_or_default()));
    });
    on_cleanup(move || listener.remove());
}
