//! English.

use crate::i18n::form::Form;

pub const FORM: Form = Form {
    points: |points| if points == "1" { "1 point".to_owned() } else { format!("{points} points") },
    up_to: |points| format!("up to {points} points"),
    yes: "Yes",
    no: "No",
    not_applicable: |reason| format!("Does not apply: {reason}"),
    applies: "Applies",
    clear: "Clear this choice",
    help: "How to fill in, what to prepare, why",
    expected: "Evidence",
    example: "Example",
    source: "Source",
    default_number: "points and numbers are defaults that the county may change",
    evidence: "Evidence (one line, optional)",
    add_ledger: "Add ledger, photos, a note",
    ledger: "Ledger",
    ledger_more: "This ledger shows other items too",
    ledger_first: "Name the ledger above first.",
    ledger_has: |ledger| format!("(now: {ledger}; it will be replaced)"),
    ledger_fill: |n| {
        if n == 0 {
            "Tick the items first".to_owned()
        } else {
            format!("Put it down for {}", super::several(n, "item", "items"))
        }
    },
    ledger_filled: |items| format!("Put down for {items}. The pages are filled in at each."),
    page: "Page",
    date: "Date",
    note: "Note",
    note_needed: "This item needs a sentence of explanation",
    asked_there: |item| format!("asked at {item}"),
    correct: "Correct it",
    not_yet: "not filled in",
    not_whole: "Only whole numbers count here, such as 12: no fraction and nothing below 0.",
    not_digits: "Digits only, please, such as 12; if there was none, type 0.",
    half_day: "This is not a whole day of the years 1900 to 2999, and was not saved. Please complete it or empty the field.",
    too_many: "That number is too large; please check it (1000000 at most).",
    clash: |fact, number, than, most| format!("“{fact}” is {number}, more than “{than}” at {most}. Please check."),
    to_number: |name| format!("Go to “{name}”"),
    also: |items| format!("A correction also changes {items}."),
    counts_for: |items| format!("Counts for {items}"),
    left: |now, most| format!("{now} of {most} characters"),
    over: |more| format!("{more} characters too many."),
    previous: "Previous section",
    next: "Next section",
    to_tasks: "Back to the task list",
    bonus_lead: |cap| format!("Only if you have something to say here. {cap} points count at most, kept apart."),
    bonus_apart: "The bonus is not part of the total and lifts no star.",
    texts_lead: "Texts give no points; they travel with the submission.",
    no_names: "No names, telephone or identity numbers of members of the public.",
};
