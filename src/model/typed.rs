//! Reads a JSON value into a type and names the place that does not fit. By hand, since the crate that
//! does the same costs a third of the whole page; a test compares it with `serde_json`'s own reader.

use super::problem::{Fault, Problem};
use serde::de::value::StringDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Value};
use std::fmt;

/// Reads a value into a type. The place begins with `under`.
pub fn typed<T: DeserializeOwned>(value: Value, under: &str) -> Result<T, Problem> {
    T::deserialize(At(value)).map_err(|misfit| {
        let place = match (under, misfit.place.as_str()) {
            ("", place) => place.to_owned(),
            (under, "") => under.to_owned(),
            (under, place) if place.starts_with('[') => format!("{under}{place}"),
            (under, place) => format!("{under}.{place}"),
        };
        Problem::at(place, Fault::Shape(misfit.message))
    })
}

/// Reads a value into a type, and leaves out what the sifts take out of it, so that each misfit among
/// a person's answers is told and not the first alone. A file that fits is read only once.
pub fn typed_but<T: DeserializeOwned>(
    text: &str,
    value: Value,
    sifts: &[fn(&mut Value) -> Vec<Problem>],
) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    if let Ok(whole) = typed(value, "") {
        return Ok((whole, Vec::new()));
    }
    let mut value = super::json::read(text).map_err(|problem| vec![problem])?;
    let mut problems: Vec<Problem> = sifts.iter().flat_map(|sift| sift(&mut value)).collect();
    match typed(value, "") {
        Ok(rest) => Ok((rest, problems)),
        Err(problem) => {
            problems.push(problem);
            Err(problems)
        }
    }
}

/// Takes every entry that does not fit out of the map at `path`, and tells it.
pub fn sift<M: DeserializeOwned>(value: &mut Value, path: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(Value::Object(map)) = value.pointer_mut(&format!("/{}", path.replace('.', "/"))) {
        map.retain(|key, entry| {
            let alone = Value::Object(Map::from_iter([(key.clone(), entry.clone())]));
            typed::<M>(alone, path).map_err(|problem| problems.push(problem)).is_ok()
        });
    }
    problems
}

/// What does not fit, and where, counted from the value that was read.
#[derive(Debug)]
struct Misfit {
    place: String,
    message: String,
}

impl Misfit {
    /// The same, seen from one level above.
    fn below(self, step: String) -> Self {
        let place = match self.place.as_str() {
            "" => step,
            place if place.starts_with('[') => step + place,
            place => format!("{step}.{place}"),
        };
        Self { place, message: self.message }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { place: String::new(), message: message.to_string() }
    }
}

/// A value about to be read.
struct At(Value);

impl At {
    fn unexpected(&self) -> Unexpected<'_> {
        match &self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => Unexpected::Unsigned(number.as_u64().unwrap_or(u64::MAX)),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        }
    }

    fn misfit(&self, wanted: &dyn Expected) -> Misfit {
        Misfit::invalid_type(self.unexpected(), wanted)
    }
}

impl<'de> Deserializer<'de> for At {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(flag),
            Value::Number(number) => match number.as_u64() {
                Some(number) => visitor.visit_u64(number),
                None => Err(Misfit::custom(Fault::NotWhole)),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(list) => visitor.visit_seq(List { rest: list.into_iter(), at: 0 }),
            Value::Object(object) => visitor.visit_map(Object { rest: object.into_iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant { name, content: None }),
            Value::Object(object) if object.len() == 1 => match Map::into_iter(object).next() {
                Some((name, content)) => visitor.visit_enum(Variant { name, content: Some(content) }),
                None => Err(Misfit::custom("nothing here")),
            },
            other => Err(Misfit::invalid_type(At(other).unexpected(), &"one named choice")),
        }
    }

