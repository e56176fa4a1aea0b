//! Why an item got what it got, as data: the sentence stands in `crate::i18n`.

use crate::model::standard::ids::{FactId, ReasonId};
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;

/// A target or a floor as it was reckoned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// How many it is.
    pub number: u64,
    /// The fact that it follows, with its value, if it follows one.
    pub follows: Option<(FactId, u64)>,
    /// How many it is in a whole year, and the months in operation, 1 to 12, where these make it less.
    pub yearly: Option<(u64, u8)>,
}

/// How a share was reckoned: (counted + what is missing to the floor × its worth) ÷ the larger of floor and whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RatioReason {
    /// How many of them, as typed.
    pub part: u64,
    /// Of how many that were stated. More of a part than of these gains nothing.
    pub whole: u64,
    /// The floor that was divided by instead, if it is larger.
    pub floor: Option<Wanted>,
    /// What each that is missing to the floor is worth.
    pub worth: Worth,
    /// The fact that is 0, for which they are worth nothing, if there is one.
    pub withheld: Option<FactId>,
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
        self.floor.as_ref().map_or(self.whole, |floor| floor.number)
    }

    /// How many are missing to the floor.
    pub fn missing(&self) -> u64 {
        self.divisor().saturating_sub(self.whole)
    }

    /// Whether it is the one number divided by the other, as they were typed.
    pub fn is_plain(&self) -> bool {
        self.part <= self.whole && self.missing() == 0
    }

    /// What it gives of these points. In halves, so that nothing is lost.
    fn of(&self, all: Points) -> Points {
        share(all, self.target, self.counted(), self.missing() * self.worth.halves(), self.divisor())
    }
}

/// Of these points: so many, and so many halves, of a whole of which so many percent give everything.
pub(super) fn share(all: Points, percent: u8, counted: u64, halves: u64, whole: u64) -> Points {
    all.share(100 * (2 * counted + halves), 2 * u64::from(percent) * whole)
}

/// There was nothing to count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NothingReason {
    /// The fact that is 0.
    pub fact: FactId,
    /// What it is worth.
    pub worth: Worth,
    /// Another fact that is 0, for which it is worth nothing, if there is one.
    pub missing: Option<FactId>,
}

/// Why an item got what it got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScoreReason {
    /// Nothing chosen or typed yet.
    Open,
    /// These numbers are still missing.
    Missing {
        /// The facts, in the standard's order.
        facts: Vec<FactId>,
        /// What the item gives whatever they are, if that is so.
        anyway: Option<Points>,
    },
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
        /// What it gives.
        points: Points,
        /// How many percent of the item's points that is, where the standard says it so.
        percent: Option<u8>,
    },
    /// So many of so many wanted.
    Count {
        /// What there was.
        actual: u64,
        /// What gives full points.
        target: Wanted,
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
    /// There was nothing to count.
    Nothing(NothingReason),
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
    /// An assessor gave so many points, by no rule.
    Assessed(Points),
}

impl ScoreReason {
    /// Whether something is still to be answered.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Open | Self::Missing { .. } => true,
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
            | Self::Text
            | Self::Assessed(_) => false,
        }
    }

    /// What it gives of an item's points, before these are cut to the standard's step; nothing while something is open.
    /// What a person is told is made of the same numbers, so that whoever reckons again comes to the same.
    pub fn gives(&self, all: Points) -> Option<Points> {
        let points = match self {
            Self::Open | Self::Missing { .. } => return None,
            Self::NotApplicable(_) | Self::Yes(true) => all,
            Self::Yes(false) | Self::Text => Points::ZERO,
            Self::Level { points, .. } | Self::Parts { points, .. } | Self::Assessed(points) => *points,
            Self::Count { actual, target } => all.share(*actual, target.number),
            Self::Steps { times, first, further } => steps(*times, *first, *further),
            Self::Ratio(ratio) => ratio.of(all),
            Self::Nothing(nothing) => all.share(nothing.worth.halves(), 2),
            Self::Faults { faults, each } => all.less(taken(*each, *faults)),
            Self::FaultList(found) => {
                let each = found.iter().map(|(many, each)| Some(taken(*each, (*many)?)));
                all.less(each.sum::<Option<Points>>()?)
            }
        };
        Some(points.min(all))
    }
}

/// What so many times give together.
pub(super) fn steps(times: u64, first: Points, further: Points) -> Points {
    times
        .checked_sub(1)
        .map_or(Points::ZERO, |more| Points::hundredths(first.get().saturating_add(further.get().saturating_mul(more))))
}

/// What so many faults of this size take.
pub(super) fn taken(each: Points, faults: u64) -> Points {
    Points::hundredths(each.get().saturating_mul(faults))
}
