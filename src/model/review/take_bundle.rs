//! Taking a township's bundle into the county's review: what it says becomes acts at the county's own lines of the
//! roster. What the county knows already changes nothing, so a later bundle brings what is new in it and no more.

use crate::model::record::Months;
use crate::model::record::typed::is_blank;
use crate::model::review::act::Act;
use crate::model::review::bundle::{BundledAnswers, BundledUnit, EnteredAnswers, FirstScore};
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::taken::{Entered, RestsOn};
use crate::model::standard::ids::AssessorId;

/// What taking in a bundle comes to, beside its submissions, which are taken in like any others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BundleActs {
    /// What is to be decided in one step.
    pub acts: Vec<Act>,
    /// What units are called for which no line was found: what is said of them waits for one (对号).
    pub waiting: Vec<String>,
}

/// Where what a bundle says of a unit belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BundledPlace {
    /// At this line of the roster.
    Line(UnitId),
    /// At none yet: it waits under this name.
    Waits(NameKey),
    /// Nowhere: a unit without a name.
    Nowhere,
}

impl BundleActs {
    /// What a bundle says of its units, each where it belongs. `waiting` is where something of the township's units of this
    /// kind waits: a bundle says all that the township says, so what it does not say there is taken back.
    pub fn of(
        opened: &OpenedBundle,
        log: &Log,
        place_of: &dyn Fn(&BundledUnit) -> BundledPlace,
        waiting: &[UnitId],
    ) -> Self {
        let mut taken = Self::default();
        let mut said_of = Vec::new();
        for bundled in &opened.bundle.sealed.units {
            let column = &opened.bundle.sealed.column;
            let (unit, name) = match place_of(bundled) {
                BundledPlace::Line(unit) => (unit, None),
                BundledPlace::Waits(name) => (UnitId::of_name(&name), Some(name)),
                BundledPlace::Nowhere => {
                    taken.waiting.push(bundled.name.clone());
                    continue;
                }
            };
            said_of.push(unit);
            let said = acts(unit, bundled, column);
            if let Some(name) = name {
                taken.waiting.push(bundled.name.clone());
                if !said.is_empty() {
                    taken.acts.push(Act::Matched { name, value: Some(unit) });
                }
            }
            // What the township took back since its last bundle.
            taken.acts.extend(held(log, unit, column).into_iter().filter_map(|act| {
                let again = said.iter().any(|said| said.place() == act.place());
                (!again).then(|| act.emptied())
            }));
            taken.acts.extend(said);
        }
        for unit in waiting.iter().filter(|unit| !said_of.contains(unit)) {
            let stale = held(log, *unit, &opened.bundle.sealed.column);
            taken.acts.extend(stale.into_iter().map(Act::emptied));
        }
        taken
    }
}

/// Everything that is said of a unit.
fn acts(unit: UnitId, bundled: &BundledUnit, column: &AssessorId) -> Vec<Act> {
    let mut acts = Vec::new();
    match &bundled.answers {
        BundledAnswers::NotSent(why) if is_blank(why) => {}
        BundledAnswers::NotSent(why) => acts.push(Act::NotSent { unit, value: Some(why.clone()) }),
        BundledAnswers::Submitted(_) => {}
        BundledAnswers::Entered(entered) => acts.extend(typed(unit, entered)),
    }
    acts.extend(bundled.first.iter().flat_map(|first| judged(unit, first, column)));
    acts
}

/// What the township typed. It says of all of it together what it rests on; the first of these stands at each.
fn typed(unit: UnitId, entered: &EnteredAnswers) -> Vec<Act> {
    let rests_on = entered.rests_on.first().copied().unwrap_or(RestsOn::Paper);
    let EnteredAnswers { record, day, .. } = entered;
    let months = (record.months != Months::default()).then_some(record.months);
    let months = months.map(|value| Entered { value, rests_on, day: *day });
    let facts = record.facts.iter().map(|(fact, value)| {
        let value = Some(Entered { value, rests_on, day: *day });
        Act::EnteredFact { unit, fact: fact.clone(), value }
    });
    let answers = record.answers.iter().filter_map(|(item, answer)| {
        let value = Entered { value: answer.choice.clone()?, rests_on, day: *day };
        Some(Act::EnteredAnswer { unit, item: item.clone(), value: Some(Box::new(value)) })
    });
    let months = months.map(|value| Act::EnteredMonths { unit, value: Some(value) });
    months.into_iter().chain(facts).chain(answers).collect()
}

/// What the township judged.
fn judged(unit: UnitId, first: &FirstScore, column: &AssessorId) -> Vec<Act> {
    let items = first.items.iter().map(|(item, judged)| Act::Assessed {
        unit,
        column: column.clone(),
        item: item.clone(),
        value: Some(Box::new(judged.clone())),
    });
    let facts = first.facts.iter().map(|(fact, judged)| Act::FactSet {
        unit,
        column: column.clone(),
        fact: fact.clone(),
        value: Some(Box::new(judged.clone())),
    });
    items.chain(facts).collect()
}

/// What the county has of a unit that only a bundle says: what was typed, what was judged in the township's column.
fn held<'a>(log: &'a Log, unit: UnitId, column: &AssessorId) -> Vec<&'a Act> {
    let of_bundles = |place: &&Place| match place {
        Place::Unit(_, what) => match what {
            UnitPlace::EnteredMonths | UnitPlace::EnteredFact(_) | UnitPlace::EnteredAnswer(_) | UnitPlace::NotSent => {
                true
            }
            UnitPlace::Assessed(of, _) | UnitPlace::FactSet(of, _) => of == column,
            UnitPlace::Line | UnitPlace::InForce => false,
        },
        Place::File(_) | Place::Bundle(_) | Place::Name(_) => false,
    };
    let places = log.places_of(unit).filter(of_bundles);
    let acts = places.filter_map(|place| match log.value(place) {
        Holds::Nothing => None,
        Holds::One(act) => Some(act),
        Holds::Clash(entries) => entries.first().map(|entry| &entry.act),
    });
    acts.collect()
}
