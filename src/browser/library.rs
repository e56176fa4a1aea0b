//! What is here beside the open draft: the list of drafts, what was set aside, standards from files.

use super::history::{all_keys, raw};
use super::{clearing, clock, journal, local};
use crate::keep::card::Card;
use crate::keep::gone::Gone;
use crate::keep::key::{self, Kind};
use crate::keep::place::{Failure, Place};
use crate::keep::stamp::{Found, Look, Stamp, Stands, Writer, look_past, seal};
use crate::keep::start::{Opens, decide};
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::model::json::canonical;
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
    list.sort_unstable_by_key(|one| (Reverse(one.card.as_ref().map(|card| card.changed.clone())), one.id.clone()));
    list
}

/// The drafts that local storage knows, the last changed first: at once, for the first look.
pub fn at_once() -> Vec<Listed> {
    let ids = local::keys().into_iter().filter_map(|key| key::draft_of(&key));
    let here = ids.filter(|id| {
        let stands = local::stands(&key::draft(id), &key::gone(id));
        !matches!(stands, Ok(Stands::Removed(_) | Stands::Cleared))
    });
    sorted(here.map(|id| Listed { card: card(local::read(&key::card(&id)).ok().flatten()), id }).collect())
}

/// What is here, as far as both places tell.
#[derive(Clone, PartialEq, Eq)]
pub struct Listing {
    /// The drafts, the last changed first.
    pub drafts: Vec<Listed>,
    /// Whether a place cannot be read, so that there may be more.
    pub unsure: bool,
}

/// Whether the journal gave no answer in time and has not since.
pub fn is_waiting() -> bool {
    journal::is_silent()
}

/// The drafts of both places. A place that is late is waited for: it is not an empty one. Of two cards the one
/// with the higher counter counts; a draft without one is read for it.
pub async fn all() -> Listing {
    journal::until_it_answers().await;
    let mut found = journal::keys().await;
    while found == Err(Failure::NoAnswer) {
        journal::until_it_answers().await;
        found = journal::keys().await;
    }
    let unsure = found.is_err() || !local::is_there() || !super::forward::is_brought_now();
    let mut keys = found.unwrap_or_default();
    keys.extend(local::keys());
    keys.sort_unstable();
    keys.dedup();
    let mut drafts = Vec::new();
    for id in keys.iter().filter_map(|key| key::draft_of(key)) {
        if keys.binary_search(&key::gone(&id)).is_ok() && is_gone(&id).await {
            continue;
        }
        let mut best = card(local::read(&key::card(&id)).ok().flatten());
        let other = card(journal::read(&key::card(&id)).await.ok().flatten());
        if other.as_ref().map(|card| card.counter) > best.as_ref().map(|card| card.counter) {
            best = other;
        }
        if best.is_none() {
            best = read(&id).await.map(|draft| Card::of(&draft, &draft.score()));
        }
        drafts.push(Listed { id, card: best });
    }
    Listing { drafts: sorted(drafts), unsure }
}

/// What both places hold of a draft.
async fn looks(id: &DraftId) -> Vec<(Place, Look)> {
    let journal = journal::look_in_time(id).await;
    let looked = [(Place::Journal, journal), (Place::Local, local::look(id))];
    let read = |(raw, gone): (Option<String>, Option<Gone>)| look_past(gone, raw.as_deref());
    looked.into_iter().filter_map(|(place, found)| Some((place, read(found.ok()?)))).collect()
}

/// Whether a person took it away. Where one place could not be reached then, what it still holds is taken away now.
async fn is_gone(id: &DraftId) -> bool {
    let found: Vec<(Place, Found)> = looks(id).await.into_iter().map(|(place, look)| (place, look.found)).collect();
    match decide(&found).opens {
        Opens::Gone(Gone::Cleared) => {
            clearing::finish(id).await;
            true
        }
        Opens::Gone(Gone::Removed(_)) => {
            for (place, found) in found {
                if matches!(found, Found::Draft { .. }) {
                    // What cannot be put into the bin stays, and is still not shown.
                    let _ = super::bin::throw_out_of(place, id).await;
                }
            }
            true
        }
        _ => false,
    }
}

/// The draft of this name, the newer of its copies; nothing if it was taken away.
pub async fn read(id: &DraftId) -> Option<Draft> {
    let mut looks = looks(id).await;
    let found: Vec<(Place, Found)> = looks.iter().map(|(place, look)| (*place, look.found)).collect();
    let Opens::Draft { place, .. } = decide(&found).opens else { return None };
    let at = looks.iter().position(|(known, _)| *known == place)?;
    looks.swap_remove(at).1.draft.map(|draft| *draft)
}

/// The highest save counter with which this draft was removed, as far as the marks tell; 0 if it never was.
pub(super) async fn last_removed(id: &DraftId) -> u64 {
    let marks = [journal::look_in_time(id).await, local::look(id)];
    let last = marks.into_iter().filter_map(|found| match found.ok()?.1? {
        Gone::Removed(last) => Some(last),
        Gone::Cleared => None,
    });
    last.max().unwrap_or(0)
}

/// Whether nothing at all stands under this name, not even the mark of a draft that was taken away.
pub async fn is_free(id: &DraftId) -> bool {
    let nothing = |found: Result<(Option<String>, Option<Gone>), Failure>| {
        matches!(found, Ok((None, None)) | Err(Failure::Blocked))
    };
    nothing(journal::look_in_time(id).await) && nothing(local::look(id))
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
