//! What windows tell the machine that decides who writes, and what it says.

use crate::persistence::lease::{Lease, Message};

/// What windows can agree by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LockSupport {
    /// Web Locks.
    Locks,
    /// A lease in local storage.
    Lease,
    /// Nothing: every window writes, and only the revision of what stands there protects it.
    Nothing,
}

/// What a window may do with a draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TabRole {
    /// It is not yet known.
    Settling,
    /// Write.
    Owner,
    /// Read.
    Reader,
    /// Read, until the owner lets go.
    Asking,
}

/// What happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeadershipEvent {
    /// The lock that was asked for is held now.
    Granted,
    /// Another window holds the lock.
    Refused,
    /// The lock was stolen.
    Lost,
    /// What stands under the lease's key.
    Lease(Option<Lease>),
    /// The time of this `Wake` has passed.
    Tick(u32),
    /// Another window says something.
    Heard(Message),
    /// The person wants to write here.
    TakeOver,
    /// Whether the autosave has nothing more to write, and the highest counter that is stored.
    Kept {
        /// Nothing more can be written.
        settled: bool,
        /// What is stored.
        stored: Option<u64>,
    },
    /// The page goes away, saved as far as possible.
    Leaving,
    /// It came back from the browser's memory.
    Back,
}

/// How a lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LockRequest {
    /// At once or not at all (`ifAvailable`).
    Request,
    /// As soon as it is free; say nothing until then.
    Await,
    /// In any case (`steal`); a request that waits is withdrawn.
    Steal,
    /// Let go; a request that waits is withdrawn.
    Release,
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeadershipEffect {
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
    /// Say `Tick` after so many milliseconds.
    Wake(u32, u32),
    /// Write everything that is not yet written, and say `Kept` when that is done.
    Flush,
    /// This window writes from now on: read the draft anew. `claim`: another one may have written before.
    Own {
        /// Whether to put this window's name to it at once.
        claim: bool,
    },
    /// This window reads from now on.
    Follow,
    /// Another window saved: read the draft anew.
    Reread,
}
