//! The units of a review in the order of the roster, each with what was received of it and which of its answers count.
//! Derived from the log in one pass, whenever it is wanted.

use crate::model::review::act::Act;
use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::roster_line::RosterLine;
use crate::model::review::taken::{Origin, TakenFile};
use crate::model::sorting::sort_by_key;
use std::sync::Arc;

/// Which of a unit's answers count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Counts {
    /// There are none.
    None,
    /// These.
    Of(Origin),
    /// A person must decide between these: two files are the same revision with other content, or two people decided
    /// apart.
    Undecided(Vec<Origin>),
}

/// A unit of the review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewUnit {
    /// Its name within the review.
    pub id: UnitId,
    /// Its line on the roster; the first of them where two people wrote it apart.
    pub line: Arc<RosterLine>,
    /// What was received of it, the latest revision last.
    pub received: Vec<(FileDigest, Arc<TakenFile>)>,
    /// Whether the township typed anything for it (代录).
    pub entered: bool,
    /// Which of its answers count.
    pub counts: Counts,
    /// Why it sends nothing, where somebody said so.
    pub not_sent: Option<String>,
    /// Whether two people decided something of it apart, anywhere.
    pub clash: bool,
}

/// Everything of a review that stands on its roster, and what waits for a line (对号).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReviewUnits {
    /// The units, in the order of the roster.
    pub units: Vec<ReviewUnit>,
    /// Files of units that are not on the roster; they are in no table of results.
    pub waiting: Vec<(FileDigest, Arc<TakenFile>)>,
    /// Names of which a bundle said something without a file (代录, 未报原因), with what stands for them until a person
    /// picks their line.
    pub waiting_names: Vec<(NameKey, UnitId)>,
    /// Where each unit stands, in the order of their ids.
    places: Vec<(UnitId, usize)>,
    /// The same in the order of their kinds and names.
    by_name: Vec<usize>,
}

impl ReviewUnits {
    /// What a log gives.
    pub fn of(log: &Log) -> Self {
        let mut maker = UnitsMaker::default();
        for (place, holds) in log.held() {
            maker.add(place, &holds);
        }
        maker.end()
    }

    /// The unit of this name within the review.
    pub fn unit(&self, id: UnitId) -> Option<&ReviewUnit> {
        let at = self.places.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.units.get(self.places.get(at)?.1)
    }

    /// What a unit is called where the others stand beside it: its name; where another one has the same name, its village
    /// before it, and the township where the village does not tell them apart or where there are units of several
    /// townships. Empty for one that is not here.
    pub fn name_of(&self, id: UnitId) -> String {
        let Some(line) = self.unit(id).map(|unit| &unit.line) else { return String::new() };
        let is_other = |other: &&RosterLine| other.township != line.township;
        if line.name.is_empty() || self.same_named(id).next().is_none() {
            return line.name.clone();
        }
        let told_by_village =
            !line.village.is_empty() && self.same_named(id).all(|other| other.village != line.village);
        let of_kind = self.units.iter().map(|unit| &*unit.line).filter(|other| other.kind == line.kind);
        line.called(!told_by_village || of_kind.filter(is_other).count() > 0, true)
    }

    /// Whether its name stands for another unit of its township as well.
    pub fn shares_name(&self, id: UnitId) -> bool {
        let line = self.unit(id).map(|unit| &unit.line);
        line.is_some_and(|line| self.same_named(id).any(|other| other.township == line.township))
    }

    /// The lines of the other units of its kind that have its name.
    fn same_named(&self, id: UnitId) -> impl Iterator<Item = &RosterLine> {
        let name = |at: &usize| self.units.get(*at).map(|unit| (&unit.line.kind, &unit.line.name));
        let own = self.unit(id).map(|unit| (&unit.line.kind, &unit.line.name));
        let from = self.by_name.partition_point(|at| name(at) < own);
        let same = self.by_name.iter().skip(from).take_while(move |at| name(at) == own);
        same.filter_map(|at| self.units.get(*at)).filter(move |other| other.id != id).map(|other| &*other.line)
    }
}

/// Makes the units of a log, place by place. In the order of the places all of a unit's stand together, its line first.
#[derive(Default)]
pub struct UnitsMaker {
    /// By their ids, each with what was decided about what counts.
    units: Vec<(ReviewUnit, Vec<Origin>)>,
    /// By their digests.
    files: Vec<(FileDigest, Arc<TakenFile>)>,
    /// What names stand for, in their order.
    names: Vec<(NameKey, UnitId)>,
    /// Of which something was typed or judged, and which have no line; in their order.
    unlisted: Vec<UnitId>,
}

