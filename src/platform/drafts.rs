//! A draft that is open, as its pages see it. Pages read its signals and call `edit`; how it is kept is none of their
//! business (see `opened`).

use crate::model::draft::Draft;
use crate::model::draft::prior_answers::PriorYear;
use crate::persistence::coordinator::Event;
use crate::persistence::edit_place::EditPlace;
use crate::persistence::snapshots::SnapshotKind;
use crate::persistence::undo::Filled;
use crate::platform::clock;
use crate::platform::draft_signals::DraftSignals;
use crate::platform::open_draft::OpenDraft;
use leptos::prelude::*;
use std::ops::Deref;

/// An open draft. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct Session {
    signals: DraftSignals,
    opened: OpenDraft,
}

impl Deref for Session {
    type Target = DraftSignals;

    fn deref(&self) -> &DraftSignals {
        &self.signals
    }
}

impl Session {
    /// Of a draft that is open.
    pub fn new(signals: DraftSignals, opened: OpenDraft) -> Self {
        Self { signals, opened }
    }

    /// Changes the draft. Every change counts one and is saved in a moment. Where the draft may only be read
    /// nothing is changed, and the field shows what stands there again.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        let mut change = Some(change);
        self.change(&mut |draft| {
            if let Some(change) = change.take() {
                change(draft);
            }
        });
    }

    /// The same as one step that can be undone alone, however soon it follows another: what is done by a button.
    pub fn edit_as_one_step(self, change: impl FnOnce(&mut Draft)) {
        self.opened.with(|inner| inner.undo.pause());
        self.edit(change);
        self.opened.with(|inner| inner.undo.pause());
    }

    fn change(self, change: &mut dyn FnMut(&mut Draft)) {
        if !self.may_edit() {
            self.write(|_| ());
            return;
        }
        let before = self.draft.with_untracked(Filled::of);
        self.counted(&mut |draft| {
            change(draft);
            before.withdraw_agreement(draft);
        });
        let at = clock::running();
        self.opened.with(|inner| self.draft.with_untracked(|after| inner.undo.edited(&before, after, at)));
        self.opened.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    fn may_edit(self) -> bool {
        self.opened.with(|inner| inner.coordinator.may_edit()) == Some(true)
    }

    /// A change that counts.
    fn counted(self, change: &mut dyn FnMut(&mut Draft)) {
        let now = clock::now();
        self.write(|draft| {
            change(draft);
            draft.counter = draft.counter.saturating_add(1);
            if let Some(now) = now {
                draft.changed = now;
            }
        });
    }

    /// Takes the last step back, or does it again. Where that was.
    pub fn step(self, back: bool) -> Option<EditPlace> {
        if !self.may_edit() {
            return None;
        }
        let mut draft = self.draft.get_untracked();
        let spot =
            self.opened.with(|inner| if back { inner.undo.undo(&mut draft) } else { inner.undo.redo(&mut draft) });
        let spot = spot.flatten()?;
        draft.counter = draft.counter.saturating_add(1);
        draft.changed = clock::now().unwrap_or(draft.changed);
        let counter = draft.counter;
        self.write(|now| *now = draft);
        self.opened.take(Event::Edited(counter));
        Some(spot)
    }

    /// Puts another state of the draft in place of this one, as one step that can be undone; how it stood is
    /// kept as a snapshot first.
    pub fn replace(self, with: Draft, before: SnapshotKind) {
        if !self.may_edit() {
            return;
        }
        self.opened.snapshot(before);
        let old = self.draft.get_untracked();
        let (mut with, counter) = (Some(with), old.counter);
        self.counted(&mut |draft| {
            if let Some(with) = with.take() {
                *draft = with;
            }
            draft.counter = draft.counter.max(counter);
        });
        self.opened.with(|inner| self.draft.with_untracked(|after| inner.undo.replaced(&old, after)));
        self.opened.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    /// Puts an earlier year beside the draft or takes it away, as one step that can be undone.
    pub fn beside(self, earlier: Option<PriorYear>) {
        if !self.may_edit() {
            return;
        }
        let (old, mut earlier) = (self.draft.get_untracked(), earlier);
        self.counted(&mut |draft| draft.earlier = earlier.take());
        self.opened.with(|inner| self.draft.with_untracked(|after| inner.undo.replaced(&old, after)));
        self.opened.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    /// Writes what is not yet written: the page is hidden.
    pub fn flush(self) {
        self.opened.take(Event::Hidden);
    }

    /// The person wants to write in this window.
    pub fn take_over(self) {
        self.opened.take(Event::TakeOver);
    }

    /// The person has what is unsaved in a file: show again what is stored.
    pub fn let_go(self) {
        self.opened.take(Event::LetGo);
    }

    /// Whether something would be lost if the page went away now.
    pub fn must_warn(self) -> bool {
        self.opened.with(|inner| inner.coordinator.must_warn()).unwrap_or(false)
    }
}
