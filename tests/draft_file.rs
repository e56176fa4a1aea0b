//! A draft as a file: it carries its standard, opens again exactly as it was saved, and what is broken in
//! it is told answer by answer, so that a year's work is never lost for one slip.

use crate::common::arbitrary::{cases, standard_and_record};
use crate::common::broken::put;
use crate::common::{Fill, example, item, library, refused, room, station, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::model::draft::prior_year::same_unit;
use xingzhan::model::draft::{Draft, FORMAT, Missing};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::migrations::REVISION;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::unread::Typed;
use xingzhan::model::standard::ids::{DraftId, FactId, ItemId};
use xingzhan::model::submission::Submission;

fn empty(standard: &xingzhan::model::standard::issued::IssuedStandard) -> Draft {
    Draft::new(DraftId::try_from("d1").expect("an id"), standard.clone(), time())
}

/// What is told of the worked example's draft with these values changed.
fn changed(changes: &[(&str, Value)]) -> Vec<String> {
    let mut draft = serde_json::to_value(example()).expect("JSON");
    for (place, value) in changes {
        put(&mut draft, place, value.clone());
    }
    refused(draft.to_string().as_bytes())
}

#[test]
fn a_draft_opens_again_as_it_was_saved() {
    assert_eq!(Draft::read(&canonical(&example())), Ok(example()));
}

#[test]
fn a_draft_is_known_by_its_content_and_needs_no_standard_at_hand() {
    let none = xingzhan::model::standard::library::StandardLibrary::default();
    assert_eq!(open(canonical(&example()).as_bytes(), &none), Ok(ParsedFile::Draft(Box::new(example()))));
}

#[test]
fn an_empty_draft_opens_again() {
    assert_eq!(Draft::read(&canonical(&empty(room()))), Ok(empty(room())));
}

#[test]
fn what_a_draft_may_leave_out_is_empty() {
    let mut draft = serde_json::to_value(empty(station())).expect("JSON");
    for place in ["/unit", "/posts", "/declaration", "/sample", "/record/months", "/record/facts", "/record/answers"] {
        put(&mut draft, place, Value::Null);
    }
    assert_eq!(Draft::read(&draft.to_string()), Ok(empty(station())));
}

#[test]
fn a_standard_file_opens_as_a_standard() {
    let opened = open(canonical(room()).as_bytes(), library());
    assert_eq!(opened, Ok(ParsedFile::Standard(room().clone())));
}

#[test]
fn a_standard_of_five_megabytes_is_too_large() {
    let mut standard = serde_json::to_value(room()).expect("JSON");
    put(&mut standard, "/title/zh", json!("题".repeat(5 << 20)));
    assert_eq!(refused(standard.to_string().as_bytes()), ["more than 4194304 bytes"]);
}

#[test]
fn a_draft_cut_off_anywhere_is_refused() {
    let whole = canonical(&example()).into_bytes();
    let opened: Vec<usize> = (0..whole.len()).step_by(500).filter(|end| refused(&whole[..*end]).is_empty()).collect();
    assert_eq!(opened, Vec::<usize>::new());
}

#[test]
fn a_draft_of_a_newer_format_is_called_newer() {
    let newer = [("/format", json!(FORMAT + 1)), ("/record", json!("something new"))];
    assert_eq!(changed(&newer), [format!("format: format {} is newer than this program", FORMAT + 1)]);
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    for (place, value, message) in [
        ("/format", json!(0), format!("format: not from 1 to {FORMAT}").as_str()),
        ("/year", json!(2200), "year: not from 1990 to 2199"),
        (format!("/{REVISION}").as_str(), json!(0), format!("{REVISION}: not from 1 to 20001").as_str()),
        ("/record/facts/nobody", json!(1), "record.facts.nobody: there is no nobody"),
        ("/record/answers/Z9", json!({"note": "说明"}), "record.answers.Z9: there is no Z9"),
        ("/record/answers/A1/choice", json!({"level": 1}), "record.answers.A1.choice: does not fit the item"),
        ("/standard/year", json!(1), "standard.year: not from 1990 to 2199"),
    ] {
        assert_eq!(changed(&[(place, value)]), [message]);
    }
}

#[test]
fn what_is_too_long_for_its_field_opens_stands_as_it_was_typed_and_keeps_a_submission_back() {
    let mut draft = example();
    draft.unit.hours = "长".repeat(121);
    draft.note(&ItemId::try_from("A1".to_owned()).expect("an id"), "长".repeat(2001));
    let again = Draft::read(&canonical(&draft)).expect("opens");
    assert_eq!(again, draft);
    let told: Vec<String> = again.own_problems().iter().map(ToString::to_string).collect();
    assert_eq!(told, ["unit.hours: longer than 120 characters", "record.answers.A1.note: longer than 2000 characters"]);
}

#[test]
fn what_cannot_be_read_as_a_number_stays_is_counted_and_keeps_a_submission_back() {
    let fact = FactId::try_from("came".to_owned()).expect("an id");
    let item = ItemId::try_from("J3".to_owned()).expect("an id");
    let mut draft = example();
    draft.type_fact(&fact, Typed::Unread("约61".to_owned()));
    draft.type_count(&item, Typed::Unread("1人".to_owned()));
    draft.type_year("明年");
    assert_eq!((draft.record.facts.asked(&fact), draft.year), (None, 2026), "no old number stands in its place");
    let again = Draft::read(&canonical(&draft)).expect("opens");
    assert_eq!(again, draft);
    assert!(again.lacks().contains(&Missing::Readable(3)), "{:?}", again.lacks());
    assert_eq!(again.fact_typed(&fact), Typed::Unread("约61".to_owned()));
    draft.type_fact(&fact, Typed::Number(Count::new(61)));
    draft.choose(&item, None);
    draft.type_year("２０２５年");
    assert!(draft.unread.is_empty() && draft.year == 2025);
}

#[test]
fn signs_that_nobody_sees_fill_no_name_and_make_no_difference() {
    let mut draft = example();
    draft.unit.name = "\u{200b}\u{feff} ".to_owned();
    assert!(draft.lacks().contains(&Missing::Name));
    draft.unit.name = "五里\u{200b}店\u{feff}".to_owned();
    let mut plain = draft.clone();
    plain.unit.name = "五里店".to_owned();
    let codes = |draft: &Draft| Submission::of(draft, time()).codes;
    assert_eq!(codes(&draft), codes(&plain));
    assert!(same_unit(&draft.unit, &plain.unit));
}

#[test]
fn a_counter_that_no_program_keeps_exactly_is_refused() {
    let told = changed(&[("/counter", json!(9_007_199_254_740_992_u64))]);
    assert_eq!(told, ["counter: not a whole number from 0 to 9007199254740991"]);
}

#[test]
fn every_broken_answer_and_number_of_a_draft_is_told_at_once() {
    let told = changed(&[
        ("/record/facts/came", json!("61")),
        ("/record/facts/groups", json!(1_000_001)),
        ("/record/answers/A1/choice", json!({"maybe": true})),
        ("/record/answers/D1/choice/count", json!("5")),
        ("/record/answers/A4/choice/level", json!(7)),
    ]);
    let places: Vec<&str> = told.iter().filter_map(|problem| Some(problem.split_once(": ")?.0)).collect();
    let expected = [
        "record.facts.came",
        "record.facts.groups",
        "record.answers.A1.choice",
        "record.answers.D1.choice.count",
        "record.answers.A4.choice.level",
    ];
    assert_eq!(places, expected);
}

#[test]
fn an_id_that_cannot_be_one_is_told_with_its_place() {
    let told = changed(&[("/record/answers/A 1", json!({"note": "说明"}))]);
    assert_eq!(told, ["record.answers.A 1: not an id: 1 to 40 of A-Z a-z 0-9 - _"]);
}

#[test]
fn numbers_larger_than_others_allow_block_nothing() {
    let mut draft = example();
    draft.record.fact("concerns_answered", 99);
    assert_eq!(Draft::read(&canonical(&draft)), Ok(draft));
}

#[test]
fn numbers_larger_than_others_allow_are_told() {
    // 71 who came of 70 registered
    let mut draft = example();
    draft.record.fact("came", 71);
    let told: Vec<String> = draft
        .record
        .facts
        .clashes(station())
        .iter()
        .map(|clash| format!("{} {} > {} {}", clash.fact, clash.number, clash.than, clash.most))
        .collect();
    assert_eq!(told, ["came 71 > registered 70"]);
}

#[test]
fn an_answer_that_is_taken_back_leaves_nothing_behind() {
    let mut draft = empty(station());
    draft.choose(&item("A1"), Some(Choice::Yes(true)));
    draft.note(&item("A1"), "说明".to_owned());
    draft.show(&item("A1"), |evidence| evidence.page = "第1页".to_owned());
    draft.choose(&item("A1"), None);
    draft.note(&item("A1"), String::new());
    draft.show(&item("A1"), |evidence| evidence.page = String::new());
    assert_eq!(draft, empty(station()));
}

#[test]
fn a_number_that_is_taken_back_is_open_and_not_zero() {
    let mut draft = empty(station());
    draft.count(&crate::common::fact("groups"), Some(crate::common::count(0)));
    draft.count(&crate::common::fact("groups"), None);
    assert_eq!(draft, empty(station()));
}

#[test]
fn an_empty_draft_lacks_everything_a_submission_needs() {
    let lacks = [station(), room()].map(|standard| empty(standard).lacks());
    let station = vec![Missing::Name, Missing::Township, Missing::DeclaredBy, Missing::Agreed];
    let mut room = station.clone();
    room.insert(2, Missing::Village);
    assert_eq!(lacks, [station, room]);
}

#[test]
fn the_worked_example_lacks_nothing() {
    assert_eq!(example().lacks(), vec![]);
}

#[test]
fn a_practice_that_is_claimed_without_a_word_lacks_its_note() {
    let mut draft = example();
    draft.note(&item("A5"), " ".to_owned());
    assert_eq!(draft.notes_missing(), [&item("A5")]);
}

#[test]
fn a_practice_that_is_not_claimed_needs_no_note() {
    let mut draft = empty(station());
    draft.choose(&item("A5"), Some(Choice::Level(0)));
    assert_eq!(draft.notes_missing(), Vec::<&xingzhan::model::standard::ids::ItemId>::new());
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_draft_of_any_standard_opens_again((standard, record) in standard_and_record()) {
        let draft = Draft { record, ..empty(&standard) };
        prop_assert_eq!(Draft::read(&canonical(&draft)), Ok(draft));
    }
}
