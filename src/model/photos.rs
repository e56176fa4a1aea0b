//! Photos: what a draft knows of them, what their files say of themselves, and how they travel inside a file.

pub mod bundle;
pub mod header;
mod jpeg;
pub mod list;
pub mod noise;
pub mod photo;
mod png;
pub mod rules;
mod scan;
