//! English.

use crate::i18n::unit_table::UnitTableWords;
use crate::model::review::table::SendState;

pub static TABLE: UnitTableWords = UnitTableWords {
    title: |unit, year| format!("{unit}: self-ratings of {year}"),
    sample: "Sample: ",
    counts: |units, here, late| {
        format!("{units} expected, {here} here, {late} of them late, {} missing", units.saturating_sub(here))
    },
    narrowed: |chosen, listed, all| format!("Only these: {}; {listed} of {all} units", chosen.join("; ")),
    with_word: |word| format!("with “{word}”"),
    internal: "For internal use, not to be published",
    number: "No.",
    state: "Sent",
    revision: "Which",
    received: "Received",
    total: "Own score",
    bonus: "Bonus",
    stars: "Estimate",
    gates: "Vetoes and caps",
    assessed: |by| format!("{by} score"),
    difference: "Difference",
    state_of: |state| match state {
        SendState::Missing => "Missing",
        SendState::ToDecide => "To be decided",
        SendState::Late => "Late",
        SendState::Sent => "Sent",
        SendState::Entered => "Typed",
        SendState::NotSent => "Sends nothing",
    },
    copy: "Copy the table",
    save: "Save as a workbook",
    copied: "Copied with its lines. Paste it into a document or a spreadsheet.",
    not_copied: "The browser does not allow copying. Select it and press Ctrl+C:",
    recheck: "look again",
    lower: |lower, by| if lower { format!("lower by {by}") } else { by.to_owned() },
};