    // Each kind of value by its own method: `deserialize_any` for all of them would compile every type's
    // reader for lists and for objects alike, and double the size of the whole.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Object(object) => visitor.visit_map(Object { rest: object.into_iter(), value: None }),
            other => Err(At(other).misfit(&visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(List { rest: list.into_iter(), at: 0 }),
            other => Err(At(other).misfit(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            other => Err(At(other).misfit(&visitor)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Bool(flag) => visitor.visit_bool(flag),
            other => Err(At(other).misfit(&visitor)),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_u64() {
            Some(number) => visitor.visit_u64(number),
            None => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

struct List {
    rest: std::vec::IntoIter<Value>,
    at: usize,
}

impl<'de> SeqAccess<'de> for List {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some(value) = self.rest.next() else { return Ok(None) };
        let at = self.at;
        self.at += 1;
        seed.deserialize(At(value)).map(Some).map_err(|misfit| misfit.below(format!("[{at}]")))
    }
}

struct Object {
    rest: serde_json::map::IntoIter,
    value: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Object {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        let name: StringDeserializer<Misfit> = key.clone().into_deserializer();
        let read = seed.deserialize(name).map_err(|misfit| misfit.below(key.clone()))?;
        self.value = Some((key, value));
        Ok(Some(read))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        match self.value.take() {
            Some((key, value)) => seed.deserialize(At(value)).map_err(|misfit| misfit.below(key)),
            None => Err(Misfit::custom("a value without a key")),
        }
    }
}

struct Variant {
    name: String,
    content: Option<Value>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misfit;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Misfit> {
        let name: StringDeserializer<Misfit> = self.name.clone().into_deserializer();
        Ok((seed.deserialize(name)?, Content { name: self.name, content: self.content }))
    }
}

struct Content {
    name: String,
    content: Option<Value>,
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        match self.content {
            None => Ok(()),
            Some(content) => Err(Misfit::invalid_type(At(content).unexpected(), &"a name alone")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misfit> {
        match self.content {
            Some(content) => seed.deserialize(At(content)).map_err(|misfit| misfit.below(self.name)),
            None => Err(Misfit::invalid_type(Unexpected::UnitVariant, &"a value")),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        match self.content {
            Some(content) => At(content).deserialize_seq(visitor).map_err(|misfit| misfit.below(self.name)),
            None => Err(Misfit::invalid_type(Unexpected::UnitVariant, &"a list")),
        }
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        match self.content {
            Some(content) => At(content).deserialize_map(visitor).map_err(|misfit| misfit.below(self.name)),
            None => Err(Misfit::invalid_type(Unexpected::UnitVariant, &"its contents")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::Draft;
    use crate::model::item::Scale;
    use crate::model::shelf::BUILT_IN;
    use crate::model::standard::Standard;

    fn place<T: DeserializeOwned + fmt::Debug>(json: &str) -> String {
        let value = serde_json::from_str(json).expect("JSON");
        typed::<T>(value, "top").expect_err("refused").place
    }

    #[test]
    fn the_built_in_standards_read_as_serde_json_reads_them() {
        for text in BUILT_IN {
            let value: Value = serde_json::from_str(text).expect("JSON");
            let theirs: Standard = serde_json::from_value(value.clone()).expect("a standard");
            assert_eq!(typed::<Standard>(value, "").expect("a standard"), theirs);
        }
    }

    #[test]
    fn a_misfit_deep_inside_is_named_with_its_whole_place() {
        let mut value: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        value["sections"][1]["items"][0]["points"] = Value::from("two");
        let problem = typed::<Standard>(value, "standard").expect_err("refused");
        assert_eq!(problem.place, "standard.sections[1].items[0].points");
    }

    #[test]
    fn unknown_and_missing_keys_are_refused() {
        assert_eq!(place::<Scale>(r#"{"text":{"at_most":1,"at_least":1}}"#), "top.text.at_least");
        assert_eq!(place::<Scale>(r#"{"text":{}}"#), "top.text");
        assert_eq!(place::<Draft>("[]"), "top");
    }
}
