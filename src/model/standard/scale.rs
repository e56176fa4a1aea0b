//! How an answer becomes points (计分方式): a closed list of kinds, each a file of its own with its data, what it asks
//! on screen and paper, its points with the reason, and its lint. This is the only place that lists them; whoever
//! draws, prints or scores an item is handed data.

pub mod amount;
pub mod count;
pub mod deduct;
pub mod kind;
pub mod levels;
pub mod parts;
pub mod question;
pub mod ratio;
pub mod reason;
pub mod steps;
pub mod text;
pub mod yes_no;

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::count::CountScale;
use crate::model::standard::scale::deduct::DeductScale;
use crate::model::standard::scale::kind::{Checks, Given, Kind, Numbers, Scored};
use crate::model::standard::scale::levels::LevelScale;
use crate::model::standard::scale::parts::PartScale;
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::ratio::RatioScale;
use crate::model::standard::scale::steps::StepScale;
use crate::model::standard::scale::text::TextScale;
use crate::model::standard::scale::yes_no::YesNoScale;
use serde::{Deserialize, Serialize};

/// How an answer becomes points. With these every capped point table in use can be written down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// All or nothing.
    YesNo,
    /// Named steps, rising; the first gives nothing, the last everything.
    Levels(LevelScale),
    /// Points × min(actual, target) ÷ target.
    Count(CountScale),
    /// The first time so much, each further time so much, at most the item's points (首次加递增封顶).
    Steps(StepScale),
    /// `part` of `whole`, with a floor below which the whole is not counted.
    Ratio(RatioScale),
    /// Full points less so much per fault, never under nothing (每少一人扣).
    Deduct(DeductScale),
    /// Parts that each give points of their own (有A得1分、有B得1分).
    Parts(PartScale),
    /// Text that travels with the submission and gives no points.
    Text(TextScale),
}

impl Scale {
    /// The kind, and the key under which its members stand in a file; none where it has no members.
    fn kind(&self) -> (&'static str, &dyn Kind) {
        match self {
            Self::YesNo => ("", &YesNoScale),
            Self::Levels(kind) => ("levels", kind),
            Self::Count(kind) => ("count", kind),
            Self::Steps(kind) => ("steps", kind),
            Self::Ratio(kind) => ("ratio", kind),
            Self::Deduct(kind) => ("deduct", kind),
            Self::Parts(kind) => ("parts", kind),
            Self::Text(kind) => ("text", kind),
        }
    }

    /// Every fact its score reads, in the order in which a person is asked; derived facts as they are.
    pub(super) fn reads(&self) -> Vec<&FactId> {
        self.kind().1.reads()
    }

    /// What is asked, of an item of so many points.
    pub(super) fn ask(&self, points: Points) -> Question<'_> {
        self.kind().1.ask(points)
    }

    /// Where it is answered on paper.
    pub fn print(&self) -> Vec<PaperLine<'_>> {
        self.kind().1.print()
    }

    /// Why this answer does not fit, with the key it stands under.
    pub fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        self.kind().1.misfit(given)
    }

    /// What an item of so many points gives, and why. `given` is nothing while nothing is said.
    pub fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored {
        self.kind().1.score(points, given, numbers)
    }

    /// The key under which its members stand in a file; empty where it has none.
    pub(super) fn key(&self) -> &'static str {
        self.kind().0
    }

    /// What does not hold together in an item of so many points.
    pub(super) fn lint(&self, points: Points, checks: &mut dyn Checks) {
        self.kind().1.lint(points, checks);
    }
}
