//! Strict reading and canonical writing of JSON. Canonical: keys ASCII in code-point order, integers
//! from 0 to 2^53 − 1, no spaces, no key twice; so the same content has the same bytes and the same
//! code in every program and on every engine. By hand, since a reader that keeps the place of what is
//! wrong and refuses doubled keys has to be written either way; tests compare it with `serde_json`.

use super::problem::Problem;
use super::scan::scan;
use super::write::Write;
use std::borrow::Cow;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub const LARGEST: u64 = (1 << 53) - 1;
/// A JSON value, as far as canonical JSON has them. Texts without escapes stay where they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object; its keys in order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl Value<'_> {
    /// What stands under a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        let at = entries.binary_search_by(|(known, _)| known.as_ref().cmp(key)).ok()?;
        entries.get(at).map(|(_, value)| value)
    }

    /// The text it is.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number it is.
    pub fn number(&self) -> Option<u64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }
}

/// Reads text into a value and refuses what canonical JSON does not have, naming the first place.
pub fn read(text: &str) -> Result<Value<'_>, Problem> {
    scan(text)
}

/// Writes the canonical form.
pub fn canonical(content: &dyn Write) -> String {
    let mut out = String::new();
    content.write(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::shelf::BUILT_IN;
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
    }

    #[test]
    fn fractions_exponents_negatives_and_huge_numbers_are_refused_where_they_stand() {
        for number in ["1.0", "1e3", "-1", "9007199254740992", "-0", "99999999999999999999999"] {
            let place = fault(&format!(r#"{{"a":[0,{number}]}}"#));
            assert_eq!(place, "a[1]: not a whole number from 0 to 9007199254740991", "{number}");
        }
        assert_eq!(read("9007199254740991"), Ok(Value::Number(LARGEST)));
    }

    #[test]
    fn a_file_that_ends_too_early_is_called_cut_off() {
        assert_eq!(fault("{\"a\":\n[1,"), "a[1]: cut off at line 2, column 3");
        assert_eq!(fault("{\"a\":\n\"人大"), "a: cut off at line 2, column 3");
    }

    #[test]
    fn ten_thousand_levels_are_too_deep_and_end_quickly() {
        assert!(fault(&"[".repeat(10_000)).ends_with("nested too deep"));
    }

    #[test]
    fn something_after_the_end_is_refused() {
        assert_eq!(fault("{} {}"), "not JSON at line 1, column 4");
    }

    /// What `serde_json` makes of a text, in its canonical form.
    fn theirs(text: &str) -> Option<String> {
        serde_json::from_str::<serde_json::Value>(text).ok().map(|value| value.to_string())
    }

    #[test]
    fn the_built_in_standards_are_read_and_written_as_serde_json_does() {
        for text in BUILT_IN {
            assert_eq!(read(text).ok().map(|value| canonical(&value)), theirs(text));
        }
    }

    #[test]
    fn words_numbers_and_texts_in_any_other_form_are_refused() {
        let texts = ["\"\u{1}\"", r#""\x""#, r#""\u12g4""#, r#""\ud800""#, r#""\udc00""#, r#""\ud800\u0041""#];
        let rest = ["tru", "nul", "01", "+1", "'a'", "", "[1,]", "[,1]", "[1 2]", r#"{"a"}"#, r#"{"a":1,}"#, "{1:1}"];
        for text in texts.into_iter().chain(rest) {
            assert_eq!((read(text).ok(), theirs(text)), (None, None), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_read_from_noise_is_what_serde_json_reads(
            text in r#"( |\[|\]|\{|\}|,|:|"|"a":|"b":|\\u|\\n|d83d|de00|0|1|2|true|null|中){0,12}"#
        ) {
            if let Ok(value) = read(&text) {
                prop_assert_eq!(Some(canonical(&value)), theirs(&text));
            }
        }
    }
}
