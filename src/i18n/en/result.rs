//! English.

use super::several;
use crate::i18n::result::Outcome;

pub const OUTCOME: Outcome = Outcome {
    title: "Score and staircase",
    total: "Total",
    of: |points| format!("of {points} points"),
    bonus: "Bonus",
    apart: "kept apart, not part of the total",
    stars: "Estimate",
    from_to: |low, high| format!("{low} to {high}"),
    too_early: |more| format!("The estimate appears after {} more.", several(more, "answer", "answers")),
    open_left: |n| format!("{} still open, so the score is a range.", several(n, "item is", "items are")),
    sections: "By section",
    section: "Section",
    won: "Points",
    possible: "Out of",
    share: "Share",
    schemes: "Other views",
    lamp_on: "lit",
    lamp_off: "not lit",
    lamp_open: "open",
    lamps_rule: "A lamp is lit when each of its items has at least half of its points.",
    gates: "Vetoes and caps",
    gate_no: "does not apply",
    gate_yes: "applies",
    gate_open: "cannot be told yet",
    gate_finding: "decided by the county",
    veto: "no star",
    cap: |line| format!("at most: {line}"),
    staircase: "Staircase",
    top: "The highest line is reached. Keep it up.",
    towards: |line| format!("Still missing for: {line}"),
    points_missing: |points| {
        if points == "1" { "1 point is missing".to_owned() } else { format!("{points} points are missing") }
    },
    needs: "Also needed",
    held_by: "Held back by",
    gains: "Where points can be won",
    gain: |points| if points == "1" { "1 point to win".to_owned() } else { format!("{points} points to win") },
    effort: ["easy", "needs planning", "takes the whole year"],
    lifts: "this one alone brings enough points",
    is_open: "open",
    prepare: "Prepare: ",
    nothing_to_gain: "Every item has full points.",
    reward: "After the rating: ",
};
