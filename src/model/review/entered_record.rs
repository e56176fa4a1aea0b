//! The answers that the township typed for a unit (代录), put together: what the engine scores, what they rest on and
//! of which day they are.

use crate::model::date::CivilDate;
use crate::model::record::Record;
use crate::model::review::act::Act;
use crate::model::review::ids::UnitId;
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::taken::{Entered, RestsOn};
use std::collections::BTreeSet;

/// What the township typed for a unit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EnteredRecord {
    /// What was typed; where two people typed otherwise apart, it is open.
    pub record: Record,
    /// What it rests on, each once.
    pub rests_on: BTreeSet<RestsOn>,
    /// The latest day of what it rests on; none where nothing was typed.
    pub day: Option<CivilDate>,
    /// How many numbers and answers were typed.
    pub typed: usize,
    /// Where two people typed otherwise apart.
    pub clashes: Vec<Place>,
}

impl EnteredRecord {
    /// What holds in a log for this unit.
    pub fn of(log: &Log, unit: UnitId) -> Self {
        let mut entered = Self::default();
        for place in log.places_of(unit) {
            match log.value(place) {
                Holds::One(act) => entered.add(act),
                Holds::Clash(_) if is_typed(place) => entered.clashes.push(place.clone()),
                Holds::Nothing | Holds::Clash(_) => {}
            }
        }
        entered
    }

    fn add(&mut self, act: &Act) {
        match act {
            Act::EnteredMonths { value: Some(typed), .. } => {
                self.record.months = typed.value;
                self.rests(typed);
            }
            Act::EnteredFact { fact, value: Some(typed), .. } => {
                self.record.facts.set(fact.clone(), Some(typed.value));
                self.rests(typed);
            }
            Act::EnteredAnswer { item, value: Some(typed), .. } => {
                self.record.answers.edit(item, |answer| answer.choice = Some(typed.value.clone()));
                self.rests(typed);
            }
            Act::EnteredMonths { .. }
            | Act::EnteredFact { .. }
            | Act::EnteredAnswer { .. }
            | Act::Unit { .. }
            | Act::NotSent { .. }
            | Act::Taken { .. }
            | Act::Bundle { .. }
            | Act::Matched { .. }
            | Act::InForce { .. }
            | Act::Assessed { .. }
            | Act::FactSet { .. } => {}
        }
    }

    fn rests<T>(&mut self, typed: &Entered<T>) {
        self.rests_on.insert(typed.rests_on);
        self.day = self.day.max(Some(typed.day));
        self.typed += 1;
    }
}

fn is_typed(place: &Place) -> bool {
    matches!(place, Place::Unit(_, UnitPlace::EnteredMonths | UnitPlace::EnteredFact(_) | UnitPlace::EnteredAnswer(_)))
}
