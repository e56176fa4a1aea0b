//! Why an item did not get everything, as short as the last column of the sheet wants it: what its rule says
//! stands in the same row.

use crate::i18n::Text;
use crate::i18n::rule::mark;
use crate::model::scoring::item_score::ItemScore;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::reason::{RatioReason, ScoreReason};

/// What an item did not get.
pub struct LostWords {
    pub minus: fn(Points) -> String,
    /// So many of so many.
    pub part: fn(u64, u64) -> String,
    /// A share, as it was reckoned.
    pub share: fn(&RatioReason) -> String,
    /// The fact that is 0.
    pub nothing: fn(&str) -> String,
    /// The marks of the parts that are not there.
    pub missing: fn(&str) -> String,
}

/// The reason; none where nothing was lost, or where what was answered says it already: that stands before it. What may
/// be had on top (a bonus) is never lost.
pub(super) fn lost(text: &Text, standard: &Standard, item: &Item, score: &ItemScore) -> String {
    let words = &text.kinds.lost;
    let full = score.range.high >= item.points;
    let reason = match &score.why {
        why if why.is_open() => return open(text, standard, item, why),
        ScoreReason::Nothing(nothing) => {
            (words.nothing)(standard.fact(&nothing.fact).map_or("", |fact| fact.words.get(text.lang)))
        }
        _ if full => return String::new(),
        ScoreReason::Count { actual, target } => (words.part)(*actual, target.number),
        ScoreReason::Ratio(ratio) if ratio.is_plain() => String::new(),
        ScoreReason::Ratio(ratio) => (words.share)(ratio),
        ScoreReason::Parts { there, of, .. } => {
            let missing = (0..*of).filter(|part| !there.iter().any(|there| usize::from(*there) == *part));
            (words.missing)(&missing.map(mark).collect::<Vec<_>>().join(text.and()))
        }
        ScoreReason::Open
        | ScoreReason::Missing { .. }
        | ScoreReason::NotApplicable(_)
        | ScoreReason::Yes(_)
        | ScoreReason::Level { .. }
        | ScoreReason::Steps { .. }
        | ScoreReason::Faults { .. }
        | ScoreReason::FaultList(_)
        | ScoreReason::Text
        | ScoreReason::Assessed(_) => String::new(),
    };
    if full || standard.bonus.items.iter().any(|bonus| bonus.id == item.id) {
        return reason;
    }
    let lost = (words.minus)(item.points.less(score.range.high));
    if reason.is_empty() { lost } else { format!("{lost}{}{reason}", text.colon()) }
}

/// What is missing, where that is not the answer itself.
fn open(text: &Text, standard: &Standard, item: &Item, why: &ScoreReason) -> String {
    match why {
        ScoreReason::Open => String::new(),
        why => crate::i18n::why(text, standard, item, why),
    }
}
