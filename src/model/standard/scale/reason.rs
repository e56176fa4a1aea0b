//! Why an item got what it got, as data: the sentence stands in `crate::i18n`.

use crate::model::standard::ids::{FactId, ReasonId};
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;

/// How a share was reckoned: (counted + what is missing to the floor × its worth) ÷ the larger of floor and whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RatioReason {
    /// How many of them, as typed.
    pub part: u64,
    /// Of how many that were stated. More of a part than of these gains nothing.
    pub whole: u64,
    /// The floor that was divided by instead, if it is larger.
    pub floor: Option<u64>,
    /// What each that is missing to the floor is worth.
    pub worth: Worth,
    /// What gives full points, in percent.
    pub target: u8,
}

impl RatioReason {
    /// How many count.
    pub fn counted(&self) -> u64 {
        self.part.min(self.whole)
    }

    /// What is divided by.
    pub fn divisor(&self) -> u64 {
        self.floor.unwrap_or(self.whole)
    }

    /// How many are missing to the floor.
    pub fn missing(&self) -> u64 {
        self.divisor().saturating_sub(self.whole)
    }
}

/// Why an item got what it got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScoreReason {
    /// Nothing chosen or typed yet.
    Open,
    /// These numbers are still missing.
    Missing(Vec<FactId>),
    /// It does not apply: full points and a flag.
    NotApplicable(ReasonId),
    /// Yes or no.
    Yes(bool),
    /// This level, counted from 0, of so many.
    Level {
        /// The level.
        level: u8,
        /// How many levels there are.
        of: usize,
    },
    /// So many of so many wanted.
    Count {
        /// What there was.
        actual: u64,
        /// What gives full points.
        target: u64,
    },
    /// So many times.
    Steps {
        /// What there was.
        times: u64,
        /// What the first time gives.
        first: Points,
        /// What each further time gives.
        further: Points,
    },
    /// A share.
    Ratio(RatioReason),
    /// There was nothing to count; so much it is worth.
    Nothing(Worth),
    /// So many faults.
    Faults {
        /// What there was.
        faults: u64,
        /// What each takes away.
        each: Points,
    },
    /// Faults of different size: how many of each there were, none where that is not said yet, and what each of them
    /// takes away.
    FaultList(Vec<(Option<u64>, Points)>),
    /// These parts are there, counted from 0, of so many.
    Parts {
        /// The parts, rising.
        there: Vec<u8>,
        /// How many parts there are.
        of: usize,
        /// What they give together.
        points: Points,
    },
    /// A text was written.
    Text,
}

impl ScoreReason {
    /// Whether something is still to be answered.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Open | Self::Missing(_) => true,
            Self::FaultList(faults) => faults.iter().any(|(many, _)| many.is_none()),
            Self::NotApplicable(_)
            | Self::Yes(_)
            | Self::Level { .. }
            | Self::Count { .. }
            | Self::Steps { .. }
            | Self::Ratio(_)
            | Self::Nothing(_)
            | Self::Faults { .. }
            | Self::Parts { .. }
            | Self::Text => false,
        }
    }
}
