//! What came in for a review, file by file, and the two texts that remind of what is missing.

use crate::i18n::{Text, day, desk_words, fault, gap, intake_words, range};
use crate::model::date::CivilDate;
use crate::model::problem::{Fault, Problem};
use crate::model::review::bundle_changes::{BundleChanges, ChangedUnit, FromTo};
use crate::model::review::bundle_verdict::{BundleVerdict, ReceivedBundle};
use crate::model::review::other_standard::OtherStandard;
use crate::model::review::take_in::{HolderKind, IntakeVerdict};
use crate::model::review::take_in_report::{IntakeLine, TakeInReport};
use crate::model::standard::Standard;
use documents::received::{ReadError, ReadFailure};

/// The sentences in one language.
pub struct IntakeWords {
    /// The first of its unit: which one it is.
    pub new: fn(u32) -> String,
    /// A later one: which one, and which it takes the place of.
    pub newer: fn(u32, u32) -> String,
    /// It is here already: which one, 0 where it is not known.
    pub again: fn(u32) -> String,
    /// An earlier one: which one, and the last that is here.
    pub older: fn(u32, u32) -> String,
    /// The same revision with other content.
    pub clash: fn(u32) -> String,
    /// Changed by another hand.
    pub changed: &'static str,
    /// Of another year: the file's.
    pub other_year: fn(u16) -> String,
    /// By another version of the review's standard: the file's and the review's.
    pub other_version: fn(u32, u32) -> String,
    /// By a standard of the same version with other content.
    pub other_content: fn(u32) -> String,
    /// By another standard: its id and version.
    pub other_standard: fn(&str, u32) -> String,
    /// A sample in a real review.
    pub is_sample: &'static str,
    /// A real submission in the sample county.
    pub is_real: &'static str,
    /// A file of ours that cannot be read.
    pub damaged: &'static str,
    /// A draft.
    pub draft: &'static str,
    /// A standard: its id and version.
    pub standard: fn(&str, u32) -> String,
    /// A township's units in one file.
    pub bundle: &'static str,
    /// A review.
    pub review: &'static str,
    /// The photos of one that came in a bundle.
    pub photos: &'static str,
    /// A township's bundle: which one it is, and what is said of it.
    pub bundle_number: fn(u32, &str) -> String,
    /// It is the first of its township.
    pub bundle_first: &'static str,
    /// After the one of this number, and what it says otherwise.
    pub bundle_later: fn(u32, &str) -> String,
    /// It is the last that is here.
    pub bundle_again: &'static str,
    pub bundle_beside: fn(usize) -> String,
    /// Before the last that is here.
    pub bundle_older: fn(u32) -> String,
    /// Of the same number as the last, with other content.
    pub bundle_same_number: &'static str,
    /// How many units are the same, new, changed in what they say or in their first score, and gone.
    pub bundle_changes: fn(&[usize; 5]) -> String,
    /// What is said of units, in the order of the five counts.
    pub bundle_change: fn(usize) -> &'static str,
    /// Which submission of a unit came before and comes now.
    pub revision_from_to: fn(u32, u32) -> String,
    /// The self score before and now.
    pub own_from_to: fn(&str, &str) -> String,
    /// The first score before and now.
    pub first_from_to: fn(&str, &str) -> String,
    /// The numbers of the items at which the township judged otherwise.
    pub judged_at: fn(&str) -> String,
    /// Why a mail, an archive or a workbook cannot be opened.
    pub unopened: fn(ReadFailure) -> &'static str,
    /// The file or sheet inside that is meant, before what is wrong with it.
    pub inside: fn(&str, &str) -> String,
    /// The unit and what is said of its file.
    pub of_unit: fn(&str, &str) -> String,
    /// Where a file lay: its name, and the mail or archive.
    pub within: fn(&str, &str) -> String,
    /// How many files are none of ours.
    pub others: fn(usize) -> String,
    /// How many of those are packed so that they cannot be opened.
    pub packed: fn(usize) -> String,
    /// What came in: new, later, known, to be decided, refused. Those of which there are none are left out.
    pub counts: fn([usize; 5]) -> String,
    /// For the group chat: how many were expected and came, and until when; no name.
    pub remind_group: fn(usize, usize, &str) -> String,
    /// The same where all came.
    pub remind_none: fn(usize) -> String,
    /// The same with the names of those that are missing, in one line.
    pub remind_names: fn(usize, &str, &str) -> String,
    /// Until a day; nothing is said where there is none.
    pub until: fn(&str) -> String,
    /// Between names.
    pub between: &'static str,
}

