//! The module for mails and workbooks: loaded on first use by static/start.js, from beside the page or out of
//! it, and asked here. What it makes stays outside of this module's memory, which never shrinks.

use crate::model::files::json::canonical;
use crate::model::mail::Mail;
use crate::model::office::OfficeError;
use crate::model::print::table::Workbook;
use crate::platform::wait::within;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Writes a mail; the bytes of what it names as attached come beside it, in the same order.
pub async fn mail(mail: &Mail, attachments: &[Uint8Array]) -> Result<Uint8Array, OfficeError> {
    ask("mail", mail, attachments).await
}

/// Writes a workbook.
pub async fn workbook(workbook: &Workbook) -> Result<Uint8Array, OfficeError> {
    ask("workbook", workbook, &[]).await
}

/// How long it may take to come and to make something, in milliseconds: a mail of 40 MB on an old computer takes a
/// third of it.
const OFFICE: u32 = 60_000;

async fn ask(task: &str, request: &impl Serialize, with: &[Uint8Array]) -> Result<Uint8Array, OfficeError> {
    let request = Uint8Array::from(canonical(request).as_bytes());
    let with: Array = with.iter().collect();
    let made = match begin(task, &request, &with) {
        Some(promise) => within(OFFICE, JsFuture::from(promise)).await.ok_or(OfficeError::Absent)?,
        None => return Err(OfficeError::Broken),
    };
    match made {
        Ok(made) => made.dyn_into().map_err(|_| OfficeError::Failed),
        Err(reason) => Err(OfficeError::named(&reason.as_string().unwrap_or_default())),
    }
}

/// What static/start.js offers.
fn begin(task: &str, request: &Uint8Array, with: &Array) -> Option<Promise> {
    let office: Function = Reflect::get(&js_sys::global(), &"xingzhanOffice".into()).ok()?.dyn_into().ok()?;
    office.call3(&JsValue::UNDEFINED, &task.into(), request, with).ok()?.dyn_into().ok()
}
