//! From a JSON value to a type, by the type's derived reader: serde's `Deserializer` over `serde_json::Value`. What
//! does not fit is told with its whole place, an unknown key is told and reading goes on, a list is no object. It is
//! the only one in the program, so that each derived reader is compiled once. ARCHITECTURE.md says why it is our own.

use super::misfit::{Misfit, REPEATED};
use super::problem::{Fault, Problem};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::marker::PhantomData;

/// Reads a type. Told beside it is what does not fit and was left out: unknown keys, and entries of maps that are
/// read by `entries`. Refused if anything else does not fit.
pub fn parse<T: DeserializeOwned>(value: &Value) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    parse_as(value, false)
}

/// Reads a type in a file of a newer format: keys that are not known are passed over without a word.
pub fn parse_newer<T: DeserializeOwned>(value: &Value) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    parse_as(value, true)
}

/// Reads a type, and refuses it if anything at all does not fit.
pub fn parse_strict<T: DeserializeOwned>(value: &Value) -> Result<T, Vec<Problem>> {
    let (read, problems) = parse(value)?;
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

fn parse_as<T: DeserializeOwned>(value: &Value, newer: bool) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let told = Told { problems: RefCell::default(), newer };
    let read = At { value, outer: None, step: Step::Top, told: &told }.read(PhantomData);
    let problems = told.problems.into_inner();
    match read {
        Ok(read) => Ok((read, problems)),
        Err(_) => Err(problems),
    }
}

/// What was told so far.
struct Told {
    problems: RefCell<Vec<Problem>>,
    /// Whether the file is of a newer format, whose keys are not all known.
    newer: bool,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Top,
    Key(&'a str),
    Index(usize),
}

/// A place in a file that is being read.
#[derive(Clone, Copy)]
struct At<'de, 'a> {
    value: &'de Value,
    outer: Option<&'a At<'de, 'a>>,
    step: Step<'de>,
    told: &'a Told,
}

impl<'de> At<'de, '_> {
    fn place(&self) -> String {
        let mut place = self.outer.map(At::place).unwrap_or_default();
        match self.step {
            Step::Top => {}
            Step::Key(key) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(key);
            }
            Step::Index(index) => {
                place.push('[');
                place.push_str(&index.to_string());
                place.push(']');
            }
        }
        place
    }

    fn tell(&self, fault: Fault) {
        self.told.problems.borrow_mut().push(Problem::at(self.place(), fault));
    }

    /// What stands one step further in.
    fn below<'b>(&'b self, step: Step<'de>, value: &'de Value) -> At<'de, 'b> {
        At { value, outer: Some(self), step, told: self.told }
    }

    /// Reads what stands here.
    fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Misfit> {
        seed.deserialize(self).map_err(|misfit| self.told(misfit))
    }

    /// Tells a misfit with this place, unless it was told further in.
    #[cold]
    #[inline(never)]
    fn told(&self, misfit: Misfit) -> Misfit {
        if let Some(fault) = misfit.0 {
            self.tell(*fault);
        }
        Misfit(None)
    }

    /// Something else stands here than what is wanted.
    #[cold]
    #[inline(never)]
    fn other(&self, wanted: &str) -> Misfit {
        let found = match self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "true or false".to_owned(),
            Value::Number(number) => format!("number {number}"),
            Value::String(text) => format!("string {:?}", text.chars().take(REPEATED).collect::<String>()),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        Misfit::of(format_args!("invalid type: {found}, expected {wanted}"))
    }

    /// The members of the object here.
    #[inline(never)]
    fn members(&self) -> Members<'de, '_> {
        Members { of: self, rest: self.value.as_object().map(Map::iter), next: None }
    }

    /// The elements of the list here.
    #[inline(never)]
    fn elements(&self) -> Elements<'de, '_> {
        Elements { of: self, rest: self.value.as_array().map_or(&[][..], Vec::as_slice).iter().enumerate() }
    }

    #[inline(never)]
    fn expect_object(&self) -> Result<(), Misfit> {
        if self.value.is_object() { Ok(()) } else { Err(self.other("an object")) }
    }

    #[inline(never)]
    fn expect_list(&self) -> Result<(), Misfit> {
        if self.value.is_array() { Ok(()) } else { Err(self.other("a list")) }
    }

    #[inline(never)]
    fn number(&self) -> Result<u64, Misfit> {
        match self.value {
            Value::Number(number) => Ok(number.as_u64().unwrap_or_default()),
            Value::String(text) if !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit()) => {
                Err(Misfit(Some(Box::new(Fault::NumberAsText(text.chars().take(REPEATED).collect())))))
            }
            _ => Err(self.other("a number")),
        }
    }

    #[inline(never)]
    fn text(&self) -> Result<&'de str, Misfit> {
        if let Value::String(text) = self.value { Ok(text) } else { Err(self.other("a string")) }
    }

    #[inline(never)]
    fn flag(&self) -> Result<bool, Misfit> {
        if let Value::Bool(flag) = self.value { Ok(*flag) } else { Err(self.other("true or false")) }
    }

    /// One choice, as its name alone or as an object of its name and what belongs to it.
    #[inline(never)]
    fn choice(&self, names: &[&str]) -> Result<Choice<'de, '_>, Misfit> {
        let one = self.value.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next());
        let (name, content) = match (self.value, one) {
            (Value::String(name), _) => (name.as_str(), None),
            (_, Some((name, content))) => (name.as_str(), Some(content)),
            _ => return Err(self.other("one named choice")),
        };
        if !names.contains(&name) {
            let name: String = name.chars().take(REPEATED).collect();
            return Err(Misfit::of(format_args!("unknown variant `{name}`")));
        }
        Ok(Choice { of: self, name, content })
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            visitor.visit_u64(self.number()?)
        })*
    };
}

