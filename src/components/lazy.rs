//! TODO

pub mod fresh;
pub mod module;
pub mod pages;
