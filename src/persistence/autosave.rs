//! Keeps one draft saved. It is told of edits, of time that has passed and of how writes ended, and says
//! what to write next and what the header may claim. Every write names what may be replaced, so that what
//! somebody else wrote, or nobody can read, is never written over.

pub use crate::persistence::autosave_messages::{
    AutosaveEffect, AutosaveEvent, AutosaveTimer, ReadOnlyReason, SaveStatus, WriteOutcome, WriteTarget,
};
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::opening::{KnownReplica, QuarantineAs};
use crate::persistence::replica::{Flight, Hold, ReplicaState};
pub use crate::persistence::replica::{RETRY, RETRY_MOST};
use crate::persistence::revision::{Revision, StoredState, Writer};

/// How long typing must pause before it is written, in milliseconds: longer than between two keys of somebody who
/// types, so that a save, which takes a moment, comes between two thoughts and not between two keys.
pub const REST: u32 = 350;
/// How many rests are waited for at most, counted from the first edit that is not yet written: whoever types
/// without a pause is saved as well. What is typed is handed to storage after so many rests, well within a second, or,
/// where a place still writes, as soon as that ends.
const RESTS: u8 = 2;
/// How long a write may take before it counts as failed, in milliseconds. A connection that the system
/// ended may never answer at all; a disk that is only busy is given several seconds, and a write that
/// comes through later still counts.
pub const ANSWER: u32 = 4000;

/// A rest that is waited for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Rest {
    /// Which it is, counted from 1.
    number: u8,
    /// Whether something was typed in it.
    typed: bool,
}

/// The machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Autosave {
    by: Writer,
    opened: Option<Revision>,
    replicas: Vec<ReplicaState>,
    latest: u64,
    attempts: u32,
    target: WriteTarget,
    why: Option<ReadOnlyReason>,
    rest: Option<Rest>,
}

impl Autosave {
    /// For a draft with this counter. `opened` is what it was read from, if it was ever stored; `places`
    /// is what is known of each place, the most durable first. With a reason it is only read.
    pub fn new(
        by: Writer,
        counter: u64,
        opened: Option<Revision>,
        places: &[KnownReplica],
        why: Option<ReadOnlyReason>,
    ) -> Self {
        let replicas = places.iter().map(|known| ReplicaState::new(known, counter)).collect();
        Self { by, opened, replicas, latest: counter, attempts: 0, target: WriteTarget::Draft, why, rest: None }
    }

    /// Puts this writer's name to what is stored: whoever wrote before and does not know that the draft
    /// was taken over is refused from then on.
    pub fn claim(&mut self) {
        for replica in &mut self.replicas {
            replica.unnamed = true;
        }
    }

    /// What is to be done first.
    pub fn begin(&mut self) -> Vec<AutosaveEffect> {
        let mut acts = self.step(false);
        for replica in &mut self.replicas {
            acts.extend(replica.retry());
        }
        acts
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: AutosaveEvent) -> Vec<AutosaveEffect> {
        match event {
            AutosaveEvent::Edited(counter) => {
                let typed = counter > self.latest;
                self.latest = self.latest.max(counter);
                if self.reads() {
                    // A key that was on its way when the draft became another window's.
                    let copies = typed && !self.is_cleared();
                    return if copies { self.copy() } else { Vec::new() };
                }
                match &mut self.rest {
                    Some(rest) => {
                        rest.typed = true;
                        Vec::new()
                    }
                    None => self.wait(1),
                }
            }
            AutosaveEvent::Due(AutosaveTimer::Rest) => match self.rest.take() {
                Some(Rest { number, typed: true }) if number < RESTS => self.wait(number + 1),
                _ => self.step(false),
            },
            // A reader shows what is stored: a place that could not be read may hold something newer.
            AutosaveEvent::Due(AutosaveTimer::Retry(_)) if self.reads() => vec![AutosaveEffect::Reopen],
            AutosaveEvent::Due(AutosaveTimer::Retry(place)) => {
                if let Some(replica) = self.replica(place) {
                    replica.remind();
                }
                self.step(false)
            }
            AutosaveEvent::Due(AutosaveTimer::Answer(attempt)) => self.late(attempt),
            AutosaveEvent::Leaving => self.step(true),
            AutosaveEvent::Wrote { place, attempt, target, revision, outcome } if target == self.target => {
                self.wrote(place, attempt, revision, outcome)
            }
            // A late answer of a line of writing that was left.
            AutosaveEvent::Wrote { .. } => Vec::new(),
            AutosaveEvent::Quarantine { from, attempt, outcome } => self.quarantine(from, attempt, outcome),
            AutosaveEvent::StoredState { place, stored_state } => self.met(place, stored_state),
            AutosaveEvent::Lost => self.lose(ReadOnlyReason::OtherWindow),
            AutosaveEvent::Vanished => self.vanished(),
        }
    }

    fn wait(&mut self, number: u8) -> Vec<AutosaveEffect> {
        self.rest = Some(Rest { number, typed: false });
        vec![AutosaveEffect::Wake { wait: REST, timer: AutosaveTimer::Rest }]
    }

