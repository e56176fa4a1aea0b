//! A score as a file tells it, for people and other programs. It is never trusted: it is worked out again.

use crate::model::files::entries::entries;
use crate::model::scoring::score::{Score, Stars};
use crate::model::sorting::map_of;
use crate::model::standard::Standard;
use crate::model::standard::ids::{ItemId, LineId, SectionId};
use crate::model::standard::points::Range;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A score as it was shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShownScore {
    /// All sections.
    pub total: Range,
    /// The bonus.
    pub bonus: Range,
    /// Each section.
    #[serde(deserialize_with = "entries")]
    pub sections: BTreeMap<SectionId, Range>,
    /// Each scored and each bonus item.
    #[serde(deserialize_with = "entries")]
    pub items: BTreeMap<ItemId, Range>,
    /// The lowest and the highest star line it may be; null is no star.
    pub stars: (Option<LineId>, Option<LineId>),
    /// How many scored items were open.
    pub open: u32,
}

impl ShownScore {
    /// What is shown of a score.
    pub fn of(standard: &Standard, score: &Score) -> Self {
        let line = |stars: Stars| stars.line(standard).map(|line| line.id.clone());
        // Both come in the standard's order, so that none has to be looked up.
        let items = standard.scored().chain(&standard.bonus.items).zip(&score.items);
        Self {
            total: score.total,
            bonus: score.bonus,
            sections: map_of(score.sections.iter().cloned()),
            items: map_of(items.map(|(item, scored)| (item.id.clone(), scored.range))),
            stars: (line(score.worst), line(score.best)),
            open: u32::try_from(score.asked.saturating_sub(score.answered)).unwrap_or(u32::MAX),
        }
    }
}
