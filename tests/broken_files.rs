//! Files that were cut off, saved in another encoding, changed by another program, or made to do harm:
//! each gives a problem with its place, and none of them stops the program.

use crate::common::arbitrary::cases;
use crate::common::broken::put;
use crate::common::{example, library, refused, submitted, time};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use xingzhan::model::files::migrations::REVISION;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::submission::{FORMAT, Submission};

fn written() -> String {
    Submission::of(&example(), time()).written()
}

/// What is told of the worked example's submission with these values changed.
fn changed(changes: &[(&str, Value)]) -> Vec<String> {
    let mut submission = submitted();
    for (place, value) in changes {
        put(&mut submission, place, value.clone());
    }
    refused(submission.to_string().as_bytes())
}

#[test]
fn an_unchanged_submission_opens() {
    assert_eq!(refused(written().as_bytes()), Vec::<String>::new());
}

#[test]
fn the_mark_that_some_editors_put_in_front_does_not_matter() {
    assert_eq!(refused(format!("\u{feff}{}", written()).as_bytes()), Vec::<String>::new());
}

#[test]
fn an_empty_file_is_called_empty() {
    let told = [&b""[..], b" \r\n\t", "\u{feff}".as_bytes()].map(refused);
    assert_eq!(told, [["the file is empty"], ["the file is empty"], ["the file is empty"]]);
}

#[test]
fn a_file_saved_as_utf_16_is_called_so_with_and_without_its_mark() {
    for mark in ["\u{feff}", ""] {
        let units: Vec<u16> = format!("{mark}{}", written()).encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!([refused(&little), refused(&big)], [["another program's file: Utf16"]; 2]);
    }
}

#[test]
fn a_file_saved_as_gbk_is_not_text() {
    // {"name":"人大代表"} in GBK: 人 C8CB, 大 B4F3, 代 B4FA, 表 B1ED
    let gbk = [&b"{\"name\":\""[..], &[0xc8, 0xcb, 0xb4, 0xf3, 0xb4, 0xfa, 0xb1, 0xed], b"\"}"].concat();
    assert_eq!(refused(&gbk), ["not UTF-8 text"]);
}

#[test]
fn a_submission_cut_off_anywhere_is_refused() {
    let whole = written().into_bytes();
    let opened: Vec<usize> = (0..whole.len()).step_by(100).filter(|end| refused(&whole[..*end]).is_empty()).collect();
    assert_eq!(opened, Vec::<usize>::new());
}

#[test]
fn a_file_that_ends_within_a_sign_is_called_cut_off() {
    let mut whole = written().into_bytes();
    let character = whole.iter().rposition(|byte| !byte.is_ascii()).expect("Chinese");
    whole.truncate(character);
    let told = refused(&whole);
    assert!(told.len() == 1 && told[0].contains("cut off at line 1"), "{told:?}");
}

#[test]
fn a_whole_file_with_half_a_sign_behind_it_is_not_text() {
    assert_eq!(refused(&[written().as_bytes(), b"\xe4\xba"].concat()), ["not UTF-8 text"]);
}

#[test]
fn a_file_of_zeros_is_called_empty() {
    assert_eq!(refused(&[0; 4096]), ["the file is empty"]);
}

#[test]
fn half_an_escaped_sign_or_a_control_character_is_told_with_its_place() {
    for character in ["\\ud83d", "\\udc4d", "\\ud83d\\u0041", "\u{1}"] {
        let text = format!("{{\"kind\":\"{character}\"}}");
        let told = refused(text.as_bytes());
        assert!(told.len() == 1 && told[0].starts_with("kind: no text can hold line 1"), "{told:?}");
    }
}

#[test]
fn a_small_file_of_very_many_values_is_refused() {
    let told = refused(format!("{{\"kind\":[{}]}}", "0,".repeat(2_000_000)).as_bytes());
    assert!(told.len() == 1 && told[0].ends_with("more than 2000000 values"), "{told:?}");
}

