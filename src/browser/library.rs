//! What is here beside the open draft: the list of drafts, the bin, what was set aside, standards from files.

use super::history::{all_keys, draft, raw, remove};
use super::{clock, journal, local, photo_sweep};
use crate::keep::bin;
use crate::keep::card::Card;
use crate::keep::key::{self, Kind};
use crate::keep::place::{Failure, Place};
use crate::keep::snapshots::{self, Snapshot};
use crate::keep::stamp::{Stamp, Writer, look, seal};
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::model::json::canonical;
use crate::model::order::sort_by_key;
use crate::model::photo::PhotoDigest;
use crate::model::standard::Standard;
use crate::model::submission::StandardRef;
use std::cmp::Reverse;

/// A draft of the list; one that cannot be read has no card.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: DraftId,
    /// What is shown of it.
    pub card: Option<Card>,
}

fn card(raw: Option<String>) -> Option<Card> {
    Card::read(&raw?)
}

fn sorted(mut list: Vec<Listed>) -> Vec<Listed> {
    // Those that could be stored nowhere are here, too, as long as the window is open.
    for draft in super::fresh::held() {
        let card = Some(Card::of(&draft, &draft.score()));
        list.retain(|one| one.id != draft.id);
        list.push(Listed { id: draft.id, card });
    }
    sort_by_key(&mut list, |one| Reverse(one.card.as_ref().map(|card| card.changed.clone())));
    list
}

/// The drafts that local storage knows, the last changed first: at once, for the first look.
pub fn at_once() -> Vec<Listed> {
    let ids = local::keys().into_iter().filter_map(|key| key::draft_of(&key));
    sorted(ids.map(|id| Listed { card: card(local::read(&key::card(&id)).ok().flatten()), id }).collect())
}

/// The drafts of both places, the last changed first. Of two cards the one with the higher counter counts; a
/// draft without one is read for it. What was thrown away and could not be taken from its place is not shown.
pub async fn all() -> Vec<Listed> {
    let keys = all_keys().await;
    let mut list = Vec::new();
    for id in keys.iter().filter_map(|key| key::draft_of(key)) {
        let mut best = card(local::read(&key::card(&id)).ok().flatten());
        let other = card(journal::read(&key::card(&id)).await.ok().flatten());
        if other.as_ref().map(|card| card.counter) > best.as_ref().map(|card| card.counter) {
            best = other;
        }
        if best.is_none() {
            best = draft(&key::draft(&id)).await.map(|draft| Card::of(&draft, &draft.score()));
        }
        list.push(Listed { id, card: best });
    }
    sorted(list)
}

/// The draft of this name, the newer of its copies.
pub async fn read(id: &DraftId) -> Option<Draft> {
    let key = key::draft(id);
    let copies = [journal::read(&key).await.ok().flatten(), local::read(&key).ok().flatten()];
    let drafts = copies.into_iter().filter_map(|raw| look(raw.as_deref()).draft);
    drafts.max_by_key(|draft| draft.counter).map(|draft| *draft)
}

/// Whether nothing at all stands under this name.
pub async fn is_free(id: &DraftId) -> bool {
    let key = key::draft(id);
    matches!(journal::read(&key).await, Ok(None) | Err(_)) && matches!(local::read(&key), Ok(None) | Err(_))
}

/// Throws a draft away: it goes into the bin, and from its places once it is there.
pub async fn throw_away(id: &DraftId) -> Result<(), Failure> {
    let key = key::draft(id);
    let mut ended = Vec::new();
    for place in Place::ALL {
        let found = match place {
            Place::Journal => journal::read(&key).await,
            Place::Local => local::read(&key),
        };
        let Ok(Some(raw)) = found else { continue };
        let under = match look(Some(&raw)).draft {
            Some(draft) => key::bin(id, &super::history::describe(&draft, &raw, snapshots::Kind::Binned)),
            // What cannot be read is set aside, and stays there.
            None => key::aside(id, &raw),
        };
        ended.push((
            place,
            match place {
                Place::Journal => journal::write(&under, &raw).await,
                Place::Local => match journal::write(&under, &raw).await {
                    Ok(()) => Ok(()),
                    Err(_) => local::write(&under, &raw),
                },
            },
        ));
    }
    bin::may_take_away(&ended)?;
    remove(&key).await;
    remove(&key::card(id)).await;
    let (keys, known): (Vec<String>, Vec<Snapshot>) =
        binned().await.into_iter().map(|one| (one.key, one.snapshot)).unzip();
    for key in bin::surplus(&known, clock::minutes(), bin::BYTES).into_iter().filter_map(|at| keys.get(at)) {
        remove(key).await;
    }
    Ok(())
}

