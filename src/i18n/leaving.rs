//! The sentences around leaving a shared computer, and around what was taken away.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::Text;
use crate::model::draft::Draft;
use crate::model::files::file_name::file_name;
use crate::model::review::basics::ReviewBasics;
use crate::model::standard::words::Lang;

/// Leaving a shared computer.
pub struct Leaving {
    pub title: &'static str,
    pub hint: &'static str,
    pub make: &'static str,
    pub make_again: &'static str,
    pub making: &'static str,
    pub silent: &'static str,
    pub failed: &'static str,
    pub handed: fn(&str, &str) -> String,
    pub without: fn(usize) -> String,
    pub without_silent: fn(usize) -> String,
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub comparing: &'static str,
    pub unreadable: &'static str,
    pub other_size: fn(u64, u64) -> String,
    pub other_content: &'static str,
    pub same: &'static str,
    pub goes: &'static str,
    pub goes_drafts: fn(usize, &str) -> String,
    pub goes_broken: fn(usize) -> String,
    pub goes_bin: fn(usize) -> String,
    pub goes_others: fn(usize) -> String,
    pub goes_photos: fn(usize) -> String,
    pub goes_reviews: fn(usize, &str) -> String,
    pub goes_history: &'static str,
    pub clear: &'static str,
    pub cleared: &'static str,
    pub but_photos: &'static str,
    pub changed: &'static str,
    pub partly: &'static str,
    pub was_cleared: &'static str,
    pub was_cleared_hint: &'static str,
    pub was_cleared_more: &'static str,
    pub was_removed: &'static str,
    pub was_removed_hint: &'static str,
    pub waiting: &'static str,
    pub waiting_hint: &'static str,
    pub list_waits: &'static str,
    pub list_unsure: &'static str,
    pub what: &'static str,
    pub what_review: &'static str,
    pub county: &'static str,
    pub folders: [&'static str; 6],
    pub comma: &'static str,
}

/// Where in the file something stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Folder {
    /// A draft.
    Drafts,
    /// One that was removed.
    Bin,
    /// What was set aside.
    Aside,
    /// What an older copy of the program wrote.
    Older,
    /// A review of a township or the county.
    Reviews,
}

impl Leaving {
    /// The name of a folder in the file; what cannot be read has one of its own.
    pub fn folder(&self, folder: Folder, readable: bool) -> &'static str {
        let [drafts, bin, aside, older, broken, reviews] = self.folders;
        match folder {
            _ if !readable => broken,
            Folder::Drafts => drafts,
            Folder::Bin => bin,
            Folder::Aside => aside,
            Folder::Older => older,
            Folder::Reviews => reviews,
        }
    }
}

/// Whether what lies in this folder of a file of all drafts was no draft of the list: it was removed, or set aside.
pub fn is_beside(folder: &str) -> bool {
    let folder = folder.rsplit(['/', '\\']).next().unwrap_or_default();
    Lang::ALL.iter().any(|lang| {
        let [_, beside @ ..] = crate::i18n::text(*lang).leaving.folders;
        beside.contains(&folder)
    })
}

/// The name of a draft's file.
pub fn draft_file(text: &Text, draft: &Draft) -> String {
    let year = draft.year.to_string();
    let sample = if draft.is_example() { text.send.what_sample } else { "" };
    file_name(&[&year, sample, draft.unit.township.trim(), draft.unit.name.trim(), text.send.what_draft], "json")
}

/// Whose a review is, and for which year.
pub fn review_name(text: &Text, basics: &ReviewBasics) -> String {
    let whose = basics.township().unwrap_or(text.leaving.county);
    format!("{whose} {}", (text.mine.year)(basics.year))
}

/// The name of the file of all drafts, made at this moment (`2026-12-10 16:05`).
pub fn archive_name(text: &Text, made: &str) -> String {
    file_name(&[text.leaving.what, &made.replace([' ', ':'], "-")], "zip")
}

/// The name of a draft, as lists show it.
pub fn name_of(text: &Text, draft: &Draft) -> String {
    let name = draft.unit.name.trim();
    if name.is_empty() {
        format!("{} {}", draft.standard.unit.words.get(text.lang), text.frame.no_name)
    } else {
        name.to_owned()
    }
}
