//! Parts that each give points of their own (有A得1分、有B得1分): those that are there are ticked.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::kind::{Checks, Given, Kind, MAX_PARTS, MISFIT, Numbers, Scored, Waits};
use crate::model::standard::scale::question::{PaperLine, Question, TickOption};
use crate::model::standard::scale::reason::ScoreReason;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// Parts that each give points of their own; together they give the item's points. One that is there is ticked, and
/// that none is there is an answer as well.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PartScale {
    /// The parts.
    pub parts: Vec<Part>,
}

/// One of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Part {
    /// What must be there.
    pub words: Words,
    /// What it gives, in hundredths.
    pub points: Points,
}

impl PartScale {
    fn gives(&self, part: u8) -> Option<Points> {
        self.parts.get(usize::from(part)).map(|part| part.points)
    }
}

impl Kind for PartScale {
    fn reads(&self) -> Vec<&FactId> {
        Vec::new()
    }

    fn ask(&self, _: Points) -> Question<'_> {
        Question::Tick(self.parts.iter().map(|part| TickOption { words: &part.words, points: part.points }).collect())
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        self.parts.iter().map(|part| PaperLine::Box(&part.words)).collect()
    }

    /// Rising, so that one answer has one form.
    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        let Given::Parts(there) = given else { return MISFIT };
        let most = u64::try_from(self.parts.len()).unwrap_or(0).saturating_sub(1);
        let known = there.iter().all(|part| self.gives(*part).is_some());
        let rising = there.is_sorted_by(|low, high| low < high);
        let fault = if known { Fault::DoesNotFit } else { Fault::OutOfRange { least: 0, most } };
        (!known || !rising).then_some(("choice.parts", fault))
    }

    fn score(&self, all: Points, given: Option<&Given<'_>>, _: &dyn Numbers) -> Scored {
        let Some(Given::Parts(there)) = given else { return Scored::waits(Waits::Answer, [Points::ZERO, all]) };
        let points = there.iter().filter_map(|part| self.gives(*part)).sum();
        Scored::by(all, ScoreReason::Parts { there: there.to_vec(), of: self.parts.len(), points })
    }

    fn lint(&self, points: Points, checks: &mut dyn Checks) {
        if self.parts.is_empty() {
            checks.refuse("parts", Fault::NothingHere);
        }
        checks.at_most("parts", self.parts.len(), MAX_PARTS);
        for (index, part) in self.parts.iter().enumerate() {
            let place = format!("parts[{index}]");
            checks.words(&format!("{place}.words"), &part.words);
            checks.on_step(&format!("{place}.points"), part.points);
            checks.within(&format!("{place}.points"), part.points.get(), 1, points.get());
        }
        let found: Points = self.parts.iter().map(|part| part.points).sum();
        if found != points {
            checks.refuse("parts", Fault::Sum { stated: points, found });
        }
    }
}
