//! The sentences of the page that sums a review up.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

/// The page.
pub struct ReviewSummaryWords {
    pub place: &'static str,
    pub title: &'static str,
    pub kind: &'static str,
    pub none: &'static str,
    pub of: fn(usize) -> String,
    pub stars: &'static str,
    pub open: &'static str,
    pub scores: &'static str,
    pub between: fn(&str, &str) -> String,
    pub units: fn(usize) -> String,
    pub lost: &'static str,
    pub lost_at: fn(points: &str, units: usize) -> String,
    pub nothing_lost: &'static str,
    pub lit: fn(usize, usize) -> String,
    pub hints: &'static str,
    pub hints_lead: &'static str,
    pub no_hints: &'static str,
    pub take: &'static str,
    pub copy_table: &'static str,
    pub workbook: &'static str,
    pub remind_group: &'static str,
    pub remind_names: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub what: &'static str,
}
