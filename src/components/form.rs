//! Fields: text, numbers, days, and the numbers that are asked once.

mod clashes;
pub mod fact;
pub mod fields;
pub mod half_day;
pub mod number;
pub mod own_number;
pub mod text_line;
pub mod too_long;
