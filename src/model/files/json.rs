//! The canonical form of JSON, read strictly and written. Canonical: keys ASCII in code-point order, integers
//! from 0 to 2^53 − 1, no spaces, no key twice; so the same content has the same bytes and the same code in
//! every program and on every engine. The map of `serde_json` is a `BTreeMap`, whose order is that of the
//! canonical form; a test keeps out the features of `serde_json` that would change it.

use crate::model::files::json_guard;
pub use crate::model::files::json_guard::{LARGEST, PHOTOS};
use crate::model::problem::Problem;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// Reads text into a value and refuses what canonical JSON does not have, naming the first place.
pub fn read(text: &str) -> Result<Value, Problem> {
    let (mut value, photos) = read_file(text)?;
    if let (Some(_), Some(object)) = (photos, value.as_object_mut()) {
        // Only files hold photos. Wherever else, the key is one that nobody knows.
        object.insert(PHOTOS.to_owned(), Value::Null);
    }
    Ok(value)
}

/// The same of a file, whose photos are left as they stand in the text: they are most of a large file.
pub fn read_file(text: &str) -> Result<(Value, Option<&RawValue>), Problem> {
    json_guard::read(text, json_guard::MAX_VALUES)
}

/// The same of a review, which may hold more values.
pub(super) fn read_review(text: &str) -> Result<(Value, Option<&RawValue>), Problem> {
    json_guard::read(text, json_guard::MAX_REVIEW_VALUES)
}

/// Writes the canonical form. All types of this program can be written; text of anything else is empty.
pub fn canonical<T: Serialize + ?Sized>(content: &T) -> String {
    serde_json::to_value(content).map(|value| canonical_text(&value)).unwrap_or_default()
}

/// The same of a value.
pub fn canonical_text(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::library::BUILT_IN;
    use proptest::prelude::*;

    fn fault(text: &str) -> String {
        read(text).expect_err("refused").to_string()
    }

    #[test]
    fn keys_come_in_code_point_order_without_spaces() {
        let value = read(r#"{ "b": [1, true, null], "a_": "中", "aB": {} }"#).expect("fine");
        assert_eq!(canonical(&value), r#"{"aB":{},"a_":"中","b":[1,true,null]}"#);
    }

    #[test]
    fn a_key_that_stands_twice_is_named_with_its_place() {
        assert_eq!(fault(r#"{"answers":{"A1":1,"A1":2}}"#), r#"answers: the key "A1" stands twice"#);
        assert_eq!(fault(r#"{"answers":{"A1":1,"B":2,"\u0041\u0031":2}}"#), r#"answers: the key "A1" stands twice"#);
        assert_eq!(fault(r#"{"photos":{},"photos":{}}"#), r#"the key "photos" stands twice"#);
    }

    #[test]
    fn fractions_exponents_negatives_and_huge_numbers_are_refused_where_they_stand() {
        for number in ["1.0", "1e3", "-1", "9007199254740992", "-0", "99999999999999999999999", "1e999"] {
            let place = fault(&format!(r#"{{"a":[0,{number}]}}"#));
            assert_eq!(place, "a[1]: not a whole number from 0 to 9007199254740991", "{number}");
        }
        assert_eq!(read("9007199254740991"), Ok(Value::from(LARGEST)));
    }

    #[test]
    fn a_file_that_ends_too_early_is_called_cut_off() {
        assert_eq!(fault("{\"a\":\n[1,"), "a[1]: cut off at line 2, column 3");
        assert_eq!(fault("{\"a\":\n\"人大"), "a: cut off at line 2, column 3");
    }

    #[test]
    fn what_is_no_json_is_told_with_its_line_and_character() {
        assert_eq!(fault("{\"a\":\n\"人大\" x}"), "not JSON at line 2, column 6");
        assert_eq!(fault("{} {}"), "not JSON at line 1, column 4");
    }

    #[test]
    fn ten_thousand_levels_are_too_deep_and_end_quickly() {
        assert!(fault(&"[".repeat(10_000)).ends_with("nested too deep"));
        assert!(read(&format!("{}{}", "[".repeat(127), "]".repeat(127))).is_ok());
        assert!(fault(&format!("{}{}", "[".repeat(128), "]".repeat(128))).ends_with("nested too deep"));
    }

    #[test]
    fn signs_that_no_text_can_hold_are_called_so() {
        for text in ["\"\u{1}\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud83d x\""] {
            assert!(fault(text).starts_with("no text can hold line 1"), "{text:?}: {}", fault(text));
        }
    }

    #[test]
    fn words_numbers_and_texts_in_any_other_form_are_refused() {
        let texts = [r#""\x""#, r#""\u12g4""#, "tru", "nul", "01", "+1", "'a'", "", "[1,]", "[,1]", "[1 2]"];
        let rest = [r#"{"a"}"#, r#"{"a":1,}"#, "{1:1}", "NaN", "Infinity", "//", "{\"a\":1//\n}"];
        for text in texts.into_iter().chain(rest) {
            assert!(fault(text).contains(" at line 1, column ") || text.is_empty(), "{text}");
        }
    }

    #[test]
    fn the_photos_of_a_file_stay_as_they_stand() {
        let text = r#"{"kind":"draft","photos":{"a":"AA=="}}"#;
        let (value, photos) = read_file(text).expect("fine");
        assert_eq!(
            (canonical(&value).as_str(), photos.map(RawValue::get)),
            (r#"{"kind":"draft"}"#, Some(r#"{"a":"AA=="}"#))
        );
        assert_eq!(
            read(r#"{"a":{"photos":[1]}}"#).map(|value| canonical(&value)),
            Ok(r#"{"a":{"photos":[1]}}"#.to_owned())
        );
    }

    #[test]
    fn the_built_in_standards_are_read_as_serde_json_reads_them() {
        for text in BUILT_IN {
            assert_eq!(read(text).ok(), serde_json::from_str::<Value>(text).ok());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_read_is_canonical_by_rfc_8785(
            text in r#"( |\[|\]|\{|\}|,|:|"|"a":|"b":|\\u|\\n|d83d|de00|0|1|2|true|null|中){0,12}"#
        ) {
            if let Ok(value) = read(&text) {
                let theirs: Value = serde_json::from_str(&text).expect("JSON");
                prop_assert_eq!(serde_json_canonicalizer::to_string(&theirs).ok(), Some(canonical(&value)));
            }
        }

        #[test]
        fn any_text_is_written_as_rfc_8785_writes_it_and_read_again(text in ".*") {
            let value = Value::from(text.as_str());
            let written = canonical(&value);
            prop_assert_eq!(serde_json_canonicalizer::to_string(&value).ok(), Some(written.clone()));
            prop_assert_eq!(read(&written), Ok(value));
        }
    }
}
