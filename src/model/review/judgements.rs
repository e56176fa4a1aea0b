//! Everything that an assessor judged of a unit, as far as it is decided.

use crate::model::record::facts::Count;
use crate::model::review::act::Act;
use crate::model::review::ids::UnitId;
use crate::model::review::judged::{Correction, Judged};
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::standard::Standard;
use crate::model::standard::ids::{AssessorId, FactId, ItemId};
use std::collections::BTreeMap;

/// What one assessor judged of a unit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Judgements {
    /// The items, by their names.
    pub items: BTreeMap<ItemId, Judged<Correction>>,
    /// The numbers, by theirs.
    pub facts: BTreeMap<FactId, Judged<Count>>,
    /// Items on which two people decided otherwise apart; until it is decided, what the unit says counts.
    pub clashing_items: Vec<ItemId>,
    /// Numbers of the same kind.
    pub clashing_facts: Vec<FactId>,
}

impl Judgements {
    /// What holds in a log for this unit in this assessor's column.
    pub fn of(log: &Log, unit: UnitId, column: &AssessorId) -> Self {
        let mut judgements = Self::default();
        for place in log.places_of(unit) {
            let Place::Unit(_, UnitPlace::Assessed(of, _) | UnitPlace::FactSet(of, _)) = place else { continue };
            if of != column {
                continue;
            }
            match (log.value(place), place) {
                (Holds::One(Act::Assessed { item, value: Some(judged), .. }), _) => {
                    judgements.items.insert(item.clone(), (**judged).clone());
                }
                (Holds::One(Act::FactSet { fact, value: Some(judged), .. }), _) => {
                    judgements.facts.insert(fact.clone(), (**judged).clone());
                }
                (Holds::Clash(_), Place::Unit(_, UnitPlace::Assessed(_, item))) => {
                    judgements.clashing_items.push(item.clone());
                }
                (Holds::Clash(_), Place::Unit(_, UnitPlace::FactSet(_, fact))) => {
                    judgements.clashing_facts.push(fact.clone());
                }
                (Holds::Nothing | Holds::One(_) | Holds::Clash(_), _) => {}
            }
        }
        judgements
    }

    /// Those of each assessor up to this one, in the standard's order; the unit itself judges nothing.
    pub fn up_to(log: &Log, unit: UnitId, standard: &Standard, column: &AssessorId) -> Vec<Self> {
        let Some(last) = standard.assessors.iter().position(|assessor| assessor.id == *column) else {
            return Vec::new();
        };
        let columns = standard.assessors.iter().take(last + 1).skip(1);
        columns.map(|assessor| Self::of(log, unit, &assessor.id)).collect()
    }

    /// Whether nothing was judged.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
