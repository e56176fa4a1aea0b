//! Reads JSON through `serde_json` into a value and refuses what it would take: a key that stands twice, numbers
//! that are not whole, more values than any file of ours has. Depth is bounded by `serde_json` itself, 127 levels.

use crate::model::problem::{Fault, Problem, Unwhole};
use crate::model::sorting::sort_by;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::cell::{Cell, RefCell};
use std::fmt;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub const LARGEST: u64 = (1 << 53) - 1;
/// The member of a file that holds the photos' bytes.
pub const PHOTOS: &str = "photos";

/// The most values that are read, so that a small file of nothing but `0,0,0` cannot fill the memory. The
/// largest bundle without a photo, three thousand submissions, holds fewer.
pub(super) const MAX_VALUES: usize = 2_000_000;
/// The same of a review: 100,000 entries of at most 30 values, and as much again.
pub(super) const MAX_REVIEW_VALUES: usize = 6_000_000;

/// What is known while a text is read.
#[derive(Default)]
struct Guard<'de> {
    /// How many values there may be.
    most: usize,
    /// How many values were begun.
    values: Cell<usize>,
    /// Why it was refused, where `serde_json` itself would not have.
    fault: RefCell<Option<Fault>>,
    /// The way to what was refused, from the inside out: costs nothing where all is well.
    path: RefCell<Vec<String>>,
    /// What stands under `photos` at the top.
    photos: Cell<Option<&'de RawValue>>,
}

/// Reads text into a value, and the photos of a file beside it.
pub(super) fn read(text: &str, most: usize) -> Result<(Value, Option<&RawValue>), Problem> {
    let guard = Guard { most, ..Guard::default() };
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Guarded { guard: &guard, top: true }.deserialize(&mut reader);
    match value.and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok((value, guard.photos.get())),
        Err(error) => {
            let fault = guard.fault.take().unwrap_or_else(|| fault_of(text, &error));
            Err(Problem::at(place(&guard.path.take()), fault))
        }
    }
}

/// A place of these steps, which come from the inside out.
fn place(path: &[String]) -> String {
    let mut place = String::new();
    for step in path.iter().rev() {
        if !place.is_empty() && !step.starts_with('[') {
            place.push('.');
        }
        place.push_str(step);
    }
    place
}

/// Why `serde_json` refused a text. It tells kinds of syntax errors apart by their words alone; the tests of `json`
/// see when those change.
fn fault_of(text: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = position(text, error);
    let words = error.to_string();
    if error.is_eof() {
        Fault::NotJson { line, column, cut_off: true }
    } else if words.starts_with("recursion limit") {
        Fault::TooDeep
    } else if words.starts_with("number out of range") {
        Fault::NotWhole(Unwhole::Huge)
    } else if words.starts_with("control character") || words.contains("surrogate") || words.contains("end of hex") {
        Fault::BadSign { line, column }
    } else {
        Fault::NotJson { line, column, cut_off: false }
    }
}

/// The line and the character in it, both counted from 1. `serde_json` counts bytes.
fn position(text: &str, error: &serde_json::Error) -> (usize, usize) {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.char_indices().filter(|(at, _)| *at < error.column()).count();
    (error.line(), before)
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Guarded<'g, 'de> {
    guard: &'g Guard<'de>,
    /// Whether it is the whole text.
    top: bool,
}

impl Guarded<'_, '_> {
    fn refuse<T, E: Error>(self, fault: Fault) -> Result<T, E> {
        *self.guard.fault.borrow_mut() = Some(fault);
        Err(E::custom(""))
    }

    /// Notes where the error was.
    fn within<E>(self, step: String, error: E) -> E {
        self.guard.path.borrow_mut().push(step);
        error
    }
}

impl<'de> DeserializeSeed<'de> for Guarded<'_, 'de> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        self.guard.values.set(self.guard.values.get() + 1);
        if self.guard.values.get() > self.guard.most {
            return self.refuse(Fault::TooMany { most: self.guard.most });
        }
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Guarded<'_, 'de> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        if number > LARGEST { self.refuse(Fault::NotWhole(Unwhole::Huge)) } else { Ok(Value::from(number)) }
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Value, E> {
        self.refuse(Fault::NotWhole(Unwhole::Negative))
    }

    /// A fraction, an exponent, `-0`, or more digits than 64 bits hold.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        let why = if number.is_sign_negative() {
            Unwhole::Negative
        } else if number > 9_007_199_254_740_991.0 {
            Unwhole::Huge
        } else {
            Unwhole::Fraction
        };
        self.refuse(Fault::NotWhole(why))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            match list.next_element_seed(Self { top: false, ..self }) {
                Ok(Some(value)) => values.push(value),
                Ok(None) => return Ok(Value::Array(values)),
                Err(error) => return Err(self.within(format!("[{}]", values.len()), error)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut entries = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if !key.is_ascii() {
                return self.refuse(Fault::Shape("a key that is not ASCII".to_owned()));
            }
            if self.top && key == PHOTOS {
                let photos: &RawValue = match object.next_value() {
                    Ok(photos) => photos,
                    Err(error) => return Err(self.within(key, error)),
                };
                if self.guard.photos.replace(Some(photos)).is_some() {
                    return self.refuse(Fault::DuplicateKey(key));
                }
                if let Some(fault) = fault_of_keys(photos) {
                    return self.refuse(fault).map_err(|error| self.within(key, error));
                }
                continue;
            }
            match object.next_value_seed(Self { top: false, ..self }) {
                Err(error) => return Err(self.within(key, error)),
                Ok(value) => match entries.entry(key) {
                    Entry::Vacant(entry) => _ = entry.insert(value),
                    Entry::Occupied(entry) => return self.refuse(Fault::DuplicateKey(entry.key().clone())),
                },
            }
        }
        Ok(Value::Object(entries))
    }
}

/// What is wrong with the keys of an object whose values are passed over.
fn fault_of_keys(object: &RawValue) -> Option<Fault> {
    let mut keys = Vec::new();
    // What is no object at all is told by whoever reads it.
    let _ = Keys(&mut keys).deserialize(&mut serde_json::Deserializer::from_str(object.get()));
    if !keys.iter().all(|key| key.is_ascii()) {
        return Some(Fault::Shape("a key that is not ASCII".to_owned()));
    }
    sort_by(&mut keys, Ord::cmp);
    let twice = keys.iter().zip(keys.iter().skip(1)).find(|(one, next)| one == next);
    twice.map(|(key, _)| Fault::DuplicateKey(key.clone()))
}

struct Keys<'k>(&'k mut Vec<String>);

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key()? {
            self.0.push(key);
            object.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// The text under `kind` at the top, found before anything is built, and also where the text is no JSON behind it.
pub(super) fn kind_of(text: &str) -> Option<String> {
    let mut kind = None;
    // What is wrong with the text is told by whoever reads all of it.
    let _ = Kind(&mut kind).deserialize(&mut serde_json::Deserializer::from_str(text));
    kind
}

struct Kind<'k>(&'k mut Option<String>);

impl<'de> DeserializeSeed<'de> for Kind<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Kind<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key::<String>()? {
            if key == "kind" {
                *self.0 = Some(object.next_value()?);
                break;
            }
            object.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
