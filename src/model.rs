//! What the product knows. No browser, no clock, no interface: everything here is a pure function of
//! its input and is tested natively.

pub mod date;
pub mod digest;
pub mod draft;
pub mod files;
pub mod mail;
pub mod office;
pub mod photos;
pub mod print;
pub mod problem;
pub mod record;
pub mod review;
#[cfg(test)]
mod schema;
pub mod scoring;
pub mod sorting;
pub mod standard;
pub mod submission;
