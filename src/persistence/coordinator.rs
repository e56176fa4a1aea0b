//! One draft that is open in one window: who may write it, what is read, what is written. The machines of
//! this folder are tied together here, so that whoever carries their acts out decides nothing: events in,
//! acts out.

use crate::model::sorting::sort_by_key;
use crate::persistence::autosave;
use crate::persistence::autosave::{Autosave, ReadOnlyReason, SaveStatus, WriteOutcome, WriteTarget};
use crate::persistence::backend::{Backend, Failure};
pub use crate::persistence::coordinator_messages::{Command, Event, Timer};
use crate::persistence::leadership;
use crate::persistence::leadership::{LockSupport, TabLeadership, TabRole};
use crate::persistence::lease::{Message, Says};
use crate::persistence::opening::{Opens, decide};
use crate::persistence::revision::{Found, Revision, StoredState, Writer};
use crate::persistence::tombstone::Tombstone;

/// How long the places may take to be read, in milliseconds. After that the draft opens from those that
/// answered, and what a late one holds is compared then. Where they hold none, the page says that it is still
/// being read: a place that did not answer is not an empty one, however long it takes.
const READING: u32 = 2500;

/// A reading of all places.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Reading {
    found: Vec<(Backend, Found)>,
    claim: bool,
}

/// What was typed in this window and is not in the draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outside {
    Nothing,
    /// It is in a copy beside the draft.
    Copy,
    /// The computer was cleared, and it is in no place.
    OnlyHere,
}

/// The machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaveCoordinator {
    window: u64,
    places: Vec<Backend>,
    leadership: TabLeadership,
    autosave: Option<Autosave>,
    reading: Option<Reading>,
    round: u32,
    /// A draft that was never stored stands in this window's memory, with this counter.
    fresh: Option<u64>,
    /// It is to be read anew as soon as nothing here is unsaved.
    anew: bool,
    outside: Outside,
    /// Something was taken away, and what stands in the places is not yet read anew.
    doubts: bool,
}

impl SaveCoordinator {
    /// For a window of this name (a random number) and the places that are to be used. `fresh` is the
    /// counter of a draft that was never stored.
    pub fn new(window: u64, places: &[Backend], means: LockSupport, fresh: Option<u64>) -> Self {
        let mut places = places.to_vec();
        sort_by_key(&mut places, |place| *place);
        let leadership = TabLeadership::new(window, means);
        Self {
            window,
            places,
            leadership,
            autosave: None,
            reading: None,
            round: 0,
            fresh,
            anew: false,
            outside: Outside::Nothing,
            doubts: false,
        }
    }

    /// What is to be done first.
    pub fn begin(&mut self) -> Vec<Command> {
        let acts = self.leadership.begin();
        self.execute(acts)
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: Event) -> Vec<Command> {
        let mut acts = match event {
            Event::Found { place, round, found } => self.found(place, round, found),
            Event::Due(Timer::Reading(round)) if round == self.round => self.waited_enough(),
            Event::Due(Timer::Tick(tick)) => self.leadership(leadership::LeadershipEvent::Tick(tick)),
            Event::Due(Timer::Autosave(timer)) => self.keep(autosave::AutosaveEvent::Due(timer)),
            Event::Edited(counter) => self.keep(autosave::AutosaveEvent::Edited(counter)),
            Event::Hidden => self.keep(autosave::AutosaveEvent::Leaving),
            Event::Leaving => {
                let mut acts = self.keep(autosave::AutosaveEvent::Leaving);
                acts.extend(self.leadership(leadership::LeadershipEvent::Leaving));
                acts
            }
            Event::Back => self.leadership(leadership::LeadershipEvent::Back),
            Event::Wrote { place, target, attempt, revision, outcome } if self.is_by(revision.by) => {
                let mut acts = self.keep(autosave::AutosaveEvent::Wrote { place, attempt, target, revision, outcome });
                acts.extend(self.late(target, revision, outcome));
                acts
            }
            // Of a reading that was left.
            Event::Wrote { target, revision, outcome, .. } => {
                self.late(target, revision, outcome).into_iter().collect()
            }
            Event::Quarantine { from, attempt, round, outcome } if self.is_by(self.writer(round)) => {
                self.keep(autosave::AutosaveEvent::Quarantine { from, attempt, outcome })
            }
            Event::Due(Timer::Reading(_)) | Event::Quarantine { .. } => Vec::new(),
            Event::StoredState { place, stored_state } => self.stored_state(place, stored_state),
            Event::Granted => self.leadership(leadership::LeadershipEvent::Granted),
            Event::Refused => self.leadership(leadership::LeadershipEvent::Refused),
            Event::Lost => self.leadership(leadership::LeadershipEvent::Lost),
            Event::Lease(lease) => self.leadership(leadership::LeadershipEvent::Lease(lease)),
            // What is being read may be what stood there before.
            Event::Heard(Message { says: Says::Gone, .. }) => {
                self.doubts = true;
                self.anew = self.reading.is_none();
                if self.anew { Vec::new() } else { self.start(false) }
            }
            Event::Heard(message) => self.leadership(leadership::LeadershipEvent::Heard(message)),
            Event::TakeOver => self.leadership(leadership::LeadershipEvent::TakeOver),
            Event::LetGo => {
                self.autosave = None;
                self.start(true)
            }
        };
        let settled = self.reading.is_none() && self.autosave.as_ref().is_none_or(Autosave::is_settled);
        let stored = self.autosave.as_ref().and_then(Autosave::stored);
        acts.extend(self.leadership(leadership::LeadershipEvent::Kept { settled, stored }));
        if self.anew && self.reading.is_none() && !self.must_warn() {
            let claim = self.autosave.as_ref().is_some_and(Autosave::is_copying);
            acts.extend(self.start(claim));
        }
        acts
    }

