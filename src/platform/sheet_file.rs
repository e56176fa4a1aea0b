//! A chosen file with a table in it: a workbook, or a text with a line for each row in either of the codes in which
//! spreadsheets here save one.

use crate::model::office::OpenError;
use crate::model::review::roster_cells::cells_of_text;
use crate::platform::{files, office};
use documents::received::ReceivedSheet;
use js_sys::Uint8Array;

/// Why there is no table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoSheet {
    /// The browser could not read the file, or it is none with a table in it.
    Unreadable,
    /// What reads workbooks could not be had: the single file does not bring it.
    NoReader,
}

/// The sheets in which anything stands, with their names; the rows of a text, without one. There is at least one.
pub async fn sheets(file: web_sys::File) -> Result<Vec<ReceivedSheet>, NoSheet> {
    let bytes = files::read(file).await.ok_or(NoSheet::Unreadable)?;
    if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf]) {
        let mut sheets =
            office::read_workbook(&Uint8Array::from(bytes.as_slice())).await.map_err(|error| match error {
                OpenError::Office(_) => NoSheet::NoReader,
                OpenError::File(_) => NoSheet::Unreadable,
            })?;
        sheets.retain(|sheet| sheet.rows.iter().flatten().any(|cell| !cell.trim().is_empty()));
        return if sheets.is_empty() { Err(NoSheet::Unreadable) } else { Ok(sheets) };
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|error| files::decoded(error.as_bytes()));
    if text.is_empty() {
        return Err(NoSheet::Unreadable);
    }
    Ok(vec![ReceivedSheet { name: String::new(), rows: cells_of_text(text.trim_start_matches('\u{feff}')) }])
}
