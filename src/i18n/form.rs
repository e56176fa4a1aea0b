//! The sentences of a page of items.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

/// A page of items.
pub struct Form {
    pub points: fn(&str) -> String,
    pub up_to: fn(&str) -> String,
    pub yes: &'static str,
    pub no: &'static str,
    pub not_applicable: fn(&str) -> String,
    pub applies: &'static str,
    pub clear: &'static str,
    pub help: &'static str,
    pub expected: &'static str,
    pub example: &'static str,
    pub source: &'static str,
    pub default_number: &'static str,
    pub evidence: &'static str,
    /// Unfolds what shows an answer.
    pub add_ledger: &'static str,
    pub ledger: &'static str,
    /// The same ledger for other items too.
    pub ledger_more: &'static str,
    /// Where no ledger is named yet.
    pub ledger_first: &'static str,
    pub ledger_has: fn(&str) -> String,
    pub ledger_fill: fn(usize) -> String,
    pub ledger_filled: fn(&str) -> String,
    pub page: &'static str,
    pub date: &'static str,
    pub note: &'static str,
    pub note_needed: &'static str,
    pub asked_there: fn(&str) -> String,
    pub correct: &'static str,
    pub not_yet: &'static str,
    pub not_digits: &'static str,
    pub not_whole: &'static str,
    pub too_many: &'static str,
    /// What stands in a day's field is none.
    pub half_day: &'static str,
    pub clash: fn(&str, u32, &str, u64) -> String,
    /// To the other one of two numbers that clash.
    pub to_number: fn(&str) -> String,
    pub also: fn(&str) -> String,
    /// For which items a number counts.
    pub counts_for: fn(&str) -> String,
    pub left: fn(usize, u32) -> String,
    pub over: fn(usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub to_tasks: &'static str,
    pub bonus_lead: fn(&str) -> String,
    pub bonus_apart: &'static str,
    pub texts_lead: &'static str,
    pub no_names: &'static str,
}
