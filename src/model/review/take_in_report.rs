//! Many files taken in at once: each of ours has a line, the others are counted and never named. Nothing bad stops the
//! rest, and nothing is taken in twice.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::files::foreign::{Foreign, foreign};
use crate::model::review::ids::FileDigest;
use crate::model::review::known_files::{KnownFile, KnownFiles};
use crate::model::review::take_in::{IntakeScope, IntakeVerdict, ReceivedFile, is_named_like_ours, verdict};
use crate::model::review::taken::Origin;
use crate::model::review::units::{Counts, ReviewUnits};
use documents::received::ReadError;

/// Where a file came from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FileSource {
    /// Its name.
    pub name: String,
    /// The mail or archive that it came in.
    pub within: Option<String>,
    /// The day of receipt: the mail's. It is typed for what came another way.
    pub day: Option<CivilDate>,
}

/// One file of ours, and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IntakeLine {
    /// Where it came from.
    pub source: FileSource,
    /// What it is.
    pub verdict: IntakeVerdict,
}

/// What came in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TakeInReport {
    /// The files of ours, in the order in which they came.
    pub lines: Vec<IntakeLine>,
    /// How many others there were.
    pub others: usize,
    /// How many of those are packed in a way that this program does not open: one of ours may be in them.
    pub packed: usize,
}

/// How many lines of a report are of which sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct IntakeCounts {
    /// Taken in as the first of their unit.
    pub new: usize,
    /// Taken in as a later one.
    pub newer: usize,
    /// Here already, or earlier than what is here.
    pub known: usize,
    /// For a person to decide: a clash, or changed by another hand.
    pub to_decide: usize,
    /// Not taken in: another year, another standard, damaged, a draft, or not to be opened.
    pub refused: usize,
}

/// What is done with a chosen file before its content is judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileShape {
    /// It is read whole and judged.
    Plain,
    /// A mail: it is opened, and each of its files is judged.
    Mail,
    /// An archive: the same.
    Archive,
    /// It is none of ours, or cannot be opened here.
    Other(Foreign),
}

/// The endings of files that are read at all, of those that come in a folder with hundreds of others.
const READ: [&str; 5] = ["json", "txt", "eml", "zip", "msg"];
/// The endings of archives that are counted, as ours may be in them.
const PACKED: [&str; 3] = ["rar", "7z", "gz"];
/// The endings of what may be a submission or bring one: where it cannot be opened, it is told by its name.
const MAY_BE_OURS: [&str; 2] = ["json", "eml"];

/// Whether a file that lies among others is read, by its name.
pub fn is_read_among_others(name: &str) -> bool {
    has_ending(name, &READ) || has_ending(name, &PACKED)
}

fn has_ending(name: &str, known: &[&str]) -> bool {
    ending(name).is_some_and(|ending| known.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// What a file is by its first bytes (some 64 KB are enough), and by its name where those do not tell.
pub fn shape(name: &str, head: &[u8]) -> FileShape {
    let has = |wanted: &str| has_ending(name, &[wanted]);
    match foreign(head) {
        Some(Foreign::Office) if has("msg") => FileShape::Other(Foreign::OutlookMail),
        Some(Foreign::Archive) if head.starts_with(b"PK") => FileShape::Archive,
        // An editor's UTF-16 is told by the reader, with a sentence of its own.
        Some(Foreign::Utf16) | None if !has("eml") && !begins_like_mail(head) => FileShape::Plain,
        Some(Foreign::Utf16) | None => FileShape::Mail,
        Some(Foreign::WebPage) if has("eml") => FileShape::Mail,
        Some(other) => FileShape::Other(other),
    }
}

/// The headers of which a mail begins with one, after those of its way.
const HEADERS: [&str; 10] = [
    "received:",
    "return-path:",
    "delivered-to:",
    "date:",
    "from:",
    "to:",
    "subject:",
    "message-id:",
    "mime-version:",
    "dkim-signature:",
];

fn begins_like_mail(head: &[u8]) -> bool {
    let first: String = head.iter().take(40).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let first = first.trim_start();
    HEADERS.iter().any(|header| first.starts_with(header)) || (first.starts_with("x-") && first.contains(':'))
}

/// How far a report was when a mail or an archive was begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ContainerMark {
    lines: usize,
    others: usize,
}

/// Files that are being taken in. What was taken in before the person stopped stays.
pub struct Intake<'a> {
    scope: &'a IntakeScope<'a>,
    known: KnownFiles,
    report: TakeInReport,
}

