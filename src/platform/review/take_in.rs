//! Taking in many chosen files: each is looked at, opened where it is a mail or an archive, judged, and kept as it was
//! received. What was taken in is stored as it goes on, so that whoever stops keeps it.

use crate::model::date::CivilDate;
use crate::model::digest::CheckCode;
use crate::model::files::parsed;
use crate::model::review::act::Act;
use crate::model::review::bundle_changes::BundleChanges;
use crate::model::review::bundle_verdict::{BundleVerdict, ReceivedBundle};
use crate::model::review::bundles;
use crate::model::review::bundles::BundleOrder;
use crate::model::review::contained::Unpacking;
use crate::model::review::ids::{FileDigest, NameKey};
use crate::model::review::known_files::KnownFiles;
use crate::model::review::log::Holds;
use crate::model::review::place::Place;
use crate::model::review::reviewed_file;
use crate::model::review::reviewed_file::ReviewedFile;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::same_name::{LinesByName, code_of, key_of, same_names};
use crate::model::review::take_in::{HolderKind, IntakeScope, IntakeVerdict, ReceivedFile, refused_bundle, unread};
use crate::model::review::take_in_report::{FileShape, FileSource, Intake, OverEntered, TakeInReport, shape};
use crate::model::review::taken::{FILE_NAME, TakenFile};
use crate::model::standard::library::StandardLibrary;
use crate::persistence::file_row::FileRow;
use crate::platform::review::begun_file::{BegunFile, ChosenFile, ReadFile};
use crate::platform::review::file;
use crate::platform::review::open_review::{OpenReview, Received, ReviewSession};
use crate::platform::review::take_bundle;
use crate::platform::review::take_bundle::Brought;
use crate::platform::time_slice::TimeSlice;
use crate::platform::wait::Patience;
use crate::platform::{clock, files, nfkc, wait};
use documents::received::ReadFailure;
use js_sys::Uint8Array;
use std::collections::VecDeque;
use std::sync::Arc;

/// How many files are being read while another is looked at: a browser takes longer to bring one than we to judge it.
const AHEAD: usize = 8;
/// After how many bytes of received files what was taken in so far is stored.
const TOGETHER: usize = 4 << 20;
/// The same in files.
const MANY: usize = 50;
/// How long the pages of the review are not told what was taken in, in milliseconds: what they show is made of all of it.
const TELL: u64 = 2000;

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
    /// Units of a township's bundle that are not on the roster; what it typed and judged of them waits (对号).
    pub not_listed: Vec<String>,
    /// Units whose answers were typed (代录) and of which a file came now.
    pub over_entered: OverEntered,
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
    // It goes on when its pages are left, also for those of another review.
    let _at_work = session.at_work();
    let basics = session.with(|open| open.head.basics.clone())?;
    let known = known_files(session).await?;
    let scope = IntakeScope {
        year: basics.year,
        standards: &basics.standards,
        library: &library,
        sample: basics.sample,
        nfkc: &nfkc::nfkc,
    };
    let mut work = Work {
        lines: lines_by_name(session).await?,
        intake: Intake::new(&scope, known),
        library: &library,
        session,
        day,
        kept: Vec::new(),
        bytes: 0,
        steps: Vec::new(),
        no_reader: 0,
        not_listed: Vec::new(),
        unpacking: Unpacking::default(),
    };
    let (mut looked_at, mut slice, mut patience) = (0, TimeSlice::begin(), Patience::new(wait::FILE));
    let mut told = clock::running();
    let mut chosen = chosen.into_iter();
    let mut begun: VecDeque<BegunFile> = chosen.by_ref().take(AHEAD).map(BegunFile::of).collect();
    while goes_on(looked_at) {
        let Some(next) = begun.pop_front() else { break };
        begun.extend(chosen.next().map(BegunFile::of));
        let (file, read) = next.end(&mut patience).await;
        work.look_at(file, read).await;
        looked_at += 1;
        if work.bytes > TOGETHER || work.kept.len() >= MANY {
            work.store();
            if clock::running() - told > TELL {
                tell(session, &mut slice).await;
                told = clock::running();
            }
        }
        slice.next().await;
    }
    work.store();
    let (mut steps, no_reader, not_listed) = (work.steps, work.no_reader, work.not_listed);
    tell(session, &mut slice).await;
    if let Some(acts) = match_same_names(session).await {
        steps.extend(session.decide_untold(acts, Received::default()));
        tell(session, &mut slice).await;
    }
    let report = work.intake.end().0;
    let over_entered = session.with(|open| OverEntered::of(&open.units(), &report)).unwrap_or_default();
    Some(TakenIn { report, steps, looked_at, no_reader, not_listed, over_entered })
}

