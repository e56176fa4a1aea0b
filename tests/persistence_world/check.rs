//! What must hold: after every step, and at the end.

use super::World;
use super::store::{Fault, Key, at, finds_standard, readable, readable_alone, readable_in};
use std::collections::BTreeSet;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::persistence::autosave::{ReadOnlyReason, SaveStatus};
use xingzhan::persistence::backend::Backend;
use xingzhan::persistence::coordinator::Event;
use xingzhan::persistence::leadership::{LockSupport, TabRole};
use xingzhan::persistence::older_formats::{CopyStep, MigrationReceipt, OlderDraft, steps};
use xingzhan::persistence::opening::{Opens, decide};
use xingzhan::persistence::revision::{Found, Writer};
use xingzhan::persistence::tombstone::Tombstone;

impl World {
    /// What every window is told now is true now.
    pub fn compare(&mut self) {
        let all = readable(&self.stores);
        // Nothing of what was cleared is written back, by whatever window.
        for store in self.stores.iter().take(if self.cleared_at.is_some() { 2 } else { 0 }) {
            let back = store.all.keys().find(|key| store.is_cleared(key.draft()));
            assert_eq!(back, None, "cleared, and written back");
        }
        for window in self.windows.iter().filter(|one| !one.frozen && one.unheard == 0 && one.shown) {
            match window.coordinator.status() {
                Some(SaveStatus::Saved(place)) => {
                    let store = &self.stores[at(place)];
                    // What another window took away by restoring is in the snapshot that it took before.
                    let here = &readable_in(&self.stores, place) | &self.restored;
                    assert!(
                        window.typed.is_subset(&here),
                        "called saved in {place:?}: {:?}, there: {here:?}",
                        window.typed
                    );
                    if let Some(value) = store.all.get(&window.key())
                        && Some(value.revision.by) == window.by
                    {
                        assert_eq!(
                            (value.revision.counter, &value.typed),
                            (window.counter, &window.typed),
                            "called saved"
                        );
                    }
                    for piece in &window.typed {
                        let told = self.told.entry(*piece).or_insert(place);
                        *told = (*told).min(place);
                    }
                }
                // Once it has read anew, what it shows is what stands there, and no longer what was copied.
                Some(SaveStatus::ReadOnly(ReadOnlyReason::Overtaken)) if window.coordinator.has_copied() => {
                    assert!(window.typed.is_subset(&all), "called kept as a copy");
                }
                _ => {}
            }
            if window.coordinator.may_edit() && !window.coordinator.must_warn() {
                // Its text is there; a window that had its standard only in a place that lost it cannot know that.
                let lost = self.standards_lost.contains(&window.key().draft());
                let there = if lost { super::store::typed(&self.stores) } else { all.clone() };
                assert!(window.typed.is_subset(&there), "left without a warning");
            }
        }
        for (piece, place) in &self.told {
            assert!(
                all.contains(piece) || self.files.contains(piece) || self.given_up.contains(piece),
                "{piece} was called saved in {place:?}"
            );
        }
    }

    /// What no program can keep is not asked for: the only place that held it was cleared or destroyed.
    pub fn excuse(&mut self) {
        let all = readable(&self.stores);
        self.given_up.extend(self.restored.iter().copied());
        self.told.retain(|piece, _| all.contains(piece));
        let for_good = readable_alone(&self.stores[0]);
        for (piece, place) in &mut self.told {
            if !for_good.contains(piece) {
                *place = Backend::Local;
            }
        }
    }

    /// Copies forward what the older program of this draft wrote.
    pub fn forward(&mut self, draft: u8) {
        // What cannot be read now is looked at another time.
        if self.stores.iter().any(|store| store.fault != Fault::Works) {
            return;
        }
        let standard = finds_standard(&self.stores, (1, draft));
        let found = Backend::ALL.map(|place| (place, self.stores[at(place)].found(Key::Draft(1, draft), standard)));
        let best = match decide(&found).opens {
            Opens::Draft { place, .. } => self.stores[at(place)].all[&Key::Draft(1, draft)].clone(),
            _ => return,
        };
        let id = DraftId::try_from(format!("d{draft}")).expect("an id");
        let here = self.stores.iter().any(|store| store.found(Key::Draft(2, draft), Ok(true)) != Found::Nothing);
        let mut carried = Vec::new();
        for key in self.stores.iter().flat_map(|store| store.all.keys()) {
            if let Key::Carried(_, of, revision) = key
                && *of == draft
            {
                carried.push(MigrationReceipt { id: id.clone(), from: 1, revision: *revision });
            }
        }
        let old = OlderDraft { id: id.clone(), format: 1, revision: Some(best.revision) };
        let here = if here { vec![id] } else { Vec::new() };
        for step in steps(&[old], &here, &carried) {
            let mut value = best.clone();
            let key = match step {
                CopyStep::Copy(_) => {
                    value.revision.by = Writer { window: 0, round: 0 };
                    Key::Draft(2, draft)
                }
                CopyStep::Offer(_) => Key::Snapshot(2, draft, value.text()),
                CopyStep::Leave(_) => continue,
            };
            for place in Backend::ALL {
                self.stores[at(place)].standards.insert((2, draft), true);
                self.put(place, key, value.clone());
                self.put(place, Key::Carried(2, draft, best.revision), value.clone());
            }
        }
    }

