//! One file for one screen.

pub mod exchange;
pub mod files;
pub mod frame;
mod handing_over;
pub mod home;
mod leaving;
pub mod placeholder;
pub mod review;
mod standard;
pub mod station;
