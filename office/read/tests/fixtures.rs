//! Whole files and all that is read in them, byte for byte: what the module reads here it must read in every browser,
//! where tests/delivery asks for the same. Written anew with
//! `UPDATE_FIXTURES=1 cargo test -p xingzhan-office-read --test fixtures`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use documents::received::ReadError;
use office_read::archive::Archive;
use office_read::mail::Mail;
use office_read::workbook::sheets;
use std::fs;
use std::path::PathBuf;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A line of what stands in the file, as JSON; then one for each file in it: its bytes in base64, or the error as JSON.
fn same(name: &str, content: &str, files: Vec<Result<Vec<u8>, ReadError>>) {
    let line = |read: Result<Vec<u8>, ReadError>| match read {
        Ok(bytes) => BASE64_STANDARD.encode(bytes),
        Err(error) => serde_json::to_string(&error).unwrap(),
    };
    let lines: Vec<String> = std::iter::once(content.to_owned()).chain(files.into_iter().map(line)).collect();
    let (read, place) = (lines.join("\n") + "\n", file(&format!("{name}.read.txt")));
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(&place, &read).unwrap();
    }
    assert!(fs::read_to_string(place).unwrap() == read, "{name} holds something else");
}

#[test]
fn a_mail_is_read_the_same_to_the_last_byte() {
    let mail = Mail::open(fs::read(file("qq.eml")).unwrap()).unwrap();
    let files = (0..mail.content().files.len()).map(|at| mail.file(at).map(<[u8]>::to_vec)).collect();
    same("qq.eml", &serde_json::to_string(mail.content()).unwrap(), files);
}

#[test]
fn an_archive_is_read_the_same_to_the_last_byte() {
    let mut archive = Archive::open(fs::read(file("windows.zip")).unwrap()).unwrap();
    let content = serde_json::to_string(archive.files()).unwrap();
    let files = (0..archive.files().len()).map(|at| archive.file(at)).collect();
    same("windows.zip", &content, files);
}

#[test]
fn workbooks_are_read_the_same_to_the_last_byte() {
    for name in ["roster.xlsx", "roster.xls"] {
        let read = sheets(fs::read(file(name)).unwrap()).unwrap();
        same(name, &serde_json::to_string(&read).unwrap(), Vec::new());
    }
}
