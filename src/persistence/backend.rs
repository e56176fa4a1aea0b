//! Where a draft is kept, and how keeping it can fail.

/// A place a draft is written to. In the order of durability, the most durable first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Backend {
    /// `IndexedDB`, the journal: it ends later, and then survives the end of the whole browser.
    Journal,
    /// Local storage: at once, safe when the page goes away; the last seconds may be lost when the whole
    /// browser ends.
    Local,
}

impl Backend {
    /// Every place, the most durable first.
    pub const ALL: [Self; 2] = [Self::Journal, Self::Local];

    /// The other place.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Journal => Self::Local,
            Self::Local => Self::Journal,
        }
    }
}

/// Why a place did not do what was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The browser gives no storage there.
    Blocked,
    /// It is full.
    Full,
    /// Something newer stands there, written by another window or copy; it was left alone.
    Newer,
    /// A person cleared the computer: nothing of this draft is written here any more.
    Cleared,
    /// No answer came in time. It may still come, and is then taken.
    NoAnswer,
    /// Anything else.
    Other,
}
