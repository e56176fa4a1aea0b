//! What an entry does: a place and its value in one, so that no value ever stands at a place of another kind. Without a
//! value it empties the place; that is the tombstone of what was removed.

use crate::model::problem::{Fault, Problem};
use crate::model::record::Months;
use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::record::text_length::longer;
use crate::model::record::unit::LINE;
use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use crate::model::review::judged::{Correction, Judged};
use crate::model::review::kept_bundle::KeptBundle;
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::roster_line::RosterLine;
use crate::model::review::taken::{Entered, Origin, TakenFile};
use crate::model::standard::ids::{AssessorId, FactId, ItemId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A place and its value.
// Findings, assignments, visits and verdicts are further variants.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A unit's line on the roster.
    Unit {
        /// The unit.
        unit: UnitId,
        /// Its line; without one it is taken from the roster.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Arc<RosterLine>>,
    },
    /// A unit sends nothing this year.
    NotSent {
        /// The unit.
        unit: UnitId,
        /// Why (未报原因), at most `LINE` characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<String>,
    },
    /// A file was taken in.
    Taken {
        /// The file.
        file: FileDigest,
        /// What is known of it; without it the file is put away again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Arc<TakenFile>>,
    },
    /// A township's bundle is kept: received by the county, or made by the township.
    Bundle {
        /// Its bytes.
        file: FileDigest,
        /// What is known of it; without it the bundle is put away again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Box<KeptBundle>>,
    },
    /// A name stands for a unit (对号).
    Matched {
        /// What files call it.
        name: NameKey,
        /// The unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<UnitId>,
    },
    /// Which of a unit's answers count; without one it is the latest revision.
    InForce {
        /// The unit.
        unit: UnitId,
        /// Which.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Origin>,
    },
    /// The township typed a unit's months in operation (代录).
    EnteredMonths {
        /// The unit.
        unit: UnitId,
        /// What was typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Entered<Months>>,
    },
    /// The township typed a unit's number (代录).
    EnteredFact {
        /// The unit.
        unit: UnitId,
        /// The number's name.
        fact: FactId,
        /// What was typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Entered<Count>>,
    },
    /// The township typed a unit's answer (代录).
    EnteredAnswer {
        /// The unit.
        unit: UnitId,
        /// The item.
        item: ItemId,
        /// What was typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Box<Entered<Choice>>>,
    },
    /// An assessor judged an item.
    Assessed {
        /// The unit.
        unit: UnitId,
        /// The assessor's column.
        column: AssessorId,
        /// The item.
        item: ItemId,
        /// The judgement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Box<Judged<Correction>>>,
    },
    /// An assessor judged a number; every item that uses it is scored by it.
    FactSet {
        /// The unit.
        unit: UnitId,
        /// The assessor's column.
        column: AssessorId,
        /// The number's name.
        fact: FactId,
        /// The judgement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Box<Judged<Count>>>,
    },
}

impl Act {
    /// The place it is about.
    pub fn place(&self) -> Place {
        match self {
            Self::Unit { unit, .. } => Place::Unit(*unit, UnitPlace::Line),
            Self::NotSent { unit, .. } => Place::Unit(*unit, UnitPlace::NotSent),
            Self::Taken { file, .. } => Place::File(*file),
            Self::Bundle { file, .. } => Place::Bundle(*file),
            Self::Matched { name, .. } => Place::Name(name.clone()),
            Self::InForce { unit, .. } => Place::Unit(*unit, UnitPlace::InForce),
            Self::EnteredMonths { unit, .. } => Place::Unit(*unit, UnitPlace::EnteredMonths),
            Self::EnteredFact { unit, fact, .. } => Place::Unit(*unit, UnitPlace::EnteredFact(fact.clone())),
            Self::EnteredAnswer { unit, item, .. } => Place::Unit(*unit, UnitPlace::EnteredAnswer(item.clone())),
            Self::Assessed { unit, column, item, .. } => {
                Place::Unit(*unit, UnitPlace::Assessed(column.clone(), item.clone()))
            }
            Self::FactSet { unit, column, fact, .. } => {
                Place::Unit(*unit, UnitPlace::FactSet(column.clone(), fact.clone()))
            }
        }
    }

