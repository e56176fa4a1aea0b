//! Why an item got what it got, in one line.

use crate::i18n::Text;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;
use crate::model::standard::scale::question::Question;
use crate::model::standard::scale::reason::{RatioReason, ScoreReason};

/// Why an item got what it got.
pub struct WhyWords {
    pub open: &'static str,
    /// The names of the numbers.
    pub missing: fn(&[&str]) -> String,
    pub not_applicable: fn(&str) -> String,
    pub yes: fn(Points) -> String,
    pub no: &'static str,
    /// The level's words, and its points in words.
    pub level: fn(&str, &str) -> String,
    /// How many of how many wanted.
    pub count: fn(u64, u64) -> String,
    /// How many times, and what the first gives, each further one, and all together at most.
    pub steps: fn(u64, [Points; 3]) -> String,
    /// A share, as the arithmetic it is.
    pub ratio: fn(&RatioReason) -> String,
    pub nothing: &'static str,
    pub nothing_half: &'static str,
    pub nothing_full: &'static str,
    /// The points there are, the faults, what each takes.
    pub faults: fn(Points, u64, Points) -> String,
    /// The points there are, the faults, what they take together.
    pub fault_list: fn(Points, u64, Points) -> String,
    /// How many numbers are missing, and what those take that are there.
    pub fault_list_open: fn(usize, Points) -> String,
    /// How many parts of how many, and their points.
    pub parts: fn(usize, usize, Points) -> String,
    pub no_part: &'static str,
    pub text: &'static str,
}

/// The sentence for a reason.
pub fn why(text: &Text, standard: &Standard, item: &Item, why: &ScoreReason) -> String {
    let (words, all) = (&text.kinds.why, item.points);
    match why {
        ScoreReason::Open => words.open.to_owned(),
        ScoreReason::Missing(facts) => {
            let facts = facts.iter().filter_map(|id| standard.fact(id));
            (words.missing)(&facts.map(|fact| fact.words.get(text.lang)).collect::<Vec<_>>())
        }
        ScoreReason::NotApplicable(reason) => {
            (words.not_applicable)(standard.reason(reason).map_or("", |reason| reason.words.get(text.lang)))
        }
        ScoreReason::Yes(true) => (words.yes)(all),
        ScoreReason::Yes(false) => words.no.to_owned(),
        ScoreReason::Level { level, .. } => level_line(text, item, *level).unwrap_or_default(),
        ScoreReason::Count { actual, target } => (words.count)(*actual, *target),
        ScoreReason::Steps { times, first, further } => (words.steps)(*times, [*first, *further, all]),
        ScoreReason::Ratio(ratio) => (words.ratio)(ratio),
        ScoreReason::Nothing(Worth::None) => words.nothing.to_owned(),
        ScoreReason::Nothing(Worth::Half) => words.nothing_half.to_owned(),
        ScoreReason::Nothing(Worth::Full) => words.nothing_full.to_owned(),
        ScoreReason::Faults { faults, each } => (words.faults)(all, *faults, *each),
        ScoreReason::FaultList(found) => {
            let open = found.iter().filter(|(many, _)| many.is_none()).count();
            let said = found.iter().filter_map(|(many, each)| Some(((*many)?, *each)));
            let taken = said.clone().map(|(many, each)| Points::hundredths(each.get().saturating_mul(many))).sum();
            if open == 0 {
                (words.fault_list)(all, said.map(|(many, _)| many).sum(), taken)
            } else {
                (words.fault_list_open)(open, taken)
            }
        }
        ScoreReason::Parts { there, .. } if there.is_empty() => words.no_part.to_owned(),
        ScoreReason::Parts { there, of, points } => (words.parts)(there.len(), *of, *points),
        ScoreReason::Text => words.text.to_owned(),
    }
}

fn level_line(text: &Text, item: &Item, level: u8) -> Option<String> {
    let Question::Choose(options) = item.ask() else { return None };
    let (words, points) =
        options.into_iter().find_map(|option| option.says.words_of_level(level).map(|words| (words, option.points)))?;
    Some((text.kinds.why.level)(words.get(text.lang), &(text.form.points)(&points.to_string())))
}
