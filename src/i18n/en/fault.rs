//! English.

use super::format::SIGNS;
use crate::i18n::fault::{FileFaults, megabytes};
use crate::model::files::foreign::Foreign;
use crate::model::problem::{Fault, Unwhole};
use crate::model::standard::words::LangTag;

pub static FAULTS: FileFaults = FileFaults {
    said,
    changed: |said| format!("{said} The file was changed: ask the sender to make it again and send it once more."),
    answers: "Answers",
    facts: "Numbers",
    photos: "Photos",
    item: |id| format!("Item {id}"),
    note: |id| format!("Note of item {id}"),
    photo: |id| format!("Photo of item {id}"),
    fact: |id| format!("Number “{id}”"),
    people: "People",
    declaration: "Declaration",
    unit: "Unit",
    counter: "Number of changes of the draft",
    revision: "Number of submissions",
    exports: "What was handed over",
    reconfirm: "What is to be confirmed again",
    left: "Answers without a place",
    earlier: "The earlier year",
    entries: "Entries of the review",
    basics: "What the review is of",
    files: "Received files",
    sealed: "What was sealed",
    submissions: "Submissions in the bundle",
};

/// What words in a language are called.
pub(super) fn words_in(lang: &str) -> String {
    match lang {
        "zh" => "words in Chinese".to_owned(),
        "en" => "words in English".to_owned(),
        other => format!("words in the language “{other}”"),
    }
}

fn no_words(lang: &LangTag) -> String {
    format!("There are no {}.", words_in(lang.as_str()))
}

/// A file of another program.
fn of_another_program(foreign: Foreign) -> String {
    const CHOOSE: &str =
        "Choose the submission as you received it; its name usually holds “自评申报” or “self-assessment”.";
    match foreign {
        Foreign::Picture => format!("This is a picture or a video, not a submission. {CHOOSE}"),
        Foreign::Pdf => format!("This is a PDF, printed or scanned, not a submission. {CHOOSE}"),
        Foreign::Office => {
            format!("This is a Word, Excel or WPS document, not a submission; one that was opened and saved there cannot be used either. {CHOOSE}")
        }
        Foreign::OutlookMail => {
            "This is a mail as Outlook saves it (.msg), which cannot be opened here. Save its attachment in the mailbox, then choose that.".to_owned()
        }
        Foreign::Archive => "This is a packed file. Unpack it first, then choose the submission inside.".to_owned(),
        Foreign::WebPage => {
            "This is a web page instead of the attachment; the mailbox may have logged you out. Go back to the mailbox and download the attachment again.".to_owned()
        }
        Foreign::Utf16 => {
            "An editor saved the file in another encoding. Use the attachment as you received it, without opening and saving it.".to_owned()
        }
    }
}

/// Whose file it is, and by which standard it was filled in.
fn by_another_standard(id: &str, version: u32, unit: &str, year: u16) -> String {
    let whose =
        if unit.is_empty() { "This file".to_owned() } else { format!("What “{unit}” filled in for {year}") };
    format!(
        "{whose} goes by a standard that is not on this computer: id “{id}”, version {version}. Ask who sent it, or who issued the standard, for the standard's file, open and add that first, then open this file."
    )
}