impl<'de> Deserializer<'de> for &At<'de, '_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(_) => visitor.visit_u64(self.number()?),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => visitor.visit_seq(&mut self.elements()),
            Value::Object(_) => visitor.visit_map(&mut self.members()),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_bool(self.flag()?)
    }

    numbers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    #[inline(never)]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.expect_list()?;
        visitor.visit_seq(&mut self.elements())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, many: usize, visitor: V) -> Result<V::Value, Misfit> {
        if self.value.as_array().is_none_or(|list| list.len() != many) {
            return Err(self.other(&format!("a list of {many}")));
        }
        visitor.visit_seq(&mut self.elements())
    }

    #[inline(never)]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.expect_object()?;
        visitor.visit_map(&mut self.members())
    }

    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.expect_object()?;
        visitor.visit_map(&mut self.members())
    }

    #[inline(never)]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(self.choice(names)?)
    }

    /// A derived reader asks for this under a key that it does not know.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if let (false, Step::Key(key)) = (self.told.newer, self.step) {
            self.tell(Fault::Shape(format!("unknown field `{key}`")));
        }
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

/// The members of an object.
struct Members<'de, 'a> {
    of: &'a At<'de, 'a>,
    rest: Option<serde_json::map::Iter<'de>>,
    next: Option<(&'de String, &'de Value)>,
}

impl<'de> Members<'de, '_> {
    #[inline(never)]
    fn key(&mut self) -> Option<&'de str> {
        self.next = self.rest.as_mut().and_then(Iterator::next);
        self.next.map(|(key, _)| key.as_str())
    }

    /// Where the value of the last key stands.
    #[inline(never)]
    fn here(&self) -> At<'de, '_> {
        match self.next {
            Some((key, value)) => self.of.below(Step::Key(key), value),
            None => self.of.below(Step::Top, &Value::Null),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Members<'de, '_> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        let Some(key) = self.key() else { return Ok(None) };
        let name: StrDeserializer<'_, Misfit> = key.into_deserializer();
        seed.deserialize(name).map(Some).map_err(|misfit| self.here().told(misfit))
    }

    #[inline(never)]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        self.here().read(seed)
    }
}

/// The elements of a list.
struct Elements<'de, 'a> {
    of: &'a At<'de, 'a>,
    rest: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
}

impl<'de> SeqAccess<'de> for &mut Elements<'de, '_> {
    type Error = Misfit;

    #[inline(never)]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((index, value)) = self.rest.next() else { return Ok(None) };
        self.of.below(Step::Index(index), value).read(seed).map(Some)
    }
}

/// A choice, and what belongs to it.
struct Choice<'de, 'a> {
    of: &'a At<'de, 'a>,
    name: &'de str,
    content: Option<&'de Value>,
}

impl<'de> Choice<'de, '_> {
    #[inline(never)]
    fn content(&self) -> Result<At<'de, '_>, Misfit> {
        match self.content {
            Some(content) => Ok(self.of.below(Step::Key(self.name), content)),
            None => {
                Err(Misfit::of(format_args!("invalid type: the name {} alone, expected what belongs to it", self.name)))
            }
        }
    }
}

impl<'de> EnumAccess<'de> for Choice<'de, '_> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Misfit> {
        let name: StrDeserializer<'_, Misfit> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

/// The members of what belongs to a choice.
struct Fields<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Fields<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        reader.deserialize_struct("", &[], self.0)
    }
}

impl<'de> VariantAccess<'de> for Choice<'de, '_> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        if self.content.is_none() {
            return Ok(());
        }
        let here = self.content()?;
        Err(here.told(here.other("a name alone")))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        self.content()?.read(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit::of(format_args!("no choice of any file has several values")))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.content()?.read(Fields(visitor))
    }
}
