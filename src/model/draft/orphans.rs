//! What a draft remembers of another version of its standard: which answers and numbers must be looked at
//! again (请重新确认), and which had no place any more and stay visible until the person lets them go.

use crate::model::digest::Digest;
use crate::model::photos::photo;
use crate::model::photos::photo::Photo;
use crate::model::problem::{Fault, Problem};
use crate::model::record::answers::{Answer, Choice};
use crate::model::record::facts::Count;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::scale::question::Question;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// An item or a fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuestionId {
    /// An item.
    Item(ItemId),
    /// A fact.
    Fact(FactId),
}

/// What was asked when something was said or last confirmed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuestionSnapshot {
    /// The digest of the item or fact; none if that standard was not at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
    /// Its words; empty if that standard was not at hand.
    pub words: Words,
    /// The year it was said for, from 1990 to 2199.
    pub year: u16,
}

/// Something that was carried and must be looked at again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NeedsReview {
    /// What is to be looked at.
    pub of: QuestionId,
    /// What was asked before.
    pub asked: QuestionSnapshot,
}

/// Something that has no place in the standard any more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Orphan {
    /// What was asked.
    pub asked: QuestionSnapshot,
    /// What the answer said, where words of that standard said it: a level, a reason, what is counted.
    pub said: Words,
    /// What was said.
    pub kept: OrphanValue,
}

/// What is kept of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrphanValue {
    /// An answer.
    Answer {
        /// The item's name.
        item: ItemId,
        /// The answer as it was.
        answer: Answer,
    },
    /// A number.
    Number {
        /// The fact's name.
        fact: FactId,
        /// The number.
        count: Count,
    },
}

/// The most of it that a draft from a file may hold, and the most that an earlier year beside it may say: no honest
/// draft comes near it, and no page could show more.
pub const LEFT_READ: usize = 2000;

impl QuestionId {
    /// Whether it is an item, and its name.
    pub(super) fn name(&self) -> (bool, &str) {
        match self {
            Self::Item(id) => (true, id.as_str()),
            Self::Fact(id) => (false, id.as_str()),
        }
    }
}

impl QuestionSnapshot {
    /// What is wrong with it, at this place.
    pub(super) fn problem(&self, under: &str) -> Option<Problem> {
        let fault = Fault::OutOfRange { least: 1990, most: 2199 };
        (!(1990..=2199).contains(&self.year)).then(|| Problem::at(format!("{under}.asked.year"), fault))
    }

    /// By the item of this name, if the standard has it.
    pub fn item(standard: &IssuedStandard, id: &ItemId, year: u16) -> Option<Self> {
        let (item, digest) = standard.digested_item(id)?;
        Some(Self { digest: Some(digest.clone()), words: item.words.clone(), year })
    }

    /// By the fact of this name, if the standard has it.
    pub fn fact(standard: &IssuedStandard, id: &FactId, year: u16) -> Option<Self> {
        let (fact, digest) = standard.digested_fact(id)?;
        Some(Self { digest: Some(digest.clone()), words: fact.words.clone(), year })
    }
}

impl Orphan {
    /// An answer that is left, of an item of this standard if it is known.
    pub fn answer(id: &ItemId, asked: QuestionSnapshot, answer: &Answer, standard: Option<&Standard>) -> Self {
        let said = standard.and_then(|standard| said(standard, id, answer.choice.as_ref()?)).unwrap_or_default();
        Self { asked, said, kept: OrphanValue::Answer { item: id.clone(), answer: answer.clone() } }
    }

    /// A number that is left, of a fact of this standard if it is known.
    pub fn number(id: &FactId, asked: QuestionSnapshot, count: Count, standard: Option<&Standard>) -> Self {
        let said = standard.and_then(|standard| Some(standard.fact(id)?.unit.clone())).unwrap_or_default();
        Self { asked, said, kept: OrphanValue::Number { fact: id.clone(), count } }
    }

    /// Whether this standard does not ask it at all; otherwise it asks it so that the answer does not fit.
    pub fn is_gone(&self, standard: &Standard) -> bool {
        match &self.kept {
            OrphanValue::Answer { item, .. } => standard.item(item).is_none(),
            OrphanValue::Number { fact, .. } => standard.fact(fact).is_none(),
        }
    }

    /// The same, without the photos that show it.
    #[must_use]
    pub fn without_photos(mut self) -> Self {
        if let OrphanValue::Answer { answer, .. } = &mut self.kept {
            answer.photos.clear();
        }
        self
    }

    /// The photos of the answer that is left.
    pub fn photos(&self) -> &[Photo] {
        if let OrphanValue::Answer { answer, .. } = &self.kept { &answer.photos } else { &[] }
    }

    /// Years that are none, texts that are too long and photos that are none, each with its place below `under`.
    pub(super) fn problems(&self, under: &str) -> Vec<Problem> {
        let year = self.asked.problem(under);
        let OrphanValue::Answer { answer, .. } = &self.kept else { return year.into_iter().collect() };
        let faults = answer.long().into_iter().chain(answer.choice.as_ref().and_then(Choice::oversize));
        let faults = faults.map(|(key, fault)| Problem::at(format!("{under}.kept.answer.answer.{key}"), fault));
        let photos = photo::problems(&answer.photos, &format!("{under}.kept.answer.answer.photos"));
        year.into_iter().chain(faults).chain(photos).collect()
    }
}

/// The words in which a standard says this choice; none where the choice speaks for itself.
fn said(standard: &Standard, id: &ItemId, choice: &Choice) -> Option<Words> {
    if let Choice::NotApplicable(reason) = choice {
        return Some(standard.reason(reason)?.words.clone());
    }
    match (standard.item(id)?.ask(), choice) {
        (Question::Choose(options), Choice::Level(level)) => {
            options.into_iter().find_map(|option| option.says.words_of_level(*level)).cloned()
        }
        (Question::Number { unit }, Choice::Count(_)) => unit.cloned(),
        (Question::Tick(parts), Choice::Parts(there)) => {
            let there = there.iter().filter_map(|part| parts.get(usize::from(*part)));
            Some(Words::joined(there.map(|part| (part.words, String::new()))))
        }
        (Question::Faults(fields), Choice::Faults(found)) => {
            let found = fields.iter().zip(found).filter_map(|(field, count)| Some((field.words, (*count)?)));
            Some(Words::joined(found.map(|(words, count)| (words, format!(" {count}")))))
        }
        (
            Question::Choose(_)
            | Question::Number { .. }
            | Question::Tick(_)
            | Question::Faults(_)
            | Question::Text { .. }
            | Question::FactsAlone,
            _,
        ) => None,
    }
}
