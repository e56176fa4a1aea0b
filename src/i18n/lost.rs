//! Why an item did not get everything, as short as the last column of the sheet wants it: what its rule says
//! stands in the same row.

use crate::i18n::Text;
use crate::model::scoring::item_score::{ItemScore, ScoreReason};
use crate::model::standard::Standard;
use crate::model::standard::item::{Item, Scale};
use crate::model::standard::points::Points;
use crate::model::standard::words::Lang;

/// The reason; none where nothing was lost. What may be had on top (a bonus) is never lost.
pub(super) fn lost(text: &Text, standard: &Standard, item: &Item, score: &ItemScore) -> String {
    let zh = text.lang == Lang::Zh;
    let full = score.range.high >= item.points;
    let reason = match &score.why {
        ScoreReason::Open | ScoreReason::Missing(_) => {
            return crate::i18n::why(text, standard, item, &ScoreReason::Open);
        }
        ScoreReason::NotApplicable(reason) => {
            let reason = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
            return (text.form.not_applicable)(reason);
        }
        _ if full => return String::new(),
        ScoreReason::Level(level) => level_mark(item, usize::from(*level)),
        ScoreReason::Count { actual, target } => part(zh, *actual, *target),
        ScoreReason::Ratio { part: of, whole, floor, .. } => part(zh, *of, floor.unwrap_or(*whole)),
        ScoreReason::Steps { times } if zh => format!("{times} 次"),
        ScoreReason::Steps { times } => crate::i18n::en::times(*times),
        ScoreReason::Faults(faults) if zh => format!("{faults} 处"),
        ScoreReason::Faults(faults) => format!("{faults} faults"),
        ScoreReason::Nothing(_) if zh => "没有可计的数".to_owned(),
        ScoreReason::Nothing(_) => "nothing to count".to_owned(),
        ScoreReason::Yes(_) | ScoreReason::Text => String::new(),
    };
    if standard.bonus.items.iter().any(|bonus| bonus.id == item.id) {
        return reason;
    }
    let lost = minus(zh, item.points.less(score.range.high));
    if reason.is_empty() { lost } else { format!("{lost}{}{reason}", text.colon()) }
}

fn minus(zh: bool, points: Points) -> String {
    if zh { format!("扣 {points} 分") } else { format!("−{points}") }
}

fn part(zh: bool, part: u64, whole: u64) -> String {
    if zh { format!("{part} ÷ {whole}") } else { format!("{part} of {whole}") }
}

/// The mark that the level has where the rule tells them.
fn level_mark(item: &Item, level: usize) -> String {
    let Scale::Levels { levels, .. } = &item.scale else { return String::new() };
    crate::i18n::rule::mark(levels.len().saturating_sub(level).saturating_sub(1))
}
