//! One item's score, and in one line why it got what it got.

use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId, ReasonId};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::scale::kind::{NumberRange, Numbers, Scored, Waits};
use crate::model::standard::scale::reason::ScoreReason;

/// What an item gives so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemScore {
    /// The item.
    pub id: ItemId,
    /// Exact as soon as nothing that is open can change it, else from the least to the most that may still come.
    pub range: Range,
    /// Why.
    pub why: ScoreReason,
}

impl ItemScore {
    /// Whether something is still to be answered.
    pub fn is_open(&self) -> bool {
        self.why.is_open()
    }
}

/// Scores one item of this standard. Always a multiple of the standard's step, from nothing to the
/// item's points.
pub fn rate(standard: &Standard, item: &Item, record: &Record) -> ItemScore {
    let Rated { range, why } = rated(standard, item, record);
    ItemScore { id: item.id.clone(), range: cut(standard, item, range), why }
}

/// The score of an item to which an assessor gave these points.
pub(super) fn given(standard: &Standard, item: &Item, points: Points) -> ItemScore {
    let why = ScoreReason::Assessed(points.min(item.points));
    ItemScore { id: item.id.clone(), range: cut(standard, item, Range::exact(points)), why }
}

fn rated(standard: &Standard, item: &Item, record: &Record) -> Rated {
    let choice = record.answers.choice(&item.id);
    if let Some(Choice::NotApplicable(reason)) = choice {
        return if item.not_applicable.contains(reason) && allowed(standard, reason) {
            Rated { range: Range::exact(item.points), why: ScoreReason::NotApplicable(reason.clone()) }
        } else {
            Rated { range: Range::up_to(item.points), why: ScoreReason::Open }
        };
    }
    let given = choice.and_then(Choice::given);
    let Scored { range, why } = item.scale.score(item.points, given.as_ref(), &Recorded { standard, record });
    let waits = match why {
        Ok(why) => return Rated { range, why },
        Err(waits) => waits,
    };
    // That it does not apply may still be said.
    let may_not_apply = choice.is_none() && item.not_applicable.iter().any(|reason| allowed(standard, reason));
    let range = if may_not_apply { Range { high: item.points, ..range } } else { range };
    let why = match waits {
        Waits::Answer => ScoreReason::Open,
        Waits::Numbers => {
            // Every asked fact of this item that has no number yet.
            let missing = standard.needs(item).into_iter().filter(|fact| record.facts.asked(&fact.id).is_none());
            ScoreReason::Missing {
                facts: missing.map(|fact| fact.id.clone()).collect(),
                anyway: cut(standard, item, range).settled(),
            }
        }
    };
    Rated { range, why }
}

fn allowed(standard: &Standard, reason: &ReasonId) -> bool {
    standard.reason(reason).is_some_and(|reason| reason.on)
}

/// No more than the item's points, and cut down to the standard's step.
fn cut(standard: &Standard, item: &Item, range: Range) -> Range {
    let cut = |points: Points| points.min(item.points).cut(standard.step);
    Range { low: cut(range.low), high: cut(range.high) }
}

/// What an item gives before it is cut, and why.
struct Rated {
    range: Range,
    why: ScoreReason,
}

/// The numbers of a record.
struct Recorded<'a> {
    standard: &'a Standard,
    record: &'a Record,
}

impl Numbers for Recorded<'_> {
    fn value(&self, fact: &FactId) -> Option<u64> {
        self.record.facts.value(self.standard, fact)
    }

    fn span(&self, fact: &FactId) -> NumberRange {
        self.record.facts.span(self.standard, fact)
    }

    fn for_months(&self, yearly: u64) -> u64 {
        self.record.months.share(yearly)
    }

    fn months(&self) -> u8 {
        self.record.months.get()
    }
}
