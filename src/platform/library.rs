//! What is here beside the open draft: the list of drafts, what was set aside, standards from files.

use crate::model::sorting::{sort_by_key, sort_once};
use crate::model::standard::ids::DraftId;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::card::Card;
use crate::persistence::key;
use crate::persistence::key::KeyKind;
use crate::persistence::opening::{Opens, decide};
use crate::persistence::revision::{Found, StoredState};
use crate::persistence::tombstone::Tombstone;
use crate::platform::history::{all_keys, raw};
use crate::platform::stored_drafts::{read, read_copies};
use crate::platform::{clearing, journal, local};
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
    for draft in crate::platform::unsaved_drafts::held() {
        let card = Some(Card::of(&draft, &draft.score()));
        list.retain(|one| one.id != draft.id);
        list.push(Listed { id: draft.id, card });
    }
    sort_by_key(&mut list, |one| (Reverse(one.card.as_ref().map(|card| card.changed.clone())), one.id.clone()));
    list
}

/// The drafts that local storage knows, the last changed first: at once, for the first look.
pub fn at_once() -> Vec<Listed> {
    let ids = local::keys().into_iter().filter_map(|key| key::draft_of(&key));
    let here = ids.filter(|id| {
        let stored_state = local::stored_state(&key::draft(id), &key::gone(id));
        !matches!(stored_state, Ok(StoredState::Removed(_) | StoredState::Cleared))
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
    let unsure = found.is_err() || !local::is_there() || !crate::platform::older_drafts::is_brought_now();
    let mut keys = found.unwrap_or_default();
    keys.extend(local::keys());
    sort_once(&mut keys);
    let cards = journal::texts_under(&key::all(KeyKind::Card)).await.unwrap_or_default();
    let mut drafts = Vec::new();
    for id in keys.iter().filter_map(|key| key::draft_of(key)) {
        if keys.binary_search(&key::gone(&id)).is_ok() && is_gone(&id).await {
            continue;
        }
        let mut best = card(local::read(&key::card(&id)).ok().flatten());
        let other = cards.iter().find(|(key, _)| *key == key::card(&id)).and_then(|(_, raw)| Card::read(raw));
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

/// Whether a person took it away. Where one place could not be reached then, what it still holds is taken away now.
async fn is_gone(id: &DraftId) -> bool {
    let found: Vec<(Backend, Found)> =
        read_copies(id).await.into_iter().map(|(place, read_copy)| (place, read_copy.found)).collect();
    match decide(&found).opens {
        Opens::Gone(Tombstone::Cleared) => {
            clearing::finish(id).await;
            true
        }
        Opens::Gone(Tombstone::Removed(_)) => {
            for (place, found) in found {
                if matches!(found, Found::Draft { .. }) {
                    // What cannot be put into the bin stays, and is still not shown.
                    let _ = crate::platform::bin::throw_out_of(place, id).await;
                }
            }
            true
        }
        _ => false,
    }
}

/// Something that was set aside: what could not be read, or what another window overtook.
#[derive(Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Its key.
    pub key: String,
    /// The draft it belongs to.
    pub id: DraftId,
    /// Whether it cannot be read.
    pub broken: bool,
}

/// Everything that was set aside.
pub async fn quarantined() -> Vec<Quarantined> {
    let mut all = Vec::new();
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|parsed| parsed.format == key::FORMAT) else { continue };
        if !matches!(parsed.kind, KeyKind::Aside | KeyKind::Copy) {
            continue;
        }
        if let Ok(id) = DraftId::try_from(parsed.name) {
            all.push(Quarantined { id, broken: parsed.kind == KeyKind::Aside, key: key.clone() });
        }
    }
    all
}

/// The stored text of something that was set aside, as it stands.
pub async fn quarantined_text(aside: &Quarantined) -> Option<String> {
    raw(&aside.key).await.ok().flatten()
}
