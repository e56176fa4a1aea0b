//! Files: saving text under a name, reading what was chosen.

use gloo_file::{Blob, ObjectUrl};
use leptos::prelude::set_timeout;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long a saved file's address stays valid; some browsers start the download late.
const KEPT: Duration = Duration::from_mins(1);

/// Saves text as a file of this name, as the browser saves downloads.
pub fn save(name: &str, text: &str) -> Option<()> {
    save_blob(name, &Blob::new_with_options(text, Some("application/json")))
}

fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let url = ObjectUrl::from(blob.clone());
    let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    set_timeout(move || drop(url), KEPT);
    Some(())
}

/// Saves bytes that another module made as a file of this name and kind. They stay outside of this one.
pub fn save_made(name: &str, kind: &str, made: &js_sys::Uint8Array) -> Option<()> {
    save_blob(name, &Blob::new_with_options(made.buffer(), Some(kind)))
}

/// Reads a chosen file whole.
pub async fn read(file: web_sys::File) -> Option<Vec<u8>> {
    let blob = gloo_file::File::from(file);
    gloo_file::futures::read_as_bytes(&blob).await.ok()
}
