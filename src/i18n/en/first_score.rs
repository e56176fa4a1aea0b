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
    lost: "Items that differ",
    deviation: |kind| match kind {
        DeviationKind::NoRecord => "no record was seen",
        DeviationKind::CountDiffers => "another count",
        DeviationKind::Incomplete => "something is missing",
        DeviationKind::Expired => "of another time",
        DeviationKind::Other => "other",
    },
};
