//! From a JSON value to a type, by the type's derived reader: serde's `Deserializer` over `serde_json::Value`. What
//! does not fit is told with its whole place, an unknown key is told and reading goes on, a list is no object. It is
//! the only one in the program, so that each derived reader is compiled once. docs/decisions.md says why it is our own.

use crate::model::files::misfit::Misfit;
use crate::model::files::parse_at::{At, PathStep, Told};
use crate::model::problem::{Fault, Problem, ValueKind};
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;
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
    let read = At { value, outer: None, step: PathStep::Top, told: &told }.read(PhantomData);
    let problems = told.problems.into_inner();
    match read {
        Ok(read) => Ok((read, problems)),
        Err(_) => Err(problems),
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
            return Err(self.other(ValueKind::ListOf(many)));
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
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let mut fields = self.fields(names)?;
        visitor.visit_seq(&mut fields).map_err(|misfit| fields.misfit(misfit))
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

    /// A derived reader that looks for names asks for this under a key that it does not know.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if let (false, PathStep::Key(key)) = (self.told.newer, self.step) {
            self.tell(Fault::UnknownKey(key.to_owned()));
        }
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}
