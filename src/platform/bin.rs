//! The bin: drafts that were removed, and the way back.

use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::DraftId;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::bin;
use crate::persistence::key;
use crate::persistence::key::KeyKind;
use crate::persistence::lease::{Message, Says};
use crate::persistence::revision::{StoredState, stored_state};
use crate::persistence::snapshots;
use crate::persistence::snapshots::Snapshot;
use crate::persistence::tombstone::Tombstone;
use crate::platform::history::{all_keys, describe, draft, put, read, remove};
use crate::platform::windows::Channel;
use crate::platform::{clock, journal, local, standards, stored_drafts};
use std::cmp::Reverse;

/// How often it is tried again where another window writes at the same time.
const TRIES: u32 = 5;

/// Removes a draft: it goes into the bin, and from its places once it is there. Windows that have it open are told,
/// and those that do not hear of it find a mark before they write.
pub async fn throw_away(id: &DraftId) -> Result<(), Failure> {
    let mut ended = Vec::new();
    for place in Backend::ALL {
        if let Some(outcome) = throw_out_of(place, id).await {
            ended.push((place, outcome));
        }
    }
    bin::may_take_away(&ended)?;
    tell_windows(id);
    make_room().await;
    Ok(())
}

/// Says to the windows of a draft that it was taken away.
pub(super) fn tell_windows(id: &DraftId) {
    Channel::open(id, |_| ()).say(Message { from: clock::window_name(), says: Says::Gone });
}

/// The same in one place; nothing where it holds none or cannot be read.
pub(super) async fn throw_out_of(place: Backend, id: &DraftId) -> Option<Result<(), Failure>> {
    let key = key::draft(id);
    for _ in 0..TRIES {
        let raw = match place {
            Backend::Journal => journal::read(&key).await,
            Backend::Local => local::read(&key),
        };
        let raw = raw.ok()??;
        let (under, last) = match read(&raw).await {
            Some(draft) => (key::bin(id, &describe(&draft, &raw, snapshots::SnapshotKind::Binned)), draft.counter),
            // What cannot be read is set aside, and stays there.
            None => (key::aside(id, &raw), counter_of(&raw)),
        };
        let mark = (key::gone(id), Tombstone::Removed(last).write());
        let away = vec![key.clone(), key::card(id), key::filed(id)];
        match place {
            Backend::Journal => {
                if let Err(failure) = standards::store(Backend::Journal, &raw).await {
                    return Some(Err(failure));
                }
                let texts = vec![(under, raw.clone()), mark];
                match journal::exchange(key.clone(), Some(raw), away, texts).await {
                    // Another window wrote in between: what it wrote goes into the bin.
                    Ok(false) => {}
                    Ok(true) => return Some(Ok(())),
                    Err(failure) => return Some(Err(failure)),
                }
            }
            Backend::Local => {
                // Rather where there is room.
                let kept = match put(Backend::Journal, &under, &raw).await {
                    Ok(()) => Ok(()),
                    Err(_) => put(Backend::Local, &under, &raw).await,
                };
                if kept.is_err() {
                    return Some(kept);
                }
                if local::read(&key).ok().flatten().as_deref() == Some(raw.as_str()) {
                    // Where the mark cannot be stored, the draft is gone from here all the same.
                    let _ = local::write(&mark.0, &mark.1);
                    for key in &away {
                        local::remove(key);
                    }
                    return Some(Ok(()));
                }
            }
        }
    }
    Some(Err(Failure::Newer))
}

fn counter_of(raw: &str) -> u64 {
    match stored_state(Some(raw)) {
        StoredState::Draft(revision) => revision.counter,
        _ => 0,
    }
}

/// Lets the oldest go, in each place what is too much for it.
async fn make_room() {
    let here = local::keys();
    let (in_local, in_journal): (Vec<Binned>, Vec<Binned>) =
        binned().await.into_iter().partition(|one| here.contains(&one.key));
    for (list, bytes) in [(in_local, bin::BYTES_LOCAL), (in_journal, bin::BYTES)] {
        let known: Vec<Snapshot> = list.iter().map(|one| one.snapshot).collect();
        for one in bin::surplus(&known, clock::minutes(), bytes).into_iter().filter_map(|at| list.get(at)) {
            remove(&one.key).await;
        }
    }
}

/// A draft in the bin.
#[derive(Clone, PartialEq, Eq)]
pub struct Binned {
    /// Its key there.
    pub key: String,
    /// The draft's name.
    pub id: DraftId,
    /// When it was removed.
    pub snapshot: Snapshot,
}

/// What is in the bin, the latest first.
pub async fn binned() -> Vec<Binned> {
    let mut all: Vec<Binned> = Vec::new();
    for key in all_keys().await {
        let Some(parsed) =
            key::parse(&key).filter(|parsed| parsed.kind == KeyKind::Bin && parsed.format == key::FORMAT)
        else {
            continue;
        };
        if let (Ok(id), Some(snapshot)) = (DraftId::try_from(parsed.name), Snapshot::read(parsed.rest)) {
            all.push(Binned { id, snapshot, key: key.clone() });
        }
    }
    sort_by_key(&mut all, |one| Reverse((one.snapshot.at, one.snapshot.counter)));
    all
}

/// Takes a draft out of the bin again: as itself, or as another one where it stands here already.
pub async fn take_back(one: &Binned) -> Option<DraftId> {
    let mut again = draft(&one.key).await?;
    if stored_drafts::read(&one.id).await.is_some() {
        again.id = clock::new_id()?;
    }
    again.counter = bin::counter_again(again.counter.max(stored_drafts::last_removed(&one.id).await));
    stored_drafts::put(&again).await.ok()?;
    remove(&one.key).await;
    Some(again.id)
}