/// A draft in the bin.
#[derive(Clone, PartialEq, Eq)]
pub struct Binned {
    /// Its key there.
    pub key: String,
    /// The draft's name.
    pub id: DraftId,
    /// When it was thrown away.
    pub snapshot: Snapshot,
}

/// What is in the bin, the latest first.
pub async fn binned() -> Vec<Binned> {
    let mut all: Vec<Binned> = Vec::new();
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|parsed| parsed.kind == Kind::Bin && parsed.format == key::FORMAT)
        else {
            continue;
        };
        if let (Ok(id), Some(snapshot)) = (DraftId::try_from(parsed.name), Snapshot::read(parsed.rest)) {
            all.push(Binned { id, snapshot, key: key.clone() });
        }
    }
    sort_by_key(&mut all, |one| Reverse(one.snapshot.at));
    all
}

/// Takes a draft out of the bin again.
pub async fn take_back(one: &Binned) -> Option<DraftId> {
    let mut again = draft(&one.key).await?;
    if read(&one.id).await.is_some() {
        again.id = clock::new_id()?;
    }
    again.counter = bin::counter_again(again.counter);
    put(&again).await.ok()?;
    remove(&one.key).await;
    Some(again.id)
}

/// Stores a draft that is not open, in both places; one is enough.
pub async fn put(draft: &Draft) -> Result<(), Failure> {
    let by = Writer { window: clock::window_name(), round: 0 };
    let raw = seal(Stamp { counter: draft.counter, by }, &canonical(draft));
    let (key, card_key, card) =
        (key::draft(&draft.id), key::card(&draft.id), canonical(&Card::of(draft, &draft.score())));
    let journal = journal::write(&key, &raw).await;
    let local = local::write(&key, &raw);
    let _ = (journal::write(&card_key, &card).await, local::write(&card_key, &card));
    journal.or(local)
}

/// Something that was set aside: what could not be read, or what another window overtook.
#[derive(Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its key.
    pub key: String,
    /// The draft it belongs to.
    pub id: DraftId,
    /// Whether it cannot be read.
    pub broken: bool,
}

/// Everything that was set aside.
pub async fn asides() -> Vec<Aside> {
    let mut all = Vec::new();
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|parsed| parsed.format == key::FORMAT) else { continue };
        if !matches!(parsed.kind, Kind::Aside | Kind::Copy) {
            continue;
        }
        if let Ok(id) = DraftId::try_from(parsed.name) {
            all.push(Aside { id, broken: parsed.kind == Kind::Aside, key: key.clone() });
        }
    }
    all
}

/// The stored text of something that was set aside, as it stands.
pub async fn aside_text(aside: &Aside) -> Option<String> {
    raw(&aside.key).await.ok().flatten()
}

/// Keeps a standard that was opened from a file.
pub fn put_standard(standard: &Standard) -> Result<(), Failure> {
    local::write(&key::standard(&StandardRef::to(standard)), &canonical(standard))
}

/// The standards that were opened from files and still hold together.
pub fn standards() -> Vec<Standard> {
    let keys = local::keys();
    let read = |key: &String| Standard::read(&local::read(key).ok()??).ok();
    keys.iter().filter(|key| key::is_standard(key)).filter_map(read).collect()
}

/// Takes what lies in the bin from this computer: nobody leaves their drafts to the next person.
pub async fn empty_bin() {
    let mut photos = Vec::new();
    for one in binned().await {
        photos.extend(photos_in(&one.key).await);
        remove(&one.key).await;
    }
    photo_sweep::forget(photos).await;
}

/// The photos that the text under a key refers to.
async fn photos_in(key: &str) -> Vec<PhotoDigest> {
    let text = raw(key).await.ok().flatten();
    text.iter().flat_map(|text| photo_sweep::named(text)).collect()
}

/// Takes a draft and everything that belongs to it from this computer: its copies, its history, what was set
/// aside of it, what lies in the bin. Only after it was saved to a file.
pub async fn clear(id: &DraftId) {
    let mut photos = Vec::new();
    for key in all_keys().await {
        let ours = key::parse(&key).is_some_and(|parsed| parsed.format == key::FORMAT && parsed.name == id.as_str());
        if ours {
            photos.extend(photos_in(&key).await);
            remove(&key).await;
        }
    }
    photo_sweep::forget(photos).await;
}
