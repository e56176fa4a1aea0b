//! The sentences of the look at all answers.

/// The check page.
pub struct Check {
    pub title: &'static str,
    pub lead: &'static str,
    pub item: &'static str,
    pub answer: &'static str,
    pub points: &'static str,
    pub evidence: &'static str,
    pub change: &'static str,
    pub open: &'static str,
    pub change_of: fn(&str) -> String,
    pub clashes: &'static str,
    pub notes: &'static str,
}
