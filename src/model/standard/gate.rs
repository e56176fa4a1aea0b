//! Conditions on answers, facts and section totals that forbid, cap or allow stars, apart from points.
//! They are data: a county writes its own 一票否决 without touching the program.

use crate::model::standard::ids::{FactId, GateId, ItemId, LineId, SectionId};
use crate::model::standard::item::Source;
use crate::model::standard::points::Points;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// A gate (否决、封顶): when its condition holds, it takes stars away. It never gives any.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gate {
    /// Its name within the standard, such as `V1`.
    pub id: GateId,
    /// What it says.
    pub words: Words,
    /// What it does.
    pub effect: Effect,
    /// When it does it.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// What a gate does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// No star at all (一票否决).
    Veto,
    /// At most this line (封顶).
    Cap(LineId),
}

/// A star line (星级线): what it takes to reach it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Line {
    /// Its name within the standard.
    pub id: LineId,
    /// What a unit that reaches it is called, such as 五星 or 优秀.
    pub words: Words,
    /// How many stars are drawn for it, 0 to 10; 0 draws none.
    #[serde(default)]
    pub stars: u8,
    /// From how many points on, in hundredths.
    pub at_least: Points,
    /// What must hold besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Condition>,
}

/// Something that holds, does not hold, or cannot be told yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// An item's score, in hundredths.
    Item {
        /// The item.
        item: ItemId,
        /// How it compares.
        is: Compare,
    },
    /// A section's total, in hundredths.
    Section {
        /// The section.
        section: SectionId,
        /// How it compares.
        is: Compare,
    },
    /// A fact.
    Fact {
        /// The fact.
        fact: FactId,
        /// How it compares.
        is: Compare,
        /// Whether the number shrinks with the months in operation.
        #[serde(default, skip_serializing_if = "is_false")]
        per_year: bool,
    },
    /// A raw rate, `part` ÷ `whole` in percent, without any floor.
    Rate {
        /// How many of them.
        part: FactId,
        /// Of how many.
        whole: FactId,
        /// How it compares, in percent.
        is: Compare,
        /// Whether it holds when the whole is 0.
        #[serde(default)]
        none_stated: bool,
    },
    /// At least one of these.
    Any(Vec<Condition>),
    /// Set by the county alone.
    Finding,
    /// That the unit was visited (现场核实), which only the county knows. Of star lines alone.
    Visited,
}

/// A comparison with a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// This or more.
    AtLeast(u32),
    /// This or less.
    AtMost(u32),
    /// Less than this.
    Below(u32),
}

impl Compare {
    /// The number.
    pub fn number(self) -> u32 {
        match self {
            Self::AtLeast(number) | Self::AtMost(number) | Self::Below(number) => number,
        }
    }

    /// The same comparison with another number.
    #[must_use]
    pub fn with(self, number: u32) -> Self {
        match self {
            Self::AtLeast(_) => Self::AtLeast(number),
            Self::AtMost(_) => Self::AtMost(number),
            Self::Below(_) => Self::Below(number),
        }
    }

    /// Whether it holds for this value.
    pub fn holds(self, value: u64) -> bool {
        let number = u64::from(self.number());
        match self {
            Self::AtLeast(_) => value >= number,
            Self::AtMost(_) => value <= number,
            Self::Below(_) => value < number,
        }
    }

    /// Whether `part` ÷ `whole` in percent holds; `whole` is not 0.
    pub fn holds_of(self, part: u64, whole: u64) -> bool {
        let (rate, number) = (part.saturating_mul(100), u64::from(self.number()).saturating_mul(whole));
        match self {
            Self::AtLeast(_) => rate >= number,
            Self::AtMost(_) => rate <= number,
            Self::Below(_) => rate < number,
        }
    }
}

impl Condition {
    /// Whether only the county can set it.
    pub fn is_finding(&self) -> bool {
        matches!(self, Self::Finding)
    }

    /// Whether it holds once the unit was visited.
    pub fn is_visit(&self) -> bool {
        matches!(self, Self::Visited)
    }

    /// Every fact it reads.
    pub fn reads(&self) -> Vec<&FactId> {
        match self {
            Self::Item { .. } | Self::Section { .. } | Self::Finding | Self::Visited => Vec::new(),
            Self::Fact { fact, .. } => vec![fact],
            Self::Rate { part, whole, .. } => vec![part, whole],
            Self::Any(of) => of.iter().flat_map(Self::reads).collect(),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}
