//! When a draft was last handed to the browser as a file, for the reminder (`crate::keep::remind`). Where it cannot
//! be kept nobody is reminded, or once more than needed.

use super::{clock, local};
use crate::keep::card::Card;
use crate::keep::{key, remind};
use crate::model::id::DraftId;

/// It was handed over now, came from a file, or was begun.
pub fn note(id: &DraftId) {
    let _ = local::write(&key::filed(id), &clock::minutes().to_string());
}

/// Whether its person is to be reminded.
pub fn is_due(id: &DraftId, card: &Card) -> bool {
    let filed = local::read(&key::filed(id)).ok().flatten().and_then(|text| text.parse().ok());
    !card.sample && remind::is_due(clock::minutes_of(&card.changed), filed, clock::minutes())
}