    /// Everything works again and there is time: nothing is left unsaved, one window writes each draft,
    /// the others show what it wrote, and whoever starts anew finds all that was called saved.
    pub fn end(&mut self) {
        for store in &mut self.stores {
            store.fault = Fault::Works;
        }
        // Whoever is told that a standard is missing brings its file; then every draft opens as it was.
        for draft in [(1, 0), (1, 1), (2, 0), (2, 1)] {
            if finds_standard(&self.stores, draft) == Ok(false) {
                self.bring_standard(draft);
            }
        }
        self.release();
        let windows: Vec<u64> = self.windows.iter().map(|one| one.id).collect();
        for window in &windows {
            self.thaw(*window);
        }
        self.pass(100_000);
        for window in &windows {
            self.see(*window);
        }
        self.pass(100_000);
        for window in self.windows.iter().filter(|one| one.shown) {
            assert!(!window.coordinator.must_warn(), "still unsaved after everything works");
            // A window that saw the computer being cleared says so until it is closed, whatever comes back meanwhile.
            if window.coordinator.role() == TabRole::Owner
                && window.coordinator.status() != Some(SaveStatus::ReadOnly(ReadOnlyReason::Cleared))
            {
                assert_eq!(window.coordinator.status(), Some(SaveStatus::Saved(Backend::Journal)));
            }
            for other in self.windows.iter().filter(|other| other.key() == window.key() && other.id > window.id) {
                if self.means != LockSupport::Nothing {
                    assert!(
                        window.coordinator.role() != TabRole::Owner || other.coordinator.role() != TabRole::Owner,
                        "two write one draft"
                    );
                    assert!(!other.shown || window.typed == other.typed, "two windows show two things");
                }
            }
        }
        let all = readable(&self.stores);
        for window in self.windows.iter().filter(|one| one.shown && one.coordinator.may_edit()) {
            assert!(window.typed.is_subset(&all), "written here and not stored after everything works");
        }
        for window in windows {
            self.take(window, Event::Leaving);
        }
        self.pass(1000);
        self.windows.clear();
        self.let_all_go();
        for draft in 0..2 {
            self.forward(draft);
            for format in 1..=2 {
                self.start_anew(format, draft);
            }
        }
        // The newer program has, or was offered, everything that the older one shows.
        let newer: BTreeSet<u32> = self.readable(|key| !matches!(key, Key::Draft(1, _) | Key::Carried(..)));
        for draft in 0..2 {
            let standard = finds_standard(&self.stores, (1, draft));
            let found = Backend::ALL.map(|place| (place, self.stores[at(place)].found(Key::Draft(1, draft), standard)));
            if let Opens::Draft { place, .. } = decide(&found).opens
                && !self.destroyed.contains(&draft)
            {
                let value = &self.stores[at(place)].all[&Key::Draft(1, draft)];
                assert!(value.typed.is_subset(&newer), "typed in the older program and not offered to the newer one");
            }
        }
    }

    fn readable(&self, which: impl Fn(&Key) -> bool) -> BTreeSet<u32> {
        let all = self.stores.iter().flat_map(|store| store.all.iter());
        all.filter(|(key, value)| which(key) && value.broken.is_none())
            .flat_map(|(_, value)| value.typed.iter().copied())
            .collect()
    }

    /// A start on what is stored: the newest readable copy opens, and in time both places hold it.
    fn start_anew(&mut self, format: u32, draft: u8) {
        let key = Key::Draft(format, draft);
        let newest = self
            .stores
            .iter()
            .filter_map(|store| store.all.get(&key))
            .filter(|value| value.broken.is_none())
            .map(|value| value.revision.counter)
            .max();
        // What was removed, where one of the places could not be reached, stays removed.
        let gone = self.stores.iter().filter_map(|store| store.gone.get(&key.draft())).max().copied();
        let newest = newest.filter(|newest| match gone {
            None => true,
            Some(Tombstone::Removed(last)) => *newest > last,
            Some(Tombstone::Cleared) => false,
        });
        let window = self.open(format, draft, false);
        self.pass(20_000);
        let index = self.index(window).expect("a window");
        let counter = self.windows[index].counter;
        assert_eq!(newest.is_some(), self.windows[index].shown);
        if let Some(newest) = newest {
            assert!(counter >= newest, "the newest copy opens");
            for store in &self.stores {
                assert_eq!(store.all.get(&key).map(|value| &value.typed), Some(&self.windows[index].typed));
            }
        }
        self.close(window);
    }
}
