//! Tables for paper as data, and how they are cut into pages.

pub mod pages;
pub mod rows;
pub mod table;
