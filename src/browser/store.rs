//! Local storage, the synchronous copy of every draft. It may be missing, blocked or full; it is probed
//! before the library is asked, which panics where there is none.

use crate::keep::card::Card;
use crate::keep::keeper::Failure;
use crate::keep::key;
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::model::json::{self, canonical};
use crate::model::problem::Problem;
use crate::model::read::typed;
use crate::model::standard::Standard;
use crate::model::submission::StandardRef;
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;

/// Whether the browser gives storage at all. Asked each time: a person may change it while the page is open.
pub fn is_there() -> bool {
    raw().is_some()
}

#[expect(clippy::disallowed_methods, reason = "this file is where local storage is touched")]
fn raw() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

/// The text under a key, exactly as it stands there.
pub fn read(key: &str) -> Option<String> {
    raw()?.get_item(key).ok()?
}

/// Puts text under a key.
pub fn write(key: &str, text: &str) -> Result<(), Failure> {
    let storage = raw().ok_or(Failure::Blocked)?;
    storage.set_item(key, text).map_err(|error| {
        let name = error.dyn_into::<web_sys::DomException>().map(|error| error.name()).unwrap_or_default();
        if name.contains("Quota") || name.contains("QUOTA") { Failure::Full } else { Failure::Other }
    })
}

/// Every key there is.
fn keys() -> Vec<String> {
    let Some(storage) = raw() else { return Vec::new() };
    let many = storage.length().unwrap_or(0);
    (0..many).filter_map(|at| storage.key(at).ok().flatten()).collect()
}

/// How a stored draft was found.
pub enum Found {
    /// It is here and holds together.
    Draft(Box<Draft>),
    /// Something is here that cannot be read; it is left alone. As it stands, and what is wrong.
    Broken(String, Vec<Problem>),
    /// Nothing is here.
    Nothing,
}

/// Looks for a draft.
pub fn draft(id: &DraftId) -> Found {
    match read(&key::draft(id)) {
        None => Found::Nothing,
        Some(text) => match Draft::read(&text) {
            Ok(draft) => Found::Draft(Box::new(draft)),
            Err(problems) => Found::Broken(text, problems),
        },
    }
}

/// Writes a draft and its card, unless what stands there is newer than what this page last knew.
/// `known` is the save counter this page read or wrote last.
pub fn put(draft: &Draft, card: &Card, known: Option<u64>) -> Result<(), Failure> {
    if !is_there() {
        return Err(Failure::Blocked);
    }
    let stored = stored_card(&draft.id).map(|card| card.counter);
    if stored.is_some_and(|stored| known.is_none_or(|known| stored > known)) {
        return Err(Failure::Newer);
    }
    write(&key::draft(&draft.id), &canonical(draft))?;
    write(&key::card(&draft.id), &canonical(card))
}

fn stored_card(id: &DraftId) -> Option<Card> {
    let text = read(&key::card(id))?;
    typed(&json::read(&text).ok()?).ok()
}

/// The cards of all drafts, the last changed first. A draft whose card is missing is read for it; one
/// that cannot be read is listed without a card.
pub fn cards() -> Vec<(DraftId, Option<Card>)> {
    let mut cards: Vec<(DraftId, Option<Card>)> = keys()
        .iter()
        .filter_map(|key| key::draft_of(key))
        .map(|id| {
            let card = stored_card(&id).or_else(|| match draft(&id) {
                Found::Draft(draft) => Some(Card::of(&draft, &draft.score())),
                Found::Broken(..) | Found::Nothing => None,
            });
            (id, card)
        })
        .collect();
    cards.sort_by(|(_, a), (_, b)| b.as_ref().map(|card| &card.changed).cmp(&a.as_ref().map(|card| &card.changed)));
    cards
}

/// Takes a draft away.
pub fn remove(id: &DraftId) {
    if is_there() {
        LocalStorage::delete(key::draft(id));
        LocalStorage::delete(key::card(id));
    }
}

/// Keeps a standard that was opened from a file.
pub fn put_standard(standard: &Standard) -> Result<(), Failure> {
    let text = canonical(standard);
    write(&key::standard(&StandardRef::to(standard)), &text)
}

/// The standards that were opened from files and still hold together.
pub fn standards() -> Vec<Standard> {
    let keys = keys();
    keys.iter().filter(|key| key::is_standard(key)).filter_map(|key| Standard::read(&read(key)?).ok()).collect()
}
