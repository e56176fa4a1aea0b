//! What a file that comes in is to a review: new, the same again, a later or an earlier one, or nothing of this year and
//! this scheme. Nothing is changed here, and the score in a file is never believed: it is worked out again.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::digest::Codes;
use crate::model::files::desk_file::DeskFileKind;
use crate::model::files::foreign::Foreign;
use crate::model::files::parsed::{self, ParsedFile};
use crate::model::problem::{Fault, Problem};
use crate::model::record::typed::is_blank;
use crate::model::record::unit::Unit;
use crate::model::review::bundle_verdict::{BundleVerdict, ReceivedBundle};
use crate::model::review::ids::FileDigest;
use crate::model::review::known_files::{KnownFile, KnownFiles};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::other_standard::OtherStandard;
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::OpenedSubmission;
use documents::received::ReadError;

/// For which year and by which standards units hand in.
pub struct IntakeScope<'a> {
    /// The year.
    pub year: u16,
    /// The standards of the review, one for each kind of unit.
    pub standards: &'a [IssuedStandard],
    /// The standards at hand, by which what is not of this review can still be named.
    pub library: &'a StandardLibrary,
    /// Whether the review is the sample county: there samples belong, and nothing else does.
    pub sample: bool,
    /// Puts a text into Unicode's normal form KC.
    pub nfkc: &'a dyn Fn(&str) -> String,
}

/// A submission as a review takes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceivedFile {
    /// Of its bytes, as they came.
    pub digest: FileDigest,
    /// Its codes, as they stand in it.
    pub codes: Codes,
    /// Which kind of unit it is of.
    pub kind: UnitKind,
    /// The unit, as it names itself.
    pub unit: Unit,
    /// Which one it is, counted from 1 (第 n 次).
    pub revision: u32,
    /// When its own computer says that it was made.
    pub time: UtcTime,
    /// Who declares it.
    pub declared_by: String,
    /// The day of the declaration.
    pub declared_on: Option<CivilDate>,
    /// Its line in the table, with the score that the engine gives.
    pub row: UnitRow,
}

/// What a file is to the review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IntakeVerdict {
    /// The first of its unit.
    New(Box<ReceivedFile>),
    /// It is here already.
    Again {
        /// The unit; empty where the bytes alone say it.
        unit: String,
        /// Which one it is; 0 where the bytes alone say it.
        revision: u32,
        /// The file that is here, where the codes say that it is the same: its photos may have been left out.
        here: Option<FileDigest>,
    },
    /// The same as one that came in a bundle, now with its photos (县里另要的照片).
    Photos {
        /// The unit.
        unit: String,
    },
    /// A later one than the last that is here.
    Newer(Box<ReceivedFile>, u32),
    /// An earlier one than the last that is here.
    Older(Box<ReceivedFile>, u32),
    /// The same revision with other content: the review decides which one counts.
    Clash(Box<ReceivedFile>),
    /// Another hand changed it after it was made, or its score is not what its content gives.
    ChangedByHand(Box<ReceivedFile>, Vec<Problem>),
    /// Of another year or counting period.
    OtherYear {
        /// The unit.
        unit: String,
        /// The year.
        year: u16,
    },
    /// Filled in by a standard that is none of the review's.
    OtherStandard {
        /// The unit.
        unit: String,
        /// The standard.
        standard: OtherStandard,
    },
    /// The worked example or a sample in a real review; or a real submission in the sample county.
    Sample {
        /// The unit.
        unit: String,
        /// Whether the file is a sample.
        sample: bool,
    },
    /// A file of ours that cannot be read.
    Damaged(Vec<Problem>),
    /// A draft, where a submission is meant.
    Draft {
        /// The unit; may be empty.
        unit: String,
    },
    /// A standard.
    Standard {
        /// Its id.
        id: String,
        /// Its version.
        version: u32,
    },
    /// A file of ours that holds others, by its kind: `bundle` or `review`.
    Holder(HolderKind),
    /// Another copy of this review that was merged, of which so many entries were new.
    Merged(usize),
    /// A township's bundle that was opened.
    Bundle(Box<ReceivedBundle>),
    /// A mail or an archive that cannot be opened.
    Unopened(ReadError),
    /// A packed file or a mail of a kind that this program does not open.
    Foreign(Foreign),
    /// Not a file of this program. It is counted and never named.
    NotOurs,
}

