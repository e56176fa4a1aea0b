//! English.

use crate::i18n::reply::ReplyText;

pub static REPLY: ReplyText = ReplyText {
    head: |unit, year| format!("【{unit}】 self-rating of {year}"),
    how: "Please write behind the colon of each line: a number, or the number before an option; 0 where there is none. Then send all of it back.",
    with_options: |asked, options| format!("{asked} ({options})"),
    option: |number, words| format!("{number} {words}"),
    between: "; ",
    several: "; several may be named, with spaces between them, and 0 for none",
    none: "none nothing zero",
    yes: "y",
    no: "n none",
};
