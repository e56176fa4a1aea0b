//! A card: what the list of drafts shows of one, kept beside it so that a list of twenty does not read
//! twenty whole drafts.

use crate::model::date::UtcTime;
use crate::model::draft::{COUNTER, Draft};
use crate::model::files::json;
use crate::model::files::parse::parse_strict;
use crate::model::scoring::score::Score;
use crate::model::standard::ids::{DraftId, UnitKind};
use crate::model::standard::reference::StandardRef;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// Which submission was made of a draft, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HandedIn {
    /// Which one it was (第 n 次), counted from 1.
    pub revision: u32,
    /// When it was made.
    pub time: UtcTime,
}

/// What the list of drafts shows of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Card {
    /// The draft.
    pub id: DraftId,
    /// The save counter of the draft it was written with.
    pub counter: u64,
    /// When the draft was changed last.
    pub changed: UtcTime,
    /// The year.
    pub year: u16,
    /// The unit's name; empty before it is typed.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Its village.
    pub village: String,
    /// The word for its kind of unit.
    pub kind: Words,
    /// Its kind of unit.
    pub unit: UnitKind,
    /// The standard it is filled in by.
    pub standard: StandardRef,
    /// The submission that was made of it last, if any was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed: Option<HandedIn>,
    /// Whether it is the worked example.
    pub sample: bool,
    /// How many scored items are answered.
    pub answered: usize,
    /// How many there are.
    pub asked: usize,
}

impl Card {
    /// Reads a stored card. One that counts higher than any draft was written by hand: it would hide every later one.
    pub fn read(raw: &str) -> Option<Self> {
        parse_strict(&json::read(raw).ok()?).ok().filter(|card: &Self| card.counter <= COUNTER)
    }

    /// The card of a draft with this score.
    pub fn of(draft: &Draft, score: &Score) -> Self {
        Self {
            id: draft.id.clone(),
            counter: draft.counter,
            changed: draft.changed.clone(),
            year: draft.year,
            name: draft.unit.name.clone(),
            township: draft.unit.township.clone(),
            village: draft.unit.village.clone(),
            kind: draft.standard.unit.words.clone(),
            unit: draft.standard.unit.id.clone(),
            standard: draft.standard.reference().clone(),
            handed: draft.last_export().map(|last| HandedIn { revision: last.revision, time: last.time.clone() }),
            sample: draft.is_example(),
            answered: score.answered,
            asked: score.asked,
        }
    }
}
