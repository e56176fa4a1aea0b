//! A review that is open in this window: its log in memory, what was decided on its way to the database, and what other
//! windows add. It stays open while its pages change; see `sessions` for how long.

use crate::model::date::UtcTime;
use crate::model::review::act::Act;
use crate::model::review::entry::{ReviewEntry, Who};
use crate::model::review::entry_maker::EntryMaker;
use crate::model::review::ids::{EntryId, FileDigest, ReviewId, UnitId, WriterId};
use crate::model::review::log::{Admitted, Holds, Log};
use crate::model::review::place::Place;
use crate::model::review::units::ReviewUnits;
use crate::model::sorting::map_of;
use crate::persistence::file_row::FileRow;
use crate::persistence::review_head::{HeadChange, ReviewHead};
use crate::platform::clock;
use crate::platform::review::channel::ReviewChannel;
use crate::platform::review::forms;
use crate::platform::review::read_review::{ReadReview, read};
use crate::platform::review::store;
use crate::platform::review::store::{Batch, StoredEntry};
use crate::platform::review::write_queue::{ReviewSaved, WriteQueue};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// How far a review is on its way into this window.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewPhase {
    /// None is open.
    Closed,
    /// It is being read.
    Opening,
    /// It is here.
    Open,
    /// There is none of this name.
    Missing,
    /// The database gives no answer, or what stands there cannot be read.
    Silent,
}

/// What is in memory of an open review.
pub struct OpenReview {
    /// What the door shows of it, with its standards.
    pub head: Rc<ReviewHead>,
    /// Everything that was decided.
    pub log: Log,
    /// What the table shows of each file.
    pub rows: BTreeMap<FileDigest, FileRow>,
    /// How many entries cannot be read; they stay where they are.
    pub unread: usize,
    /// What was typed and cannot be decided, by its place.
    pub apart: BTreeMap<String, String>,
    pub(super) maker: EntryMaker,
    pub(super) queue: WriteQueue,
    /// Its units, and of how many entries they were made.
    units: RefCell<(usize, Arc<ReviewUnits>)>,
}

impl OpenReview {
    /// Whether a file was taken in and not put away again.
    pub fn holds_file(&self, file: FileDigest) -> bool {
        matches!(self.log.value(&Place::File(file)), Holds::One(_))
    }

    /// Its units. They are made anew once something was decided, which a log that has grown shows.
    pub fn units(&self) -> Arc<ReviewUnits> {
        let mut made = self.units.borrow_mut();
        if made.0 != self.log.len() {
            *made = (self.log.len(), Arc::new(ReviewUnits::of(&self.log)));
        }
        Arc::clone(&made.1)
    }
}

/// One review in this window, for the pages of it and for whatever works on it. Copies are handles to the same one, and
/// none of them ever stands for another review: what was begun in one cannot end in another.
#[derive(Clone, Copy)]
pub struct ReviewSession {
    /// Which one.
    pub id: ReviewId,
    pub(super) open: StoredValue<Option<OpenReview>, LocalStorage>,
    channel: StoredValue<Option<Rc<ReviewChannel>>, LocalStorage>,
    /// How much is being done that goes on when its pages are left.
    pub(super) work: StoredValue<u32>,
    /// The steps that were made here one by one, which can be undone; the last stands last. What was taken in is undone as
    /// a whole.
    pub(super) steps: StoredValue<Vec<u32>>,
    /// The steps that undid them, until something else is decided.
    pub(super) undone: StoredValue<Vec<u32>>,
    /// How far it is.
    pub phase: RwSignal<ReviewPhase>,
    /// Counts up with everything that is decided, here or in another window.
    pub changes: RwSignal<u32>,
    /// Counts up with what is typed and cannot be decided, here or in another window.
    pub apart: RwSignal<u32>,
    /// Whether all of it is stored.
    pub saved: RwSignal<ReviewSaved>,
}

/// Files and rows that are stored together with what is decided of them.
#[derive(Default)]
pub struct Received {
    /// The bytes of files as they were received.
    pub files: Vec<(FileDigest, js_sys::Uint8Array)>,
    /// What the table shows of them.
    pub rows: Vec<(FileDigest, FileRow)>,
}

