//! English.

use super::several;
use crate::i18n::year::YearWords;

pub static YEAR: YearWords = YearWords {
    period: "Period that counts",
    from_to: |from, to| format!("{from} to {to}"),
    later: |period| format!("{period}. What comes later counts for the next year."),
    within: |rule| format!("Within the period: {rule}"),
    must_check: "Always checked",
    must_check_hint: "Every visit looks at this item: keep its ledger at hand.",
    checked: |rule| format!("{rule} (always checked)"),
    awaits_visit: |line| {
        format!("{line}: only once a visit has confirmed it. The county arranges that; the estimate takes it as done.")
    },
    only_visited: |line| format!("{} once a visit has confirmed it", line.to_lowercase()),
    visited: "a visit by the county has confirmed it (nothing to fill in)",
    left: |days| format!("{} left", several(usize::try_from(days).unwrap_or(usize::MAX), "day", "days")),
    today: "that is today",
    over: |days, to| {
        let days = several(usize::try_from(days).unwrap_or(usize::MAX), "day", "days");
        format!("{days} ago; you can still hand it in, but let {to} know")
    },
    steps: "Dates",
};
