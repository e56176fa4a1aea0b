//! What was typed into a number's field and cannot be read as one. It stays in the draft as it was typed, so that it
//! survives leaving, a reload and another window; it is told where it stands and counted, and no submission is made
//! before it is mended. Until then the number is open.

use crate::model::files::entries::entries;
use crate::model::problem::{Fault, Problem};
use crate::model::record::facts::Count;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::Question;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Texts that cannot be read, by their fields.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Unread {
    /// In the field of an item's own number.
    #[serde(deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<ItemId, String>,
    /// In the fields of an item's faults, in their order; empty where what stands there can be read.
    #[serde(deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub faults: BTreeMap<ItemId, Vec<String>>,
    /// In the field of a fact.
    #[serde(deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<FactId, String>,
    /// In the field of the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
}

/// What stands in a number's field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Typed {
    /// A number, or nothing.
    Number(Option<Count>),
    /// Something that cannot be read.
    Unread(String),
}

impl Typed {
    /// The number, and what cannot be read.
    pub fn parts(self) -> (Option<Count>, Option<String>) {
        match self {
            Self::Number(count) => (count, None),
            Self::Unread(text) => (None, Some(text)),
        }
    }
}

impl Unread {
    /// Whether everything can be read.
    pub fn is_empty(&self) -> bool {
        self.many() == 0
    }

    /// How many fields hold what cannot be read.
    pub fn many(&self) -> usize {
        self.counts.len() + self.faults().count() + self.facts.len() + usize::from(self.year.is_some())
    }

    /// Keeps what was typed into a fact's field, or lets it go.
    pub fn of_fact(&mut self, fact: &FactId, text: Option<String>) {
        put(&mut self.facts, fact, text);
    }

    /// The same of an item's own number.
    pub fn of_count(&mut self, item: &ItemId, text: Option<String>) {
        put(&mut self.counts, item, text);
    }

    /// What stands in the field of one of an item's faults.
    pub(in crate::model) fn fault(&self, item: &ItemId, at: usize) -> Option<&str> {
        self.faults.get(item)?.get(at).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Keeps what was typed into the field of one of an item's faults beside what stood in the others before, of so
    /// many in all; or lets it go.
    pub(in crate::model) fn of_fault(
        &mut self,
        item: &ItemId,
        mut before: Vec<String>,
        at: usize,
        many: usize,
        text: Option<String>,
    ) {
        before.resize(many, String::new());
        if let Some(place) = before.get_mut(at) {
            *place = text.unwrap_or_default();
        }
        if before.iter().any(|text| !text.is_empty()) {
            self.faults.insert(item.clone(), before);
        }
    }

    /// Lets go what was typed into the fields of an item.
    pub fn forget(&mut self, item: &ItemId) {
        self.counts.remove(item);
        self.faults.remove(item);
    }

    /// The first item of which something else stands there than in the other.
    pub fn item_that_differs<'a>(&'a self, other: &'a Self) -> Option<&'a ItemId> {
        let counts = self.counts.keys().chain(other.counts.keys());
        let mut items = counts.chain(self.faults.keys()).chain(other.faults.keys());
        items.find(|item| {
            self.counts.get(*item) != other.counts.get(*item) || self.faults.get(*item) != other.faults.get(*item)
        })
    }

    /// Every text in the field of a fault, with its item and which of its faults it is, counted from 0.
    pub fn faults(&self) -> impl Iterator<Item = (&ItemId, usize, &str)> {
        let all = self.faults.iter().flat_map(|(item, texts)| texts.iter().enumerate().map(move |text| (item, text)));
        all.map(|(item, (at, text))| (item, at, text.as_str())).filter(|(_, _, text)| !text.is_empty())
    }

    /// What another standard does not ask goes.
    pub fn keep_asked(&mut self, standard: &Standard) {
        self.counts.retain(|item, _| standard.item(item).is_some());
        self.faults.retain(|item, texts| asks_faults(standard, item, texts.len()));
        self.facts.retain(|fact, _| standard.asked_at(fact).is_some());
    }

    /// What does not hold together.
    pub(in crate::model) fn problems(&self, standard: &Standard) -> Vec<Problem> {
        let counts = self.counts.keys().filter(|id| standard.item(id).is_none()).map(|id| ("counts", id.to_string()));
        let facts = self.facts.keys().filter(|id| standard.fact(id).is_none()).map(|id| ("facts", id.to_string()));
        let unknown = |(of, id): (&str, String)| Problem::at(format!("{of}.{id}"), Fault::Unknown(id));
        let other = self.faults.iter().filter(|(id, texts)| !asks_faults(standard, id, texts.len()));
        let other = other.map(|(id, _)| Problem::at(format!("faults.{id}"), Fault::DoesNotFit));
        counts.chain(facts).map(unknown).chain(other).collect()
    }
}

/// Whether an item asks for so many kinds of faults.
fn asks_faults(standard: &Standard, item: &ItemId, many: usize) -> bool {
    let asked = standard.item(item).map(Item::ask);
    asked.is_some_and(|asked| matches!(asked, Question::Faults(fields) if fields.len() == many))
}

fn put<K: Ord + Clone>(map: &mut BTreeMap<K, String>, key: &K, text: Option<String>) {
    match text {
        Some(text) => map.insert(key.clone(), text),
        None => map.remove(key),
    };
}
