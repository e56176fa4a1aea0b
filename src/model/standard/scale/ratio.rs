//! A share (按比率计分): so many of so many.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::{Amount, Worth};
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, MISFIT, Numbers, Scored, Waits, amount, check_amount, nothing, value, worth,
};
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::{RatioReason, ScoreReason};
use serde::{Deserialize, Serialize};

/// `part` of `whole`, with a floor below which the whole is not counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RatioScale {
    /// How many of them.
    pub part: FactId,
    /// Of how many that are stated.
    pub whole: FactId,
    /// The least that is divided by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Amount>,
    /// Whether the floor shrinks with the months in operation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_year: bool,
    /// The share that gives full points, in percent, 1 to 100.
    #[cfg_attr(test, schemars(range(min = 1, max = 100)))]
    pub target: u8,
    /// What the part of the floor that is not stated is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unstated: Option<Unstated>,
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

impl Kind for RatioScale {
    fn reads(&self) -> Vec<&FactId> {
        [&self.whole, &self.part]
            .into_iter()
            .chain(self.floor.iter().filter_map(Amount::follows))
            .chain(self.unstated.iter().filter_map(|unstated| unstated.needs.as_ref()))
            .collect()
    }

    fn ask(&self, _: Points) -> Question<'_> {
        Question::FactsAlone
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        vec![PaperLine::Fact(&self.part), PaperLine::Fact(&self.whole)]
    }

    fn misfit(&self, _: &Given<'_>) -> Option<(&'static str, Fault)> {
        MISFIT
    }

    /// D = max(stated, floor); points × min(100 × (n + w × (D − stated)), t × D) ÷ (t × D), with w in halves so that
    /// nothing is lost. So receiving and answering one more never lowers the score.
    fn score(&self, points: Points, _: Option<&Given<'_>>, numbers: &dyn Numbers) -> Result<Scored, Waits> {
        let (part, stated) = (value(numbers, &self.part)?, value(numbers, &self.whole)?);
        let floor = self.floor.as_ref().map_or(Ok(0), |floor| amount(floor, self.per_year, numbers))?;
        let worth = match &self.unstated {
            Some(unstated) => worth(unstated.worth, unstated.needs.as_ref(), numbers)?,
            None => Worth::None,
        };
        let divisor = stated.max(floor);
        if divisor == 0 {
            return Ok(nothing(points, worth));
        }
        // More of a part than of the whole is a slip of the pen; it is told, and gains nothing.
        let halves = 2 * part.min(stated) + worth.halves() * (divisor - stated);
        let floor = (floor > stated).then_some(floor);
        let why = ScoreReason::Ratio(RatioReason { part, whole: stated, floor, worth, target: self.target });
        Ok(Scored::exact(points.share(100 * halves, 2 * u64::from(self.target) * divisor), why))
    }

    fn lint(&self, _: Points, checks: &mut dyn Checks) {
        checks.within("target", u64::from(self.target), 1, 100);
        if let Some(floor) = &self.floor {
            check_amount("floor", floor, 0, checks);
        }
        if checks.is_sum(&self.part) {
            checks.refuse("part", Fault::Derived(self.part.to_string()));
        }
    }
}
