//! What people, windows and browsers do.

use super::store::{Fault, Key, at, finds_standard, readable};
use super::{Locks, Next, Window, World};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use xingzhan::persistence::backend::Backend;
use xingzhan::persistence::coordinator::{Event, SaveCoordinator};
use xingzhan::persistence::revision::{Fingerprint, Found};

/// One thing that happens. Windows are counted from 0, round and round.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Open {
        format: u32,
        draft: u8,
    },
    Type(usize),
    Pass(u64),
    Hide(usize),
    /// Its page is seen again.
    See(usize),
    Close(usize),
    /// The window's process ends; what it asked of the journal is done or not.
    Kill(usize, bool),
    /// The whole browser ends; local storage loses the last so many milliseconds.
    KillBrowser(u64),
    TakeOver(usize),
    Freeze(usize),
    Thaw(usize),
    LetGo(usize),
    Restore(usize),
    Fault(Backend, Fault),
    Clear(Backend),
    /// A person removes a draft, in whatever window.
    Remove {
        format: u32,
        draft: u8,
    },
    /// A person clears the computer.
    ClearAll,
    Break {
        place: Backend,
        format: u32,
        draft: u8,
    },
    /// A standard is gone from a place, or its text is damaged.
    LoseStandard {
        place: Backend,
        format: u32,
        draft: u8,
        damaged: bool,
    },
    /// A person opens the file of the standard.
    BringStandard {
        format: u32,
        draft: u8,
    },
}

pub fn op() -> impl Strategy<Value = Op> {
    let window = 0..4_usize;
    let place = prop_oneof![Just(Backend::Journal), Just(Backend::Local)];
    let fault = prop_oneof![
        3 => Just(Fault::Works),
        1 => Just(Fault::Full),
        1 => Just(Fault::Blocked),
        1 => Just(Fault::Throws),
        1 => Just(Fault::Hangs),
    ];
    // The older program is open now and then, beside the newer one.
    let format = prop_oneof![1 => Just(1_u32), 4 => Just(2_u32)];
    let draft = prop_oneof![3 => Just(0_u8), 1 => Just(1_u8)];
    let short = prop_oneof![0..40_u64, 40..1200_u64, 1200..9000_u64, 9000..80_000_u64];
    prop_oneof![
        4 => (format.clone(), draft.clone()).prop_map(|(format, draft)| Op::Open { format, draft }),
        12 => window.clone().prop_map(Op::Type),
        8 => short.prop_map(Op::Pass),
        1 => window.clone().prop_map(Op::Hide),
        1 => window.clone().prop_map(Op::See),
        2 => window.clone().prop_map(Op::Close),
        2 => (window.clone(), any::<bool>()).prop_map(|(window, done)| Op::Kill(window, done)),
        1 => (0..11_000_u64).prop_map(Op::KillBrowser),
        4 => window.clone().prop_map(Op::TakeOver),
        2 => window.clone().prop_map(Op::Freeze),
        2 => window.clone().prop_map(Op::Thaw),
        1 => window.clone().prop_map(Op::LetGo),
        1 => window.prop_map(Op::Restore),
        4 => (place.clone(), fault).prop_map(|(place, fault)| Op::Fault(place, fault)),
        1 => place.clone().prop_map(Op::Clear),
        2 => (format.clone(), draft.clone()).prop_map(|(format, draft)| Op::Remove { format, draft }),
        1 => Just(Op::ClearAll),
        1 => (place.clone(), format.clone(), draft.clone()).prop_map(|(place, format, draft)| Op::Break { place, format, draft }),
        2 => (place, format.clone(), draft.clone(), any::<bool>())
            .prop_map(|(place, format, draft, damaged)| Op::LoseStandard { place, format, draft, damaged }),
        2 => (format, draft).prop_map(|(format, draft)| Op::BringStandard { format, draft }),
    ]
}

