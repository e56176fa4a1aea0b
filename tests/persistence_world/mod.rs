//! A model world for the saving machine: windows, two places that fail, time, messages, locks. It does
//! what the browser's half does, and after every single step compares what the person is told with what
//! is stored.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

pub mod acts;
pub mod away;
pub mod check;
pub mod ops;
pub mod store;

use std::collections::{BTreeMap, BTreeSet};
use store::{Key, Standards, Store, Value};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::coordinator::{Command, Event, SaveCoordinator, Timer};
use xingzhan::persistence::leadership::LockSupport;
use xingzhan::persistence::lease::{Lease, Message};
use xingzhan::persistence::opening::QuarantineAs;
use xingzhan::persistence::revision::{Revision, StoredState, Writer};
use xingzhan::persistence::tombstone::Tombstone;

/// What a person took away.
pub type Marks = BTreeMap<(u32, u8), Tombstone>;

/// What the journal was asked.
#[derive(Clone, Debug)]
pub enum Job {
    /// A person removes a draft.
    Remove {
        draft: (u32, u8),
    },
    Read {
        round: u32,
    },
    Write {
        key: Key,
        value: Value,
        known: StoredState,
        event: Event,
    },
    Quarantine {
        to: Backend,
        how: QuarantineAs,
        attempt: u32,
        round: u32,
    },
    /// From local storage into the journal.
    SetAsideLocal {
        how: QuarantineAs,
        attempt: u32,
        round: u32,
    },
}

/// What will happen.
#[derive(Clone, Debug)]
pub enum Next {
    Take(Event),
    /// Something in a place was changed or broken; the window is told what stands there when it hears of it.
    Look(Backend),
    /// The same of a place that was cleared.
    LookAfterClearing(Backend),
    Job(Job),
}

/// A window with one draft open.
pub struct Window {
    pub id: u64,
    pub format: u32,
    pub draft: u8,
    pub coordinator: SaveCoordinator,
    /// What is on the screen.
    pub typed: BTreeSet<u32>,
    pub counter: u64,
    pub shown: bool,
    /// Under which name it wrote last.
    pub by: Option<Writer>,
    /// What was read in each place, by reading.
    pub held: BTreeMap<(u32, Backend), Value>,
    pub frozen: bool,
    /// It has read its draft with the standard once, or made it with that.
    pub knows_standard: bool,
    /// Changes of storage it has not heard of.
    pub unheard: u32,
}

#[derive(Default)]
pub struct Locks {
    pub holder: Option<u64>,
    pub waits: Vec<u64>,
}

pub struct World {
    pub now: u64,
    order: u64,
    pub means: LockSupport,
    pub stores: [Store; 2],
    /// How local storage was, and when: it is committed late.
    pub history: Vec<(u64, BTreeMap<Key, Value>, Marks, Standards)>,
    pub leases: BTreeMap<(u32, u8), Lease>,
    pub locks: BTreeMap<(u32, u8), Locks>,
    pub windows: Vec<Window>,
    next: BTreeMap<(u64, u64), (u64, Next)>,
    hung: Vec<(u64, Next)>,
    frozen: Vec<(u64, Next)>,
    pub windows_ever: u64,
    pub pieces: u32,
    /// What was called saved, and in which place.
    pub told: BTreeMap<u32, Backend>,
    /// What a person holds in a file.
    pub files: BTreeSet<u32>,
    /// What a person took away by restoring an earlier state; it is in the snapshot that was taken then.
    pub restored: BTreeSet<u32>,
    /// The same after something was destroyed, perhaps that snapshot.
    pub given_up: BTreeSet<u32>,
    /// What could not be read, and of which a copy was in a place that was cleared.
    pub cleared: BTreeSet<xingzhan::persistence::revision::Fingerprint>,
    /// When the computer was cleared last; a killed browser may bring back what local storage held before.
    pub cleared_at: Option<u64>,
    /// In which drafts of the newer program something was destroyed.
    pub destroyed: BTreeSet<u8>,
    /// Drafts whose standard was lost or damaged in a place: a text of theirs is not lost with it, since its file brings
    /// the standard back.
    pub standards_lost: BTreeSet<(u32, u8)>,
    /// Which drafts were ever new.
    pub ever: BTreeSet<u8>,
}

impl World {
    pub fn new(means: LockSupport) -> Self {
        Self {
            now: 0,
            order: 0,
            means,
            stores: [Store::new(), Store::new()],
            history: vec![(0, BTreeMap::new(), Marks::new(), Standards::new())],
            leases: BTreeMap::new(),
            locks: BTreeMap::new(),
            windows: Vec::new(),
            next: BTreeMap::new(),
            hung: Vec::new(),
            frozen: Vec::new(),
            windows_ever: 0,
            pieces: 0,
            told: BTreeMap::new(),
            files: BTreeSet::new(),
            restored: BTreeSet::new(),
            given_up: BTreeSet::new(),
            cleared: BTreeSet::new(),
            cleared_at: None,
            destroyed: BTreeSet::new(),
            standards_lost: BTreeSet::new(),
            ever: BTreeSet::new(),
        }
    }

    pub fn later(&mut self, wait: u64, window: u64, next: Next) {
        self.order += 1;
        self.next.insert((self.now + wait, self.order), (window, next));
    }

    pub fn index(&self, window: u64) -> Option<usize> {
        self.windows.iter().position(|one| one.id == window)
    }

