//! A later bundle of a township held against an earlier one: 18 同、2 新、1 初评有改动.

use crate::model::record::typed::tidy;
use crate::model::review::bundle::{BundledAnswers, BundledUnit, FirstScore, Sealed};

/// What a later bundle says otherwise, by the names of the units in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BundleChanges {
    /// Nothing was changed.
    pub same: Vec<String>,
    /// There was nothing of it before, and now there is.
    pub new: Vec<String>,
    /// It says something else of itself.
    pub answers_changed: Vec<String>,
    /// It says the same, and the township judged otherwise.
    pub first_changed: Vec<String>,
    /// It is not in it any more, or nothing of it.
    pub gone: Vec<String>,
}

impl BundleChanges {
    /// What the later one says otherwise.
    pub fn between(earlier: &Sealed, later: &Sealed) -> Self {
        let mut changes = Self::default();
        for unit in &later.units {
            let before = earlier.units.iter().find(|known| is_same_unit(known, unit)).map(|known| &known.answers);
            let before = before.filter(|before| is_here(before));
            let list = match (before, is_here(&unit.answers)) {
                (None, true) => &mut changes.new,
                (Some(_), false) => &mut changes.gone,
                (Some(before), true) if *before != unit.answers => &mut changes.answers_changed,
                (Some(_), true) if first(earlier, unit) != unit.first.as_ref() => &mut changes.first_changed,
                (Some(_), true) | (None, false) => &mut changes.same,
            };
            list.push(unit.name.clone());
        }
        let gone = earlier.units.iter().filter(|known| is_here(&known.answers));
        let gone = gone.filter(|known| !later.units.iter().any(|unit| is_same_unit(known, unit)));
        changes.gone.extend(gone.map(|known| known.name.clone()));
        changes
    }
}

fn first<'a>(sealed: &'a Sealed, unit: &BundledUnit) -> Option<&'a FirstScore> {
    sealed.units.iter().find(|known| is_same_unit(known, unit))?.first.as_ref()
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
    (tidy(&one.village), tidy(&one.name)) == (tidy(&other.village), tidy(&other.name))
}
