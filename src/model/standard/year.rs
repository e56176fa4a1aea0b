//! A standard's year: the days within which things count, the steps with their days, and how much must be answered
//! before stars are spoken of.

use crate::model::date::CivilDate;
use crate::model::standard::ids::AssessorId;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// The days within which what is counted has to lie (统计期间), both included. A submission is due before the year
/// ends, so the year that is counted is not that of the calendar; what comes later counts for the next one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Period {
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub to: CivilDate,
}

/// A step of the year, with its day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CycleStep {
    /// What happens.
    pub words: Words,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// Who gives a score in it, if anybody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AssessorId>,
}

/// How many percent of the scored items must be answered before stars are shown, 1 to 100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("minimum" = 1, "maximum" = 100)))]
#[serde(try_from = "u64")]
pub struct AnsweredShare(u8);

impl AnsweredShare {
    /// How many answers that is of so many items, rounded up.
    pub fn of(self, items: usize) -> usize {
        items.saturating_mul(usize::from(self.0)).div_ceil(100)
    }

    /// Whether it is what counts where a standard says nothing; the program itself writes no standard.
    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for AnsweredShare {
    /// Four fifths.
    fn default() -> Self {
        Self(80)
    }
}

impl TryFrom<u64> for AnsweredShare {
    type Error = &'static str;

    fn try_from(percent: u64) -> Result<Self, Self::Error> {
        match u8::try_from(percent) {
            Ok(percent @ 1..=100) => Ok(Self(percent)),
            _ => Err("not from 1 to 100 percent"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_answers_is_rounded_up_and_never_none_of_them() {
        let of = |percent: u64, items| AnsweredShare::try_from(percent).map(|share| share.of(items));
        assert_eq!(of(80, 49), Ok(40));
        assert_eq!((of(1, 22), of(100, 22)), (Ok(1), Ok(22)));
        assert!([0, 101, 256 + 80].into_iter().all(|percent| AnsweredShare::try_from(percent).is_err()));
    }
}
