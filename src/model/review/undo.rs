//! Undoing a step: only one's own, only where it still holds, and by further entries. An undone step can be undone.

use crate::model::date::UtcTime;
use crate::model::review::act::Act;
use crate::model::review::entry::ReviewEntry;
use crate::model::review::entry_maker::EntryMaker;
use crate::model::review::ids::EntryId;
use crate::model::review::log::Log;
use crate::model::review::place::Place;
use crate::model::sorting::sort_by_key;

/// What undoing a step came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undone {
    /// The entries that were made, to be kept.
    pub made: Vec<ReviewEntry>,
    /// Where the step does not hold any more, as something else was decided since, or where what stood there before it
    /// is not here. These stay as they are.
    pub passed_over: Vec<Place>,
}

impl EntryMaker {
    /// Undoes one of this writer's own steps: what stood before it stands again, at every place where nothing was
    /// decided since, or where this writer brought back what the step had decided. Several values that stood there before
    /// are a clash again; what the step put beside others is taken from beside them.
    pub fn undo(&mut self, log: &mut Log, step: u32, at: &UtcTime) -> Undone {
        let entries = log.of_step(EntryId { writer: self.writer(), seq: step });
        let mut entries: Vec<(Place, ReviewEntry)> = entries.map(|entry| (entry.act.place(), entry.clone())).collect();
        sort_by_key(&mut entries, |(place, _)| place.clone());
        let mut undone = Undone::default();
        let own_step = self.next();
        for at_place in entries.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((place, _)) = at_place.first().cloned() else { continue };
            let own: Vec<ReviewEntry> = at_place.iter().map(|(_, entry)| entry.clone()).collect();
            let is_own = |id: &EntryId| own.iter().any(|entry| entry.id == *id);
            // A later step that was undone left what this one decided, as an entry of its own.
            let is_as_decided = |head: &&ReviewEntry| {
                let again = |last: &ReviewEntry| head.id.writer == last.id.writer && head.act == last.act;
                is_own(&head.id) || own.last().is_some_and(again)
            };
            let heads = log.heads(&place);
            let ids = |which: &dyn Fn(&EntryId) -> bool| {
                heads.iter().map(|head| head.id).filter(|id| which(id)).collect::<Vec<_>>()
            };
            let (acts, replaced) = if heads.iter().all(is_as_decided) {
                (before(log, &own).unwrap_or_default(), ids(&|_| true))
            } else {
                // What it was put beside says what is left.
                let was_beside = own.iter().all(|entry| entry.replaces.is_empty());
                let left = heads.iter().find(|head| !is_own(&head.id)).filter(|_| was_beside);
                (left.map(|head| head.act.clone()).into_iter().collect(), ids(&is_own))
            };
            if acts.is_empty() || replaced.is_empty() {
                undone.passed_over.push(place);
                continue;
            }
            let made = acts.into_iter().filter_map(|act| self.add(log, act, replaced.clone(), own_step, at));
            undone.made.extend(made.collect::<Vec<_>>());
        }
        undone
    }
}

/// What stood at the place of these entries before them: each value once, or what empties the place. Nothing if some of
/// it is not here.
fn before(log: &Log, own: &[ReviewEntry]) -> Option<Vec<Act>> {
    let is_own = |id: &EntryId| own.iter().any(|entry| entry.id == *id);
    let mut acts: Vec<Act> = Vec::new();
    for id in own.iter().flat_map(|entry| &entry.replaces).filter(|id| !is_own(id)) {
        let mut found = log.get(*id).peekable();
        found.peek()?;
        for entry in found {
            if !acts.contains(&entry.act) {
                acts.push(entry.act.clone());
            }
        }
    }
    if acts.is_empty() {
        acts.extend(own.first().map(|entry| entry.act.emptied()));
    }
    Some(acts)
}
