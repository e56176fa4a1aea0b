//! What a review is of: the year, whose desk it stands on, the standards as they were issued.

use crate::model::files::parse::parse_strict;
use crate::model::problem::{Fault, Problem};
use crate::model::review::entry::Who;
use crate::model::review::ids::ReviewId;
use crate::model::standard::ids::{AssessorId, UnitKind};
use crate::model::standard::issued::IssuedStandard;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Whose desk a review stands on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeskKind {
    /// A township's, with its name.
    Township(String),
    /// The county's.
    County,
}

/// What a review is of. It is fixed when the review is begun.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReviewBasics {
    /// Its name, the same on every computer.
    pub id: ReviewId,
    /// The year.
    pub year: u16,
    /// Whose desk it stands on.
    pub desk: DeskKind,
    /// Whether it is the sample county, made up by the program.
    pub sample: bool,
    /// The standards, one for each kind of unit, of one family and one year.
    pub standards: Vec<IssuedStandard>,
}

#[derive(Deserialize)]
struct Stored {
    id: ReviewId,
    year: u16,
    desk: DeskKind,
    sample: bool,
    standards: Vec<Value>,
}

impl ReviewBasics {
    /// Reads what was written, with every standard held to its lint.
    pub fn read(value: &Value) -> Result<Self, Vec<Problem>> {
        let Stored { id, year, desk, sample, standards } = parse_strict(value)?;
        let standards = standards.into_iter().map(IssuedStandard::of).collect::<Result<Vec<_>, _>>()?;
        if standards.is_empty() {
            return Err(vec![Problem::at("standards", Fault::NothingHere)]);
        }
        Ok(Self { id, year, desk, sample, standards })
    }

    /// The standard for a kind of unit.
    pub fn standard(&self, kind: &UnitKind) -> Option<&IssuedStandard> {
        self.standards.iter().find(|standard| standard.unit.id == *kind)
    }

    /// Whose decisions are made here: the last who gives a score for the county, the one before for a township, where
    /// the standard has one.
    pub fn who(&self) -> Option<Who> {
        let columns = |standard: &IssuedStandard| {
            standard.assessors.iter().skip(1).map(|assessor| assessor.id.clone()).collect::<Vec<AssessorId>>()
        };
        let most = self.standards.iter().map(columns).max_by_key(Vec::len)?;
        let column = match self.desk {
            DeskKind::Township(_) => most.first(),
            DeskKind::County => most.last(),
        };
        Some(Who { column: column?.clone(), group: String::new(), name: String::new() })
    }

    /// The standard that says to whom a township's bundles go: that of the units which no township scores first, as those
    /// hand in to the county themselves.
    pub fn bundles_go_by(&self) -> Option<&IssuedStandard> {
        self.standards.iter().min_by_key(|standard| standard.assessors.len())
    }

    /// The township, where it is a township's.
    pub fn township(&self) -> Option<&str> {
        match &self.desk {
            DeskKind::Township(name) => Some(name),
            DeskKind::County => None,
        }
    }
}
