//! English.

use crate::i18n::grid::GridWords;

pub static GRID: GridWords = GridWords {
    place: "Enter answers",
    title: "Enter answers for units without a computer",
    lead: "Type what came on paper or in a chat. Enter leads down to the next unit; cells copied from a spreadsheet can be pasted into the first one. Units entered here are marked so on every sheet.",
    township: "Township",
    rests_on: "Taken from",
    paper: "Paper form",
    chat: "Chat reply",
    spoken: "Telephone or in person",
    day: "Day of the form or reply",
    needs_day: "Fill in the day first; nothing can be kept without it.",
    numbers: "Numbers",
    choices: "Choices",
    keys_numbers: "Enter leads down, Tab to the right.",
    keys_choices: "Press the number of an option (1 is the best); that leads down by itself. Tab leads to the right.",
    unit: "Unit",
    filled: "Entered",
    score: "Self score",
    none: "Every unit of this kind has sent its file; there is nothing to enter.",
    no_unit: "The roster has no unit of this kind yet. Add them under “Roster”.",
    option: |number, words| format!("{number} {words}"),
    no_option: |most| format!("Type a number from 1 to {most}."),
    unread: |many| {
        if many == 1 {
            "One cell cannot be read and does not count. It stays as it is until it is corrected.".to_owned()
        } else {
            format!("{many} cells cannot be read and do not count. They stay as they are until they are corrected.")
        }
    },
    pasted: |cells, unread| {
        let cells = if cells == 1 { "One cell was pasted".to_owned() } else { format!("{cells} cells were pasted") };
        if unread == 0 { format!("{cells}.") } else { format!("{cells}; {unread} more cannot be read.") }
    },
    outside: |many| {
        format!("{many} more lie outside the table and were not filled in; look whether you began at the right cell.")
    },
    chat_replies: "Chat replies: copy the form, paste what comes back",
    chat_lead: "Send the text in a chat; each room fills in its lines and sends it back. Paste what came back below, several at once if you like; it counts only after you have looked at it.",
    copy_form: "Copy the form",
    form_copied: "Copied. Paste it into the chat.",
    form_not_copied: "The browser does not allow copying.",
    paste_replies: "Paste replies",
    read_replies: "Read",
    nothing_read: "No numbered answers were found.",
    line: "Line",
    asked: "Asked",
    typed: "Typed",
    means: "Read as",
    replaces: |typed| format!("(replaces {typed})"),
    lines_unread: "These were not read; type them in the grid:",
    whose: "Whose reply is it?",
    choose_unit: "Choose",
    count_reply: "It is right, count it",
    counted: |many| {
        if many == 1 { "One answer was counted.".to_owned() } else { format!("{many} answers were counted.") }
    },
    check: "Sheet to check",
    check_lead: "What was typed for a unit, printed for it to check and sign; one sheet each.",
    check_print: |many| {
        if many == 1 { "Print one sheet to check".to_owned() } else { format!("Print {many} sheets to check") }
    },
    check_one: "Print the sheet to check",
    check_unit: "Unit",
    check_asked: "Item",
    check_typed: "As typed",
    check_right: "If not so, what is right",
    check_open: "not typed",
    check_based: |sources, day| format!("Taken from: {sources} ({day})"),
    check_signed: |post| format!("Checked; it is so. {post} (signature):                    Date:"),
    check_widths: [46, 34, 20],
    form_of: |unit| format!("Paper form: {unit}"),
    form_hint: "A photo stands beside the row while it is typed. It stays in this computer's browser alone: it is in no file for the county and in no review file. It can be dropped or pasted here.",
    form_add: "Add a photo",
    form_larger: "Larger",
    form_smaller: "Smaller",
    form_turn: |number| format!("Turn photo {number}"),
    form_remove: |number| format!("Remove photo {number}"),
    form_unsaved: "The photo was not stored, as the browser does not allow it; it goes with the page. What is typed is not affected.",
    form_unsaved_full: "The photo was not stored, as the browser's storage is full; it goes with the page. What is typed is not affected.",
    form_photo: |number, unit| format!("Paper form of {unit}, photo {number}"),
    cell_of: |column, unit| format!("{unit}: {column}"),
};
