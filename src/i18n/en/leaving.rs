//! English.

use crate::i18n::leaving::Leaving;

pub const LEAVING: Leaving = Leaving {
    title: "Shared computer",
    hint: "Three steps before you leave: put all drafts here (with photos and the bin) into one file; find that file and choose it here to be compared; clear when it is the same. Nothing is cleared before the first two are done.",
    make: "Put all drafts into one file",
    make_again: "Make the file once more",
    making: "Putting it together…",
    silent: "Not made: the browser's storage gives no answer, so there may be drafts that cannot be read. Close the browser, open it again and try once more.",
    failed: "Not made: the browser could not put the file together. Every draft is still here.",
    handed: |name, mb| {
        format!(
            "Handed to the browser as a download: {name} (about {mb} MB). It may ask where to put it, and it may not have stored it. Find the file and keep it on a memory stick or send it to yourself."
        )
    },
    without: |n| match n {
        1 => "One photo could not be read and is not in the file; clearing takes it away.".to_owned(),
        n => format!("{n} photos could not be read and are not in the file; clearing takes them away."),
    },
    without_silent: |n| {
        format!(
            "The store of photos gave no answer; {n} of them are not in the file. Close the browser, open it again and make the file once more. If you clear now, they are gone."
        )
    },
    choose: "Choose the file you just downloaded",
    choose_hint: "It is compared with the file that was handed over, to the last byte.",
    comparing: "Comparing…",
    unreadable: "The file could not be read, and nothing was cleared. Choose it again.",
    other_size: |is, should| {
        format!(
            "Not that file, or not all of it: it has {is} bytes instead of {should}. Nothing was cleared. Choose again, or make the file once more."
        )
    },
    other_content: "Not that file: the same size, other content. Nothing was cleared. Choose again, or make the file once more.",
    same: "This is the file, to the last byte.",
    goes: "This goes from this browser on this computer:",
    goes_drafts: |n, names| match n {
        1 => format!("one draft: {names}"),
        n => format!("{n} drafts: {names}"),
    },
    goes_broken: |n| match n {
        1 => "a draft that cannot be read; it is in the file as it is".to_owned(),
        n => format!("{n} drafts that cannot be read; they are in the file as they are"),
    },
    goes_bin: |n| format!("{n} in the bin"),
    goes_others: |n| format!("{n} kept apart"),
    goes_photos: |n| match n {
        1 => "one photo".to_owned(),
        n => format!("{n} photos"),
    },
    goes_reviews: |n, names| format!("{n} reviews: {names}"),
    goes_history: "the earlier states of every draft",
    clear: "Clear this computer",
    cleared: "Cleared: no draft, no photo and no earlier state is in this browser any more.",
    but_photos: "The drafts are gone. The store of photos gave no answer, so the photos are still here: close the browser, open it again and clear once more.",
    changed: "Not cleared: a draft was changed or added since the file was made, perhaps in another window. Make the file once more.",
    partly: "Not all of it was cleared: a part of the browser's storage gave no answer. Close the browser, open it again and clear once more.",
    was_cleared: "This computer was cleared",
    was_cleared_hint: "Somebody cleared all drafts in this browser, and this one with them. Nothing is saved here any more, and nothing is written back.",
    was_cleared_more: "When that was done, this window held something that was not saved yet. Save it as a draft file if it is needed; otherwise close the window.",
    was_removed: "This draft was removed",
    was_removed_hint: "It is in the bin on the page “My drafts” and can be taken back.",
    waiting: "This draft is still being read",
    waiting_hint: "The browser's storage has not answered yet; on an old computer that can take a while. The draft opens by itself once it is read. If you have its draft file, you can open that meanwhile.",
    list_waits: "Still reading; there may be more drafts…",
    list_unsure: "A part of the browser's storage cannot be read, so this list may not be complete. Close the browser, open it again and look once more.",
    what: "XingZhan all drafts",
    what_review: "review",
    county: "county",
    folders: ["drafts", "bin", "kept apart", "older version", "not readable", "reviews"],
    comma: ", ",
};
