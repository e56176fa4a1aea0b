//! An item (项目) of a standard: what is asked, how it is scored, and why it is asked.

use crate::model::standard::ids::{FactId, ItemId, ReasonId};
use crate::model::standard::points::Points;
use crate::model::standard::words::Words;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The longest text that any standard may ask for, in characters.
pub const MAX_TEXT: u32 = 10_000;

/// One item. Its words, points and scale make its digest; changing one of them asks for a new answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Item {
    /// Its name within the standard, such as `G4`.
    pub id: ItemId,
    /// What is asked.
    pub words: Words,
    /// The most it gives, in hundredths.
    pub points: Points,
    /// How the answer becomes points.
    pub scale: Scale,
    /// What a person can show for it.
    pub evidence: Words,
    /// A plain example of a good answer.
    pub example: Words,
    /// How much work it takes to win it: 1 (an afternoon) to 3 (the whole year).
    pub effort: u8,
    /// Where it comes from.
    pub source: Source,
    /// Reasons for which it may not apply; it then gives full points and a flag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<ReasonId>,
    /// Whether an answer needs a written note.
    #[serde(default, skip_serializing_if = "is_false")]
    pub note_required: bool,
    /// Whether photos may be added. Off where ledgers hold constituents' names.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub photos: bool,
}

/// Where an item or a gate comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source {
    /// Phrases that stand word for word in the first basis document.
    pub quotes: Vec<String>,
    /// Where else it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// Whether its number is the document's or a default that the county may change.
    pub number: Number,
}

/// Who says how many points, or how often.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// The basis document itself.
    Speech,
    /// A default: the county may change it.
    #[default]
    Default,
}

/// How an answer becomes points. With these every capped point table in use can be written down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// All or nothing.
    YesNo,
    /// Named steps, rising; the first gives nothing, the last everything.
    Levels {
        /// The steps.
        levels: Vec<Level>,
        /// What it gives when there was nothing that could have been done well or badly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nothing: Option<Nothing>,
    },
    /// Points × min(actual, target) ÷ target.
    Count {
        /// The fact that is counted; without one the number is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counts: Option<FactId>,
        /// What is counted, where it is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Words>,
        /// From where on it gives full points.
        target: Amount,
        /// Whether the target shrinks with the months in operation.
        #[serde(default, skip_serializing_if = "is_false")]
        per_year: bool,
    },
    /// The first time so much, each further time so much, at most the item's points (首次加递增封顶).
    Steps {
        /// The fact that is counted; without one the number is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counts: Option<FactId>,
        /// What is counted, where it is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Words>,
        /// For the first time, in hundredths.
        first: Points,
        /// For each further time, in hundredths.
        further: Points,
    },
    /// `part` of `whole`, with a floor below which the whole is not counted.
    Ratio {
        /// How many of them.
        part: FactId,
        /// Of how many that are stated.
        whole: FactId,
        /// The least that is divided by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        floor: Option<Amount>,
        /// Whether the floor shrinks with the months in operation.
        #[serde(default, skip_serializing_if = "is_false")]
        per_year: bool,
        /// The share that gives full points, in percent, 1 to 100.
        #[cfg_attr(test, schemars(range(min = 1, max = 100)))]
        target: u8,
        /// What the part of the floor that is not stated is worth.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unstated: Option<Unstated>,
    },
    /// Full points less so much per fault, never under nothing (每少一人扣).
    Deduct {
        /// The fact that counts the faults; without one the number is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counts: Option<FactId>,
        /// What is counted, where it is typed at the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Words>,
        /// For each fault, in hundredths.
        each: Points,
    },
    /// Text that travels with the submission and gives no points.
    Text {
        /// The longest it may be, in characters.
        #[cfg_attr(test, schemars(range(min = 1, max = 10_000)))]
        at_most: u32,
    },
}

/// One named step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Level {
    /// What it takes.
    pub words: Words,
    /// What it gives, in hundredths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// What it gives, in percent of the item's points (A/B/C/D 100/66/33/0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

impl Level {
    /// What it gives of an item's points, in hundredths.
    pub fn gives(&self, of: Points) -> Points {
        match (self.points, self.percent) {
            (Some(points), _) => points.min(of),
            (None, Some(percent)) => of.share(u64::from(percent), 100),
            (None, None) => Points::ZERO,
        }
    }
}

