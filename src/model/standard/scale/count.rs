//! In proportion to how often something was done (按次数比例计分).

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Amount;
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, NumberRange, Numbers, Scored, Waits, check_amount, check_number, counted, misfit_of_count,
    wanted, wanted_span,
};
use crate::model::standard::scale::question::{PaperLine, Question, number_line, number_question};
use crate::model::standard::scale::reason::ScoreReason;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// Points × min(actual, target) ÷ target.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CountScale {
    /// The fact that is counted; without one the number is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<FactId>,
    /// What is counted, where it is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// From where on it gives full points.
    pub target: Amount,
    /// Whether the target shrinks with the months in operation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_year: bool,
}

impl Kind for CountScale {
    fn reads(&self) -> Vec<&FactId> {
        self.counts.iter().chain(self.target.follows()).collect()
    }

    fn ask(&self, _: Points) -> Question<'_> {
        number_question(self.counts.as_ref(), self.unit.as_ref())
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        number_line(self.counts.as_ref(), self.unit.as_ref())
    }

    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        misfit_of_count(self.counts.as_ref(), given)
    }

    fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored {
        let actual = counted(self.counts.as_ref(), given, numbers);
        let (waits, actual) = match (actual, wanted(&self.target, self.per_year, numbers)) {
            (Ok(actual), Some(target)) => return Scored::by(points, ScoreReason::Count { actual, target }),
            (Ok(actual), None) => (Waits::Numbers, NumberRange::known(actual)),
            (Err(open), _) => open,
        };
        let target = wanted_span(&self.target, self.per_year, numbers);
        let ends = [(actual.least, target.most), (actual.most, target.least)];
        Scored::waits(waits, ends.map(|(actual, target)| points.share(actual, target)))
    }

    fn lint(&self, _: Points, checks: &mut dyn Checks) {
        check_number(self.counts.as_ref(), self.unit.as_ref(), checks);
        check_amount("target", &self.target, 1, checks);
    }
}
