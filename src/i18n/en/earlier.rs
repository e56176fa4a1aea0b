//! English.

use crate::i18n::earlier::PriorYearWords;

pub static EARLIER: PriorYearWords = PriorYearWords {
    title: "Beside an earlier year",
    lead: "With an earlier submission beside it, each item shows what was answered then, and the result page what has changed in each section. It is only to look at: it counts for nothing and is not handed over. Which answer is used again you decide item by item.",
    stands: |year, points| format!("Beside it stands the submission for {year}, with {points} points."),
    take_away: "Take it away",
    here: "Earlier drafts of the same unit on this computer",
    none: "There is no earlier draft of the same unit on this computer.",
    open_file: "Open an earlier submission",
    put: |name| format!("Put beside: {name}"),
    put_beside: |name| format!("Put beside “{name}” to compare"),
    begin: |year, then| format!("Begin {year}, with this one of {then} beside it"),
    begin_hint: "The unit and its people are taken from this file and can be changed. No answer and no number is: which one is used again you decide item by item.",
    other_unit: "Note: the unit in this file is called otherwise than the one in this draft.",
    done: |year| format!("The submission for {year} stands beside it; each item shows what was answered."),
    year: |year| year.to_string(),
    differs: |was| {
        if was.is_empty() {
            "It is asked otherwise this year; check it against this year's words.".to_owned()
        } else {
            format!("It is asked otherwise this year. Then it was: {was}")
        }
    },
    reuse: |year| format!("Use the answer of {year}"),
    change: "Change",
    bonus: |points| format!("bonus apart: {points}"),
};
