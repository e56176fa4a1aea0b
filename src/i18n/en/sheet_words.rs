//! English.

use crate::i18n::sheet_words::Heads;

pub static SHEET: Heads = Heads {
    name: "Points by item",
    title: |title, name| format!("{title}, {name}"),
    number: "No.",
    section: "Section",
    asked: "What is assessed",
    rule: "How it is scored",
    points: "Points",
    given: |who| format!("{who} points"),
    evidence: "Evidence\n(ledger, page)",
    photos: |many| if many == 1 { "1 photo".to_owned() } else { format!("{many} photos") },
    remarks: "Remarks\n(why points were lost)",
    subtotal: |section| format!("{section}: subtotal"),
    bonus: |words, cap| format!("{words} (apart, {cap} points at most)"),
    bonus_total: |cap| format!("Bonus in all ({cap} points at most, not part of the total)"),
    stars: "Stars",
    unit: "Unit (seal)",
    by: "Filled in by",
    phone: "Telephone",
    on: "Date",
    code: |code| format!("Check code: {code}"),
    draft: "Draft: it may still change and is not for handing in",
    standard: |title, version| format!("By: {title}, version {version}"),
    page: "Page {page} of {pages}",
    breaks_anywhere: false,
    shares: [29, 33, 20],
};
