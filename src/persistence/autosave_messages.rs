//! What the autosave is told, and what it says.

use crate::persistence::backend::{Backend, Failure};
use crate::persistence::opening::QuarantineAs;
use crate::persistence::revision::{Revision, StoredState};

/// What is written to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteTarget {
    /// The draft itself.
    Draft,
    /// A copy under this writer's own name: the draft belongs to somebody else now, and what was typed
    /// here is kept beside it.
    Copy,
}

/// Why the autosave is to be reminded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AutosaveTimer {
    /// An edit waits.
    Rest,
    /// A place failed.
    Retry(Backend),
    /// A write should have ended by then.
    Answer(u32),
}

/// How a write ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteOutcome {
    /// It is stored.
    Stored,
    /// It was not done, as this stands there and may not be replaced.
    Refused(StoredState),
    /// It failed.
    Failed(Failure),
}

/// What happens to the autosave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AutosaveEvent {
    /// The draft was changed and now has this counter.
    Edited(u64),
    /// A time that was asked for has passed.
    Due(AutosaveTimer),
    /// The page is hidden or goes away: now or never.
    Leaving,
    /// A write has ended, however late.
    Wrote {
        /// The place of the act.
        place: Backend,
        /// Its attempt.
        attempt: u32,
        /// Its target.
        target: WriteTarget,
        /// Its revision.
        revision: Revision,
        /// How it ended.
        outcome: WriteOutcome,
    },
    /// Setting aside has ended, however late.
    Quarantine {
        /// The place whose content was to be set aside.
        from: Backend,
        /// Its attempt.
        attempt: u32,
        /// What stood there and is safe now, or why that failed.
        outcome: Result<StoredState, Failure>,
    },
    /// A place was looked at: after it was cleared, when another window wrote, when the page is seen again.
    StoredState {
        /// The place.
        place: Backend,
        /// What stands under the draft's key.
        stored_state: StoredState,
    },
    /// The draft belongs to another window now.
    Lost,
    /// What stands in storage turned out to be older than what was thought to be stored.
    Vanished,
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AutosaveEffect {
    /// Say `Due` after so many milliseconds, once.
    Wake {
        /// Milliseconds.
        wait: u32,
        /// What for.
        timer: AutosaveTimer,
    },
    /// Write the draft as it is now, if `revision::allows` it, and say how it ended.
    Write {
        /// Where.
        place: Backend,
        /// What to.
        target: WriteTarget,
        /// Which attempt it is.
        attempt: u32,
        /// What to write before the text.
        revision: Revision,
        /// What may be replaced.
        known: StoredState,
    },
    /// Put what stands under the draft's key in one place under a key of its own, and say how it ended.
    Quarantine {
        /// The place it stands in.
        from: Backend,
        /// The place it is put in.
        to: Backend,
        /// Which attempt it is.
        attempt: u32,
        /// As what.
        how: QuarantineAs,
    },
    /// Read every place again: something newer stands there, and nothing here is unsaved.
    Reopen,
}

/// Why a draft may only be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOnlyReason {
    /// Another window has it open for writing.
    OtherWindow,
    /// Another window went on with it; what was typed here and not yet saved is kept as a copy.
    Overtaken,
    /// What stands there is of a newer format.
    NewerFormat,
    /// The computer was cleared. What was typed here is in no place, and is to be in none.
    Cleared,
}

/// What the header may claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveStatus {
    /// The latest edit is in this place, the most durable one that works.
    Saved(Backend),
    /// An edit is waiting or being written.
    Saving,
    /// An edit could not be written anywhere.
    Unsaved(Failure),
    /// The draft may only be read; nothing here is unsaved.
    ReadOnly(ReadOnlyReason),
}