/// One line of what came in: the unit, and what its file is.
pub fn intake_line(text: &Text, line: &IntakeLine) -> String {
    let words = intake_words(text.lang);
    let (unit, said) = said(text, words, &line.verdict);
    let file = line
        .source
        .within
        .as_ref()
        .map_or_else(|| line.source.name.clone(), |within| (words.within)(&line.source.name, within));
    (words.of_unit)(if unit.is_empty() { &file } else { unit }, &said)
}

/// The unit that a file names, and the sentence about it.
fn said<'a>(text: &Text, words: &IntakeWords, verdict: &'a IntakeVerdict) -> (&'a str, String) {
    match verdict {
        IntakeVerdict::New(file) => (&file.unit.name, (words.new)(file.revision)),
        IntakeVerdict::Newer(file, last) => (&file.unit.name, (words.newer)(file.revision, *last)),
        IntakeVerdict::Older(file, last) => (&file.unit.name, (words.older)(file.revision, *last)),
        IntakeVerdict::Clash(file) => (&file.unit.name, (words.clash)(file.revision)),
        IntakeVerdict::Again { unit, revision, .. } => (unit, (words.again)(*revision)),
        IntakeVerdict::Photos { unit } => (unit, words.photos.to_owned()),
        IntakeVerdict::Bundle(bundle) => (&bundle.township, of_bundle(text, words, bundle)),
        IntakeVerdict::ChangedByHand(file, findings) => (&file.unit.name, with_faults(text, words.changed, findings)),
        IntakeVerdict::OtherYear { unit, year } => (unit, (words.other_year)(*year)),
        IntakeVerdict::OtherStandard { unit, standard } => (unit, by_other_standard(words, standard)),
        IntakeVerdict::Sample { unit, sample } => {
            (unit, if *sample { words.is_sample } else { words.is_real }.to_owned())
        }
        IntakeVerdict::Damaged(problems) => ("", with_faults(text, words.damaged, problems)),
        IntakeVerdict::Draft { unit } => (unit, words.draft.to_owned()),
        IntakeVerdict::Standard { id, version } => ("", (words.standard)(id, *version)),
        IntakeVerdict::Holder(HolderKind::Bundle) => ("", words.bundle.to_owned()),
        IntakeVerdict::Holder(HolderKind::Review) => ("", words.review.to_owned()),
        IntakeVerdict::Merged(0) => ("", desk_words(text.lang).file.nothing_new.to_owned()),
        IntakeVerdict::Merged(new) => ("", (desk_words(text.lang).file.merged)(*new)),
        IntakeVerdict::Unopened(error) => ("", unopened(words, error)),
        IntakeVerdict::Foreign(foreign) => ("", fault(text, &Problem::at("", Fault::Foreign(*foreign)))),
        // It has no line.
        IntakeVerdict::NotOurs => ("", String::new()),
    }
}

/// The sentence about a township's bundle.
fn of_bundle(text: &Text, words: &IntakeWords, bundle: &ReceivedBundle) -> String {
    let said = match &bundle.verdict {
        BundleVerdict::First => words.bundle_first.to_owned(),
        BundleVerdict::Later(last, changes) => {
            let changes = changes.as_ref().map(|changes| (words.bundle_changes)(&counts_of(changes)));
            (words.bundle_later)(*last, &changes.unwrap_or_default())
        }
        BundleVerdict::Again => words.bundle_again.to_owned(),
        BundleVerdict::Older(last) => (words.bundle_older)(*last),
        BundleVerdict::SameNumber => words.bundle_same_number.to_owned(),
        BundleVerdict::ChangedByHand(findings) => with_faults(text, words.changed, findings),
        BundleVerdict::OtherYear(year) => (words.other_year)(*year),
        BundleVerdict::OtherStandard(standard) => by_other_standard(words, standard),
        BundleVerdict::Sample(sample) => if *sample { words.is_sample } else { words.is_real }.to_owned(),
    };
    let said = (words.bundle_number)(bundle.number, &said);
    if bundle.beside == 0 { said } else { format!("{said}{}", (words.bundle_beside)(bundle.beside)) }
}

/// How many units are the same, new, changed in what they say or in their first score, and gone.
fn counts_of(changes: &BundleChanges) -> [usize; 5] {
    let BundleChanges { same, new, answers_changed, first_changed, gone } = changes;
    [same.len(), new.len(), answers_changed.len(), first_changed.len(), gone.len()]
}

