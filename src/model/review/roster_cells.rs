//! The cells of a list of units: pasted from a spreadsheet or a document, or out of a text file.

use crate::model::review::entry_cells::pasted_cells;
use csv::ReaderBuilder;

/// The rows of a pasted text or a text file, each with its cells. Cells are parted by tabs, else by commas or semicolons
/// where every line has as many, else by several spaces; a text in quotes may hold line ends, as spreadsheets copy it.
pub fn cells_of_text(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\t') {
        return pasted_cells(text);
    }
    let comma = [b',', b';'].into_iter().find(|comma| is_regular(&parted(text, *comma)));
    if let Some(comma) = comma {
        return parted(text, comma);
    }
    text.lines().map(by_spaces).collect()
}

fn parted(text: &str, by: u8) -> Vec<Vec<String>> {
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(by).from_reader(text.as_bytes());
    // What is read is text already, and rows may be of any length: nothing of it can fail.
    let rows = reader.into_records().filter_map(Result::ok);
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Whether every row that says anything has as many cells, and more than one.
fn is_regular(rows: &[Vec<String>]) -> bool {
    let mut lengths = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).map(Vec::len);
    lengths.next().is_some_and(|first| first > 1 && lengths.all(|length| length == first))
}

/// Two spaces, or a wide one, part cells; a single one may stand within a name.
fn by_spaces(line: &str) -> Vec<String> {
    let line = line.replace('\u{3000}', "  ");
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}
