//! What the browser's half does: it carries out acts, and decides nothing.

use super::store::{Fault, Key, Value, at, broken, finds_standard, typed};
use super::{Job, Next, World, failed};
use xingzhan::persistence::autosave::{WriteOutcome, WriteTarget};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::coordinator::{Command, Event};
use xingzhan::persistence::leadership::LockRequest;
use xingzhan::persistence::opening::{Opens, QuarantineAs};
use xingzhan::persistence::revision::{Found, StoredState, allows};

/// How long the journal takes, in milliseconds.
const JOURNAL: u64 = 15;

impl World {
    pub fn act(&mut self, window: u64, act: Command) {
        let Some(index) = self.index(window) else { return };
        let (format, draft) = (self.windows[index].format, self.windows[index].draft);
        let key = self.windows[index].key();
        match act {
            Command::Wake(wait, timer) => self.wake(window, wait, timer),
            Command::Read { place: Backend::Journal, round } => {
                self.later(JOURNAL, window, Next::Job(Job::Read { round }));
            }
            Command::Read { place, round } => self.read(window, place, round),
            Command::Show { round, opens } => self.show(index, round, opens),
            Command::Snapshot => {}
            Command::PutStandard => self.put_standard(index),
            Command::Write { place, target, attempt, revision, known } => {
                let key = match target {
                    WriteTarget::Draft => key,
                    WriteTarget::Copy => Key::Copy(format, draft, revision.by),
                };
                assert_eq!(revision.counter, self.windows[index].counter, "the counter of what is at hand");
                self.windows[index].by = Some(revision.by);
                let value = self.windows[index].value(revision);
                let event = Event::Wrote { place, target, attempt, revision, outcome: WriteOutcome::Stored };
                if place == Backend::Journal {
                    self.later(JOURNAL, window, Next::Job(Job::Write { key, value, known, event }));
                } else {
                    self.write(window, place, key, value, known, event);
                }
            }
            Command::Quarantine { from: Backend::Journal, to, attempt, round, how } => {
                self.later(JOURNAL, window, Next::Job(Job::Quarantine { to, how, attempt, round }));
            }
            Command::Quarantine { to: Backend::Journal, attempt, round, how, .. } => {
                self.later(JOURNAL, window, Next::Job(Job::SetAsideLocal { how, attempt, round }));
            }
            Command::Quarantine { from, to, attempt, round, how } => {
                self.quarantine(window, from, to, attempt, round, how);
            }
            Command::Lock(lock) => self.lock(window, lock),
            Command::ReadLease => {
                let lease = self.leases.get(&(format, draft)).copied();
                self.later(0, window, Next::Take(Event::Lease(lease)));
            }
            Command::WriteLease(lease) => {
                if self.stores[1].fails(true).is_ok() {
                    self.leases.insert((format, draft), lease);
                }
            }
            Command::ClearLease(holder) => {
                if self.leases.get(&(format, draft)).is_some_and(|lease| lease.holder == holder) {
                    self.leases.remove(&(format, draft));
                }
            }
            Command::Send(message) => self.say(index, message),
        }
    }

    /// The journal does what it was asked.
    pub fn work(&mut self, window: u64, job: Job) {
        match job {
            Job::Remove { draft } => self.take_away(Backend::Journal, draft),
            Job::Read { round } => self.read(window, Backend::Journal, round),
            Job::Write { key, value, known, event } => self.write(window, Backend::Journal, key, value, known, event),
            Job::Quarantine { to, how, attempt, round } => {
                self.quarantine(window, Backend::Journal, to, attempt, round, how);
            }
            Job::SetAsideLocal { how, attempt, round } => {
                self.quarantine(window, Backend::Local, Backend::Journal, attempt, round, how);
            }
        }
    }

    fn read(&mut self, window: u64, place: Backend, round: u32) {
        let Some(index) = self.index(window) else { return };
        let key = self.windows[index].key();
        let hangs = self.stores[0].fault == Fault::Hangs;
        let standard = match finds_standard(&self.stores, key.draft()) {
            _ if self.windows[index].knows_standard => Ok(true),
            Ok(true) if place == Backend::Local && hangs && !self.stores[1].has_standard(key.draft()) => {
                Err(Failure::NoAnswer)
            }
            standard => standard,
        };
        let found = self.stores[at(place)].found(key, standard);
        // A window keeps every standard that it has read.
        self.windows[index].knows_standard |= matches!(found, Found::Draft { .. });
        if let Some(value) = self.stores[at(place)].all.get(&key) {
            self.windows[index].held.insert((round, place), value.clone());
        }
        self.later(0, window, Next::Take(Event::Found { place, round, found }));
    }

    fn show(&mut self, index: usize, round: u32, opens: Opens) {
        let window = &mut self.windows[index];
        window.by = None;
        match opens {
            Opens::Draft { place, revision, .. } => {
                let value = window.held.get(&(round, place)).expect("what was read is held");
                (window.typed, window.counter, window.shown) = (value.typed.clone(), revision.counter, true);
                window.knows_standard = true;
            }
            Opens::Newer(_) | Opens::Broken(_) | Opens::Missing { .. } | Opens::Gone(_) | Opens::Waiting => {
                window.typed.clear();
                window.shown = false;
            }
        }
        window.held.retain(|(of, _), _| *of >= round);
    }

