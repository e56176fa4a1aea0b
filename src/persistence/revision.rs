//! What stands under a draft's key: its text, and before it a line that says which save it was and who
//! wrote it. A counter alone cannot tell two windows apart that both counted on from the same copy; with
//! the writer's name every write can be checked against what stands there, and what somebody else wrote
//! is never written over.

use crate::model::digest::Digest;
use crate::model::draft::stored;
use crate::model::draft::stored::Find;
use crate::model::draft::{COUNTER, Draft, FORMAT};
use crate::model::files::json;
use crate::model::problem::{Fault, Problem};
use crate::persistence::tombstone::Tombstone;
use serde_json::Value;

/// Who writes: a window, and which of its readings of the draft it goes on from. What it knew before a
/// new reading is another line of writing, so each gets a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Writer {
    /// The window, a random number drawn when the page was loaded.
    pub window: u64,
    /// Which reading, counted from 1.
    pub round: u32,
}

/// Which save: two copies with the same revision were one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Revision {
    /// The draft's save counter, to `COUNTER`. The higher one is newer.
    pub counter: u64,
    /// Who wrote it.
    pub by: Writer,
}

/// A short digest of a text: the first 64 bits of its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Of a text.
    pub fn of(text: &str) -> Self {
        Self(u64::from_str_radix(Digest::of(text.as_bytes()).as_str(), 16).unwrap_or_default())
    }
}

/// What stands under a draft's key, seen from outside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoredState {
    /// Nothing.
    Nothing,
    /// A draft of this revision.
    Draft(Revision),
    /// Something that is no draft of ours.
    Unreadable(Fingerprint),
    /// A draft of a newer format.
    Newer(u64),
    /// Nothing: a person removed the draft, which had this save counter at most.
    Removed(u64),
    /// Nothing, for good: a person cleared the computer.
    Cleared,
}

impl StoredState {
    /// The same in view of the mark that stands in the same place.
    #[must_use]
    pub fn in_view_of(self, gone: Option<Tombstone>) -> Self {
        match (gone, self) {
            (Some(Tombstone::Cleared), _) => Self::Cleared,
            (Some(Tombstone::Removed(last)), Self::Draft(revision)) if revision.counter <= last => Self::Removed(last),
            (Some(Tombstone::Removed(last)), Self::Nothing) => Self::Removed(last),
            (_, stored_state) => stored_state,
        }
    }
}

/// How many characters of a stored text hold the line of its revision, whatever revision it is: two numbers of at most 20
/// and 10 digits, one of 16, and three characters between and behind them.
pub const HEADER_CHARS: u32 = 49;

/// A draft as it is stored, by this writer.
pub fn encoded(draft: &Draft, by: Writer) -> String {
    encode(Revision { counter: draft.counter, by }, &stored::write(draft))
}

/// A draft's text as it is stored.
pub fn encode(revision: Revision, text: &str) -> String {
    format!("{} {:016x}.{}\n{text}", revision.counter, revision.by.window, revision.by.round)
}

/// The revision, if there is one, and the draft's text. A counter that nobody can have counted to was written by hand:
/// the text is then told apart by its content, and no longer beats every later save.
pub fn decode(raw: &str) -> (Option<Revision>, &str) {
    match raw.split_once('\n').and_then(|(line, text)| Some((revision(line)?, text))) {
        Some((revision, text)) => (Some(revision).filter(|revision| revision.counter <= COUNTER), text),
        None => (None, raw),
    }
}

fn revision(line: &str) -> Option<Revision> {
    let (counter, by) = line.split_once(' ')?;
    let (window, round) = by.split_once('.')?;
    let by = Writer { window: u64::from_str_radix(window, 16).ok()?, round: round.parse().ok()? };
    Some(Revision { counter: counter.parse().ok()?, by })
}

/// What stands there. The revision alone tells it, so that every write can look first; a text without one
/// (put there by hand, or by a copy that wrote none) is read.
pub fn stored_state(raw: Option<&str>) -> StoredState {
    let Some(raw) = raw else { return StoredState::Nothing };
    match decode(raw) {
        (Some(revision), _) => StoredState::Draft(revision),
        (None, text) => unstamped(text),
    }
}

