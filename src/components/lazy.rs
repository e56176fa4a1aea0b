//! What comes after the start, and what is shown until it is here.

pub mod fresh;
pub mod module;
pub mod pages;