fn said(fault: &Fault) -> String {
    const RESEND: &str = "Ask the sender to make it again and send it once more.";
    match fault {
        Fault::Empty => format!("The file is empty. {RESEND}"),
        Fault::TooLarge { most } => {
            format!("The file is over {} MB: it is not one of this program's, or something else was added.", megabytes(*most))
        }
        Fault::NotText => {
            "The text in the file is in another encoding: another program saved it, or it is no submission. Use the attachment as you received it.".to_owned()
        }
        Fault::Foreign(foreign) => of_another_program(*foreign),
        Fault::BadSign { line, column } => {
            format!("At line {line}, character {column} stands a sign that no text can hold: the file was damaged on its way. Download it again, or ask the sender to make it again.")
        }
        Fault::TooMany { .. } => format!("It holds too many entries for a file of this program. {RESEND}"),
        Fault::NotJson { cut_off: true, .. } => {
            "The file ends in the middle; the download may have been cut off. Download it again, or ask the sender to make it again.".to_owned()
        }
        Fault::NotJson { line, column, .. } => {
            format!("It cannot be read from line {line}, character {column} on: it was changed, or it is no submission. {RESEND}")
        }
        Fault::TooDeep => format!("It is nested too deep for a file of this program. {RESEND}"),
        Fault::DuplicateKey(key) => format!("“{key}” stands twice: the file was changed. {RESEND}"),
        Fault::NotWhole(why) => {
            let what = match why {
                Unwhole::Fraction => "The number has a fraction or an exponent",
                Unwhole::Negative => "The number is below 0",
                Unwhole::Huge => "The number is too large",
            };
            format!("{what}: the file was changed. {RESEND}")
        }
        Fault::NumberAsText(text) => format!("The number “{text}” is written as a text: the file was changed. {RESEND}"),
        Fault::NotOurs => "This is not a file of this program. Choose a submission, a draft file or a standard.".to_owned(),
        Fault::OtherKind(kind) => format!("This version cannot open files of this kind (“{kind}”) yet."),
        Fault::Newer { .. } => "A newer version of the program made this file. Get the new version, then open it.".to_owned(),
        Fault::MissingKey(_)
        | Fault::UnknownKey(_)
        | Fault::UnknownName(_)
        | Fault::OtherValue { .. }
        | Fault::Shape(_) => format!("Something here is not what it should be: the file was changed. {RESEND}"),
        Fault::StandardMissing { id, version, unit, year } => by_another_standard(id, *version, unit, *year),
        Fault::Sum { stated, found } => format!("It states {stated} points, but its parts add up to {found}."),
        Fault::Twice(id) => format!("“{id}” stands twice."),
        Fault::Unknown(id) => format!("The standard has no “{id}”."),
        Fault::NoWords(lang) => no_words(lang),
        Fault::NoLanguage => "It does not say which languages it is in.".to_owned(),
        Fault::LevelsNotRising => "Levels must rise from 0 to all points.".to_owned(),
        Fault::OffStep => "The points are not a multiple of the smallest step.".to_owned(),
        Fault::OutOfRange { least, most } => format!("It must be from {least} to {most}."),
        Fault::LevelWorth => "A level needs either points or a percentage.".to_owned(),
        Fault::NothingHere => "This must not be empty.".to_owned(),
        Fault::TooManyHere { most } => format!("More than {most} entries stand here: this program did not make them."),
        Fault::NotAMailbox => {
            "The mailbox must be one plain mail address, such as 12345678@qq.com, and nothing else. Without a mailbox, leave the line out.".to_owned()
        }
        Fault::NotAfter(day) => {
            format!("This day must lie after {}: the period ends before anybody can count it.", (SIGNS.day)(*day))
        }
        Fault::LinesNotRising => "Star lines must go from the lowest to the highest.".to_owned(),
        Fault::Derived(id) => format!("“{id}” is computed and cannot stand here."),
        Fault::Unused => "No item uses it.".to_owned(),
        Fault::WrongPlace => "It does not belong here.".to_owned(),
        Fault::NoUnit => "It does not say what is counted.".to_owned(),
        Fault::DoesNotFit => format!("The answer does not fit the item. {RESEND}"),
        Fault::NotAllowed(reason) => format!("“{reason}” is no reason this item allows."),
        Fault::TooLong { most } => format!("The text is longer than {most} characters."),
        Fault::MoreThan { number, most, fact } => format!("{number} is more than {most} (“{fact}”). Please check."),
        Fault::CodeDiffers { recorded, found } => {
            format!("The check code is {recorded}, the content gives {found}: it was changed after the file was made.")
        }
        Fault::ScoreDiffers { recorded, found } => {
            format!("The file states a total of {recorded}; computed again by the standard it is {found}.")
        }
        Fault::ExampleUnmarked => {
            "This is the worked example of the program, and somebody took its mark away: it is no submission of a real unit.".to_owned()
        }
        Fault::ItemChanged => "The item's words or points differ from when it was answered. Please confirm the answer.".to_owned(),
        Fault::OtherVersion { version, at_hand } if version == at_hand => {
            format!(
                "It was filled in by a standard of the same id and version {version} as the one on this computer, with other content; it is shown under the one that is here. Ask who sent it which standard was used."
            )
        }
        Fault::OtherVersion { version, at_hand } => {
            format!("It was filled in by version {version} of the standard, which is not on this computer; it is shown under version {at_hand}. To see it as it was, open that version's file first.")
        }
        Fault::NotAskedNow => "The standard on this computer does not ask it. What was said stays with the draft.".to_owned(),
        Fault::FitsNoMore => "The item was changed and the answer does not fit it any more; please answer again. What was said stays with the draft.".to_owned(),
        Fault::TooManyPhotos { most } => format!("There are over {most} photos: the file was changed. {RESEND}"),
        Fault::PhotoMissing => "The photo did not come with the file; nothing else is affected. Ask for it where it is needed.".to_owned(),
        Fault::PhotoSpoilt => "The photo is damaged and was not opened; nothing else is affected. Ask for it where it is needed.".to_owned(),
        Fault::PhotoUnasked => "The file holds a photo that no item has; it was not opened, and nothing else is affected.".to_owned(),
        Fault::WordsUnknown => "The version it was filled in by is not on this computer, so the words of its numbers cannot be compared. Please check each number.".to_owned(),
    }
}
