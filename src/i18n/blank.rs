//! What stands on the blank sheets that are filled in by hand.

use crate::model::standard::points::Points;

/// The sentences of the blank sheets in one language.
pub struct BlankWords {
    /// Room to write in.
    pub room: &'static str,
    /// Who fills it in.
    pub unit: &'static str,
    /// Number, item, points, answer, evidence, own score.
    pub heads: [&'static str; 6],
    /// Above the texts.
    pub texts: &'static str,
    /// What a section gives.
    pub points: fn(Points) -> String,
    /// A text of at most so many characters.
    pub text: fn(u32) -> String,
    /// The score and who signs: the words for the head, and for the liaison officer.
    pub signed: fn(&str, &str) -> String,
}
