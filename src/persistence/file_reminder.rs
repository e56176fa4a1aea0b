//! When a person is reminded to save a draft as a file: quietly, and only where the last file, or the beginning of
//! the draft, lies weeks back and something was changed since. A browser may lose what it stores.

/// After how many minutes: three weeks.
const AFTER: u64 = 21 * 24 * 60;

/// When a draft was last handed to the browser as a file, came from one or was begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Filed {
    /// In minutes since 1970.
    pub at: u64,
    /// The draft's save counter.
    pub counter: u64,
}

impl Filed {
    /// As it is stored.
    pub fn write(self) -> String {
        format!("{} {}", self.at, self.counter)
    }

    /// Reads a stored one; anything else is none.
    pub fn read(text: &str) -> Option<Self> {
        let (at, counter) = text.split_once(' ')?;
        Some(Self { at: at.parse().ok()?, counter: counter.parse().ok()? })
    }
}

/// Whether a reminder is due for a draft that was changed last at this minute since 1970 and has this save counter.
/// Where nothing is known of a file, its last change counts for it.
pub fn is_due(changed: u64, counter: u64, filed: Option<Filed>, now: u64) -> bool {
    match filed {
        Some(filed) => counter > filed.counter && now.saturating_sub(filed.at) > AFTER,
        None => now.saturating_sub(changed) > AFTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_of_work_without_a_file_are_reminded_of_and_a_file_ends_it() {
        let now = 10 * AFTER;
        let filed = |at, counter| Some(Filed { at, counter });
        assert!(is_due(now - 5, 9, filed(now - AFTER - 1, 3), now), "worked on until now, never saved for weeks");
        assert!(!is_due(now - 5, 9, filed(now - 10, 3), now), "saved a moment ago");
        assert!(!is_due(now - AFTER - 9, 9, filed(now - AFTER - 1, 9), now), "not changed since the file");
        assert!(is_due(now - AFTER - 1, 9, None, now) && !is_due(now - 5, 9, None, now), "nothing is known of a file");
        assert_eq!(Filed::read(&Filed { at: 5, counter: 9 }.write()), Some(Filed { at: 5, counter: 9 }));
        assert_eq!(Filed::read("x"), None);
    }

    #[test]
    fn a_clock_that_was_wrong_reminds_nobody() {
        assert!(!is_due(9 * AFTER, 9, Some(Filed { at: 8 * AFTER, counter: 3 }), 5));
        assert!(!is_due(9 * AFTER, 9, None, 5));
    }
}