/// A file of ours that holds several units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HolderKind {
    /// A township's submissions in one (打包文件).
    Bundle,
    /// A review.
    Review,
}

impl IntakeVerdict {
    /// What is taken in with it, if anything may be. What another hand changed waits for a person.
    pub fn taken(&self) -> Option<&ReceivedFile> {
        match self {
            Self::New(file) | Self::Newer(file, _) | Self::Older(file, _) | Self::Clash(file) => Some(file),
            Self::ChangedByHand(..)
            | Self::Again { .. }
            | Self::Photos { .. }
            | Self::OtherYear { .. }
            | Self::OtherStandard { .. }
            | Self::Sample { .. }
            | Self::Damaged(_)
            | Self::Draft { .. }
            | Self::Standard { .. }
            | Self::Holder(_)
            | Self::Merged(_)
            | Self::Bundle(_)
            | Self::Unopened(_)
            | Self::Foreign(_)
            | Self::NotOurs => None,
        }
    }
}

/// What a file that was read whole is. `named` is its name, which tells a file of ours that is damaged from somebody
/// else's.
pub fn verdict(named: &str, bytes: &[u8], scope: &IntakeScope<'_>, known: &KnownFiles) -> IntakeVerdict {
    let digest = FileDigest::of(bytes);
    if known.has(&digest) {
        return IntakeVerdict::Again { unit: String::new(), revision: 0, here: None };
    }
    match parsed::open(bytes, scope.library) {
        Ok(ParsedFile::Submission(opened)) => of_submission(*opened, digest, scope, known),
        Ok(ParsedFile::Draft(draft)) => IntakeVerdict::Draft { unit: draft.unit.trimmed().name },
        Ok(ParsedFile::Desk(desk)) => IntakeVerdict::Holder(match desk.kind {
            DeskFileKind::Bundle => HolderKind::Bundle,
            DeskFileKind::Review => HolderKind::Review,
        }),
        Ok(ParsedFile::Standard(standard)) => {
            IntakeVerdict::Standard { id: standard.id.to_string(), version: standard.version }
        }
        Err(problems) => unread(named, bytes, problems),
    }
}

/// Why a township's bundle does not belong to a review; nothing where it does.
pub fn refused_bundle(opened: &OpenedBundle, scope: &IntakeScope<'_>) -> Option<BundleVerdict> {
    let sealed = &opened.bundle.sealed;
    if sealed.sample != scope.sample {
        return Some(BundleVerdict::Sample(sealed.sample));
    }
    if sealed.year != scope.year {
        return Some(BundleVerdict::OtherYear(sealed.year));
    }
    if !scope.standards.iter().any(|one| *one.reference() == sealed.standard) {
        let (id, version) = (&sealed.standard.id, sealed.standard.version);
        let ours = scope.standards.iter().find(|one| one.id == *id || one.unit.id == opened.standard.unit.id);
        let standard = OtherStandard { id: id.to_string(), version, ours: ours.map(|one| one.version) };
        return Some(BundleVerdict::OtherStandard(standard));
    }
    (!opened.findings.is_empty()).then(|| BundleVerdict::ChangedByHand(opened.findings.clone()))
}

/// What a submission that was opened is; also one of several in a bundle.
pub fn of_submission(
    opened: OpenedSubmission,
    digest: FileDigest,
    scope: &IntakeScope<'_>,
    known: &KnownFiles,
) -> IntakeVerdict {
    let (signed, revision) = (&opened.submission.signed, opened.submission.revision);
    let name = signed.unit.trimmed().name;
    let unmarked = opened.findings.iter().any(|finding| finding.fault == Fault::ExampleUnmarked);
    let sample = signed.sample || unmarked;
    // No line of the roster can be found for it, and none can be remembered.
    if is_blank(&name) {
        return IntakeVerdict::Damaged(vec![Problem::at("signed.unit.name", Fault::NothingHere)]);
    }
    if sample != scope.sample {
        return IntakeVerdict::Sample { unit: name, sample };
    }
    if signed.year != scope.year {
        return IntakeVerdict::OtherYear { unit: name, year: signed.year };
    }
    let ours = scope.standards.iter().find(|one| *one.reference() == signed.standard);
    let Some(standard) = ours else {
        let same =
            scope.standards.iter().find(|one| one.id == signed.standard.id || one.unit.id == opened.standard.unit.id);
        let id = signed.standard.id.to_string();
        let standard = OtherStandard { id, version: signed.standard.version, ours: same.map(|one| one.version) };
        return IntakeVerdict::OtherStandard { unit: name, standard };
    };
    let file = ReceivedFile {
        digest,
        codes: opened.submission.codes.clone(),
        kind: standard.unit.id.clone(),
        unit: signed.unit.trimmed(),
        revision,
        time: opened.submission.time.clone(),
        declared_by: signed.declaration.name.clone(),
        declared_on: signed.declaration.date,
        row: UnitRow::of_submission(&opened),
    };
    if !opened.findings.is_empty() {
        return IntakeVerdict::ChangedByHand(Box::new(file), opened.findings);
    }
    beside(Box::new(file), known, scope.nfkc)
}

