//! A table as text that spreadsheets and documents take from the clipboard: cells parted by tabs, rows by line ends.

use crate::model::standard::points::Points;
use documents::sheet::{Cell, Content, Sheet};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// What is read in a cell.
pub fn cell_words(cell: &Cell) -> String {
    match &cell.content {
        None | Some(Content::Sum { points: None, .. }) => String::new(),
        Some(Content::Text(words)) => words.clone(),
        Some(Content::Points(points) | Content::Sum { points: Some(points), .. }) => {
            Points::hundredths(*points).to_string()
        }
    }
}

/// The heads and rows of a table. A text that looks like a formula stays a text; points are numbers. Where a cell from above
/// reaches down there is an empty one.
pub fn tsv(sheet: &Sheet) -> String {
    let heads = sheet.columns.iter().map(|column| text(&column.words)).collect::<Vec<_>>().join("\t");
    let mut below: Vec<u32> = Vec::new();
    let rows = sheet.rows.iter().map(|row| {
        let mut cells = row.cells.iter();
        let mut written: Vec<String> = Vec::new();
        loop {
            if let Some(left) = below.get_mut(written.len()).filter(|left| **left > 0) {
                *left -= 1;
                written.push(String::new());
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let (at, wide) = (written.len(), usize::from(cell.wide).max(1));
            written.push(text(&cell_words(cell)));
            written.extend(std::iter::repeat_n(String::new(), wide - 1));
            below.resize(below.len().max(at + wide), 0);
            below.iter_mut().skip(at).take(wide).for_each(|left| *left = cell.deep.saturating_sub(1));
        }
        written.join("\t")
    });
    [heads].into_iter().chain(rows).map(|row| row + "\r\n").collect()
}

/// The same below the lines that stand above the table, which say of what it is.
pub fn tsv_with_lines(sheet: &Sheet) -> String {
    let mut above = String::new();
    for line in &sheet.lines {
        above += &text(line);
        above += "\r\n";
    }
    above + &tsv(sheet)
}

/// A mark in front makes a text of what looks like a formula; a spreadsheet does not show it in the cell.
pub(super) fn no_formula(words: &str) -> String {
    if words.trim_start().starts_with(FORMULA) { format!("'{words}") } else { words.to_owned() }
}

/// Quotes hold together what has a line end in it.
fn text(words: &str) -> String {
    let words = no_formula(words);
    if words.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", words.replace('"', "\"\"").replace('\t', " "))
    } else {
        words
    }
}