    /// What the header may claim; nothing before something is open.
    pub fn status(&self) -> Option<SaveStatus> {
        let status = self.autosave.as_ref().map(Autosave::status)?;
        // Something was taken away, and it is not yet known what.
        Some(if self.doubts && matches!(status, SaveStatus::Saved(_)) { SaveStatus::Saving } else { status })
    }

    /// What this window may do.
    pub fn role(&self) -> TabRole {
        self.leadership.role()
    }

    /// Whether the draft may be edited now. An edit at any other time must not be made.
    pub fn may_edit(&self) -> bool {
        self.reading.is_none() && self.autosave.as_ref().is_some_and(Autosave::may_edit)
    }

    /// Whether something would be lost if the page went away now. Ask after `Leaving` or `Hidden` was
    /// carried out.
    pub fn must_warn(&self) -> bool {
        self.autosave.as_ref().is_some_and(Autosave::must_warn)
    }

    /// Whether what was typed in this window was put into a copy beside the draft, since another window
    /// went on with it.
    pub fn has_copied(&self) -> bool {
        let cleared = self.autosave.as_ref().is_some_and(Autosave::is_cleared);
        !cleared && (self.outside == Outside::Copy || self.autosave.as_ref().is_some_and(Autosave::is_copying))
    }

    /// Whether the computer was cleared while something typed in this window was in no place. It is in this
    /// window alone.
    pub fn had_more_when_cleared(&self) -> bool {
        self.outside == Outside::OnlyHere
    }

    fn writer(&self, round: u32) -> Writer {
        Writer { window: self.window, round }
    }

    fn is_by(&self, by: Writer) -> bool {
        self.autosave.as_ref().is_some_and(|autosave| autosave.by() == by)
    }

    /// A write was on its way when another window went on with the draft: that one has to read what stands now.
    fn late(&self, target: WriteTarget, revision: Revision, outcome: WriteOutcome) -> Option<Command> {
        let late = self.leadership.role() == TabRole::Reader
            && target == WriteTarget::Draft
            && outcome == WriteOutcome::Stored;
        late.then_some(Command::Send(Message { from: self.window, says: Says::Saved(revision.counter) }))
    }

    fn leadership(&mut self, event: leadership::LeadershipEvent) -> Vec<Command> {
        let acts = self.leadership.take(event);
        self.execute(acts)
    }

