//! What the pages of the desk share: its sentences, the open review, its units.

use crate::components::language;
use crate::i18n::{DeskWords, desk_words, table_words};
use crate::model::review::units::ReviewUnits;
use crate::platform::review::open_review::{OpenReview, ReviewSession};
use crate::platform::review::sessions::ReviewSessions;
use documents::sheet::Sheet;
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of the desk.
pub(super) fn desk() -> &'static DeskWords {
    desk_words(language())
}

/// What stands before the title of everything that leaves a page of the sample county; nothing in a real review.
pub(super) fn sample_mark() -> &'static str {
    let sample = review().with(|open| open.head.basics.sample).unwrap_or_default();
    if sample { table_words(language()).sample } else { "" }
}

/// These sheets, marked.
pub(super) fn marked(mut sheets: Vec<Sheet>) -> Arc<Vec<Sheet>> {
    for sheet in &mut sheets {
        sheet.title.insert_str(0, sample_mark());
    }
    Arc::new(sheets)
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

/// The open review. Always there below a review's frame.
pub(super) fn review() -> ReviewSession {
    expect_context::<ReviewSession>()
}

/// The reviews of this window. Always there on the pages of the desk.
pub(super) fn sessions() -> ReviewSessions {
    expect_context::<ReviewSessions>()
}
