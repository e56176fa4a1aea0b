//! The rows of a sheet, ready to be cut: each has every cell that stands in it, also those that begin above,
//! so that a page can begin at any of them.

use crate::model::print::pages::split;
use crate::model::print::table::{Content, Row, RowRole, Sheet};
use crate::model::sorting::sort_by_key;

/// A row that knows all of its cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlatRow {
    /// What it is.
    pub role: RowRole,
    /// Its cells, from the left.
    pub cells: Vec<RowPart>,
}

/// What of a cell stands in one row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowPart {
    /// What is written there.
    pub words: String,
    /// How many columns it reaches over.
    pub wide: u8,
    /// The column it begins in, counted from 0.
    pub column: usize,
    /// For a cell that reaches over several rows, which one it is.
    pub of: Option<usize>,
}

/// A cell on a page: what stands in it, and over how many of the page's rows it reaches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed<'a> {
    /// What of it stands in its first row here.
    pub part: &'a RowPart,
    /// How many rows.
    pub deep: usize,
}

/// The rows of a sheet.
pub fn strips(sheet: &Sheet) -> Vec<FlatRow> {
    let mut from_above: Vec<(RowPart, u32)> = Vec::new();
    let mut deep = 0;
    let mut strips = Vec::new();
    for row in &sheet.rows {
        let strip = strip(row, &mut from_above, &mut deep, sheet.places);
        strips.push(strip);
    }
    strips
}

/// One row, and what reaches down from it and from above to the next.
fn strip(row: &Row, from_above: &mut Vec<(RowPart, u32)>, deep: &mut usize, places: u8) -> FlatRow {
    let mut cells: Vec<RowPart> = from_above.iter().map(|(part, _)| part.clone()).collect();
    let mut below: Vec<(RowPart, u32)> =
        from_above.drain(..).filter(|(_, left)| *left > 1).map(|(part, left)| (part, left - 1)).collect();
    let mut column = 0;
    for cell in &row.cells {
        while let Some(taken) = cells.iter().find(|part| part.column == column && part.of.is_some()) {
            column += usize::from(taken.wide);
        }
        let of = (cell.deep > 1).then(|| {
            *deep += 1;
            *deep
        });
        let words = cell.content.as_ref().map_or(String::new(), |content| written(content, places));
        let part = RowPart { words, wide: cell.wide, column, of };
        column += usize::from(cell.wide);
        if cell.deep > 1 {
            below.push((part.clone(), cell.deep - 1));
        }
        cells.push(part);
    }
    sort_by_key(&mut cells, |part| part.column);
    *from_above = below;
    FlatRow { role: row.role, cells }
}

/// What stands in a cell as it is written; points with so many places, so that they stand below each other.
fn written(content: &Content, places: u8) -> String {
    match content {
        Content::Text(words) => words.clone(),
        Content::Points(points) => decimal(*points, places),
        Content::Sum { points, .. } => points.map_or(String::new(), |points| decimal(points, places)),
    }
}

fn decimal(points: u64, places: u8) -> String {
    let (whole, rest) = (points / 100, points % 100);
    match places {
        0 if rest == 0 => whole.to_string(),
        0 | 1 if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

impl FlatRow {
    /// The first of its cells that reaches over several rows.
    pub fn beside(&self) -> Option<&RowPart> {
        self.cells.iter().find(|part| part.of.is_some())
    }

    /// The same in so many rows, for one that is higher than a page: its texts go on, everything else stands
    /// in the first.
    pub fn split(&self, parts: u32) -> Vec<Self> {
        let mut rows = vec![Self { role: self.role, cells: Vec::new() }; usize::try_from(parts).unwrap_or(1).max(1)];
        for cell in &self.cells {
            let pieces = if cell.of.is_some() { Vec::new() } else { pieces(&cell.words, parts) };
            for (at, row) in rows.iter_mut().enumerate() {
                let words = match (cell.of, pieces.get(at)) {
                    (Some(_), _) => cell.words.clone(),
                    (None, piece) => piece.cloned().unwrap_or_default(),
                };
                row.cells.push(RowPart { words, ..cell.clone() });
            }
        }
        rows
    }
}

/// A text stays whole that is lower than a page in the narrowest column of words.
fn pieces(words: &str, parts: u32) -> Vec<String> {
    const SHORT: usize = 100;
    if words.chars().count() <= SHORT { vec![words.to_owned()] } else { split(words, parts) }
}

/// The cells that are drawn for these rows when they stand on one page, row by row: one that reaches over
/// several is drawn in the first of them, again on each page.
pub fn placed(rows: &[FlatRow]) -> Vec<Vec<Placed<'_>>> {
    let has =
        |row: Option<&FlatRow>, of: usize| row.is_some_and(|row| row.cells.iter().any(|part| part.of == Some(of)));
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            let cells = row.cells.iter().filter_map(|part| match part.of {
                None => Some(Placed { part, deep: 1 }),
                Some(of) if at > 0 && has(rows.get(at - 1), of) => None,
                Some(of) => {
                    let deep = rows.iter().skip(at).take_while(|row| has(Some(row), of)).count();
                    Some(Placed { part, deep })
                }
            });
            cells.collect()
        })
        .collect()
}
