//! English.

use crate::i18n::keeping::{History, Merge, Mine, OpenWords};

pub const MINE: Mine = Mine {
    title: "My drafts",
    lead: "Drafts are kept in this browser on this computer: one for each unit and year, as many side by side as you like.",
    lead_unkept: "One for each unit and year, as many side by side as you like.",
    unsaved: "Not saved: it is in this window alone. Open it and save a draft file.",
    none: "No drafts yet. Start one, or look at the example first.",
    elsewhere: "Filled in before and not here? A draft is kept by the browser it was typed in, and some browsers keep it for one file in one folder only. Open it where it was, or open its draft file.",
    new: "New draft",
    new_of: |unit| format!("New: {unit}"),
    version: |version, year| format!("standard of {year}, version {version}"),
    example: "Open the example",
    example_hint: "Filled in and yours to change. Its files are marked as an example.",
    open: "Open a file",
    open_hint: "A submission, a draft file, or a standard from the county.",
    remove: "Delete",
    changed: |time| format!("last changed {time}"),
    year: |year| format!("year {year}"),
    blocked: "This browser keeps nothing now (the page may not, or there is no room). You can fill in the form, but it is gone when you close it; save a draft file before you leave.",
    not_found: "There is no such draft on this computer",
    not_found_hint: "It may be in another browser or on another computer, or it was deleted. If you have its draft file or submission, open that.",
    broken: "This draft cannot be read at the moment",
    broken_hint: "It was left exactly as it is. You can save it as a file for somebody who can look into it:",
    standard_missing: "The standard of this draft cannot be read",
    standard_missing_hint: |id, version| {
        format!(
            "All that was filled in is here, unchanged. What is missing is the standard “{id}”, version {version}. Choose the county's file of this version, or a draft file with the same standard, and the draft opens as it was:"
        )
    },
    bring_standard: "Choose the standard's file",
    other_standard: "This file holds another standard or version. Nothing was changed. Choose the version that is named above.",
    not_brought: "The standard could not be stored, so the draft does not open yet. There may be no room left: make some and try again.",
    save_raw: "Save it as it is",
    unsure: "A part of the browser's storage cannot be read now; the draft may still be there. Close the browser, open it again and look once more.",
    in_chat: "This is open inside WeChat or QQ, where files may not come down and what you fill in may not stay. Tap … at the top right and open it in a browser first.",
    remind: "No file of it was saved for more than three weeks. A browser may lose what it stores; save a draft file.",
    handed: |n, time| format!("submission no. {n} was made {time}"),
    twice: |year| format!("There is another draft of this unit for {year}: are both needed?"),
    twice_here: |name, year| {
        format!(
            "There is another draft of “{name}” for {year}. A unit hands in one a year: perhaps go on with that one."
        )
    },
    twice_open: "Open that one",
    again: "Another one, same township",
    again_of: |name| format!("Another one, same township: {name}"),
    take_over: "Fill in as in an earlier draft",
    take_township: |township| format!("Township: {township}"),
    take_posts: |name| format!("People: as in “{name}”"),
    hand_over: "Handing over",
    hand_over_hint: "When somebody else or another computer goes on, save the drafts with their photos as one file and pass it on. Whoever takes over opens it under “Open a file” and goes on.",
    hand_over_one: "Save this draft to hand it over",
    hand_over_all: |n| format!("Save {n} drafts as one file to hand over"),
    hand_over_done: |name| format!("Handed to the browser: {name}. See that it is there before you pass it on."),
    removed: |name| format!("“{name}” is in the bin and can be taken back."),
    remove_failed: "Not removed: the browser could not put it into the bin.",
    bin: "Bin",
    bin_hint: "Removed drafts stay here for a hundred days at least.",
    thrown: |time| format!("removed {time}"),
    take_back: "Take back",
    offered: "Written later in an older version",
    offered_hint: "These drafts were taken over from an older version of the program and changed there afterwards. Open one as a new draft, then merge.",
    decline: "Not needed",
    quarantined: "Kept apart",
    asides_hint: "What could not be read, or what did not go into a draft when another window went on with it. The program never deletes it.",
    aside_broken: "A draft that cannot be read",
    aside_copy: "Typed, but not in the draft",
    aside_save: "Save as a file, as it is",
    aside_open: "Open as a new draft",
};

