//! One item's score, and in one line why it got what it got.

use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::scale::kind::{Numbers, Scored, Waits};
use crate::model::standard::scale::reason::ScoreReason;

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
        self.why.is_open()
    }
}

/// Scores one item of this standard. Always a multiple of the standard's step, from nothing to the
/// item's points.
pub fn rate(standard: &Standard, item: &Item, record: &Record) -> ItemScore {
    let Scored { range, why } = scored(standard, item, record);
    let cut = |points: Points| points.min(item.points).cut(standard.step);
    let range = Range { low: cut(range.low), high: cut(range.high) };
    ItemScore { id: item.id.clone(), range, why }
}

fn scored(standard: &Standard, item: &Item, record: &Record) -> Scored {
    let open = |why| Scored { range: Range::up_to(item.points), why };
    let choice = record.answers.choice(&item.id);
    if let Some(Choice::NotApplicable(reason)) = choice {
        let allowed = item.not_applicable.contains(reason) && standard.reason(reason).is_some_and(|reason| reason.on);
        return if allowed {
            Scored { range: Range::exact(item.points), why: ScoreReason::NotApplicable(reason.clone()) }
        } else {
            open(ScoreReason::Open)
        };
    }
    let given = choice.and_then(Choice::given);
    match item.scale.score(item.points, given.as_ref(), &Recorded { standard, record }) {
        Ok(scored) => scored,
        Err(Waits::Answer) => open(ScoreReason::Open),
        Err(Waits::Numbers) => {
            // Every asked fact of this item that has no number yet.
            let missing = standard.needs(item).into_iter().filter(|fact| record.facts.asked(&fact.id).is_none());
            open(ScoreReason::Missing(missing.map(|fact| fact.id.clone()).collect()))
        }
    }
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

    fn for_months(&self, yearly: u64) -> u64 {
        self.record.months.share(yearly)
    }
}
