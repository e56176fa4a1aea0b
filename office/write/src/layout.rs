//! Where the cells of a table stand in a workbook, and how high its rows are there.

use crate::failure::Failure;
use crate::height::{HIGHEST, height};
use crate::style::TEXT_SIZE;
use documents::sheet::{Cell, Content, RowRole, Sheet};

/// A cell of the table with its place.
#[derive(Clone, Copy)]
pub(crate) struct Placed<'a> {
    /// What its row is.
    pub role: RowRole,
    /// The cell.
    pub cell: &'a Cell,
    /// The row of the table that it begins in.
    pub row: usize,
    /// The column that it begins in.
    pub column: usize,
}

/// The cells of a table, row by row. One begins in the first column that none above reaches down to.
pub(crate) fn placed(sheet: &Sheet) -> Result<Vec<Placed<'_>>, Failure> {
    let mut all = Vec::new();
    let mut taken = vec![0_u32; sheet.columns.len()];
    for (at, row) in sheet.rows.iter().enumerate() {
        let mut cells = row.cells.iter();
        let mut column = 0;
        while let Some(left) = taken.get_mut(column) {
            if *left > 0 {
                *left -= 1;
                column += 1;
                continue;
            }
            let cell = cells.next().ok_or(Failure::Table)?;
            let (wide, below) = (usize::from(cell.wide), cell.deep.checked_sub(1).ok_or(Failure::Table)?);
            let under = taken.get_mut(column..column + wide).filter(|under| !under.is_empty()).ok_or(Failure::Table)?;
            if under.iter().any(|left| *left > 0) {
                return Err(Failure::Table);
            }
            under.fill(below);
            all.push(Placed { role: row.role, cell, row: at, column });
            column += wide;
        }
        if cells.next().is_some() {
            return Err(Failure::Table);
        }
    }
    // A cell that reaches below the last row.
    if taken.iter().any(|left| *left > 0) { Err(Failure::Table) } else { Ok(all) }
}

/// The rows of the workbook that the rows of the table take: one each, or as many as it takes where a text is higher
/// than a row may be. Its cells then reach over them.
pub(crate) struct Rows {
    heights: Vec<f64>,
    starts: Vec<u32>,
}

impl Rows {
    /// Of these cells; `width` tells how wide columns are, from which one on and how many.
    pub(crate) fn of(sheet: &Sheet, cells: &[Placed<'_>], width: impl Fn(usize, usize) -> usize) -> Self {
        let needed = |placed: &Placed<'_>| {
            let text = match &placed.cell.content {
                Some(Content::Text(text)) => text.as_str(),
                Some(Content::Points(_) | Content::Sum { .. }) | None => "",
            };
            height(text, width(placed.column, usize::from(placed.cell.wide)), TEXT_SIZE)
        };
        let mut rows = vec![0.0_f64; sheet.rows.len()];
        for placed in cells.iter().filter(|placed| placed.cell.deep == 1) {
            if let Some(row) = rows.get_mut(placed.row) {
                *row = row.max(needed(placed));
            }
        }
        // What stands beside several rows makes the last of them higher where they are too low for it.
        for placed in cells.iter().filter(|placed| placed.cell.deep > 1) {
            let below = placed.row + usize::try_from(placed.cell.deep).unwrap_or(1);
            let beside = rows.get_mut(placed.row..below).unwrap_or_default();
            let lacks = needed(placed) - beside.iter().sum::<f64>();
            if let Some(last) = beside.last_mut() {
                *last += lacks.max(0.0);
            }
        }
        let (mut heights, mut starts) = (Vec::new(), vec![0]);
        for height in rows {
            let parts = (1..=MOST_PARTS).find(|parts| height <= f64::from(*parts) * HIGHEST).unwrap_or(MOST_PARTS);
            heights.extend((0..parts).map(|_| (height / f64::from(parts)).min(HIGHEST)));
            starts.push(u32::try_from(heights.len()).unwrap_or(u32::MAX));
        }
        Self { heights, starts }
    }

    /// How high each is, in points.
    pub(crate) fn heights(&self) -> &[f64] {
        &self.heights
    }

    /// The row of the workbook that a row of the table begins in, both counted from 0; behind the last one the row that
    /// comes next.
    pub(crate) fn start(&self, row: usize) -> u32 {
        self.starts.get(row).copied().unwrap_or_default()
    }
}

/// Into how many a row is split at most: a cell holds 32,767 signs, of which a narrow column has three to a line.
const MOST_PARTS: u32 = 500;
