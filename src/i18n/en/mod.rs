//! English.

pub mod author;
pub mod basics;
pub mod blank;
pub mod check;
pub mod clash;
pub mod desk;
pub mod earlier;
pub mod facts;
pub mod fault;
pub mod first_score;
pub mod form;
pub mod format;
pub mod frame;
pub mod gate;
pub mod grid;
pub mod handing_in;
pub mod hints;
pub mod home;
pub mod intake;
pub mod keeping;
pub mod kinds;
pub mod lack;
pub mod leaving;
pub mod mail;
pub mod office;
pub mod paper;
pub mod photo;
pub mod remarks;
pub mod reply;
pub mod result;
pub mod review_sheets;
pub mod review_summary;
pub mod roster;
pub mod send;
pub mod sheet_words;
pub mod signing;
pub mod standards;
pub mod tasks;
pub mod text;
pub mod unit_table;
pub mod year;

/// `1 item`, `2 items`.
fn several(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