impl World {
    pub fn run(&mut self, op: Op) {
        let window = |nth: usize| self.windows.get(nth % self.windows.len().max(1)).map(|one| (one.id, one.frozen));
        let awake = |nth: usize| window(nth).filter(|(_, frozen)| !frozen).map(|(id, _)| id);
        match op {
            Op::Open { format, draft } if self.windows.len() < 4 => {
                if format == 2 {
                    self.forward(draft);
                }
                self.open(format, draft, true);
            }
            Op::Type(nth) => _ = awake(nth).map(|window| self.write_more(window)),
            Op::Pass(wait) => self.pass(wait),
            Op::Hide(nth) => _ = awake(nth).map(|window| self.take(window, Event::Hidden)),
            Op::See(nth) => _ = awake(nth).map(|window| self.see(window)),
            Op::Close(nth) => _ = awake(nth).map(|window| self.close(window)),
            Op::Kill(nth, done) => _ = window(nth).map(|(window, _)| self.kill(window, done)),
            Op::KillBrowser(loss) => self.kill_browser(loss),
            Op::TakeOver(nth) => _ = awake(nth).map(|window| self.take(window, Event::TakeOver)),
            Op::Freeze(nth) => _ = awake(nth).map(|window| self.freeze(window)),
            Op::Thaw(nth) => _ = window(nth).map(|(window, _)| self.thaw(window)),
            Op::LetGo(nth) => _ = awake(nth).map(|window| self.export(window)),
            Op::Restore(nth) => _ = awake(nth).map(|window| self.restore(window)),
            // Local storage answers at once or not at all.
            Op::Fault(Backend::Local, Fault::Hangs) | Op::Open { .. } => {}
            Op::Fault(place, fault) => {
                self.stores[at(place)].fault = fault;
                if place == Backend::Journal && fault != Fault::Hangs {
                    self.release();
                }
            }
            Op::Clear(place) => self.clear(place),
            Op::Remove { format, draft } => super::away::remove(self, (format, draft)),
            Op::ClearAll => super::away::clear_all(self),
            Op::LoseStandard { place, format, draft, damaged } => self.lose_standard(place, (format, draft), damaged),
            Op::BringStandard { format, draft } => self.bring_standard((format, draft)),
            Op::Break { place, format, draft } => {
                self.destroyed.insert(draft);
                self.destroy(place, Key::Draft(format, draft));
            }
        }
    }

    pub fn open(&mut self, format: u32, draft: u8, new: bool) -> u64 {
        self.windows_ever += 1;
        let id = self.windows_ever;
        let key = Key::Draft(format, draft);
        let nothing =
            self.stores.iter().all(|store| store.found(key, Ok(true)) == Found::Nothing && store.fault != Fault::Hangs);
        let open = self.windows.iter().any(|one| one.key() == key);
        // A draft has a name that no other has: it is new once, whatever program makes it.
        let fresh = new && nothing && !open && self.ever.insert(draft);
        let mut coordinator = SaveCoordinator::new(id, &Backend::ALL, self.means, fresh.then_some(0));
        let acts = coordinator.begin();
        self.windows.push(Window {
            id,
            format,
            draft,
            coordinator,
            typed: BTreeSet::new(),
            counter: 0,
            shown: fresh,
            by: None,
            held: BTreeMap::new(),
            frozen: false,
            knows_standard: fresh,
            unheard: 0,
        });
        self.execute(id, acts);
        self.compare();
        id
    }

    fn write_more(&mut self, window: u64) {
        let index = self.index(window).expect("a window");
        let one = &mut self.windows[index];
        if one.shown && one.coordinator.may_edit() {
            self.pieces += 1;
            one.typed.insert(self.pieces);
            one.counter += 1;
            let counter = one.counter;
            self.take(window, Event::Edited(counter));
        }
    }

    pub fn close(&mut self, window: u64) {
        self.take(window, Event::Hidden);
        // What local storage answers comes at once.
        self.pass(0);
        let index = self.index(window).expect("a window");
        if self.windows[index].coordinator.must_warn() {
            return;
        }
        self.take(window, Event::Leaving);
        self.kill(window, true);
    }

    fn kill(&mut self, window: u64, done: bool) {
        if done {
            let jobs: Vec<Next> = self.jobs_of(window);
            for job in jobs {
                if let Next::Job(job) = job
                    && self.stores[0].fault != Fault::Hangs
                {
                    self.work(window, job);
                }
            }
        }
        self.forget(window);
        self.windows.retain(|one| one.id != window);
        self.let_go(window);
        self.compare();
    }

    fn kill_browser(&mut self, loss: u64) {
        let windows: Vec<u64> = self.windows.iter().map(|one| one.id).collect();
        for window in windows {
            self.forget(window);
        }
        self.windows.clear();
        self.let_all_go();
        let until = self.now.saturating_sub(loss);
        let then = self.history.iter().rev().find(|(time, ..)| *time <= until);
        let (all, gone, standards) =
            then.map(|(_, all, gone, standards)| (all.clone(), gone.clone(), standards.clone())).unwrap_or_default();
        (self.stores[1].all, self.stores[1].gone, self.stores[1].standards) = (all, gone, standards);
        self.cleared_at = None;
        self.remember();
        let all = readable(&self.stores);
        for (piece, place) in &self.told {
            assert!(
                *place == Backend::Local || all.contains(piece) || self.files.contains(piece),
                "{piece} was called saved for good"
            );
        }
        self.excuse();
    }

    pub fn let_all_go(&mut self) {
        for locks in self.locks.values_mut() {
            *locks = Locks::default();
        }
    }

    /// Whoever looks at a window sees what stands there: both places are looked at.
    pub fn see(&mut self, window: u64) {
        let index = self.index(window).expect("a window");
        for place in Backend::ALL {
            self.windows[index].unheard += 1;
            self.later(1, window, Next::Look(place));
        }
    }

    fn freeze(&mut self, window: u64) {
        let index = self.index(window).expect("a window");
        self.windows[index].frozen = true;
    }

