//! What the pages of the desk share: its sentences, the open review, its units.

use crate::components::language;
use crate::i18n::{DeskWords, desk_words};
use crate::model::review::units::ReviewUnits;
use crate::platform::review::open_review::{OpenReview, ReviewSession};
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of the desk.
pub(super) fn desk() -> &'static DeskWords {
    desk_words(language())
}

/// Its units, each with what was received of it for everything that shows them.
#[derive(Clone, Copy)]
pub(super) struct Units(Memo<Arc<ReviewUnits>>);

impl Units {
    /// Of the open review.
    pub(super) fn follow(session: ReviewSession) -> Self {
        Self(Memo::new(move |_| session.follow(OpenReview::units).unwrap_or_default()))
    }
}

/// The units of the open review, followed. Always there below a review's frame.
pub(super) fn units() -> Memo<Arc<ReviewUnits>> {
    expect_context::<Units>().0
}

/// The open review. Always there on the pages of the desk.
pub(super) fn review() -> ReviewSession {
    expect_context::<ReviewSession>()
}
