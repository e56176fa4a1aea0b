//! A draft that is open, as its pages see it: the one source of truth. Pages read its signals and call
//! `edit`; how it is kept is none of their business (see `opened`).

use super::clock;
use super::opened::Opened;
use crate::keep::desk::Event;
use crate::keep::keeper::{Status, Why};
use crate::keep::snapshots::Kind;
use crate::keep::undo::{Filled, Spot};
use crate::model::draft::Draft;
use crate::model::earlier::Earlier;
use crate::model::embedded::Embedded;
use crate::model::facts::Clash;
use crate::model::left::Mark;
use crate::model::record::Record;
use crate::model::score::Score;
use leptos::prelude::*;

/// An open draft. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct Session {
    /// The draft as it is now.
    pub draft: RwSignal<Draft>,
    /// Its score, derived.
    pub score: Memo<Score>,
    /// Which of its numbers are too large for others, derived.
    pub clashes: Memo<Vec<Clash>>,
    /// Of what the person is asked whether it still holds, derived.
    pub reconfirm: Memo<Vec<Mark>>,
    /// What the header may claim of saving.
    pub status: RwSignal<Status>,
    /// Why it may only be read, if so.
    pub reads: Memo<Option<Why>>,
    /// Whether this window's typing went into a copy beside the draft.
    pub copied: RwSignal<bool>,
    /// Whether this window asks another one for the draft.
    pub asking: RwSignal<bool>,
    /// Where undoing and redoing would go.
    pub steps: RwSignal<(Option<Spot>, Option<Spot>)>,
    /// How many photos are missing in the file of it that was handed to the browser last; nothing before one was.
    pub handed: RwSignal<Option<usize>>,
    /// Counts up when the page is to be drawn anew, although its place and language stay.
    pub anew: RwSignal<u32>,
    pub(super) opened: Opened,
}

impl Session {
    /// Of a draft that was read.
    pub(super) fn new(draft: Draft, opened: Opened) -> Self {
        let draft = RwSignal::new(draft);
        let status = RwSignal::new(Status::Saving);
        Self {
            draft,
            score: score_of(draft),
            clashes: Memo::new(move |_| draft.with(|draft| draft.record.facts.clashes(&draft.standard))),
            reconfirm: Memo::new(move |_| draft.with(|draft| draft.reconfirm.clone())),
            status,
            reads: Memo::new(move |_| match status.get() {
                Status::ReadOnly(why) => Some(why),
                _ => None,
            }),
            copied: RwSignal::new(false),
            asking: RwSignal::new(false),
            steps: RwSignal::new((None, None)),
            handed: RwSignal::new(None),
            anew: RwSignal::new(0),
            opened,
        }
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
    pub fn apart(self, change: impl FnOnce(&mut Draft)) {
        self.opened.with(|inner| inner.undo.pause());
        self.edit(change);
        self.opened.with(|inner| inner.undo.pause());
    }

    fn change(self, change: &mut dyn FnMut(&mut Draft)) {
        if !self.may_edit() {
            self.draft.update(|_| ());
            return;
        }
        let before = self.draft.with_untracked(Filled::of);
        self.counted(change);
        let at = clock::running();
        self.opened.with(|inner| self.draft.with_untracked(|after| inner.undo.edited(&before, after, at)));
        self.opened.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    fn may_edit(self) -> bool {
        self.opened.with(|inner| inner.desk.may_edit()) == Some(true)
    }

    /// A change that counts.
    fn counted(self, change: &mut dyn FnMut(&mut Draft)) {
        let now = clock::now();
        self.draft.update(|draft| {
            change(draft);
            draft.counter = draft.counter.saturating_add(1);
            if let Some(now) = now {
                draft.changed = now;
            }
        });
    }

    /// Takes the last step back, or does it again. Where that was.
    pub fn step(self, back: bool) -> Option<Spot> {
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
        self.draft.set(draft);
        self.opened.take(Event::Edited(counter));
        Some(spot)
    }

    /// Puts another state of the draft in place of this one, as one step that can be undone; how it stood is
    /// kept as a snapshot first.
    pub fn replace(self, with: Draft, before: Kind) {
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
    pub fn beside(self, earlier: Option<Earlier>) {
        if !self.may_edit() {
            return;
        }
        let (old, mut earlier) = (self.draft.get_untracked(), earlier);
        self.counted(&mut |draft| draft.earlier = earlier.take());
        self.opened.with(|inner| self.draft.with_untracked(|after| inner.undo.replaced(&old, after)));
        self.opened.take(Event::Edited(self.draft.with_untracked(|draft| draft.counter)));
    }

    /// Draws the page anew: what it was drawn from was replaced as a whole.
    pub fn redraw(self) {
        self.anew.update(|times| *times = times.wrapping_add(1));
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
        self.opened.with(|inner| inner.desk.must_warn()).unwrap_or(false)
    }
}

/// The score of a draft. It is worked out anew only where something is changed that gives points: most of what is typed
/// is ledgers and notes.
fn score_of(draft: RwSignal<Draft>) -> Memo<Score> {
    let rated = StoredValue::new(None::<(Embedded, Record)>);
    Memo::new_owning(move |last: Option<Score>| {
        draft.with(|draft| {
            let same = |(standard, record): &(Embedded, Record)| {
                *standard == draft.standard && record.scores_like(&draft.record)
            };
            let last = match last {
                Some(last) if rated.with_value(|rated| rated.as_ref().is_some_and(same)) => return (last, false),
                last => last,
            };
            rated.set_value(Some((draft.standard.clone(), draft.record.clone())));
            let score = draft.score();
            let changed = last.as_ref() != Some(&score);
            (score, changed)
        })
    })
}