impl UnitsMaker {
    /// What holds at the next place. Where two people decided apart, it is as the first says until it is decided.
    pub fn add(&mut self, place: &Place, holds: &Holds<'_>) {
        let clash = matches!(holds, Holds::Clash(_));
        if let Place::Unit(id, what) = place {
            let holds = *holds != Holds::Nothing;
            if let Some((unit, _)) = self.last(*id) {
                unit.clash |= clash;
                unit.entered |= holds && is_entered(what);
            } else if holds && !matches!(what, UnitPlace::Line | UnitPlace::InForce) && self.unlisted.last() != Some(id)
            {
                self.unlisted.push(*id);
            }
        }
        for act in holds.acts() {
            match act {
                Act::Unit { unit, value: Some(line) } => {
                    if self.last(*unit).is_none() {
                        self.units.push((ReviewUnit::new(*unit, Arc::clone(line), clash), Vec::new()));
                    }
                }
                // What stands at a unit that was taken from the roster is of none.
                Act::NotSent { unit, value: Some(why) } => {
                    if let Some((unit, _)) = self.last(*unit) {
                        unit.not_sent.get_or_insert_with(|| why.clone());
                    }
                }
                Act::InForce { unit, value: Some(origin) } => {
                    if let Some((_, decided)) = self.last(*unit) {
                        decided.push(*origin);
                    }
                }
                Act::Taken { file, value: Some(taken) } => {
                    if self.files.last().is_none_or(|(last, _)| last != file) {
                        self.files.push((*file, Arc::clone(taken)));
                    }
                }
                Act::Matched { name, value: Some(unit) } => {
                    if self.names.last().is_none_or(|(last, _)| last != name) {
                        self.names.push((name.clone(), *unit));
                    }
                }
                Act::Unit { .. }
                | Act::NotSent { .. }
                | Act::InForce { .. }
                | Act::Taken { .. }
                | Act::Bundle { .. }
                | Act::Matched { .. }
                | Act::EnteredMonths { .. }
                | Act::EnteredFact { .. }
                | Act::EnteredAnswer { .. }
                | Act::Assessed { .. }
                | Act::FactSet { .. } => {}
            }
        }
    }

    /// The unit whose places come now, where it is this one.
    fn last(&mut self, id: UnitId) -> Option<&mut (ReviewUnit, Vec<Origin>)> {
        self.units.last_mut().filter(|(unit, _)| unit.id == id)
    }

    /// The units, after the last place.
    pub fn end(self) -> ReviewUnits {
        let Self { mut units, files, names, unlisted } = self;
        let unit_of = |taken: &TakenFile| {
            let at = || names.binary_search_by(|(name, _)| name.cmp(&taken.key)).ok();
            // The unit that it was taken in for, or that its name stands for.
            taken.unit.or_else(|| names.get(at()?).map(|(_, unit)| *unit))
        };
        let mut waiting = Vec::new();
        for (file, taken) in files {
            let at = unit_of(&taken).and_then(|id| units.binary_search_by_key(&id, |(unit, _)| unit.id).ok());
            match at.and_then(|at| units.get_mut(at)) {
                Some((unit, _)) => unit.received.push((file, taken)),
                None => waiting.push((file, taken)),
            }
        }
        let mut waiting_names = names;
        waiting_names.retain(|(_, unit)| unlisted.binary_search(unit).is_ok());
        let counted = |(mut unit, decided): (ReviewUnit, Vec<Origin>)| {
            sort_by_key(&mut unit.received, |(file, taken)| (taken.revision, *file));
            unit.counts = unit.counting(&decided);
            unit
        };
        let mut units: Vec<ReviewUnit> = units.into_iter().map(counted).collect();
        sort_by_key(&mut units, |unit| (unit.line.order, unit.id));
        let mut places: Vec<(UnitId, usize)> = units.iter().map(|unit| unit.id).zip(0..).collect();
        sort_by_key(&mut places, |(id, _)| *id);
        let mut by_name: Vec<usize> = (0..units.len()).collect();
        sort_by_key(&mut by_name, |at| units.get(*at).map(|unit| (&unit.line.kind, &unit.line.name)));
        ReviewUnits { units, waiting, waiting_names, places, by_name }
    }
}

fn is_entered(what: &UnitPlace) -> bool {
    match what {
        UnitPlace::EnteredMonths | UnitPlace::EnteredFact(_) | UnitPlace::EnteredAnswer(_) => true,
        UnitPlace::Line
        | UnitPlace::NotSent
        | UnitPlace::InForce
        | UnitPlace::Assessed(..)
        | UnitPlace::FactSet(..) => false,
    }
}

impl ReviewUnit {
    fn new(id: UnitId, line: Arc<RosterLine>, clash: bool) -> Self {
        Self { id, line, received: Vec::new(), entered: false, counts: Counts::None, not_sent: None, clash }
    }

    /// Which answers count, once it is known what was received and decided.
    fn counting(&self, decided: &[Origin]) -> Counts {
        // Between files of one revision a person decides; a later one comes instead of whichever it was.
        let latest = self.received.last().map(|(_, taken)| taken.revision);
        let here = |origin: &Origin| match origin {
            Origin::File(file) => {
                self.received.iter().any(|(known, taken)| known == file && Some(taken.revision) == latest)
            }
            Origin::Entered => self.entered,
        };
        let mut here_and_decided = Vec::new();
        for origin in decided.iter().filter(|origin| here(origin)) {
            if !here_and_decided.contains(origin) {
                here_and_decided.push(*origin);
            }
        }
        if !here_and_decided.is_empty() {
            return one_of(here_and_decided);
        }
        let Some((_, last)) = self.received.last() else {
            return if self.entered { Counts::Of(Origin::Entered) } else { Counts::None };
        };
        // The latest revision; the same content in another file is no other content.
        let (mut codes, mut latest) = (Vec::new(), Vec::new());
        for (file, taken) in self.received.iter().filter(|(_, taken)| taken.revision == last.revision) {
            if !codes.contains(&&taken.code) {
                codes.push(&taken.code);
                latest.push(Origin::File(*file));
            }
        }
        one_of(latest)
    }

    /// What is known of the file that counts, if one does.
    pub fn in_force(&self) -> Option<&TakenFile> {
        let Counts::Of(Origin::File(file)) = &self.counts else { return None };
        self.received.iter().find(|(known, _)| known == file).map(|(_, taken)| &**taken)
    }

    /// Whether there are answers of it.
    pub fn is_here(&self) -> bool {
        self.counts != Counts::None
    }
}

fn one_of(origins: Vec<Origin>) -> Counts {
    match origins.as_slice() {
        [] => Counts::None,
        [one] => Counts::Of(*one),
        _ => Counts::Undecided(origins),
    }
}
