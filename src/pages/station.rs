//! TODO

pub mod basics;
pub mod check;
pub mod draft;
pub mod drafts;
mod drafts_here;
mod hand_off;
pub mod history;
pub mod items;
pub mod merge;
pub mod print;
pub mod prior_year;
mod recovery;
pub mod result;
pub mod send;
pub mod staircase;
pub mod standard_missing;
pub mod tasks;
mod versions;
