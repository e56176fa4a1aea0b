//! The sentences around the submission and what is done with it.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::Text;
use crate::model::standard::receiver::{Receiver, Way};

/// To whom a submission goes and on which ways, in a sentence.
pub fn where_to(text: &Text, receiver: &Receiver) -> String {
    let ways: Vec<&str> = receiver.ways.iter().map(|way| (text.send.way)(*way)).collect();
    (text.send.where_to)(receiver.called(text.lang), &(text.send.ways)(&ways))
}

/// Handing it over.
pub struct Send {
    pub title: &'static str,
    /// To whom it goes, as it is called in a sentence; so in all that follow.
    pub lead: fn(&str) -> String,
    pub declaration: &'static str,
    pub privacy: &'static str,
    pub same: fn(&str, &str) -> String,
    pub name: &'static str,
    pub post: &'static str,
    pub date: &'static str,
    pub agree: &'static str,
    pub agree_none: &'static str,
    /// That the tick is for one content.
    pub agree_once: &'static str,
    pub lacks: &'static str,
    pub lack_name: &'static str,
    pub lack_township: &'static str,
    pub lack_village: &'static str,
    pub lack_declared_by: &'static str,
    pub lack_whole_day: &'static str,
    pub lack_agreed: &'static str,
    pub lack_readable: fn(usize) -> String,
    /// That no further submission is counted of this draft.
    pub lack_fewer_times: &'static str,
    pub still_open: fn(usize) -> String,
    pub notes_missing: fn(usize) -> String,
    pub submit: fn(u32) -> String,
    pub again: fn(u32) -> String,
    pub date_hint: &'static str,
    pub day_before_the_year: &'static str,
    pub day_to_come: &'static str,
    pub handed: &'static str,
    pub downloads: &'static str,
    pub share_failed: &'static str,
    pub share_waits: &'static str,
    pub save_draft: &'static str,
    pub save_draft_hint: &'static str,
    pub by_webmail: &'static str,
    pub step_open: &'static str,
    pub step_open_unknown: fn(&str) -> String,
    pub step_words: &'static str,
    pub step_attach: &'static str,
    pub copy_to: &'static str,
    pub copy_subject: &'static str,
    pub copy_body: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub size: fn(&str) -> String,
    pub over_limit: fn(&str, &str) -> String,
    pub too_large_for_webmail: &'static str,
    pub by_program: &'static str,
    pub as_mail: &'static str,
    pub as_mail_hint: &'static str,
    pub as_address: &'static str,
    pub as_workbook: &'static str,
    pub share: &'static str,
    pub handed_over: fn(u32, &str, &str) -> String,
    pub changed_since: &'static str,
    pub done: &'static str,
    pub file: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    /// To whom, and on which ways.
    pub where_to: fn(&str, &str) -> String,
    /// A way, and how several of them are told of which one is enough.
    pub way: fn(Way) -> &'static str,
    pub ways: fn(&[&str]) -> String,
    pub by_phone: &'static str,
    pub by_phone_hint: fn(&str) -> String,
    pub by_chat: &'static str,
    pub by_chat_step: fn(&str) -> String,
    pub copy_message: &'static str,
    pub by_stick: &'static str,
    pub by_stick_step: fn(&str) -> String,
    pub to: fn(&str) -> String,
    pub do_not_edit: fn(&str) -> String,
    pub failed: fn(&str) -> String,
    /// The browser took no file, or tells no time.
    pub no_file: fn(&str) -> String,
    pub what: &'static str,
    pub what_draft: &'static str,
    pub what_sample: &'static str,
    pub revision: fn(u32) -> String,
}
