//! English.

use crate::i18n::tasks::Tasks;

pub const TASKS: Tasks = Tasks {
    title: "Task list",
    lead: "In any order, and you may stop at any time. What you fill in is saved by itself.",
    lead_unsaved: "Fill it in any order; nothing can be kept now, so save a draft file before you leave.",
    time: |items, least, most| format!("{items} items: with the ledgers at hand about {least} to {most} minutes."),
    one_page: "All on one page",
    one_page_lead: "From top to bottom; Enter leads to the next item. Ledger, photos and note are folded below each, for when they are needed.",
    by_section: "Section by section",
    basics: "Basics",
    check: "Check your answers",
    result: "Score and staircase",
    send: "Make the submission",
    texts: "Texts",
    not_started: "Not started",
    open: |n| format!("{n} open"),
    done: "Done",
    optional: "Optional",
    fill: "Fill in",
    hand_in: "Check and hand in",
    deadline: |day| format!("Due by {day}"),
    by: "By the standard: ",
    theme: "Theme of the year: ",
};
