//! English.

use crate::i18n::first_score::FirstScoreWords;
use crate::model::review::judged::DeviationKind;

pub static FIRST_SCORE: FirstScoreWords = FirstScoreWords {
    lead: "Change only what differs: type the number that was found, or the number of the option, under “Corrected”. What the unit said, typed there again, is no change. The same standard scores it.",
    own: "Self score",
    given: "Score",
    difference: "Difference",
    none: "Units of this kind are scored by the county.",
    asked: "Item",
    claimed: "Unit",
    corrected: "Corrected",
    why: "Why",
    why_words: "In words",
    choose: "Choose",
    no_reason: "Choose why, or say it in words.",
    no_reason_points: "Without a reason it does not count: choose why, or say it in words.",
    unread: "It cannot be read and does not count.",
    recheck: |many| {
        if many == 1 {
            "One thing was changed by the unit after it was scored. Look at it again; until then the unit's own counts."
                .to_owned()
        } else {
            format!(
                "{many} things were changed by the unit after they were scored. Look at them again; until then the unit's own count."
            )
        }
    },
    clash: |many| {
        if many == 1 {
            "On one thing two people decided otherwise. Decide it again; until then the unit's own counts.".to_owned()
        } else {
            format!(
                "On {many} things two people decided otherwise. Decide them again; until then the unit's own count."
            )
        }
    },
    unexplained: |many| {
        if many == 1 {
            "To one item points were given without a reason; they do not count.".to_owned()
        } else {
            format!("To {many} items points were given without a reason; they do not count.")
        }
    },
    lost: "Items that differ",
    give_points: "Give points directly",
    give_points_lead: "Only where no other number and no other option says it. Choose why, or say it in words; without a reason they do not count.",
    points_given: |points| format!("{points} points were given directly"),
    cut_most: |most| format!("This item has {most} points at most; {most} count."),
    cut_step: |step| format!("Points are given in steps of {step}; what is over does not count."),
    unit_said: |said| format!("Unit: {said}"),
    task: "What is typed",
    task_entry: "What units answer",
    grid_lead: "Each cell shows what the unit says. Change only what differs: type the number that was found, or the number of the option; Enter leads to the reason, which is picked by its number, and Enter again leads down. What the unit said, typed there again, is no change. What the unit said itself is never changed.",
    no_unit_here: "No unit of this kind has sent a file or been entered yet; there is nothing to score.",
    deviation: |kind| match kind {
        DeviationKind::NoRecord => "no record was seen",
        DeviationKind::CountDiffers => "another count",
        DeviationKind::Incomplete => "something is missing",
        DeviationKind::Expired => "of another time",
        DeviationKind::Other => "other",
    },
};
