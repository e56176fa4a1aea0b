//! Files that come in: what is in them, and what is to become of it.

pub(in crate::pages) mod compare_code;
pub(in crate::pages) mod merge_targets;
pub(in crate::pages) mod of_desk;
pub mod open;
pub(in crate::pages) mod several;