    fn execute(&mut self, acts: Vec<leadership::LeadershipEffect>) -> Vec<Command> {
        let mut all = Vec::new();
        for act in acts {
            match act {
                leadership::LeadershipEffect::Lock(lock) => all.push(Command::Lock(lock)),
                leadership::LeadershipEffect::ReadLease => all.push(Command::ReadLease),
                leadership::LeadershipEffect::WriteLease(lease) => all.push(Command::WriteLease(lease)),
                leadership::LeadershipEffect::ClearLease(holder) => all.push(Command::ClearLease(holder)),
                leadership::LeadershipEffect::Send(message) => all.push(Command::Send(message)),
                leadership::LeadershipEffect::Wake(wait, tick) => all.push(Command::Wake(wait, Timer::Tick(tick))),
                leadership::LeadershipEffect::Flush => all.extend(self.keep(autosave::AutosaveEvent::Leaving)),
                leadership::LeadershipEffect::Own { claim } => all.extend(self.start(claim)),
                leadership::LeadershipEffect::Follow => {
                    all.extend(self.keep(autosave::AutosaveEvent::Lost));
                    all.extend(self.start(false));
                }
                leadership::LeadershipEffect::Reread => all.extend(self.start(false)),
            }
        }
        all
    }

    fn keep(&mut self, event: autosave::AutosaveEvent) -> Vec<Command> {
        let Some(autosave) = &mut self.autosave else { return Vec::new() };
        let acts = autosave.take(event);
        self.kept(acts)
    }

    fn kept(&mut self, acts: Vec<autosave::AutosaveEffect>) -> Vec<Command> {
        let round = self.autosave.as_ref().map_or(0, |autosave| autosave.by().round);
        let mut all = Vec::new();
        for act in acts {
            match act {
                autosave::AutosaveEffect::Wake { wait, timer } => all.push(Command::Wake(wait, Timer::Autosave(timer))),
                autosave::AutosaveEffect::Write { place, target, attempt, revision, known } => {
                    all.push(Command::Write { place, target, attempt, revision, known });
                }
                autosave::AutosaveEffect::Quarantine { from, to, attempt, how } => {
                    all.push(Command::Quarantine { from, to, attempt, round, how });
                }
                autosave::AutosaveEffect::Reopen => self.anew = true,
            }
        }
        // What was typed and kept as a copy is shown as that; here the draft goes on as it is stored.
        self.anew |= self.autosave.as_ref().is_some_and(Autosave::is_copying);
        all
    }

    /// Reads every place, unless something here is not yet saved; then as soon as it is.
    fn start(&mut self, claim: bool) -> Vec<Command> {
        if self.autosave.as_ref().is_some_and(Autosave::is_cleared) {
            return self.cleared();
        }
        if self.must_warn() {
            self.anew = true;
            return Vec::new();
        }
        self.anew = false;
        let claim = claim || self.reading.as_ref().is_some_and(|reading| reading.claim);
        self.reading = Some(Reading { found: Vec::new(), claim });
        // What an earlier reading asked for does not count any more, and neither does its line of writing.
        self.round = self.round.saturating_add(1);
        let round = self.round;
        if self.fresh.is_some() && self.leadership.role() == TabRole::Owner {
            return self.read();
        }
        let mut acts: Vec<Command> =
            self.places.iter().rev().map(|place| Command::Read { place: *place, round }).collect();
        acts.push(Command::Wake(READING, Timer::Reading(round)));
        acts
    }

    /// The computer was cleared: whatever the places say by now, nothing of it is shown any more.
    fn cleared(&mut self) -> Vec<Command> {
        let more = self.autosave.as_ref().is_some_and(Autosave::had_more_when_cleared);
        // A copy was cleared with the rest.
        self.outside = if more { Outside::OnlyHere } else { Outside::Nothing };
        (self.autosave, self.reading, self.fresh) = (None, None, None);
        (self.anew, self.doubts) = (false, false);
        self.round = self.round.saturating_add(1);
        vec![Command::Show { round: self.round, opens: Opens::Gone(Tombstone::Cleared) }]
    }

    fn found(&mut self, place: Backend, round: u32, found: Found) -> Vec<Command> {
        if round != self.round {
            return Vec::new();
        }
        let Some(reading) = &mut self.reading else {
            // It comes after the draft was opened without it.
            return match found.stored_state() {
                Some(stored_state) => self.keep(autosave::AutosaveEvent::StoredState { place, stored_state }),
                None => Vec::new(),
            };
        };
        reading.found.retain(|(known, _)| *known != place);
        reading.found.push((place, found));
        if reading.found.len() < self.places.len() { Vec::new() } else { self.read() }
    }

