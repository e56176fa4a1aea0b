//! The two places of the model world: what stands in them, and how they fail.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use xingzhan::keep::gone::Gone;
use xingzhan::keep::place::{Failure, Place};
use xingzhan::keep::stamp::{Found, Print, Stamp, Stands, Writer};

/// A key. Formats have keys of their own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Key {
    Draft(u32, u8),
    Copy(u32, u8, Writer),
    Snapshot(u32, u8, Print),
    Aside(u32, u8, Print),
    Carried(u32, u8, Stamp),
    Bin(u32, u8, Print),
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
    pub stamp: Stamp,
    pub typed: BTreeSet<u32>,
    /// Something destroyed it.
    pub broken: Option<Print>,
}

impl Value {
    pub fn text(&self) -> Print {
        let mut all = DefaultHasher::new();
        (self.stamp.counter, &self.typed).hash(&mut all);
        Print(all.finish())
    }

    pub fn stands(&self) -> Stands {
        self.broken.map_or(Stands::Draft(self.stamp), Stands::Unreadable)
    }

    pub fn found(&self) -> Found {
        match self.broken {
            Some(print) => Found::Broken(Stands::Unreadable(print)),
            None => Found::Draft { stamp: self.stamp, text: self.text() },
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
    pub gone: BTreeMap<(u32, u8), Gone>,
    pub fault: Fault,
}

impl Store {
    pub fn new() -> Self {
        Self { all: BTreeMap::new(), gone: BTreeMap::new(), fault: Fault::Works }
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
    pub fn stands(&self, key: Key) -> Stands {
        let stands = self.all.get(&key).map_or(Stands::Nothing, Value::stands);
        let gone = self.gone.get(&key.draft()).copied();
        Gone::in_view(gone.filter(|gone| *gone == Gone::Cleared || matches!(key, Key::Draft(..))), stands)
    }

    /// Whether a person cleared the draft.
    pub fn is_cleared(&self, draft: (u32, u8)) -> bool {
        self.gone.get(&draft) == Some(&Gone::Cleared)
    }

    pub fn found(&self, key: Key) -> Found {
        match self.fails(false) {
            Err(failure) => Found::Failed(failure),
            Ok(()) => match self.stands(key) {
                Stands::Removed(counter) => Found::Gone(Gone::Removed(counter)),
                Stands::Cleared => Found::Gone(Gone::Cleared),
                _ => self.all.get(&key).map_or(Found::Nothing, Value::found),
            },
        }
    }
}

pub fn at(place: Place) -> usize {
    usize::from(place == Place::Local)
}

/// Everything readable in one place.
pub fn readable_in(store: &Store) -> BTreeSet<u32> {
    let values = store.all.values().filter(|value| value.broken.is_none());
    values.flat_map(|value| value.typed.iter().copied()).collect()
}

/// Everything readable.
pub fn typed(stores: &[Store; 2]) -> BTreeSet<u32> {
    stores.iter().flat_map(readable_in).collect()
}

/// Everything unreadable.
pub fn broken(stores: &[Store; 2]) -> BTreeSet<Print> {
    stores.iter().flat_map(|store| store.all.values()).filter_map(|value| value.broken).collect()
}
