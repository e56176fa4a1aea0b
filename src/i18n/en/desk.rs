//! English.

use crate::i18n::desk::{
    DeskWords, DoorWords, OverviewWords, ReceivedWords, ReviewFileWords, ReviewFrame, RosterPageWords, TakeInWords,
};

pub static DESK: DeskWords = DeskWords {
    door: DoorWords {
        township: "The township's collection",
        township_lead: "Gather the submission files of your township's units, see who has sent and who has not, give a first score, report to the county.",
        county: "The county's review",
        county_lead: "Put in the submission files that came by mail and chat, see who has sent and who has not, look at each, and read one table.",
        lives_here: "A review is kept in this browser on this computer alone; nothing is uploaded. Save a review file every day before you leave.",
        from_disk: "You opened the page from a file on this computer. Keep its name and its folder: in Firefox and some others what is here cannot be seen after a change.",
        blocked: "This browser does not let the page save anything. You can work as usual, but nothing is kept after closing: save a review file before you leave.",
        silent: "The browser's storage gives no answer now; reviews may be there. Close the browser, open it again and look.",
        waits: "Looking which reviews are on this computer…",
        list: "Reviews on this computer",
        none: "No review yet. Begin one, or look at the sample first.",
        none_open: "No review is under way. Begin one, or take one back from below.",
        not_put: |name| format!("“{name}” was not moved: the browser did not store this. Try again later."),
        changed: |time| format!("Last change: {time}"),
        unreadable: "This review cannot be read now; nothing of it was changed",
        new: "Begin a review",
        standard_of: |unit| format!("Standard for: {unit}"),
        no_standard: "None of this kind",
        township_name: "Name of the township",
        township_hint: "For example: Liulin Town",
        needs_township: "Type the name of the township.",
        needs_standard: "Choose at least one standard.",
        years_differ: "The standards are of different years. Choose those of one year.",
        begin: "Begin",
        open_file: "Open a review file",
        open_hint: "One that was saved before, or that somebody gave you.",
        opening: "Opening…",
        is_here: "This review is on this computer already. Open it and merge this file on its page “Save as a file”.",
        sample: "Open the sample county",
        sample_hint: "Stations and rooms made up by the program, with late, damaged and doubled files, to try everything with.",
        archived: "Archived reviews",
        archive: "Archive",
        unarchive: "Take out of the archive",
        remove: "Remove",
        removed: "Removed reviews",
        removed_hint: "What was removed lies here first and can be taken back.",
        take_back: "Take back",
    },
    frame: ReviewFrame {
        label: "Review",
        intake: "Take in",
        roster: "Roster",
        table: "Table",
        file: "Save as a file",
        saved: "Saved",
        saving: "Saving…",
        passed_over: |n| {
            if n == 1 {
                "; one place was changed since and stays".to_owned()
            } else {
                format!("; {n} places were changed since and stay")
            }
        },
        stands: "Something else was decided there since, so this step stays; press once more for the one before it.",
        nothing_to_undo: "There is nothing to undo.",
        lies_removed: "This review was removed and lies among the removed ones at the door. It is still here; take it back to go on with it.",
        nothing_to_redo: "There is nothing to do again.",
        unsaved_blocked: "Not saved: the browser does not let the page save. Save a review file often.",
        unsaved_full: "Not saved: the browser's storage is full. Save a review file now.",
        unsaved_other: "Not saved: the browser has failed. Save a review file now.",
        unsaved_no_answer: "Not saved: the browser gives no answer. Save a review file now.",
        save_now: "Save a review file",
        retry: "Try again",
        opening: "Opening the review…",
        missing: "This review is not on this computer",
        missing_hint: "It may be on another computer or in another browser, or it was removed. If you have its file, open that.",
        unread: |n| format!("{n} records cannot be read; they are kept as they are."),
        apart: |n| {
            format!(
                "Saved; {n} of what was typed does not count (too long, not readable, without a day, or pasted and not read in) and is kept as it is"
            )
        },
        to_apart: "Mend it",
        empty_field: "Empty the field",
    },
    roster: RosterPageWords {
        title: "Roster",
        lead: "All units that are to send. A file of a unit that is not here never enters the table.",
        none: "The roster is empty. Paste it from a sheet, or add line by line.",
        count: |n| if n == 1 { "1 unit".to_owned() } else { format!("{n} units") },
        kind: "Kind",
        township: "Township",
        village: "Village",
        name: "Name of the unit",
        code: "Code",
        add: "Add a line",
        paste: "Paste from a sheet",
        paste_label: "Copy the units in Excel or WPS and paste them here",
        paste_hint: "One unit a line, with or without a heading. You see a preview before anything is added.",
        read: "Show the preview",
        preview: |n| if n == 1 { "1 line was read".to_owned() } else { format!("{n} lines were read") },
        columns_hint: "See whether each column was told right; change what is not.",
        column: |n| format!("Column {n} is"),
        accept: |n| if n == 1 { "Add 1 line to the roster".to_owned() } else { format!("Add {n} lines to the roster") },
        cancel: "Add nothing",
        choose_file: "Or choose a sheet (.xlsx, .csv)",
        sheet: |read, others| {
            format!("The sheet “{read}” was read; not read: {others}. For another one, copy it and paste it above.")
        },
        no_sheet: "No table was read in this file. Choose a .xlsx, .xls or .csv file.",
        no_reader: "The single file does not read workbooks, or what reads them could not be fetched. Copy the cells and paste them above.",
        taken: |new, same| format!("{new} units added; {same} were on the roster already."),
        with_people: |names| format!("Show {names}"),
        taken_over: |n| {
            if n == 1 {
                "Of one of these code, head, liaison or members were taken over.".to_owned()
            } else {
                format!("Of {n} of these code, head, liaison or members were taken over.")
            }
        },
        differs: |n| {
            let units = if n == 1 { "One unit is".to_owned() } else { format!("{n} units are") };
            format!("{units} on the roster with another code, head, liaison or members; this list is taken over.")
        },
        left_out: |n| {
            let lines = if n == 1 { "One line with something wrong was" } else { "Lines with something wrong were" };
            let many = if n == 1 { String::new() } else { format!(": {n}") };
            format!(
                "{lines} not added{many}. Mend it in the list and read that again; what is on the roster is not doubled."
            )
        },
        more_wrong: |n| if n == 1 { "One more is not listed.".to_owned() } else { format!("{n} more are not listed.") },
        remove: "Take off",
        take_away: |name| format!("Take off the roster: {name}"),
        unnamed: "It has no name: no file can be found to be its own.",
        same_name: "Called as another line: whose a file is will be asked.",
        field_of: |field, name| format!("{field}: {name}"),
        from_standard: |n| format!("Use the standard's list ({n} units)"),
    },
    intake: TakeInWords {
        title: "Take in",
        lead: "Submission files, review files, mails saved from a mailbox (.eml) and archives (.zip), dozens or hundreds at once.",
        choose: "Choose files",
        choose_folder: "Choose a folder",
        drop: "Or drag files here, or copy them and paste here.",
        folder_dropped: "This browser cannot read a folder that is dragged in. Use “Choose a folder”.",
        day: "Day of receipt",
        day_hint: "A mail has its own day, unless it cannot be; all other files get the day that is typed here, or today's where none is.",
        unlikely_day: |year| format!("This day is still to come, or before the year {year}: please check."),
        reading: |at, of| format!("Taking in: {at} of {of}"),
        stop: "Stop",
        stopped: |n, rest| {
            format!("Stopped. {n} were looked at, and what was taken in stays; the other {rest} were not looked at.")
        },
        done: |n| {
            if n == 1 { "Done: 1 file was looked at.".to_owned() } else { format!("Done: {n} files were looked at.") }
        },
        not_listed: |names| {
            format!(
                "The bundle has units that are not on the roster: {names}. What was typed or judged of any of them waits below and is in no table: choose its line, or add it to the roster."
            )
        },
        entered_kept: |names| {
            format!(
                "For these units it was decided that what was typed counts, and it still does: {names}. The unit's page has the file that came."
            )
        },
        over_entered: |names| {
            format!(
                "Answers had been typed for these units, and their files count now: {names}. What was typed is still here; the unit's page shows where they differ."
            )
        },
        no_reader: |n| {
            format!(
                "{n} mails were not read: the single file does not read mails, or what reads them could not be fetched. Save the attachments in the mailbox and choose those, or use the hosted copy."
            )
        },
        undo: "Undo this taking in",
        undone: |stays| {
            if stays == 0 {
                "This taking in was undone.".to_owned()
            } else {
                format!("This taking in was undone, except where something else was decided since ({stays}).")
            }
        },
        nothing: "There was no file to take in.",
        waiting: "Waiting to be matched",
        waiting_hint: "These units are not on the roster, and what came of them waits. Choose which line each is; it is remembered.",
        pick: |name| format!("“{name}” on the roster is"),
        pick_none: "Choose",
        is_here: "(has answers already)",
        match_now: "Match",
        roster_first: "The roster is empty: fill it in first, then match.",
    },
    table: OverviewWords {
        title: "Table",
        none: "The roster is empty, so there is no table. Fill in the roster first.",
        sums: |all, sent, missing| format!("{all} to send, {sent} sent, {missing} missing"),
        search: "Search",
        township: "Township",
        state: "State",
        all: "All",
        sort: "Sort",
        by_roster: "As the roster",
        by_score: "Highest self score first",
        by_stars: "Most stars first",
        by_difference: "furthest below the self score first",
        by_day: "Latest received first",
        by_name: "By name",
        by_state: "Missing first",
        kind: "Kind",
        name: "Unit",
        stars: "Stars (estimate)",
        score: "Self score",
        gates: "Vetoes and caps",
        received: "Received",
        shown: |n| format!("{n} shown"),
        no_match: "No unit is like that.",
    },
    unit: ReceivedWords {
        missing: "No such unit on the roster",
        missing_hint: "It may have been taken off the roster.",
        not_sent: "Nothing has come from this unit yet.",
        why_not_sent: "Why it sends nothing",
        why_not_sent_hint: "Optional. With a reason it counts as sending nothing, and the summary says why. For example: being rebuilt.",
        entered: "The township typed this unit's answers.",
        also_entered: |n| {
            let many = if n == 1 { "1 answer was".to_owned() } else { format!("{n} answers were") };
            format!(
                "{many} typed for this unit before; now the file that came counts. What was typed is still here and can count instead."
            )
        },
        in_file: "In the file",
        use_entered: "Use what was typed",
        also_received: "A file came from this unit as well; what was typed counts now.",
        clash: "Several files of the same revision differ. Ask the unit and choose the one that counts.",
        use_this: "Use this one",
        opening: "Reading…",
        on_paper: "Show it as printed",
        on_screen: "Back to the screen",
        as_handed_in: "Shown as it was handed in, to be read only.",
        code: "Check code",
        revision: "Revision",
        times: |n| format!("No. {n}"),
        made: "Made",
        declared: "Declared by",
        received: "Received",
        standard: "Standard",
        score: "Self score",
        stars: "Stars (estimate)",
        print: "Print",
        back: "Back to the table",
        open_failed: "This file cannot be read; it is kept as it was received.",
    },
    file: ReviewFileWords {
        title: "Save as a file",
        lead: "A review file holds the roster, what was received and every decision. Save one every day; on another computer you go on with it.",
        save: "Save a review file",
        with_photos: "With the photos (the file becomes much larger)",
        without: |n| format!("{n} received files could not be read and are not in it."),
        handed: |name| format!("Handed to the browser: {name}. Look whether it is there."),
        merge: "Merge another review file",
        merge_hint: "What several people did apart comes together; nothing is doubled or lost.",
        choose: "Choose a review file",
        merged: |n| format!("Merged: {n} new records."),
        nothing_new: "There is nothing new in this file.",
        other_review: "This file is of another review; nothing was merged.",
        not_a_review: "This is no review file; nothing was changed.",
        failed: "The browser could not make the file; everything is still here.",
    },
};
