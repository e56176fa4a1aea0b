//! Points as whole hundredths, and ranges of them while something is still open. No floats: paper
//! and program must agree to the last digit.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// Points in whole hundredths: 3 points are 300. From 0 to 1,000,000 hundredths in any file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("maximum" = 1_000_000)))]
#[serde(try_from = "u64")]
pub struct Points(u64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);
    /// The most that any file may state, in hundredths.
    pub const MOST: u64 = 1_000_000;

    /// From whole hundredths, cut down to the most there may be.
    pub fn hundredths(hundredths: u64) -> Self {
        Self(hundredths.min(Self::MOST))
    }

    /// In whole hundredths.
    pub fn get(self) -> u64 {
        self.0
    }

    /// This many points × `part` ÷ `whole`, cut down to a whole hundredth and never more than all.
    /// Nothing when `whole` is 0.
    #[must_use]
    pub fn share(self, part: u64, whole: u64) -> Self {
        match u128::from(self.0).saturating_mul(u128::from(part)).checked_div(u128::from(whole)) {
            Some(share) => u64::try_from(share).map_or(self, |share| Self(share.min(self.0))),
            None => Self::ZERO,
        }
    }

    /// Cut down to a multiple of the step. A step of 0 cuts nothing.
    #[must_use]
    pub fn cut(self, step: Self) -> Self {
        Self(self.0 - self.0.checked_rem(step.0).unwrap_or(0))
    }

    /// Less so many, never under 0.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl TryFrom<u64> for Points {
    type Error = &'static str;

    fn try_from(hundredths: u64) -> Result<Self, Self::Error> {
        if hundredths <= Self::MOST { Ok(Self(hundredths)) } else { Err("more than 1000000 hundredths of a point") }
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    /// As a person writes it: `3`, `1.9`, `0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// A score that is not settled yet: it will end between `low` and `high`, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Range {
    /// At least this.
    pub low: Points,
    /// At most this.
    pub high: Points,
}

impl Range {
    /// A settled score.
    pub fn exact(points: Points) -> Self {
        Self { low: points, high: points }
    }

    /// Anything from nothing to so many.
    pub fn up_to(high: Points) -> Self {
        Self { low: Points::ZERO, high }
    }

    /// The one value it can only be, if so.
    pub fn settled(self) -> Option<Points> {
        (self.low == self.high).then_some(self.low)
    }

    /// Both ends, cut off at `cap`.
    #[must_use]
    pub fn capped(self, cap: Points) -> Self {
        Self { low: self.low.min(cap), high: self.high.min(cap) }
    }
}

impl Add for Range {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl Sum for Range {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_as_people_write_them() {
        let written = [300, 190, 25, 5, 0, 10000].map(|n| Points::hundredths(n).to_string());
        assert_eq!(written, ["3", "1.9", "0.25", "0.05", "0", "100"]);
    }

    #[test]
    fn two_thirds_of_three_points_are_cut_down_to_one_point_nine() {
        let points = Points::hundredths(300).share(66, 100).cut(Points::hundredths(10));
        assert_eq!(points, Points::hundredths(190));
    }

    #[test]
    fn a_share_is_never_more_than_the_whole_and_nothing_of_nothing() {
        assert_eq!(Points::hundredths(300).share(7, 5), Points::hundredths(300));
        assert_eq!(Points::hundredths(300).share(7, 0), Points::ZERO);
    }
}
