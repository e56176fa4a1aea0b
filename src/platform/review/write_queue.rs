//! What was decided and is not stored yet, in the order in which it was. It is written in transactions of a few megabytes;
//! what cannot be stored stays here, is said, and is tried again for as long as the window is open.

use crate::persistence::backend::Failure;
use crate::persistence::review_head::HeadChange;
use crate::platform::fault::Held;
use crate::platform::review::channel::Said;
use crate::platform::review::store;
use crate::platform::review::store::Batch;
use crate::platform::{clock, fault};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use std::time::Duration;

/// The most bytes of files that go into one transaction.
const BYTES: u32 = 4 << 20;
/// How long until it is tried again to store what could not be stored.
const RETRY: Duration = Duration::from_secs(15);

/// Whether what was decided is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReviewSaved {
    /// All of it.
    #[default]
    Saved,
    /// It is being stored.
    Saving,
    /// Not all of it, and why.
    Unsaved(Failure),
}

thread_local! {
    /// All that are there.
    static QUEUES: RefCell<Vec<Weak<QueueState>>> = const { RefCell::new(Vec::new()) };
}

/// Leaves word of whether anything of any review is in this window alone, should the program stop.
fn note_held() {
    let any = QUEUES.with_borrow_mut(|all| {
        all.retain(|queue| queue.strong_count() > 0);
        all.iter().filter_map(Weak::upgrade).any(|queue| WriteQueue(queue).holds())
    });
    fault::note_held(Held::Reviews, any);
}

/// The queue of one review. Copies are handles to the same one.
#[derive(Clone)]
pub(super) struct WriteQueue(Rc<QueueState>);

struct QueueState {
    review: String,
    waiting: RefCell<VecDeque<Rc<Batch>>>,
    busy: RefCell<bool>,
    typing: Cell<bool>,
    saved: RwSignal<ReviewSaved>,
    told: Box<dyn Fn(Said)>,
}

impl WriteQueue {
    /// For this review; `told` hears what was stored.
    pub(super) fn new(review: String, saved: RwSignal<ReviewSaved>, told: impl Fn(Said) + 'static) -> Self {
        saved.set(ReviewSaved::Saved);
        let (waiting, busy, typing) = (RefCell::default(), RefCell::new(false), Cell::new(false));
        let queue = Rc::new(QueueState { review, waiting, busy, typing, saved, told: Box::new(told) });
        QUEUES.with_borrow_mut(|all| all.push(Rc::downgrade(&queue)));
        Self(queue)
    }

    /// Stores this after all that came before.
    pub(super) fn add(&self, batch: Batch) {
        self.0.waiting.borrow_mut().push_back(Rc::new(batch));
        if !matches!(self.0.saved.try_get_untracked(), Some(ReviewSaved::Unsaved(_))) {
            self.0.saved.try_set(ReviewSaved::Saving);
        }
        self.begin();
    }

    /// Tries again to store what could not be stored.
    pub(super) fn begin(&self) {
        if !self.0.busy.replace(true) {
            let queue = self.clone();
            spawn_local(async move { queue.write().await });
        }
    }

    /// Something is being typed that has not come here yet, or nothing is any more.
    pub(super) fn typing(&self, typing: bool) {
        self.0.typing.set(typing);
        if !matches!(self.0.saved.try_get_untracked(), Some(ReviewSaved::Unsaved(_))) {
            self.tell_saved();
        }
    }

    fn tell_saved(&self) {
        self.0.saved.try_set(if self.holds() { ReviewSaved::Saving } else { ReviewSaved::Saved });
    }

    /// Whether something is in this window alone.
    pub(super) fn holds(&self) -> bool {
        self.0.typing.get() || !self.0.waiting.borrow().is_empty()
    }

    /// The bytes of a file that is not stored yet.
    pub(super) fn file(&self, digest: &str) -> Option<Vec<u8>> {
        let waiting = self.0.waiting.borrow();
        let found = waiting.iter().flat_map(|batch| &batch.files).find(|(known, _)| known == digest);
        found.map(|(_, bytes)| bytes.to_vec())
    }

    /// What was typed, cannot be decided and is not stored yet, the latest last.
    pub(super) fn apart(&self) -> Vec<(String, Option<String>)> {
        self.0.waiting.borrow().iter().flat_map(|batch| batch.apart.iter().cloned()).collect()
    }

    /// What changes of the head and is not stored yet.
    pub(super) fn head_change(&self) -> HeadChange {
        let waiting = self.0.waiting.borrow();
        let changes = waiting.iter().filter_map(|batch| Some(batch.head.as_ref()?.0.clone()));
        changes.fold(HeadChange::default(), HeadChange::then)
    }

    /// The review is gone from this computer: nothing of it is stored any more.
    pub(super) fn give_up(&self) {
        self.0.waiting.borrow_mut().clear();
        note_held();
    }

    async fn write(&self) {
        let ended = loop {
            let together = self.next();
            if together.is_empty() {
                break None;
            }
            match store::add(self.0.review.clone(), together.clone()).await {
                Ok(()) => {
                    // More may have come behind them; those in front are stored.
                    let mut waiting = self.0.waiting.borrow_mut();
                    let stored = together.len().min(waiting.len());
                    waiting.drain(..stored);
                    drop(waiting);
                    for added in store::spans(&together) {
                        (self.0.told)(Said::Added(added));
                    }
                    if together.iter().any(|batch| !batch.apart.is_empty()) {
                        (self.0.told)(Said::Apart);
                    }
                    if store::head_of(&together).is_some_and(|(change, _)| change.concerns_others()) {
                        (self.0.told)(Said::Head);
                    }
                }
                Err(failure) => break Some(failure),
            }
        };
        self.0.busy.replace(false);
        note_held();
        match ended {
            None => self.tell_saved(),
            Some(failure) => {
                self.0.saved.try_set(ReviewSaved::Unsaved(failure));
                let queue = self.clone();
                clock::later(move || queue.begin(), RETRY);
            }
        }
    }

    /// What is stored next: the first of those that wait, and as many more as go into one transaction.
    fn next(&self) -> Vec<Rc<Batch>> {
        let mut bytes = 0;
        let waiting = self.0.waiting.borrow();
        let fits = waiting.iter().enumerate().take_while(|(at, batch)| {
            bytes += batch.files.iter().map(|(_, file)| Uint8Array::length(file)).sum::<u32>();
            *at == 0 || bytes <= BYTES
        });
        fits.map(|(_, batch)| Rc::clone(batch)).collect()
    }
}
