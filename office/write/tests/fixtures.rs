//! Whole files, byte for byte: what the module makes of these requests here it must make in every browser, where
//! tests/delivery asks for the same. Written anew with `UPDATE_FIXTURES=1 cargo test -p xingzhan-office-write --test fixtures`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use office_write::mail::mail;
use office_write::workbook::workbook;
use std::fs;
use std::path::PathBuf;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::example;
use xingzhan::model::files::json::canonical;
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::standard::ids::{DraftId, ItemId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::standard::words::Lang;

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

/// What the page asks for: the worked example, with two photos at its first item.
fn request() -> Vec<u8> {
    let time = UtcTime::parse("2026-12-10T08:05:00Z").unwrap();
    let standard = IssuedStandard::read(BUILT_IN[0]).unwrap();
    let mut draft = example::draft(DraftId::try_from("d1").unwrap(), standard, time.clone());
    for bytes in [b"one", b"two"] {
        let (name, caption) = (String::new(), String::new());
        let digest = PhotoDigest::of(bytes);
        let photo = Photo { digest, media: Media::Jpeg, bytes: 3, width: 1, height: 1, name, caption };
        draft.add_photo(&ItemId::try_from("A1").unwrap(), photo);
    }
    let sheet = i18n::sheet(text(Lang::Zh), &draft, &draft.score(), None);
    canonical(&i18n::workbook(text(Lang::Zh), sheet, time)).into_bytes()
}

#[test]
fn a_mail_is_the_same_to_the_last_byte() {
    let attachments = [request(), read("mail.json")];
    same("mail.eml", &mail(&read("mail.json"), &attachments).unwrap());
}

#[test]
fn a_workbook_is_the_same_to_the_last_byte() {
    same("workbook.json", &request());
    same("workbook.xlsx", &workbook(&request()).unwrap());
}
