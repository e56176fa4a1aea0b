//! Which reviews are here, for the two doors.

use crate::model::review::basics::DeskKind;
use crate::model::sorting::sort_by;
use crate::persistence::backend::Failure;
use crate::persistence::review_head::ReviewHead;
use crate::platform::local;
use crate::platform::review::store;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which of the two doors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Door {
    /// The township's.
    Township,
    /// The county's.
    County,
}

impl Door {
    pub(super) fn shows(self, head: &ReviewHead) -> bool {
        match head.basics.desk {
            DeskKind::Township(_) => self == Self::Township,
            DeskKind::County => self == Self::County,
        }
    }
}

/// A review that is here: its name, and what is known of it.
pub(super) type ListedReview = (String, Option<ReviewHead>);

/// What is here.
#[derive(Clone)]
pub(super) enum HereNow {
    /// The database has not answered yet.
    NotYet,
    /// All of them, the last changed first.
    All(Vec<ListedReview>),
    /// The browser gives no database.
    Blocked,
    /// It gives no answer.
    Silent,
}

/// Reads which reviews are here.
pub(super) fn refresh(here: RwSignal<HereNow>) {
    spawn_local(async move {
        let found = match store::heads().await {
            Ok(heads) => {
                let mut all: Vec<ListedReview> =
                    heads.into_iter().map(|(id, head)| (id, ReviewHead::read(&head))).collect();
                sort_by(&mut all, |one, other| {
                    let changed =
                        |listed: &ListedReview| listed.1.as_ref().map(|head| head.changed.as_str().to_owned());
                    changed(other).cmp(&changed(one))
                });
                HereNow::All(all)
            }
            Err(Failure::Blocked) => HereNow::Blocked,
            // A browser that lets a page keep nothing at all does not always say so of the database.
            Err(_) if !local::is_there() => HereNow::Blocked,
            Err(_) => HereNow::Silent,
        };
        here.try_set(found);
    });
}

/// Shows one of them as this.
pub(super) fn show(here: RwSignal<HereNow>, head: ReviewHead) {
    let id = head.basics.id.to_string();
    here.update(|now| {
        if let HereNow::All(all) = now
            && let Some(listed) = all.iter_mut().find(|listed| listed.0 == id)
        {
            listed.1 = Some(head);
        }
    });
}
