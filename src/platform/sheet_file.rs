//! A chosen file with a table in it: a workbook, or a text with a line for each row in either of the codes in which
//! spreadsheets here save one.

use crate::model::office::OpenError;
use crate::model::review::roster_cells::cells_of_text;
use crate::platform::{files, office};
use js_sys::Uint8Array;

/// Why there is no table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoSheet {
    /// The browser could not read the file, or it is none with a table in it.
    Unreadable,
    /// What reads workbooks could not be had: the single file does not bring it.
    NoReader,
}

/// The rows of the first sheet in which anything stands.
pub async fn rows(file: web_sys::File) -> Result<Vec<Vec<String>>, NoSheet> {
    let bytes = files::read(file).await.ok_or(NoSheet::Unreadable)?;
    if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf]) {
        let sheets = office::read_workbook(&Uint8Array::from(bytes.as_slice())).await.map_err(|error| match error {
            OpenError::Office(_) => NoSheet::NoReader,
            OpenError::File(_) => NoSheet::Unreadable,
        })?;
        let filled = sheets.into_iter().find(|sheet| sheet.rows.iter().flatten().any(|cell| !cell.trim().is_empty()));
        return filled.map(|sheet| sheet.rows).ok_or(NoSheet::Unreadable);
    }
    decoded(bytes).map(|text| cells_of_text(&text)).ok_or(NoSheet::Unreadable)
}

/// UTF-8 with or without its mark, otherwise GB18030, which the browser knows.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Some(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            let decoder = web_sys::TextDecoder::new_with_label("gb18030").ok()?;
            decoder.decode_with_u8_array(error.as_bytes()).ok()
        }
    }
}
