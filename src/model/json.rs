//! Strict reading and canonical writing of JSON. Canonical: keys ASCII in code-point order, integers
//! from 0 to 2^53 − 1, no spaces, no key twice; so the same content has the same bytes and the same
//! code in every program and on every engine. By hand, since a reader that keeps the place of what is
//! wrong and refuses doubled keys has to be written either way; tests compare it with `serde_json`.

use super::problem::{Fault, Problem};
use super::write::Write;
use std::borrow::Cow;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub const LARGEST: u64 = (1 << 53) - 1;
/// The deepest nesting that is read.
const DEEPEST: usize = 127;

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
    let mut reader = Reader { text, at: 0, fault: None, path: Vec::new() };
    let value = reader.value(0);
    if value.is_some() && reader.next().is_some() {
        reader.stop::<()>();
    }
    match (reader.fault, value) {
        (None, Some(value)) => Ok(value),
        (fault, _) => {
            let place = reader.path.iter().rev().fold(String::new(), |mut place, step| {
                if !place.is_empty() && !step.starts_with('[') {
                    place.push('.');
                }
                place.push_str(step);
                place
            });
            Err(Problem::at(place, fault.unwrap_or(Fault::NotOurs)))
        }
    }
}

/// Writes the canonical form.
pub fn canonical(content: &dyn Write) -> String {
    let mut out = String::new();
    content.write(&mut out);
    out
}

/// Reads from the front. What stops it is kept in `fault`, and the way there is added from the inside
/// out, so that it costs nothing where all is well.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    fault: Option<Fault>,
    path: Vec<String>,
}

impl<'a> Reader<'a> {
    fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not a space.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.here() {
            self.at += 1;
        }
        self.here()
    }

    fn refuse<T>(&mut self, fault: Fault) -> Option<T> {
        self.fault = Some(fault);
        None
    }

    /// Refuses what stands here, or that nothing does.
    fn stop<T>(&mut self) -> Option<T> {
        let cut_off = self.at >= self.text.len();
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or(before);
        let column = line.chars().count() + usize::from(!cut_off);
        let lines = before.bytes().filter(|b| *b == b'\n').count();
        self.refuse(Fault::NotJson { line: lines + 1, column, cut_off })
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        match self.next() {
            Some(b'{' | b'[') if depth >= DEEPEST => self.refuse(Fault::TooDeep),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-') => self.refuse(Fault::NotWhole),
            Some(b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Flag(true)),
            Some(b'f') => self.word("false", Value::Flag(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => self.stop(),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        for expected in word.bytes() {
            if self.here() != Some(expected) {
                return self.stop();
            }
            self.at += 1;
        }
        Some(value)
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let began = self.at;
        let mut number: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.here() {
            if self.at == began + 1 && number == 0 {
                return self.stop();
            }
            number = number.saturating_mul(10).saturating_add(u64::from(digit - b'0'));
            self.at += 1;
        }
        let whole = !matches!(self.here(), Some(b'.' | b'e' | b'E')) && number <= LARGEST;
        if whole { Some(Value::Number(number)) } else { self.refuse(Fault::NotWhole) }
    }

    /// At the opening of a list or an object: whether anything is in it.
    fn opened(&mut self, end: u8) -> bool {
        self.at += 1;
        let empty = self.next() == Some(end);
        self.at += usize::from(empty);
        !empty
    }

    /// After a value: whether another follows; none if neither that nor the end stands here.
    fn another(&mut self, end: u8) -> Option<bool> {
        match self.next() {
            Some(b',') => {
                self.at += 1;
                Some(true)
            }
            Some(sign) if sign == end => {
                self.at += 1;
                Some(false)
            }
            _ => self.stop(),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut values = Vec::new();
        let mut more = self.opened(b']');
        while more {
            let value = self.value(depth);
            let next = value.and_then(|value| {
                values.push(value);
                self.another(b']')
            });
            let Some(next) = next else {
                // What is wrong after a value stands where the next one would.
                self.path.push(format!("[{}]", values.len()));
                return None;
            };
            more = next;
        }
        Some(Value::List(values))
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut entries: Vec<(Cow<'a, str>, Value<'a>)> = Vec::new();
        let mut more = self.opened(b'}');
        while more {
            if self.next() != Some(b'"') {
                return self.stop();
            }
            let key = self.string()?;
            // Files of ours have their keys in order, so it nearly always belongs at the end.
            let place = match entries.last() {
                Some((last, _)) if *last >= key => entries.binary_search_by(|(known, _)| known.cmp(&key)),
                _ => Err(entries.len()),
            };
            let Err(place) = place else { return self.refuse(Fault::DuplicateKey(key.into_owned())) };
            if !key.is_ascii() {
                return self.refuse(Fault::Shape("a key that is not ASCII".to_owned()));
            }
            if self.next() != Some(b':') {
                return self.stop();
            }
            self.at += 1;
            let Some(value) = self.value(depth) else {
                self.path.push(key.into_owned());
                return None;
            };
            entries.insert(place, (key, value));
            more = self.another(b'}')?;
        }
        Some(Value::Object(entries))
    }

    /// A text, of which the opening quote stands here.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let mut unescaped = String::new();
        let mut began = self.at;
        loop {
            match self.here() {
                Some(b'"') => {
                    let last = self.text.get(began..self.at)?;
                    self.at += 1;
                    if unescaped.is_empty() {
                        return Some(Cow::Borrowed(last));
                    }
                    unescaped.push_str(last);
                    return Some(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    unescaped.push_str(self.text.get(began..self.at)?);
                    self.at += 1;
                    let sign = self.escape()?;
                    unescaped.push(sign);
                    began = self.at;
                }
                Some(0x20..) => self.at += 1,
                _ => return self.stop(),
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Option<char> {
        let sign = match self.here() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return self.stop(),
        };
        self.at += 1;
        Some(sign)
    }

    /// One or two escaped UTF-16 units, of which the `u` of the first stands here.
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        let mut units = vec![first];
        if (0xd800..0xdc00).contains(&first) {
            if self.text.as_bytes().get(self.at..self.at + 2) != Some(b"\\u") {
                return self.stop();
            }
            self.at += 1;
            units.push(self.unit()?);
        }
        match char::decode_utf16(units).next() {
            Some(Ok(sign)) => Some(sign),
            _ => self.stop(),
        }
    }

    fn unit(&mut self) -> Option<u16> {
        self.at += 1;
        let mut unit: u16 = 0;
        for _ in 0..4 {
            let digit =
                self.here().and_then(|sign| char::from(sign).to_digit(16)).and_then(|digit| u16::try_from(digit).ok());
            let Some(digit) = digit else { return self.stop() };
            unit = (unit << 4) | digit;
            self.at += 1;
        }
        Some(unit)
    }
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
