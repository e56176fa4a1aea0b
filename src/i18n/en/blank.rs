//! The blank sheets.

use crate::i18n::blank::BlankWords;

pub static BLANK: BlankWords = BlankWords {
    room: "________",
    unit: "Township: ________________ Name: ________________________",
    heads: ["No.", "Item", "Points", "Answer", "Evidence (ledger, page, day)", "Own score"],
    texts: "Texts",
    points: |points| format!(" ({points})"),
    text: |at_most| format!("(at most {at_most} characters; may be on another sheet)"),
    signed: |head, liaison| {
        format!("Score: ________ {head} (signature): ________ {liaison} (signature): ________ Date: ________")
    },
};
