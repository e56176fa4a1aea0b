//! A submission is what a unit characters and sends: it must read again as it was written, give the same
//! bytes and codes everywhere, and tell what another hand changed.

use crate::common::arbitrary::{built_in_and_record, cases, filled, shuffled};
use crate::common::broken::put;
use crate::common::{Fill, example, item, library, station, submitted, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::model::date::UtcTime;
use xingzhan::model::digest::{CheckCode, Digest};
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::{canonical, read};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::points::Range;
use xingzhan::model::submission::{OpenedSubmission, Submission};

fn opened(text: &str) -> OpenedSubmission {
    Submission::read(text, library()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Where something was changed by another hand.
fn findings(text: &str) -> Vec<String> {
    opened(text).findings.into_iter().map(|problem| problem.place).collect()
}

/// The findings after one value of the worked example's submission was changed.
fn changed(place: &str, value: Value) -> Vec<String> {
    let mut submission = submitted();
    put(&mut submission, place, value);
    findings(&submission.to_string())
}

fn draft_id() -> DraftId {
    DraftId::try_from("d2").expect("an id")
}

#[test]
fn a_submission_reads_again_as_it_was_written() {
    let submission = Submission::of(&example(), time());
    assert_eq!(opened(&submission.written()).submission, submission);
}

#[test]
fn a_submission_that_nobody_changed_has_no_findings() {
    assert_eq!(findings(&Submission::of(&example(), time()).written()), Vec::<String>::new());
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let [one, other] = [(); 2].map(|()| Submission::of(&example(), time()).written());
    assert_eq!(one, other);
}

#[test]
fn a_submission_is_written_in_its_canonical_form() {
    let written = Submission::of(&example(), time()).written();
    assert_eq!(canonical(&read(&written).expect("strict JSON")), written);
}

#[test]
fn every_item_stands_in_a_submission_answered_or_not() {
    let empty = Draft::new(draft_id(), station().clone(), time());
    let answers = Submission::of(&empty, time()).signed.answers;
    assert!(answers.keys().eq(station().items().map(|item| &item.id).collect::<std::collections::BTreeSet<_>>()));
}

#[test]
fn the_worked_example_is_marked_as_one() {
    assert!(opened(&Submission::of(&example(), time()).written()).submission.signed.sample);
}

#[test]
fn spaces_around_what_was_typed_go() {
    let mut draft = example();
    draft.unit.name = "  站 点　".to_owned();
    assert_eq!(Submission::of(&draft, time()).signed.unit.name, "站 点");
}

#[test]
fn a_text_of_spaces_is_no_answer() {
    let mut draft = example();
    draft.record.choose("T1", Some(Choice::Text("  ".to_owned())));
    assert_eq!(Submission::of(&draft, time()).signed.answers[&item("T1")].choice, None);
}

#[test]
fn an_opened_submission_continues_as_the_next_revision() {
    let submission = Submission::of(&Draft { revision: 3, ..example() }, time());
    assert_eq!(submission.draft(station(), draft_id(), time()).revision, 4);
}

#[test]
fn an_opened_submission_must_be_declared_again() {
    let submission = Submission::of(&example(), time());
    assert!(!submission.draft(station(), draft_id(), time()).declaration.agreed);
}

#[test]
fn the_code_is_the_same_whenever_it_is_made() {
    let later = UtcTime::parse("2027-01-01T00:00:00Z").expect("a time");
    assert_eq!(Submission::of(&example(), later).codes, Submission::of(&example(), time()).codes);
}

#[test]
fn a_changed_value_that_was_signed_for_is_told() {
    for (place, value) in [
        ("/signed/answers/A1/evidence/page", json!("第2页")),
        ("/signed/declaration/name", json!("某某")),
        ("/signed/declaration/date", json!("2026-12-04")),
        ("/signed/posts/head/name", json!("某某")),
        ("/signed/unit/name", json!("别的站")),
        ("/signed/year", json!(2025)),
        ("/signed/answers/T4/choice/text", json!("别的事")),
    ] {
        assert_eq!(changed(place, value), ["codes.signed"], "{place}");
    }
}

#[test]
fn a_changed_value_that_is_scored_is_told_with_the_score() {
    for (place, value) in [
        ("/signed/facts/reception_days", json!(12)),
        ("/signed/answers/I5/choice/yes", json!(true)),
        ("/signed/answers/H6/choice", json!({"yes": false})),
        ("/signed/months", json!(6)),
    ] {
        assert_eq!(changed(place, value), ["codes.signed", "signed.score"], "{place}");
    }
}

#[test]
fn a_changed_note_voids_only_the_code_of_what_goes_with_it() {
    assert_eq!(changed("/attached/notes/D3", json!("别的事")), ["codes.attached"]);
}

#[test]
fn a_changed_code_is_told() {
    let told = ["signed", "attached"].map(|code| changed(&format!("/codes/{code}"), json!("0000-0000-0000")));
    assert_eq!(told, [["codes.signed"], ["codes.attached"]]);
}

#[test]
fn a_note_that_is_added_later_leaves_the_signed_code_as_it_is() {
    let mut draft = example();
    draft.note(&item("G4"), "后来补的说明".to_owned());
    let (before, after) = (Submission::of(&example(), time()).codes, Submission::of(&draft, time()).codes);
    assert!(before.signed == after.signed && before.attached != after.attached);
}

#[test]
fn a_score_that_is_forged_together_with_its_code_is_told() {
    let mut submission = Submission::of(&example(), time());
    submission.signed.score.total = Range::exact(crate::common::points("95"));
    submission.codes.signed = CheckCode::of(&submission.signed);
    assert_eq!(findings(&submission.written()), ["signed.score"]);
}

#[test]
fn an_item_that_was_asked_otherwise_is_told() {
    let mut submission = Submission::of(&example(), time());
    submission.signed.answers.get_mut(&item("A1")).expect("A1").item = Digest::of(b"other words");
    submission.codes.signed = CheckCode::of(&submission.signed);
    assert_eq!(findings(&submission.written()), ["signed.answers.A1"]);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_draft_survives_being_submitted_and_opened((standard, record) in built_in_and_record(), revision in 1..1000_u32) {
        let draft = Draft { record, revision, ..Draft::new(draft_id(), standard.clone(), time()) };
        let opened = opened(&Submission::of(&draft, time()).written());
        prop_assert_eq!(&opened.findings, &vec![]);
        let next = opened.submission.draft(&opened.standard, draft_id(), time());
        prop_assert_eq!(next, Draft { revision: revision + 1, ..draft });
    }

    #[test]
    fn the_order_of_typing_leaves_no_trace_in_the_bytes(edits in shuffled(station())) {
        let written = |edits: &[crate::common::arbitrary::Edit]| {
            let record = filled(crate::common::months(12), edits);
            Submission::of(&Draft { record, ..Draft::new(draft_id(), station().clone(), time()) }, time()).written()
        };
        let backwards: Vec<_> = edits.iter().rev().cloned().collect();
        prop_assert_eq!(written(&edits), written(&backwards));
    }
}
