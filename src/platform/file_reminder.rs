//! When a draft was last handed to the browser as a file, for the reminder (`crate::persistence::file_reminder`). Where it cannot
//! be kept nobody is reminded, or once more than needed.

use crate::model::draft::Draft;
use crate::model::standard::ids::DraftId;
use crate::persistence::card::Card;
use crate::persistence::file_reminder::Filed;
use crate::persistence::{file_reminder, key};
use crate::platform::{clock, local};

/// It was handed over now, came from a file, or was begun.
pub fn note(draft: &Draft) {
    let filed = Filed { at: clock::minutes(), counter: draft.counter };
    let _ = local::write(&key::filed(&draft.id), &filed.write());
}

/// Whether its person is to be reminded.
pub fn is_due(id: &DraftId, card: &Card) -> bool {
    let filed = local::read(&key::filed(id)).ok().flatten().and_then(|text| Filed::read(&text));
    !card.sample && file_reminder::is_due(clock::minutes_of(&card.changed), card.counter, filed, clock::minutes())
}
