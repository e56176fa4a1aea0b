//! The saving machine: events in (an edit, a tick, the result of a write, another window), writes and
//! messages out. No clock and no storage here, so that the whole promise can be tested natively
//! (`tests/persistence_promise.rs`). Start reading at `coordinator`: one draft that is open in one window.
//!
//! - `coordinator`: ties the machines together; the browser's half carries out its commands and decides nothing
//! - `autosave`, `replica`: when what is written where, and what the header may claim
//! - `opening`: which copy opens, and what becomes of the others
//! - `leadership`, `lease`: which window may write
//! - `revision`, `key`: what stands in storage, under which names, and what may be written over
//! - `older_formats`: from older formats forward
//! - `standards`: which of the standards that drafts name may go
//! - `file_reminder`, `photo_sweep`: when something is due
//! - `undo`, `snapshots`, `bin`: going back; `tombstone`: what was taken away and stays away

pub mod autosave;
mod autosave_messages;
pub mod backend;
pub mod bin;
pub mod card;
pub mod coordinator;
mod coordinator_messages;
mod draft_parts;
pub mod edit_place;
pub mod file_reminder;
pub mod file_row;
pub mod key;
pub mod leadership;
mod leadership_messages;
pub mod lease;
pub mod older_formats;
pub mod opening;
pub mod photo_sweep;
mod replica;
pub mod review_head;
pub mod revision;
pub mod snapshots;
pub mod standards;
pub mod tombstone;
pub mod undo;
