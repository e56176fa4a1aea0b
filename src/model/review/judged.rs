//! A judgement (初评、考核): what an assessor puts in the place of what the unit says, on what basis and why.

use crate::model::digest::CheckCode;
use crate::model::files::entries::entries;
use crate::model::problem::{Fault, Problem};
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::record::text_length::longer;
use crate::model::record::typed;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::points::Points;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a unit says of an item: its choice, and the numbers that the item is scored by. Of a fact: its number alone.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Claim {
    /// The choice; none where the item is open or numbers alone answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// The numbers; one that is not here is open.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<FactId, Count>,
}

impl Claim {
    /// What a record says of an item.
    pub fn of_item(standard: &Standard, record: &Record, id: &ItemId) -> Self {
        let mut claim = Self { choice: record.answers.choice(id).cloned(), facts: BTreeMap::new() };
        for fact in standard.item(id).map(|item| standard.needs(item)).into_iter().flatten() {
            claim.add(record, &fact.id);
        }
        claim
    }

    /// What a record says of a fact.
    pub fn of_fact(record: &Record, fact: &FactId) -> Self {
        let mut claim = Self::default();
        claim.add(record, fact);
        claim
    }

    fn add(&mut self, record: &Record, fact: &FactId) {
        if let Some(count) = record.facts.asked(fact) {
            self.facts.insert(fact.clone(), count);
        }
    }
}

/// What a judgement was made of, as the assessor saw it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClaimSeen {
    /// The check code of the file that was looked at; none where the township typed the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<CheckCode>,
    /// What the unit said.
    pub claim: Claim,
}

/// What an assessor puts in the place of an answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Another answer; the engine scores it.
    Answer(Choice),
    /// Points that no rule gives. They need a reason.
    Points(Points),
}

/// Why an assessor deviates, as it is picked (未见记录、次数不符、要素不全、已过期、其他).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeviationKind {
    /// No record was seen (未见记录).
    NoRecord,
    /// The count is another one (次数不符).
    CountDiffers,
    /// Something that must be in it is missing (要素不全).
    Incomplete,
    /// It is of another time (已过期).
    Expired,
    /// Something else (其他).
    Other,
}

impl DeviationKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::NoRecord, Self::CountDiffers, Self::Incomplete, Self::Expired, Self::Other];
}

/// Why an assessor deviates: picked, typed or both.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Deviation {
    /// What was picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<DeviationKind>,
    /// What was typed, at most `WORDS` characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Deviation {
    /// The longest typed reason, in characters.
    pub const WORDS: u32 = 300;

    /// Whether it says nothing that could be told to the unit.
    pub fn is_blank(&self) -> bool {
        typed::is_blank(&self.words) && matches!(self.kind, None | Some(DeviationKind::Other))
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A judgement: one value with its basis and its reason, never two.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Judged<T> {
    /// What it was made of.
    pub basis: ClaimSeen,
    /// What counts in the assessor's column.
    pub value: T,
    /// Why.
    #[serde(default, skip_serializing_if = "Deviation::is_empty")]
    pub reason: Deviation,
}

impl<T> Judged<T> {
    /// Whether the unit still says what the judgement was made of. Where it does not, it must be looked at again
    /// (须复核) and does not count.
    pub fn holds_for(&self, current: &Claim) -> bool {
        self.basis.claim == *current
    }

    /// What is wrong with it whatever the standard says, each with its place below `under`.
    pub(in crate::model::review) fn problems(&self, under: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        if longer(&self.reason.words, Deviation::WORDS) {
            problems.push(Problem::at(format!("{under}.reason.words"), Fault::TooLong { most: Deviation::WORDS }));
        }
        let oversize = self.basis.claim.choice.as_ref().and_then(Choice::oversize);
        problems.extend(oversize.map(|(key, fault)| Problem::at(format!("{under}.basis.claim.{key}"), fault)));
        problems
    }
}
