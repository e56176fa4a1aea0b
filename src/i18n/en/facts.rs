//! English.

use crate::i18n::facts::FactsWords;

pub const FACTS: FactsWords = FactsWords {
    title: "All numbers",
    lead: "Every number can be typed here in one sitting. Each is asked once: here and at its item it is the same number.",
    filled: |filled, all| format!("{filled} of {all} filled in"),
    sheet: "Print the list of numbers",
    blank_sheet: "Print it blank",
    paper_hint: "Print it blank first, walk through the ledgers with it, and type the numbers here afterwards.",
    enter: "Enter leads to the next number.",
};
