//! Files of format 1 with one change each, and what came of them when the reader was compared with the one before it,
//! which shared no line with it: a reader that replaces this one is held against the same.
//! `UPDATE_CHANGED_FILES=1 cargo test --test native changed_files::` writes the outcomes anew.
// What this release writes is hashed.

use crate::common::{fixture, read};
use std::collections::BTreeMap;
use std::fmt::Write;
use xingzhan::model::digest::Digest;
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::{ParsedFile, unpack};
use xingzhan::model::problem::Problem;
use xingzhan::model::review::reviewed_file;
use xingzhan::model::review::reviewed_file::ReviewedFile;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;

/// A file of `fixtures/formats`, where it is changed, how many bytes go there, what comes in their place, and what
/// came of it.
type Change = (String, usize, usize, String, String);

const CHANGES: &str = "changed-files.jsonl";

/// Opened, with a digest of all that is written of it, or refused; and what is told, at most the first three.
fn outcome(bytes: &[u8], library: &StandardLibrary) -> String {
    let of = |written: &str, photos: usize| format!("opens {photos} {}", Digest::of(written.as_bytes()).as_str());
    let whole = reviewed_file::open(bytes, library).and_then(|whole| Ok((whole, unpack(bytes, library)?)));
    let (mut outcome, told) = match whole {
        Err(problems) => ("refused".to_owned(), problems),
        Ok((ReviewedFile::Bundle(opened), _)) => (of(&opened.bundle.written(), 0), opened.findings),
        Ok((ReviewedFile::Review(review), _)) => (of(&review.written(), 0), Vec::new()),
        Ok((ReviewedFile::Units(_), (opened, carried))) => {
            let (written, mut told) = match opened {
                ParsedFile::Standard(standard) => (standard.text().to_owned(), Vec::new()),
                ParsedFile::Draft(draft) => {
                    (canonical(&*draft) + &Submission::of(&draft, draft.changed.clone()).written(), Vec::new())
                }
                ParsedFile::Submission(opened) => (opened.submission.written(), opened.findings),
                ParsedFile::Desk(desk) => panic!("it was not opened whole: {desk:?}"),
            };
            told.extend(carried.findings);
            (of(&written, carried.photos.len()), told)
        }
    };
    for problem in told.iter().take(3) {
        write!(outcome, "; {}", Problem::to_string(problem).chars().take(160).collect::<String>()).expect("memory");
    }
    outcome
}

#[test]
fn what_comes_of_each_changed_file_is_what_came_of_it_before() {
    let mut library = StandardLibrary::default();
    library.add(read(&fixture("formats/standard-1.json")));
    let mut files = BTreeMap::new();
    let (mut all, mut differ) = (String::new(), Vec::new());
    let written = fixture(CHANGES);
    for line in written.lines() {
        let (name, at, less, more, before): Change = serde_json::from_str(line).expect("a change");
        let bytes: &Vec<u8> =
            files.entry(name.clone()).or_insert_with(|| fixture(&format!("formats/{name}")).into_bytes());
        let changed = [&bytes[..at], more.as_bytes(), &bytes[at + less..]].concat();
        let now = outcome(&changed, &library);
        if now != before {
            differ.push(format!("{name} at {at}: {before} -> {now}"));
        }
        writeln!(all, "{}", serde_json::to_string(&(name, at, less, more, now)).expect("JSON")).expect("memory");
    }
    if std::env::var_os("UPDATE_CHANGED_FILES").is_some() {
        std::fs::write(format!("{}/tests/fixtures/{CHANGES}", env!("CARGO_MANIFEST_DIR")), &all).expect("written");
    }
    assert!(written.lines().count() > 1000);
    assert_eq!(differ, Vec::<String>::new());
}
