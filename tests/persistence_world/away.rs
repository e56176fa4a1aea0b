//! A person takes drafts away: into the bin, or all of them from this computer.

use super::store::{Fault, Key, at, finds_standard};
use super::{Job, Next, World};
use xingzhan::persistence::backend::Backend;
use xingzhan::persistence::coordinator::Event;
use xingzhan::persistence::lease::{Message, Says};
use xingzhan::persistence::tombstone::Tombstone;

/// The window that takes away has no draft open.
const NOBODY: u64 = 0;

/// Removes a draft from both places; one that does not answer does it when it answers.
pub fn remove(world: &mut World, draft: (u32, u8)) {
    world.take_away(Backend::Local, draft);
    world.later(15, NOBODY, Next::Job(Job::Remove { draft }));
    tell(world, |key| key == draft);
}

/// Clears the computer, where both places answer; elsewhere nothing is cleared, and that is said.
pub fn clear_all(world: &mut World) {
    if world.stores.iter().any(|store| store.fault != Fault::Works) {
        return;
    }
    for store in &mut world.stores {
        store.all.clear();
        store.standards.clear();
        for draft in [0, 1] {
            for format in [1, 2] {
                store.gone.insert((format, draft), Tombstone::Cleared);
            }
        }
    }
    world.remember();
    world.leases.clear();
    world.cleared_at = Some(world.now);
    world.destroyed.extend([0, 1]);
    let typed: Vec<u32> = (0..=world.pieces).collect();
    world.given_up.extend(typed);
    world.excuse();
    tell(world, |_| true);
}

/// Windows hear of it twice: local storage tells that it changed, and the channel of a draft says so.
fn tell(world: &mut World, which: impl Fn((u32, u8)) -> bool) {
    let windows: Vec<(u64, usize)> = world
        .windows
        .iter()
        .enumerate()
        .filter(|(_, one)| which(one.key().draft()))
        .map(|(nth, one)| (one.id, nth))
        .collect();
    for (window, nth) in windows {
        world.windows[nth].unheard += 1;
        world.later(30, window, Next::Look(Backend::Local));
        let gone = Message { from: NOBODY, says: Says::Gone };
        world.later(5, window, Next::Take(Event::Heard(gone)));
    }
}

impl World {
    /// One place does it at once and whole: into the bin, the mark, and the draft is gone.
    pub fn take_away(&mut self, place: Backend, draft: (u32, u8)) {
        let key = Key::Draft(draft.0, draft.1);
        let store = &self.stores[at(place)];
        if store.fails(true).is_err() || store.is_cleared(draft) {
            return;
        }
        let Some(value) = store.all.get(&key).cloned() else { return };
        // What cannot be read is set aside, and stays.
        let known = finds_standard(&self.stores, draft);
        if known.is_err() {
            // It may be in a place that does not tell now: the draft stays where it is.
            return;
        }
        let last = if known == Ok(false) && value.broken.is_none() {
            let counter = value.revision.counter;
            self.put(place, Key::Aside(draft.0, draft.1, value.text()), value);
            counter
        } else if let Some(print) = value.broken {
            self.put(place, Key::Aside(draft.0, draft.1, print), value);
            0
        } else {
            let counter = value.revision.counter;
            self.put(place, Key::Bin(draft.0, draft.1, value.text()), value);
            counter
        };
        let store = &mut self.stores[at(place)];
        store.gone.insert(draft, Tombstone::Removed(last));
        store.all.remove(&key);
        if place == Backend::Local {
            self.remember();
        }
    }
}
