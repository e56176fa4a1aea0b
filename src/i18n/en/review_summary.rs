//! English.

use crate::i18n::review_summary::ReviewSummaryWords;

pub static REVIEW_SUMMARY: ReviewSummaryWords = ReviewSummaryWords {
    place: "Summary",
    title: "Summary, and what to look at on a visit",
    none: "Nothing has come from units of this kind yet.",
    of: |many| {
        if many == 1 { "Of the one unit that is here".to_owned() } else { format!("Of the {many} units that are here") }
    },
    undecided: |many| format!("Not counted, since two files differ or another check is open: {many}"),
    titled: |unit, what| format!("{unit}: {what}"),
    stars: "Stars by their own estimate",
    star: "Stars",
    open: "Not settled yet",
    scores: "Self scores",
    band: "Score",
    between: |low, high| format!("{low} – {high} points"),
    many: "Units",
    lost: "The 10 items where most points are lost",
    item: "Item",
    lost_points: "Points lost in all",
    losing: "Units that lose some",
    nothing_lost: "No points are lost.",
    won: "Points / of",
    lit: "Units with at least half of every item",
    against: |one, other| format!("“{one}” against “{other}”"),
    corner: |one, other| format!("{one} (down), {other} (across)"),
    share: |tag, low, high| format!("{tag} {low}–{high}%"),
    outweighs: |one, other, units| {
        let which = format!("at least 80% of “{one}” and less than 60% of “{other}”");
        match units {
            [] => format!("No unit has {which}."),
            [unit] => format!("One unit has {which}: {unit}. Please look first at the records of “{other}” there."),
            _ => format!(
                "{} units have {which}: {}. Please look first at the records of “{other}” there.",
                units.len(),
                units.join(", ")
            ),
        }
    },
    not_settled: |many| match many {
        0 => String::new(),
        1 => "One unit has not answered everything and is not in the table.".to_owned(),
        _ => format!("{many} units have not answered everything and are not in the table."),
    },
    unit: "Unit",
    hints: "What to look at on a visit",
    hints_lead: "For the office and its groups alone. It says what to look at first and decides nothing; no file for others holds it.",
    no_hints: "Nothing to look at first.",
    take: "Reminders",
    remind_group: "Copy a reminder for the group (no names)",
    remind_names: "Copy the names of those missing",
};
