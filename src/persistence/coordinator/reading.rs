//! Everything that stands in the places is read before a draft is shown, and again whenever it may have changed.

use super::{Command, Outside, SaveCoordinator, Timer};
use crate::persistence::autosave::{self, Autosave, ReadOnlyReason};
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::leadership::TabRole;
use crate::persistence::opening::{Opens, decide};
use crate::persistence::revision::{Found, StoredState};
use crate::persistence::tombstone::Tombstone;

/// How long the places may take to be read, in milliseconds. After that the draft opens from those that
/// answered, and what a late one holds is compared then. Where they hold none, the page says that it is still
/// being read: a place that did not answer is not an empty one, however long it takes.
const READING: u32 = 2500;

/// A reading of all places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Reading {
    found: Vec<(Backend, Found)>,
    claim: bool,
}

impl SaveCoordinator {
    /// Reads every place, unless something here is not yet saved; then as soon as it is.
    pub(super) fn start(&mut self, claim: bool) -> Vec<Command> {
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

    pub(super) fn found(&mut self, place: Backend, round: u32, found: Found) -> Vec<Command> {
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
    pub(super) fn stored_state(&mut self, place: Backend, stored_state: StoredState) -> Vec<Command> {
        // Nothing is open, and now something may stand there: taken out of the bin, or opened in another window.
        if self.autosave.is_none() && self.reading.is_none() && matches!(stored_state, StoredState::Draft(_)) {
            return self.start(false);
        }
        let mut acts = self.keep(autosave::AutosaveEvent::StoredState { place, stored_state });
        // Taken away: what was read of the other place is from before, too.
        if self.reading.is_some() && matches!(stored_state, StoredState::Cleared | StoredState::Removed(_)) {
            acts.extend(self.start(false));
            return acts;
        }
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
    pub(super) fn waited_enough(&mut self) -> Vec<Command> {
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
