//! The sentences of the page that sums a review up.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

/// The page.
pub struct ReviewSummaryWords {
    pub place: &'static str,
    pub title: &'static str,
    pub none: &'static str,
    /// How many units it is of.
    pub of: fn(usize) -> String,
    /// How many have sent something that does not count yet.
    pub undecided: fn(usize) -> String,
    /// A kind of unit, and what a table of it is of.
    pub titled: fn(&str, &str) -> String,
    pub stars: &'static str,
    pub star: &'static str,
    pub open: &'static str,
    pub scores: &'static str,
    pub band: &'static str,
    pub between: fn(&str, &str) -> String,
    pub many: &'static str,
    pub lost: &'static str,
    pub item: &'static str,
    pub lost_points: &'static str,
    pub losing: &'static str,
    pub nothing_lost: &'static str,
    pub won: &'static str,
    pub lit: &'static str,
    /// One tag set against another.
    pub against: fn(&str, &str) -> String,
    /// What stands down the side, and what across.
    pub corner: fn(&str, &str) -> String,
    /// How much of a tag's points, in percent.
    pub share: fn(&str, usize, usize) -> String,
    /// Who has much of the first and little of the second.
    pub outweighs: fn(&str, &str, &[String]) -> String,
    /// How many are not settled; nothing where all are.
    pub not_settled: fn(usize) -> String,
    pub unit: &'static str,
    pub hints: &'static str,
    pub hints_lead: &'static str,
    pub no_hints: &'static str,
    pub take: &'static str,
    pub remind_group: &'static str,
    pub remind_names: &'static str,
}
