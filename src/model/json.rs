//! Strict reading and canonical writing of JSON. Canonical: keys ASCII in code-point order, integers
//! from 0 to 2^53 − 1, no spaces, no key twice; so the same content has the same bytes and the same
//! code in every program and on every engine.

use super::problem::{Fault, Problem};
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, Serialize};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
pub const LARGEST: u64 = (1 << 53) - 1;

/// Reads text into a value and refuses what canonical JSON does not have, naming the first place.
pub fn read(text: &str) -> Result<Value, Problem> {
    let path = RefCell::new(Vec::new());
    let fault = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { path: &path, fault: &fault }.deserialize(&mut reader);
    match value.and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(error) => Err(Problem::at(
            written(&path.borrow()),
            fault.take().unwrap_or_else(|| {
                if error.to_string().starts_with("recursion limit") {
                    Fault::TooDeep
                } else {
                    Fault::NotJson { line: error.line(), column: error.column(), cut_off: error.is_eof() }
                }
            }),
        )),
    }
}

/// Writes the canonical form. `serde_json`'s map keeps its keys sorted, and a value has no spaces.
pub fn canonical<T: Serialize>(content: &T) -> String {
    // A type of ours always becomes a value: its keys are text and its numbers are integers.
    serde_json::to_value(content).map_or_else(|_| String::new(), |value| value.to_string())
}

/// A step on the way to a place.
enum Step {
    Key(String),
    Index(usize),
}

fn written(path: &[Step]) -> String {
    path.iter().fold(String::new(), |mut place, step| {
        match step {
            Step::Key(key) if place.is_empty() => place.push_str(key),
            Step::Key(key) => {
                place.push('.');
                place.push_str(key);
            }
            Step::Index(index) => {
                place.push('[');
                place.push_str(&index.to_string());
                place.push(']');
            }
        }
        place
    })
}

/// Builds a value and remembers where it stands and what is wrong, which serde's own errors cannot carry.
struct Strict<'a> {
    path: &'a RefCell<Vec<Step>>,
    fault: &'a RefCell<Option<Fault>>,
}

impl Strict<'_> {
    fn refuse<E: serde::de::Error>(&self, fault: Fault) -> E {
        let error = E::custom(&fault);
        self.fault.replace(Some(fault));
        error
    }

    fn inner(&self) -> Self
    where
        Self: Sized,
    {
        Self { path: self.path, fault: self.fault }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
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

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        if number > LARGEST { Err(self.refuse(Fault::NotWhole)) } else { Ok(Value::from(number)) }
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Value, E> {
        Err(self.refuse(Fault::NotWhole))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        Err(self.refuse(Fault::NotWhole))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            self.path.borrow_mut().push(Step::Index(values.len()));
            let Some(value) = list.next_element_seed(self.inner())? else { break };
            self.path.borrow_mut().pop();
            values.push(value);
        }
        self.path.borrow_mut().pop();
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if values.contains_key(&key) {
                return Err(self.refuse(Fault::DuplicateKey(key)));
            }
            if !key.is_ascii() {
                return Err(A::Error::custom(
                    self.refuse::<A::Error>(Fault::Shape("a key that is not ASCII".to_owned())),
                ));
            }
            self.path.borrow_mut().push(Step::Key(key.clone()));
            values.insert(key, object.next_value_seed(self.inner())?);
            self.path.borrow_mut().pop();
        }
        Ok(Value::Object(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn fractions_exponents_negatives_and_huge_numbers_are_refused_where_they_stand() {
        for number in ["1.0", "1e3", "-1", "9007199254740992", "-0"] {
            let place = fault(&format!(r#"{{"a":[0,{number}]}}"#));
            assert_eq!(place, "a[1]: not a whole number from 0 to 9007199254740991", "{number}");
        }
        assert!(read("9007199254740991").is_ok());
    }

    #[test]
    fn a_file_that_ends_too_early_is_called_cut_off() {
        assert_eq!(fault("{\"a\":\n[1,"), "a[1]: cut off at line 2, column 3");
    }

    #[test]
    fn ten_thousand_levels_are_too_deep_and_end_quickly() {
        assert!(fault(&"[".repeat(10_000)).ends_with("nested too deep"));
    }

    #[test]
    fn something_after_the_end_is_refused() {
        assert_eq!(fault("{} {}"), "not JSON at line 1, column 4");
    }
}
