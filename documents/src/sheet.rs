//! A table for paper as data: what it says, which cells reach over several columns or rows, and which points
//! are sums of others. A printed page and a workbook are made of the same one, so it knows neither.

use serde::{Deserialize, Serialize};

/// A table, with what stands above and below it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it is headed with.
    pub title: String,
    /// Lines above the table.
    pub lines: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, without the heads.
    pub rows: Vec<Row>,
    /// Lines below the table.
    pub foot: Vec<String>,
    /// A line at the foot of every page.
    pub margin: String,
    /// The number of a page; `{page}` and `{pages}` stand for it and for how many there are.
    pub page: String,
    /// How many places points are written with: 0, 1 or 2.
    pub places: u8,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its head.
    pub words: String,
    /// Its width, in hundredths of the table's.
    pub width: u8,
    /// Whether what stands in it is centred.
    pub centred: bool,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What it is.
    pub role: RowRole,
    /// The cells that begin in it, from the left, as in HTML: where a cell above reaches down, there is none.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    /// It heads those below.
    Head,
    /// One of many.
    Item,
    /// It adds up some of those above, or concludes them.
    Sum,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// What stands in it; nothing where somebody is still to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// How many columns it reaches over, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub wide: u8,
    /// How many rows it reaches over, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub deep: u32,
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Content {
    /// Words.
    Text(String),
    /// Points, in hundredths.
    Points(u64),
    /// The sum of points in the same column.
    Sum {
        /// The rows that are added, first and last of each stretch, counted from 0.
        rows: Vec<(u32, u32)>,
        /// The most that counts, in hundredths.
        #[serde(skip_serializing_if = "Option::is_none")]
        most: Option<u64>,
        /// What it comes to, in hundredths; nothing while none of them is filled in.
        #[serde(skip_serializing_if = "Option::is_none")]
        points: Option<u64>,
    },
}

impl Cell {
    /// A cell in which nothing stands yet.
    pub const BLANK: Self = Self { content: None, wide: 1, deep: 1 };

    /// A cell with this in it.
    pub fn of(content: Content) -> Self {
        Self { content: Some(content), ..Self::BLANK }
    }

    /// A cell with words; a blank one if there are none.
    pub fn text(words: String) -> Self {
        if words.is_empty() { Self::BLANK } else { Self::of(Content::Text(words)) }
    }

    /// The same over so many columns.
    #[must_use]
    pub fn wide(self, wide: u8) -> Self {
        Self { wide, ..self }
    }

    /// The same over so many rows.
    #[must_use]
    pub fn deep(self, deep: u32) -> Self {
        Self { deep, ..self }
    }
}

impl Row {
    /// How many columns its own cells take.
    pub fn wide(&self) -> u32 {
        self.cells.iter().map(|cell| u32::from(cell.wide)).sum()
    }
}

/// What a number is that is left out.
fn one<N: From<u8>>() -> N {
    N::from(1)
}

/// Whether it is 1, which is left out.
fn is_one<N: PartialEq + From<u8>>(number: &N) -> bool {
    *number == N::from(1)
}

/// A table to be made into a workbook.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workbook {
    /// What its sheet is called, such as 评分明细表.
    pub name: String,
    /// When it was made, in UTC: `2026-12-10T08:05:00Z`.
    pub time: String,
    /// What stands in it.
    pub sheet: Sheet,
}
