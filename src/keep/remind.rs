//! When a person is reminded to save a draft as a file: quietly, and only where the last file, or the beginning of
//! the draft, lies weeks back and something was changed since. A browser may lose what it stores.

/// After how many minutes: three weeks.
pub const AFTER: u64 = 21 * 24 * 60;

/// Whether a reminder is due. `changed` is when the draft was changed last, `filed` when it was last handed to the
/// browser as a file, came from one or was begun, where that is known, and `now`; all in minutes since 1970.
pub fn is_due(changed: u64, filed: Option<u64>, now: u64) -> bool {
    match filed {
        Some(filed) => changed > filed && now.saturating_sub(filed) > AFTER,
        None => now.saturating_sub(changed) > AFTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_of_work_without_a_file_are_reminded_of_and_a_file_ends_it() {
        let now = 10 * AFTER;
        assert!(is_due(now - 5, Some(now - AFTER - 1), now), "worked on until now, never saved as a file for weeks");
        assert!(!is_due(now - 5, Some(now - 10), now), "saved a moment ago");
        assert!(!is_due(now - AFTER - 9, Some(now - AFTER - 1), now), "not changed since the file");
        assert!(is_due(now - AFTER - 1, None, now) && !is_due(now - 5, None, now), "nothing is known of a file");
    }

    #[test]
    fn a_clock_that_was_wrong_reminds_nobody() {
        assert!(!is_due(9 * AFTER, Some(8 * AFTER), 5));
        assert!(!is_due(9 * AFTER, None, 5));
    }
}
