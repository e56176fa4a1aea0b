//! Which files of an archive are unpacked: those that may be ours, as long as all of them together have room in memory.

use crate::model::files::archive::{Entry, Unpackable};
use crate::model::review::take_in_report::is_read_among_others;
use documents::received::ReadFailure;

/// How many bytes are unpacked at most of one chosen file, of all archives in it together.
const UNPACKED: u64 = 200_000_000;

/// A chosen file of which archives are being unpacked, file by file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unpacking {
    room: u64,
}

/// What is done with a file of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryPlan {
    /// It is counted and not read.
    Pass,
    /// It is not unpacked, and why.
    Refuse(ReadFailure),
    /// It is unpacked.
    Read,
}

impl Default for Unpacking {
    fn default() -> Self {
        Self { room: UNPACKED }
    }
}

impl Unpacking {
    /// What is done with the next file. Its size is what the archive says of it: reading gives no more than that.
    pub fn plan(&mut self, entry: &Entry) -> EntryPlan {
        if !is_read_among_others(&entry.name) {
            return EntryPlan::Pass;
        }
        if entry.leads_out() {
            return EntryPlan::Refuse(ReadFailure::UnsafeName);
        }
        match self.room.checked_sub(entry.bytes) {
            Some(room) => {
                self.room = room;
                EntryPlan::Read
            }
            None => EntryPlan::Refuse(ReadFailure::TooLarge),
        }
    }
}

/// The same reason, as it is said of files that came in.
pub fn packing(why: Unpackable) -> ReadFailure {
    match why {
        Unpackable::Damaged => ReadFailure::Damaged,
        Unpackable::Locked => ReadFailure::Encrypted,
        Unpackable::OtherPacking => ReadFailure::UnknownPacking,
        Unpackable::TooMany => ReadFailure::TooMany,
        Unpackable::TooLarge => ReadFailure::TooLarge,
    }
}
