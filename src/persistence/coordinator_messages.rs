//! What the coordinator is told, and what it says: all that the browser's half carries out.

use crate::persistence::autosave::{AutosaveTimer as Waits, WriteOutcome, WriteTarget};
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::leadership::LockRequest;
use crate::persistence::lease::{Lease, Message};
use crate::persistence::opening::{Opens, QuarantineAs};
use crate::persistence::revision::{Found, Revision, StoredState};

/// Why the coordinator is to be reminded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timer {
    /// The autosave's.
    Autosave(Waits),
    /// The tabs'.
    Tick(u32),
    /// A reading should have ended by then.
    Reading(u32),
}

/// What happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// What a place holds: the answer to `Command::Read`, however late.
    Found {
        /// The place.
        place: Backend,
        /// The reading.
        round: u32,
        /// What was found.
        found: Found,
    },
    /// A time that was asked for has passed.
    Due(Timer),
    /// The draft was changed and now has this counter.
    Edited(u64),
    /// The page is hidden: write what is not yet written.
    Hidden,
    /// The page goes away (`pagehide`).
    Leaving,
    /// It came back from the browser's memory (`pageshow`).
    Back,
    /// A write has ended: the values of `Command::Write`, and how.
    Wrote {
        /// The place.
        place: Backend,
        /// What was written to.
        target: WriteTarget,
        /// The attempt.
        attempt: u32,
        /// The revision.
        revision: Revision,
        /// How it ended.
        outcome: WriteOutcome,
    },
    /// Setting aside has ended.
    Quarantine {
        /// The place it stood in.
        from: Backend,
        /// The attempt.
        attempt: u32,
        /// The reading it belongs to.
        round: u32,
        /// What stood there and is safe now, or why that failed.
        outcome: Result<StoredState, Failure>,
    },
    /// A place was looked at: it was cleared, or another window wrote, or the page is seen again.
    StoredState {
        /// The place.
        place: Backend,
        /// What stands there now.
        stored_state: StoredState,
    },
    /// A standard was put into local storage or taken from it, or all of it was cleared.
    StandardsChanged,
    /// The lock is held.
    Granted,
    /// The lock is held elsewhere.
    Refused,
    /// The lock was stolen.
    Lost,
    /// What stands under the lease's key.
    Lease(Option<Lease>),
    /// Another window says something.
    Heard(Message),
    /// The person wants to write here.
    TakeOver,
    /// The person has what is unsaved in a file, or wants it no more.
    LetGo,
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Say `Due` after so many milliseconds, once.
    Wake(u32, Timer),
    /// Read what stands under the draft's key, hold on to it, and say what was found.
    Read {
        /// The place.
        place: Backend,
        /// The reading.
        round: u32,
    },
    /// Show this, out of what was read in this reading. Steps of undoing end here.
    Show {
        /// The reading.
        round: u32,
        /// What.
        opens: Opens,
    },
    /// Keep a snapshot of what is shown: the draft was taken over.
    Snapshot,
    /// Write the draft as it is now, if `revision::allows` it.
    Write {
        /// The place.
        place: Backend,
        /// The draft or a copy beside it.
        target: WriteTarget,
        /// The attempt.
        attempt: u32,
        /// What to write before the text.
        revision: Revision,
        /// What may be replaced.
        known: StoredState,
    },
    /// Put the draft's standard into every place where it is not. A place that does not take it holds no draft that
    /// can be read: say `StoredState` of it, with nothing.
    PutStandard,
    /// Put what stands under the draft's key under a key of its own.
    Quarantine {
        /// The place it stands in.
        from: Backend,
        /// The place it is put in.
        to: Backend,
        /// The attempt.
        attempt: u32,
        /// The reading it belongs to.
        round: u32,
        /// As what.
        how: QuarantineAs,
    },
    /// Do this with the lock.
    Lock(LockRequest),
    /// Say what stands under the lease's key.
    ReadLease,
    /// Write the lease.
    WriteLease(Lease),
    /// Take the lease away, if this window still holds it.
    ClearLease(u64),
    /// Say this to the other windows.
    Send(Message),
}
