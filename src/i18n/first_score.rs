//! The sentences about the first score (初评) on a unit's page.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::model::review::judged::DeviationKind;
use crate::model::standard::points::Points;

/// The first score.
pub struct FirstScoreWords {
    pub lead: &'static str,
    pub own: &'static str,
    pub given: &'static str,
    pub difference: &'static str,
    pub none: &'static str,
    pub asked: &'static str,
    pub claimed: &'static str,
    pub corrected: &'static str,
    pub why: &'static str,
    pub why_words: &'static str,
    pub choose: &'static str,
    pub no_reason: &'static str,
    pub no_reason_points: &'static str,
    pub unread: &'static str,
    pub recheck: fn(usize) -> String,
    pub clash: fn(usize) -> String,
    pub unexplained: fn(usize) -> String,
    pub lost: &'static str,
    pub give_points: &'static str,
    pub give_points_lead: &'static str,
    pub points_given: fn(Points) -> String,
    /// More than the item has.
    pub cut_most: fn(Points) -> String,
    /// No multiple of the standard's step.
    pub cut_step: fn(Points) -> String,
    /// What the unit said, beside what was found.
    pub unit_said: fn(&str) -> String,
    /// What the grid is for: what units answer, or this column.
    pub task: &'static str,
    pub task_entry: &'static str,
    pub grid_lead: &'static str,
    pub no_unit_here: &'static str,
    pub deviation: fn(DeviationKind) -> &'static str,
}
