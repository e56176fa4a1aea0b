//! English.

use crate::i18n::gate::GateWords;

pub static GATE: GateWords = GateWords {
    at_least: |number, _| format!("at least {number}"),
    at_most: |number, _| format!("at most {number}"),
    below: |number, _| format!("below {number}"),
    points: "",
    now: |value| format!(" (now {value})"),
    or: "; or ",
};
