//! English.

use crate::i18n::review_summary::ReviewSummaryWords;

pub static REVIEW_SUMMARY: ReviewSummaryWords = ReviewSummaryWords {
    place: "Summary",
    title: "Summary, and what to look at on a visit",
    kind: "Kind of unit",
    none: "Nothing has come from units of this kind yet.",
    of: |many| {
        if many == 1 {
            "Of the one unit that is here.".to_owned()
        } else {
            format!("Of the {many} units that are here.")
        }
    },
    stars: "Stars by their own estimate",
    open: "Not settled yet",
    scores: "Self scores",
    between: |low, high| format!("{low} – {high} points"),
    units: |many| if many == 1 { "1 unit".to_owned() } else { format!("{many} units") },
    lost: "Where most points are lost",
    lost_at: |points, units| {
        let units = if units == 1 { "one unit".to_owned() } else { format!("{units} units") };
        format!("{points} points, {units}")
    },
    nothing_lost: "No points are lost.",
    lit: |lit, of| format!("{lit} of {of} have at least half of every item"),
    hints: "What to look at on a visit",
    hints_lead: "For the office and its groups alone. It says what to look at first and decides nothing; no file for others holds it.",
    no_hints: "Nothing to look at first.",
    take: "Copy and export",
    copy_table: "Copy the table (for a spreadsheet)",
    workbook: "Save as a workbook",
    remind_group: "Copy a reminder for the group (no names)",
    remind_names: "Copy the names of those missing",
    copied: "Copied. Paste it where it is needed.",
    not_copied: "The browser does not allow copying. Select it and press Ctrl+C:",
    what: "table",
};
