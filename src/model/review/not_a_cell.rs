//! Why a text that was typed into the grid (录表) says nothing.

use crate::model::record::typed::NotACount;

/// Why a cell cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotACell {
    /// It is no number.
    Count(NotACount),
    /// There are only so many options.
    NoOption(usize),
    /// The column is none of the standard's.
    NoColumn,
    /// It can be read, and there is no day to keep it under.
    NoDay,
}
