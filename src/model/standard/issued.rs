//! A standard together with the JSON value that it was issued as. The digests of the standard, its items and its facts
//! are those of the issued value, so that anybody can compute them from the file; a draft and the browser hold that
//! value too. Nobody changes it: copies share it, and its text and digests are made once.

use crate::model::digest::Digest;
use crate::model::files::json;
use crate::model::files::json::canonical_text;
use crate::model::files::migrations::refuse_newer;
use crate::model::files::parse::parse_strict;
use crate::model::problem::Problem;
use crate::model::standard::author::located;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::lint;
use crate::model::standard::reference::StandardRef;
use crate::model::standard::{FORMAT, Fact, Standard};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A standard as it was issued. It is shared and stays as it is.
#[derive(Clone, Debug)]
pub struct IssuedStandard(Arc<Issued>);

#[derive(Debug)]
struct Issued {
    standard: Standard,
    value: Value,
    text: OnceLock<String>,
    reference: OnceLock<StandardRef>,
    items: OnceLock<Vec<Digest>>,
    facts: OnceLock<Vec<Digest>>,
}

impl Deref for IssuedStandard {
    type Target = Standard;

    fn deref(&self) -> &Standard {
        &self.0.standard
    }
}

impl IssuedStandard {
    /// Reads a standard and checks that it holds together: every misfit of its shape, or of its content.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        Self::of(json::read(text).map_err(|problem| vec![problem])?)
    }

    /// The same of a value.
    pub fn of(issued: Value) -> Result<Self, Vec<Problem>> {
        refuse_newer(&issued, FORMAT)?;
        let standard = parse_strict(&issued).map_err(|problems| located(&issued, problems))?;
        let problems = lint::check(&standard);
        if problems.is_empty() { Ok(Self::issued(standard, issued)) } else { Err(located(&issued, problems)) }
    }

    /// A standard that was read from this value, before any step to another format.
    pub(in crate::model) fn issued(standard: Standard, issued: Value) -> Self {
        Self(Arc::new(Issued {
            standard,
            value: issued,
            text: OnceLock::new(),
            reference: OnceLock::new(),
            items: OnceLock::new(),
            facts: OnceLock::new(),
        }))
    }

    /// Notes its canonical text and the digest of that, where they are at hand: to write 80 KB once more takes a seventh of
    /// the time in which a stored draft is read.
    pub(in crate::model) fn note_written(&self, canonical: &str, digest: Digest) {
        let reference = StandardRef { id: self.id.clone(), version: self.version, digest };
        // What was worked out before is the same.
        let _ = (self.0.text.set(canonical.to_owned()), self.0.reference.set(reference));
    }

    /// Which standard it is, exactly.
    pub fn reference(&self) -> &StandardRef {
        self.0.reference.get_or_init(|| StandardRef {
            id: self.id.clone(),
            version: self.version,
            digest: Digest::of(self.text().as_bytes()),
        })
    }

    /// Its items, each with the digest of what it asks and gives: its words, points and scale. A change of its
    /// example or its evidence asks for no new answer.
    pub fn digested_items(&self) -> impl Iterator<Item = (&Item, &Digest)> {
        let digests = self.0.items.get_or_init(|| {
            let parts = list(&self.0.value, "sections").iter().chain(self.0.value.get("bonus"));
            let items = parts.flat_map(|part| list(part, "items")).chain(list(&self.0.value, "texts"));
            items.map(|item| digest_of(item, &["words", "points", "scale"])).collect()
        });
        self.items().zip(digests)
    }

    /// Its facts, each with the digest of what it asks: its words and what it is counted in.
    fn digested_facts(&self) -> impl Iterator<Item = (&Fact, &Digest)> {
        let digests = self.0.facts.get_or_init(|| {
            list(&self.0.value, "facts").iter().map(|fact| digest_of(fact, &["words", "unit"])).collect()
        });
        self.facts.iter().zip(digests)
    }

    /// The item of this name, with its digest.
    pub fn digested_item(&self, id: &ItemId) -> Option<(&Item, &Digest)> {
        self.digested_items().find(|(item, _)| item.id == *id)
    }

    /// The fact of this name, with its digest.
    pub fn digested_fact(&self, id: &FactId) -> Option<(&Fact, &Digest)> {
        self.digested_facts().find(|(fact, _)| fact.id == *id)
    }

    /// Its text laid out in lines, for whoever edits it.
    pub(super) fn laid_out(&self) -> String {
        serde_json::to_string_pretty(&self.0.value).unwrap_or_default()
    }

    /// Its canonical text, as it is stored and as files hold it.
    pub fn text(&self) -> &str {
        self.0.text.get_or_init(|| canonical_text(&self.0.value))
    }
}

/// A list of what was issued.
fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The digest of some members of an item or a fact, as they stand there.
fn digest_of(asked: &Value, members: &[&str]) -> Digest {
    let mut chosen = Map::new();
    for key in members {
        if let Some(value) = asked.get(*key) {
            chosen.insert((*key).to_owned(), value.clone());
        }
    }
    Digest::of(canonical_text(&Value::Object(chosen)).as_bytes())
}

impl Serialize for IssuedStandard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.value.serialize(serializer)
    }
}

impl PartialEq for IssuedStandard {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.value == other.0.value
    }
}

impl Eq for IssuedStandard {}

// In a file it is the standard itself.
#[cfg(test)]
impl schemars::JsonSchema for IssuedStandard {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Standard::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Standard::json_schema(generator)
    }
}