fn unstamped(text: &str) -> StoredState {
    let print = Fingerprint::of(text);
    let value = json::read(text).ok();
    let number = |key| value.as_ref().and_then(|value| value.get(key)).and_then(Value::as_u64);
    match (number("format"), number("counter")) {
        (Some(format), _) if format > u64::from(FORMAT) => StoredState::Newer(format),
        // Its content stands for its writer.
        (Some(_), Some(counter)) => StoredState::Draft(Revision { counter, by: Writer { window: print.0, round: 0 } }),
        _ => StoredState::Unreadable(print),
    }
}

/// Whether a write may replace what stands there: nothing, what this writer wrote before, or exactly what
/// it knows to stand there (read and gone on from, or set aside).
pub fn allows(stored_state: StoredState, known: StoredState, writes: Revision) -> bool {
    match stored_state {
        StoredState::Nothing => true,
        StoredState::Newer(_) | StoredState::Cleared => false,
        // A write that hung may end after a later one.
        StoredState::Draft(revision) if revision.by == writes.by => revision.counter <= writes.counter,
        StoredState::Draft(_) | StoredState::Unreadable(_) | StoredState::Removed(_) => stored_state == known,
    }
}

/// What was found in one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// The place could not be read.
    Failed(crate::persistence::backend::Failure),
    /// Nothing is there.
    Nothing,
    /// A draft that holds together.
    Draft {
        /// Its revision.
        revision: Revision,
        /// Of its text.
        text: Fingerprint,
    },
    /// Something that cannot be read.
    Broken(StoredState),
    /// A draft of a newer format.
    Newer(StoredState),
    /// A person took it away: the mark that says so.
    Gone(Tombstone),
}

impl Found {
    /// What stands there; of a place that could not be read nothing is known.
    pub fn stored_state(self) -> Option<StoredState> {
        match self {
            Self::Failed(_) => None,
            Self::Nothing => Some(StoredState::Nothing),
            Self::Draft { revision, .. } => Some(StoredState::Draft(revision)),
            Self::Broken(stored_state) | Self::Newer(stored_state) => Some(stored_state),
            Self::Gone(Tombstone::Removed(counter)) => Some(StoredState::Removed(counter)),
            Self::Gone(Tombstone::Cleared) => Some(StoredState::Cleared),
        }
    }
}

/// What one place holds of a draft, read in full.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredCopy {
    /// In short, for deciding.
    pub found: Found,
    /// The draft, if it holds together.
    pub draft: Option<Box<Draft>>,
    /// What is wrong, if it does not.
    pub problems: Vec<Problem>,
}

/// Reads what a place holds of a draft, in view of the mark that stands there. `find` gives the standard that the text
/// names.
pub fn read_copy_past(gone: Option<Tombstone>, raw: Option<&str>, find: Find<'_>) -> StoredCopy {
    let mark = match stored_state(raw).in_view_of(gone) {
        StoredState::Removed(counter) => Tombstone::Removed(counter),
        StoredState::Cleared => Tombstone::Cleared,
        _ => return read_copy(raw, find),
    };
    StoredCopy { found: Found::Gone(mark), draft: None, problems: Vec::new() }
}