    /// Whether it empties its place.
    pub fn empties(&self) -> bool {
        match self {
            Self::Unit { value, .. } => value.is_none(),
            Self::NotSent { value, .. } => value.is_none(),
            Self::Taken { value, .. } => value.is_none(),
            Self::Bundle { value, .. } => value.is_none(),
            Self::Matched { value, .. } => value.is_none(),
            Self::InForce { value, .. } => value.is_none(),
            Self::EnteredMonths { value, .. } => value.is_none(),
            Self::EnteredFact { value, .. } => value.is_none(),
            Self::EnteredAnswer { value, .. } => value.is_none(),
            Self::Assessed { value, .. } => value.is_none(),
            Self::FactSet { value, .. } => value.is_none(),
        }
    }

    /// The same of another unit; what is of no unit stays.
    #[must_use]
    pub fn at_unit(mut self, other: UnitId) -> Self {
        match &mut self {
            Self::Unit { unit, .. }
            | Self::NotSent { unit, .. }
            | Self::InForce { unit, .. }
            | Self::EnteredMonths { unit, .. }
            | Self::EnteredFact { unit, .. }
            | Self::EnteredAnswer { unit, .. }
            | Self::Assessed { unit, .. }
            | Self::FactSet { unit, .. } => *unit = other,
            Self::Taken { .. } | Self::Bundle { .. } | Self::Matched { .. } => {}
        }
        self
    }

    /// What empties the same place.
    #[must_use]
    pub fn emptied(&self) -> Self {
        match self.clone() {
            Self::Unit { unit, .. } => Self::Unit { unit, value: None },
            Self::NotSent { unit, .. } => Self::NotSent { unit, value: None },
            Self::Taken { file, .. } => Self::Taken { file, value: None },
            Self::Bundle { file, .. } => Self::Bundle { file, value: None },
            Self::Matched { name, .. } => Self::Matched { name, value: None },
            Self::InForce { unit, .. } => Self::InForce { unit, value: None },
            Self::EnteredMonths { unit, .. } => Self::EnteredMonths { unit, value: None },
            Self::EnteredFact { unit, fact, .. } => Self::EnteredFact { unit, fact, value: None },
            Self::EnteredAnswer { unit, item, .. } => Self::EnteredAnswer { unit, item, value: None },
            Self::Assessed { unit, column, item, .. } => Self::Assessed { unit, column, item, value: None },
            Self::FactSet { unit, column, fact, .. } => Self::FactSet { unit, column, fact, value: None },
        }
    }

    /// What is wrong with its value whatever the standard says, each with its place.
    pub(in crate::model::review) fn problems(&self) -> Vec<Problem> {
        match self {
            Self::Unit { value: Some(line), .. } => line.problems("unit.value"),
            Self::NotSent { value: Some(why), .. } if longer(why, LINE) => {
                vec![Problem::at("not_sent.value", Fault::TooLong { most: LINE })]
            }
            Self::Taken { value: Some(taken), .. } => taken.problems("taken.value"),
            Self::Bundle { value: Some(kept), .. } => kept.problems("bundle.value"),
            Self::EnteredAnswer { value: Some(entered), .. } => {
                let oversize = entered.value.oversize();
                let problem = |(key, fault)| Problem::at(format!("entered_answer.value.value.{key}"), fault);
                oversize.map(problem).into_iter().collect()
            }
            Self::Assessed { value: Some(judged), .. } => {
                let mut problems = judged.problems("assessed.value");
                if let Correction::Answer(choice) = &judged.value {
                    let place = |key| format!("assessed.value.value.answer.{key}");
                    problems.extend(choice.oversize().map(|(key, fault)| Problem::at(place(key), fault)));
                }
                problems
            }
            Self::FactSet { value: Some(judged), .. } => judged.problems("fact_set.value"),
            Self::Unit { .. }
            | Self::NotSent { .. }
            | Self::Taken { .. }
            | Self::Bundle { .. }
            | Self::Matched { .. }
            | Self::InForce { .. }
            | Self::EnteredMonths { .. }
            | Self::EnteredFact { .. }
            | Self::EnteredAnswer { .. }
            | Self::Assessed { .. }
            | Self::FactSet { .. } => Vec::new(),
        }
    }
}
