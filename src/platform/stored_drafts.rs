//! Drafts that are stored and not open, and the standards that were opened from files.

use crate::model::draft::Draft;
use crate::model::files::json::canonical;
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::card::Card;
use crate::persistence::key;
use crate::persistence::opening::{Opens, decide};
use crate::persistence::revision::{Found, StoredCopy, Writer, encoded, read_copy_past};
use crate::persistence::tombstone::Tombstone;
use crate::platform::history::put as put_text;
use crate::platform::{clock, journal, local, standards};

/// What both places hold of a draft.
pub(super) async fn read_copies(id: &DraftId) -> Vec<(Backend, StoredCopy)> {
    let journal = journal::read_copy_in_time(id).await;
    let looked = [(Backend::Journal, journal), (Backend::Local, local::read_copy(id))];
    let mut read_copies = Vec::new();
    for (place, (raw, gone)) in looked.into_iter().filter_map(|(place, found)| Some((place, found.ok()?))) {
        if let Some(raw) = &raw
            && standards::bring(raw).await.is_err()
        {
            continue;
        }
        read_copies.push((place, read_copy_past(gone, raw.as_deref(), &standards::find)));
    }
    read_copies
}

/// The draft of this name, the newer of its copies; nothing if it was taken away.
pub async fn read(id: &DraftId) -> Option<Draft> {
    let mut read_copies = read_copies(id).await;
    let found: Vec<(Backend, Found)> = read_copies.iter().map(|(place, read_copy)| (*place, read_copy.found)).collect();
    let Opens::Draft { place, .. } = decide(&found).opens else { return None };
    let at = read_copies.iter().position(|(known, _)| *known == place)?;
    read_copies.swap_remove(at).1.draft.map(|draft| *draft)
}

/// The highest save counter with which this draft was removed, as far as the marks tell; 0 if it never was.
pub(super) async fn last_removed(id: &DraftId) -> u64 {
    let marks = [journal::read_copy_in_time(id).await, local::read_copy(id)];
    let last = marks.into_iter().filter_map(|found| match found.ok()?.1? {
        Tombstone::Removed(last) => Some(last),
        Tombstone::Cleared => None,
    });
    last.max().unwrap_or(0)
}

/// Whether nothing at all stands under this name, not even the mark of a draft that was taken away.
pub async fn is_free(id: &DraftId) -> bool {
    let nothing = |found: Result<(Option<String>, Option<Tombstone>), Failure>| {
        matches!(found, Ok((None, None)) | Err(Failure::Blocked))
    };
    nothing(journal::read_copy_in_time(id).await) && nothing(local::read_copy(id))
}

/// Stores a draft that is not open, in both places; one is enough.
pub async fn put(draft: &Draft) -> Result<(), Failure> {
    let by = Writer { window: clock::window_name(), round: 0 };
    let raw = encoded(draft, by);
    let (key, card_key, card) =
        (key::draft(&draft.id), key::card(&draft.id), canonical(&Card::of(draft, &draft.score())));
    let journal = put_text(Backend::Journal, &key, &raw).await;
    let local = put_text(Backend::Local, &key, &raw).await;
    let _ = (journal::write(&card_key, &card).await, local::write(&card_key, &card));
    journal.or(local)
}

/// Keeps a standard that was opened from a file, and offers it for new drafts.
pub fn put_standard(standard: &IssuedStandard) -> Result<(), Failure> {
    let digest = &standard.reference().digest;
    local::write(&key::standard(digest), standard.text())?;
    local::write(&key::offered(digest), "")
}

/// The standards that were opened from files and still hold together.
pub fn standards() -> Vec<IssuedStandard> {
    let offered = local::keys().into_iter().filter_map(|key| key::offered_of(&key));
    offered.filter_map(|digest| IssuedStandard::read(&local::read(&key::standard(&digest)).ok()??).ok()).collect()
}
