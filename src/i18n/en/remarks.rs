//! English.

use super::several;
use crate::i18n::remarks::Remarks;

pub const REMARKS: Remarks = Remarks {
    title: "Before you hand in",
    stops: "Needed before a submission can be made:",
    asks: "Please check:",
    unreadable: |field, typed| format!("“{typed}” in “{field}” cannot be read as a number"),
    half_day: |item| format!("{item}: the day is not whole and was not stored"),
    note_missing: |item| format!("{item}: a note is missing"),
    unconfirmed: |question| format!("{question}: not confirmed since the standard changed"),
    unnamed: |post| format!("{post}: nobody is named"),
    other_year: |year, standard| format!("The draft is for {year}, its standard for {standard}"),
    evidence_to_come: |item, day| format!("{item}: the day of its evidence, {day}, is still to come"),
    evidence_old: |item, day| format!("{item}: is {day} the right day of its evidence?"),
    evidence_before: |item, day| format!("{item}: the day of its evidence, {day}, lies before the period that counts"),
    evidence_after: |item, day| {
        format!("{item}: the day of its evidence, {day}, lies after the period and counts for the next year")
    },
    unshown: |many| format!("{} points with no evidence", several(many, "item has", "items have")),
    not_yet: |many| format!("Not yet: see {} under “Before you hand in”.", several(many, "line", "lines")),
    show: "Show",
    show_all: "All",
    show_open: "Not filled in",
    show_unshown: "Without evidence",
    show_lost: "Points lost",
    search: "Search",
    back: "Back to where you were",
};
