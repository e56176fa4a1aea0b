//! Taking a township's bundle into the county's review: what it says becomes acts at the county's own lines of the
//! roster. It is held against the township's bundle before it: what the township has not changed since stays as it is here,
//! whoever decided it; what both have changed is put beside, and a person decides.

use crate::model::record::Months;
use crate::model::record::typed::is_blank;
use crate::model::review::act::Act;
use crate::model::review::bundle::{BundledAnswers, BundledUnit, EnteredAnswers, FirstScore};
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::place::Place;
use crate::model::review::taken::{Entered, RestsOn};
use crate::model::sorting::sort_by;
use crate::model::standard::ids::AssessorId;

/// What taking in a bundle comes to, beside its submissions, which are taken in like any others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BundleActs {
    /// What is to be decided in one step.
    pub acts: Vec<Act>,
    /// What is to be put beside something else that was decided here.
    pub beside: Vec<Act>,
    /// What units are called for which no line was found: what is said of them waits for one (对号).
    pub waiting: Vec<String>,
}

/// Where what a bundle says of a unit belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BundledPlace {
    /// At this line of the roster; the name under which it would have waited.
    Line(UnitId, NameKey),
    /// At none yet: it waits under this name.
    Waits(NameKey),
    /// Nowhere: a unit without a name.
    Nowhere,
}

/// What a bundle says of one unit.
struct SaidOfUnit {
    place: BundledPlace,
    /// What the bundle calls it.
    called: String,
    acts: Vec<Act>,
}

impl SaidOfUnit {
    fn of(bundled: &BundledUnit, place: BundledPlace, column: &AssessorId) -> Self {
        let acts = place.unit().map(|unit| acts(unit, bundled, column)).unwrap_or_default();
        Self { place, called: bundled.name.clone(), acts }
    }
}

impl BundledPlace {
    fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Line(unit, _) => Some(*unit),
            Self::Waits(name) => Some(UnitId::of_name(name)),
            Self::Nowhere => None,
        }
    }
}

impl BundleActs {
    /// What a bundle says of its units, each where it belongs. `before` is the township's bundle before it, if there is one
    /// and it can be read. `waiting` is where something of the township's units of this kind waits: what has found its
    /// line, or is not said any more, waits no longer.
    pub fn of(
        opened: &OpenedBundle,
        before: Option<&OpenedBundle>,
        log: &Log,
        place_of: &dyn Fn(&BundledUnit) -> BundledPlace,
        waiting: &[UnitId],
    ) -> Self {
        let mut taken = Self::default();
        let known = before.map(|before| said(before, place_of)).unwrap_or_default();
        let known = by_place(&known);
        let now = said(opened, place_of);
        let new = by_place(&now);
        for of in &now {
            match &of.place {
                BundledPlace::Line(..) => continue,
                BundledPlace::Waits(name) if !of.acts.is_empty() => {
                    taken.acts.push(Act::Matched { name: name.clone(), value: Some(UnitId::of_name(name)) });
                }
                BundledPlace::Waits(_) | BundledPlace::Nowhere => {}
            }
            taken.waiting.push(of.called.clone());
        }
        // What has waited for its line stands where it waited.
        let waited = |place: &Place| {
            let Place::Unit(unit, what) = place else { return Holds::Nothing };
            let name = now.iter().find_map(|of| match &of.place {
                BundledPlace::Line(line, name) if line == unit => Some(UnitId::of_name(name)),
                BundledPlace::Line(..) | BundledPlace::Waits(_) | BundledPlace::Nowhere => None,
            });
            let place = name.filter(|name| waiting.contains(name)).map(|name| Place::Unit(name, what.clone()));
            place.map_or(Holds::Nothing, |place| log.value(&place))
        };
        let gone = known.iter().filter(|(place, _)| at(&new, place).is_none()).map(|(_, act)| act.emptied());
        for act in gone.chain(now.iter().flat_map(|of| &of.acts).cloned()) {
            let place = act.place();
            let here = match log.value(&place) {
                Holds::Nothing => waited(&place),
                here => here,
            };
            match taken_as(here, at(&known, &place), at(&new, &place)) {
                TakenAs::Nothing => {}
                TakenAs::Instead => taken.acts.push(act),
                TakenAs::Beside => taken.beside.push(act),
            }
        }
        let said_of: Vec<UnitId> = now.iter().filter_map(|of| of.place.unit()).collect();
        for unit in waiting.iter().filter(|unit| !said_of.contains(unit)) {
            let acts = log.places_of(*unit).flat_map(|place| log.value(place).acts().cloned().collect::<Vec<_>>());
            let stale = acts.map(|act| act.emptied()).filter(|act| !taken.acts.contains(act));
            taken.acts.extend(stale.collect::<Vec<_>>());
        }
        taken
    }
}