pub const OPEN: OpenWords = OpenWords {
    title: "Open a file",
    lead: "Opens submissions, draft files and standards. You see what is in the file first; nothing changes before you say so.",
    choose: "Choose a file",
    drop: "Or drop the file here.",
    reading: "Reading…",
    nothing_changed: "Nothing was changed.",
    failed: |name| format!("“{name}” could not be opened:"),
    unreadable: |name| {
        format!(
            "“{name}” could not be read: it may have been moved, renamed or removed since it was chosen, or the memory stick was pulled out. Choose it again."
        )
    },
    preview: "What is in the file",
    several: |name, n| match n {
        1 => format!("“{name}” holds one file of this program"),
        n => format!("“{name}” holds {n} files of this program"),
    },
    others: |n| match n {
        1 => "One other file was not opened.".to_owned(),
        n => format!("{n} other files were not opened."),
    },
    take_all: |n| match n {
        1 => "Take the draft to this computer".to_owned(),
        n => format!("Take all {n} drafts to this computer"),
    },
    take_all_failed: "Not all of them were taken: the browser could not store one. Those that were are under “My drafts”, the others are still in the file.",
    look_inside: "Look at this one",
    packed_damaged: |name| {
        format!("“{name}” could not be opened: it is damaged or was not downloaded whole. Download or copy it again.")
    },
    packed_locked: |name| {
        format!("“{name}” could not be opened: it asks for a password. Unpack it first, then choose the file inside.")
    },
    packed_otherwise: |name| {
        format!(
            "“{name}” could not be opened: it is packed in a way this program does not know. Unpack it first, then choose the file inside."
        )
    },
    packed_too_much: |name| {
        format!("There are too many or too large files in “{name}”. Unpack it first, then choose the file inside.")
    },
    is_standard: "Standard",
    is_draft: "Draft",
    is_submission: "Submission",
    is_bundle: "Township's bundle",
    is_review: "Review",
    units: "Units",
    submission_belongs: |unit| {
        format!(
            "No draft of “{unit}” is here. If that unit handed it in, do not open it here but take it in at one of these doors; open it as a draft only to go on filling it in for that unit."
        )
    },
    bundle_belongs: "A township sends this to the county; it is not opened here. Go back to the start and open it from the county's door.",
    review_belongs: "Units are gathered in this; it is not opened here. Go back to the start and open it from the township's or the county's door.",
    unit: "Unit",
    township: "Township or sub-district",
    year: "Year",
    standard: "Standard",
    revision: "Revision",
    code: "Check code",
    score: "Score",
    made: "Made",
    issuer: "Issued by",
    receiver: "Goes to",
    mailbox: "Mailbox",
    items: "Items",
    at_hand: "This standard is already on this computer.",
    findings: "Please note:",
    clean: "The check codes fit the content, and the score was computed again and agrees.",
    add_standard: "Add this standard",
    add_draft: "Open as a new draft",
    replace_none: "It becomes a new draft; no draft of yours is replaced.",
    cancel: "Do not open",
    added_standard: "Added. You can now start a draft by it under “My drafts”.",
    not_kept: "The browser could not keep this standard; open it again after closing this page.",
    times: |n| format!("no. {n}"),
    type_code: "The check code on the sheet",
    type_code_hint: "Type the code that is printed on the signed sheet, and it is told whether sheet and file are the same. It may stay empty.",
    no_code: "A check code has 12 letters and digits, in groups of 4. Please look at the sheet again.",
    code_same: "The same: the sheet belongs to this file.",
    code_differs: |unit, score, made| format!("Not the same: this file is of {unit}, {score} points, made {made}."),
    code_of: |revision, made| {
        format!(
            "The code on the sheet is of submission no. {revision} on this computer, made {made}. Look for that file, or print and sign this one again."
        )
    },
    code_unknown: "No submission on this computer has this code either. It may have been copied wrongly; if not, ask for the file that belongs to the sheet.",
};

pub const MERGE: Merge = Merge {
    title: "Merge a file",
    lead: "Choose for each place whose is kept. Nothing changes before you press the button below, and then it can be undone.",
    into: |name| format!("Merge into “{name}”"),
    unrelated: "There is no file to merge, or it is filled in by another standard. Open the file first.",
    sample: "This file is the worked example: once you take anything from it, this draft and what is made of it are marked as an example, until you undo that.",
    place: "Place",
    here: "Here",
    file: "In the file",
    choice: "Choice",
    take: "Take the file's",
    new: "not here",
    differs: "differs",
    only_here: "only here",
    none: "Nothing differs.",
    same: |n| format!("In {n} more places both are the same."),
    apply: |n| format!("Take the {n} chosen"),
    done: "Merged. Undo takes it back.",
};

pub const HISTORY: History = History {
    title: "Earlier states",
    lead: "The program keeps one every now and then. Look first at what differs, then decide; going back can be undone, too.",
    none: "None kept yet.",
    look: "What differs?",
    restore: "Go back to this",
    restored: "Gone back. Undo takes it back.",
    gone: "This one cannot be read any more; nothing was changed.",
    then: "Then",
    before_changing_version: "before the standard's version was changed",
    before_merging: "before merging",
    before_restoring: "before going back",
    before_taking_over: "when it was taken over from another window",
    quarantine: "a copy from another place",
    binned: "when it was removed",
    reconfirm: "Please confirm again",
    reconfirm_was: |words| format!("It was asked as: {words}"),
    confirm: "It still holds",
    left: "What the changed standard has no room for",
    left_hint: "It has no place in this version of the standard; it gives no points and is not sent. Remove it when you no longer want it.",
    let_go: "Let it go",
    left_item: "An item of the former standard",
    left_fact: "A number of the former standard",
    left_level: |level| format!("level {level} from below"),
    left_parts: |many| format!("{many} parts ticked"),
    left_none: "not applicable",
    newer_version: |version, year| {
        format!(
            "A newer standard is on this computer (version {version}, {year}); this draft still goes by the older one."
        )
    },
    change_version: "Change to it",
};
