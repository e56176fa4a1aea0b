//! From a type to JSON in its canonical form.

use super::json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What can be written as JSON, in its canonical form.
pub trait Write {
    /// Writes it.
    fn write(&self, out: &mut String);

    /// Whether it is left out of an object.
    fn is_none(&self) -> bool {
        false
    }
}

/// The keys of an object, and what stands under them.
#[derive(Default)]
pub struct Fields<'a>(Vec<(&'a str, &'a dyn Write)>);

impl<'a> Fields<'a> {
    /// Adds a key, in its place.
    pub fn add(&mut self, key: &'a str, value: &'a dyn Write) {
        if !value.is_none() {
            let place = self.0.iter().rposition(|(known, _)| *known < key).map_or(0, |before| before + 1);
            self.0.insert(place, (key, value));
        }
    }
}

impl Write for Fields<'_> {
    fn write(&self, out: &mut String) {
        entries(self.0.iter().copied(), out);
    }
}

/// Writes an object of these entries, which are in order.
fn entries<'a>(entries: impl Iterator<Item = (&'a str, &'a dyn Write)>, out: &mut String) {
    let mut before = '{';
    for (key, value) in entries {
        out.push(before);
        before = ',';
        text(key, out);
        out.push(':');
        value.write(out);
    }
    if before == '{' {
        out.push(before);
    }
    out.push('}');
}

/// Writes a list of these.
fn list<'a>(values: impl Iterator<Item = &'a dyn Write>, out: &mut String) {
    let mut before = '[';
    for value in values {
        out.push(before);
        before = ',';
        value.write(out);
    }
    if before == '[' {
        out.push(before);
    }
    out.push(']');
}

/// Writes the name of a choice and what belongs to it.
pub fn choice(name: &str, content: &dyn Write, out: &mut String) {
    entries(std::iter::once((name, content)), out);
}

/// Writes a text.
pub fn text(text: &str, out: &mut String) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                out.push_str(if sign < '\u{10}' { "\\u000" } else { "\\u001" });
                out.push(char::from_digit(u32::from(sign) & 15, 16).unwrap_or('0'));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
}

/// Writes a number.
pub fn number(number: u64, out: &mut String) {
    out.push_str(&number.to_string());
}

impl Write for String {
    fn write(&self, out: &mut String) {
        text(self, out);
    }
}

impl Write for &str {
    fn write(&self, out: &mut String) {
        text(self, out);
    }
}

impl Write for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Write for $number {
            fn write(&self, out: &mut String) {
                number(u64::try_from(*self).unwrap_or(u64::MAX), out);
            }
        })*
    };
}

numbers!(u8 u16 u32 u64 usize);

impl<T: Write> Write for &T {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl<T: Write> Write for Arc<T> {
    fn write(&self, out: &mut String) {
        T::write(self, out);
    }

    fn is_none(&self) -> bool {
        T::is_none(self)
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn is_none(&self) -> bool {
        self.is_none()
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut String) {
        list(self.iter().map(|value| value as &dyn Write), out);
    }
}

impl<A: Write, B: Write> Write for (A, B) {
    fn write(&self, out: &mut String) {
        list([&self.0 as &dyn Write, &self.1].into_iter(), out);
    }
}

impl<K: AsRef<str>, V: Write> Write for BTreeMap<K, V> {
    fn write(&self, out: &mut String) {
        entries(self.iter().map(|(key, value)| (key.as_ref(), value as &dyn Write)), out);
    }
}

impl Write for Value<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => flag.write(out),
            Self::Number(value) => number(*value, out),
            Self::Text(value) => text(value, out),
            Self::List(values) => values.write(out),
            Self::Object(values) => {
                entries(values.iter().map(|(key, value)| (key.as_ref(), value as &dyn Write)), out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::json::{canonical, read};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_text_is_written_as_serde_json_writes_it_and_read_again(text in ".*") {
            let value = Value::Text(text.as_str().into());
            let written = canonical(&value);
            prop_assert_eq!(&written, &serde_json::Value::from(text.as_str()).to_string());
            prop_assert_eq!(read(&written), Ok(value));
        }
    }
}
