//! Reads what people hand in: mails, archives and workbooks. Bytes in, what stands in them out. No browser, no clock
//! and no sentence of its own. It is a module of its own that is loaded when somebody hands in such a file; what writes
//! mails and workbooks is another, in `office/write`.
//!
//! Nothing here trusts what it reads: every size and number has a limit (`limits`), and what goes beyond it, is broken
//! or was made to do harm is an error that names it.
//!
//! - `limits`: how much of anything there may be
//! - `name`: the names of files inside files
//! - `mail`: a mail, and what is attached to it
//! - `header_area`: what is made sure of in a mail before it is read
//! - `archive`: a zip archive
//! - `entries`: the entries of one archive, without those inside them
//! - `workbook`: a workbook as the texts in its cells
//! - `old_workbook`: what is made sure of in a workbook of before 2007
//! - `records`: what is made sure of in the records of one
//! - `boundary`: what the page calls

pub mod archive;
mod entries;
mod header_area;
pub mod limits;
pub mod mail;
mod name;
mod old_workbook;
mod records;
mod shared_texts;
pub mod workbook;

#[cfg(target_arch = "wasm32")]
mod boundary;
