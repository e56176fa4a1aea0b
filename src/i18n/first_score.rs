//! The sentences about the first score (初评) on a unit's page.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::model::review::judged::DeviationKind;

/// The first score.
pub struct FirstScoreWords {
    pub lead: &'static str,
    pub own: &'static str,
    pub given: &'static str,
    pub difference: &'static str,
    pub none: &'static str,
    pub asked: &'static str,
    pub claimed: &'static str,
    pub corrected: &'static str,
    pub why: &'static str,
    pub why_words: &'static str,
    pub choose: &'static str,
    pub no_reason: &'static str,
    pub unread: &'static str,
    pub recheck: fn(usize) -> String,
    pub clash: fn(usize) -> String,
    pub lost: &'static str,
    pub deviation: fn(DeviationKind) -> &'static str,
}
