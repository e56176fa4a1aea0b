//! What a person took away stays away. A mark beside a draft's key says that it was removed or cleared, so that a
//! window that still has it open, and one that slept through it, does not write it back. The mark holds no word of
//! the draft, and its key no name of it (see `key::gone`): on a cleared computer nothing of a draft is left.

/// Why a draft is gone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tombstone {
    /// It was put into the bin, with this save counter at most. One that is taken out again has a higher counter.
    Removed(u64),
    /// It was cleared from this computer, with everything that belongs to it.
    Cleared,
}

impl Tombstone {
    /// As it is stored.
    pub fn write(self) -> String {
        match self {
            Self::Removed(counter) => format!("removed {counter}"),
            Self::Cleared => "cleared".to_owned(),
        }
    }

    /// Reads a stored one; anything else is none.
    pub fn read(text: &str) -> Option<Self> {
        match text.split_once(' ') {
            Some(("removed", counter)) => counter.parse().ok().map(Self::Removed),
            None if text == "cleared" => Some(Self::Cleared),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_anything_else_is_none() {
        for gone in [Tombstone::Removed(0), Tombstone::Removed(u64::MAX), Tombstone::Cleared] {
            assert_eq!(Tombstone::read(&gone.write()), Some(gone));
        }
        for text in ["", "removed", "removed x", "cleared 1", "removed 1 2"] {
            assert_eq!(Tombstone::read(text), None, "{text}");
        }
    }
}
