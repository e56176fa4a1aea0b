//! English.

use super::several;
use crate::i18n::send::Send;
use crate::model::standard::receiver::Way;

pub const SEND: Send = Send {
    title: "Make the submission",
    lead: |to| format!("The submission is the one file that goes to {to}: all answers, evidence and the score."),
    declaration: "Declaration",
    privacy: "Name and post only: no identity number, no mobile number, nothing about members of the public.",
    same: |post, name| format!("Filled in by the {post}, {name}", post = post.to_ascii_lowercase()),
    name: "Filled in by",
    post: "Post",
    date: "Date",
    agree: "The above is true and the numbers agree with the ledgers",
    agree_none: "and none of the following applies:",
    agree_once: "The tick is for the content as it is now. It goes when that changes; check again and tick it anew.",
    lacks: "Needed first:",
    lack_name: "the unit's name",
    lack_township: "its township or sub-district",
    lack_village: "its village or community",
    lack_declared_by: "who filled it in",
    lack_readable: |n| match n {
        1 => "one number that cannot be read; please correct it where it stands".to_owned(),
        n => format!("{n} numbers that cannot be read; please correct them where they stand"),
    },
    lack_whole_day: "a whole day for the declaration",
    lack_agreed: "a tick at the declaration",
    lack_fewer_times: "another draft, as no further submission is counted of this one: begin a new one and merge this one's file into it",
    still_open: |n| {
        format!(
            "{} still open. You can go ahead: the file says so, and the score is a range.",
            several(n, "item is", "items are")
        )
    },
    notes_missing: |n| format!("{} still without a note.", several(n, "item is", "items are")),
    again: |n| format!("Save the submission again (no. {n})"),
    date_hint: "If left empty, it is the day it is made",
    day_before_the_year: "The day of the declaration lies before the year of the standard. Is it right?",
    day_to_come: "The day of the declaration is still to come. Is it right?",
    handed: "Handed to the browser as a download, as a rule into the folder “Downloads”. Look whether it is there; if not, press again. Before, it was read again and says what was filled in.",
    downloads: "Handed to the browser as a download.",
    share_failed: "Sharing could not be opened. Press again, or use a mailbox.",
    share_waits: "Sharing has not ended yet. If no window for it is to be seen, use a mailbox.",
    submit: |n| format!("Make the submission (no. {n})"),
    save_draft: "Save a draft file",
    save_draft_hint: "As a backup, or to go on at another computer. Draft files are not handed in.",
    by_webmail: "Send by webmail",
    step_open: "Open your mailbox, begin a mail, and paste the recipient.",
    step_open_unknown: |to| format!("Open your mailbox, begin a mail, and write it to the mailbox given by {to}."),
    step_words: "Paste subject and text.",
    step_attach: "Attach the file that was just downloaded, and send.",
    copy_to: "Copy recipient",
    copy_subject: "Copy subject",
    copy_body: "Copy text",
    copied: "Copied: paste it into the mail.",
    copy_failed: "The browser does not allow copying; select it with the mouse and copy it.",
    size: |mb| format!("About {mb} MB as an attachment."),
    over_limit: |mb, most| {
        format!(
            "About {mb} MB as an attachment, more than the {most} MB that are taken. Leave out some photos and make it again."
        )
    },
    too_large_for_webmail: "The file is over 50 MB: webmail turns it into a link that expires, and whoever gets it may not be able to open it. Leave out some photos and make it again.",
    by_program: "Send with a mail program or a phone",
    as_mail: "Save as a mail draft",
    as_mail_hint: "The mail draft (.eml) has recipient, subject, text and attachment in place: open it with a double click, check it and send it. Opening the mail program leaves the attachment to you.",
    as_address: "Open the mail program",
    as_workbook: "Save the sheet of all items as an Excel workbook",
    share: "Share the file",
    handed_over: |n, time, code| format!("Submission no. {n} was made {time}, check code {code}."),
    changed_since: "It was changed since: make and send it again.",
    done: "The submission is ready",
    file: "File",
    code: "Check code",
    code_hint: "The check code stands for what is signed and should agree with the paper sheet. It changes with any answer.",
    where_to: |to, ways| format!("Send this file to {to} {ways}."),
    way: |way| match way {
        Way::Mail => "by mail",
        Way::Chat => "by chat (WeChat)",
        Way::Stick => "on a memory stick",
    },
    ways: |ways| match ways {
        [before @ .., one, last] if !before.is_empty() => format!("{}, {one} or {last}", before.join(", ")),
        [one, last] => format!("{one} or {last}"),
        ways => ways.concat(),
    },
    by_phone: "Share from this phone",
    by_phone_hint: |to| format!("Press “Share the file”, choose WeChat or a mailbox, and send it to {to}."),
    by_chat: "Send by WeChat",
    by_chat_step: |to| {
        format!(
            "Open WeChat on the computer, find your contact or group at {to}, drag the file that was just downloaded into it and send it, then paste a line about it."
        )
    },
    copy_message: "Copy that line",
    by_stick: "Copy to a memory stick",
    by_stick_step: |to| {
        format!("Copy the file that was just downloaded to a memory stick and hand it to {to}. Keep its name.")
    },
    to: |office| format!("To: {office}"),
    do_not_edit: |to| format!("It is data for {to}; please do not open or edit it in an office program."),
    no_file: |to| {
        format!(
            "No file was made: the browser did not take it. Save a draft file, open it in another browser and try there; if that does not help, tell {to}."
        )
    },
    failed: |to| {
        format!(
            "No file was made: what was written does not agree with what was filled in. Save a draft file and tell {to}."
        )
    },
    what: "self-assessment",
    what_draft: "draft",
    what_sample: "example",
    revision: |n| format!("no{n}"),
};