/// Tells the pages what was taken in: with ten thousand units that takes a task by itself.
async fn tell(session: ReviewSession, slice: &mut TimeSlice) {
    slice.rest().await;
    session.tell();
    slice.rest().await;
}

/// Files on their way into a review.
pub(super) struct Work<'a> {
    /// The lines of the roster as it was when the taking in began, by what a file calls them.
    lines: LinesByName,
    pub(super) intake: Intake<'a>,
    library: &'a StandardLibrary,
    session: ReviewSession,
    day: CivilDate,
    kept: Vec<Kept>,
    bytes: usize,
    steps: Vec<u32>,
    pub(super) no_reader: usize,
    not_listed: Vec<String>,
    /// What may still be unpacked of the chosen file that is looked at.
    pub(super) unpacking: Unpacking,
}

/// A file that is taken in, and the code of the bundle that it came in.
struct Kept {
    file: ReceivedFile,
    source: FileSource,
    bytes: Uint8Array,
    bundle: Option<CheckCode>,
}

impl Work<'_> {
    async fn look_at(&mut self, chosen: ChosenFile, read: ReadFile) {
        let ChosenFile { file, among_others } = chosen;
        let beginning = match read {
            ReadFile::Stranger => return self.intake.not_read(1),
            ReadFile::Unread => return self.unread(source_of(&file), among_others),
            ReadFile::Read(beginning) => beginning,
        };
        let source = source_of(&file);
        self.unpacking = Unpacking::default();
        let shape = shape(&source.name, &beginning.bytes);
        match shape {
            FileShape::Other(what) => self.intake.other(source, what, !among_others),
            FileShape::Archive => self.open_archive(source, &file, !among_others).await,
            FileShape::Plain | FileShape::Mail => {
                let piece = beginning.piece;
                let bytes = if beginning.is_whole { Some(beginning.bytes) } else { files::read(file).await };
                match (bytes, shape) {
                    (None, _) => self.unread(source, among_others),
                    (Some(bytes), FileShape::Mail) => self.open_mail(source, &bytes, !among_others, false).await,
                    (Some(bytes), _) => self.take(source, &bytes, piece).await,
                }
            }
        }
    }

    /// A file that was cut off while it was read, or is gone.
    fn unread(&mut self, source: FileSource, among_others: bool) {
        self.intake.unopened(source, ReadFailure::Incomplete.here(), !among_others);
    }

    /// Takes in a file that was read whole; `piece` is the same as the browser gave it, where it is at hand.
    pub(super) async fn take(&mut self, source: FileSource, bytes: &[u8], piece: Option<Uint8Array>) {
        let before = self.intake.report().lines.len();
        if self.keep(source.clone(), bytes, piece, None) {
            return;
        }
        // What is none of ours has no line.
        let line = self.intake.report().lines.get(before);
        match line.map(|line| line.verdict.clone()) {
            Some(IntakeVerdict::Holder(HolderKind::Bundle)) => self.open_bundle(&source, bytes).await,
            Some(IntakeVerdict::Holder(HolderKind::Review)) => self.merge_review(&source, bytes).await,
            Some(IntakeVerdict::Again { unit, here: Some(here), .. }) => self.add_photos(unit, here, bytes).await,
            _ => {}
        }
    }

    /// Keeps a file, if it is one that is taken in.
    fn keep(&mut self, source: FileSource, bytes: &[u8], piece: Option<Uint8Array>, bundle: Option<CheckCode>) -> bool {
        let Some(file) = self.intake.take(source.clone(), bytes).cloned() else { return false };
        let kept = piece.unwrap_or_else(|| Uint8Array::from(bytes));
        self.kept.push(Kept { file, source, bytes: kept, bundle });
        self.bytes += bytes.len();
        true
    }

    /// A unit's file that came in a bundle, without its photos, comes once more with them: it takes the place of the one
    /// that is here, of which it says nothing else.
    async fn add_photos(&mut self, unit: String, here: FileDigest, bytes: &[u8]) {
        let photos = |bytes: &[u8]| parsed::unpack(bytes, self.library).map_or(0, |(_, photos)| photos.photos.len());
        let came = photos(bytes);
        if came == 0 {
            return;
        }
        let Some(known) = self.session.file(here).await else { return };
        if came > photos(&known) {
            self.session.replace_file(here, Uint8Array::from(bytes));
            self.intake.last_is(IntakeVerdict::Photos { unit });
        }
    }

    /// What a township's bundle brings, if it comes after those that are here.
    async fn open_bundle(&mut self, source: &FileSource, bytes: &[u8]) {
        // What is on its way is of units that the bundle may judge.
        self.store();
        let opened = match reviewed_file::open(bytes, self.library) {
            Ok(ReviewedFile::Bundle(opened)) => *opened,
            Ok(ReviewedFile::Units(_) | ReviewedFile::Review(_)) => return,
            Err(problems) => return self.intake.last_is(unread(&source.name, bytes, problems)),
        };
        let (township, number) = (opened.bundle.sealed.township.clone(), opened.bundle.sealed.number);
        let kind = opened.standard.unit.id.clone();
        let told = |verdict, beside| {
            IntakeVerdict::Bundle(Box::new(ReceivedBundle { township, kind, number, verdict, beside }))
        };
        if let Some(refused) = refused_bundle(&opened, self.intake.scope()) {
            return self.intake.last_is(told(refused, 0));
        }
        let kept = bundles::kept(&opened, source.day.unwrap_or(self.day), &source.name);
        let others = self.session.with(|open| bundles::kept_bundles(&open.log)).unwrap_or_default();
        let order = bundles::order_among(&kept, &others);
        let read = match order {
            BundleOrder::After(file, _) => take_bundle::read_kept(self.session, file, self.library).await,
            _ => None,
        };
        // One that is here already changes nothing.
        let before = if order == BundleOrder::Last { Some(&opened) } else { read.as_ref() };
        let verdict = match order {
            BundleOrder::Before(last) => return self.intake.last_is(told(BundleVerdict::Older(last), 0)),
            BundleOrder::Beside => return self.intake.last_is(told(BundleVerdict::SameNumber, 0)),
            BundleOrder::First => BundleVerdict::First,
            BundleOrder::Last => BundleVerdict::Again,
            BundleOrder::After(_, last) => {
                let changes = before.map(|before| Box::new(BundleChanges::between(before, &opened)));
                BundleVerdict::Later(last, changes)
            }
        };
        let brought = self.session.with(|open| take_bundle::brought(&opened, before, open, &self.lines));
        let Some(Brought { submissions, mut acts, beside, not_listed }) = brought else { return };
        let (keeps, by) = (verdict.is_taken(), take_bundle::sealed_by(&opened));
        self.intake.last_is(told(verdict, beside.len()));
        let file = FileDigest::of(bytes);
        for (name, text) in submissions {
            let within = FileSource { name, within: Some(source.name.clone()), day: source.day };
            self.keep(within, &text, None, Some(kept.code.clone()));
        }
        self.store();
        self.not_listed.extend(not_listed);
        let mut received = Received::default();
        if keeps {
            acts.push(Act::Bundle { file, value: Some(Box::new(kept)) });
            received.files.push((file, Uint8Array::from(bytes)));
        }
        if !acts.is_empty() || !beside.is_empty() {
            self.steps.extend(self.session.decide_beside(acts, (beside, by), received));
        }
    }

    /// Another copy of this review is merged. Of another review it is said where that is opened.
    async fn merge_review(&mut self, source: &FileSource, bytes: &[u8]) {
        self.store();
        let review = match reviewed_file::open(bytes, self.library) {
            Ok(ReviewedFile::Review(review)) => *review,
            Ok(ReviewedFile::Units(_) | ReviewedFile::Bundle(_)) => return,
            Err(problems) => return self.intake.last_is(unread(&source.name, bytes, problems)),
        };
        if self.session.id != review.basics.id {
            return;
        }
        let received = file::received(Some(self.session), &review, self.library.clone()).await;
        self.intake.last_is(IntakeVerdict::Merged(self.session.merge(review.entries, received)));
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
                key: key.clone(),
                unit: None,
                bundle,
            };
            acts.push(Act::Taken { file: file.digest, value: Some(Arc::new(taken)) });
            // What has its line's very name or code waits for nobody, unless somebody gave that name to another line.
            let code = code_of(&file.kind, &file.unit.code, &nfkc::nfkc);
            if let Some(unit) = self.lines.only(&key, code.as_ref()) {
                let name = Place::Name(key.clone());
                let matched = Act::Matched { name: key, value: Some(unit) };
                let is_free = self.session.with(|open| open.log.value(&name) == Holds::Nothing) == Some(true);
                if is_free && !acts.contains(&matched) {
                    acts.push(matched);
                }
            }
            received.files.push((file.digest, bytes));
            received.rows.push((file.digest, FileRow::of(&file)));
        }
        self.bytes = 0;
        if !acts.is_empty() {
            self.steps.extend(self.session.decide_untold(acts, received));
        }
    }
}

