//! Work that takes long is done in slices of time, and the page answers in between.

use crate::platform::clock;

/// How long a slice is, in milliseconds: with the step that ends it, it stays below the 50 ms from which on a page is felt
/// to hesitate (the limit of the Long Tasks API).
const SLICE: u64 = 25;

/// A slice that has begun.
pub struct TimeSlice {
    /// In milliseconds since the page was opened.
    began: u64,
}

impl TimeSlice {
    /// Begins the first one.
    pub fn begin() -> Self {
        Self { began: clock::running() }
    }

    /// Lets the page answer where the slice is used up, and begins another. To be called between the steps of the work.
    pub async fn next(&mut self) {
        if clock::running().saturating_sub(self.began) > SLICE {
            self.rest().await;
        }
    }

    /// Lets the page answer, and begins another slice: around what takes most of one by itself.
    pub async fn rest(&mut self) {
        clock::pause(0).await;
        self.began = clock::running();
    }
}