#[test]
fn keys_in_a_hostile_order_are_sorted_and_found_twice_all_the_same() {
    let keys: Vec<String> = (0..60_000).rev().map(|key| format!("\"k{key:05}\":0")).collect();
    let told =
        refused(format!("{{\"kind\":\"draft\",\"format\":1,\"a\":{{{},\"k00007\":0}}}}", keys.join(",")).as_bytes());
    assert_eq!(told, [r#"a: the key "k00007" stands twice"#]);
}

#[test]
fn the_size_is_looked_at_before_anything_is_built() {
    // Not even JSON behind its kind, so that building it would tell something else.
    for (kind, most) in [("standard", 4_u64 << 20), ("submission", 32 << 20)] {
        let fits = format!("{{\"kind\":\"{kind}\",{}", " ".repeat(1 << 20));
        assert!(refused(fits.as_bytes())[0].contains("cut off"));
        let more = format!("{{\"kind\":\"{kind}\",{}", " ".repeat(usize::try_from(most).expect("fits")));
        assert_eq!(refused(more.as_bytes()), [format!("more than {most} bytes")]);
    }
}

#[test]
fn a_kind_that_is_written_with_escapes_is_held_to_its_limit_too() {
    let text = format!("{{\"k\\u0069nd\":\"standard\"{}}}", " ".repeat(5 << 20));
    assert_eq!(refused(text.as_bytes()), ["more than 4194304 bytes"]);
}

#[test]
fn a_file_that_ends_early_is_called_cut_off() {
    let whole = written();
    let told = refused(whole[..whole.len() - 1].trim_end().as_bytes());
    assert!(told.len() == 1 && told[0].contains("cut off at line 1"), "{told:?}");
}

#[test]
fn json_that_is_no_file_of_ours_is_called_so() {
    let told = ["[]", "3", "null", "\"{}\"", "{}", r#"{"kind":"letter"}"#].map(|text| refused(text.as_bytes()));
    assert_eq!(told, [["not a file of this program"]; 6]);
}

#[test]
fn a_kind_of_file_that_is_not_known_is_named() {
    assert_eq!(refused(br#"{"kind":"return","format":1}"#), [r#"kind: a file of the kind "return""#]);
}

#[test]
fn ten_thousand_levels_are_too_deep() {
    let told = [refused(&b"[".repeat(10_000)), refused(&b"{\"a\":".repeat(10_000))];
    assert!(told.iter().all(|told| told.len() == 1 && told[0].ends_with("nested too deep")), "{told:?}");
}

#[test]
fn a_submission_of_forty_megabytes_is_too_large() {
    let told = changed(&[("/attached/notes/A1", json!("a".repeat(40 << 20)))]);
    assert_eq!(told, ["more than 33554432 bytes"]);
}

#[test]
fn a_file_larger_than_any_of_ours_is_not_even_read() {
    assert_eq!(refused(&vec![b' '; (64 << 20) + 1]), ["more than 67108864 bytes"]);
}

#[test]
fn a_key_that_stands_twice_is_told_with_its_place() {
    let twice = written().replace("\"signed\":{\"answers\":{", "\"signed\":{\"answers\":{\"A1\":{},");
    assert_eq!(refused(twice.as_bytes()), [r#"signed.answers: the key "A1" stands twice"#]);
}

#[test]
fn fractions_exponents_and_negative_numbers_are_told_with_their_place() {
    for number in ["11.0", "1.1e1", "-11", "99999999999999999999"] {
        let text = written().replace("\"reception_days\":11", &format!("\"reception_days\":{number}"));
        let message = "signed.facts.reception_days: not a whole number from 0 to 9007199254740991";
        assert_eq!(refused(text.as_bytes()), [message], "{number}");
    }
}

#[test]
fn a_file_of_a_newer_format_is_called_newer() {
    let newer = [("/format", json!(FORMAT + 1)), ("/something_new", json!(1))];
    assert_eq!(changed(&newer), [format!("format: format {} is newer than this program", FORMAT + 1)]);
}

#[test]
fn there_is_no_format_before_the_first() {
    assert_eq!(changed(&[("/format", json!(0))]), [format!("format: not from 1 to {FORMAT}")]);
}

#[test]
fn a_submission_of_a_standard_that_is_not_at_hand_names_it() {
    let told = changed(&[("/signed/standard/id", json!("another-county")), ("/signed/standard/version", json!(9))]);
    assert_eq!(told, ["signed.standard: the standard another-county version 9 is not at hand"]);
}

#[test]
fn a_standard_with_the_same_name_and_other_content_is_another_version() {
    let mut submission = submitted();
    put(&mut submission, "/signed/standard/digest", json!("0123456789abcdef"));
    let Ok(ParsedFile::Submission(opened)) = open(submission.to_string().as_bytes(), library()) else {
        panic!("opens")
    };
    let told: Vec<String> = opened.findings.iter().map(ToString::to_string).collect();
    assert!(told.contains(&"signed.standard: of version 1, shown under version 1".to_owned()), "{told:?}");
}

#[test]
fn what_does_not_fit_the_standard_is_told_with_its_place() {
    let digest = json!("0123456789abcdef");
    for (place, value, message) in [
        ("/signed/answers/Z9", json!({"item": digest}), "signed.answers.Z9: there is no Z9"),
        ("/signed/facts/nobody", json!(1), "signed.facts.nobody: there is no nobody"),
        ("/signed/facts/persons", json!(1), "signed.facts.persons: persons is a derived fact"),
        ("/attached/notes/Z9", json!("说明"), "attached.notes.Z9: there is no Z9"),
        ("/attached/notes/A1", json!("长".repeat(2001)), "attached.notes.A1: longer than 2000 characters"),
        ("/signed/answers/A1/choice", json!({"level": 1}), "signed.answers.A1.choice: does not fit the item"),
        ("/signed/answers/A4/choice", json!({"yes": true}), "signed.answers.A4.choice: does not fit the item"),
        ("/signed/answers/G4/choice", json!({"count": 1}), "signed.answers.G4.choice: does not fit the item"),
        ("/signed/answers/A4/choice/level", json!(3), "signed.answers.A4.choice.level: not from 0 to 2"),
        (
            "/signed/answers/H6/choice/not_applicable",
            json!("no_theme"),
            "signed.answers.H6.choice.not_applicable: the item does not allow no_theme",
        ),
        (
            "/signed/answers/T1/choice/text",
            json!("长".repeat(201)),
            "signed.answers.T1.choice.text: longer than 200 characters",
        ),
        (
            "/signed/answers/A1/evidence/ledger",
            json!("长".repeat(201)),
            "signed.answers.A1.evidence.ledger: longer than 200 characters",
        ),
        (
            "/signed/answers/A1/evidence/page",
            json!("长".repeat(101)),
            "signed.answers.A1.evidence.page: longer than 100 characters",
        ),
        ("/signed/unit/name", json!("长".repeat(121)), "signed.unit.name: longer than 120 characters"),
        ("/signed/posts/head/phone", json!("1".repeat(121)), "signed.posts.head.phone: longer than 120 characters"),
        ("/signed/declaration/post", json!("长".repeat(121)), "signed.declaration.post: longer than 120 characters"),
        ("/signed/year", json!(1989), "signed.year: not from 1990 to 2199"),
        (format!("/{REVISION}").as_str(), json!(0), format!("{REVISION}: not from 1 to 20000").as_str()),
    ] {
        assert_eq!(changed(&[(place, value)]), [message]);
    }
}

#[test]
fn what_has_the_wrong_shape_is_told_with_its_place() {
    for (place, value, message) in [
        ("/signed/facts/came", json!("61"), "signed.facts.came: invalid type: string \"61\""),
        ("/signed/facts/came", json!(1_000_001), "signed.facts.came: more than 1000000"),
        ("/signed/answers/D1/choice/count", json!("5"), "signed.answers.D1.choice.count: invalid type: string \"5\""),
        ("/signed/answers/D1/choice/count", json!(1_000_001), "signed.answers.D1.choice.count: more than 1000000"),
        ("/signed/answers/A4/choice/level", json!(300), "signed.answers.A4.choice.level: invalid value"),
        ("/signed/answers/A1/choice", json!({"maybe": true}), "signed.answers.A1.choice: unknown variant `maybe`"),
        ("/signed/answers/A1/choice", json!("yes"), "signed.answers.A1.choice: invalid type"),
        ("/signed/answers/A1/weight", json!(1), "signed.answers.A1.weight: unknown field `weight`"),
        ("/signed/answers/A1/item", Value::Null, "signed.answers.A1: missing field `item`"),
        ("/signed/answers/A1/evidence/date", json!("2026-02-30"), "signed.answers.A1.evidence.date: not a day"),
        ("/signed/score/total", json!([8550, 8550]), "signed.score.total: invalid type: a list"),
        ("/signed/months", json!(13), "signed.months: not from 1 to 12 months"),
        ("/time", json!("yesterday"), "time: not a time"),
        ("/codes/signed", json!("7K2M-9QXA-0D4U"), "codes.signed: not a check code"),
        ("/signed/standard/digest", json!("xyz"), "signed.standard.digest: not 16 hexadecimal digits"),
        ("/attached/notes/A2", json!(5), "attached.notes.A2: invalid type"),
    ] {
        let told = changed(&[(place, value)]);
        assert!(told.len() == 1 && told[0].starts_with(message), "{place}: {told:?}");
    }
}

#[test]
fn every_broken_answer_and_number_is_told_at_once() {
    let told = changed(&[
        ("/signed/facts/came", json!("61")),
        ("/signed/facts/nobody", json!(1)),
        ("/signed/answers/A1/choice", json!({"maybe": true})),
        ("/signed/answers/A4/choice/level", json!(7)),
        ("/signed/answers/D1/choice/count", json!(1_000_001)),
        ("/attached/notes/A2", json!(5)),
        ("/signed/unit/name", json!("长".repeat(121))),
    ]);
    let places: Vec<&str> = told.iter().filter_map(|problem| Some(problem.split_once(": ")?.0)).collect();
    let expected = [
        "signed.facts.came",
        "signed.answers.A1.choice",
        "signed.answers.D1.choice.count",
        "attached.notes.A2",
        "signed.unit.name",
        "signed.facts.nobody",
        "signed.answers.A4.choice.level",
    ];
    assert_eq!(places, expected);
}

#[test]
fn broken_answers_are_told_although_the_frame_is_broken_too() {
    let told = changed(&[("/signed/facts/came", json!("61")), ("/signed/months", json!(13))]);
    let places: Vec<&str> = told.iter().filter_map(|problem| Some(problem.split_once(": ")?.0)).collect();
    assert_eq!(places, ["signed.facts.came", "signed.months"]);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn one_changed_byte_is_refused_or_told_or_changes_nothing_that_counts(at in any::<Index>(), byte in any::<u8>()) {
        let whole = Submission::of(&example(), time());
        let mut bytes = whole.written().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(ParsedFile::Submission(opened)) = open(&bytes, library()) {
            let Submission { signed, attached, .. } = opened.submission;
            prop_assert!(!opened.findings.is_empty() || (signed == whole.signed && attached == whole.attached));
        }
    }

    #[test]
    fn no_bytes_at_all_stop_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes, library()).is_err());
    }
}
