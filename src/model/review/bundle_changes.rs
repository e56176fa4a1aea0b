//! A later bundle of a township held against an earlier one: 18 家相同、2 家新增、1 家初评有变动.

use crate::model::record::typed::compared;
use crate::model::review::bundle::{BundledAnswers, BundledUnit, FirstScore};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::standard::ids::ItemId;
use crate::model::standard::points::Range;
use std::collections::BTreeSet;

/// What a later bundle says otherwise, by the names of the units in it. Each unit stands once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BundleChanges {
    /// Nothing was changed.
    pub same: Vec<String>,
    /// There was nothing of it before, and now there is.
    pub new: Vec<String>,
    /// It says something else of itself.
    pub answers_changed: Vec<ChangedUnit>,
    /// It says the same, and the township judged otherwise.
    pub first_changed: Vec<ChangedUnit>,
    /// It is not in it any more, or nothing of it.
    pub gone: Vec<String>,
}

/// A unit of which a later bundle says something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedUnit {
    /// Its name.
    pub name: String,
    /// Its self score.
    pub own: FromTo,
    /// The township's score.
    pub first: FromTo,
    /// Which submission of it came before and comes now (第 n 次); 0 where the township typed it.
    pub revision: (u32, u32),
    /// The items at which the township judged otherwise.
    pub items: Vec<ItemId>,
}

/// A score before and now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FromTo {
    /// Before.
    pub from: Range,
    /// Now.
    pub to: Range,
}

impl FromTo {
    /// Whether it is another one now.
    pub fn differs(self) -> bool {
        self.from != self.to
    }
}

impl BundleChanges {
    /// What the later one says otherwise.
    pub fn between(earlier: &OpenedBundle, later: &OpenedBundle) -> Self {
        let mut changes = Self::default();
        let (before, now) = (&earlier.bundle.sealed.units, &later.bundle.sealed.units);
        for unit in now {
            let known = before.iter().find(|known| is_same_unit(known, unit)).filter(|known| is_here(&known.answers));
            match (known, is_here(&unit.answers)) {
                (None, true) => changes.new.push(unit.name.clone()),
                (Some(_), false) => changes.gone.push(unit.name.clone()),
                (Some(known), true) if known.answers != unit.answers => {
                    changes.answers_changed.push(changed((earlier, known), (later, unit)));
                }
                (Some(known), true) if known.first != unit.first => {
                    changes.first_changed.push(changed((earlier, known), (later, unit)));
                }
                (Some(_), true) | (None, false) => changes.same.push(unit.name.clone()),
            }
        }
        let gone = before.iter().filter(|known| is_here(&known.answers));
        let gone = gone.filter(|known| !now.iter().any(|unit| is_same_unit(known, unit)));
        changes.gone.extend(gone.map(|known| known.name.clone()));
        changes
    }
}

/// What is said otherwise of one unit.
fn changed(before: (&OpenedBundle, &BundledUnit), now: (&OpenedBundle, &BundledUnit)) -> ChangedUnit {
    let scores = |(opened, unit): (&OpenedBundle, &BundledUnit)| {
        opened.assessment(unit).map_or_else(Default::default, |assessed| (assessed.own.total, assessed.given.total))
    };
    let revision = |(opened, unit): (&OpenedBundle, &BundledUnit)| {
        opened.submission(unit).map_or(0, |opened| opened.submission.revision)
    };
    let ((own, first), (own_now, first_now)) = (scores(before), scores(now));
    ChangedUnit {
        name: now.1.name.clone(),
        own: FromTo { from: own, to: own_now },
        first: FromTo { from: first, to: first_now },
        revision: (revision(before), revision(now)),
        items: judged_otherwise(before.1.first.as_ref(), now.1.first.as_ref()),
    }
}

/// The items at which one of the two deviates and the other does not, or does otherwise.
fn judged_otherwise(before: Option<&FirstScore>, now: Option<&FirstScore>) -> Vec<ItemId> {
    let judged = |first: Option<&FirstScore>, item: &ItemId| first.and_then(|first| first.items.get(item)).cloned();
    let items: BTreeSet<&ItemId> = before.into_iter().chain(now).flat_map(|first| first.items.keys()).collect();
    items.into_iter().filter(|item| judged(before, item) != judged(now, item)).cloned().collect()
}

fn is_here(answers: &BundledAnswers) -> bool {
    match answers {
        BundledAnswers::NotSent(_) => false,
        BundledAnswers::Submitted(_) | BundledAnswers::Entered(_) => true,
    }
}

/// By the county's code where both have one, else by village and name.
fn is_same_unit(one: &BundledUnit, other: &BundledUnit) -> bool {
    if !one.code.is_empty() && !other.code.is_empty() {
        return one.code == other.code;
    }
    (compared(&one.village), compared(&one.name)) == (compared(&other.village), compared(&other.name))
}