/// Reads what stands under a draft's key. `find` gives the standard that the text names.
pub fn read_copy(raw: Option<&str>, find: Find<'_>) -> StoredCopy {
    let stored_state = stored_state(raw);
    let Some(raw) = raw else { return StoredCopy { found: Found::Nothing, draft: None, problems: Vec::new() } };
    let (_, text) = decode(raw);
    match (stored::read(text, find), stored_state) {
        (Ok(mut draft), StoredState::Draft(revision)) => {
            // Saves are told apart by the revision: counting on from less, the next edit would be no new one.
            draft.counter = draft.counter.max(revision.counter);
            let found = Found::Draft { revision, text: Fingerprint::of(text) };
            StoredCopy { found, draft: Some(Box::new(draft)), problems: Vec::new() }
        }
        (Ok(_), _) => StoredCopy { found: Found::Broken(stored_state), draft: None, problems: Vec::new() },
        (Err(problems), _) => {
            let newer = problems.iter().any(|problem| matches!(problem.fault, Fault::Newer { .. }));
            let found = if newer { Found::Newer(stored_state) } else { Found::Broken(stored_state) };
            StoredCopy { found, draft: None, problems }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(counter: u64, window: u64) -> Revision {
        Revision { counter, by: Writer { window, round: 1 } }
    }

    #[test]
    fn what_came_after_the_mark_counts_unless_the_computer_was_cleared() {
        let draft = |counter| StoredState::Draft(at(counter, 1));
        let removed = Some(Tombstone::Removed(7));
        assert_eq!(draft(7).in_view_of(removed), StoredState::Removed(7));
        assert_eq!(StoredState::Nothing.in_view_of(removed), StoredState::Removed(7));
        assert_eq!(draft(8).in_view_of(removed), draft(8));
        let broken = StoredState::Unreadable(Fingerprint(1));
        assert_eq!(broken.in_view_of(removed), broken, "what nobody could read was not removed");
        for stored_state in [StoredState::Nothing, draft(9), broken] {
            assert_eq!(stored_state.in_view_of(Some(Tombstone::Cleared)), StoredState::Cleared);
            assert_eq!(stored_state.in_view_of(None), stored_state);
        }
    }

    #[test]
    fn an_unstamped_draft_is_told_apart_by_its_content() {
        let one = stored_state(Some(r#"{"counter":7,"format":1}"#));
        let other = stored_state(Some(r#"{"counter":7,"format":1,"year":2026}"#));
        assert!(
            matches!((one, other), (StoredState::Draft(one), StoredState::Draft(other)) if one.counter == 7 && one != other)
        );
    }

    #[test]
    fn a_newer_format_is_seen_and_anything_else_is_unreadable() {
        assert_eq!(stored_state(Some(r#"{"counter":7,"format":99}"#)), StoredState::Newer(99));
        for raw in ["", "7", "{\"counter\":7", "7 1f.1", "x 1f.1\n{}", "null\n"] {
            assert_eq!(stored_state(Some(raw)), StoredState::Unreadable(Fingerprint::of(raw)), "{raw:?}");
        }
    }

    #[test]
    fn what_nobody_wrote_over_may_be_written_over_by_who_knows_it_alone() {
        let (mine, theirs) = (at(5, 1), StoredState::Draft(at(4, 2)));
        assert!(allows(StoredState::Nothing, theirs, mine));
        assert!(allows(theirs, theirs, mine));
        assert!(!allows(theirs, StoredState::Nothing, mine));
        assert!(!allows(StoredState::Draft(at(4, 3)), theirs, mine));
        assert!(!allows(StoredState::Newer(2), StoredState::Newer(2), mine));
        assert!(
            allows(StoredState::Removed(4), StoredState::Removed(4), mine)
                && !allows(StoredState::Removed(4), theirs, mine)
        );
        assert!(!allows(StoredState::Cleared, StoredState::Cleared, mine));
        let broken = StoredState::Unreadable(Fingerprint(1));
        assert!(allows(broken, broken, mine) && !allows(broken, StoredState::Unreadable(Fingerprint(2)), mine));
    }

    #[test]
    fn a_write_that_hung_does_not_put_back_what_was_written_after_it() {
        assert!(allows(StoredState::Draft(at(5, 1)), StoredState::Nothing, at(7, 1)));
        assert!(!allows(StoredState::Draft(at(7, 1)), StoredState::Nothing, at(5, 1)));
    }

    #[test]
    fn the_longest_stamp_is_told_by_the_head_alone() {
        let revision = Revision { counter: COUNTER, by: Writer { window: u64::MAX, round: u32::MAX } };
        let raw = encode(revision, r#"{"kind":"draft"}"#);
        assert_eq!(decode(&raw[..HEADER_CHARS as usize]).0, Some(revision));
        let by_hand = encode(Revision { counter: u64::MAX, ..revision }, r#"{"kind":"draft"}"#);
        assert_eq!(decode(&by_hand[..HEADER_CHARS as usize]), (None, ""));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        #[test]
        fn what_is_sealed_is_unsealed_in_500_runs(counter in 0..=COUNTER, window: u64, round: u32, text in "(?s).*") {
            let revision = Revision { counter, by: Writer { window, round } };
            let raw = encode(revision, &text);
            prop_assert_eq!(decode(&raw), (Some(revision), text.as_str()));
            prop_assert_eq!(stored_state(Some(&raw)), StoredState::Draft(revision));
            let head: String = raw.chars().take(HEADER_CHARS as usize).collect();
            prop_assert_eq!(decode(&head).0, Some(revision));
        }
    }
}
