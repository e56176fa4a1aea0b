//! Totals by tag (标签): the second ways to look at a score, such as 建/管/用, and the 九有 lamps.

use crate::model::scoring::score::{Score, Truth};
use crate::model::standard::ids::{SchemeId, TagId};
use crate::model::standard::points::{Points, Range};
use crate::model::standard::{Scheme, Standard, Tag};

/// A scheme's totals, tag by tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchemeScore {
    /// The scheme.
    pub id: SchemeId,
    /// Each of its tags.
    pub tags: Vec<TagScore>,
}

/// What the items of one tag give together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TagScore {
    /// The tag.
    pub id: TagId,
    /// What they give.
    pub won: Range,
    /// What they could give.
    pub points: Points,
    /// Whether every item has at least half of its points.
    pub lamp: Truth,
}

/// The totals of every scheme, in the standard's order.
pub fn totals(standard: &Standard, score: &Score) -> Vec<SchemeScore> {
    standard.schemes.iter().map(|scheme| of_scheme(standard, score, scheme)).collect()
}

fn of_scheme(standard: &Standard, score: &Score, scheme: &Scheme) -> SchemeScore {
    SchemeScore { id: scheme.id.clone(), tags: scheme.tags.iter().map(|tag| of_tag(standard, score, tag)).collect() }
}

fn of_tag(standard: &Standard, score: &Score, tag: &Tag) -> TagScore {
    let items: Vec<(Range, Points)> =
        tag.items.iter().filter_map(|id| Some((score.item(id)?.range, standard.item(id)?.points))).collect();
    TagScore {
        id: tag.id.clone(),
        won: items.iter().map(|(range, _)| *range).sum(),
        points: items.iter().map(|(_, points)| *points).sum(),
        lamp: items.iter().map(|(range, points)| half(*range, *points)).min().unwrap_or(Truth::No),
    }
}

fn half(range: Range, points: Points) -> Truth {
    let enough = |won: Points| won + won >= points;
    match (enough(range.low), enough(range.high)) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::Open,
        (false, false) => Truth::No,
    }
}
