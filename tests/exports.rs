//! Handed over means handed over: a draft remembers what was exported, and whether it still says the same.

use crate::common::{count, example, fact, item, time};
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::exports::REMEMBERED;
use xingzhan::model::files::json::canonical;
use xingzhan::model::submission::Submission;

/// The worked example after one export.
fn exported() -> Draft {
    let mut draft = example();
    draft.exported(&Submission::of(&draft, time()));
    draft
}

#[test]
fn a_draft_that_was_never_exported_has_not_changed_since() {
    assert_eq!((example().last_export(), example().changed_since_export()), (None, false));
}

#[test]
fn an_export_is_remembered_with_its_revision_time_and_code() {
    let draft = exported();
    let export = draft.last_export().expect("an export");
    let codes = Submission::of(&example(), time()).codes;
    assert_eq!((export.revision, &export.time, &export.codes), (1, &time(), &codes));
    assert_eq!(draft.revision, 2);
}

#[test]
fn an_export_changes_nothing_that_was_exported() {
    assert!(!exported().changed_since_export());
}

#[test]
fn a_draft_with_its_exports_opens_again() {
    assert_eq!(Draft::read(&canonical(&exported())), Ok(exported()));
}

#[test]
fn a_change_of_anything_that_is_sent_is_told() {
    let changes: [fn(&mut Draft); 6] = [
        |draft| draft.unit.name.push('站'),
        |draft| draft.count(&fact("came"), Some(count(1))),
        |draft| draft.choose(&item("A1"), None),
        |draft| draft.show(&item("A1"), |evidence| evidence.page = "第9页".to_owned()),
        |draft| draft.note(&item("D3"), "后来补的".to_owned()),
        |draft| draft.declaration.agreed = false,
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut draft = exported();
        change(&mut draft);
        assert!(draft.changed_since_export(), "change {at}");
    }
}

#[test]
fn a_change_that_is_taken_back_is_none() {
    let mut draft = exported();
    draft.note(&item("D3"), "后来补的".to_owned());
    draft.note(&item("D3"), example().record.answers.get(&item("D3")).expect("D3").note.clone());
    assert!(!draft.changed_since_export());
}

#[test]
fn spaces_around_a_word_are_no_change() {
    let mut draft = exported();
    draft.unit.name = format!(" {} ", draft.unit.name);
    assert!(!draft.changed_since_export());
}

#[test]
fn only_the_last_twenty_are_remembered() {
    let mut draft = example();
    for second in 0..25 {
        let time = UtcTime::parse(&format!("2026-12-03T08:05:{second:02}Z")).expect("a time");
        draft.exported(&Submission::of(&draft, time));
    }
    let revisions: Vec<u32> = draft.exports.iter().map(|export| export.revision).collect();
    assert_eq!(revisions, (6..=25).collect::<Vec<u32>>());
    assert_eq!((draft.revision, draft.problems()), (26, vec![]));
    draft.exports.push(draft.exports[0].clone());
    let told: Vec<String> = draft.problems().iter().map(ToString::to_string).collect();
    assert_eq!((told, REMEMBERED), (vec!["exports: not from 0 to 20".to_owned()], 20));
}

#[test]
fn an_export_of_an_earlier_revision_never_takes_the_count_back() {
    let mut draft = Draft { revision: 7, ..example() };
    draft.exported(&Submission::of(&example(), time()));
    assert_eq!(draft.revision, 7);
}

#[test]
fn the_same_export_is_remembered_once() {
    let mut draft = exported();
    draft.exported(&Submission::of(&example(), time()));
    assert_eq!(draft.exports.len(), 1);
}