/// What a `levels` item gives when a fact is 0: there was nothing to do well or badly.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Nothing {
    /// The fact.
    pub fact: FactId,
    /// What it is worth.
    pub worth: Worth,
    /// A fact that must be at least 1 for it, else it is worth nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<FactId>,
}

/// What the unstated part of a ratio's floor is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unstated {
    /// What it is worth.
    pub worth: Worth,
    /// A fact that must be at least 1 for it, else it is worth nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<FactId>,
}

/// None, half or all of the points.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// Nothing.
    #[default]
    None,
    /// Half.
    Half,
    /// Everything.
    Full,
}

impl Worth {
    /// In halves: 0, 1 or 2.
    pub fn halves(self) -> u64 {
        match self {
            Self::None => 0,
            Self::Half => 1,
            Self::Full => 2,
        }
    }
}

/// A target or a floor: a plain number, or one that follows a fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Amount {
    /// This many.
    Fixed(u32),
    /// So many for each of a fact.
    Of(AmountOf),
}

// By hand: the derived reader of an untagged enum forgets where it is.
impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct NumberOrObject;
        impl<'de> Visitor<'de> for NumberOrObject {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or an object")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Amount, E> {
                let fits = u32::try_from(number).map(Amount::Fixed);
                fits.map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &"at most 4294967295"))
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Amount, A::Error> {
                AmountOf::deserialize(MapAccessDeserializer::new(members)).map(Amount::Of)
            }
        }
        reader.deserialize_any(NumberOrObject)
    }
}

/// A fact × `times` ÷ `over`, rounded up, at least `at_least`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AmountOf {
    /// The fact.
    pub of: FactId,
    /// Times this.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub times: u32,
    /// Divided by this, not 0.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub over: u32,
    /// Never less than this.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub at_least: u32,
}

impl Amount {
    /// The most it ever is: no fact comes near it, and a score that is made of it overflows nowhere.
    pub const MOST: u64 = 1_000_000_000_000;

    /// The fact it follows, if any.
    pub fn follows(&self) -> Option<&FactId> {
        match self {
            Self::Fixed(_) => None,
            Self::Of(amount) => Some(&amount.of),
        }
    }

    /// How many it is when the fact it follows is `fact` (ignored by a plain number).
    pub fn of(&self, fact: u64) -> u64 {
        match self {
            Self::Fixed(amount) => u64::from(*amount),
            Self::Of(amount) => fact
                .saturating_mul(u64::from(amount.times))
                .div_ceil(u64::from(amount.over.max(1)))
                .max(u64::from(amount.at_least))
                .min(Self::MOST),
        }
    }
}

impl Item {
    /// Every fact its score reads, in the order in which a person is asked; derived facts as they are.
    pub fn reads(&self) -> Vec<&FactId> {
        match &self.scale {
            Scale::YesNo | Scale::Text { .. } => Vec::new(),
            Scale::Levels { nothing, .. } => {
                nothing.iter().flat_map(|n| std::iter::once(&n.fact).chain(&n.needs)).collect()
            }
            Scale::Count { counts, target, .. } => counts.iter().chain(target.follows()).collect(),
            Scale::Steps { counts, .. } | Scale::Deduct { counts, .. } => counts.iter().collect(),
            Scale::Ratio { part, whole, floor, unstated, .. } => [whole, part]
                .into_iter()
                .chain(floor.iter().filter_map(Amount::follows))
                .chain(unstated.iter().filter_map(|u| u.needs.as_ref()))
                .collect(),
        }
    }

    /// Whether it is answered by facts alone, with nothing to choose or type at the item.
    pub fn by_facts(&self) -> bool {
        match &self.scale {
            Scale::Ratio { .. } => true,
            Scale::Count { counts, .. } | Scale::Steps { counts, .. } | Scale::Deduct { counts, .. } => {
                counts.is_some()
            }
            Scale::YesNo | Scale::Levels { .. } | Scale::Text { .. } => false,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(flag: &bool) -> bool {
    *flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}
