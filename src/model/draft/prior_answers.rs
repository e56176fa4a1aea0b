//! What was said in an earlier year, as it stands beside a draft.

use crate::model::draft::orphans::{Orphan, OrphanValue, QuestionSnapshot};
use crate::model::problem::{Fault, Problem};
use crate::model::record::facts::Count;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::ids::{FactId, ItemId};
use serde::{Deserialize, Serialize};

/// What was said in an earlier year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PriorYear {
    /// The year, from 1990 to 2199.
    pub year: u16,
    /// The score of then, by the standard of then.
    pub score: ShownScore,
    /// What was asked, and what was said: answers and numbers.
    pub said: Vec<Orphan>,
}

impl PriorYear {
    /// What was said of an item.
    pub fn answer(&self, id: &ItemId) -> Option<&Orphan> {
        self.said.iter().find(|left| matches!(&left.kept, OrphanValue::Answer { item, .. } if item == id))
    }

    /// The number of a fact, and how it was asked.
    pub fn number(&self, id: &FactId) -> Option<(Count, &QuestionSnapshot)> {
        self.said.iter().find_map(|left| match &left.kept {
            OrphanValue::Number { fact, count } if fact == id => Some((*count, &left.asked)),
            _ => None,
        })
    }

    /// What does not hold together.
    pub(super) fn problems(&self, under: &str) -> Vec<Problem> {
        let year = (!(1990..=2199).contains(&self.year))
            .then(|| Problem::at(format!("{under}.year"), Fault::OutOfRange { least: 1990, most: 2199 }));
        let said = self.said.iter().enumerate();
        year.into_iter().chain(said.flat_map(|(at, left)| left.problems(&format!("{under}.said[{at}]")))).collect()
    }
}
