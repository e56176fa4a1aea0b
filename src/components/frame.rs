//! What stands in the frame around every page.

pub mod heading;
pub mod language;
pub mod saved;
pub mod undo;
pub mod update;
