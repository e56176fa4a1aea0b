//! What this window alone has of reviews, for what clears this computer. The desk says so once it is there: what clears a
//! computer does not bring the desk along.

use crate::model::date::UtcTime;
use crate::persistence::review_head::ReviewHead;
use std::cell::Cell;
use std::pin::Pin;

/// A review as it becomes: its head, and the text of its file; nothing where it is closed by then.
pub(super) type CopyOfReview = Pin<Box<dyn Future<Output = Option<(ReviewHead, String)>>>>;

/// How the desk is asked.
#[derive(Clone, Copy)]
pub(super) struct InWindow {
    /// The reviews of which something is in this window alone: their ids, and how much was decided in each.
    pub(super) held: fn() -> Vec<(String, usize)>,
    /// The file of one of them.
    pub(super) copy: fn(&str, UtcTime) -> CopyOfReview,
    /// One was cleared: nothing of it is written any more.
    pub(super) forget: fn(&str),
}

thread_local! {
    static DESK: Cell<Option<InWindow>> = const { Cell::new(None) };
}

/// The desk is there.
pub(super) fn is_there(desk: InWindow) {
    DESK.set(Some(desk));
}

/// The desk of this window, if it has been opened.
pub(super) fn desk() -> Option<InWindow> {
    DESK.get()
}

/// The reviews of which something is in this window alone.
pub(super) fn held() -> Vec<(String, usize)> {
    desk().map_or_else(Vec::new, |desk| (desk.held)())
}
