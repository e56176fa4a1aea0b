//! What is wrong with the file of a standard, in the words of who writes one: the part, the key, what to do. Nobody else
//! can mend it, so nobody is told to ask for another file.

use crate::i18n::Text;
use crate::model::problem::{Fault, PartKind, Problem, StandardPart};

/// The sentences in one language.
pub struct AuthorWords {
    /// A part: which one of its kind, and its id, which may be empty.
    pub part: fn(PartKind, usize, &str) -> String,
    /// What a key means; empty for those that say it themselves.
    pub key: fn(&str) -> &'static str,
    /// A key, and what it means.
    pub named: fn(&str, &str) -> String,
    /// An entry of a list, counted from 1.
    pub nth: fn(usize) -> String,
    /// Between the steps of a place.
    pub within: &'static str,
    /// A part, and the place in it.
    pub at: fn(&str, &str) -> String,
    /// Where, and the key that must be there.
    pub missing: fn(&str, &str) -> String,
    /// What to do, where who writes a standard is told otherwise than who receives a file.
    pub said: fn(&Fault) -> Option<String>,
    /// How many places lack words in a language, and the first of them.
    pub no_words: fn(&str, usize, &[String]) -> String,
}

/// The whole sentence of one problem of a standard.
pub(super) fn standard_fault(text: &Text, problem: &Problem, part: &StandardPart) -> String {
    let words = crate::i18n::author_words(text.lang);
    match &problem.fault {
        Fault::MissingKey(key) => (words.missing)(&place(text, part), &named(words, key)),
        fault => {
            let said = (words.said)(fault).unwrap_or_else(|| (crate::i18n::faults(text.lang).said)(fault));
            // A key that is not known is named in the sentence itself.
            let outer = matches!(fault, Fault::UnknownKey(_)).then(|| part.without_last_step());
            let place = place(text, outer.as_ref().unwrap_or(part));
            if is_of_the_file(fault) || place.is_empty() { said } else { format!("{place}{}{said}", text.colon()) }
        }
    }
}

/// Whether it is wrong with the whole text, whatever place was reached.
fn is_of_the_file(fault: &Fault) -> bool {
    matches!(fault, Fault::NotJson { .. } | Fault::BadSign { .. } | Fault::TooDeep | Fault::TooMany { .. })
}

/// The place as who wrote it knows it; empty where the whole of the standard is meant.
pub(super) fn place(text: &Text, part: &StandardPart) -> String {
    let words = crate::i18n::author_words(text.lang);
    let of = if part.of == PartKind::Whole { String::new() } else { (words.part)(part.of, part.number, &part.id) };
    let steps: Vec<String> =
        part.rest.split('.').filter(|step| !step.is_empty()).map(|step| stepped(words, step)).collect();
    match (of.is_empty(), steps.join(words.within)) {
        (_, steps) if steps.is_empty() => of,
        (true, steps) => steps,
        (false, steps) => (words.at)(&of, &steps),
    }
}

/// A step such as `levels[1]`.
fn stepped(words: &AuthorWords, step: &str) -> String {
    let mut parts = step.split('[');
    let key = parts.next().unwrap_or_default();
    let entries = parts.filter_map(|entry| entry.strip_suffix(']')?.parse::<usize>().ok());
    let entries = entries.map(|at| (words.nth)(at.saturating_add(1)));
    let key = (!key.is_empty()).then(|| named(words, key));
    key.into_iter().chain(entries).collect::<Vec<_>>().join(words.within)
}

fn named(words: &AuthorWords, key: &str) -> String {
    (words.named)(key, (words.key)(key))
}