    /// A place was looked at. While everything is read anew, what was read of it before is not true any more.
    fn stored_state(&mut self, place: Backend, stored_state: StoredState) -> Vec<Command> {
        // Nothing is open, and now something may stand there: taken out of the bin, or opened in another window.
        if self.autosave.is_none() && self.reading.is_none() && matches!(stored_state, StoredState::Draft(_)) {
            return self.start(false);
        }
        let mut acts = self.keep(autosave::AutosaveEvent::StoredState { place, stored_state });
        let round = self.round;
        if let Some(reading) = &mut self.reading {
            let before = reading.found.len();
            reading.found.retain(|(known, found)| *known != place || found.stored_state() == Some(stored_state));
            if reading.found.len() < before {
                acts.push(Command::Read { place, round });
            }
        }
        acts
    }

    /// Whoever waits is shown something: the draft, if a place that answered has one.
    fn waited_enough(&mut self) -> Vec<Command> {
        let waits = self.autosave.is_none() && self.fresh.is_none();
        match &self.reading {
            Some(reading) if waits && !matches!(decide(&reading.found).opens, Opens::Draft { .. }) => {
                vec![Command::Show { round: self.round, opens: Opens::Waiting }]
            }
            _ => self.read(),
        }
    }

    /// Opens what was read.
    fn read(&mut self) -> Vec<Command> {
        let Some(Reading { mut found, claim }) = self.reading.take() else { return Vec::new() };
        // A key that was on its way when the reading began.
        if self.must_warn() {
            self.anew = true;
            return Vec::new();
        }
        self.anew = false;
        self.doubts = false;
        let round = self.round;
        for place in &self.places {
            if !found.iter().any(|(known, _)| known == place) {
                // Nothing was asked for a new draft: its name is nobody else's, and every write looks first.
                let new = self.fresh.is_some() && self.leadership.role() == TabRole::Owner;
                found.push((*place, if new { Found::Nothing } else { Found::Failed(Failure::NoAnswer) }));
            }
        }
        let plan = decide(&found);
        let owner = self.leadership.role() == TabRole::Owner;
        let reader = if owner { None } else { Some(ReadOnlyReason::OtherWindow) };
        let (opened, why) = match plan.opens {
            Opens::Draft { revision, beside_newer: true, .. } => (Some(revision), Some(ReadOnlyReason::NewerFormat)),
            Opens::Draft { revision, .. } => (Some(revision), reader),
            _ => (None, reader),
        };
        if opened.is_some() {
            self.fresh = None;
        }
        let counter = opened.map(|revision| revision.counter).or(self.fresh);
        let found = match plan.opens {
            Opens::Gone(Tombstone::Removed(last)) => Some(last),
            Opens::Gone(Tombstone::Cleared) => Some(u64::MAX),
            _ => counter,
        };
        if plan.opens == Opens::Gone(Tombstone::Cleared) {
            // A copy was cleared with the rest.
            self.outside = Outside::Nothing;
        }
        // What this window has is not there any more: it is put into a copy before anything else is shown.
        if let Some(autosave) = &mut self.autosave
            && autosave.is_newer(found)
        {
            let acts = autosave.take(autosave::AutosaveEvent::Vanished);
            return self.kept(acts);
        }
        if self.autosave.as_ref().is_some_and(Autosave::is_copying) {
            self.outside = Outside::Copy;
        }
        let mut acts = Vec::new();
        // The same text again, so that nothing on the screen has to move.
        let same = opened.is_some() && self.autosave.as_ref().and_then(Autosave::at_hand) == opened;
        if self.fresh.is_none() && !same {
            acts.push(Command::Show { round, opens: plan.opens });
        }
        if owner {
            self.fresh = None;
        }
        let Some(counter) = counter else {
            self.autosave = None;
            return acts;
        };
        let mut autosave = Autosave::new(self.writer(round), counter, opened, &plan.places, why);
        if claim && owner {
            autosave.claim();
            acts.push(Command::Snapshot);
        }
        let first = autosave.begin();
        self.autosave = Some(autosave);
        acts.extend(self.kept(first));
        acts
    }
}
