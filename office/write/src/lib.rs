//! Writes mails and workbooks: a request in, a file out. No browser, no clock and no sentence of its own: what
//! stands in them comes with the request. It is a module of its own that is loaded when somebody asks for a file; what
//! reads such files is another, in `office/read`.
//!
//! - `mail`: a mail as a file that mail programs open as a draft
//! - `workbook`: a table as an Excel workbook
//! - `style`: how it looks there
//! - `layout`: where its cells stand, and how high its rows are
//! - `height`: how high a text is
//! - `failure`: why there is neither
//! - `boundary`: what the page calls

pub mod failure;
mod height;
mod layout;
pub mod mail;
mod style;
pub mod workbook;

#[cfg(target_arch = "wasm32")]
mod boundary;
