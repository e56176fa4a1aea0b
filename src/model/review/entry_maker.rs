//! Who writes entries: in one window, from one opening of a review to its end.

use crate::model::date::UtcTime;
use crate::model::review::act::Act;
use crate::model::review::entry::{REPLACES, ReviewEntry, Who};
use crate::model::review::ids::{EntryId, WriterId};
use crate::model::review::log::{Holds, Log};
use crate::model::sorting::sort_once;
use std::mem;
use std::sync::Arc;

/// Makes the entries of one writer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntryMaker {
    writer: WriterId,
    next: u32,
    by: Arc<Who>,
}

impl EntryMaker {
    /// For a writer that was drawn just now and has written nothing.
    pub fn new(writer: WriterId, by: Who) -> Self {
        Self { writer, next: 0, by: Arc::new(by) }
    }

    /// Who the entries are by, from here on.
    pub fn set_who(&mut self, by: Who) {
        self.by = Arc::new(by);
    }

    /// The writer.
    pub fn writer(&self) -> WriterId {
        self.writer
    }

    /// Decides these things in one step: makes an entry for each that changes something, takes it into the log and
    /// returns it to be kept. Each replaces all that stands at its place.
    pub fn decide(&mut self, log: &mut Log, acts: impl IntoIterator<Item = Act>, at: &UtcTime) -> Vec<ReviewEntry> {
        let step = self.next;
        let mut made = Vec::new();
        for act in acts {
            if !changes(log, &act) {
                continue;
            }
            let seen = log.seen(&act.place());
            made.extend(self.add(log, act, seen, step, at));
        }
        made
    }

    /// The same, and each of `beside` is put beside what stands at its place, as decided by somebody else: where it is
    /// another thing, a person has to decide between them.
    pub fn decide_beside(
        &mut self,
        log: &mut Log,
        acts: impl IntoIterator<Item = Act>,
        beside: impl IntoIterator<Item = Act>,
        by: &Who,
        at: &UtcTime,
    ) -> Vec<ReviewEntry> {
        let step = self.next;
        let mut made = self.decide(log, acts, at);
        let own = mem::replace(&mut self.by, Arc::new(by.clone()));
        for act in beside {
            if changes(log, &act) {
                made.extend(self.add(log, act, Vec::new(), step, at));
            }
        }
        self.by = own;
        made
    }

    /// The same for one thing of which the person saw these entries, which may not be all that stand there by now.
    pub fn decide_having_seen(
        &mut self,
        log: &mut Log,
        act: Act,
        seen: Vec<EntryId>,
        at: &UtcTime,
    ) -> Option<ReviewEntry> {
        if changes(log, &act) { self.add(log, act, seen, self.next, at) } else { None }
    }

    /// Makes one entry of a step, unless the writer has used up all numbers.
    pub(in crate::model::review) fn add(
        &mut self,
        log: &mut Log,
        act: Act,
        mut seen: Vec<EntryId>,
        step: u32,
        at: &UtcTime,
    ) -> Option<ReviewEntry> {
        let next = self.next.checked_add(1)?;
        sort_once(&mut seen);
        seen.truncate(REPLACES);
        let id = EntryId { writer: self.writer, seq: self.next };
        let entry = ReviewEntry { id, replaces: seen, step, by: Arc::clone(&self.by), at: at.clone(), act };
        self.next = next;
        log.admit(entry.clone());
        Some(entry)
    }

    /// The number of the entry that comes next; the step of what is decided next.
    pub fn next(&self) -> u32 {
        self.next
    }
}

/// Whether this would be something else than what holds.
fn changes(log: &Log, act: &Act) -> bool {
    match log.value(&act.place()) {
        Holds::Nothing => !act.empties(),
        Holds::One(held) => held != act,
        Holds::Clash(_) => true,
    }
}