    /// Saves to a file what cannot be saved here, and lets it go.
    fn export(&mut self, window: u64) {
        let index = self.index(window).expect("a window");
        if self.windows[index].coordinator.must_warn() {
            let typed = self.windows[index].typed.clone();
            self.files.extend(typed);
            self.take(window, Event::LetGo);
        }
    }

    /// Goes back to an earlier state, after the present one was put into a snapshot.
    fn restore(&mut self, window: u64) {
        let index = self.index(window).expect("a window");
        let one = &self.windows[index];
        let (key, format, draft) = (one.key(), one.format, one.draft);
        let works = Backend::ALL.into_iter().find(|place| self.stores[at(*place)].fault == Fault::Works);
        let Some(place) = works.filter(|_| one.shown && one.coordinator.may_edit()) else { return };
        let Some(stored) = self.stores[at(place)].all.get(&key).filter(|value| value.broken.is_none()).cloned() else {
            return;
        };
        let present = one.value(stored.revision);
        self.stores[at(place)].standards.entry((format, draft)).or_insert(true);
        self.put(place, Key::Snapshot(format, draft, present.text()), present);
        let one = &mut self.windows[index];
        self.restored.extend(one.typed.difference(&stored.typed));
        one.typed = stored.typed;
        one.counter += 1;
        let counter = one.counter;
        self.take(window, Event::Edited(counter));
    }

    fn clear(&mut self, place: Backend) {
        // What was set aside there and cannot be read is gone while the write that may now take its place is on
        // its way: nobody can know.
        self.cleared.extend(self.stores[at(place)].all.values().filter_map(|value| value.broken));
        self.stores[at(place)].all.clear();
        self.stores[at(place)].gone.clear();
        self.stores[at(place)].standards.clear();
        // One place cannot know what the other one's marks say; what is written then is never shown.
        self.cleared_at = None;
        self.destroyed.extend([0, 1]);
        if place == Backend::Local {
            self.leases.clear();
            self.remember();
        }
        self.excuse();
        self.tell_of(&Next::LookAfterClearing(place));
    }

    fn destroy(&mut self, place: Backend, key: Key) {
        self.pieces += 1;
        let print = Fingerprint(u64::from(self.pieces));
        let Some(value) = self.stores[at(place)].all.get_mut(&key) else { return };
        value.broken = Some(value.broken.unwrap_or(print));
        if place == Backend::Local {
            self.remember();
        }
        self.excuse();
        self.tell_of(&Next::Look(place));
    }

    /// A window that wrote it has seen that it was right in the journal, and looks there no more than whether it is.
    fn lose_standard(&mut self, place: Backend, draft: (u32, u8), damaged: bool) {
        let open = self.windows.iter().any(|one| one.key().draft() == draft && one.knows_standard);
        if damaged && place == Backend::Journal && open {
            return;
        }
        let store = &mut self.stores[at(place)];
        if damaged {
            store.standards.entry(draft).and_modify(|right| *right = false);
        } else {
            store.standards.remove(&draft);
        }
        if place == Backend::Local {
            self.remember();
        }
        self.destroyed.insert(draft.1);
        self.standards_lost.insert(draft);
        self.excuse();
        self.tell_of(&Next::Look(place));
    }

    /// It is stored where there is room, and whoever shows that it is missing reads again.
    pub fn bring_standard(&mut self, draft: (u32, u8)) {
        let Some(place) = Backend::ALL.into_iter().find(|place| self.stores[at(*place)].fault == Fault::Works) else {
            return;
        };
        let all: BTreeSet<u32> = super::store::typed(&self.stores);
        self.stores[at(place)].standards.insert(draft, true);
        if place == Backend::Local {
            self.remember();
        }
        assert_eq!(finds_standard(&self.stores, draft), Ok(true));
        let opens = readable(&self.stores);
        let whole = self
            .stores
            .iter()
            .flat_map(|store| store.all.iter())
            .filter(|(key, value)| key.draft() == draft && value.broken.is_none());
        for (_, value) in whole {
            assert!(value.typed.is_subset(&opens) && value.typed.is_subset(&all), "not as it was");
        }
        let shown = |one: &&Window| one.key().draft() == draft && !one.shown && !one.frozen;
        let waiting: Vec<u64> = self.windows.iter().filter(shown).map(|one| one.id).collect();
        for window in waiting {
            if let Some(value) = self.stores.iter().find_map(|store| store.all.get(&Key::Draft(draft.0, draft.1))) {
                let stored_state = value.stored_state();
                self.take(window, Event::StoredState { place: Backend::Journal, stored_state });
            }
        }
    }

    fn tell_of(&mut self, next: &Next) {
        let windows: Vec<u64> = self.windows.iter().map(|one| one.id).collect();
        for (nth, window) in windows.into_iter().enumerate() {
            self.windows[nth].unheard += 1;
            self.later(30, window, next.clone());
        }
    }
}
