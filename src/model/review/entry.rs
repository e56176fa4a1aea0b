//! An entry: one thing that a person decided. It is added and never changed.

use crate::model::date::UtcTime;
use crate::model::files::json;
use crate::model::files::json::canonical;
use crate::model::files::parse::parse_strict;
use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use crate::model::record::unit::LINE;
use crate::model::review::act::Act;
use crate::model::review::ids::EntryId;
use crate::model::standard::ids::AssessorId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most entries that one entry replaces.
pub const REPLACES: usize = 64;

/// Who decided something, as typed: a claim and not a proof.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Who {
    /// For whose column.
    pub column: AssessorId,
    /// The inspection group, where there is one; at most `LINE` characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The name, at most `LINE` characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// One thing that a person decided.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReviewEntry {
    /// Its name.
    pub id: EntryId,
    /// All that the person saw at this place, rising, each once, at most `REPLACES`. They may not be here yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<EntryId>,
    /// The number of the first entry of the same step; a step is undone as one.
    pub step: u32,
    /// Who decided it.
    pub by: Arc<Who>,
    /// When, for people; it never orders.
    pub at: UtcTime,
    /// What was decided, and of what.
    pub act: Act,
}

impl ReviewEntry {
    /// Reads an entry as a browser stores it, with everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let value = json::read(text).map_err(|problem| vec![problem])?;
        let entry: Self = parse_strict(&value)?;
        let problems = entry.problems();
        if problems.is_empty() { Ok(entry) } else { Err(problems) }
    }

    /// Its text as a browser stores it: canonical JSON.
    pub fn written(&self) -> String {
        canonical(self)
    }

    /// What is wrong with it whatever the standard says, each with its place.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.act.problems().into_iter().map(|problem| problem.below("act")).collect();
        for (key, text) in [("by.group", &self.by.group), ("by.name", &self.by.name)] {
            if longer(text, LINE) {
                problems.push(Problem::at(key, Fault::TooLong { most: LINE }));
            }
        }
        if self.replaces.len() > REPLACES {
            problems.push(Problem::at("replaces", Fault::TooManyHere { most: REPLACES }));
        }
        let rising = self.replaces.is_sorted_by(|one, next| one < next);
        if !rising || self.replaces.contains(&self.id) {
            problems.push(Problem::at("replaces", Fault::Shape("entries that no entry replaces".to_owned())));
        }
        if self.step > self.id.seq {
            problems.push(Problem::at("step", Fault::Shape("a step that begins later".to_owned())));
        }
        problems
    }
}
