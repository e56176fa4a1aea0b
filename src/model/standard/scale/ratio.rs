//! A share (按比率计分): so many of so many.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::{Amount, Worth};
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, MISFIT, NumberRange, Numbers, Scored, Waits, check_amount, nothing, wanted, wanted_span,
    worth, worths,
};
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::{RatioReason, ScoreReason, share};
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

impl RatioScale {
    /// D = max(stated, floor); points × min(100 × (n + w × (D − stated)), t × D) ÷ (t × D). So receiving and answering
    /// one more never lowers the score. Nothing while a number is open.
    fn reason(&self, numbers: &dyn Numbers) -> Option<ScoreReason> {
        let (part, whole) = (numbers.value(&self.part)?, numbers.value(&self.whole)?);
        let floor = match &self.floor {
            Some(floor) => Some(wanted(floor, self.per_year, numbers)?),
            None => None,
        };
        let (worth, withheld) = match &self.unstated {
            Some(unstated) => worth(unstated.worth, unstated.needs.as_ref(), numbers)?,
            None => (Worth::None, None),
        };
        let floor = floor.filter(|floor| floor.number > whole);
        if whole == 0 && floor.is_none() {
            return Some(nothing(&self.whole, worth, withheld));
        }
        // More of a part than of the whole is a slip of the pen; it is told, and gains nothing.
        Some(ScoreReason::Ratio(RatioReason { part, whole, floor, worth, withheld, target: self.target }))
    }

    /// What it may still give: among these are the least and the most. More of the part is never worse, and neither a
    /// floor nor a worth has its best or its worst between its ends; a whole is best where it is the part.
    fn ends(&self, points: Points, numbers: &dyn Numbers) -> Vec<Points> {
        let (part, whole) = (numbers.span(&self.part), numbers.span(&self.whole));
        let floor =
            self.floor.as_ref().map_or(NumberRange::known(0), |floor| wanted_span(floor, self.per_year, numbers));
        let worths = match &self.unstated {
            Some(unstated) => worths(unstated.worth, unstated.needs.as_ref(), numbers),
            None => vec![Worth::None],
        };
        let mut ends = Vec::new();
        for part in [part.least, part.most] {
            for whole in [whole.least, whole.most, part.clamp(whole.least, whole.most)] {
                for floor in [floor.least, floor.most] {
                    ends.extend(worths.iter().map(|worth| self.gives(points, part, whole, floor, *worth)));
                }
            }
        }
        ends
    }

    fn gives(&self, points: Points, part: u64, whole: u64, floor: u64, worth: Worth) -> Points {
        let divisor = whole.max(floor);
        if divisor == 0 {
            return points.share(worth.halves(), 2);
        }
        share(points, self.target, part.min(whole), worth.halves() * (divisor - whole), divisor)
    }
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

    fn score(&self, points: Points, _: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored {
        match self.reason(numbers) {
            Some(why) => Scored::by(points, why),
            None => Scored::waits(Waits::Numbers, self.ends(points, numbers)),
        }
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
