//! A table for paper: the types that the workbook is made of as well, and how points are written in it.

use crate::model::standard::points::Points;

pub use documents::sheet::{Cell, Column, Content, Row, RowRole, Sheet, Workbook};

/// How many places it takes to write all of these: 0, 1 or 2.
pub fn places(points: impl Iterator<Item = Points>) -> u8 {
    points.fold(0, |places, points| match (points.get() % 100, points.get() % 10) {
        (0, _) => places,
        (_, 0) => places.max(1),
        _ => 2,
    })
}
