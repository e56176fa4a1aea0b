//! Taking in many chosen files: each is looked at, opened where it is a mail or an archive, judged, and kept as it was
//! received. What was taken in is stored as it goes on, so that whoever stops keeps it.

use crate::model::date::CivilDate;
use crate::model::digest::CheckCode;
use crate::model::files::archive::Unpackable;
use crate::model::office::OpenError;
use crate::model::review::act::Act;
use crate::model::review::ids::NameKey;
use crate::model::review::known_files::KnownFiles;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::same_name::{key_of, same_names};
use crate::model::review::take_in::{HolderKind, IntakeScope, IntakeVerdict, ReceivedFile};
use crate::model::review::take_in_report::{
    FileShape, FileSource, Intake, TakeInReport, day_of_receipt, is_read_among_others, shape,
};
use crate::model::review::taken::{FILE_NAME, TakenFile};
use crate::model::review::units::ReviewUnits;
use crate::model::standard::library::StandardLibrary;
use crate::persistence::file_row::FileRow;
use crate::platform::archive::Archive;
use crate::platform::office::Container;
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::review::take_bundle;
use crate::platform::{clock, files, nfkc, office};
use documents::received::{ReadError, ReadFailure};
use js_sys::Uint8Array;

/// How many bytes of a file tell what it is.
const HEAD: u64 = 64 << 10;
/// After how many bytes of received files what was taken in so far is stored.
const TOGETHER: usize = 4 << 20;
/// The same in files.
const MANY: usize = 50;

/// A file that a person chose, or that lies in a folder that was chosen.
pub struct ChosenFile {
    /// The file.
    pub file: web_sys::File,
    /// Whether it lies among others, of which most may be strangers'.
    pub among_others: bool,
}

/// What came of it.
pub struct TakenIn {
    /// What each file is.
    pub report: TakeInReport,
    /// The steps by which it was taken in, to be undone the last first.
    pub steps: Vec<u32>,
    /// How many files were looked at.
    pub looked_at: usize,
    /// How many mails were not read, because what reads them could not be had: the single file does not bring it.
    pub no_reader: usize,
    /// Units of a township's bundle that are not on the roster; what it typed and judged of them was not taken in.
    pub not_listed: Vec<String>,
}

/// Takes in these files; what has no day of its own came on this one. `goes_on` is told how many were looked at, and says
/// whether to go on.
pub async fn take_in(
    session: ReviewSession,
    library: StandardLibrary,
    chosen: Vec<ChosenFile>,
    day: CivilDate,
    goes_on: impl Fn(usize) -> bool,
) -> Option<TakenIn> {
    let basics = session.with(|open| open.head.basics.clone())?;
    let known = session.with(|open| {
        let mut known = KnownFiles::default();
        // What was put away again may come once more.
        for (digest, row) in open.rows.iter().filter(|(digest, _)| open.holds_file(**digest)) {
            row.note(*digest, &mut known, &nfkc::nfkc);
        }
        known
    })?;
    let scope = IntakeScope {
        year: basics.year,
        standards: &basics.standards,
        library: &library,
        sample: basics.sample,
        nfkc: &nfkc::nfkc,
    };
    let mut work = Work {
        intake: Intake::new(&scope, known),
        library: &library,
        session,
        day,
        kept: Vec::new(),
        bytes: 0,
        steps: Vec::new(),
        no_reader: 0,
        not_listed: Vec::new(),
    };
    let mut looked_at = 0;
    for one in chosen {
        if !goes_on(looked_at) {
            break;
        }
        work.look_at(one).await;
        looked_at += 1;
        if work.bytes > TOGETHER || work.kept.len() >= MANY {
            work.store();
        }
        clock::pause(0).await;
    }
    work.store();
    let (mut steps, no_reader, not_listed) = (work.steps, work.no_reader, work.not_listed);
    steps.extend(match_same_names(session));
    Some(TakenIn { report: work.intake.end().0, steps, looked_at, no_reader, not_listed })
}

