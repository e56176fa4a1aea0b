//! Pictures of a score.

pub mod bar;
pub mod tag_picture;
pub mod total;
