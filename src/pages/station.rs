//! What a station or a room does: fill in, check, hand over.

pub mod basics;
pub mod check;
mod check_filter;
pub mod draft;
pub mod drafts;
pub(in crate::pages) mod drafts_here;
pub mod facts;
pub(in crate::pages) mod hand_off;
pub mod head;
pub mod history;
pub mod items;
pub mod merge;
pub mod one_page;
pub mod print;
pub mod prior_year;
pub(in crate::pages) mod recovery;
pub mod result;
mod same_unit;
pub mod send;
pub mod staircase;
pub mod standard_missing;
pub(in crate::pages) mod standards_here;
mod take_over;
pub mod tasks;
pub(in crate::pages) mod versions;