struct Work<'a> {
    intake: Intake<'a>,
    library: &'a StandardLibrary,
    session: ReviewSession,
    day: CivilDate,
    kept: Vec<Kept>,
    bytes: usize,
    steps: Vec<u32>,
    no_reader: usize,
    not_listed: Vec<String>,
}

/// A file that is taken in, and the code of the bundle that it came in.
struct Kept {
    file: ReceivedFile,
    source: FileSource,
    bytes: Uint8Array,
    bundle: Option<CheckCode>,
}

impl Work<'_> {
    async fn look_at(&mut self, chosen: ChosenFile) {
        let ChosenFile { file, among_others } = chosen;
        let name = file.name();
        if among_others && !is_read_among_others(&name) {
            return self.intake.not_read(1);
        }
        let source = FileSource { name: name.clone(), within: None, day: None };
        let unread =
            |work: &mut Self| work.intake.unopened(source.clone(), ReadFailure::Incomplete.here(), !among_others);
        let Some(head) = files::slice(&file, 0, HEAD.min(files::size(&file))).await else { return unread(self) };
        match shape(&name, &head) {
            FileShape::Other(what) => self.intake.other(source, what, !among_others),
            FileShape::Plain => match files::read(file).await {
                Some(bytes) => self.take(source, &bytes),
                None => unread(self),
            },
            FileShape::Mail => match files::read(file).await {
                Some(bytes) => self.open_mail(source, &bytes, !among_others).await,
                None => unread(self),
            },
            FileShape::Archive => self.open_archive(source, &file, !among_others).await,
        }
    }

    fn take(&mut self, source: FileSource, bytes: &[u8]) {
        if self.keep(source.clone(), bytes, None) {
            return;
        }
        let last = self.intake.report().lines.last().map(|line| &line.verdict);
        if matches!(last, Some(IntakeVerdict::Holder(HolderKind::Bundle))) {
            self.open_bundle(&source, bytes);
        }
    }

    /// Keeps a file, if it is one that is taken in.
    fn keep(&mut self, source: FileSource, bytes: &[u8], bundle: Option<CheckCode>) -> bool {
        let Some(file) = self.intake.take(source.clone(), bytes).cloned() else { return false };
        self.kept.push(Kept { file, source, bytes: Uint8Array::from(bytes), bundle });
        self.bytes += bytes.len();
        true
    }

    /// What a township's bundle brings.
    fn open_bundle(&mut self, source: &FileSource, bytes: &[u8]) {
        let brought = self.session.with(|open| take_bundle::open(bytes, self.library, &open.log)).flatten();
        let Some(brought) = brought else {
            return self.intake.unopened(source.clone(), ReadFailure::Damaged.here(), true);
        };
        let code = brought.opened.bundle.code;
        for (name, text) in brought.submissions {
            let within = FileSource { name, within: Some(source.name.clone()), day: source.day };
            self.keep(within, &text, Some(code.clone()));
        }
        self.not_listed.extend(brought.not_listed);
        if !brought.acts.is_empty() {
            self.steps.extend(self.session.decide(brought.acts, Received::default()));
        }
    }

    /// What lies in a mail or an archive.
    fn take_contained(&mut self, source: FileSource, bytes: Result<Vec<u8>, ReadError>) {
        match bytes {
            _ if !is_read_among_others(&source.name) => self.intake.not_read(1),
            Err(error) => self.intake.unopened(source, error, false),
            Ok(bytes) => match shape(&source.name, &bytes) {
                FileShape::Plain => self.take(source, &bytes),
                FileShape::Other(what) => self.intake.other(source, what, false),
                // One inside another was listed in its place already, or is too deep.
                FileShape::Archive | FileShape::Mail => self.intake.not_read(1),
            },
        }
    }

    async fn open_mail(&mut self, source: FileSource, bytes: &[u8], alone: bool) {
        let (mail, container) = match office::open_mail(&Uint8Array::from(bytes)).await {
            Ok(opened) => opened,
            Err(OpenError::File(error)) => return self.intake.unopened(source, error, alone),
            Err(OpenError::Office(_)) => {
                self.no_reader += 1;
                return;
            }
        };
        let day = mail.date.as_deref().and_then(day_of_receipt);
        let mark = self.intake.container_begins();
        for (at, file) in (0_u32..).zip(&mail.files) {
            let bytes = match file.refused {
                Some(failure) => Err(failure.here()),
                None => contained(&container, at),
            };
            self.take_contained(FileSource { name: file.name.clone(), within: Some(source.name.clone()), day }, bytes);
        }
        self.intake.container_ends(mark);
    }

    async fn open_archive(&mut self, source: FileSource, file: &web_sys::File, alone: bool) {
        let Some(archive) = Archive::of(file).await else {
            return self.intake.unopened(source, ReadFailure::NotArchive.here(), alone);
        };
        let entries = match archive.list().await {
            Ok(entries) => entries,
            Err(why) => return self.intake.unopened(source, packing(why).here(), alone),
        };
        let mark = self.intake.container_begins();
        for entry in entries {
            let bytes = archive.read(&entry).await.map_err(|why| packing(why).here());
            let inside = FileSource { name: entry.name, within: Some(source.name.clone()), day: None };
            self.take_contained(inside, bytes);
            clock::pause(0).await;
        }
        self.intake.container_ends(mark);
    }

    /// Stores what was taken in since the last time, as one step.
    fn store(&mut self) {
        let (mut acts, mut received) = (Vec::new(), Received::default());
        for Kept { file, source, bytes, bundle } in self.kept.drain(..) {
            let Some(key) = key_in(&file) else { continue };
            let taken = TakenFile {
                code: file.codes.signed.clone(),
                revision: file.revision,
                received: source.day.unwrap_or(self.day),
                file_name: source.name.chars().take(FILE_NAME as usize).collect(),
                key,
                unit: None,
                bundle,
            };
            acts.push(Act::Taken { file: file.digest, value: Some(Box::new(taken)) });
            received.files.push((file.digest, bytes));
            received.rows.push((file.digest, FileRow::of(&file)));
        }
        self.bytes = 0;
        if !acts.is_empty() {
            self.steps.extend(self.session.decide(acts, received));
        }
    }
}

