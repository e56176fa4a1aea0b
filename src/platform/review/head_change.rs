//! Who works on a review and where the door lists it: changed here, stored as a change, and known in every window.

use crate::model::review::ids::ReviewId;
use crate::persistence::backend::Failure;
use crate::persistence::review_head::{HeadChange, ReviewHead, Shelf};
use crate::platform::review::channel::{Said, tell};
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::review::store;
use crate::platform::review::store::Batch;
use leptos::prelude::*;
use std::rc::Rc;

/// Puts a review that is not open in this window somewhere else at the door, which shows it as this. Where that cannot be
/// stored it stays where it is listed, and fails with why.
pub async fn put_closed_on(id: ReviewId, shelf: Shelf, listed: ReviewHead) -> Result<(), Failure> {
    let head = Some((HeadChange { shelf: Some(shelf), ..HeadChange::default() }, Rc::new(listed)));
    store::add(id.to_string(), vec![Rc::new(Batch { head, ..Batch::default() })]).await?;
    tell(&id.to_string(), &Said::Head);
    Ok(())
}

impl ReviewSession {
    /// Says who works on it, and from here on by whom entries are: a name and a group.
    pub fn set_who(self, by: (String, String)) {
        self.change_head(HeadChange { by: Some(by), ..HeadChange::default() });
    }

    /// Puts the review somewhere else at the door.
    pub fn put_on(self, shelf: Shelf) {
        self.change_head(HeadChange { shelf: Some(shelf), ..HeadChange::default() });
    }

    fn change_head(self, change: HeadChange) {
        self.keep(change, &[], Received::default());
        self.take_head(|head| head);
    }

    /// Takes the head to be another one, which is what the door shows and by whom entries are.
    fn take_head(self, change: impl FnOnce(ReviewHead) -> ReviewHead) {
        self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            open.head = Rc::new(change(ReviewHead::clone(&open.head)));
            open.maker.set_who(open.head.who()?);
            Some(())
        });
        self.tell();
    }

    /// Another window changed who works on it, or where it is listed.
    pub(super) async fn read_head(self) {
        // Where nothing is read, what this window knows is shown.
        let Ok(Some(text)) = store::head(self.id.to_string()).await else { return };
        if let Some(head) = ReviewHead::read(&text) {
            // What was changed here meanwhile is on its way.
            let here = self.with(|open| open.queue.head_change()).unwrap_or_default();
            self.take_head(|_| here.of(head));
        }
    }
}
