//! The data that the application and the modules in `office/` hand to each other as JSON. Each side reads and writes
//! these very types, so that neither can misunderstand the other.
//!
//! - `sheet`: a table for paper, and the workbook that is made of one
//! - `mail`: a mail that is to be sent
//! - `received`: what was found in a mail, an archive or a workbook that somebody sent, or why it cannot be read

pub mod mail;
pub mod received;
pub mod sheet;