    /// What the header may claim now.
    pub fn status(&self) -> SaveStatus {
        let failed = self.replicas.iter().find_map(ReplicaState::failure);
        let working = self.replicas.iter().find(|replica| replica.failure().is_none());
        match (self.why, working) {
            (Some(why), _) if self.reads() || self.is_stored() => SaveStatus::ReadOnly(why),
            (Some(_), None) => SaveStatus::Unsaved(Failure::Newer),
            (None, Some(working)) if working.stored == Some(self.latest) => SaveStatus::Saved(working.place),
            (_, Some(_)) => SaveStatus::Saving,
            (None, None) => match self.replicas.iter().find(|replica| replica.stored == Some(self.latest)) {
                Some(replica) => SaveStatus::Saved(replica.place),
                None => SaveStatus::Unsaved(failed.unwrap_or(Failure::Blocked)),
            },
        }
    }

    /// Whether something would be lost if the page went away now: the latest edit is in no place at all.
    pub fn must_warn(&self) -> bool {
        !self.reads() && !self.is_stored()
    }

    /// Whether every place that works has the latest edit, and nothing is under way.
    pub fn is_settled(&self) -> bool {
        let settled = |replica: &ReplicaState| {
            replica.flight.is_none() && (replica.failure().is_some() || replica.stored == Some(self.latest))
        };
        self.reads() || self.replicas.iter().all(settled)
    }

    /// Whether the draft may be edited.
    pub fn may_edit(&self) -> bool {
        self.why.is_none()
    }

    /// Whose line of writing it is.
    pub fn by(&self) -> Writer {
        self.by
    }

    /// The revision of what is at hand; nothing if it never had one.
    pub fn at_hand(&self) -> Option<Revision> {
        let edited = self.opened.is_none_or(|opened| opened.counter != self.latest);
        if edited { Some(Revision { counter: self.latest, by: self.by }) } else { self.opened }
    }

    /// Whether what is at hand is newer than all that was found in storage, and not yet in a copy.
    pub fn is_newer(&self, found: Option<u64>) -> bool {
        self.target == WriteTarget::Draft && found.is_none_or(|found| found < self.latest)
    }

    /// The highest counter of the draft that is known to be stored.
    pub fn stored(&self) -> Option<u64> {
        self.replicas.iter().filter_map(|replica| replica.stored).max()
    }

    /// Whether the computer was cleared.
    pub fn is_cleared(&self) -> bool {
        self.why == Some(ReadOnlyReason::Cleared)
    }

    /// Whether the computer was cleared while something here was in no place.
    pub fn had_more_when_cleared(&self) -> bool {
        self.is_cleared() && !self.is_stored()
    }

    /// Whether what was typed here went, or goes, into a copy of its own.
    pub fn is_copying(&self) -> bool {
        self.target == WriteTarget::Copy
    }

    /// Whether it is only read and has nothing of its own to write.
    fn reads(&self) -> bool {
        self.why.is_some() && self.target == WriteTarget::Draft
    }

    fn is_stored(&self) -> bool {
        self.replicas.iter().any(|replica| replica.stored == Some(self.latest))
    }

    fn replica(&mut self, place: Backend) -> Option<&mut ReplicaState> {
        self.replicas.iter_mut().find(|replica| replica.place == place)
    }

    /// Starts what can be started. `now`: the page goes away, so that nothing waits for anything. The
    /// synchronous place comes first.
    fn step(&mut self, now: bool) -> Vec<AutosaveEffect> {
        let mut acts = Vec::new();
        if self.reads() {
            return acts;
        }
        let revision = Revision { counter: self.latest, by: self.by };
        for replica in self.replicas.iter_mut().rev() {
            if !replica.may_start(self.latest, now) {
                continue;
            }
            self.attempts = self.attempts.saturating_add(1);
            let attempt = self.attempts;
            replica.flight = Some(Flight { attempt, counter: self.latest });
            let place = replica.place;
            acts.push(if let Some(Hold { how, to }) = replica.hold {
                AutosaveEffect::Quarantine { from: place, to, attempt, how }
            } else {
                AutosaveEffect::Write { place, target: self.target, attempt, revision, known: replica.stored_state }
            });
            acts.push(AutosaveEffect::Wake { wait: ANSWER, timer: AutosaveTimer::Answer(attempt) });
        }
        acts
    }

    /// A write did not answer in time.
    fn late(&mut self, attempt: u32) -> Vec<AutosaveEffect> {
        let waiting = |replica: &&mut ReplicaState| replica.flight.is_some_and(|flight| flight.attempt == attempt);
        let Some(replica) = self.replicas.iter_mut().find(waiting) else { return Vec::new() };
        if replica.turns() { self.step(false) } else { replica.fail(Failure::NoAnswer) }
    }

