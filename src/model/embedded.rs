//! The standard inside a draft. It is never changed there, only replaced as a whole; so copies of a draft share
//! it, and its text, most of what a save writes, and its digests are made once.

use super::digest::Digest;
use super::item::Item;
use super::json::canonical;
use super::standard::Standard;
use super::standard_ref::StandardRef;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A standard that is shared and stays as it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Standard")]
pub struct Embedded(Arc<Held>);

#[derive(Debug)]
struct Held {
    standard: Standard,
    written: OnceLock<Value>,
    text: OnceLock<String>,
    digest: OnceLock<Digest>,
    items: OnceLock<Vec<Digest>>,
}

impl Deref for Embedded {
    type Target = Standard;

    fn deref(&self) -> &Standard {
        &self.0.standard
    }
}

impl From<Standard> for Embedded {
    fn from(standard: Standard) -> Self {
        Self(Arc::new(Held {
            standard,
            written: OnceLock::new(),
            text: OnceLock::new(),
            digest: OnceLock::new(),
            items: OnceLock::new(),
        }))
    }
}

impl Embedded {
    /// Which standard it is, exactly.
    pub fn reference(&self) -> StandardRef {
        let digest = self.0.digest.get_or_init(|| Digest::of(self.text().as_bytes())).clone();
        StandardRef { id: self.id.clone(), version: self.version, digest }
    }

    /// Its items, each with the digest of what it asks.
    pub fn digested_items(&self) -> impl Iterator<Item = (&Item, &Digest)> {
        self.items().zip(self.0.items.get_or_init(|| self.items().map(Digest::of_item).collect()))
    }

    /// Its text, as it is stored and as files hold it.
    pub fn text(&self) -> &str {
        self.0.text.get_or_init(|| canonical(self.written()))
    }

    /// How it stands in a file.
    fn written(&self) -> &Value {
        self.0.written.get_or_init(|| serde_json::to_value(&**self).unwrap_or_default())
    }
}

impl Serialize for Embedded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

impl From<Embedded> for Standard {
    fn from(embedded: Embedded) -> Self {
        embedded.0.standard.clone()
    }
}

impl PartialEq for Embedded {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || **self == **other
    }
}

impl Eq for Embedded {}

// In a file it is the standard itself.
#[cfg(test)]
impl schemars::JsonSchema for Embedded {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Standard::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Standard::json_schema(generator)
    }
}
