//! Files: handing text to the browser under a name, reading what was chosen. Whether the browser stores what it was
//! handed, nobody tells: it may ask, be cancelled, or hold all but one back.

use crate::model::files::checksum::{Checksum, Summing};
use crate::platform::clock;
use crate::platform::wait;
use crate::platform::wait::within;
use gloo_file::futures::read_as_bytes;
use gloo_file::{Blob, ObjectUrl};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long a saved file's address stays valid; some browsers start the download late.
const KEPT: Duration = Duration::from_mins(1);

/// Hands text to the browser as a file of this name, to be downloaded. Nothing where even that fails.
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
    clock::later(move || drop(url), KEPT);
    Some(())
}

/// Hands over bytes that another module made as a file of this name and kind. They stay outside of this one.
pub fn save_made(name: &str, kind: &str, made: &js_sys::Uint8Array) -> Option<()> {
    save_blob(name, &Blob::new_with_options(made.buffer(), Some(kind)))
}

/// A file that is put together piece by piece and then handed to the browser. The pieces lie with the browser, which
/// may put them onto the disk; no copy of the whole is in memory.
#[derive(Default)]
pub struct Handing {
    pieces: js_sys::Array,
    sum: Summing,
}

impl Handing {
    /// Adds a piece.
    pub fn add(&mut self, piece: &[u8]) {
        if !piece.is_empty() {
            self.sum.add(piece);
            self.pieces.push(&web_sys::Blob::from(Blob::new(piece)));
        }
    }

    /// Hands it over as a file of this name and kind: what it is known again by.
    pub fn hand_over(self, name: &str, kind: &str) -> Option<Checksum> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let whole = web_sys::Blob::new_with_blob_sequence_and_options(&self.pieces, &options).ok()?;
        save_blob(name, &Blob::from(whole))?;
        Some(self.sum.end())
    }
}

/// How many bytes of a chosen file are read at a time.
const SLICE: u64 = 4 << 20;

/// The sum of a chosen file, read in slices; nothing where it cannot be read.
pub async fn sum(file: &web_sys::File) -> Option<Checksum> {
    let file = gloo_file::File::from(file.clone());
    let (mut sum, mut at) = (Summing::default(), 0);
    while at < file.size() {
        let to = (at + SLICE).min(file.size());
        let slice = file.slice(at, to);
        sum.add(&within(wait::FILE, async move { read_as_bytes(&slice).await.ok() }).await??);
        at = to;
    }
    Some(sum.end())
}

/// How many bytes a chosen file has.
pub fn size(file: &web_sys::File) -> u64 {
    gloo_file::File::from(file.clone()).size()
}

/// Some bytes of a chosen file.
pub async fn slice(file: &web_sys::File, from: u64, to: u64) -> Option<Vec<u8>> {
    let slice = gloo_file::File::from(file.clone()).slice(from, to);
    within(wait::FILE, async move { read_as_bytes(&slice).await.ok() }).await?
}

/// A file of this name and content, as if it had been chosen.
pub fn made(name: &str, bytes: &[u8]) -> Option<web_sys::File> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    web_sys::File::new_with_u8_array_sequence(&parts, name).ok()
}

/// Reads a chosen file whole.
pub async fn read(file: web_sys::File) -> Option<Vec<u8>> {
    let blob = gloo_file::File::from(file);
    within(wait::FILE, async move { read_as_bytes(&blob).await.ok() }).await?
}

/// A text that is not UTF-8: GB 18030, which Chinese Windows writes and the browser knows. Empty where it does not.
pub fn decoded(bytes: &[u8]) -> String {
    let decoder = web_sys::TextDecoder::new_with_label("gb18030").ok();
    decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes).ok()).unwrap_or_default()
}