impl ReviewSession {
    /// Of this review, which is not open yet.
    pub(super) fn closed(id: ReviewId) -> Self {
        Self {
            id,
            open: StoredValue::new_local(None),
            channel: StoredValue::new_local(None),
            work: StoredValue::new(0),
            steps: StoredValue::default(),
            undone: StoredValue::default(),
            phase: RwSignal::new(ReviewPhase::Closed),
            changes: RwSignal::new(0),
            apart: RwSignal::new(0),
            saved: RwSignal::new(ReviewSaved::Saved),
        }
    }

    /// Looks at the open review. Not followed; see `changes`.
    pub fn with<T>(self, look: impl FnOnce(&OpenReview) -> T) -> Option<T> {
        self.open.try_with_value(|open| open.as_ref().map(look)).flatten()
    }

    /// The same, and followed.
    pub fn follow<T>(self, look: impl FnOnce(&OpenReview) -> T) -> Option<T> {
        self.changes.track();
        self.phase.track();
        self.with(look)
    }

    /// Opens it, unless it is open already.
    pub(super) fn read(self) {
        if matches!(self.phase.get_untracked(), ReviewPhase::Open | ReviewPhase::Opening) {
            return;
        }
        self.phase.set(ReviewPhase::Opening);
        spawn_local(async move {
            let read = read(self.id).await;
            // It may have been closed meanwhile.
            if self.phase.try_get_untracked() != Some(ReviewPhase::Opening) {
                return;
            }
            let phase = match read {
                Ok(Some(read)) => self.stand(read).unwrap_or(ReviewPhase::Silent),
                Ok(None) => ReviewPhase::Missing,
                Err(_) => ReviewPhase::Silent,
            };
            self.phase.try_set(phase);
        });
    }

    /// Begins it as one that is new here, with these entries and files, and opens it.
    pub(super) fn begin(self, head: ReviewHead, entries: &[ReviewEntry], received: Received) -> Option<()> {
        let mut log = Log::default();
        for entry in entries {
            log.admit(entry.clone());
        }
        let rows = map_of(received.rows.iter().cloned());
        let units = ReviewUnits::of(&log);
        let read = ReadReview { head: head.clone(), log, units, rows, unread: 0, apart: BTreeMap::new() };
        let phase = self.stand(read)?;
        let all = HeadChange { by: Some(head.by), shelf: Some(head.shelf), changed: None };
        self.keep(all, entries, received);
        self.phase.set(phase);
        Some(())
    }

    /// Gives back its memory. Whatever still looks at it finds nothing.
    pub(super) fn close(self) {
        self.open.set_value(None);
        self.channel.set_value(None);
        self.steps.set_value(Vec::new());
        self.undone.set_value(Vec::new());
        self.phase.set(ReviewPhase::Closed);
    }

    fn stand(self, read: ReadReview) -> Option<ReviewPhase> {
        let id = self.id;
        let writer = WriterId::new(clock::random_bytes()?);
        let channel = Rc::new(ReviewChannel::open(&id.to_string(), move |said| self.hear(said)));
        let told = Rc::clone(&channel);
        let queue = WriteQueue::new(id.to_string(), self.saved, move |said| told.say(&said));
        let maker = EntryMaker::new(writer, read.head.who()?);
        let ReadReview { head, log, units, rows, unread, apart } = read;
        let units = RefCell::new((log.len(), Arc::new(units)));
        let open = OpenReview { head: Rc::new(head), log, rows, unread, apart, maker, queue, units };
        let units = open.units().units.iter().map(|unit| unit.id.to_string()).collect();
        // What cannot be swept now is swept another time.
        spawn_local(async move { _ = forms::sweep(id, units).await });
        self.steps.set_value(Vec::new());
        self.undone.set_value(Vec::new());
        self.open.set_value(Some(open));
        self.channel.set_value(Some(channel));
        self.tell();
        Some(ReviewPhase::Open)
    }

    /// Tells the pages that something was decided.
    pub fn tell(self) {
        self.changes.try_update(|times| *times = times.wrapping_add(1));
    }

    /// Decides these things in one step, and stores them together with what was received. Gives the step, by which it
    /// can be undone.
    pub fn decide(self, acts: Vec<Act>, received: Received) -> Option<u32> {
        let before = self.with(|open| open.log.len());
        let step = self.decide_untold(acts, received)?;
        // What changed nothing is no step.
        if self.with(|open| open.log.len()) != before {
            self.note_step(step);
        }
        self.tell();
        Some(step)
    }

