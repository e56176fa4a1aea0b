//! Whole files, byte for byte: what the module makes of these requests here it must make in every browser, where
//! tests/delivery asks for the same. Written anew with `UPDATE_FIXTURES=1 cargo test -p xingzhan-office --test fixtures`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use office::mail::mail;
use office::workbook::workbook;
use std::fs;
use std::path::PathBuf;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn read(name: &str) -> Vec<u8> {
    fs::read(file(name)).unwrap()
}

fn same(name: &str, made: &[u8]) {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(file(name), made).unwrap();
    }
    assert!(read(name) == made, "{name} is not what is made of its request");
}

#[test]
fn a_mail_is_the_same_to_the_last_byte() {
    let attachments = [read("workbook.json"), read("mail.json")];
    same("mail.eml", &mail(&read("mail.json"), &attachments).unwrap());
}

#[test]
fn a_workbook_is_the_same_to_the_last_byte() {
    same("workbook.xlsx", &workbook(&read("workbook.json")).unwrap());
}
