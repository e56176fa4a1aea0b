//! TODO

pub mod fact;
pub mod fields;
pub mod number;
pub mod text_line;
pub mod too_long;
