//! The sentences about the standards at hand: which is mine, what it differs in, what it says.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::{Text, day};
use crate::model::standard::Standard;
use crate::model::standard::changes::StandardChanges;

/// The standards at hand, and the page of one.
pub struct StandardWords {
    pub issued_by: fn(&str) -> String,
    pub own: &'static str,
    pub others: &'static str,
    pub same: &'static str,
    pub compared: fn(&[String]) -> String,
    pub changed: fn(usize) -> String,
    pub added: fn(usize) -> String,
    pub gone: fn(usize) -> String,
    pub items: fn(usize, usize) -> String,
    pub points: fn(&str, &str) -> String,
    pub lines_differ: &'static str,
    pub gates_differ: &'static str,
    pub look: &'static str,
    pub look_at: fn(&str) -> String,
    pub save: &'static str,
    pub save_what: &'static str,
    pub make_own: &'static str,
    pub make_own_steps: [&'static str; 4],
    pub remove: &'static str,
    pub in_use: fn(usize) -> String,
    pub removed: fn(&str) -> String,
    pub put_back: &'static str,
    pub not_removed: &'static str,
    pub other_content: fn(&str, u32) -> String,
    pub not_here: &'static str,
    pub not_here_hint: &'static str,
    pub item: &'static str,
    pub worth: &'static str,
    pub rule: &'static str,
    pub lines: &'static str,
    pub at_least: fn(&str) -> String,
    pub basis: &'static str,
    pub cycle: &'static str,
    pub deadline: &'static str,
    pub no_mailbox: &'static str,
    pub numbers: &'static str,
    pub back: &'static str,
}

/// For which year a standard is and until when it is handed in. What a standard says of its period stands here.
pub fn edition(text: &Text, standard: &Standard) -> Vec<String> {
    let year = (text.mine.version)(standard.version, standard.year);
    let period = Some(crate::i18n::period_line(text, standard)).filter(|line| !line.is_empty());
    let deadline = standard.deadline.map(|date| (text.tasks.deadline)(&day(text, date)));
    std::iter::once(year).chain(period).chain(deadline).collect()
}

/// What a standard differs in, as a line of it says.
pub fn compared(text: &Text, changes: &StandardChanges) -> String {
    let words = text.standards();
    let many = |list: &[_], said: fn(usize) -> String| (!list.is_empty()).then(|| said(list.len()));
    let found = [
        many(&changes.changed, words.changed),
        many(&changes.added, words.added),
        many(&changes.gone, words.gone),
        changes.lines.then(|| words.lines_differ.to_owned()),
        changes.gates.then(|| words.gates_differ.to_owned()),
    ];
    let found: Vec<String> = found.into_iter().flatten().collect();
    if found.is_empty() { words.same.to_owned() } else { (words.compared)(&found) }
}

impl Text {
    /// The sentences about the standards at hand.
    pub fn standards(&self) -> &'static StandardWords {
        crate::i18n::standard_words(self.lang)
    }
}
