//! A check code typed from paper: what it says of a file, and which other submission the paper is of.

use crate::common::{example, time};
use xingzhan::model::draft::Draft;
use xingzhan::model::submission::Submission;
use xingzhan::model::submission::code_check::{PaperCode, compare_code};

/// Two submissions of one draft that differ, and the draft, which remembers both.
fn two() -> (Submission, Submission, Draft) {
    let mut draft = example();
    let first = Submission::of(&draft, time());
    draft.exported(&first);
    "每周三上午".clone_into(&mut draft.unit.hours);
    let second = Submission::of(&draft, time());
    draft.exported(&second);
    (first, second, draft)
}

#[test]
fn the_code_of_the_file_is_the_same_however_it_is_typed() {
    let (first, ..) = two();
    let code = first.codes.signed.to_string();
    for typed in [code.clone(), code.to_lowercase(), code.replace('-', ""), format!(" {} ", code.replace('-', " "))] {
        assert_eq!(compare_code(&typed, &first, &[]), PaperCode::Same, "{typed}");
    }
}

#[test]
fn the_code_of_another_submission_at_hand_is_told_with_its_revision_and_time() {
    let (first, second, draft) = two();
    assert_ne!(first.codes.signed, second.codes.signed);
    let PaperCode::Other(export) = compare_code(first.codes.signed.as_str(), &second, &[example(), draft]) else {
        panic!("the draft remembers it");
    };
    assert_eq!((export.revision, export.codes), (first.revision, first.codes));
}

#[test]
fn a_code_of_nothing_at_hand_is_unknown_and_what_is_no_code_is_said() {
    let (first, second, _) = two();
    assert_eq!(compare_code(second.codes.signed.as_str(), &first, &[example()]), PaperCode::Unknown);
    for typed in ["7K2M", "7K2M-9QXA-0D4U", "校验码", "7K2M-9QXA-0D4T-1"] {
        assert_eq!(compare_code(typed, &first, &[]), PaperCode::NoCode, "{typed}");
    }
    for typed in ["", "  ", "\t"] {
        assert_eq!(compare_code(typed, &first, &[]), PaperCode::Blank);
    }
}
