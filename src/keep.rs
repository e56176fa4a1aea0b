//! The saving machine: events in (an edit, a tick, the result of a write), writes and messages out. No
//! clock and no storage here, so that the whole promise can be tested natively. What a page sees of
//! saving is a `Status`; how many places a draft is written to is decided where the machine is made.

pub mod card;
pub mod keeper;
pub mod key;
