//! What tests of the review need: units, acts, writers and their windows.

use super::{count, fact, full, item, library, photo, record, room, station, time};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use xingzhan::model::date::CivilDate;
use xingzhan::model::digest::CheckCode;
use xingzhan::model::draft::Draft;
use xingzhan::model::photos::bundle::Packing;
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::unit::Unit;
use xingzhan::model::record::unit_key::UnitKey;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::basics::{DeskKind, ReviewBasics};
use xingzhan::model::review::bundle::Bundle;
use xingzhan::model::review::entered_record::EnteredRecord;
use xingzhan::model::review::entry::{ReviewEntry, Who};
use xingzhan::model::review::entry_maker::EntryMaker;
use xingzhan::model::review::ids::{EntryId, FileDigest, NameKey, ReviewId, UnitId, WriterId};
use xingzhan::model::review::judged::{Claim, ClaimSeen, Correction, Deviation, Judged};
use xingzhan::model::review::log::{Holds, Log};
use xingzhan::model::review::make_bundle::{BundleHindrance, BundleSource};
use xingzhan::model::review::place::Place;
use xingzhan::model::review::review_file::{ReviewFile, without_photos};
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::taken::{Entered, Origin, RestsOn, TakenFile};
use xingzhan::model::review::undo::Undone;
use xingzhan::model::review::units::{Counts, ReviewUnits};
use xingzhan::model::standard::ids::{AssessorId, DraftId, UnitKind};
use xingzhan::model::standard::points::Points;
use xingzhan::model::submission::Submission;

pub fn unit(number: u8) -> UnitId {
    UnitId::new([number; 8])
}

pub fn writer(number: u8) -> WriterId {
    WriterId::new([0, 0, 0, 0, 0, 0, 0, number])
}

pub fn column(id: &str) -> AssessorId {
    AssessorId::try_from(id).expect("an id")
}

pub fn who(column_id: &str, name: &str) -> Who {
    Who { column: column(column_id), group: String::new(), name: name.to_owned() }
}

pub fn day(text: &str) -> CivilDate {
    CivilDate::parse(text).expect("a day")
}

pub fn name_key(name: &str) -> NameKey {
    NameKey::try_from(name.to_owned()).expect("a name")
}

/// A room's line on the roster.
pub fn line(name: &str) -> RosterLine {
    RosterLine::new(UnitKind::try_from("room").expect("a kind"), name)
}

pub fn listed(number: u8, name: &str) -> Act {
    Act::Unit { unit: unit(number), value: Some(Arc::new(RosterLine { order: number.into(), ..line(name) })) }
}

pub fn unlisted(number: u8) -> Act {
    Act::Unit { unit: unit(number), value: None }
}

pub fn not_sent(number: u8, why: &str) -> Act {
    Act::NotSent { unit: unit(number), value: Some(why.to_owned()) }
}

pub fn entered_fact(number: u8, id: &str, typed: u64) -> Act {
    let value = Entered { value: count(typed), rests_on: RestsOn::Paper, day: day("2026-12-02") };
    Act::EnteredFact { unit: unit(number), fact: fact(id), value: Some(value) }
}

pub fn entered_answer(number: u8, id: &str, typed: Choice) -> Act {
    let value = Entered { value: typed, rests_on: RestsOn::Chat, day: day("2026-12-01") };
    Act::EnteredAnswer { unit: unit(number), item: item(id), value: Some(Box::new(value)) }
}

/// A judgement of an item by the township, of what was claimed.
pub fn assessed(number: u8, id: &str, claim: Claim, value: Correction, why: &str) -> Act {
    let reason = Deviation { kind: None, words: why.to_owned() };
    let judged = Judged { basis: ClaimSeen { code: None, claim }, value, reason };
    Act::Assessed { unit: unit(number), column: column("township"), item: item(id), value: Some(Box::new(judged)) }
}

