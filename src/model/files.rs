//! Files as bytes: told apart, read strictly, brought up to this format, named and packed.

pub mod archive;
pub mod checksum;
pub mod desk_file;
pub(in crate::model) mod entries;
pub mod file_name;
pub mod foreign;
pub mod json;
pub(in crate::model) mod json_guard;
pub mod migrations;
pub(in crate::model) mod misfit;
pub mod newer;
pub(crate) mod parse;
mod parse_access;
mod parse_at;
#[cfg(test)]
mod parse_tests;
pub mod parsed;
pub mod site_files;
