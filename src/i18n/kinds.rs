//! The sentences about items by their kind, in one language; each part stands where it is said.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::answer::AnswerWords;
use crate::i18n::lost::LostWords;
use crate::i18n::rule::RuleWords;
use crate::i18n::why::WhyWords;

/// The sentences about kinds of items.
pub struct KindWords {
    pub why: WhyWords,
    pub rule: RuleWords,
    pub lost: LostWords,
    pub answer: AnswerWords,
}