/// A file that was taken in, of this content.
pub fn taken(content: &str, revision: u32, of: Option<UnitId>) -> (FileDigest, Act) {
    let file = FileDigest::of(content.as_bytes());
    let value = TakenFile {
        code: CheckCode::of(content),
        revision,
        received: day("2026-12-04"),
        file_name: format!("{content}.json"),
        key: name_key(content),
        unit: of,
        bundle: None,
    };
    (file, Act::Taken { file, value: Some(Arc::new(value)) })
}

/// A window in which a review is open: its own log, its own writer.
pub struct Window {
    pub log: Log,
    pub maker: EntryMaker,
}

impl Window {
    pub fn new(number: u8) -> Self {
        Self { log: Log::default(), maker: EntryMaker::new(writer(number), who("township", "王")) }
    }

    /// Decides one thing; returns the number of the step.
    pub fn decide(&mut self, act: Act) -> u32 {
        self.decide_all([act])
    }

    pub fn decide_all(&mut self, acts: impl IntoIterator<Item = Act>) -> u32 {
        let step = self.maker.next();
        self.maker.decide(&mut self.log, acts, &time());
        step
    }

    pub fn undo(&mut self, step: u32) -> Undone {
        self.maker.undo(&mut self.log, step, &time())
    }
}

/// What holds at a place, as far as a test compares it: the acts, without who decided them.
pub fn held(log: &Log, place: &Place) -> Vec<Act> {
    let mut held: Vec<Act> = match log.value(place) {
        Holds::Nothing => Vec::new(),
        Holds::One(act) => vec![act.clone()],
        Holds::Clash(entries) => entries.into_iter().map(|entry| entry.act.clone()).collect(),
    };
    held.sort_by_key(|act| format!("{act:?}"));
    held.dedup();
    held
}

