//! English.

use crate::i18n::paper::PaperWords;

pub static PAPER: PaperWords = PaperWords {
    print: "Print",
    print_hint: "On A4 paper at 100 %, without the browser's headers and footers. The print window can also save a PDF.",
    back: "Back to score and staircase",
    sheets: "Sheets to print",
    approval: "Application for approval",
    points: "Points by item",
    todo: "Staircase: what to do",
    page: |page, of| format!("Page {page} of {of}"),
    sample: |name| format!("{name} (example)"),
    unit: "Unit (seal)",
    unit_of_village: "Unit (seal of its village)",
    post: |post| format!("{post}, office, telephone"),
    acting: |words| format!("{words} (acting)"),
    months: "Months in operation this year",
    submission: "Submission",
    times: |n| format!("No. {n}"),
    open_items: "Items not filled in",
    open: |n| if n == 0 { "None".to_owned() } else { n.to_string() },
    declared: "Filled in by, office, date",
    stars: "Stars by self-assessment",
    whole: |points, bonus| {
        if bonus.is_empty() { points.to_owned() } else { format!("{points} (bonus apart: {bonus})") }
    },
    by: "Filled in by",
    character: |who| format!("{who} (signature)"),
    signature: "Signature:",
    day: "Date: \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/",
    number: "No.",
    item: "What to do",
    gain: "Points to win",
    effort: "Effort",
    prepare: "Evidence to prepare",
    who: "Who",
    until: "Until",
    first: "Needed first",
    fill_in: "Fill in these first",
    stands: |points, stars| format!("{points} points now, self-assessed estimate: {stars}"),
    todo_widths: [6, 29, 10, 13, 21, 10, 11],
};
