//! Reviews in the browser: the township's and the county's desk.

mod apart;
pub mod assessed;
pub mod begun_file;
pub mod bundling;
mod channel;
pub mod clearing;
pub mod file;
pub mod forms;
pub mod head_change;
mod heard;
mod in_window;
pub mod open_review;
mod read_review;
pub mod received;
pub mod sessions;
pub mod steps;
pub mod store;
pub mod take_bundle;
mod take_contained;
pub mod take_in;
mod write_queue;

pub use write_queue::ReviewSaved;
