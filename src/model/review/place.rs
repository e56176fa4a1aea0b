//! A place: where one value holds at a time. Every entry is about exactly one.

use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use crate::model::standard::ids::{AssessorId, FactId, ItemId};

/// Where one value holds at a time. The places of one unit follow each other.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// Something of a unit.
    Unit(UnitId, UnitPlace),
    /// A file that was taken in.
    File(FileDigest),
    /// A township's bundle that is kept.
    Bundle(FileDigest),
    /// The unit that a name stands for.
    Name(NameKey),
}

/// What of a unit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum UnitPlace {
    /// Its line on the roster. The first of a unit's places.
    Line,
    /// Why it sends nothing.
    NotSent,
    /// Which of its answers count.
    InForce,
    /// Its months in operation, as the township typed them.
    EnteredMonths,
    /// A number, as the township typed it.
    EnteredFact(FactId),
    /// An answer, as the township typed it.
    EnteredAnswer(ItemId),
    /// An item, as an assessor judges it.
    Assessed(AssessorId, ItemId),
    /// A number, as an assessor judges it.
    FactSet(AssessorId, FactId),
}

impl Place {
    /// Whether what was removed here stays away, whatever somebody who did not know of it still changed. Of a place for
    /// a decision both are shown, and a person decides.
    pub(in crate::model::review) fn stays_removed(&self) -> bool {
        match self {
            Self::File(_) | Self::Bundle(_) | Self::Unit(_, UnitPlace::Line) => true,
            Self::Name(_)
            | Self::Unit(
                _,
                UnitPlace::NotSent
                | UnitPlace::InForce
                | UnitPlace::EnteredMonths
                | UnitPlace::EnteredFact(_)
                | UnitPlace::EnteredAnswer(_)
                | UnitPlace::Assessed(..)
                | UnitPlace::FactSet(..),
            ) => false,
        }
    }
}
