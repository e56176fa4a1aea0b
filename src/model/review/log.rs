//! The log: all entries of a review that are here, and what holds at each place. It only grows. What holds depends on
//! which entries are here and never on the order in which they came, so merging two logs is their union.

use crate::model::review::act::Act;
use crate::model::review::entry::{ReviewEntry, Who};
use crate::model::review::ids::{EntryId, FileDigest, UnitId};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::sorting::sort_by;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What taking in an entry comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Admitted {
    /// It is new.
    New,
    /// Exactly this one is here.
    Same,
    /// One with this id and other content is here. Both are kept and both count; a person must be told.
    SameIdOtherContent,
}

/// What holds at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Holds<'a> {
    /// Nothing was decided, or it was emptied.
    Nothing,
    /// One value.
    One(&'a Act),
    /// Values that were decided apart from each other; a further entry decides. In the order of their ids.
    Clash(Vec<&'a ReviewEntry>),
}

impl<'a> Holds<'a> {
    /// All of it, in the order of the ids.
    pub fn acts(&self) -> impl Iterator<Item = &'a Act> {
        let (one, several): (Option<&Act>, &[&ReviewEntry]) = match self {
            Self::Nothing => (None, &[]),
            Self::One(act) => (Some(act), &[]),
            Self::Clash(entries) => (None, entries),
        };
        one.into_iter().chain(several.iter().map(|entry| &entry.act))
    }
}

/// All entries of a review that are here.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// In the order in which they came.
    entries: Vec<ReviewEntry>,
    /// Where each stands; an id twice only where it has other content as well.
    by_id: BTreeSet<(EntryId, u32)>,
    /// What no other entry at its place replaces, in the order in which it came.
    heads: BTreeMap<Place, Vec<u32>>,
    /// Which entries are replaced, here or not yet, and where the one stands that does so.
    replaced: BTreeSet<(EntryId, u32)>,
    /// Each person once: most entries are of very few.
    people: BTreeSet<Arc<Who>>,
}

impl Log {
    /// Takes in an entry, whatever of what it names is here already.
    pub fn admit(&mut self, mut entry: ReviewEntry) -> Admitted {
        let mut known = self.get(entry.id).peekable();
        let admitted = if known.peek().is_none() { Admitted::New } else { Admitted::SameIdOtherContent };
        if known.any(|known| *known == entry) {
            return Admitted::Same;
        }
        drop(known);
        let Ok(here) = u32::try_from(self.entries.len()) else { return Admitted::Same };
        match self.people.get(&entry.by) {
            Some(person) => entry.by = Arc::clone(person),
            None => _ = self.people.insert(Arc::clone(&entry.by)),
        }
        let place = entry.act.place();
        let replaced_here = self.replacing(entry.id).any(|by| by.act.place() == place);
        for id in &entry.replaces {
            self.replaced.insert((*id, here));
        }
        let heads = self.heads.entry(place).or_default();
        heads.retain(|head| {
            let head = self.entries.get(*head as usize);
            head.is_some_and(|head| !entry.replaces.contains(&head.id))
        });
        if !replaced_here {
            heads.push(here);
        }
        self.by_id.insert((entry.id, here));
        self.entries.push(entry);
        admitted
    }

    /// Takes in everything of another log. Returns the entries whose id stands here with other content.
    pub fn merge(&mut self, other: &Self) -> Vec<EntryId> {
        let mut told = Vec::new();
        for entry in &other.entries {
            if self.admit(entry.clone()) == Admitted::SameIdOtherContent {
                told.push(entry.id);
            }
        }
        told
    }

    fn at(&self, at: u32) -> Option<&ReviewEntry> {
        self.entries.get(at as usize)
    }

    /// The entries that replace this one.
    fn replacing(&self, id: EntryId) -> impl Iterator<Item = &ReviewEntry> {
        self.replaced.range((id, 0)..=(id, u32::MAX)).filter_map(|(_, by)| self.at(*by))
    }

    /// The entries of this id; more than one where it has other content as well.
    pub fn get(&self, id: EntryId) -> impl Iterator<Item = &ReviewEntry> {
        self.by_id.range((id, 0)..=(id, u32::MAX)).filter_map(|(_, at)| self.at(*at))
    }

