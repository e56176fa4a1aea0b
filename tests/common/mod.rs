//! What several tests need: the built-in standards, small standards made for one test, and records that
//! are filled in by the names of items and facts.
#![allow(dead_code, reason = "each test program uses the part of it that it needs")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

pub mod arbitrary;
pub mod broken;
pub mod review;

use serde_json::{Value, json};
use std::sync::LazyLock;
use xingzhan::model::date::UtcTime;
use xingzhan::model::digest::Digest;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::example::draft;
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::open;
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::{Months, Record};
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::{DraftId, FactId, ItemId, ReasonId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::library::{BUILT_IN, StandardLibrary};
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::scale::amount::Amount;
use xingzhan::model::standard::scale::count::CountScale;
use xingzhan::model::standard::scale::deduct::DeductScale;
use xingzhan::model::standard::words::Words;
use xingzhan::model::submission::Submission;

static STATION: LazyLock<IssuedStandard> = LazyLock::new(|| read(BUILT_IN[0]));
static ROOM: LazyLock<IssuedStandard> = LazyLock::new(|| read(BUILT_IN[1]));
static SHELF: LazyLock<StandardLibrary> =
    LazyLock::new(|| StandardLibrary::built_in().expect("the built-in standards"));
static EXAMPLE: LazyLock<Draft> =
    LazyLock::new(|| draft(DraftId::try_from("d1").expect("an id"), station().clone(), time()));

/// The built-in standard of a station.
pub fn station() -> &'static IssuedStandard {
    &STATION
}

/// The built-in standard of a room.
pub fn room() -> &'static IssuedStandard {
    &ROOM
}

