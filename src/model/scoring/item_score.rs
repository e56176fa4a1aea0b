//! One item's score, and in one line why it got what it got.

use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::record::text_length::longer;
use crate::model::record::typed;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId, ReasonId};
use crate::model::standard::item::{Amount, Item, Level, Nothing, Scale, Unstated, Worth};
use crate::model::standard::points::{Points, Range};

/// What an item gives so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemScore {
    /// The item.
    pub id: ItemId,
    /// Exact once it is answered, else from nothing to all its points.
    pub range: Range,
    /// Why.
    pub why: ScoreReason,
}

impl ItemScore {
    /// Whether something is still to be answered.
    pub fn is_open(&self) -> bool {
        matches!(self.why, ScoreReason::Open | ScoreReason::Missing(_))
    }
}

/// Why an item got what it got. The sentence stands in `crate::i18n`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScoreReason {
    /// Nothing chosen or typed yet.
    Open,
    /// These numbers are still missing.
    Missing(Vec<FactId>),
    /// It does not apply: full points and a flag.
    NotApplicable(ReasonId),
    /// Yes or no.
    Yes(bool),
    /// This level, counted from 0.
    Level(u8),
    /// So many of so many wanted.
    Count {
        /// What there was.
        actual: u64,
        /// What gives full points.
        target: u64,
    },
    /// So many times.
    Steps {
        /// What there was.
        times: u64,
    },
    /// A share.
    Ratio {
        /// How many of them.
        part: u64,
        /// Of how many that were stated.
        whole: u64,
        /// The floor that was divided by instead, if it is larger.
        floor: Option<u64>,
        /// What gives full points, in percent.
        target: u8,
    },
    /// There was nothing to count; so much it is worth.
    Nothing(Worth),
    /// So many faults.
    Faults(u64),
    /// A text was written.
    Text,
}

/// Scores one item of this standard. Always a multiple of the standard's step, from nothing to the
/// item's points.
pub fn rate(standard: &Standard, item: &Item, record: &Record) -> ItemScore {
    let (points, why) = Rating { standard, item, record }.rate();
    let range = match points {
        Some(points) => Range::exact(points.min(item.points).cut(standard.step)),
        None => Range::up_to(item.points),
    };
    ItemScore { id: item.id.clone(), range, why }
}

/// The points, if they are settled, and the reason.
type Rated = (Option<Points>, ScoreReason);

struct Rating<'a> {
    standard: &'a Standard,
    item: &'a Item,
    record: &'a Record,
}