    /// The entries of a step, by the id of its first.
    pub(in crate::model::review) fn of_step(&self, first: EntryId) -> impl Iterator<Item = &ReviewEntry> {
        let later = self.by_id.range((first, 0)..).take_while(move |(id, _)| id.writer == first.writer);
        let entries = later.filter_map(|(_, at)| self.at(*at));
        entries.take_while(move |entry| entry.step == first.seq)
    }

    /// Every entry, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = &ReviewEntry> {
        self.entries.iter()
    }

    /// Every entry, in the order of their ids: the same for everybody who has the same.
    pub fn in_order(&self) -> Vec<&ReviewEntry> {
        let mut all: Vec<&ReviewEntry> = self.by_id.iter().filter_map(|(_, at)| self.at(*at)).collect();
        sort(&mut all);
        all
    }

    /// How many entries are here.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was decided yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What no other entry at this place replaces, in the order of the ids.
    pub fn heads(&self, place: &Place) -> Vec<&ReviewEntry> {
        self.heads.get(place).map_or_else(Vec::new, |heads| self.sorted(heads))
    }

    fn sorted(&self, heads: &[u32]) -> Vec<&ReviewEntry> {
        let mut heads: Vec<&ReviewEntry> = heads.iter().filter_map(|at| self.at(*at)).collect();
        sort(&mut heads);
        heads
    }

    /// What a person sees at this place: the ids that a change of it replaces, rising, each once.
    pub fn seen(&self, place: &Place) -> Vec<EntryId> {
        let mut seen: Vec<EntryId> = self.heads(place).into_iter().map(|head| head.id).collect();
        seen.dedup();
        seen
    }

    /// What holds at a place. Equal values are no clash; where a thing was removed it stays away.
    pub fn value(&self, place: &Place) -> Holds<'_> {
        self.heads.get(place).map_or(Holds::Nothing, |heads| self.held_by(place, heads))
    }

    /// What holds at every place at which something was decided, in their order.
    pub fn held(&self) -> impl Iterator<Item = (&Place, Holds<'_>)> {
        self.heads.iter().map(|(place, heads)| (place, self.held_by(place, heads)))
    }

    fn held_by(&self, place: &Place, heads: &[u32]) -> Holds<'_> {
        // Nearly always there is one.
        if let [head] = heads {
            let act = self.at(*head).map(|head| &head.act).filter(|act| !act.empties());
            return act.map_or(Holds::Nothing, Holds::One);
        }
        let heads = self.sorted(heads);
        let Some(first) = heads.first() else { return Holds::Nothing };
        if place.stays_removed() && heads.iter().any(|head| head.act.empties()) {
            return Holds::Nothing;
        }
        if heads.iter().any(|head| head.act != first.act) {
            return Holds::Clash(heads);
        }
        if first.act.empties() { Holds::Nothing } else { Holds::One(&first.act) }
    }

    /// Every place at which something was decided, in order.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.heads.keys()
    }

    /// The places of a unit, in order.
    pub fn places_of(&self, unit: UnitId) -> impl Iterator<Item = &Place> {
        let places = self.heads.range(Place::Unit(unit, UnitPlace::Line)..).map(|(place, _)| place);
        places.take_while(move |place| matches!(place, Place::Unit(of, _) if *of == unit))
    }

    /// The places of the bundles that are kept, in order.
    pub fn places_of_bundles(&self) -> impl Iterator<Item = &Place> {
        let places = self.heads.range(Place::Bundle(FileDigest::new([0; 32]))..).map(|(place, _)| place);
        places.take_while(|place| matches!(place, Place::Bundle(_)))
    }

    /// The places at which a person must decide between several values.
    pub fn clashes(&self) -> Vec<&Place> {
        let several = self.heads.iter().filter(|(_, heads)| heads.len() > 1).map(|(place, _)| place);
        several.filter(|place| matches!(self.value(place), Holds::Clash(_))).collect()
    }

    /// The ids under which several entries with other content stand.
    pub fn doubled(&self) -> Vec<EntryId> {
        let mut ids: Vec<EntryId> = self.by_id.iter().map(|(id, _)| *id).collect();
        ids.retain(|id| self.get(*id).nth(1).is_some());
        ids.dedup();
        ids
    }
}

/// By their ids; by their text where one has other content as well.
fn sort(entries: &mut Vec<&ReviewEntry>) {
    let text = ReviewEntry::written;
    sort_by(entries, |one, other| one.id.cmp(&other.id).then_with(|| text(one).cmp(&text(other))));
}
