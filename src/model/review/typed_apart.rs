//! What was typed into a field of the desk and cannot be decided as it stands: too long, not to be read, or pasted and not
//! read into the review yet. It is kept as it was typed, apart from what was decided, until somebody mends or uses it.

use crate::model::review::ids::UnitId;
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::taken::Origin;
use crate::model::review::units::{Counts, ReviewUnits};
use crate::model::standard::ids::UnitKind;
use std::collections::BTreeMap;
use std::fmt;

/// The field it stands in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TypedPlace {
    /// A field of who works here.
    Who(String),
    /// A field of a line of the roster.
    Line(UnitId, String),
    /// A cell of the grid (录表), by its column's key.
    Entered(UnitId, String),
    /// What was found instead of what the unit says (初评), by the corrected place's key.
    Found(UnitId, String),
    /// Why it was corrected, by the same key.
    Why(UnitId, String),
    /// Why a unit sends nothing (未报原因).
    NotSent(UnitId),
    /// The field for a pasted list of units (名册).
    Roster,
    /// The field for pasted replies from a chat, of units of this kind.
    Replies(UnitKind),
}

impl fmt::Display for TypedPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, unit, rest) = match self {
            Self::Who(field) => ("who", None, field.as_str()),
            Self::Line(unit, field) => ("line", Some(unit), field.as_str()),
            Self::Entered(unit, key) => ("entered", Some(unit), key.as_str()),
            Self::Found(unit, key) => ("found", Some(unit), key.as_str()),
            Self::Why(unit, key) => ("why", Some(unit), key.as_str()),
            Self::NotSent(unit) => ("not-sent", Some(unit), "why"),
            Self::Roster => ("pasted", None, "roster"),
            Self::Replies(kind) => ("replies", None, kind.as_str()),
        };
        f.write_str(what)?;
        if let Some(unit) = unit {
            write!(f, "/{unit}")?;
        }
        write!(f, "/{rest}")
    }
}

impl TypedPlace {
    /// Reads a place as it is stored.
    pub fn read(text: &str) -> Option<Self> {
        let (what, rest) = text.split_once('/')?;
        match what {
            "who" => return Some(Self::Who(rest.to_owned())),
            "pasted" => return (rest == "roster").then_some(Self::Roster),
            "replies" => return Some(Self::Replies(UnitKind::try_from(rest.to_owned()).ok()?)),
            _ => {}
        }
        let (unit, key) = rest.split_once('/')?;
        let (unit, key) = (UnitId::try_from(unit.to_owned()).ok()?, key.to_owned());
        match what {
            "line" => Some(Self::Line(unit, key)),
            "entered" => Some(Self::Entered(unit, key)),
            "found" => Some(Self::Found(unit, key)),
            "why" => Some(Self::Why(unit, key)),
            "not-sent" => (key == "why").then_some(Self::NotSent(unit)),
            _ => None,
        }
    }

    /// The unit it is of.
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Who(_) | Self::Roster | Self::Replies(_) => None,
            Self::Line(unit, _)
            | Self::Entered(unit, _)
            | Self::Found(unit, _)
            | Self::Why(unit, _)
            | Self::NotSent(unit) => Some(*unit),
        }
    }

    /// Whether its field is still on a page: of a unit that has sent a file since, or that was taken from the roster,
    /// nobody could mend it, and nobody misses it.
    fn stands(&self, units: &ReviewUnits, log: &Log) -> bool {
        let counts = |unit: &UnitId| units.unit(*unit).map(|unit| &unit.counts);
        match self {
            Self::Who(_) | Self::Roster | Self::Replies(_) => true,
            Self::Line(unit, _) => counts(unit).is_some(),
            Self::Entered(unit, _) => matches!(counts(unit), Some(Counts::None | Counts::Of(Origin::Entered))),
            Self::NotSent(unit) => matches!(counts(unit), Some(Counts::None)),
            Self::Found(unit, _) => matches!(counts(unit), Some(Counts::Of(_))),
            Self::Why(unit, key) => matches!(counts(unit), Some(Counts::Of(_))) && is_judged(log, *unit, key),
        }
    }
}

/// Whether something is judged at a corrected place: else nobody is asked why.
fn is_judged(log: &Log, unit: UnitId, key: &str) -> bool {
    let of = key.split('/').nth(1).unwrap_or_default();
    log.places_of(unit).any(|place| {
        let judges = match place {
            Place::Unit(_, UnitPlace::Assessed(_, item)) => item.to_string() == of,
            Place::Unit(_, UnitPlace::FactSet(_, fact)) => fact.to_string() == of,
            Place::Unit(..) | Place::File(_) | Place::Bundle(_) | Place::Name(_) => false,
        };
        judges && log.value(place) != Holds::Nothing
    })
}

/// Where something stands that was typed and does not count, of what is kept by the texts of its places.
pub fn standing(kept: &BTreeMap<String, String>, units: &ReviewUnits, log: &Log) -> Vec<TypedPlace> {
    let places = kept.keys().filter_map(|place| TypedPlace::read(place));
    places.filter(|place| place.stands(units, log)).collect()
}
