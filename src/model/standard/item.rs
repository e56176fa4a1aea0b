//! An item (项目) of a standard: what is asked, how it is scored, and why it is asked.

use crate::model::standard::ids::{FactId, ItemId, ReasonId};
use crate::model::standard::points::Points;
use crate::model::standard::scale::Scale;
use crate::model::standard::scale::question::Question;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// One item. Its words, points and scale make its digest; changing one of them asks for a new answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own in a file")]
pub struct Item {
    /// Its name within the standard, such as `G4`.
    pub id: ItemId,
    /// What is asked.
    pub words: Words,
    /// The most it gives, in hundredths.
    pub points: Points,
    /// How the answer becomes points.
    pub scale: Scale,
    /// What a person can show for it.
    pub evidence: Words,
    /// A plain example of a good answer.
    pub example: Words,
    /// How much work it takes to win it: 1 (an afternoon) to 3 (the whole year).
    pub effort: u8,
    /// Where it comes from.
    pub source: Source,
    /// Reasons for which it may not apply; it then gives full points and a flag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<ReasonId>,
    /// Whether an answer needs a written note.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub note_required: bool,
    /// Whether what is typed or chosen here counts what happened within the standard's period; that its facts do is said
    /// of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_period: bool,
    /// Whether every visit looks at it (必查).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must_check: bool,
    /// Whether photos may be added. Off where ledgers hold constituents' names.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub photos: bool,
}

/// Where an item or a gate comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source {
    /// Phrases that stand word for word in the first basis document.
    pub quotes: Vec<String>,
    /// Where else it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// Whether its number is the document's or a default that the county may change.
    pub number: Number,
}

/// Who says how many points, or how often.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// The basis document itself.
    Speech,
    /// A default: the county may change it.
    #[default]
    Default,
}

impl Item {
    /// Every fact its score reads, in the order in which a person is asked; derived facts as they are.
    pub fn reads(&self) -> Vec<&FactId> {
        self.scale.reads()
    }

    /// What is asked besides these facts.
    pub fn ask(&self) -> Question<'_> {
        self.scale.ask(self.points)
    }

    /// Whether a text is written for it, which gives no points.
    pub fn is_text(&self) -> bool {
        matches!(self.ask(), Question::Text { .. })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_true(flag: &bool) -> bool {
    *flag
}

fn yes() -> bool {
    true
}
