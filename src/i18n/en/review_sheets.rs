//! English.

use crate::i18n::review_sheets::ReviewSheetWords;

pub static REVIEW_SHEETS: ReviewSheetWords = ReviewSheetWords {
    of_year: |year, sheet| format!("{sheet}, {year}"),
    summary: |unit, column| format!("{unit}: summary of scores ({column})"),
    number: "No.",
    village: "Village or community",
    head: "Head",
    points: |who| format!("{who} points"),
    stars: |who| format!("{who} stars"),
    estimate: |who| format!("{who} estimate"),
    difference: "Difference",
    lost: "What lost most",
    origin: "Own or typed",
    own: "Own",
    entered: "Typed",
    revision: "Which",
    minus: |item, points| format!("{item} −{points}"),
    township: "Township or sub-district",
    counts: |all, sent| format!("{all} to hand in, {sent} handed in"),
    not_sent: |units| format!("Not handed in: {}", units.join("; ")),
    because: |unit, why| format!("{unit} ({why})"),
    nothing: "Not handed in",
    code: |code| format!("Code of the bundle: {code}"),
    bundle: |number| format!("bundle no. {number}"),
    signed: |by| format!("Made by: {by}　　　　　　Head (signature):　　　　　　　　　　Date:"),
    seal: "(Seal)",
    sample: |title| format!("{title} (example)"),
    members: "Members",
    widths: [4, 9, 16, 7, 7, 9, 8, 8, 12, 8, 6, 6],
};
