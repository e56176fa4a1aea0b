//! English.

use crate::i18n::check::Check;

pub const CHECK: Check = Check {
    title: "Check your answers",
    lead: "Read through once before handing in. “Change” takes you to the item.",
    item: "Item",
    answer: "Answer",
    points: "Points",
    evidence: "Evidence",
    change: "Change",
    open: "Not filled in",
    change_of: |item| format!("Change {item}"),
    clashes: "Please check these numbers",
    notes: "Items that still need a note",
};
