//! Files that other programs made (tests/fixtures/make.py), held against what those programs say of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use documents::received::ReadFailure;
use office_read::archive::Archive;
use office_read::mail::Mail;
use office_read::workbook::sheets;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn said(name: &str) -> Value {
    serde_json::from_slice(&fixture(&format!("{name}.said.json"))).unwrap()
}

fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

#[test]
fn mails_of_other_programs_are_read_as_these_read_them() {
    for name in ["qq.eml", "outlook.eml", "old.eml"] {
        let mail = Mail::open(fixture(name)).unwrap();
        let content = mail.content();
        let from = content.from.as_ref().unwrap();
        let files: Vec<Value> = content
            .files
            .iter()
            .enumerate()
            .map(|(at, file)| {
                let bytes = mail.file(at).unwrap_or_default();
                assert_eq!((file.refused, file.bytes), (None, bytes.len() as u64), "{file:?}");
                json!({ "name": file.name, "within": file.within, "base64": base64(bytes) })
            })
            .collect();
        let read = json!({
            "from": { "name": from.name, "mailbox": from.mailbox }, "subject": content.subject,
            "date": content.date, "files": files
        });
        assert_eq!(read, said(name), "{name}");
    }
}

#[test]
fn what_is_attached_to_a_mail_inside_a_mail_is_listed_in_its_place() {
    let mail = Mail::open(fixture("qq.eml")).unwrap();
    assert_eq!(mail.content().files[2].within.as_deref(), Some("nested.eml"));
    assert_eq!((mail.content().files[2].name.as_str(), mail.file(2)), ("里面.bin", Ok(&b"deep"[..])));
    assert_eq!(mail.file(3), Err(ReadFailure::NoSuchFile.here()));
}

#[test]
fn archives_of_other_programs_are_read_as_these_read_them() {
    for name in ["windows.zip", "seven.zip"] {
        let mut archive = Archive::open(fixture(name)).unwrap();
        let listed = archive.files().to_vec();
        let mut expected = said(name).as_array().unwrap().clone();
        // An archive in it is opened, and not listed itself.
        expected.retain(|file| file["name"] != "夏庄镇/甲站.zip");
        let outer: Vec<Value> = (0..listed.len())
            .filter(|at| listed[*at].within.is_none())
            .map(|at| json!({ "name": listed[at].name, "base64": base64(&archive.file(at).unwrap()) }))
            .collect();
        assert_eq!(outer, expected, "{name}");
    }
}

#[test]
fn an_archive_in_an_archive_is_opened_and_one_in_that_is_refused_by_its_name() {
    let mut archive = Archive::open(fixture("windows.zip")).unwrap();
    let inside: Vec<(usize, String)> = (0..archive.files().len())
        .filter(|at| archive.files()[*at].within.as_deref() == Some("夏庄镇/甲站.zip"))
        .map(|at| (at, archive.files()[at].name.clone()))
        .collect();
    assert_eq!(inside, [(2, "甲站/申报.json".to_owned()), (3, "更深.zip".to_owned())]);
    let same = archive.file(0).unwrap();
    assert_eq!(archive.file(2), Ok(same));
    assert_eq!(archive.file(3), Err(ReadFailure::TooDeep.at("更深.zip")));
}

#[test]
fn workbooks_of_other_programs_are_read_cell_by_cell() {
    for name in ["roster.xlsx", "roster.xls"] {
        let read: Vec<Value> = sheets(fixture(name))
            .unwrap()
            .into_iter()
            .map(|sheet| {
                let cells: Vec<Value> = sheet
                    .rows
                    .iter()
                    .enumerate()
                    .flat_map(|(row, cells)| cells.iter().enumerate().map(move |(column, text)| (row, column, text)))
                    .filter(|(.., text)| !text.is_empty())
                    .map(|(row, column, text)| json!([row, column, text]))
                    .collect();
                json!({ "name": sheet.name, "cells": cells })
            })
            .collect();
        assert_eq!(Value::from(read), said(name), "{name}");
    }
}
