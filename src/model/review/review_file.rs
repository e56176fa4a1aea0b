//! A review as one file: to be kept, merged on another computer, or put away for good. Its entries are those of the log
//! in the order of their ids, so that two who know the same write the same.

use crate::model::date::UtcTime;
use crate::model::digest::CheckCode;
use crate::model::files::entries::entries;
use crate::model::files::json;
use crate::model::files::json::{canonical, canonical_text};
use crate::model::files::migrations::refuse_newer;
use crate::model::files::parse::parse_strict;
use crate::model::problem::{Fault, Problem};
use crate::model::review::act::Act;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::entry::ReviewEntry;
use crate::model::review::ids::FileDigest;
use crate::model::review::log::Log;
use crate::model::sorting::{map_of, sort_by_key};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The format of a review that this program writes.
pub const FORMAT: u32 = 1;

/// How many problems of a file are told.
const TOLD: usize = 100;

/// A review in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReviewFile {
    /// What kind of file it is.
    pub kind: ReviewKind,
    /// The format of the file.
    pub format: u32,
    /// What it is of.
    pub basics: ReviewBasics,
    /// When it was written.
    pub saved: UtcTime,
    /// Everything that was decided, in the order of the ids.
    pub entries: Vec<ReviewEntry>,
    /// Received files as text, by their digests, where they were asked for. One whose text has another digest is the
    /// same submission without its photos.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<FileDigest, String>,
}

/// The word `review` in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    /// A review.
    Review,
}

/// As it is read: its standards are kept as they were issued.
#[derive(Deserialize)]
struct Written {
    kind: ReviewKind,
    format: u32,
    basics: Value,
    saved: UtcTime,
    entries: Vec<ReviewEntry>,
    #[serde(default, deserialize_with = "entries")]
    files: BTreeMap<FileDigest, String>,
}

impl ReviewFile {
    /// Of everything that is known here, with these received files.
    pub fn of(
        basics: ReviewBasics,
        log: &Log,
        saved: UtcTime,
        files: impl IntoIterator<Item = (FileDigest, String)>,
    ) -> Self {
        Self {
            kind: ReviewKind::Review,
            format: FORMAT,
            basics,
            saved,
            entries: log.in_order().into_iter().cloned().collect(),
            files: map_of(files.into_iter()),
        }
    }

    /// The bytes of the file: canonical JSON.
    pub fn written(&self) -> String {
        canonical(self)
    }

    /// Reads a review. Everything that does not hold together is refused, as nothing could be merged with the rest.
    pub fn open(value: &Value) -> Result<Self, Vec<Problem>> {
        // Whole: what a newer program decides is not to be merged by one that does not know it.
        refuse_newer(value, FORMAT)?;
        let Written { kind, format, basics, saved, entries, files } = parse_strict(value)?;
        let basics = ReviewBasics::read(&basics)
            .map_err(|problems| problems.into_iter().map(|problem| problem.below("basics")).collect::<Vec<_>>())?;
        let file = Self { kind, format, basics, saved, entries, files };
        let problems: Vec<Problem> = file.problems().take(TOLD).collect();
        if problems.is_empty() { Ok(file) } else { Err(problems) }
    }

    fn problems(&self) -> impl Iterator<Item = Problem> {
        let year = !(1990..=2199).contains(&self.basics.year);
        let year = year.then(|| Problem::at("basics.year", Fault::OutOfRange { least: 1990, most: 2199 }));
        let entries = self.entries.iter().enumerate().flat_map(|(at, entry)| {
            entry.problems().into_iter().map(move |problem| problem.below(&format!("entries[{at}]")))
        });
        year.into_iter().chain(entries).chain(self.file_problems())
    }

    /// Texts that are not the files that they are said to be.
    fn file_problems(&self) -> Vec<Problem> {
        let taken = self.entries.iter().filter_map(|entry| match &entry.act {
            Act::Taken { file, value: Some(taken) } => Some((*file, &taken.code)),
            _ => None,
        });
        let mut codes: Vec<(FileDigest, &CheckCode)> = taken.collect();
        sort_by_key(&mut codes, |(file, _)| *file);
        let has = |file: &FileDigest, code: &CheckCode| {
            let from = codes.partition_point(|(known, _)| known < file);
            codes.iter().skip(from).take_while(|(known, _)| known == file).any(|(_, known)| *known == code)
        };
        let spoilt = |(digest, text): &(&FileDigest, &String)| {
            FileDigest::of(text.as_bytes()) != **digest && !code_of(text).is_some_and(|code| has(digest, &code))
        };
        let another = || Fault::Shape("not the file that was received".to_owned());
        let problem = |(digest, _)| Problem::at(format!("files.{digest}"), another());
        self.files.iter().filter(spoilt).map(problem).collect()
    }

    /// Everything that was decided.
    pub fn log(&self) -> Log {
        let mut log = Log::default();
        for entry in &self.entries {
            log.admit(entry.clone());
        }
        log
    }
}

/// The text of a submission without the bytes of its photos, which are most of it; nothing if it cannot be read.
pub fn without_photos(text: &str) -> Option<String> {
    let (value, _) = json::read_file(text).ok()?;
    Some(canonical_text(&value))
}

/// The check code that the content of a submission gives.
fn code_of(text: &str) -> Option<CheckCode> {
    let (value, _) = json::read_file(text).ok()?;
    value.get("signed").map(CheckCode::of)
}