impl<'a> Intake<'a> {
    /// Into a review that has these files.
    pub fn new(scope: &'a IntakeScope<'a>, known: KnownFiles) -> Self {
        Self { scope, known, report: TakeInReport::default() }
    }

    /// Judges a file that was read whole. Gives what is to be kept, if anything is.
    pub fn take(&mut self, source: FileSource, bytes: &[u8]) -> Option<&ReceivedFile> {
        let verdict = verdict(&source.name, bytes, self.scope, &self.known);
        if let Some(file) = verdict.taken() {
            let known = KnownFile { digest: file.digest, codes: file.codes.clone(), revision: file.revision };
            self.known.add(&file.kind, &file.unit, self.scope.nfkc, known);
        }
        self.add(source, verdict)
    }

    /// Says what the last file of ours is, once it is known better: what holds others is opened after it was told as one.
    pub fn last_is(&mut self, verdict: IntakeVerdict) {
        if let Some(line) = self.report.lines.last_mut() {
            line.verdict = verdict;
        }
    }

    /// Into which review it is.
    pub fn scope(&self) -> &'a IntakeScope<'a> {
        self.scope
    }

    /// Notes a mail, an archive or a file in one that could not be opened. What was chosen by itself is told by its
    /// name; of what lies in a container what may be ours is; of what lies among others in a folder only what is named like
    /// ours. Archives are counted.
    pub fn unopened(&mut self, source: FileSource, error: ReadError, alone: bool) {
        let may_be_ours = source.within.is_some() && has_ending(&source.name, &MAY_BE_OURS);
        if alone || may_be_ours || is_named_like_ours(&source.name) {
            self.add(source, IntakeVerdict::Unopened(error));
        } else {
            self.report.others += 1;
            self.report.packed += usize::from(has_ending(&source.name, &PACKED) || has_ending(&source.name, &["zip"]));
        }
    }

    /// Notes a file that is none of ours by its first bytes.
    pub fn other(&mut self, source: FileSource, what: Foreign, alone: bool) {
        let told = match what {
            Foreign::Archive | Foreign::OutlookMail => {
                if !alone {
                    self.report.packed += 1;
                }
                alone
            }
            Foreign::Picture | Foreign::Pdf | Foreign::Office | Foreign::WebPage | Foreign::Utf16 => false,
        };
        self.add(source, if told { IntakeVerdict::Foreign(what) } else { IntakeVerdict::NotOurs });
    }

    /// Counts files that were not read at all.
    pub fn not_read(&mut self, many: usize) {
        self.report.others += many;
    }

    /// Begins a mail or an archive, whose files are judged one by one.
    pub fn container_begins(&self) -> ContainerMark {
        ContainerMark { lines: self.report.lines.len(), others: self.report.others }
    }

    /// Ends it: of one in which nothing is ours each file was counted, and one with nothing in it is itself one of the
    /// others.
    pub fn container_ends(&mut self, mark: ContainerMark) {
        let nothing_came = self.container_begins() == mark;
        if nothing_came {
            self.report.others += 1;
        }
    }

    /// What there is so far.
    pub fn report(&self) -> &TakeInReport {
        &self.report
    }

    /// What came in, and what the review has now.
    pub fn end(self) -> (TakeInReport, KnownFiles) {
        (self.report, self.known)
    }