/// Gives every file that waits to the unit of its very name, where the roster has one. The step, if there was any.
pub fn match_same_names(session: ReviewSession) -> Option<u32> {
    let acts = session.with(|open| same_names(&ReviewUnits::of(&open.log), &nfkc::nfkc))?;
    if acts.is_empty() { None } else { session.decide(acts, Received::default()) }
}

/// What a file calls its unit.
fn key_in(file: &ReceivedFile) -> Option<NameKey> {
    let mut line = RosterLine::new(file.kind.clone(), &file.unit.name);
    line.township.clone_from(&file.unit.township);
    line.village.clone_from(&file.unit.village);
    key_of(&line, &nfkc::nfkc)
}

/// The bytes of an attachment.
fn contained(container: &Container, at: u32) -> Result<Vec<u8>, ReadError> {
    container.contained_file(at).map(|bytes| bytes.to_vec()).map_err(|error| match error {
        OpenError::File(error) => error,
        // What reads mails broke off.
        OpenError::Office(_) => ReadFailure::Damaged.here(),
    })
}

fn packing(why: Unpackable) -> ReadFailure {
    match why {
        Unpackable::Damaged => ReadFailure::Damaged,
        Unpackable::Locked => ReadFailure::Encrypted,
        Unpackable::OtherPacking => ReadFailure::UnknownPacking,
        Unpackable::TooMuch => ReadFailure::TooMany,
    }
}
