//! What the page calls. A file that holds others stays open, so that they can be had one at a time; it and its memory
//! are gone when nobody holds it any more.

use crate::archive::Archive;
use crate::mail::Mail;
use crate::workbook::sheets;
use documents::received::ReadError;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A mail or an archive that was opened.
#[wasm_bindgen]
pub struct Container(Opened);

enum Opened {
    Mail(Mail),
    Archive(Archive),
}

#[wasm_bindgen]
impl Container {
    /// What is in it, as JSON: of a mail a `ReceivedMail`, of an archive its list of files.
    pub fn content(&self) -> Result<Vec<u8>, JsValue> {
        match &self.0 {
            Opened::Mail(mail) => json(mail.content()),
            Opened::Archive(archive) => json(archive.files()),
        }
    }

    /// The bytes of the file at this place of its list.
    pub fn file(&mut self, index: usize) -> Result<Vec<u8>, JsValue> {
        match &mut self.0 {
            Opened::Mail(mail) => mail.file(index).map(<[u8]>::to_vec),
            Opened::Archive(archive) => archive.file(index),
        }
        .map_err(|error| told(&error))
    }
}

/// Opens a mail.
#[wasm_bindgen]
pub fn mail(bytes: Vec<u8>) -> Result<Container, JsValue> {
    Mail::open(bytes).map(|mail| Container(Opened::Mail(mail))).map_err(|error| told(&error))
}

/// Opens an archive.
#[wasm_bindgen]
pub fn archive(bytes: Vec<u8>) -> Result<Container, JsValue> {
    Archive::open(bytes).map(|archive| Container(Opened::Archive(archive))).map_err(|error| told(&error))
}

/// The sheets of a workbook, as JSON.
#[wasm_bindgen]
pub fn workbook(bytes: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    sheets(bytes).map_err(|error| told(&error)).and_then(|sheets| json(&sheets))
}

/// What is thrown is text; the application reads it as what it is.
fn told(error: &ReadError) -> JsValue {
    JsValue::from_str(&serde_json::to_string(error).unwrap_or_default())
}

fn json<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, JsValue> {
    serde_json::to_vec(value).map_err(|_| JsValue::from_str("failed"))
}
