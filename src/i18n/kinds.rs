//! The sentences about items by their kind, in one language; each part stands where it is said.

use crate::i18n::answer::AnswerWords;
use crate::i18n::lost::LostWords;
use crate::i18n::rule::RuleWords;
use crate::i18n::why::WhyWords;

/// The sentences about kinds of items.
pub struct KindWords {
    /// Why an item got what it got.
    pub why: WhyWords,
    /// How an item is scored.
    pub rule: RuleWords,
    /// What an item lost.
    pub lost: LostWords,
    /// What was answered.
    pub answer: AnswerWords,
}
