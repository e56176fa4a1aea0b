//! The standard inside a draft. It is never changed there, only replaced as a whole; so copies of a draft share
//! it, and its text, most of what a save writes, and its digests are made once.

use super::digest::Digest;
use super::item::Item;
use super::json::canonical;
use super::read::{At, Read};
use super::standard::Standard;
use super::submission::StandardRef;
use super::write::Write;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A standard that is shared and stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Standard", into = "Standard")]
pub struct Embedded(Arc<Held>);

#[derive(Debug)]
struct Held {
    standard: Standard,
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
        Self(Arc::new(Held { standard, text: OnceLock::new(), digest: OnceLock::new(), items: OnceLock::new() }))
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
        self.0.text.get_or_init(|| canonical(&**self))
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

impl Read for Embedded {
    fn read(at: &At<'_>) -> Self {
        <Standard as Read>::read(at).into()
    }
}

impl Write for Embedded {
    fn write(&self, out: &mut String) {
        out.push_str(self.text());
    }
}

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
