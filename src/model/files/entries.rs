//! Reads a map entry by entry: one that does not fit is left out, so that what is wrong with the rest can be told
//! together with it.

use crate::model::files::misfit::TOLD;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// For `#[serde(deserialize_with)]`. With a reader that does not tell misfits itself, the first one is an error.
pub(in crate::model) fn entries<'de, D, K, V>(reader: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    reader.deserialize_map(Entries(PhantomData))
}

struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        loop {
            match map.next_entry() {
                Ok(Some((key, value))) => _ = entries.insert(key, value),
                Ok(None) => return Ok(entries),
                Err(error) if error.to_string() == TOLD => {}
                Err(error) => return Err(error),
            }
        }
    }
}
