//! What the autosave knows of one place.

use crate::persistence::autosave_messages::{AutosaveEffect, AutosaveTimer};
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::opening::{KnownReplica, Need, QuarantineAs};
use crate::persistence::revision::{Revision, StoredState};

/// How long to wait before a failed write is tried again, in milliseconds. Twice as long after each
/// further failure: what is full or blocked stays so for a while, and each try costs the page a moment.
pub const RETRY: u32 = 5000;
/// The longest wait between two tries, in milliseconds: a person who makes room sees it within a minute.
pub const RETRY_MOST: u32 = 60_000;
/// A write or a setting aside that is under way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Flight {
    pub(super) attempt: u32,
    pub(super) counter: u64,
}

/// What stands there is to be set aside first: how, and which place it is tried in next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hold {
    pub(super) how: QuarantineAs,
    pub(super) to: Backend,
}

/// One place and what is known of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ReplicaState {
    pub(super) place: Backend,
    /// What this writer knows to stand there.
    pub(super) stored_state: StoredState,
    /// The counter of this writer's own line that is stored there.
    pub(super) stored: Option<u64>,
    pub(super) flight: Option<Flight>,
    pub(super) hold: Option<Hold>,
    /// It holds something newer and is left alone.
    pub(super) never: bool,
    /// This writer's name is to be put to what stands there, newer or not.
    pub(super) unnamed: bool,
    /// A reminder to try again is on its way.
    retries: bool,
    failing: Option<Failing>,
}

/// What is known of a place that does not work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Failing {
    why: Failure,
    /// How often it failed in a row.
    times: u32,
    /// It is left alone until the next reminder.
    rests: bool,
}

impl ReplicaState {
    pub(super) fn new(known: &KnownReplica, counter: u64) -> Self {
        let mut replica = Self {
            place: known.place,
            stored_state: known.stored_state,
            stored: known.same.then_some(counter),
            flight: None,
            hold: None,
            never: known.need == Need::Never,
            unnamed: false,
            retries: false,
            failing: None,
        };
        match known.need {
            Need::Quarantine(how) => replica.hold(known.stored_state, how),
            Need::Failed(why) => replica.failing = Some(Failing { why, times: 1, rests: true }),
            Need::Ready | Need::Never => {}
        }
        replica
    }

    /// Why the place cannot be counted on now.
    pub(super) fn failure(&self) -> Option<Failure> {
        if self.never { Some(Failure::Newer) } else { self.failing.map(|failing| failing.why) }
    }

    /// Whether something can be started. A failed place waits for its reminder, and a busy one for its
    /// answer, unless it is now or never.
    pub(super) fn may_start(&self, latest: u64, now: bool) -> bool {
        let behind = self.hold.is_some() || self.unnamed || self.stored != Some(latest);
        let busy = match self.flight {
            None => false,
            Some(flight) => !now || self.hold.is_some() || flight.counter >= latest,
        };
        let rests = self.failing.is_some_and(|failing| failing.rests);
        behind && !self.never && !busy && (now || !rests)
    }

    pub(super) fn stored(&mut self, revision: Revision, current: bool) {
        if self.stored.is_none_or(|stored| stored <= revision.counter) {
            self.stored = Some(revision.counter);
            self.stored_state = StoredState::Draft(revision);
            self.unnamed = false;
        }
        self.answered(current);
    }

    /// The place answered: it works. An attempt that is still under way goes on.
    fn answered(&mut self, current: bool) {
        if current {
            self.flight = None;
        }
        self.failing = None;
    }

    /// All that is to be written was found there: whatever failed before, there is nothing to try again.
    pub(super) fn works(&mut self) {
        self.failing = None;
    }

    pub(super) fn fail(&mut self, why: Failure) -> Vec<AutosaveEffect> {
        self.flight = None;
        let times = self.failing.map_or(0, |failing| failing.times).saturating_add(1);
        self.failing = Some(Failing { why, times, rests: true });
        self.retry().into_iter().collect()
    }

    /// The reminder has come.
    pub(super) fn remind(&mut self) {
        self.retries = false;
        self.wake();
    }

    fn wake(&mut self) {
        if let Some(failing) = &mut self.failing {
            failing.rests = false;
        }
    }

    /// Asks to be reminded of a failed place.
    pub(super) fn retry(&mut self) -> Option<AutosaveEffect> {
        let failing = self.failing.filter(|_| !self.retries)?;
        self.retries = true;
        let doublings = failing.times.saturating_sub(1).min(8);
        let wait = RETRY.saturating_mul(1 << doublings).min(RETRY_MOST);
        Some(AutosaveEffect::Wake { wait, timer: AutosaveTimer::Retry(self.place) })
    }

    pub(super) fn hold(&mut self, stored_state: StoredState, how: QuarantineAs) {
        self.stored_state = stored_state;
        self.stored = None;
        self.hold = Some(Hold { how, to: self.place });
    }

    pub(super) fn released(&mut self, current: bool) {
        self.hold = None;
        self.answered(current);
    }

    /// Setting aside did not work here: the other place is tried at once, whether there is one left. What
    /// stands in the journal is never moved to where the end of the browser could take it away.
    pub(super) fn turns(&mut self) -> bool {
        let Some(hold) = &mut self.hold else { return false };
        if self.place == Backend::Journal {
            return false;
        }
        hold.to = hold.to.other();
        let turns = hold.to != self.place;
        if turns {
            self.flight = None;
        }
        turns
    }

    pub(super) fn emptied(&mut self) {
        self.stored_state = StoredState::Nothing;
        self.stored = None;
        self.hold = None;
    }

    /// Something that this draft goes on from stands there.
    pub(super) fn knows(&mut self, stored_state: StoredState, stored: Option<u64>) {
        self.stored_state = stored_state;
        self.stored = stored;
        self.hold = None;
    }

    /// Forgets the draft's own key: another one is written from now on.
    pub(super) fn restart(&mut self) {
        self.emptied();
        self.flight = None;
        self.never = false;
        self.unnamed = false;
        self.wake();
    }
}
