//! XingZhan 星站: a deputies' liaison station rates itself against its county's star standard, offline,
//! in any browser, and hands over one file.
//!
//! The map of the code, each layer knowing only those before it:
//! - `model`: what the product knows; pure, no browser, no clock
//! - `keep`: the saving machine; pure, too
//! - `text`: every sentence a person reads
//! - `route`: the places, as a closed type
//! - `browser`: every side effect, a file each
//! - `ui`: parts used by more than one page
//! - `pages`: one file for one screen
//! - `parts`: what is loaded after the start
//! - `app`: contexts, which page

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

// The interface's crates stand in the wasm32-only table of Cargo.toml: the compiler keeps the layers above pure.
