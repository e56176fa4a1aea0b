//! What the page that makes a submission has to know of a draft, found out once for each change of it.

use crate::model::date::CivilDate;
use crate::model::draft::exports::Export;
use crate::model::draft::{Draft, Missing};
use crate::model::problem::Problem;
use crate::model::standard::year::Period;

/// Where a draft stands on its way to the county.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sending {
    /// What a submission cannot go without.
    pub lacks: Vec<Missing>,
    /// What does not hold together.
    pub problems: Vec<Problem>,
    /// The last submission.
    pub last: Option<Export>,
    /// Whether the draft still says what it said. It can then be saved again, to the last byte.
    pub stands: bool,
    /// Which submission comes next, counted from 1 (第 n 次).
    pub revision: u32,
}

/// What is odd about a day. It is asked about and stops nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OddDay {
    /// It lies before the year that is assessed.
    BeforeTheYear,
    /// It is still to come.
    Future,
}

/// What is odd about the day of what shows an answer. It is asked about and stops nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OddEvidence {
    /// It is still to come.
    ToCome,
    /// It lies so far back that it must be mistyped.
    Old,
    /// It lies before the period within which the item counts.
    BeforePeriod,
    /// It lies after that period: it counts for the next year.
    AfterPeriod,
}

/// What is odd about the day of what shows an answer, as seen from today. What is counted has to lie within the
/// period. Other things stand for longer, such as the document by which a station was set up, and are shown by an older
/// day with right: of them only what lies more than ten years back is asked about.
pub fn odd_evidence(
    day: CivilDate,
    within: Option<Period>,
    year: u16,
    today: Option<CivilDate>,
) -> Option<OddEvidence> {
    if today.is_some_and(|today| day > today) || day.year() > year.saturating_add(1) {
        return Some(OddEvidence::ToCome);
    }
    match within {
        Some(period) if day > period.to => Some(OddEvidence::AfterPeriod),
        Some(period) if day < period.from => Some(OddEvidence::BeforePeriod),
        _ => (day.year() < year.saturating_sub(10)).then_some(OddEvidence::Old),
    }
}

/// What is odd about the day of a declaration for this year, as seen from today.
pub fn odd_day(day: CivilDate, year: u16, today: Option<CivilDate>) -> Option<OddDay> {
    if today.is_some_and(|today| day > today) {
        Some(OddDay::Future)
    } else {
        (day.year() < year).then_some(OddDay::BeforeTheYear)
    }
}

impl Sending {
    /// Of a draft.
    pub fn of(draft: &Draft) -> Self {
        Self {
            lacks: draft.lacks(),
            problems: draft.own_problems(),
            last: draft.last_export().cloned(),
            stands: draft.made_last().is_some(),
            revision: draft.revision,
        }
    }

    /// Whether a submission can be made.
    pub fn is_ready(&self) -> bool {
        self.lacks.is_empty() && self.problems.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_before_the_year_or_still_to_come_is_asked_about() {
        let day = |text| CivilDate::parse(text).expect("a day");
        let today = Some(day("2026-12-10"));
        assert_eq!(odd_day(day("2026-12-10"), 2026, today), None);
        assert_eq!(odd_day(day("2026-12-11"), 2026, today), Some(OddDay::Future));
        assert_eq!(odd_day(day("2025-12-31"), 2026, today), Some(OddDay::BeforeTheYear));
        assert_eq!(odd_day(day("2026-01-01"), 2026, today), None);
        assert_eq!(odd_day(day("2027-01-05"), 2026, None), None, "where no clock is known");
    }
}