/// How a submission stands to those of its unit that are here.
fn beside(file: Box<ReceivedFile>, known: &KnownFiles, nfkc: &dyn Fn(&str) -> String) -> IntakeVerdict {
    let here = known.of(&file.kind, &file.unit, nfkc);
    let same: Vec<&KnownFile> = here.iter().filter(|known| known.revision == file.revision).collect();
    if let Some(known) = same.iter().find(|known| known.codes == file.codes) {
        return IntakeVerdict::Again { unit: file.unit.name, revision: file.revision, here: Some(known.digest) };
    }
    match here.iter().map(|known| known.revision).max() {
        None => IntakeVerdict::New(file),
        Some(last) if file.revision > last => IntakeVerdict::Newer(file, last),
        // Two of a revision that a later one has overtaken: neither counts, and nothing is to be decided.
        Some(last) if file.revision < last => IntakeVerdict::Older(file, last),
        Some(_) => IntakeVerdict::Clash(file),
    }
}

/// A file that does not open: one of ours that is damaged, or none of ours.
pub fn unread(named: &str, bytes: &[u8], problems: Vec<Problem>) -> IntakeVerdict {
    for problem in &problems {
        match &problem.fault {
            Fault::NotOurs => return IntakeVerdict::NotOurs,
            Fault::OtherKind(kind) => match kind.as_str() {
                "bundle" => return IntakeVerdict::Holder(HolderKind::Bundle),
                "review" => return IntakeVerdict::Holder(HolderKind::Review),
                _ => {}
            },
            Fault::StandardMissing { id, version, unit, .. } => {
                let standard = OtherStandard { id: id.clone(), version: *version, ours: None };
                return IntakeVerdict::OtherStandard { unit: unit.clone(), standard };
            }
            _ => {}
        }
    }
    if speaks_like_ours(bytes) || is_named_like_ours(named) {
        IntakeVerdict::Damaged(problems)
    } else {
        IntakeVerdict::NotOurs
    }
}

/// How many bytes of a file that does not open are searched for what only files of ours have.
const SEARCHED: usize = 4 << 20;

/// Whether a file that was cut off or saved again in another code was one of ours: its kind, or what every submission
/// begins with, stands in it.
fn speaks_like_ours(bytes: &[u8]) -> bool {
    let searched = bytes.get(..SEARCHED).unwrap_or(bytes);
    // UTF-16 has a zero beside each sign of an English keyboard.
    let plain: Vec<u8> = searched.iter().copied().filter(|byte| *byte != 0 && !byte.is_ascii_whitespace()).collect();
    let marks: [&[u8]; 6] = [
        b"\"kind\":\"submission\"",
        b"\"kind\":\"draft\"",
        b"\"kind\":\"standard\"",
        b"\"kind\":\"bundle\"",
        b"\"kind\":\"review\"",
        b"{\"attached\":{\"notes\":",
    ];
    marks.iter().any(|mark| plain.windows(mark.len()).any(|window| window == *mark))
}

/// Whether a name is one that this program gives, whatever a mailbox or chat has put behind it:
/// `2026_柏城街道_柏城街道联络站_自评申报_第1次(1).json`.
pub(in crate::model::review) fn is_named_like_ours(name: &str) -> bool {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let mut parts = stem.split('_');
    let year = parts.next().is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    year && parts.count() >= 3 && ending.eq_ignore_ascii_case("json")
}
