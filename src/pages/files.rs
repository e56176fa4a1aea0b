//! TODO

mod compare_code;
mod merge_targets;
pub mod open;
mod several;
