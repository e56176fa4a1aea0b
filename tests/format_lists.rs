//! Files of format 1 with answers that are lists: parts that are ticked, faults that are counted one kind at a time.
//! Like those of `formats.rs` they open for ever once the format is released.

use crate::common::{Fill, count, fixture, item, read};
use serde_json::{Value, json};
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::orphans::{Orphan, OrphanValue, QuestionSnapshot};
use xingzhan::model::draft::{Draft, FORMAT};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::newer::preview;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::record::answers::{Answer, Choice};
use xingzhan::model::record::unread::Typed;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Words;
use xingzhan::model::submission::Submission;

fn time() -> UtcTime {
    UtcTime::parse("2026-11-24T13:00:00Z").expect("a time")
}

fn library() -> StandardLibrary {
    let mut library = StandardLibrary::default();
    library.add(read(&fixture("formats/standard-1-lists.json")));
    library
}

/// Some parts, none, a list with what is open and what cannot be read, one with nothing open, one that has no place.
fn draft() -> Draft {
    let standard = read(&fixture("formats/standard-1-lists.json"));
    let mut draft = Draft::new(DraftId::try_from("d-1_L").expect("an id"), standard, time());
    draft.record.choose("P1", Some(Choice::Parts(vec![0, 2]))).choose("P2", Some(Choice::Parts(vec![])));
    draft.type_fault(&item("F1"), 1, Typed::Number(Some(count(0))));
    draft.type_fault(&item("F1"), 0, Typed::Unread("三".to_owned()));
    draft.record.choose("F2", Some(Choice::Faults(vec![Some(count(1_000_000))])));
    let choice = Some(Choice::Faults(vec![None, Some(count(2)), None]));
    let kept = OrphanValue::Answer { item: item("gone"), answer: Answer { choice, ..Answer::default() } };
    let asked = QuestionSnapshot { digest: None, words: Words::default(), year: 2025 };
    draft.left = vec![Orphan { asked, said: Words::default(), kept }];
    draft
}

fn opened(name: &str) -> ParsedFile {
    open(fixture(&format!("formats/{name}")).as_bytes(), &library()).expect("a file of a released format")
}

#[test]
fn files_of_format_1_open_with_the_lists_in_them() {
    assert_eq!(opened("draft-1-lists.json"), ParsedFile::Draft(Box::new(draft())));
    let ParsedFile::Submission(opened) = opened("submission-1-lists.json") else { panic!("a submission") };
    assert_eq!((opened.submission, opened.findings), (Submission::of(&draft(), time()), vec![]));
}

#[test]
fn a_file_of_a_newer_format_shows_the_lists_that_are_known() {
    let mut file: Value = serde_json::from_str(&fixture("formats/draft-1-lists.json")).expect("JSON");
    file["format"] = json!(9);
    let shown = preview(file.to_string().as_bytes(), &library(), draft().id).expect("what is known is shown");
    assert_eq!((shown.format, shown.draft.record), (9, draft().record));
}

#[test]
fn what_is_written_of_lists_is_the_same_to_the_byte() {
    if FORMAT == 1 {
        let submitted = Submission::of(&draft(), time()).written();
        for (name, written) in [("draft-1-lists.json", canonical(&draft())), ("submission-1-lists.json", submitted)] {
            assert!(fixture(&format!("formats/{name}")) == written, "{name} differs");
        }
    }
}
