//! What the browser tests share: a server for the built page, a browser with a fresh profile, and verbs
//! in the words of the people who use the page.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on says why and ends"
)]

pub mod actions;
pub mod app;
pub mod audits;
pub mod axe;
pub mod browser;
pub mod driver;
pub mod engine;
mod files;
pub mod fill;
pub mod keyboard;
pub mod media;
pub mod pages;
pub mod paper;
pub mod pictures;
pub mod plan;
pub mod reading;
mod running;
pub mod site;
pub mod steps;
pub mod windows;