    fn wrote(
        &mut self,
        place: Backend,
        attempt: u32,
        revision: Revision,
        outcome: WriteOutcome,
    ) -> Vec<AutosaveEffect> {
        let Some(replica) = self.replica(place) else { return Vec::new() };
        let current = replica.flight.is_some_and(|flight| flight.attempt == attempt);
        match outcome {
            WriteOutcome::Stored => {
                replica.stored(revision, current);
                // Edits that came while it was written have waited long enough, unless a rest is running.
                if self.rest.is_some() { Vec::new() } else { self.step(false) }
            }
            // The answer of an attempt that was given up long ago tells nothing of the latest one.
            _ if !current => Vec::new(),
            WriteOutcome::Failed(failure) => replica.fail(failure),
            WriteOutcome::Refused(stored_state) => {
                replica.flight = None;
                self.met(place, stored_state)
            }
        }
    }

    fn quarantine(
        &mut self,
        from: Backend,
        attempt: u32,
        outcome: Result<StoredState, Failure>,
    ) -> Vec<AutosaveEffect> {
        let Some(replica) = self.replica(from) else { return Vec::new() };
        let current = replica.flight.is_some_and(|flight| flight.attempt == attempt);
        match outcome {
            // However late it comes: if this still stands there, it is safe.
            Ok(stored_state) if replica.hold.is_some() => {
                let meant = replica.stored_state == stored_state;
                replica.released(current);
                // Something else may stand there by now, and has to be looked at as such.
                if meant { self.step(false) } else { self.met(from, stored_state) }
            }
            Err(failure) if current => {
                if replica.turns() {
                    self.step(false)
                } else {
                    replica.fail(failure)
                }
            }
            Ok(_) | Err(_) => Vec::new(),
        }
    }

    /// Something stands in a place.
    fn met(&mut self, place: Backend, stored_state: StoredState) -> Vec<AutosaveEffect> {
        if stored_state == StoredState::Cleared {
            return self.cleared();
        }
        let (by, latest, opened, reads) = (self.by, self.latest, self.opened, self.reads());
        let elsewhere =
            self.replicas.iter().any(|replica| replica.place != place && replica.stored_state == stored_state);
        let copies = self.target == WriteTarget::Copy;
        let Some(replica) = self.replica(place) else { return Vec::new() };
        let same = replica.stored_state == stored_state;
        if reads {
            replica.stored_state = stored_state;
            // What stands in storage is what a reader shows.
            return if same || stored_state == StoredState::Nothing {
                Vec::new()
            } else {
                vec![AutosaveEffect::Reopen]
            };
        }
        if copies {
            // Where the draft's own key was cleared, the copy was, too.
            if stored_state == StoredState::Nothing {
                replica.emptied();
            }
            return self.step(false);
        }
        match stored_state {
            StoredState::Nothing => replica.emptied(),
            StoredState::Draft(revision) if revision.by == by && revision.counter <= latest => {
                replica.knows(stored_state, Some(revision.counter));
                if revision.counter == latest {
                    replica.works();
                }
            }
            StoredState::Draft(_) | StoredState::Removed(_) if same => {}
            // What was read, or stands in the other place, is what this draft goes on from.
            StoredState::Draft(revision) if Some(revision) == opened || elsewhere => replica.knows(stored_state, None),
            StoredState::Draft(revision) if opened.is_some_and(|opened| revision.counter < opened.counter) => {
                replica.hold(stored_state, QuarantineAs::Copy);
            }
            StoredState::Draft(_) | StoredState::Removed(_) => return self.lose(ReadOnlyReason::Overtaken),
            StoredState::Cleared => return Vec::new(),
            StoredState::Unreadable(_) if same && replica.hold.is_none() => {}
            StoredState::Unreadable(_) => replica.hold(stored_state, QuarantineAs::Raw),
            StoredState::Newer(_) => {
                replica.never = true;
                return self.lose(ReadOnlyReason::NewerFormat);
            }
        }
        self.step(false)
    }

    /// A person cleared the computer: nothing is written any more, not even a copy.
    fn cleared(&mut self) -> Vec<AutosaveEffect> {
        if self.is_cleared() {
            return Vec::new();
        }
        self.why = Some(ReadOnlyReason::Cleared);
        self.target = WriteTarget::Draft;
        vec![AutosaveEffect::Reopen]
    }

    /// The draft belongs to somebody else. What is stored nowhere goes into a copy.
    fn lose(&mut self, why: ReadOnlyReason) -> Vec<AutosaveEffect> {
        if self.why.is_some() {
            return Vec::new();
        }
        self.why = Some(why);
        if self.is_stored() {
            return if why == ReadOnlyReason::Overtaken { vec![AutosaveEffect::Reopen] } else { Vec::new() };
        }
        self.copy()
    }

    /// What was thought to be stored is not: it goes into a copy.
    fn vanished(&mut self) -> Vec<AutosaveEffect> {
        if self.is_cleared() {
            return Vec::new();
        }
        self.why = Some(ReadOnlyReason::Overtaken);
        if self.target == WriteTarget::Copy { Vec::new() } else { self.copy() }
    }

    fn copy(&mut self) -> Vec<AutosaveEffect> {
        self.why = Some(ReadOnlyReason::Overtaken);
        self.target = WriteTarget::Copy;
        for replica in &mut self.replicas {
            replica.restart();
        }
        self.step(true)
    }
}
