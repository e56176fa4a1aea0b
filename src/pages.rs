//! One file for one screen.

pub mod exchange;
pub mod files;
pub mod frame;
pub mod home;
mod leaving;
pub mod placeholder;
pub mod station;
