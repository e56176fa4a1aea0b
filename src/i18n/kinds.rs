//! What is said of items by their kind: the rule, why one got what it got, what it lost, what was answered.

use crate::model::standard::points::Points;

/// The sentences about kinds of items in one language.
pub struct KindWords {
    pub why: WhyWords,
    pub rule: RuleWords,
    pub lost: LostWords,
    pub answer: AnswerWords,
}

/// Why an item got what it got.
pub struct WhyWords {
    pub open: &'static str,
    /// The names of the numbers.
    pub missing: fn(&[&str]) -> String,
    pub not_applicable: fn(&str) -> String,
    pub yes: fn(Points) -> String,
    pub no: &'static str,
    /// The level's words, and its points in words.
    pub level: fn(&str, &str) -> String,
    /// How many of how many wanted.
    pub count: fn(u64, u64) -> String,
    /// How many times, and what the first gives, each further one, and all together at most.
    pub steps: fn(u64, [Points; 3]) -> String,
    /// Part, whole, percent.
    pub ratio: fn(u64, u64, u8) -> String,
    /// Part, floor, whole, percent.
    pub ratio_of_floor: fn(u64, u64, u64, u8) -> String,
    pub nothing: &'static str,
    pub nothing_half: &'static str,
    pub nothing_full: &'static str,
    /// The points there are, the faults, what each takes.
    pub faults: fn(Points, u64, Points) -> String,
    /// The points there are, the faults, what they take together.
    pub fault_list: fn(Points, u64, Points) -> String,
    /// How many numbers are missing, and what those take that are there.
    pub fault_list_open: fn(usize, Points) -> String,
    /// How many parts of how many, and their points.
    pub parts: fn(usize, usize, Points) -> String,
    pub no_part: &'static str,
    pub text: &'static str,
}

/// How an item is scored.
pub struct RuleWords {
    /// Between levels, parts or faults.
    pub between: &'static str,
    pub yes_no: fn(Points) -> String,
    /// Mark, words, points.
    pub level: fn(&str, &str, Points) -> String,
    /// A fact's name, and what is said besides.
    pub nothing: fn(&str, &str) -> String,
    pub nothing_half: fn(&str, &str) -> String,
    pub nothing_full: fn(&str, &str) -> String,
    /// Target, unit, points, and what is said of the year.
    pub count: fn(&str, &str, Points, &str) -> String,
    pub per_months: &'static str,
    /// Unit, and what the first gives, each further one, and all together at most.
    pub steps: fn(&str, [Points; 3]) -> String,
    pub ratio: fn(Share<'_>) -> String,
    /// A number, and what is said of the year.
    pub floor: fn(&str, &str) -> String,
    pub unstated_half: &'static str,
    pub unstated_full: &'static str,
    /// Unless this fact is 0.
    pub provided: fn(&str) -> String,
    pub amount: fn(&str) -> String,
    pub amount_at_least: fn(&str, u32) -> String,
    /// Points, unit, what each takes.
    pub deduct: fn(Points, &str, Points) -> String,
    /// Points, and the faults as they are said one by one.
    pub fault_list: fn(Points, &str) -> String,
    /// Words, unit, what each takes.
    pub fault: fn(&str, &str, Points) -> String,
    /// Mark, words, points.
    pub part: fn(&str, &str, Points) -> String,
    pub text: &'static str,
}

/// A ratio, in words.
pub struct Share<'a> {
    pub part: &'a str,
    pub whole: &'a str,
    /// What is said of the floor; may be empty.
    pub floor: &'a str,
    /// In percent.
    pub target: u8,
    pub all: Points,
    /// What is said of what is not stated; may be empty.
    pub rest: &'a str,
}

/// What an item did not get.
pub struct LostWords {
    pub minus: fn(Points) -> String,
    pub part: fn(u64, u64) -> String,
    pub times: fn(u64) -> String,
    pub faults: fn(u64) -> String,
    pub nothing: &'static str,
    /// The marks of the parts that are not there.
    pub missing: fn(&str) -> String,
}

/// What was answered, and what is asked with it.
pub struct AnswerWords {
    /// Between several numbers or parts.
    pub between: &'static str,
    pub none_of_these: &'static str,
    /// Unit, what each takes.
    pub each: fn(&str, Points) -> String,
}