/// What gives everything that waits to the unit of its very name or code, where the roster has one.
pub async fn match_same_names(session: ReviewSession) -> Option<Vec<Act>> {
    let _at_work = session.at_work();
    let nothing_waits = |open: &OpenReview| {
        let units = open.units();
        units.waiting.is_empty() && units.waiting_names.is_empty()
    };
    if session.with(nothing_waits)? {
        return None;
    }
    let lines = lines_by_name(session).await?;
    let acts = session.with(|open| {
        let code_of = |file: &FileDigest| {
            open.rows.get(file).and_then(|file| code_of(&file.row.kind, &file.row.code, &nfkc::nfkc))
        };
        same_names(&open.units(), &lines, &open.log, &code_of)
    })?;
    (!acts.is_empty()).then_some(acts)
}

/// The lines of the roster by what a file calls them.
async fn lines_by_name(session: ReviewSession) -> Option<LinesByName> {
    let units = session.with(OpenReview::units)?;
    let (mut lines, mut slice) = (LinesByName::default(), TimeSlice::begin());
    for unit in &units.units {
        lines.add(unit.id, &unit.line, &nfkc::nfkc);
        slice.next().await;
    }
    Some(lines)
}

/// What is here already. What was put away again may come once more.
async fn known_files(session: ReviewSession) -> Option<KnownFiles> {
    let here = session.with(|open| {
        let held = open.rows.iter().filter(|(digest, _)| open.holds_file(**digest));
        held.map(|(digest, row)| (*digest, row.clone())).collect::<Vec<_>>()
    })?;
    let (mut known, mut slice) = (KnownFiles::default(), TimeSlice::begin());
    for (digest, row) in here {
        row.note(digest, &mut known, &nfkc::nfkc);
        slice.next().await;
    }
    Some(known)
}

/// Where it came from: a file by itself.
fn source_of(file: &web_sys::File) -> FileSource {
    FileSource { name: file.name(), within: None, day: None }
}

/// What a file calls its unit.
fn key_in(file: &ReceivedFile) -> Option<NameKey> {
    let mut line = RosterLine::new(file.kind.clone(), &file.unit.name);
    line.township.clone_from(&file.unit.township);
    line.village.clone_from(&file.unit.village);
    key_of(&line, &nfkc::nfkc)
}
