//! A table as text that spreadsheets and documents take from the clipboard: cells parted by tabs, rows by line ends.

use documents::sheet::{Content, Sheet};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// The heads and rows of a table. A text that looks like a formula stays a text; points are numbers.
pub fn tsv(sheet: &Sheet) -> String {
    let heads = sheet.columns.iter().map(|column| text(&column.words)).collect::<Vec<_>>().join("\t");
    let rows = sheet.rows.iter().map(|row| {
        let cells = row.cells.iter().flat_map(|cell| {
            let words = match &cell.content {
                None | Some(Content::Sum { points: None, .. }) => String::new(),
                Some(Content::Text(words)) => text(words),
                Some(Content::Points(points) | Content::Sum { points: Some(points), .. }) => number(*points),
            };
            let more = usize::from(cell.wide).saturating_sub(1);
            [words].into_iter().chain(std::iter::repeat_n(String::new(), more))
        });
        cells.collect::<Vec<_>>().join("\t")
    });
    [heads].into_iter().chain(rows).map(|row| row + "\r\n").collect()
}

fn number(hundredths: u64) -> String {
    crate::model::standard::points::Points::hundredths(hundredths).to_string()
}

/// A mark in front makes a text of what looks like a formula; it is not shown in the cell. Quotes hold together what has a
/// line end in it.
fn text(words: &str) -> String {
    let formula = words.trim_start().starts_with(FORMULA);
    let words = if formula { format!("'{words}") } else { words.to_owned() };
    if words.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", words.replace('"', "\"\"").replace('\t', " "))
    } else {
        words
    }
}