impl Rating<'_> {
    fn rate(&self) -> Rated {
        let choice = self.record.answers.choice(&self.item.id);
        if let Some(Choice::NotApplicable(reason)) = choice {
            let allowed = self.item.not_applicable.contains(reason)
                && self.standard.reason(reason).is_some_and(|reason| reason.on);
            return if allowed {
                self.full(ScoreReason::NotApplicable(reason.clone()))
            } else {
                (None, ScoreReason::Open)
            };
        }
        match &self.item.scale {
            Scale::YesNo => match choice {
                Some(Choice::Yes(true)) => self.full(ScoreReason::Yes(true)),
                Some(Choice::Yes(false)) => (Some(Points::ZERO), ScoreReason::Yes(false)),
                _ => (None, ScoreReason::Open),
            },
            Scale::Levels { levels, nothing } => self.level(levels, nothing.as_ref(), choice),
            Scale::Count { counts, target, per_year, .. } => self.with_count(counts.as_ref(), |actual| {
                let target = match self.amount(target, *per_year) {
                    Ok(target) => target,
                    Err(missing) => return missing,
                };
                (Some(self.item.points.share(actual.min(target), target)), ScoreReason::Count { actual, target })
            }),
            Scale::Steps { counts, first, further, .. } => self.with_count(counts.as_ref(), |times| {
                let points = match times.checked_sub(1) {
                    None => Points::ZERO,
                    Some(more) => Points::hundredths(first.get().saturating_add(further.get().saturating_mul(more))),
                };
                (Some(points), ScoreReason::Steps { times })
            }),
            Scale::Ratio { part, whole, floor, per_year, target, unstated } => {
                self.ratio(part, whole, floor.as_ref(), *per_year, *target, unstated.as_ref())
            }
            Scale::Deduct { counts, each, .. } => self.with_count(counts.as_ref(), |faults| {
                let less = Points::hundredths(each.get().saturating_mul(faults));
                (Some(self.item.points.less(less)), ScoreReason::Faults(faults))
            }),
            Scale::Text { at_most } => match choice {
                Some(Choice::Text(text)) if !typed::is_blank(text) && !longer(text, *at_most) => {
                    (Some(Points::ZERO), ScoreReason::Text)
                }
                _ => (None, ScoreReason::Open),
            },
        }
    }

    fn full(&self, why: ScoreReason) -> Rated {
        (Some(self.item.points), why)
    }

    /// A fact's value, or the reason why it cannot be told.
    fn value(&self, fact: &FactId) -> Result<u64, Rated> {
        self.record.facts.value(self.standard, fact).ok_or_else(|| self.missing())
    }

    /// Every asked fact of this item that has no number yet.
    fn missing(&self) -> Rated {
        let facts = self.standard.needs(self.item);
        let open = facts.iter().filter(|fact| self.record.facts.asked(&fact.id).is_none());
        (None, ScoreReason::Missing(open.map(|fact| fact.id.clone()).collect()))
    }

    fn with_count(&self, counts: Option<&FactId>, score: impl FnOnce(u64) -> Rated) -> Rated {
        match counts {
            Some(fact) => match self.value(fact) {
                Ok(value) => score(value),
                Err(missing) => missing,
            },
            None => match self.record.answers.choice(&self.item.id) {
                Some(Choice::Count(count)) => score(u64::from(count.get())),
                _ => (None, ScoreReason::Open),
            },
        }
    }

    /// A target or a floor, scaled to the months in operation if it is a yearly one.
    fn amount(&self, amount: &Amount, per_year: bool) -> Result<u64, Rated> {
        let fact = match amount.follows() {
            Some(fact) => self.value(fact)?,
            None => 0,
        };
        let amount = amount.of(fact);
        Ok(if per_year { self.record.months.share(amount) } else { amount })
    }

    /// What the unstated is worth, once the fact it needs is known.
    fn worth(&self, worth: Worth, needs: Option<&FactId>) -> Result<Worth, Rated> {
        match needs {
            Some(fact) if worth != Worth::None => Ok(if self.value(fact)? == 0 { Worth::None } else { worth }),
            _ => Ok(worth),
        }
    }

    fn level(&self, levels: &[Level], nothing: Option<&Nothing>, choice: Option<&Choice>) -> Rated {
        if let Some(nothing) = nothing {
            match self.value(&nothing.fact) {
                Err(missing) => return missing,
                Ok(0) => {
                    return match self.worth(nothing.worth, nothing.needs.as_ref()) {
                        Err(missing) => missing,
                        Ok(worth) => (Some(self.item.points.share(worth.halves(), 2)), ScoreReason::Nothing(worth)),
                    };
                }
                Ok(_) => {}
            }
        }
        match choice {
            Some(Choice::Level(index)) => match levels.get(usize::from(*index)) {
                Some(level) => (Some(level.gives(self.item.points)), ScoreReason::Level(*index)),
                None => (None, ScoreReason::Open),
            },
            _ => (None, ScoreReason::Open),
        }
    }

    /// D = max(stated, floor); points × min(100 × (n + w × (D − stated)), t × D) ÷ (t × D), with w in
    /// halves so that nothing is lost. So receiving and answering one more never lowers the score.
    fn ratio(
        &self,
        part: &FactId,
        whole: &FactId,
        floor: Option<&Amount>,
        per_year: bool,
        target: u8,
        unstated: Option<&Unstated>,
    ) -> Rated {
        let known = || -> Result<Rated, Rated> {
            let (part, stated) = (self.value(part)?, self.value(whole)?);
            let floor = floor.map_or(Ok(0), |floor| self.amount(floor, per_year))?;
            let worth = match unstated {
                Some(unstated) => self.worth(unstated.worth, unstated.needs.as_ref())?,
                None => Worth::None,
            };
            let divisor = stated.max(floor);
            if divisor == 0 {
                return Ok((Some(self.item.points.share(worth.halves(), 2)), ScoreReason::Nothing(worth)));
            }
            // More of a part than of the whole is a slip of the pen; it is told, and gains nothing.
            let halves = 2 * part.min(stated) + worth.halves() * (divisor - stated);
            let points = self.item.points.share(100 * halves, 2 * u64::from(target) * divisor);
            let why = ScoreReason::Ratio { part, whole: stated, floor: (floor > stated).then_some(floor), target };
            Ok((Some(points), why))
        };
        known().unwrap_or_else(|missing| missing)
    }
}
