//! XingZhan 星站: a deputies' liaison station rates itself against its county's star standard, offline,
//! in any browser, and hands over one file.
//!
//! The map of the code, each layer knowing only those before it:
//! - `model`: what the product knows; pure, no browser, no clock
//! - `persistence`: the save machine: events in, effects out; pure, too
//! - `i18n`: every sentence a person reads, a folder for each language
//! - `routes`: the places, as a closed type
//! - `platform`: every side effect of the browser, a file each
//! - `components`: parts used by more than one page
//! - `pages`: one file for one screen
//! - `modules`: what is loaded after the start
//! - `app`: contexts, which page

// The interface's crates stand in the wasm32-only table of Cargo.toml: the compiler keeps the other layers pure.
#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod components;
pub mod i18n;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod modules;
#[cfg(target_arch = "wasm32")]
pub mod pages;
pub mod persistence;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod routes;