    /// The same, and the pages are told later, of much at once; it is none of the steps that are undone one by one.
    pub fn decide_untold(self, acts: Vec<Act>, received: Received) -> Option<u32> {
        let by = self.with(|open| open.head.who())??;
        self.decide_beside(acts, (Vec::new(), by), received)
    }

    /// The same; what somebody else says beside is to be decided by a person where another thing stands at its place.
    pub fn decide_beside(self, acts: Vec<Act>, (beside, by): (Vec<Act>, Who), received: Received) -> Option<u32> {
        let at = clock::now()?;
        let (step, made) = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            let step = open.maker.next();
            let made = open.maker.decide_beside(&mut open.log, acts, beside, &by, &at);
            open.rows.extend(received.rows.iter().cloned());
            Some((step, made))
        })??;
        self.keep(HeadChange::default(), &made, received);
        Some(step)
    }

    /// Decides between values that clash, of which the person saw these entries. Whether anything was decided.
    pub fn decide_having_seen(self, act: Act, seen: Vec<EntryId>) -> bool {
        let Some(at) = clock::now() else { return false };
        let made = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            open.maker.decide_having_seen(&mut open.log, act, seen, &at)
        });
        let Some(Some(made)) = made else { return false };
        self.note_step(made.step);
        self.keep(HeadChange::default(), &[made], Received::default());
        self.tell();
        true
    }

    /// Takes in the entries of another copy of this review. How many were new.
    pub fn merge(self, entries: Vec<ReviewEntry>, received: Received) -> usize {
        let new = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            let new = entries.into_iter().filter(|entry| open.log.admit(entry.clone()) != Admitted::Same);
            let new: Vec<ReviewEntry> = new.collect();
            open.rows.extend(received.rows.iter().cloned());
            Some(new)
        });
        let new = new.flatten().unwrap_or_default();
        self.keep(HeadChange::default(), &new, received);
        self.tell();
        new.len()
    }

    pub(super) fn keep(self, mut change: HeadChange, entries: &[ReviewEntry], received: Received) {
        let now = clock::now();
        self.open.try_update_value(|open| {
            let Some(open) = open.as_mut() else { return };
            // It holds whole standards, and the door shows minutes: it is not stored with every key.
            let minute = |time: &UtcTime| time.as_str().get(..16).map(str::to_owned);
            let is_due = now.as_ref().is_some_and(|now| minute(now) != minute(&open.head.changed));
            let stores = is_due || change.concerns_others();
            if stores {
                change.changed = now;
                open.head = Rc::new(change.clone().of(ReviewHead::clone(&open.head)));
            }
            open.queue.add(Batch {
                head: stores.then(|| (change, Rc::clone(&open.head))),
                entries: entries.iter().map(stored).collect(),
                files: received.files.into_iter().map(|(digest, bytes)| (digest.to_string(), bytes)).collect(),
                rows: received.rows.iter().map(|(digest, row)| (digest.to_string(), row.write())).collect(),
                apart: Vec::new(),
            });
        });
    }

    /// Something is being typed that is not decided yet, or nothing is any more.
    pub fn typing(self, typing: bool) {
        self.with(|open| open.queue.typing(typing));
    }

    /// Tries again to store what could not be stored.
    pub fn store_again(self) {
        self.with(|open| open.queue.begin());
    }

    /// The bytes of a file as it was received.
    pub async fn file(self, digest: FileDigest) -> Option<Vec<u8>> {
        let digest = digest.to_string();
        if let Some(held) = self.with(|open| open.queue.file(&digest)).flatten() {
            return Some(held);
        }
        store::file(self.id.to_string(), digest).await.ok().flatten()
    }

    /// Puts other bytes in the place of a received file: the same submission with its photos.
    pub fn replace_file(self, digest: FileDigest, bytes: js_sys::Uint8Array) {
        self.keep(HeadChange::default(), &[], Received { files: vec![(digest, bytes)], rows: Vec::new() });
    }

    /// A name for a new line of the roster.
    pub fn new_unit() -> Option<UnitId> {
        clock::random_bytes().map(UnitId::new)
    }
}

fn stored(entry: &ReviewEntry) -> StoredEntry {
    StoredEntry { writer: entry.id.writer.to_string(), seq: entry.id.seq, text: entry.written() }
}
