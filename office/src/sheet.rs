//! A table for paper, as the application hands it over: what it says, which cells reach over several columns
//! or rows, and which points are sums of others. How it looks is decided in `crate::style`.

use serde::Deserialize;

/// The table, with what stands above and below it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    /// Its head.
    pub words: String,
    /// Its width, in hundredths of the page's.
    pub width: u8,
    /// Whether what stands in it is centred.
    #[serde(default)]
    pub centred: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// What it is.
    pub role: Role,
    /// The cells that begin in it, from the left.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// It heads those below.
    Head,
    /// One of many.
    Item,
    /// It adds up some of the rows above.
    Sum,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cell {
    /// What stands in it; nothing where somebody is still to write.
    pub content: Option<Content>,
    /// How many columns it reaches over.
    #[serde(default = "one")]
    pub wide: u16,
    /// How many rows it reaches over.
    #[serde(default = "one")]
    pub deep: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Content {
    /// Words.
    Text(String),
    /// Points, in hundredths.
    Points(u32),
    /// The sum of points in the same column.
    Sum {
        /// The rows that are added, first and last of each stretch, counted from 0.
        rows: Vec<(u32, u32)>,
        /// The most that counts, in hundredths.
        most: Option<u32>,
        /// What it comes to, in hundredths; nothing while none of them is filled in.
        points: Option<u32>,
    },
}

fn one<N: From<u8>>() -> N {
    N::from(1)
}