    fn answer(&mut self, window: u64, event: Event) {
        self.later(0, window, Next::Take(event));
    }

    fn write(&mut self, window: u64, place: Backend, key: Key, value: Value, known: StoredState, event: Event) {
        let Event::Wrote { target, attempt, revision, .. } = event else { return };
        let store = &mut self.stores[at(place)];
        let stored_state = store.stored_state(key);
        let outcome = match store.fails(true) {
            Err(failure) => failed(failure),
            Ok(()) if !allows(stored_state, known, revision) => WriteOutcome::Refused(stored_state),
            Ok(()) => WriteOutcome::Stored,
        };
        if outcome == WriteOutcome::Stored {
            if let Some(old) = self.stores[at(place)].all.get(&key)
                && old.broken.is_none()
            {
                assert!(value.revision.counter >= old.revision.counter, "{value:?} over {old:?}");
            }
            // The standard first. What was damaged before is seen by the first write.
            self.stores[at(place)].standards.insert(key.draft(), true);
            self.put(place, key, value);
        }
        self.answer(window, Event::Wrote { place, target, attempt, revision, outcome });
    }

    /// Puts something into a place. Nothing that can be read, and nothing that cannot, is gone by it.
    pub fn put(&mut self, place: Backend, key: Key, value: Value) {
        let before = (typed(&self.stores), broken(&self.stores));
        self.stores[at(place)].all.insert(key, value);
        let (readable, raw) = (typed(&self.stores), broken(&self.stores));
        let (readable, raw) = (&readable | &self.given_up, &raw | &self.cleared);
        assert!(before.0.is_subset(&readable), "written over: {:?}", before.0.difference(&readable));
        assert!(before.1.is_subset(&raw), "unreadable, and written over: {:?}", before.1.difference(&raw));
        if place == Backend::Local {
            self.remember();
        }
    }

    fn quarantine(&mut self, window: u64, from: Backend, to: Backend, attempt: u32, round: u32, how: QuarantineAs) {
        let Some(index) = self.index(window) else { return };
        let (format, draft, key) = (self.windows[index].format, self.windows[index].draft, self.windows[index].key());
        let source = self.stores[at(from)].fails(false).map(|()| self.stores[at(from)].all.get(&key).cloned());
        // What has to wait for the journal is done by it alone.
        let hangs = to == Backend::Journal && self.stores[0].fault == Fault::Hangs;
        let target = if hangs { Err(Failure::NoAnswer) } else { self.stores[at(to)].fails(true) };
        let outcome = match (source, target) {
            (Err(failure), _) | (_, Err(failure)) => Err(failure),
            (Ok(None), Ok(())) => Ok(StoredState::Nothing),
            (Ok(Some(_)), Ok(())) if self.stores[at(to)].is_cleared((format, draft)) => Err(Failure::Cleared),
            (Ok(Some(value)), Ok(())) => {
                let stored_state = value.stored_state();
                if finds_standard(&self.stores, (format, draft)) == Ok(true) {
                    self.stores[at(to)].standards.entry((format, draft)).or_insert(true);
                }
                let aside = match how {
                    QuarantineAs::Copy => Key::Snapshot(format, draft, value.broken.unwrap_or(value.text())),
                    QuarantineAs::Raw => Key::Aside(format, draft, value.broken.unwrap_or(value.text())),
                };
                self.put(to, aside, value);
                Ok(stored_state)
            }
        };
        self.answer(window, Event::Quarantine { from, attempt, round, outcome });
    }

    fn lock(&mut self, window: u64, lock: LockRequest) {
        let Some(index) = self.index(window) else { return };
        let name = (self.windows[index].format, self.windows[index].draft);
        let locks = self.locks.entry(name).or_default();
        match lock {
            LockRequest::Request => {
                let event = if locks.holder.is_none() {
                    locks.holder = Some(window);
                    Event::Granted
                } else {
                    Event::Refused
                };
                self.later(2, window, Next::Take(event));
            }
            LockRequest::Await => {
                assert!(locks.holder != Some(window) && !locks.waits.contains(&window), "it waits for itself");
                locks.waits.push(window);
                self.hand_on(name);
            }
            LockRequest::Steal => {
                locks.waits.retain(|one| *one != window);
                if let Some(holder) = locks.holder.replace(window)
                    && holder != window
                {
                    self.later(2, holder, Next::Take(Event::Lost));
                }
                self.later(2, window, Next::Take(Event::Granted));
            }
            LockRequest::Release => self.let_go(window),
        }
    }

    /// The browser gives a lock back when its window goes, too.
    pub fn let_go(&mut self, window: u64) {
        let names: Vec<(u32, u8)> = self.locks.keys().copied().collect();
        for name in names {
            let locks = self.locks.get_mut(&name).expect("a name");
            locks.waits.retain(|one| *one != window);
            if locks.holder == Some(window) {
                locks.holder = None;
                self.hand_on(name);
            }
        }
    }

    fn hand_on(&mut self, name: (u32, u8)) {
        let locks = self.locks.get_mut(&name).expect("a name");
        if locks.holder.is_none() && !locks.waits.is_empty() {
            let window = locks.waits.remove(0);
            locks.holder = Some(window);
            self.later(2, window, Next::Take(Event::Granted));
        }
    }
}
