//! A draft that is open: the one source of truth of its pages, kept saved by the machine in
//! `crate::keep`. Pages read its signals and call `edit`; where it is written to is decided here alone.

use super::{clock, store};
use crate::keep::card::Card;
use crate::keep::keeper::{Act, Event, Keeper, Place, Status};
use crate::model::draft::Draft;
use crate::model::score::Score;
use leptos::prelude::*;
use std::time::Duration;

/// An open draft. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct Session {
    /// The draft as it is now.
    pub draft: RwSignal<Draft>,
    /// Its score, derived.
    pub score: Memo<Score>,
    /// What the header may claim of saving.
    pub status: RwSignal<Status>,
    keeper: StoredValue<Keeper>,
    known: StoredValue<Option<u64>>,
}

impl Session {
    /// Opens a draft that was read from storage, or one that was never written.
    pub fn new(draft: Draft, stored: bool) -> Self {
        let counter = draft.counter;
        let keeper = Keeper::new(counter, stored, &[Place::Local]);
        let draft = RwSignal::new(draft);
        Self {
            draft,
            score: Memo::new(move |_| draft.with(Draft::score)),
            status: RwSignal::new(keeper.status()),
            keeper: StoredValue::new(keeper),
            known: StoredValue::new(stored.then_some(counter)),
        }
    }

    /// Changes the draft. Every change counts one and is saved in a moment.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        let now = clock::now();
        self.draft.update(|draft| {
            change(draft);
            draft.counter = draft.counter.saturating_add(1);
            if let Some(now) = now {
                draft.changed = now;
            }
        });
        self.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    /// Writes what is not yet written: the page is hidden or goes away.
    pub fn flush(self) {
        self.take(Event::Leaving);
    }

    fn take(self, event: Event) {
        let Some((acts, status)) = self.keeper.try_update_value(|keeper| (keeper.take(event), keeper.status())) else {
            return;
        };
        if self.status.try_get_untracked().is_some_and(|now| now != status) {
            self.status.set(status);
        }
        for act in acts {
            match act {
                Act::Wake(wait) => {
                    set_timeout(move || self.take(Event::Due), Duration::from_millis(u64::from(wait)));
                }
                Act::Write { place: Place::Local, counter } => {
                    let outcome = self.draft.try_with_untracked(|draft| {
                        let card = Card::of(draft, &draft.score());
                        store::put(draft, &card, self.known.try_get_value().flatten())
                    });
                    let Some(outcome) = outcome else { return };
                    if outcome.is_ok() {
                        self.known.set_value(Some(counter));
                    }
                    self.take(Event::Wrote { place: Place::Local, counter, outcome });
                }
            }
        }
    }
}
