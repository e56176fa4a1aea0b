//! What is wrong with a file, in a sentence that a clerk can act on.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::author::standard_fault;
use crate::i18n::{Text, faults};
use crate::model::files::migrations::REVISION;
use crate::model::problem::{Fault, Problem};
use crate::model::standard::Standard;
use crate::model::standard::ids::ItemId;

/// What is wrong with a file, and the names of its places.
pub struct FileFaults {
    /// What is wrong and what to do, without the place.
    pub said: fn(&Fault) -> String,
    /// The same where no person types: whoever sent the file is asked, not who reads the sentence.
    pub changed: fn(&str) -> String,
    pub answers: &'static str,
    pub facts: &'static str,
    pub photos: &'static str,
    pub item: fn(&str) -> String,
    pub note: fn(&str) -> String,
    pub photo: fn(&str) -> String,
    pub fact: fn(&str) -> String,
    pub people: &'static str,
    pub declaration: &'static str,
    pub unit: &'static str,
    pub counter: &'static str,
    pub revision: &'static str,
    pub exports: &'static str,
    pub reconfirm: &'static str,
    pub left: &'static str,
    pub earlier: &'static str,
    /// What was decided in a review.
    pub entries: &'static str,
    /// What a review is of.
    pub basics: &'static str,
    /// What was received for a review.
    pub files: &'static str,
    /// What a township sealed.
    pub sealed: &'static str,
    /// What units of a bundle handed in.
    pub submissions: &'static str,
}

/// The whole sentence: where, and what to do.
pub fn fault(text: &Text, problem: &Problem) -> String {
    sentence_of(text, None, problem)
}

/// The same where the standard is at hand, which gives items their numbers.
pub fn fault_in(text: &Text, standard: &Standard, problem: &Problem) -> String {
    sentence_of(text, Some(standard), problem)
}

fn sentence_of(text: &Text, standard: Option<&Standard>, problem: &Problem) -> String {
    if let Some(part) = &problem.part {
        return standard_fault(text, problem, part);
    }
    let faults = faults(text.lang);
    let sentence = match (&problem.fault, problem.place.as_str()) {
        // Nobody but a changed file has one that was never given out.
        (Fault::OutOfRange { .. }, "format") => (faults.said)(&Fault::NotOurs),
        (Fault::OutOfRange { .. }, counted) if is_counted(counted) => (faults.changed)(&(faults.said)(&problem.fault)),
        (fault, _) => (faults.said)(fault),
    };
    match place(text, standard, problem) {
        None => sentence,
        Some(place) => format!("{place}{}{sentence}", text.colon()),
    }
}

/// The place as a person knows it: the item or the path; nothing where the whole file is meant.
fn place(text: &Text, standard: Option<&Standard>, problem: &Problem) -> Option<String> {
    let path = problem.place.as_str();
    let whole = matches!(
        problem.fault,
        Fault::Empty
            | Fault::TooLarge { .. }
            | Fault::NotText
            | Fault::Foreign(_)
            | Fault::BadSign { .. }
            | Fault::TooMany { .. }
            | Fault::NotJson { .. }
            | Fault::TooDeep
            | Fault::NotOurs
            | Fault::OtherKind(_)
            | Fault::Newer { .. }
            | Fault::StandardMissing { .. }
            | Fault::CodeDiffers { .. }
            | Fault::ScoreDiffers { .. }
            | Fault::ExampleUnmarked
            | Fault::OtherVersion { .. }
            | Fault::WordsUnknown
    );
    if whole || path.is_empty() || path == "format" {
        return None;
    }
    Some(named(faults(text.lang), standard, path).unwrap_or_else(|| path.to_owned()))
}

/// The place in the words of the form, where the form has it. A standard is read by who wrote it, and
/// keeps its paths.
fn named(faults: &FileFaults, standard: Option<&Standard>, path: &str) -> Option<String> {
    let outer = ["signed.", "record.", "attached."];
    let inner = outer.iter().find_map(|outer| path.strip_prefix(outer)).unwrap_or(path);
    let mut steps = inner.split('.');
    let first = steps.next()?;
    let Some(second) = steps.next() else {
        let named = match first {
            "answers" => Some(faults.answers),
            "facts" => Some(faults.facts),
            "photos" => Some(faults.photos),
            step => beside(faults, step),
        };
        return named.map(str::to_owned);
    };
    if let Some(beside) = beside(faults, first) {
        return Some(beside.to_owned());
    }
    Some(match (first, steps.count()) {
        ("answers", _) => (faults.item)(&number_of(standard, second)),
        ("notes", 0) => (faults.note)(&number_of(standard, second)),
        // Beside the record, photos stand by their digests, which tell nobody anything.
        ("photos", _) if path == inner => faults.photos.to_owned(),
        ("photos", _) => (faults.photo)(&counted(standard, second)),
        ("facts", 0) => (faults.fact)(second),
        ("posts", 1) => faults.people.to_owned(),
        ("declaration", 0) => faults.declaration.to_owned(),
        ("unit", 0) if second != "words" => faults.unit.to_owned(),
        _ => return None,
    })
}

/// Whether the program alone counts there.
fn is_counted(place: &str) -> bool {
    matches!(place, "counter" | REVISION) || place.starts_with("exports[")
}

/// What a draft has beside what is filled in; what a review and a bundle have.
fn beside(faults: &FileFaults, step: &str) -> Option<&'static str> {
    match step.split('[').next().unwrap_or(step) {
        "counter" => Some(faults.counter),
        REVISION => Some(faults.revision),
        "exports" => Some(faults.exports),
        "reconfirm" => Some(faults.reconfirm),
        "left" => Some(faults.left),
        "earlier" => Some(faults.earlier),
        "entries" => Some(faults.entries),
        "basics" => Some(faults.basics),
        "files" => Some(faults.files),
        "sealed" => Some(faults.sealed),
        "submissions" => Some(faults.submissions),
        _ => None,
    }
}

/// The number of an item, as far as it is known; else its id.
fn number_of(standard: Option<&Standard>, id: &str) -> String {
    let item = ItemId::try_from(id).ok();
    standard.zip(item).and_then(|(standard, item)| standard.number_of(&item)).unwrap_or_else(|| id.to_owned())
}

/// An item and which one of its list, counted from 1: `A1[0]` is `A1 (1)`.
fn counted(standard: Option<&Standard>, step: &str) -> String {
    let counted = step.strip_suffix(']').and_then(|step| step.split_once('['));
    let counted = counted.and_then(|(item, at)| Some((item, at.parse::<usize>().ok()?.checked_add(1)?)));
    counted.map_or_else(|| step.to_owned(), |(item, number)| format!("{} ({number})", number_of(standard, item)))
}

/// A size as people say it.
pub(super) fn megabytes(bytes: u64) -> u64 {
    bytes >> 20
}
