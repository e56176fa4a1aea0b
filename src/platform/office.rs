//! The modules that write and read mails and workbooks: each loaded on first use by static/start.js, from beside the
//! page or out of it, and asked here. What they make stays outside of this module's memory, which never shrinks.

use crate::model::files::json::canonical;
use crate::model::mail::Mail;
use crate::model::office::{OfficeError, OpenError};
use crate::model::print::table::Workbook;
use crate::platform::wait::within;
use documents::received::{ContainedFile, ReceivedMail, ReceivedSheet};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Writes a mail; the bytes of what it names as attached come beside it, in the same order.
pub async fn mail(mail: &Mail, attachments: &[Uint8Array]) -> Result<Uint8Array, OfficeError> {
    written("mail", mail, attachments).await
}

/// Writes a workbook.
pub async fn workbook(workbook: &Workbook) -> Result<Uint8Array, OfficeError> {
    written("workbook", workbook, &[]).await
}

/// Reads a mail that came, and keeps its attachments at hand.
pub async fn open_mail(bytes: &Uint8Array) -> Result<(ReceivedMail, Container), OpenError> {
    opened("mail", bytes).await
}

/// Reads what is in a zip archive, and keeps it at hand.
pub async fn open_archive(bytes: &Uint8Array) -> Result<(Vec<ContainedFile>, Container), OpenError> {
    opened("archive", bytes).await
}

/// Reads the sheets of a workbook.
pub async fn read_workbook(bytes: &Uint8Array) -> Result<Vec<ReceivedSheet>, OpenError> {
    let read = ask("read", "workbook", bytes, &Array::new()).await;
    read.and_then(JsCast::dyn_into::<Uint8Array>).map_err(|reason| why(&reason)).and_then(|read| parsed(&read))
}

/// A mail or an archive that was opened. Its memory is given back when it goes.
pub struct Container(Opened);

#[wasm_bindgen]
extern "C" {
    /// What office/read gives: it says what is in it, and gives one file after the other.
    type Opened;
    #[wasm_bindgen(method, catch)]
    fn content(this: &Opened) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn file(this: &Opened, index: u32) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn free(this: &Opened) -> Result<(), JsValue>;
}

impl Container {
    /// The bytes of the file at this place of the list.
    pub fn contained_file(&self, index: u32) -> Result<Uint8Array, OpenError> {
        self.0.file(index).map_err(|reason| why(&reason))
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        // One that broke cannot give back anything, and is gone with its instance.
        let _ = self.0.free();
    }
}

/// How long it may take to come and to make something, in milliseconds: a mail of 40 MB on an old computer takes a
/// third of it.
const OFFICE: u32 = 60_000;

async fn written(task: &str, request: &impl Serialize, with: &[Uint8Array]) -> Result<Uint8Array, OfficeError> {
    let request = Uint8Array::from(canonical(request).as_bytes());
    let made = ask("write", task, &request, &with.iter().collect()).await;
    made.map_err(|reason| OfficeError::named(&reason.as_string().unwrap_or_default()))?
        .dyn_into()
        .map_err(|_| OfficeError::Failed)
}

async fn opened<T: DeserializeOwned>(task: &str, bytes: &Uint8Array) -> Result<(T, Container), OpenError> {
    let opened = ask("read", task, bytes, &Array::new()).await.map_err(|reason| why(&reason))?;
    // There is no such name in the page for it to be held against.
    let container = Container(opened.unchecked_into());
    let content = container.0.content().map_err(|reason| why(&reason))?;
    Ok((parsed(&content)?, container))
}

fn parsed<T: DeserializeOwned>(json: &Uint8Array) -> Result<T, OpenError> {
    serde_json::from_slice(&json.to_vec()).map_err(|_| OpenError::Office(OfficeError::Failed))
}

fn why(reason: &JsValue) -> OpenError {
    OpenError::named(&reason.as_string().unwrap_or_default())
}

/// Has a module do something. Where nothing comes of it, the reason is a text.
async fn ask(part: &str, task: &str, request: &Uint8Array, with: &Array) -> Result<JsValue, JsValue> {
    match begin(part, task, request, with) {
        Some(promise) => within(OFFICE, JsFuture::from(promise)).await.unwrap_or_else(|| Err("absent".into())),
        None => Err("broken".into()),
    }
}

/// What static/start.js offers.
fn begin(part: &str, task: &str, request: &Uint8Array, with: &Array) -> Option<Promise> {
    let office: Function = Reflect::get(&js_sys::global(), &"xingzhanOffice".into()).ok()?.dyn_into().ok()?;
    office.call4(&JsValue::UNDEFINED, &part.into(), &task.into(), request, with).ok()?.dyn_into().ok()
}