    fn add(&mut self, source: FileSource, verdict: IntakeVerdict) -> Option<&ReceivedFile> {
        if verdict == IntakeVerdict::NotOurs {
            self.report.others += 1;
            return None;
        }
        self.report.lines.push(IntakeLine { source, verdict });
        self.report.lines.last().and_then(|line| line.verdict.taken())
    }
}

impl TakeInReport {
    /// How many lines are of which sort.
    pub fn counts(&self) -> IntakeCounts {
        let mut counts = IntakeCounts::default();
        for line in &self.lines {
            let count = match &line.verdict {
                IntakeVerdict::New(_) => &mut counts.new,
                IntakeVerdict::Newer(..) | IntakeVerdict::Photos { .. } => &mut counts.newer,
                // It is no submission: those that it brings are counted.
                IntakeVerdict::Bundle(bundle) if bundle.verdict.is_taken() => continue,
                IntakeVerdict::Merged(_) => continue,
                IntakeVerdict::Bundle(bundle) if bundle.verdict.is_known() => &mut counts.known,
                IntakeVerdict::Again { .. } | IntakeVerdict::Older(..) => &mut counts.known,
                IntakeVerdict::Clash(_) | IntakeVerdict::ChangedByHand(..) => &mut counts.to_decide,
                IntakeVerdict::OtherYear { .. }
                | IntakeVerdict::OtherStandard { .. }
                | IntakeVerdict::Sample { .. }
                | IntakeVerdict::Damaged(_)
                | IntakeVerdict::Draft { .. }
                | IntakeVerdict::Standard { .. }
                | IntakeVerdict::Holder(_)
                | IntakeVerdict::Bundle(_)
                | IntakeVerdict::Unopened(_)
                | IntakeVerdict::Foreign(_)
                | IntakeVerdict::NotOurs => &mut counts.refused,
            };
            *count += 1;
        }
        counts
    }
}

/// Units whose answers were typed (代录) and of which a file came now.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OverEntered {
    /// What those are called whose file counts now.
    pub replaced: Vec<String>,
    /// And those for which what was typed still counts, as a person said.
    pub kept: Vec<String>,
}

impl OverEntered {
    /// What this report comes to for these units.
    pub fn of(units: &ReviewUnits, report: &TakeInReport) -> Self {
        // They are few.
        let came = |file: &FileDigest| {
            report.lines.iter().filter_map(|line| line.verdict.taken()).any(|taken| taken.digest == *file)
        };
        let mut over = Self::default();
        for unit in units.units.iter().filter(|unit| unit.entered) {
            let list = match &unit.counts {
                Counts::Of(Origin::File(file)) if came(file) => &mut over.replaced,
                Counts::Of(Origin::Entered) if unit.received.iter().any(|(file, _)| came(file)) => &mut over.kept,
                Counts::Of(_) | Counts::None | Counts::Undecided(_) => continue,
            };
            list.push(units.name_of(unit.id));
        }
        over
    }
}

/// Whether something may have come in on this day for a review of this year: not after today, where that is known, and
/// at the earliest in the year before.
pub fn may_be_received(day: CivilDate, year: u16, today: Option<CivilDate>) -> bool {
    day.year() + 1 >= year && today.is_none_or(|today| day <= today)
}

/// The day of receipt by a mail's own moment, in China's time, which is eight hours ahead of UTC the whole year; nothing
/// where it cannot be, as the clock of whoever sent it was wrong.
pub fn day_of_receipt(mail_date: &str, year: u16, today: Option<CivilDate>) -> Option<CivilDate> {
    let time = UtcTime::parse(mail_date)?;
    let (day, clock) = time.as_str().split_once('T')?;
    let hour: u8 = clock.get(..2)?.parse().ok()?;
    let day = CivilDate::parse(day)?;
    let day = if hour < 16 { day } else { day.next()? };
    may_be_received(day, year, today).then_some(day)
}
