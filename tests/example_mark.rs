//! What was made of the worked example says so (示例), and nobody takes that out unseen.

use crate::common::broken::put;
use crate::common::{Fill, example, item, library, station, submitted, time};
use serde_json::{Value, json};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::digest::CheckCode;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::compare::compare;
use xingzhan::model::draft::example::built_in;
use xingzhan::model::draft::merge::merge;
use xingzhan::model::draft::prior_answers::PriorYear;
use xingzhan::model::files::json::{canonical, read};
use xingzhan::model::scoring::shown_score::ShownScore;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan::persistence::snapshots::restored;
use xingzhan::persistence::undo::Undo;

fn id() -> DraftId {
    DraftId::try_from("d2").expect("an id")
}

/// A draft of somebody's own, with a few things in it.
fn own() -> Draft {
    let mut own = Draft::new(id(), station().clone(), time());
    "某街道联络站".clone_into(&mut own.unit.name);
    own.record.yes("A1", true).fact("groups", 3);
    own
}

/// The example's draft, its mark taken out of the file by hand.
fn unmarked() -> Draft {
    Draft { sample: false, ..example() }
}

fn findings(submission: &Value) -> Vec<String> {
    let opened = Submission::read(&submission.to_string(), library()).expect("opens");
    opened.findings.iter().map(ToString::to_string).collect()
}

/// The code of `signed` as it stands in a file.
fn code(submission: &Value) -> String {
    CheckCode::of(&read(&submission["signed"].to_string()).expect("JSON")).to_string()
}

#[test]
fn the_mark_is_part_of_what_is_signed_and_is_missed_when_it_is_taken_out() {
    let mut submission = submitted();
    assert_eq!((submission["signed"]["sample"].clone(), submission["sample"].clone()), (json!(true), Value::Null));
    put(&mut submission, "/signed/sample", Value::Null);
    let told = findings(&submission);
    assert!(told.iter().any(|told| told.starts_with("codes.signed: recorded as")), "{told:?}");
    let mut submission = submitted();
    submission["signed"]["sample"] = json!(false);
    assert!(!findings(&submission).is_empty());
}

#[test]
fn the_code_of_a_submission_of_ones_own_is_made_without_a_mark() {
    let written = Submission::of(&own(), time()).written();
    assert!(!written.contains("\"sample\""));
}

#[test]
fn a_mark_that_was_put_on_by_hand_is_told_as_well() {
    let mut submission: Value = serde_json::from_str(&Submission::of(&own(), time()).written()).expect("JSON");
    submission["signed"]["sample"] = json!(true);
    assert!(!findings(&submission).is_empty());
}

#[test]
fn an_example_whose_mark_and_codes_were_changed_alike_is_still_told() {
    let mut submission = submitted();
    put(&mut submission, "/signed/sample", Value::Null);
    submission["codes"]["signed"] = json!(code(&submission));
    assert_eq!(findings(&submission), ["signed.sample: the worked example without its mark"]);
}

#[test]
fn a_draft_of_the_example_without_its_mark_gives_a_marked_submission() {
    let draft = Draft::read(&canonical(&unmarked())).expect("opens");
    let submission = Submission::of(&draft, time());
    assert!(submission.signed.sample && draft.is_example());
    let file = i18n::file_of(text(Lang::Zh), &draft, text(Lang::Zh).send.what, draft.revision, "json");
    assert!(file.contains("示例"), "{file}");
}

#[test]
fn neither_another_name_nor_other_answers_alone_take_the_example_away() {
    let mut renamed = unmarked();
    renamed.unit.name = "某街道联络站".to_owned();
    let mut answered = unmarked();
    answered.record.answers = own().record.answers;
    answered.record.fact("groups", 9);
    let mut counted = unmarked();
    counted.unit.name = " 某街道联络站".to_owned();
    counted.record.fact("groups", 9);
    for draft in [renamed, answered, counted] {
        assert!(Submission::of(&draft, time()).signed.sample);
    }
}

#[test]
fn nothing_of_ones_own_is_taken_for_the_example() {
    for draft in [own(), Draft::new(id(), station().clone(), time())] {
        assert!(!draft.is_example() && !Submission::of(&draft, time()).signed.sample);
    }
    assert!(built_in().is_some());
}

#[test]
fn the_mark_goes_with_the_draft_that_a_submission_becomes() {
    let submission = Submission::of(&example(), time());
    let opened = Submission::read(&submission.written(), library()).expect("opens").submission;
    assert!(opened.draft(station(), id(), time()).sample);
}

#[test]
fn what_takes_anything_from_the_example_is_marked_and_a_merge_the_other_way_takes_no_mark_away() {
    let (ours, theirs) = (own(), example());
    let all = compare(&ours, &theirs);
    assert!(!merge(&ours, &theirs, &[]).sample);
    assert!(merge(&ours, &theirs, &all[..1]).sample);
    assert!(merge(&theirs, &ours, &compare(&theirs, &ours)).sample);
    // A file of the example whose mark was taken out.
    let all = compare(&ours, &unmarked());
    assert!(merge(&ours, &unmarked(), &all).sample);
    assert!(!merge(&ours, &own(), &compare(&ours, &own())).sample);
}

#[test]
fn a_merge_with_the_example_that_is_taken_back_leaves_no_mark() {
    let ours = own();
    let merged = merge(&ours, &example(), &compare(&ours, &example()));
    let mut undo = Undo::default();
    undo.replaced(&ours, &merged);
    let mut draft = merged.clone();
    undo.undo(&mut draft);
    assert!(!draft.sample);
    undo.redo(&mut draft);
    assert!(draft.sample);
    assert!(!restored(&merged, ours).sample);
}

#[test]
fn what_goes_on_after_the_example_is_marked_with_or_without_the_mark_of_the_year_before() {
    for mut last in [example(), unmarked()] {
        last.year -= 1;
        let beside = PriorYear::of(&last, ShownScore::of(&last.standard, &last.score()));
        assert!(last.next_year(beside, station().clone(), id(), time(), 2026).expect("the next year").sample);
    }
}

#[test]
fn the_mark_of_the_example_is_on_every_sheet_that_names_its_unit() {
    let mut draft = unmarked();
    draft.unit.name = "某街道联络站".to_owned();
    draft.note(&item("A1"), String::new());
    assert!(draft.is_example());
}
