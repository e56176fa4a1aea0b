//! Why an item did not get everything, as short as the last column of the sheet wants it: what its rule says
//! stands in the same row.

use crate::i18n::Text;
use crate::i18n::rule::mark;
use crate::model::scoring::item_score::ItemScore;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::reason::ScoreReason;

/// What an item did not get.
pub struct LostWords {
    pub minus: fn(Points) -> String,
    pub part: fn(u64, u64) -> String,
    pub times: fn(u64) -> String,
    pub faults: fn(u64) -> String,
    pub nothing: &'static str,
    /// The marks of the parts that are not there.
    pub missing: fn(&str) -> String,
}

/// The reason; none where nothing was lost. What may be had on top (a bonus) is never lost.
pub(super) fn lost(text: &Text, standard: &Standard, item: &Item, score: &ItemScore) -> String {
    let words = &text.kinds.lost;
    let full = score.range.high >= item.points;
    let reason = match &score.why {
        ScoreReason::Open | ScoreReason::Missing(_) => return text.kinds.why.open.to_owned(),
        why if why.is_open() => return crate::i18n::why(text, standard, item, why),
        ScoreReason::NotApplicable(reason) => {
            let reason = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
            return (text.form.not_applicable)(reason);
        }
        _ if full => return String::new(),
        // The mark that the level has where the rule tells them.
        ScoreReason::Level { level, of } => mark(of.saturating_sub(usize::from(*level)).saturating_sub(1)),
        ScoreReason::Count { actual, target } => (words.part)(*actual, *target),
        ScoreReason::Ratio(ratio) => (words.part)(ratio.part, ratio.divisor()),
        ScoreReason::Steps { times, .. } => (words.times)(*times),
        ScoreReason::Faults { faults, .. } => (words.faults)(*faults),
        ScoreReason::FaultList(found) => (words.faults)(found.iter().filter_map(|(many, _)| *many).sum()),
        ScoreReason::Nothing(_) => words.nothing.to_owned(),
        ScoreReason::Parts { there, of, .. } => {
            let missing = (0..*of).filter(|part| !there.iter().any(|there| usize::from(*there) == *part));
            (words.missing)(&missing.map(mark).collect::<Vec<_>>().join(text.and()))
        }
        ScoreReason::Yes(_) | ScoreReason::Text => String::new(),
    };
    if standard.bonus.items.iter().any(|bonus| bonus.id == item.id) {
        return reason;
    }
    let lost = (words.minus)(item.points.less(score.range.high));
    if reason.is_empty() { lost } else { format!("{lost}{}{reason}", text.colon()) }
}
