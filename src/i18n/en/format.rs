//! English.

use crate::i18n::format::Signs;

pub const SIGNS: Signs = Signs {
    amount: |count, unit| if count == "1" { "1".to_owned() } else { format!("{count} {unit}") },
    counted: |words, count, _| format!("{words}: {count}"),
    colon: ": ",
    and: ", ",
    comma: ", ",
    gap: " ",
    plus: " + ",
    minus: " − ",
    beside: |first, second| format!("{first} ({second})"),
    day: |date| {
        let name = MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
        format!("{} {name} {}", date.day(), date.year())
    },
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
