//! Every side effect, a file each. Pages call these and never the browser's own interface to storage,
//! files or the clock.

pub mod archive;
pub mod bin;
pub mod clearing;
pub mod clock;
mod database;
pub mod derived;
pub mod dialog;
pub mod drafts;
mod durable;
pub mod fault;
pub mod filed;
pub mod files;
pub mod forward;
pub mod fresh;
pub mod history;
pub mod inside;
mod journal;
pub mod lack;
pub mod library;
mod listen;
pub mod local;
pub mod office;
pub mod opened;
pub mod paper;
pub mod photo_sweep;
pub mod photo_take;
pub mod photos;
pub mod place;
pub mod prefs;
pub mod share;
mod standing;
pub mod turns;
pub mod update;
pub mod wait;
mod windows;
mod write;