/// What no other entry at its place names: the rule itself, looked up the long way.
pub fn heads_by_rule(log: &Log, place: &Place) -> Vec<EntryId> {
    let here: Vec<&ReviewEntry> = log.iter().filter(|entry| entry.act.place() == *place).collect();
    let replaced = |id: &EntryId| here.iter().any(|entry| entry.replaces.contains(id));
    let mut heads: Vec<EntryId> = here.iter().map(|entry| entry.id).filter(|id| !replaced(id)).collect();
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// A unit's key as a browser without odd signs would make it.
pub fn unit_key(township: &str, village: &str, name: &str) -> UnitKey {
    let kind = UnitKind::try_from("room").expect("a kind");
    UnitKey::of(&kind, [township, village, name], str::to_owned).expect("a name")
}

/// The township of the tests.
pub const TOWNSHIP: &str = "柳林镇";

pub fn room_kind() -> UnitKind {
    UnitKind::try_from("room").expect("a kind")
}

/// What a review is of: a township's, or the county's where there is no name.
pub fn review_of(township: &str) -> ReviewBasics {
    let desk = if township.is_empty() { DeskKind::County } else { DeskKind::Township(township.to_owned()) };
    let standards = vec![station().clone(), room().clone()];
    ReviewBasics { id: ReviewId::new([5; 8]), year: 2026, desk, sample: false, standards }
}

/// A township with four rooms: two sent a file, one of them with a photo; one was typed; one sent nothing.
pub struct Township {
    pub basics: ReviewBasics,
    pub window: Window,
    /// The files as they were received.
    pub texts: BTreeMap<FileDigest, String>,
}

/// A room's submission: the first one full and with a photo, the second as some village's was.
fn submitted_room(number: u8, name: &str) -> (Submission, String) {
    let mut draft = Draft::new(DraftId::try_from("d1").expect("an id"), room().clone(), time());
    draft.record = if number == 1 { full(room()) } else { record("paper_room") };
    draft.unit = Unit { name: name.to_owned(), township: TOWNSHIP.to_owned(), ..Unit::default() };
    if number > 1 {
        let submission = Submission::of(&draft, time());
        return (submission.clone(), submission.written());
    }
    let (shown, bytes) = photo(3);
    draft.add_photo(&item("C1"), shown.clone());
    let submission = Submission::of(&draft, time());
    let mut packing = Packing::begin(submission.written(), bytes.len());
    packing.add(&shown.digest, &bytes);
    (submission, packing.end())
}

pub fn township() -> Township {
    let mut window = Window::new(1);
    let mut texts = BTreeMap::new();
    let names = ["王庄村联络室", "李庄村联络室", "张庄村联络室", "赵庄村联络室"];
    for (number, name) in (1..).zip(names) {
        let line = RosterLine {
            order: number.into(),
            village: name.chars().take(3).collect(),
            township: TOWNSHIP.to_owned(),
            head: format!("负责人{number}"),
            members: "张三、李四".to_owned(),
            ..line(name)
        };
        window.decide(Act::Unit { unit: unit(number), value: Some(Arc::new(line)) });
    }
    for (number, name) in [(1, names[0]), (2, names[1])] {
        let (submission, text) = submitted_room(number, name);
        let file = FileDigest::of(text.as_bytes());
        let taken = TakenFile {
            code: submission.codes.signed,
            revision: submission.revision,
            received: day("2026-12-04"),
            file_name: format!("{name}.json"),
            key: NameKey::from(&unit_key(TOWNSHIP, "", name)),
            unit: Some(unit(number)),
            bundle: None,
        };
        window.decide(Act::Taken { file, value: Some(Arc::new(taken)) });
        texts.insert(file, text);
    }
    window.decide(entered_fact(3, "reception_days", 3));
    window.decide(entered_answer(3, "B3", Choice::Yes(true)));
    window.decide(not_sent(4, "正在改建"));
    let mut township = Township { basics: review_of(TOWNSHIP), window, texts };
    township.judge(1, "B3", Correction::Answer(Choice::Yes(false)));
    township.judge(3, "B3", Correction::Points(Points::hundredths(100)));
    township
}

impl Township {
    /// What a unit says of itself.
    pub fn record(&self, number: u8) -> Record {
        let units = ReviewUnits::of(&self.window.log);
        match &units.unit(unit(number)).expect("a unit").counts {
            Counts::Of(Origin::File(file)) => self.submission(file).expect("at hand").1.record(),
            _ => EnteredRecord::of(&self.window.log, unit(number)).record,
        }
    }

    /// Judges an item by what the unit says now.
    pub fn judge(&mut self, number: u8, id: &str, value: Correction) {
        let claim = Claim::of_item(room(), &self.record(number), &item(id));
        self.window.decide(assessed(number, id, claim, value, "现场没有看到"));
    }

    /// Judges an item by something that the unit does not say.
    pub fn stale(&mut self, number: u8, id: &str) {
        self.window.decide(assessed(number, id, Claim::default(), Correction::Points(Points::ZERO), "没有看到"));
    }

    pub fn submission(&self, file: &FileDigest) -> Option<(Value, Submission)> {
        let text = without_photos(self.texts.get(file)?)?;
        let opened = Submission::read(&text, library()).expect("a submission");
        Some((serde_json::from_str(&text).expect("JSON"), opened.submission))
    }

    pub fn bundle(&self, number: u32) -> Result<Bundle, Vec<BundleHindrance>> {
        let submission = |file: &FileDigest| self.submission(file);
        let (kind, column) = (room_kind(), column("township"));
        let (basics, log) = (&self.basics, &self.window.log);
        let source = BundleSource { basics, log, kind: &kind, column: &column, submission: &submission };
        source.bundle(number, "王秘书", time())
    }

    /// The review as a file, with the received files or without.
    pub fn file(&self, with_files: bool) -> ReviewFile {
        let files = if with_files { self.texts.clone() } else { BTreeMap::new() };
        ReviewFile::of(self.basics.clone(), &self.window.log, time(), files)
    }
}

/// Nothing was said.
pub fn no_claim() -> Claim {
    Claim::default()
}
