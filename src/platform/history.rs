//! Snapshots: how a draft stood before. They live in the journal; where there is none, a few of them in local
//! storage. Which ones stay is decided in `crate::persistence::snapshots`.

use crate::model::draft::Draft;
use crate::model::standard::ids::DraftId;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::key;
use crate::persistence::opening::QuarantineAs;
use crate::persistence::revision::{Fingerprint, StoredState, Writer, decode, encoded, read_copy, stored_state};
use crate::persistence::snapshots::{Room, Snapshot, SnapshotKind, give_way, is_due, surplus};
use crate::platform::{clock, journal, local, standards};
use std::cell::RefCell;

thread_local! {
    /// The last snapshot that this window took, so that not every save has to look for it.
    static LAST: RefCell<Option<(DraftId, Snapshot)>> = const { RefCell::new(None) };
}

/// What is known of a snapshot of this draft, whose stored text is `raw`.
pub fn describe(draft: &Draft, raw: &str, kind: SnapshotKind) -> Snapshot {
    let (_, text) = decode(raw);
    let size = u64::try_from(raw.len()).unwrap_or(u64::MAX);
    Snapshot { at: clock::minutes(), counter: draft.counter, kind, text: Fingerprint::of(text), size }
}

/// Keeps a snapshot; a rolling one only when it is due. History is no promise of its own: where there is no
/// room for it the draft is kept all the same.
pub async fn keep(draft: Draft, kind: SnapshotKind) {
    let (id, now) = (draft.id.clone(), clock::minutes());
    let last = LAST.with_borrow(|last| last.clone().filter(|(of, _)| *of == id).map(|(_, last)| last));
    if kind == SnapshotKind::Rolling && last.is_some() && !is_due(last.as_ref(), now, draft.counter) {
        return;
    }
    let mut all = list(&id).await;
    let latest = all.iter().max_by_key(|(_, one)| (one.counter, one.at)).map(|(_, one)| *one);
    if kind == SnapshotKind::Rolling && !is_due(latest.as_ref(), now, draft.counter) {
        LAST.set(latest.map(|latest| (id, latest)));
        return;
    }
    let raw = encoded(&draft, Writer { window: clock::window_name(), round: 0 });
    let one = describe(&draft, &raw, kind);
    let key = key::snapshot(&id, &one);
    let room = if put(Backend::Journal, &key, &raw).await.is_ok() {
        Room::JOURNAL
    } else if put(Backend::Local, &key, &raw).await.is_ok() {
        Room::LOCAL
    } else {
        return;
    };
    LAST.set(Some((id, one)));
    all.push((key, one));
    let known: Vec<Snapshot> = all.iter().map(|(_, one)| *one).collect();
    for (key, _) in surplus(&known, room).into_iter().filter_map(|at| all.get(at)) {
        remove(key).await;
    }
}

/// Forgets the last snapshot: everything was cleared.
pub(super) fn forget_last() {
    LAST.set(None);
}

/// Lets history go from local storage, which is full, so that a draft of so many bytes finds room. Whether any went.
pub(super) fn give_way_in_local(bytes: u64) -> bool {
    let (keys, known) = snapshots_among(local::keys());
    let gone = give_way(&known, bytes);
    gone.iter().filter_map(|at| keys.get(*at)).for_each(|key| local::remove(key));
    !gone.is_empty()
}

/// The same in the journal.
pub(super) async fn give_way_in_journal(bytes: u64) -> bool {
    let (keys, known) = snapshots_among(journal::keys().await.unwrap_or_default());
    let mut any = false;
    for key in give_way(&known, bytes).into_iter().filter_map(|at| keys.get(at)) {
        any |= journal::remove(key).await.is_ok();
    }
    any
}

/// The snapshots of all drafts among these keys.
fn snapshots_among(keys: Vec<String>) -> (Vec<String>, Vec<Snapshot>) {
    let snapshot = |key: String| {
        let parsed = key::parse(&key).filter(|key| key.format == key::FORMAT && key.kind == key::KeyKind::Snapshot)?;
        let one = Snapshot::read(parsed.rest)?;
        Some((key, one))
    };
    keys.into_iter().filter_map(snapshot).unzip()
}

/// The snapshots of a draft, by their keys, in no order.
pub async fn list(id: &DraftId) -> Vec<(String, Snapshot)> {
    let prefix = key::all_of(key::KeyKind::Snapshot, id);
    let read = |key: String| {
        let one = Snapshot::read(key.strip_prefix(&prefix)?)?;
        Some((key, one))
    };
    all_keys().await.into_iter().filter_map(read).collect()
}

/// Every key of both places, each once.
pub async fn all_keys() -> Vec<String> {
    let mut keys = journal::keys().await.unwrap_or_default();
    for key in local::keys() {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The text under a key, from whichever place has it.
pub async fn raw(key: &str) -> Result<Option<String>, Failure> {
    match journal::read(key).await {
        Ok(Some(raw)) => Ok(Some(raw)),
        found => match local::read(key) {
            Ok(Some(raw)) => Ok(Some(raw)),
            Ok(None) => found,
            Err(failure) => found.or(Err(failure)),
        },
    }
}

/// The draft under a key.
pub async fn draft(key: &str) -> Option<Draft> {
    let raw = raw(key).await.ok().flatten()?;
    read(&raw).await.map(|draft| *draft)
}

/// The draft that a stored text holds.
pub(super) async fn read(raw: &str) -> Option<Box<Draft>> {
    standards::bring(raw).await.ok()?;
    read_copy(Some(raw), &standards::find).draft
}

/// Puts a stored text into a place, with the standard that it names.
pub(super) async fn put(place: Backend, key: &str, raw: &str) -> Result<(), Failure> {
    standards::store(place, raw).await?;
    match place {
        Backend::Local => local::write(key, raw),
        Backend::Journal => journal::write(key, raw).await,
    }
}

/// Takes a key away from both places.
pub async fn remove(key: &str) {
    // What cannot be taken away stays, and is found again.
    let _ = journal::remove(key).await;
    local::remove(key);
}

/// Puts what stands under a draft's key in one place under a key of its own: as a snapshot, or as it stands.
pub(super) async fn quarantine(
    id: &DraftId,
    from: Backend,
    to: Backend,
    how: QuarantineAs,
) -> Result<StoredState, Failure> {
    let key = key::draft(id);
    let raw = match from {
        Backend::Local => local::read(&key)?,
        Backend::Journal => journal::read(&key).await?,
    };
    let Some(raw) = raw else { return Ok(StoredState::Nothing) };
    let under = match how {
        QuarantineAs::Raw => key::aside(id, &raw),
        QuarantineAs::Copy => match read(&raw).await {
            Some(draft) => key::snapshot(id, &describe(&draft, &raw, SnapshotKind::Quarantine)),
            None => key::aside(id, &raw),
        },
    };
    put(to, &under, &raw).await?;
    Ok(stored_state(Some(&raw)))
}