fn by_place(said: &[SaidOfUnit]) -> Vec<(Place, &Act)> {
    let mut acts: Vec<(Place, &Act)> = said.iter().flat_map(|of| &of.acts).map(|act| (act.place(), act)).collect();
    sort_by(&mut acts, |(one, _), (other, _)| one.cmp(other));
    acts
}

fn at<'a>(acts: &[(Place, &'a Act)], place: &Place) -> Option<&'a Act> {
    let at = acts.binary_search_by(|(known, _)| known.cmp(place)).ok()?;
    acts.get(at).map(|(_, act)| *act)
}

fn said(opened: &OpenedBundle, place_of: &dyn Fn(&BundledUnit) -> BundledPlace) -> Vec<SaidOfUnit> {
    let sealed = &opened.bundle.sealed;
    sealed.units.iter().map(|bundled| SaidOfUnit::of(bundled, place_of(bundled), &sealed.column)).collect()
}

/// What becomes of what a bundle says at a place.
enum TakenAs {
    /// What stands here stays.
    Nothing,
    /// It takes the place of what stands here.
    Instead,
    /// It is put beside what stands here.
    Beside,
}

/// What stands here, what the township said before, and what it says now.
fn taken_as(here: Holds<'_>, before: Option<&Act>, now: Option<&Act>) -> TakenAs {
    let same = |one: Option<&Act>, other: Option<&Act>| match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => says_same(one, other),
        (None, Some(_)) | (Some(_), None) => false,
    };
    let here = match here {
        Holds::Nothing => None,
        Holds::One(act) => Some(act),
        // Somebody decides between these anyway.
        Holds::Clash(entries) => {
            let is_there = now.is_none_or(|now| entries.iter().any(|entry| says_same(&entry.act, now)));
            return if is_there || same(before, now) { TakenAs::Nothing } else { TakenAs::Beside };
        }
    };
    match () {
        () if same(here, before) => TakenAs::Instead,
        () if same(before, now) || same(here, now) => TakenAs::Nothing,
        () => TakenAs::Beside,
    }
}

/// Whether two acts of the same sort say the same, whatever unit they are of, whatever it rests on and of which day it is: a
/// bundle has one of each for all that was typed of a unit.
fn says_same(one: &Act, other: &Act) -> bool {
    match (one, other) {
        (Act::EnteredMonths { value: Some(one), .. }, Act::EnteredMonths { value: Some(other), .. }) => {
            one.value == other.value
        }
        (Act::EnteredFact { value: Some(one), .. }, Act::EnteredFact { value: Some(other), .. }) => {
            one.value == other.value
        }
        (Act::EnteredAnswer { value: Some(one), .. }, Act::EnteredAnswer { value: Some(other), .. }) => {
            one.value == other.value
        }
        (Act::Assessed { value: one, .. }, Act::Assessed { value: other, .. }) => one == other,
        (Act::FactSet { value: one, .. }, Act::FactSet { value: other, .. }) => one == other,
        (Act::NotSent { value: one, .. }, Act::NotSent { value: other, .. }) => one == other,
        _ => one == other,
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