    /// Lets time pass.
    pub fn pass(&mut self, wait: u64) {
        let end = self.now + wait;
        while let Some(((time, order), _)) = self.next.first_key_value() {
            let (time, order) = (*time, *order);
            if time > end {
                break;
            }
            self.now = time;
            let (window, next) = self.next.remove(&(time, order)).expect("the first");
            self.happen(window, next);
        }
        self.now = end;
    }

    fn happen(&mut self, window: u64, next: Next) {
        if let Next::Job(job) = next {
            if self.stores[0].fault == store::Fault::Hangs {
                self.hung.push((window, Next::Job(job)));
            } else {
                // The storage is another process: it works for a frozen window, too.
                self.work(window, job);
            }
            return;
        }
        let Some(index) = self.index(window) else { return };
        if self.windows[index].frozen {
            self.frozen.push((window, next));
            return;
        }
        match next {
            Next::Take(event) => self.take(window, event),
            Next::Look(place) | Next::LookAfterClearing(place) => {
                self.windows[index].unheard -= 1;
                if self.stores[store::at(place)].fails(false).is_ok() {
                    let stored_state = self.stores[store::at(place)].stored_state(self.windows[index].key());
                    let emptied = Event::StoredState { place, stored_state: StoredState::Nothing };
                    let before = matches!(next, Next::LookAfterClearing(_)).then_some(emptied);
                    let seen = [Event::StoredState { place, stored_state }, Event::StandardsChanged];
                    for event in before.into_iter().chain(seen) {
                        let acts = self.windows[index].coordinator.take(event);
                        self.execute(window, acts);
                    }
                    self.compare();
                } else {
                    // It is looked at again when the page is seen again.
                    self.windows[index].unheard += 1;
                    self.later(1000, window, next);
                }
            }
            Next::Job(_) => {}
        }
    }

    /// Puts the standard of a draft back where it is not. Where that fails, the window hears that nothing is there.
    pub fn put_standard(&mut self, index: usize) {
        let (window, draft) = (self.windows[index].id, self.windows[index].key().draft());
        for place in Backend::ALL {
            let store = &mut self.stores[store::at(place)];
            if store.is_cleared(draft) || store.standards.get(&draft) == Some(&true) {
                continue;
            }
            if store.fault == store::Fault::Works {
                store.standards.insert(draft, true);
            } else {
                let event = Event::StoredState { place, stored_state: StoredState::Nothing };
                let acts = self.windows[index].coordinator.take(event);
                self.execute(window, acts);
            }
        }
        self.remember();
    }

    /// What was asked while nothing was answered is done now.
    pub fn release(&mut self) {
        for (window, next) in std::mem::take(&mut self.hung) {
            self.later(20, window, next);
        }
    }

    pub fn thaw(&mut self, window: u64) {
        if let Some(index) = self.index(window) {
            self.windows[index].frozen = false;
        }
        let (mine, others) = std::mem::take(&mut self.frozen).into_iter().partition(|(of, _)| *of == window);
        self.frozen = others;
        for (window, next) in mine {
            self.later(1, window, next);
        }
    }

    /// What a window asked of the journal and was not yet done.
    pub fn jobs_of(&self, window: u64) -> Vec<Next> {
        let jobs = self.next.values().filter(|(of, next)| *of == window && matches!(next, Next::Job(_)));
        jobs.map(|(_, next)| next.clone()).collect()
    }

    /// Of a window that is gone nothing is done any more.
    pub fn forget(&mut self, window: u64) {
        self.hung.retain(|(of, _)| *of != window);
        self.next.retain(|_, (of, _)| *of != window);
        self.frozen.retain(|(of, _)| *of != window);
    }

    pub fn others(&self, window: &Window) -> Vec<u64> {
        let same = |one: &&Window| one.id != window.id && one.format == window.format && one.draft == window.draft;
        self.windows.iter().filter(same).map(|one| one.id).collect()
    }

    pub fn say(&mut self, index: usize, message: Message) {
        for other in self.others(&self.windows[index]) {
            self.later(5, other, Next::Take(Event::Heard(message)));
        }
    }

    /// Local storage as it is now, to which a killed browser may go back.
    pub fn remember(&mut self) {
        let local = &self.stores[1];
        self.history.push((self.now, local.all.clone(), local.gone.clone(), local.standards.clone()));
    }

    pub fn wake(&mut self, window: u64, wait: u32, timer: Timer) {
        self.later(u64::from(wait), window, Next::Take(Event::Due(timer)));
    }

    /// An event for a window, all that follows from it at once, and the comparison.
    pub fn take(&mut self, window: u64, event: Event) {
        let Some(index) = self.index(window) else { return };
        let acts = self.windows[index].coordinator.take(event);
        self.execute(window, acts);
        self.compare();
    }

    pub fn execute(&mut self, window: u64, acts: Vec<Command>) {
        for act in acts {
            self.act(window, act);
        }
    }
}

impl Window {
    pub fn key(&self) -> Key {
        Key::Draft(self.format, self.draft)
    }

    pub fn value(&self, revision: Revision) -> Value {
        Value { revision, typed: self.typed.clone(), broken: None }
    }
}

/// How an outcome is told.
pub fn failed(failure: Failure) -> xingzhan::persistence::autosave::WriteOutcome {
    xingzhan::persistence::autosave::WriteOutcome::Failed(failure)
}