/// Reads a standard that must hold together; what does not is shown.
pub fn read(text: &str) -> IssuedStandard {
    match IssuedStandard::read(text) {
        Ok(standard) => standard,
        Err(problems) => {
            panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
    }
}

/// A standard that was put together in a test, as a county would issue it: what may be left out is left out.
pub fn issued(standard: &Standard) -> IssuedStandard {
    read(&canonical(standard))
}

/// A standard with one change of what was issued.
pub fn reissued(standard: &IssuedStandard, change: impl FnOnce(&mut Value)) -> IssuedStandard {
    let mut value = serde_json::from_str(standard.text()).expect("JSON");
    change(&mut value);
    read(&value.to_string())
}

/// The digest of an item.
pub fn digest(standard: &IssuedStandard, id: &ItemId) -> Option<Digest> {
    standard.digested_item(id).map(|(_, digest)| digest.clone())
}

/// Something said, in the languages of these tags.
pub fn words(said: &[(&str, &str)]) -> Words {
    serde_json::from_value(said.iter().map(|(tag, words)| ((*tag).to_owned(), json!(words))).collect()).expect("words")
}

pub fn item(id: &str) -> ItemId {
    ItemId::try_from(id).expect("an item's id")
}

pub fn fact(id: &str) -> FactId {
    FactId::try_from(id).expect("a fact's id")
}

pub fn count(number: u64) -> Count {
    Count::new(number).expect("at most a million")
}

pub fn months(months: u8) -> Months {
    Months::try_from(months).expect("1 to 12 months")
}

/// A number of a person's own, such as `1.9`, in hundredths.
pub fn points(written: &str) -> Points {
    let (whole, rest) = written.split_once('.').unwrap_or((written, ""));
    let hundredths = format!("{rest:0<2}");
    assert!(hundredths.len() == 2, "{written} has more than two places");
    let number = |digits: &str| digits.parse::<u64>().expect("digits");
    Points::hundredths(number(whole) * 100 + number(&hundredths))
}

/// Fills in by names, so that a test reads like a form.
pub trait Fill {
    fn fact(&mut self, id: &str, number: u64) -> &mut Self;
    fn yes(&mut self, id: &str, yes: bool) -> &mut Self;
    fn level(&mut self, id: &str, level: u8) -> &mut Self;
    fn number(&mut self, id: &str, number: u64) -> &mut Self;
    fn not_applicable(&mut self, id: &str, reason: &str) -> &mut Self;
    fn choose(&mut self, id: &str, choice: Option<Choice>) -> &mut Self;
}

impl Fill for Record {
    fn fact(&mut self, id: &str, number: u64) -> &mut Self {
        self.facts.set(fact(id), Some(count(number)));
        self
    }

    fn yes(&mut self, id: &str, yes: bool) -> &mut Self {
        self.choose(id, Some(Choice::Yes(yes)))
    }

    fn level(&mut self, id: &str, level: u8) -> &mut Self {
        self.choose(id, Some(Choice::Level(level)))
    }

    fn number(&mut self, id: &str, number: u64) -> &mut Self {
        self.choose(id, Some(Choice::Count(count(number))))
    }

    fn not_applicable(&mut self, id: &str, reason: &str) -> &mut Self {
        self.choose(id, Some(Choice::NotApplicable(ReasonId::try_from(reason).expect("a reason's id"))))
    }

    fn choose(&mut self, id: &str, choice: Option<Choice>) -> &mut Self {
        self.answers.edit(&item(id), |answer| answer.choice = choice);
        self
    }
}

/// A record with full marks and full bonus: every number is large and equal, every share is whole.
pub fn full(standard: &Standard) -> Record {
    let mut record = Record::default();
    let taken_away: Vec<&FactId> =
        standard.facts.iter().filter_map(|fact| fact.sum.as_ref()).flat_map(|sum| &sum.minus).collect();
    for fact in standard.facts.iter().filter(|fact| fact.sum.is_none()) {
        let number = if taken_away.contains(&&fact.id) { 0 } else { 24 };
        record.facts.set(fact.id.clone(), Some(count(number)));
    }
    for item in standard.items() {
        match &item.scale {
            Scale::Ratio(kind) => {
                let whole = record.facts.value(standard, &kind.whole).expect("every fact is there");
                record.facts.set(kind.part.clone(), Some(count(whole)));
            }
            Scale::Deduct(DeductScale { counts: Some(faults), .. }) => {
                record.facts.set(faults.clone(), Some(count(0)));
            }
            _ => {}
        }
        let choice = best(item);
        record.answers.edit(&item.id, |answer| answer.choice = choice);
    }
    record
}

/// The same record with no answer to a bonus item.
pub fn without_bonus(standard: &Standard, record: &Record) -> Record {
    let mut without = record.clone();
    for item in &standard.bonus.items {
        without.answers.edit(&item.id, |answer| answer.choice = None);
    }
    without
}

/// The choice that gives an item all its points; none where numbers alone answer it.
fn best(item: &Item) -> Option<Choice> {
    match &item.scale {
        Scale::YesNo => Some(Choice::Yes(true)),
        Scale::Levels(kind) => Some(Choice::Level(u8::try_from(kind.levels.len() - 1).expect("few levels"))),
        Scale::Count(CountScale { counts: None, target: Amount::Fixed(target), .. }) => {
            Some(Choice::Count(count(u64::from(*target))))
        }
        Scale::Steps(kind) if kind.counts.is_none() => Some(Choice::Count(count(1000))),
        Scale::Deduct(DeductScale { faults: Some(faults), .. }) => {
            Some(Choice::Faults(vec![Some(count(0)); faults.len()]))
        }
        Scale::Deduct(kind) if kind.counts.is_none() => Some(Choice::Count(count(0))),
        Scale::Parts(kind) => Some(Choice::Parts((0..u8::try_from(kind.parts.len()).expect("few parts")).collect())),
        Scale::Text(_) => Some(Choice::Text("字".to_owned())),
        _ => None,
    }
}

/// The id of the star line that a settled record reaches.
pub fn line(standard: &Standard, record: &Record) -> Option<String> {
    let score = Score::of(standard, record);
    assert_eq!(score.worst, score.best, "settled");
    score.worst.line(standard).map(|line| line.id.to_string())
}

/// An item of a small standard, as JSON.
pub fn small_item(id: &str, points: u64, scale: &Value) -> Value {
    let words = json!({"zh": "字"});
    json!({
        "id": id, "words": words, "points": points, "scale": scale, "evidence": words, "example": words,
        "effort": 1, "source": {"quotes": [], "number": "default"}
    })
}

/// A standard with one section, in one language, as JSON: enough to score a few items.
pub fn small_standard(facts: &[Value], items: &[Value]) -> Value {
    let words = json!({"zh": "字"});
    let sum: u64 = items.iter().map(|item| item["points"].as_u64().expect("points")).sum();
    json!({
        "kind": "standard", "format": 1, "id": "small", "version": 1, "family": "small", "languages": ["zh"],
        "title": words, "sheet_title": words, "basis": [], "issuer": words, "receiver": {"office": words},
        "year": 2026, "cycle": [], "unit": {"id": "unit", "words": words, "village": false},
        "posts": {"head": words, "liaison": words}, "assessors": [{"id": "self", "words": words}],
        "opinions": [], "estimate": words, "points": sum, "step": 10, "mail_limit": 1, "ties": [],
        "facts": facts, "at_most": [], "reasons": [],
        "sections": [{"id": "S", "words": words, "points": sum, "items": items}],
        "bonus": {"words": words, "cap": 0, "counts_for_stars": false, "items": []}, "texts": [], "gates": [],
        "lines": [{"id": "1", "words": words, "stars": 1, "at_least": 0}], "no_line": words, "schemes": []
    })
}

/// A fact of a small standard, as JSON.
pub fn small_fact(id: &str) -> Value {
    json!({"id": id, "words": {"zh": "字"}, "unit": {"zh": "个"}})
}

/// What one item of so many points gives for a record that is filled in by `fill`, as a person writes it.
pub fn gives(most: &str, scale: &Value, facts: &[&str], fill: impl FnOnce(&mut Record)) -> String {
    let facts: Vec<Value> = facts.iter().map(|id| small_fact(id)).collect();
    let standard = read(&small_standard(&facts, &[small_item("X", points(most).get(), scale)]).to_string());
    let mut record = Record::default();
    fill(&mut record);
    let score = Score::of(&standard, &record);
    score.total.settled().map_or_else(|| "open".to_owned(), |points| points.to_string())
}

/// The text of a file below `tests/fixtures`.
pub fn fixture(path: &str) -> String {
    let whole = format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{whole}: {error}"))
}

/// A record below `tests/fixtures/records`.
pub fn record(name: &str) -> Record {
    serde_json::from_str(&fixture(&format!("records/{name}.json"))).expect("a record")
}

/// The star line of a full record with one change; `none` for no star.
pub fn stars(standard: &Standard, change: impl FnOnce(&mut Record)) -> String {
    line(standard, &changed(standard, change)).unwrap_or_else(|| "none".to_owned())
}

/// A full record with one change.
pub fn changed(standard: &Standard, change: impl FnOnce(&mut Record)) -> Record {
    let mut record = full(standard);
    change(&mut record);
    record
}

/// So many concerns received, none pending, so many of them answered.
pub fn concerns(received: u64, answered: u64) -> impl Fn(&mut Record) {
    move |record| {
        record.fact("concerns_received", received).fact("concerns_pending", 0);
        record.fact("concerns_answered", answered).fact("concerns_solved", answered.min(received));
    }
}

/// A moment for what is made in a test.
pub fn time() -> UtcTime {
    UtcTime::parse("2026-12-03T08:05:00Z").expect("a time")
}

/// The worked example as a draft.
pub fn example() -> Draft {
    EXAMPLE.clone()
}

/// The worked example as a submission, as JSON.
pub fn submitted() -> Value {
    serde_json::from_str(&Submission::of(&example(), time()).written()).expect("JSON")
}

/// The built-in standards, as the application has them at hand.
pub fn library() -> &'static StandardLibrary {
    &SHELF
}

/// What is told when these bytes are opened; nothing if they open.
pub fn refused(bytes: &[u8]) -> Vec<String> {
    match open(bytes, library()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// A photo as far as its head goes, one for each number, and its bytes.
pub fn photo(number: u32) -> (Photo, Vec<u8>) {
    let (width, height) = (number + 1, 3_u32);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend((0..number % 7).map(|more| u8::try_from(more).expect("small")));
    let size = u32::try_from(bytes.len()).expect("small");
    let digest = PhotoDigest::of(&bytes);
    let name = format!("照片 {number}.png");
    (Photo { digest, media: Media::Png, bytes: size, width, height, name, caption: String::new() }, bytes)
}
