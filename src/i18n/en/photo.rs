//! English.

use super::several;
use crate::i18n::photo::Photos;
use crate::model::photos::rules::{PICTURE, Refused};

pub const PHOTOS: Photos = Photos {
    title: "Photos",
    add: "Add photos",
    camera: "Take a photo",
    hint: "You can also paste or drop pictures onto this item. They are made smaller, and the place where they were taken is removed.",
    notice: "No citizen's name, telephone or identity number may be seen on a photo.",
    off: "The ledgers of this item usually hold personal data of citizens, so it goes without photos.",
    switch_on: "Add photos all the same",
    named: |n, caption| if caption.is_empty() { format!("Photo {n}") } else { format!("Photo {n}: {caption}") },
    many: |n| several(n, "photo", "photos"),
    caption: "What it shows",
    earlier: "Earlier",
    later: "Later",
    remove: "Remove",
    view: "View",
    close: "Close",
    busy: |now, all| format!("Working on photo {now} of {all} …"),
    added: |n| format!("{} added.", several(n, "photo", "photos")),
    already: "The item has this photo already; it was not added twice.",
    removed: "The photo was removed. You can undo this.",
    moved: |n| format!("It is photo {n} now."),
    too_many: |chosen, room, most| {
        format!(
            "You chose {chosen}; a draft holds {most} photos and has room for {room} more. None was added: please choose fewer."
        )
    },
    missing: "This photo is not on this computer; nothing else is affected. Open the draft file that has it, or add it again.",
    spoilt: "This photo was damaged in the browser; nothing else is affected. Please add it again.",
    blocked: "The browser cannot read its photos now; nothing else is affected. Close other windows and open this page again.",
    unsaved: "Photos are not saved: the browser does not allow it, and they go with this page. Save a draft file.",
    unsaved_full: "Photos are not saved: the browser's storage is full, and they go with this page. Save a draft file.",
    size: |mb, most| format!("As an attachment the submission has about {mb} MB; at most {most} MB are taken."),
    size_only: |mb| format!("As an attachment the submission has about {mb} MB."),
    over: |mb, most| {
        format!(
            "As an attachment the submission has about {mb} MB, over the limit of {most} MB. Please use fewer photos."
        )
    },
    broke_off: "While photos were being taken or chosen this page ended, so a photo may not have been added. Please look, and add it again if it is missing; if it happens once more, take it with the camera first and choose it with Add photos.",
    long_notice: "This picture is very long; it may be a screenshot.",
    cover: "Black out",
    cover_hint: "Drag over the photo what is to be covered. Or add a box: arrow keys move it, Shift with arrow keys changes its size, Delete removes it.",
    cover_add: "Add a box",
    cover_less: "Take the last box away",
    cover_apply: "Black out and save",
    cover_box: |n| format!("Box {n}"),
    covered: "Blacked out; the photo as it was is replaced.",
    cover_failed: "It did not work; the photo is as it was.",
    without: |n| {
        let photos = several(n, "photo is", "photos are");
        format!(
            "{photos} not on this computer, or cannot be read, and so not in the file; everything else is. No points are lost by it."
        )
    },
    lack_fewer: "Over 60 photos: please remove some",
    refused: |why| {
        match why {
        Refused::Empty => "The file is empty and was not added. Take or choose it again.".to_owned(),
        Refused::TooLarge => format!("It has over {} MB, which no plain photo has, and was not added.", PICTURE >> 20),
        Refused::NotAPicture => "This is no photo that can be used and was not added. Choose a JPEG, PNG or WebP.".to_owned(),
        Refused::CutOff => "The photo ends in the middle and was not added. Copy or download it again.".to_owned(),
        Refused::TooManyDots(millions) => {
            format!("The photo has {millions} megapixels, over 100, and was not added. Make it smaller or take it again in the plain mode.")
        }
        Refused::TooLong => "The picture is so long that nothing could be read once it is smaller, and was not added. Take it in several parts and add each.".to_owned(),
        Refused::Heic => "This is an iPhone's HEIC photo, which this browser cannot read, and was not added. On the phone choose Settings, Camera, Formats, Most Compatible and take it again; or send it to yourself by a messenger (not as original) and add what you receive.".to_owned(),
        Refused::Unreadable => "The browser cannot read this photo, and it was not added. Choose another, or save it as JPEG with a picture program.".to_owned(),
        Refused::Noise => "This browser puts noise into the pictures that are drawn (most likely its protection against fingerprinting is on), which would spoil the photo, so it was not added. Switch that protection off for this page in the settings of the browser and add it again, or use another browser.".to_owned(),
    }
    },
};
