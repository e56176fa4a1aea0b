//! The standard's year in words: the days within which things count, what every visit looks at, the steps with their
//! days, and how many are left.

use crate::i18n::{Text, day, year_words};
use crate::model::standard::Standard;
use crate::model::standard::due::DaysLeft;

/// The sentences in one language.
pub struct YearWords {
    /// What the days are called within which things count.
    pub period: &'static str,
    /// From the first day to the last, both included.
    pub from_to: fn(&str, &str) -> String,
    /// After the days of the period: where the rest belongs.
    pub later: fn(&str) -> String,
    /// A rule that counts within the period.
    pub within: fn(&str) -> String,
    /// What every visit looks at.
    pub must_check: &'static str,
    /// The same, explained.
    pub must_check_hint: &'static str,
    /// A rule of what every visit looks at.
    pub checked: fn(&str) -> String,
    /// The stars of a line hold once the unit was visited; the name of the line.
    pub awaits_visit: fn(&str) -> String,
    /// The same, beside the stars.
    pub only_visited: fn(&str) -> String,
    /// The need of a line.
    pub visited: &'static str,
    /// How many days are left, at least one.
    pub left: fn(u32) -> String,
    /// The last day is today.
    pub today: &'static str,
    /// How many days ago the last day was, at least one, and to whom a word is due.
    pub over: fn(u32, &str) -> String,
    /// Before the days of the steps.
    pub steps: &'static str,
}

impl Text {
    /// The sentences of the standard's year.
    pub fn year(&self) -> &'static YearWords {
        year_words(self.lang)
    }
}

/// The days within which things count: `2025年12月1日至2026年11月30日`; nothing where the standard names none.
pub fn period(text: &Text, standard: &Standard) -> Option<String> {
    let period = standard.period?;
    Some((text.year().from_to)(&day(text, period.from), &day(text, period.to)))
}

/// The same with its name, as it stands on paper; empty where the standard names none.
pub fn period_line(text: &Text, standard: &Standard) -> String {
    period(text, standard).map_or(String::new(), |days| format!("{}{}{days}", text.year().period, text.colon()))
}

/// The same with where the rest belongs, as it stands beside a number.
pub fn period_hint(text: &Text, standard: &Standard) -> Option<String> {
    standard.period.map(|_| (text.year().later)(&period_line(text, standard)))
}

/// How many days are left, or how many ago the last day was.
pub fn days_left(text: &Text, standard: &Standard, days: DaysLeft) -> String {
    let words = text.year();
    match days {
        DaysLeft::Left(days) => (words.left)(days),
        DaysLeft::Today => words.today.to_owned(),
        DaysLeft::Over(days) => (words.over)(days, standard.receiver.called(text.lang)),
    }
}
