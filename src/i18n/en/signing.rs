//! English.

use crate::i18n::signing::SigningWords;

pub static SIGNING: SigningWords = SigningWords {
    title: |post| format!("Before signing: for the {}", post.to_lowercase()),
    lead: "Ten minutes from top to bottom. Follow a link to change something and come back; if all is well, print the sheet and sign it.",
    claimed: "What is claimed",
    lost: |n| if n == 1 { "Points lost at 1 item".to_owned() } else { format!("Points lost at {n} items") },
    nothing_lost: "No item lost points.",
    item: "Item",
    won: "Points",
    why: "Why",
    then: |year| format!("Points in {year}"),
    no_year: "No earlier year stands beside this draft, so nothing can be compared here.",
    put_year: "Put an earlier year beside it",
    gates: "What rules out or caps stars and applies",
    no_gates: "Nothing that rules out or caps stars applies.",
    nothing_to_look_at: "Nothing contradicts itself, is missing or open.",
    last: "Submission",
    not_handed: "No submission has been made yet. Only then does the sheet that is signed bear its check code.",
    sign: "Print the sheet and sign it",
    sign_hint: "It is signed and sealed on paper. Whatever is changed afterwards changes the check code: print and sign again.",
    no_printer: "No printer at this computer",
    no_printer_steps: [
        "Press “Print” and choose “Save as PDF” where the print window asks for a printer; save the file.",
        "Take the PDF to a computer with a printer, on a memory stick or by WeChat.",
        "Open the PDF there and print it on A4 at its actual size.",
    ],
};
