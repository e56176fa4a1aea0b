//! The canonical form, held against RFC 8785 as another crate writes it, and against python in `codes.py`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

mod common;

use common::arbitrary::{cases, standard_and_record};
use common::{fixture, read, time};
use proptest::prelude::*;
use serde_json::Value;
use std::process::Command;
use xingzhan::model::draft::Draft;
use xingzhan::model::id::DraftId;
use xingzhan::model::json::canonical;
use xingzhan::model::shelf::BUILT_IN;
use xingzhan::model::submission::Submission;

fn rfc_8785<T: serde::Serialize>(content: &T) -> String {
    serde_json_canonicalizer::to_string(content).expect("JSON")
}

#[test]
fn the_files_of_every_format_are_in_the_form_of_rfc_8785() {
    let standard = ["formats/standard-1.json"];
    let drafts = ["formats/draft-1.json", "formats/draft-1-empty.json", "formats/draft-1-photos.json"];
    let submissions =
        ["formats/submission-1.json", "formats/submission-1-empty.json", "formats/submission-1-photos.json"];
    for name in standard.into_iter().chain(drafts).chain(submissions) {
        let text = fixture(name);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(rfc_8785(&value) == text && canonical(&value) == text, "{name}");
    }
    for text in BUILT_IN {
        let standard = read(text);
        assert_eq!(rfc_8785(&standard), canonical(&standard));
    }
}

/// Ten lines with nothing but python's own library give the codes of a submission.
#[test]
fn anybody_can_compute_the_codes_of_a_submission() {
    for name in ["submission-1.json", "submission-1-empty.json", "submission-1-photos.json"] {
        let folder = env!("CARGO_MANIFEST_DIR");
        let said = Command::new("python3")
            .args([format!("{folder}/tests/codes.py"), format!("{folder}/tests/fixtures/formats/{name}")])
            .output()
            .expect("python");
        let file: Value = serde_json::from_str(&fixture(&format!("formats/{name}"))).expect("JSON");
        let codes = [&file["codes"]["signed"], &file["codes"]["attached"]].map(|code| code.as_str().expect("a code"));
        assert_eq!(String::from_utf8_lossy(&said.stdout), format!("{}\n{}\n", codes[0], codes[1]), "{name}");
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_is_filled_in_is_written_as_rfc_8785_writes_it(
        (standard, record) in standard_and_record(), typed in any::<String>()
    ) {
        let mut draft = Draft::new(DraftId::try_from("d1").expect("an id"), standard, time());
        draft.record = record;
        draft.unit.name = typed;
        prop_assert_eq!(canonical(&draft), rfc_8785(&draft));
        let submission = Submission::of(&draft, time());
        prop_assert_eq!(submission.written(), rfc_8785(&submission));
    }
}
