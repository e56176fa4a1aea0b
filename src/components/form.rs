//! Fields: text, numbers, days, and the numbers that are asked once.

pub mod fact;
pub mod fields;
pub mod number;
pub mod text_line;
pub mod too_long;
