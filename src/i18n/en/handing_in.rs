//! English.

use crate::i18n::handing_in::HandingInWords;

pub static HANDING_IN: HandingInWords = HandingInWords {
    place: "Hand in",
    title: "Print and hand in",
    collect: "Data sheets for the rooms",
    collect_lead: "One for each unit of the roster, with its name and head filled in. What comes back signed is typed under “Enter answers”.",
    collect_print: |many| format!("Print the data sheets ({many})"),
    none: "The roster has no unit of this kind yet. Add them under “Roster”.",
    bundle: "To the county: one file and one sealed summary",
    bundle_lead: "What the township received, entered and scored goes into one file without photos. The printed summary bears its check code; both go to the county together, and no room needs a seal of its own.",
    by: "Drawn up by",
    number: "Which time",
    number_hint: "1 at first; one more after every addition or change.",
    make: "Make the file",
    making: "Being made…",
    hindered: "It cannot be made yet. First see to:",
    no_standard: "This review has no standard for this kind of unit.",
    undecided: "Two values differ, or one revision came in two files. Open it in the table and decide.",
    file_missing: "The received file is not on this computer. Take it in again.",
    recheck: "The unit changed its answers after the first score. Look at it again.",
    unnamed: "A line of the roster has no name: the county could not tell whose it is.",
    unexplained: "Points were given without a reason and do not count. Choose why, or say it in words.",
    apart: "Something that was typed does not count: it is too long, not readable, without a day, or pasted and not read in. Mend it or empty it.",
    differs: "No file was made: what was written does not agree with the review. Save a review file and tell the county.",
    number_taken: |last| {
        format!(
            "No file was made: no. {last} was made before with other content. Take no. {}, so that the county can tell them apart.",
            last + 1
        )
    },
    no_file: "No file was made: the browser did not take it. Try again.",
    needs_number: "Say which time it is handed in (a whole number from 1 to 99).",
    file: "File",
    code: "Check code",
    counts: |all, here| format!("{here} of {all} units are here"),
    done: "The file was handed to the browser",
    steps: [
        "Print the summary, have it signed by the township chairman and sealed.",
        "Send the file to the county; the ways are below.",
        "Hand in the sealed summary. Photos stay here; the county may ask for those of a unit.",
    ],
    compared: |last, changes| format!("Compared with no. {last}: {changes}."),
    kept_made: "Files that were made",
    kept_received: "Bundles that were received",
    look: "Look at the summary",
    look_at: |of| format!("Look at the summary: {of}"),
    not_here: "This file is not on this computer.",
    code_of: |township, n| format!("The same: the sheet is {township}'s no. {n}."),
    code_unknown: "None of the files here has this code. It may have been copied wrongly; if not, ask for the file that belongs to the sheet.",
    save_original: "Save this file as it was received",
    save_original_hint: "As it came, with its photos. Send it to the county when it asks for the photos of this unit.",
    photos_away: |n| {
        format!(
            "The photos ({n}) stay with the township and did not come with the bundle. To see them, send the township the text below; take the file in when it comes, and the photos are here."
        )
    },
    ask_photos: "Copy: please send the photos",
    ask_copied: "Copied. Send it to the township.",
    ask_photos_text: |unit, n, code| {
        format!(
            "Please send the file of {unit} (no. {n}, check code {code}) with its photos: open the unit in XingZhan, choose “Save this file as it was received” and send us the file."
        )
    },
    summary_print: "Print the summary",
    print: "Print",
    back: "Back",
    what: "first-scores",
    times: |number| format!("no-{number}"),
};
