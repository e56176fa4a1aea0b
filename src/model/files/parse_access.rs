//! What a derived reader is handed by `parse`: the members of an object, the elements of a list, one choice.

use crate::model::files::misfit::{Misfit, REPEATED};
use crate::model::files::parse_at::{At, PathStep};
use crate::model::problem::{Fault, ValueKind};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

impl<'de> At<'de, '_> {
    /// The members of the object here.
    #[inline(never)]
    pub(super) fn members(&self) -> Members<'de, '_> {
        Members { of: self, rest: self.value.as_object().map(Map::iter), next: None }
    }

    /// The members of the object here that a type has, of these names. Any others are told.
    #[inline(never)]
    pub(super) fn fields(&self, names: &'static [&'static str]) -> Result<Fields<'de, '_>, Misfit> {
        let Some(object) = self.value.as_object() else { return Err(self.other(ValueKind::Object)) };
        for (key, value) in object.iter().filter(|(key, _)| !self.told.newer && !names.contains(&key.as_str())) {
            self.below(PathStep::Key(key), value).tell(Fault::UnknownKey(key.clone()));
        }
        Ok(Fields { of: self, object, names: names.iter(), missing: None })
    }

    /// The elements of the list here.
    #[inline(never)]
    pub(super) fn elements(&self) -> Elements<'de, '_> {
        Elements { of: self, rest: self.value.as_array().map_or(&[][..], Vec::as_slice).iter().enumerate() }
    }

    /// One choice, as its name alone or as an object of its name and what belongs to it.
    #[inline(never)]
    pub(super) fn choice(&self, names: &[&str]) -> Result<OneChoice<'de, '_>, Misfit> {
        let one = self.value.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next());
        let (name, content) = match (self.value, one) {
            (Value::String(name), _) => (name.as_str(), None),
            (_, Some((name, content))) => (name.as_str(), Some(content)),
            _ => return Err(self.other(ValueKind::Choice)),
        };
        if !names.contains(&name) {
            let name: String = name.chars().take(REPEATED).collect();
            return Err(Misfit::told(Fault::UnknownName(name)));
        }
        Ok(OneChoice { of: self, name, content })
    }
}

/// The members of an object.
pub(super) struct Members<'de, 'a> {
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
            Some((key, value)) => self.of.below(PathStep::Key(key), value),
            None => self.of.below(PathStep::Top, &Value::Null),
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

/// The members of an object one after the other, as the type states them. Asked for in order, a derived reader needs
/// no names, no places for what has come and no look at what came twice: it is half as large.
pub(super) struct Fields<'de, 'a> {
    of: &'a At<'de, 'a>,
    object: &'de Map<String, Value>,
    names: std::slice::Iter<'static, &'static str>,
    /// The name that was asked for last, where it is not there.
    missing: Option<&'static str>,
}

impl<'de> Fields<'de, '_> {
    /// The next member, where it is there.
    #[inline(never)]
    fn next(&mut self) -> Option<At<'de, '_>> {
        let name = self.names.next()?;
        let value = self.object.get(*name);
        self.missing = value.is_none().then_some(name);
        Some(self.of.below(PathStep::Key(name), value?))
    }

    /// What a derived reader says: that a member is missing, in the words of one that looks for names.
    #[cold]
    #[inline(never)]
    pub(super) fn misfit(&self, misfit: Misfit) -> Misfit {
        self.missing.map_or(misfit, |name| Misfit::told(Fault::MissingKey(name.to_owned())))
    }
}

impl<'de> SeqAccess<'de> for &mut Fields<'de, '_> {
    type Error = Misfit;

    // A field that may be missing takes its default where there is none; any other is a misfit.
    #[inline(never)]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        self.next().map(|here| here.read(seed)).transpose()
    }
}

/// The elements of a list.
pub(super) struct Elements<'de, 'a> {
    of: &'a At<'de, 'a>,
    rest: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
}

impl<'de> SeqAccess<'de> for &mut Elements<'de, '_> {
    type Error = Misfit;

    #[inline(never)]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((index, value)) = self.rest.next() else { return Ok(None) };
        self.of.below(PathStep::Index(index), value).read(seed).map(Some)
    }
}

/// A choice, and what belongs to it.
pub(super) struct OneChoice<'de, 'a> {
    of: &'a At<'de, 'a>,
    name: &'de str,
    content: Option<&'de Value>,
}

impl<'de> OneChoice<'de, '_> {
    #[inline(never)]
    fn content(&self) -> Result<At<'de, '_>, Misfit> {
        match self.content {
            Some(content) => Ok(self.of.below(PathStep::Key(self.name), content)),
            None => {
                Err(Misfit::of(format_args!("invalid type: the name {} alone, expected what belongs to it", self.name)))
            }
        }
    }
}

impl<'de> EnumAccess<'de> for OneChoice<'de, '_> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Misfit> {
        let name: StrDeserializer<'_, Misfit> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

/// What belongs to a choice of several members, of these names.
struct Variant<V>(&'static [&'static str], V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Variant<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        reader.deserialize_struct("", self.0, self.1)
    }
}

impl<'de> VariantAccess<'de> for OneChoice<'de, '_> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        if self.content.is_none() {
            return Ok(());
        }
        let here = self.content()?;
        Err(here.told(here.other(ValueKind::Name)))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        self.content()?.read(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit::of(format_args!("no choice of any file has several values")))
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.content()?.read(Variant(names, visitor))
    }
}
