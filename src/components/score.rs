//! TODO

pub mod bar;
pub mod tag_picture;
