//! English.

use crate::i18n::intake::IntakeWords;
use documents::received::ReadFailure;

pub static INTAKE: IntakeWords = IntakeWords {
    new: |n| format!("Submission {n}, taken in."),
    newer: |n, last| format!("Submission {n}, taken in; it takes the place of submission {last}."),
    again: |n| match n {
        0 => "It is here already and was not taken in twice.".to_owned(),
        n => format!("Submission {n} is here already and was not taken in twice."),
    },
    older: |n, last| format!("This is submission {n}, and submission {last} is here; it is kept and replaces nothing."),
    clash: |n| format!("Two files are submission {n} and differ. Ask the unit, then choose which one counts."),
    changed: "It was changed after it was made and was not taken in. Ask the unit to make it again.",
    other_year: |year| {
        format!("It is for {year} and was not taken in. Please use this year’s file, and send it to them.")
    },
    other_version: |theirs, ours| {
        format!(
            "It goes by version {theirs} of the standard; this year’s is version {ours}. It was not taken in. Please use this year’s file, and send it to them."
        )
    },
    other_content: |version| {
        format!(
            "Its standard is version {version} as well, with other content. It was not taken in. Ask them which standard they used."
        )
    },
    other_standard: |id, version| {
        format!(
            "It goes by another standard (“{id}”, version {version}) and was not taken in. Please use this year’s file, and send it to them."
        )
    },
    is_sample: "It is a sample and no real submission; it was not taken in.",
    is_real: "It is a real submission and does not belong into the sample county; it was not taken in.",
    damaged: "It cannot be read and was not taken in.",
    draft: "It is a draft and no submission; it was not taken in. Ask them to open it, make the submission and send that.",
    standard: |id, version| {
        format!("It is a standard (“{id}”, version {version}) and no submission; it was not taken in.")
    },
    bundle: "It holds the units of a township.",
    photos: "its photos were put to the one that is here.",
    bundle_number: |n, said| format!("bundle no. {n}: {said}"),
    bundle_first: "taken in.",
    bundle_later: |last, changes| match changes {
        "" => "taken in.".to_owned(),
        changes => format!("taken in. Compared with no. {last}: {changes}."),
    },
    bundle_again: "here already; nothing was changed.",
    bundle_beside: |n| {
        let places = if n == 1 { "One place differs".to_owned() } else { format!("{n} places differ") };
        format!(" {places} from what was changed here; both stay, please decide at the top of the page.")
    },
    bundle_same_number: "another one of this number with other content is here already; this one was not taken in. Ask the township to send it with the next number.",
    bundle_older: |last| format!("no. {last} is here already; this earlier one was not taken in and changed nothing."),
    bundle_changes: |[same, new, answers, first, gone]| {
        let parts = [
            (same, "the same"),
            (new, "new"),
            (answers, "with changed answers"),
            (first, "with a changed first score"),
            (gone, "no longer in it"),
        ];
        let said = parts.iter().filter(|(n, _)| **n > 0).map(|(n, what)| format!("{n} {what}"));
        said.collect::<Vec<_>>().join(", ")
    },
    bundle_change: |what| {
        let words = ["The same", "New", "Changed answers", "Changed first score", "No longer in it"];
        words.get(what).copied().unwrap_or_default()
    },
    revision_from_to: |from, to| format!("no. {from} → no. {to}"),
    own_from_to: |from, to| format!("self {from} → {to}"),
    first_from_to: |from, to| format!("first {from} → {to}"),
    judged_at: |items| format!("at {items}"),
    review: "It is a file of another review; nothing was taken from it. Open it with “Open a review file”.",
    unopened: |failure| match failure {
        ReadFailure::NotMail => "This is no mail and cannot be opened.",
        ReadFailure::NotArchive => {
            "This is no zip archive and cannot be opened. Unpack it first, then choose the files inside."
        }
        ReadFailure::NotWorkbook => {
            "This is no Excel workbook and cannot be opened. Save it as .xlsx, then choose that."
        }
        ReadFailure::Incomplete => "This is not all of the file. Download or copy it again.",
        ReadFailure::Damaged => "This is damaged and cannot be opened. Ask for it again.",
        ReadFailure::Encrypted => {
            "This asks for a password. Unpack it with the password first, then choose the files inside."
        }
        ReadFailure::UnknownPacking => {
            "This is packed in a way that is not known here. Unpack it first, then choose the files inside."
        }
        ReadFailure::TooLarge => {
            "Unpacked, this has more than 200 MB and was not opened. Unpack it first, then choose the files inside in several turns."
        }
        ReadFailure::TooMany => {
            "There are more than 2,000 files in this, and it was not opened. Unpack it first, then choose them in several turns."
        }
        ReadFailure::TooDeep => "This is an archive in an archive and was not opened. Unpack the inner one first.",
        ReadFailure::EndlessMail => {
            "The parts of this mail lie within each other as in no usual mail, so it was not opened. Open it in your mailbox and save what is attached."
        }
        ReadFailure::LongName => "Its name is too long, and it was not opened. Shorten the name, then choose it again.",
        ReadFailure::UnsafeName => {
            "Its name is not a proper one, and it was not opened. Make sure where it comes from."
        }
        ReadFailure::Overlapping => "This is no proper archive and was not opened. Make sure where it comes from.",
        ReadFailure::NestedMail => {
            "This is a mail inside another one and was not opened. Open it in the mailbox and save its attachment."
        }
        ReadFailure::NoSuchFile => "There is no such file inside.",
    },
    inside: |entry, why| format!("“{entry}” inside: {why}"),
    of_unit: |unit, said| format!("{unit}: {said}"),
    within: |name, within| format!("{name} (in “{within}”)"),
    others: |n| format!("Besides, {n} unrelated files; their content was not read."),
    packed: |n| {
        format!(
            "Of those, {n} are packed so that they cannot be opened (RAR, with a password). If there is a submission inside, unpack them first."
        )
    },
    counts: |[new, newer, known, to_decide, refused]| {
        let parts = [
            (new, "new"),
            (newer, "later ones"),
            (known, "known"),
            (to_decide, "to be decided"),
            (refused, "not taken in"),
        ];
        let said: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        if said.is_empty() { "No submission.".to_owned() } else { format!("{}.", said.join(", ")) }
    },
    remind_group: |expected, came, until| {
        let missing = expected.saturating_sub(came);
        format!(
            "To all heads: of {expected} self-ratings {came} have come and {missing} are missing. Please send what is missing{until}."
        )
    },
    remind_none: |expected| format!("To all heads: all {expected} self-ratings have come. Thank you."),
    remind_names: |n, names, until| {
        format!("Self-ratings are missing from {n}: {names}. Please remind them to send{until}.")
    },
    until: |day| format!(", until {day}"),
    between: ", ",
};
