//! So much for the first time, so much for each further one (首次加递增封顶).

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, Numbers, Scored, check_number, counted, misfit_of_count,
};
use crate::model::standard::scale::question::{PaperLine, Question, number_line, number_question};
use crate::model::standard::scale::reason::{ScoreReason, steps};
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// The first time so much, each further time so much, at most the item's points (首次加递增封顶).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepScale {
    /// The fact that is counted; without one the number is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<FactId>,
    /// What is counted, where it is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// For the first time, in hundredths.
    pub first: Points,
    /// For each further time, in hundredths.
    pub further: Points,
}

impl Kind for StepScale {
    fn reads(&self) -> Vec<&FactId> {
        self.counts.iter().collect()
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
        let (first, further) = (self.first, self.further);
        match counted(self.counts.as_ref(), given, numbers) {
            Ok(times) => Scored::by(points, ScoreReason::Steps { times, first, further }),
            Err((waits, may)) => {
                let ends = [may.least, may.most].map(|times| steps(times, first, further).min(points));
                Scored::waits(waits, ends)
            }
        }
    }

    fn lint(&self, points: Points, checks: &mut dyn Checks) {
        check_number(self.counts.as_ref(), self.unit.as_ref(), checks);
        checks.within("first", self.first.get(), 1, points.get());
        checks.within("further", self.further.get(), 0, points.get());
    }
}
