//! A text that is written and gives no points (文字说明).

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::kind::{Checks, Given, Kind, MISFIT, Numbers, Scored, Waits};
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::ScoreReason;
use serde::{Deserialize, Serialize};

/// The longest text that any standard may ask for, in characters.
pub const MAX_TEXT: u32 = 10_000;

/// Text that travels with the submission and gives no points.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TextScale {
    /// The longest it may be, in characters.
    #[cfg_attr(test, schemars(range(min = 1, max = 10_000)))]
    pub at_most: u32,
}

impl TextScale {
    fn is_longer(&self, characters: usize) -> bool {
        usize::try_from(self.at_most).is_ok_and(|most| characters > most)
    }
}

impl Kind for TextScale {
    fn reads(&self) -> Vec<&FactId> {
        Vec::new()
    }

    fn ask(&self, _: Points) -> Question<'_> {
        Question::Text { at_most: self.at_most }
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        vec![PaperLine::Text(self.at_most)]
    }

    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        let Given::Text { characters, .. } = given else { return MISFIT };
        self.is_longer(*characters).then_some(("choice.text", Fault::TooLong { most: self.at_most }))
    }

    fn score(&self, points: Points, given: Option<&Given<'_>>, _: &dyn Numbers) -> Scored {
        match given {
            Some(Given::Text { characters, blank: false }) if !self.is_longer(*characters) => {
                Scored::by(points, ScoreReason::Text)
            }
            _ => Scored::waits(Waits::Answer, [Points::ZERO]),
        }
    }

    fn lint(&self, _: Points, checks: &mut dyn Checks) {
        checks.within("at_most", u64::from(self.at_most), 1, u64::from(MAX_TEXT));
    }
}
