//! The two places of the model world: what stands in them, and how they fail.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::revision::{Fingerprint, Found, Revision, StoredState, Writer};
use xingzhan::persistence::tombstone::Tombstone;

/// A key. Formats have keys of their own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Key {
    Draft(u32, u8),
    Copy(u32, u8, Writer),
    Snapshot(u32, u8, Fingerprint),
    Aside(u32, u8, Fingerprint),
    Carried(u32, u8, Revision),
    Bin(u32, u8, Fingerprint),
}

impl Key {
    /// The draft it belongs to, with its format.
    pub fn draft(self) -> (u32, u8) {
        match self {
            Self::Draft(format, draft)
            | Self::Copy(format, draft, _)
            | Self::Snapshot(format, draft, _)
            | Self::Aside(format, draft, _)
            | Self::Carried(format, draft, _)
            | Self::Bin(format, draft, _) => (format, draft),
        }
    }
}

/// A stored draft: what was typed is a set of pieces, each typed once in the whole run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Value {
    pub revision: Revision,
    pub typed: BTreeSet<u32>,
    /// Something destroyed it.
    pub broken: Option<Fingerprint>,
}

impl Value {
    pub fn text(&self) -> Fingerprint {
        let mut all = DefaultHasher::new();
        (self.revision.counter, &self.typed).hash(&mut all);
        Fingerprint(all.finish())
    }

    pub fn stored_state(&self) -> StoredState {
        self.broken.map_or(StoredState::Draft(self.revision), StoredState::Unreadable)
    }

    pub fn found(&self) -> Found {
        match self.broken {
            Some(print) => Found::Broken(StoredState::Unreadable(print)),
            None => Found::Draft { revision: self.revision, text: self.text() },
        }
    }
}

/// How a place fails now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    Works,
    Full,
    Blocked,
    Throws,
    /// Nothing is answered until it works again; then what was asked is done.
    Hangs,
}

/// What stands in one place.
#[derive(Clone, Debug)]
pub struct Store {
    pub all: BTreeMap<Key, Value>,
    /// What a person took away.
    pub gone: BTreeMap<(u32, u8), Tombstone>,
    /// The standards that drafts name, by the format of their keys: each draft of this world has its own. Whether the
    /// text is right.
    pub standards: Standards,
    pub fault: Fault,
}

pub type Standards = BTreeMap<(u32, u8), bool>;

impl Store {
    pub fn new() -> Self {
        Self { all: BTreeMap::new(), gone: BTreeMap::new(), standards: Standards::new(), fault: Fault::Works }
    }

    pub fn fails(&self, writes: bool) -> Result<(), Failure> {
        match self.fault {
            Fault::Full if writes => Err(Failure::Full),
            Fault::Works | Fault::Hangs | Fault::Full => Ok(()),
            Fault::Blocked => Err(Failure::Blocked),
            Fault::Throws => Err(Failure::Other),
        }
    }

    /// What stands there in view of the mark beside it. A copy may be put beside a draft that was removed, and not
    /// beside one that was cleared.
    pub fn stored_state(&self, key: Key) -> StoredState {
        let stored_state = self.all.get(&key).map_or(StoredState::Nothing, Value::stored_state);
        let gone = self.gone.get(&key.draft()).copied();
        stored_state.in_view_of(gone.filter(|gone| *gone == Tombstone::Cleared || matches!(key, Key::Draft(..))))
    }

    /// Whether a person cleared the draft.
    pub fn is_cleared(&self, draft: (u32, u8)) -> bool {
        self.gone.get(&draft) == Some(&Tombstone::Cleared)
    }

    /// What is found there by who has the standard, does not have it, or does not know whether there is one.
    pub fn found(&self, key: Key, standard: Result<bool, Failure>) -> Found {
        match self.fails(false) {
            Err(failure) => Found::Failed(failure),
            Ok(()) => match (self.stored_state(key), self.all.get(&key)) {
                (StoredState::Removed(counter), _) => Found::Gone(Tombstone::Removed(counter)),
                (StoredState::Cleared, _) => Found::Gone(Tombstone::Cleared),
                (_, None) => Found::Nothing,
                (_, Some(value)) if value.broken.is_some() => value.found(),
                (stored_state, Some(value)) => match standard {
                    Ok(true) => value.found(),
                    Ok(false) => Found::Broken(stored_state),
                    Err(failure) => Found::Failed(failure),
                },
            },
        }
    }

    /// Whether the standard of a draft stands there as it should, among the keys of a format or those before it.
    pub fn has_standard(&self, (format, draft): (u32, u8)) -> bool {
        (1..=format).any(|format| self.standards.get(&(format, draft)) == Some(&true))
    }
}

pub fn at(place: Backend) -> usize {
    usize::from(place == Backend::Local)
}

/// Whether whoever starts anew finds the standard of a draft; or why a place does not tell.
pub fn finds_standard(stores: &[Store; 2], draft: (u32, u8)) -> Result<bool, Failure> {
    let mut told = Ok(false);
    for store in stores {
        match store.fails(false) {
            Ok(()) if store.has_standard(draft) => return Ok(true),
            Ok(()) | Err(Failure::Blocked) => {}
            Err(failure) => told = Err(failure),
        }
    }
    told
}

/// Everything in one place that opens, given the standards of both.
pub fn readable_in(stores: &[Store; 2], place: Backend) -> BTreeSet<u32> {
    let opens = |key: &Key| stores.iter().any(|store| store.has_standard(key.draft()));
    let values = stores[at(place)].all.iter().filter(|(key, value)| value.broken.is_none() && opens(key));
    values.flat_map(|(_, value)| value.typed.iter().copied()).collect()
}

/// Everything in a place that opens also when the other place is gone.
pub fn readable_alone(store: &Store) -> BTreeSet<u32> {
    let values = store.all.iter().filter(|(key, value)| value.broken.is_none() && store.has_standard(key.draft()));
    values.flat_map(|(_, value)| value.typed.iter().copied()).collect()
}

/// Everything that opens.
pub fn readable(stores: &[Store; 2]) -> BTreeSet<u32> {
    Backend::ALL.into_iter().flat_map(|place| readable_in(stores, place)).collect()
}

/// Everything that is stored and whole, whether its standard is there or not.
pub fn typed(stores: &[Store; 2]) -> BTreeSet<u32> {
    let values = stores.iter().flat_map(|store| store.all.values()).filter(|value| value.broken.is_none());
    values.flat_map(|value| value.typed.iter().copied()).collect()
}

/// Everything unreadable.
pub fn broken(stores: &[Store; 2]) -> BTreeSet<Fingerprint> {
    stores.iter().flat_map(|store| store.all.values()).filter_map(|value| value.broken).collect()
}
