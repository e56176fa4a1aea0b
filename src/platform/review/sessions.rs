//! The reviews of this window. One is shown at a time. The others are closed, but not while something of them is in this
//! window alone, or is still being done: it goes on, in its own review.

use crate::model::date::UtcTime;
use crate::model::review::entry::ReviewEntry;
use crate::model::review::ids::ReviewId;
use crate::persistence::backend::Failure;
use crate::persistence::review_head::ReviewHead;
use crate::platform::review::channel::Said;
use crate::platform::review::file;
use crate::platform::review::in_window;
use crate::platform::review::in_window::{CopyOfReview, InWindow};
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::review::write_queue::ReviewSaved;
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    /// Those of this window, once there are any: for what clears this computer.
    static ALL: Cell<Option<ReviewSessions>> = const { Cell::new(None) };
}

/// A session for each review that was opened here. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct ReviewSessions {
    all: StoredValue<Vec<ReviewSession>>,
    /// Of all pages: a session outlives the one that opened it.
    owner: StoredValue<Owner>,
}

impl ReviewSessions {
    /// With none open. Called once, where the owner of all pages is the current one.
    pub fn none() -> Self {
        let owner = Owner::current().unwrap_or_default();
        let sessions = Self { all: StoredValue::default(), owner: StoredValue::new(owner) };
        ALL.set(Some(sessions));
        in_window::is_there(InWindow { held, copy, forget });
        let unload = window_event_listener(ev::beforeunload, move |event| {
            // Only when something would really be lost.
            if sessions.opened().into_iter().any(ReviewSession::holds) {
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        });
        on_cleanup(move || unload.remove());
        sessions
    }

    fn opened(self) -> Vec<ReviewSession> {
        self.all.try_get_value().unwrap_or_default()
    }

    /// The session of this review, where it is open.
    pub fn of(self, id: ReviewId) -> Option<ReviewSession> {
        self.opened().into_iter().find(|session| session.id == id && session.with(|_| ()).is_some())
    }

    /// The session of this review.
    fn session(self, id: ReviewId) -> ReviewSession {
        let known = self.opened().into_iter().find(|session| session.id == id);
        known.unwrap_or_else(|| {
            let session = self.owner.with_value(|owner| owner.with(|| ReviewSession::closed(id)));
            self.all.update_value(|all| all.push(session));
            session
        })
    }

    /// Opens this review, unless it is open already; it is the one that is shown from now on.
    pub fn open(self, id: ReviewId) -> ReviewSession {
        for other in self.opened().into_iter().filter(|other| other.id != id && !other.holds() && !other.works()) {
            other.close();
        }
        let session = self.session(id);
        session.read();
        session
    }

    /// Begins a review that is new here, with these entries and files. It is open, and another one may be shown.
    pub fn begin(self, head: ReviewHead, entries: &[ReviewEntry], received: Received) -> Option<ReviewSession> {
        let session = self.session(head.basics.id);
        session.begin(head, entries, received)?;
        Some(session)
    }

    /// The reviews of which not all can be stored, and why. Followed.
    pub fn unsaved(self) -> Vec<(Rc<ReviewHead>, Failure)> {
        let unsaved = self.opened().into_iter().filter_map(|session| match session.saved.get() {
            ReviewSaved::Unsaved(why) => session.with(|open| (Rc::clone(&open.head), why)),
            ReviewSaved::Saved | ReviewSaved::Saving => None,
        });
        unsaved.collect()
    }
}

/// The sessions of this window.
fn here() -> Vec<ReviewSession> {
    ALL.get().map(ReviewSessions::opened).unwrap_or_default()
}

fn held() -> Vec<(String, usize)> {
    let held = here().into_iter().filter(|session| session.holds());
    held.filter_map(|session| Some((session.id.to_string(), session.with(|open| open.log.len())?))).collect()
}

fn copy(id: &str, now: UtcTime) -> CopyOfReview {
    let session = here().into_iter().find(|session| session.id.to_string() == id);
    Box::pin(async move { file::text(session?, now).await })
}

fn forget(id: &str) {
    here().into_iter().filter(|session| session.id.to_string() == id).for_each(|session| session.hear(Said::Gone));
}

impl ReviewSession {
    /// Whether something of it is in this window alone.
    fn holds(self) -> bool {
        self.with(|open| open.queue.holds()) == Some(true)
    }

    /// Whether something is being done that goes on when its pages are left.
    fn works(self) -> bool {
        self.work.try_get_value().is_some_and(|many| many > 0)
    }

    /// Something is done with it for as long as what this gives is there, whatever page is shown.
    pub fn at_work(self) -> AtWork {
        self.work.try_update_value(|many| *many += 1);
        AtWork(self)
    }
}

/// Something is being done with a review.
pub struct AtWork(ReviewSession);

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.work.try_update_value(|many| *many = many.saturating_sub(1));
    }
}
