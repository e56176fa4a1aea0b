//! One draft that is open in one window: who may write it, what is read, what is written. The machines of
//! this folder are tied together here, so that whoever carries their acts out decides nothing: events in,
//! acts out.

use crate::model::sorting::sort_by_key;
use crate::persistence::autosave;
use crate::persistence::autosave::{Autosave, SaveStatus, WriteOutcome, WriteTarget};
use crate::persistence::backend::Backend;
pub use crate::persistence::coordinator_messages::{Command, Event, Timer};
use crate::persistence::leadership;
use crate::persistence::leadership::{LockSupport, TabLeadership, TabRole};
use crate::persistence::lease::{Message, Says};
use crate::persistence::revision::{Revision, Writer};
use reading::Reading;

mod reading;

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
    /// A standard was taken away, or may have been, while this draft was not called saved.
    misses_standard: bool,
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
            misses_standard: false,
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
            Event::StandardsChanged => {
                self.misses_standard = true;
                Vec::new()
            }
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
        // A draft that is called saved can be read again. While it is not, what it names is written with it, or it is
        // still being read: a standard that goes meanwhile is put back when it is called saved.
        if self.misses_standard && matches!(self.status(), Some(SaveStatus::Saved(_))) {
            self.misses_standard = false;
            acts.push(Command::PutStandard);
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
}
