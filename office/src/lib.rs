//! Mails and workbooks: bytes in, bytes out. No browser, no clock and no sentence of its own: what stands
//! in them comes with the request. It is a module of its own that is loaded when somebody asks for it, as
//! it is larger than the whole application.
//!
//! - `mail`: a mail as a file that mail programs open as a draft
//! - `sheet`: a table as the application hands it over
//! - `workbook`: that table as an Excel workbook
//! - `style`: how it looks there
//! - `failure`: why there is neither
//! - `boundary`: what the page calls

pub mod failure;
pub mod mail;
pub mod sheet;
mod style;
pub mod workbook;

#[cfg(target_arch = "wasm32")]
mod boundary;
