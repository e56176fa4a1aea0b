//! English.

use crate::i18n::standards::StandardWords;

pub static STANDARDS: StandardWords = StandardWords {
    issued_by: |issuer| format!("issued by {issuer}"),
    own: "comes with the program",
    others: "Other standards: the default ones and older versions",
    same: "Its items are those of the default standard",
    compared: |parts| format!("Against the default standard: {}", parts.join(", ")),
    changed: |n| if n == 1 { "1 item differs".to_owned() } else { format!("{n} items differ") },
    added: |n| if n == 1 { "1 item is new".to_owned() } else { format!("{n} items are new") },
    gone: |n| if n == 1 { "1 item is gone".to_owned() } else { format!("{n} items are gone") },
    items: |now, then| format!("Items: {now}, in the default standard {then}"),
    points: |now, then| format!("Points in all: {now}, in the default standard {then}"),
    lines_differ: "the star lines differ",
    gates_differ: "what rules out or caps stars differs",
    look: "Read",
    look_at: |title| format!("Read “{title}”"),
    save: "Save as a file",
    save_what: "standard",
    make_own: "How to make it your county's own",
    make_own_steps: [
        "Press “Save as a file” and open the .json file in a plain text editor. Leave quotes, commas and brackets as they are; change only the words and numbers.",
        "Change the title, the issuer, the deadline, the mailbox (receiver.mailbox), and the words and points of the items. Points are in hundredths: 3 points are 300.",
        "Give it an id of your own, such as county-station. Raise the version by one with every later change.",
        "Open it under “Open a file”. Whatever is wrong is told item by item; once nothing is, pass it on to your stations and rooms.",
    ],
    remove: "Remove",
    in_use: |n| {
        if n == 1 {
            "1 draft uses it: not to be removed".to_owned()
        } else {
            format!("{n} drafts use it: not to be removed")
        }
    },
    removed: |title| format!("“{title}” was removed. Open its file again whenever you need it."),
    put_back: "Put it back",
    not_removed: "Not removed: the browser's storage did not answer, so it is not known whether a draft uses it. Try again in a moment.",
    other_content: |id, version| {
        format!(
            "Not added: a standard with the same id ({id}) and version ({version}) and other content is already here. Ask who issued it to raise the version and send it again. If you do want this one, remove the other under “My drafts” first."
        )
    },
    not_here: "There is no such standard on this computer",
    not_here_hint: "It may have been removed. Open its file and add it to look at it.",
    item: "Item",
    worth: "Points",
    rule: "How it is scored",
    lines: "Star lines",
    at_least: |points| format!("{points} points or more"),
    basis: "Basis",
    cycle: "Steps of the year",
    deadline: "Due by",
    no_mailbox: "not stated",
    numbers: "Numbers that are asked",
    back: "Back to my drafts",
};
