//! The record: everything that a score is made of, apart from who is assessed.

pub mod answers;
pub mod facts;
pub mod text_length;
pub mod typed;
pub mod unit;
pub mod unit_key;
pub mod unread;

use crate::model::photos::photo::Photo;
use crate::model::problem::Problem;
use crate::model::record::answers::{Answers, Choice};
use crate::model::record::facts::Facts;
use crate::model::record::unit::trim;
use crate::model::standard::Standard;
use serde::{Deserialize, Serialize};

/// Months in operation within the year, 1 to 12.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("minimum" = 1, "maximum" = 12)))]
#[serde(try_from = "u8")]
pub struct Months(u8);

impl Months {
    /// The whole year.
    const YEAR: Self = Self(12);

    /// The number, 1 to 12.
    pub fn get(self) -> u8 {
        self.0
    }

    /// A yearly number for these months: × months ÷ 12, rounded up.
    pub fn share(self, yearly: u64) -> u64 {
        yearly.saturating_mul(u64::from(self.0)).div_ceil(12)
    }
}

impl Default for Months {
    fn default() -> Self {
        Self::YEAR
    }
}

impl TryFrom<u8> for Months {
    type Error = &'static str;

    fn try_from(months: u8) -> Result<Self, Self::Error> {
        if (1..=12).contains(&months) { Ok(Self(months)) } else { Err("not from 1 to 12 months") }
    }
}

/// What was filled in.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Record {
    /// The numbers asked once.
    #[serde(default)]
    pub facts: Facts,
    /// What was said of each item.
    #[serde(default)]
    pub answers: Answers,
    /// Months in operation; items, floors and gates marked `per_year` scale with them.
    #[serde(default)]
    pub months: Months,
}

impl Record {
    /// What in it does not belong to this standard, all at once. Numbers larger than others allow are
    /// not among it: they are told where they are typed and block nothing.
    pub fn problems(&self, standard: &Standard) -> Vec<Problem> {
        let answers = self.answers.iter().flat_map(|(id, answer)| answer.problems(id, standard));
        self.facts.problems(standard).into_iter().chain(answers).collect()
    }

    /// Whether it gives the same score by the same standard: ledgers, notes and photos give no points.
    pub fn scores_like(&self, other: &Self) -> bool {
        let Self { months, facts, answers } = self;
        *months == other.months && *facts == other.facts && answers.chooses_like(&other.answers)
    }

    /// Whether it says the same in what is signed: everything but notes and photos.
    pub fn is_signed_like(&self, other: &Self) -> bool {
        let Self { months, facts, answers } = self;
        *months == other.months && *facts == other.facts && answers.are_signed_like(&other.answers)
    }

    /// The names of the ledgers in it, each once, in the order of the items.
    pub fn ledgers(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (_, answer) in self.answers.iter() {
            let name = trim(&answer.evidence.ledger);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The same without spaces around what was typed, as it stands in a submission.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let mut answers = Answers::default();
        for (id, said) in self.answers.iter() {
            answers.edit(id, |answer| {
                answer.choice = match &said.choice {
                    Some(Choice::Text(text)) if typed::is_blank(text) => None,
                    Some(Choice::Text(text)) => Some(Choice::Text(trim(text))),
                    other => other.clone(),
                };
                answer.evidence = said.evidence.trimmed();
                answer.note = trim(&said.note);
                answer.photos = said.photos.iter().map(Photo::trimmed).collect();
            });
        }
        Self { answers, ..self.clone() }
    }
}
