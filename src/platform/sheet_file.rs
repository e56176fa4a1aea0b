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
    let text = String::from_utf8(bytes).unwrap_or_else(|error| files::decoded(error.as_bytes()));
    if text.is_empty() { Err(NoSheet::Unreadable) } else { Ok(cells_of_text(text.trim_start_matches('\u{feff}'))) }
}