/// What a later bundle says otherwise, in one line; and line by line the units that are meant.
pub fn bundle_changes(text: &Text, standard: &Standard, changes: &BundleChanges) -> (String, Vec<String>) {
    let words = intake_words(text.lang);
    let counts = counts_of(changes);
    let name = |names: &[String]| names.join(words.between);
    let listed = [(0, name(&changes.same)), (1, name(&changes.new)), (4, name(&changes.gone))];
    let changed = changes.answers_changed.iter().map(|unit| (2, unit));
    let changed = changed.chain(changes.first_changed.iter().map(|unit| (3, unit)));
    let changed = changed.map(|(what, unit)| (what, changed_unit(text, words, standard, unit)));
    // The changed ones first, then the new and the gone, and those that stay the same last.
    let [same, new, gone] = listed;
    let lines = changed.chain([new, gone, same]).filter(|(_, said)| !said.is_empty());
    let lines = lines.map(|(what, said)| format!("{}{}{said}", (words.bundle_change)(what), text.colon()));
    ((words.bundle_changes)(&counts), lines.collect())
}

/// A unit of which something else is said: its scores before and now, and where the township judged otherwise.
fn changed_unit(text: &Text, words: &IntakeWords, standard: &Standard, unit: &ChangedUnit) -> String {
    let (before, now) = unit.revision;
    let score = |of: FromTo| of.differs().then(|| (range(of.from), range(of.to)));
    let parts = [
        (before != now && before > 0 && now > 0).then(|| (words.revision_from_to)(before, now)),
        score(unit.own).map(|(from, to)| (words.own_from_to)(&from, &to)),
        score(unit.first).map(|(from, to)| (words.first_from_to)(&from, &to)),
        (!unit.items.is_empty()).then(|| {
            let items = unit.items.iter().filter_map(|item| standard.number_of(item));
            (words.judged_at)(&items.collect::<Vec<_>>().join(words.between))
        }),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { unit.name.clone() } else { (text.signs.beside)(&unit.name, &parts.join(text.comma())) }
}

fn by_other_standard(words: &IntakeWords, standard: &OtherStandard) -> String {
    match standard.ours {
        Some(ours) if ours == standard.version => (words.other_content)(ours),
        Some(ours) => (words.other_version)(standard.version, ours),
        None => (words.other_standard)(&standard.id, standard.version),
    }
}

/// A sentence, and the first two things that are wrong.
fn with_faults(text: &Text, sentence: &str, problems: &[Problem]) -> String {
    let faults = problems.iter().take(2).map(|problem| fault(text, problem));
    [sentence.to_owned()].into_iter().chain(faults).collect::<Vec<_>>().join(gap(text))
}

/// Why a file is not merged, or not opened as a review.
pub fn not_a_review(text: &Text, problems: &[Problem]) -> String {
    if problems.iter().all(|problem| matches!(problem.fault, Fault::NotOurs | Fault::OtherKind(_))) {
        return desk_words(text.lang).file.not_a_review.to_owned();
    }
    with_faults(text, intake_words(text.lang).damaged, problems)
}

fn unopened(words: &IntakeWords, error: &ReadError) -> String {
    let why = (words.unopened)(error.failure);
    error.entry.as_ref().map_or_else(|| why.to_owned(), |entry| (words.inside)(entry, why))
}

/// What came in, in one line, and how many files were none of ours.
pub fn intake_counts(text: &Text, report: &TakeInReport) -> Vec<String> {
    let words = intake_words(text.lang);
    let counts = report.counts();
    let mut lines = vec![(words.counts)([counts.new, counts.newer, counts.known, counts.to_decide, counts.refused])];
    if report.others > 0 {
        lines.push((words.others)(report.others));
    }
    if report.packed > 0 {
        lines.push((words.packed)(report.packed));
    }
    lines
}

/// A text that reminds the units of a group: for the chat of all of them, with counts and the day alone.
pub fn remind_group(text: &Text, expected: usize, came: usize, deadline: Option<CivilDate>) -> String {
    let words = intake_words(text.lang);
    if came >= expected {
        (words.remind_none)(expected)
    } else {
        (words.remind_group)(expected, came, &until(text, words, deadline))
    }
}

/// The same with the names of those that are missing, for one person.
pub fn remind_names(text: &Text, missing: &[String], deadline: Option<CivilDate>) -> String {
    let words = intake_words(text.lang);
    (words.remind_names)(missing.len(), &missing.join(words.between), &until(text, words, deadline))
}

fn until(text: &Text, words: &IntakeWords, deadline: Option<CivilDate>) -> String {
    deadline.map_or(String::new(), |date| (words.until)(&day(text, date)))
}
