//! All or nothing (是否项).

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::kind::{Checks, Given, Kind, MISFIT, Numbers, Scored, Waits};
use crate::model::standard::scale::question::{ChoiceOption, OptionValue, PaperLine, Question};
use crate::model::standard::scale::reason::ScoreReason;

/// All or nothing. There is nothing to say of it, so that it has no members in a file.
pub(super) struct YesNoScale;

impl Kind for YesNoScale {
    fn reads(&self) -> Vec<&FactId> {
        Vec::new()
    }

    fn ask(&self, points: Points) -> Question<'_> {
        let option = |yes, points| ChoiceOption { says: OptionValue::Yes(yes), points };
        Question::Choose(vec![option(true, points), option(false, Points::ZERO)])
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        vec![PaperLine::Boxes(vec![OptionValue::Yes(true), OptionValue::Yes(false)])]
    }

    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        if matches!(given, Given::Yes(_)) { None } else { MISFIT }
    }

    fn score(&self, points: Points, given: Option<&Given<'_>>, _: &dyn Numbers) -> Scored {
        let Some(Given::Yes(yes)) = given else { return Scored::waits(Waits::Answer, [Points::ZERO, points]) };
        Scored::by(points, ScoreReason::Yes(*yes))
    }

    fn lint(&self, _: Points, _: &mut dyn Checks) {}
}
