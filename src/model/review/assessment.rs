//! A unit's self score and the score that an assessor gives (初评、考核), side by side. What is corrected is scored by
//! the same engine; what was judged of other words than the unit's own of today does not count and is told (须复核).

use crate::model::record::Record;
use crate::model::record::answers::Answer;
use crate::model::review::judged::{Claim, Correction, Judged};
use crate::model::review::judgements::Judgements;
use crate::model::scoring::score::{Findings, Score};
use crate::model::sorting::sort_by_key;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};

/// What an assessor made of a unit's answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The score as the unit claims it.
    pub own: Score,
    /// The score as the assessor gives it.
    pub given: Score,
    /// What the assessor's score was made of, apart from points that were given directly.
    pub record: Record,
    /// Items whose judgement was made of something else than the unit says now. They count as the unit says.
    pub recheck_items: Vec<ItemId>,
    /// Numbers of the same kind.
    pub recheck_facts: Vec<FactId>,
    /// Items on which two people decided otherwise apart. They count as the unit says.
    pub clashing_items: Vec<ItemId>,
    /// Numbers of the same kind.
    pub clashing_facts: Vec<FactId>,
    /// Items to which points were given without a reason. They count as if nothing had been given.
    pub unexplained_items: Vec<ItemId>,
}

/// One item, as the unit claims it and as the assessor gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemBeside<'a> {
    /// The item.
    pub item: &'a Item,
    /// What the unit claims.
    pub own: Range,
    /// What the assessor gives.
    pub given: Range,
    /// By how many hundredths the assessor gives more; less than 0 where it is less, none while one of them is open.
    pub difference: Option<i64>,
}

impl Assessment {
    /// Whether something was judged of what the unit does not say any more.
    pub fn needs_recheck(&self) -> bool {
        !self.recheck_items.is_empty() || !self.recheck_facts.is_empty()
    }

    /// Applies judgements to what a unit claims, one assessor after the other; each finds the former's where it judged
    /// nothing itself.
    pub fn of(standard: &Standard, claimed: &Record, assessors: &[Judgements]) -> Self {
        let mut assessed = Self {
            own: Score::of(standard, claimed),
            given: Score::of(standard, claimed),
            record: claimed.clone(),
            recheck_items: Vec::new(),
            recheck_facts: Vec::new(),
            clashing_items: Vec::new(),
            clashing_facts: Vec::new(),
            unexplained_items: Vec::new(),
        };
        let mut findings = Findings::default();
        for judgements in assessors {
            assessed.apply(standard, claimed, judgements, &mut findings);
        }
        assessed.given = Score::with(standard, &assessed.record, &findings);
        assessed
    }

    fn apply(&mut self, standard: &Standard, claimed: &Record, judgements: &Judgements, findings: &mut Findings) {
        for (id, judged) in &judgements.facts {
            // A sum is never typed, so nobody corrects one.
            if standard.fact(id).is_none_or(|fact| fact.sum.is_some()) {
                continue;
            }
            if judged.holds_for(&Claim::of_fact(claimed, id)) {
                self.record.facts.set(id.clone(), Some(judged.value));
            } else {
                note(&mut self.recheck_facts, id);
            }
        }
        for (id, judged) in &judgements.items {
            let Some(item) = standard.item(id) else { continue };
            if !judged.holds_for(&Claim::of_item(standard, claimed, id)) || !fits(item, judged) {
                note(&mut self.recheck_items, id);
                continue;
            }
            match &judged.value {
                Correction::Answer(choice) => {
                    findings.points.remove(id);
                    self.record.answers.edit(id, |answer| answer.choice = Some(choice.clone()));
                }
                Correction::Points(_) if judged.reason.is_blank() => note(&mut self.unexplained_items, id),
                Correction::Points(points) => _ = findings.points.insert(id.clone(), *points),
            }
        }
        judgements.clashing_items.iter().for_each(|id| note(&mut self.clashing_items, id));
        judgements.clashing_facts.iter().for_each(|id| note(&mut self.clashing_facts, id));
    }

    /// Every scored and bonus item, in the standard's order, with both scores side by side.
    pub fn items<'a>(&self, standard: &'a Standard) -> Vec<ItemBeside<'a>> {
        let scores = self.own.items.iter().zip(&self.given.items);
        let items = standard.scored().chain(&standard.bonus.items);
        let beside = items.zip(scores).map(|(item, (own, given))| {
            let (own, given) = (own.range, given.range);
            ItemBeside { item, own, given, difference: difference(own, given) }
        });
        beside.collect()
    }

    /// By how many hundredths the assessor gives more in total; less than 0 where it is less, none while one is open.
    pub fn difference(&self) -> Option<i64> {
        difference(self.own.total, self.given.total)
    }

    /// The scored items that lose most in the assessor's score, whatever is still open, at most so many, the most first;
    /// for the same in the standard's order.
    pub fn most_lost<'a>(&self, standard: &'a Standard, most: usize) -> Vec<(&'a Item, Points)> {
        let scored = standard.scored().zip(&self.given.items);
        let lost = scored.map(|(item, score)| (item, item.points.less(score.range.high)));
        let mut lost: Vec<(&Item, Points)> = lost.filter(|(_, points)| *points > Points::ZERO).collect();
        sort_by_key(&mut lost, |(_, points)| std::cmp::Reverse(*points));
        lost.truncate(most);
        lost
    }

    /// Whether something must be looked at again or decided.
    pub fn needs_a_look(&self) -> bool {
        let lists = [self.recheck_items.len(), self.recheck_facts.len()];
        lists.into_iter().chain([self.clashing_items.len(), self.clashing_facts.len()]).any(|many| many > 0)
    }
}

/// Whether the standard allows the corrected answer.
fn fits(item: &Item, judged: &Judged<Correction>) -> bool {
    match &judged.value {
        Correction::Answer(choice) => {
            Answer { choice: Some(choice.clone()), ..Answer::default() }.misfit(item).is_none()
        }
        Correction::Points(_) => true,
    }
}

fn note<T: Clone + PartialEq>(list: &mut Vec<T>, one: &T) {
    if !list.contains(one) {
        list.push(one.clone());
    }
}

fn difference(own: Range, given: Range) -> Option<i64> {
    let hundredths = |range: Range| i64::try_from(range.settled()?.get()).ok();
    Some(hundredths(given)? - hundredths(own)?)
}
