//! From text to a JSON value, sign by sign. Bounded in depth and number, so that no file can exhaust the
//! machine; slow for none.

use super::json::{LARGEST, Value};
use super::problem::{Fault, Problem, Unwhole};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The deepest nesting that is read.
const DEEPEST: usize = 127;
/// The most values that are read, so that a small file of nothing but `0,0,0` cannot fill the memory. The
/// largest bundle without a photo, three thousand submissions, holds fewer.
pub const MOST: usize = 2_000_000;

/// Reads text into a value and refuses what canonical JSON does not have, naming the first place.
pub(super) fn scan(text: &str) -> Result<Value<'_>, Problem> {
    let mut reader = Reader { text, at: 0, values: 0, fault: None, path: Vec::new() };
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

/// An entry that sorts by its key alone. A heap sorts with less code than the library's sort.
struct ByKey<'a>(Cow<'a, str>, Value<'a>);

impl Ord for ByKey<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for ByKey<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ByKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for ByKey<'_> {}

/// Reads from the front. What stops it is kept in `fault`, and the way there is added from the inside
/// out, so that it costs nothing where all is well.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// How many values were begun.
    values: usize,
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
        let (line, column) = self.place();
        self.refuse(Fault::NotJson { line, column, cut_off })
    }

    /// Refuses what stands here as something that no text can hold.
    fn bad_sign<T>(&mut self) -> Option<T> {
        let (line, column) = self.place();
        self.refuse(Fault::BadSign { line, column })
    }

    /// The line and the column here; at the end, those of the last sign.
    fn place(&self) -> (usize, usize) {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or(before);
        let lines = before.bytes().filter(|b| *b == b'\n').count();
        (lines + 1, line.chars().count() + usize::from(self.at < self.text.len()))
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.values += 1;
        if self.values > MOST {
            return self.refuse(Fault::TooMany { most: MOST });
        }
        match self.next() {
            Some(b'{' | b'[') if depth >= DEEPEST => self.refuse(Fault::TooDeep),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-') => self.refuse(Fault::NotWhole(Unwhole::Negative)),
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
        match self.here() {
            Some(b'.' | b'e' | b'E') => self.refuse(Fault::NotWhole(Unwhole::Fraction)),
            _ if number > LARGEST => self.refuse(Fault::NotWhole(Unwhole::Huge)),
            _ => Some(Value::Number(number)),
        }
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
            entries.push((key, value));
            more = self.another(b'}')?;
        }
        // Files of ours have their keys in order. Sorting afterwards keeps a hostile order from taking hours.
        if !entries.is_sorted_by(|(one, _), (next, _)| one < next) {
            let heap: BinaryHeap<ByKey<'a>> = entries.into_iter().map(|(key, value)| ByKey(key, value)).collect();
            entries = heap.into_sorted_vec().into_iter().map(|ByKey(key, value)| (key, value)).collect();
            let twice = entries.windows(2).find_map(|pair| match pair {
                [(one, _), (next, _)] if one == next => Some(one.to_string()),
                _ => None,
            });
            if let Some(key) = twice {
                return self.refuse(Fault::DuplicateKey(key));
            }
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
                Some(_) => return self.bad_sign(),
                None => return self.stop(),
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
                return self.bad_sign();
            }
            self.at += 1;
            units.push(self.unit()?);
        }
        match char::decode_utf16(units).next() {
            Some(Ok(sign)) => Some(sign),
            _ => self.bad_sign(),
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
