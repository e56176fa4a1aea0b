//! What was typed into a number's field and cannot be read as one. It stays in the draft as it was typed, so that it
//! survives leaving, a reload and another window; it is told where it stands and counted, and no submission is made
//! before it is mended. Until then the number is open.

use crate::model::files::entries::entries;
use crate::model::problem::{Fault, Problem};
use crate::model::record::facts::Count;
use crate::model::record::typed::KEPT;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
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
        self.counts.len() + self.facts.len() + usize::from(self.year.is_some())
    }

    /// Keeps what was typed into a fact's field, or lets it go.
    pub fn of_fact(&mut self, fact: &FactId, text: Option<String>) {
        put(&mut self.facts, fact, text);
    }

    /// The same of an item's own number.
    pub fn of_count(&mut self, item: &ItemId, text: Option<String>) {
        put(&mut self.counts, item, text);
    }

    /// What another standard does not ask goes.
    pub fn keep_asked(&mut self, standard: &Standard) {
        self.counts.retain(|item, _| standard.item(item).is_some());
        self.facts.retain(|fact, _| standard.asked_at(fact).is_some());
    }

    /// What does not hold together.
    pub(in crate::model) fn problems(&self, standard: &Standard) -> Vec<Problem> {
        let counts = self.counts.iter().map(|(id, text)| (format!("counts.{id}"), standard.item(id).is_some(), text));
        let facts = self.facts.iter().map(|(id, text)| (format!("facts.{id}"), standard.fact(id).is_some(), text));
        let year = self.year.iter().map(|text| ("year".to_owned(), true, text));
        let fault = |(place, known, text): (String, bool, &String)| {
            let fault = if !known {
                Fault::Unknown(place.rsplit('.').next().unwrap_or_default().to_owned())
            } else if crate::model::record::text_length::longer(text, KEPT) {
                Fault::TooLong { most: KEPT }
            } else {
                return None;
            };
            Some(Problem::at(place, fault))
        };
        counts.chain(facts).chain(year).filter_map(fault).collect()
    }
}

fn put<K: Ord + Clone>(map: &mut BTreeMap<K, String>, key: &K, text: Option<String>) {
    match text {
        Some(text) => map.insert(key.clone(), text),
        None => map.remove(key),
    };
}
