//! Numbers that several kinds of items are made of: targets and floors, and what nothing is worth.

use crate::model::standard::ids::FactId;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

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
