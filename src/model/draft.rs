//! A draft (草稿): one unit's answers for one year, as it lives in one browser.

pub mod agreement;
pub mod answering;
pub mod compare;
pub mod example;
pub mod exports;
pub mod merge;
pub mod orphans;
pub mod prior_answers;
pub mod prior_year;
pub mod progress;
pub mod stored;
pub mod upgrade;

use crate::model::date::UtcTime;
use crate::model::draft::exports::{Export, REMEMBERED, TIMES};
use crate::model::draft::orphans::{NeedsReview, Orphan, QuestionId, QuestionSnapshot};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::files::json;
use crate::model::files::migrations;
use crate::model::files::parse::parse;
use crate::model::photos::photo::PHOTOS;
use crate::model::problem::{Fault, Problem};
use crate::model::record::Record;
use crate::model::record::answers::{Choice, Evidence};
use crate::model::record::facts::Count;
use crate::model::record::typed;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::record::unread::{Typed, Unread};
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::model::standard::ids::{DraftId, FactId, ItemId};
use crate::model::standard::issued::IssuedStandard;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The format of a draft that this program writes.
pub const FORMAT: u32 = if cfg!(feature = "next-format") { 2 } else { 1 };

/// The highest save counter that is read. A lifetime of edits comes nowhere near it: a file that says more was made
/// to do harm, and could never be counted on and read again. One over half of it is read as half of it, so that a
/// lifetime of edits is left.
pub const COUNTER: u64 = 1_000_000_000_000;

/// One unit's answers for one year. The standard stands inside, so that a draft never lacks it.
// As a browser stores it, it only says which one it is: `stored::StoredDraft`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Draft<S = IssuedStandard> {
    /// What kind of file it is.
    pub kind: DraftKind,
    /// The format of the file.
    pub format: u32,
    /// What was filled in.
    pub record: Record,
    /// Its name in this browser.
    pub id: DraftId,
    /// Rises with every change, from 0 to `COUNTER` where it is read; tells which of two copies is newer, which no
    /// clock can.
    pub counter: u64,
    /// When it was changed last.
    pub changed: UtcTime,
    /// Whether it is the worked example; its exports are marked.
    #[serde(default)]
    pub sample: bool,
    /// The year it is for.
    pub year: u16,
    /// Which submission comes next, counted from 1 (第 n 次). One more than `TIMES` after the last there may be.
    #[cfg_attr(feature = "next-format", serde(rename = "turn"))]
    pub revision: u32,
    /// Who is assessed.
    #[serde(default)]
    pub unit: Unit,
    /// Who speaks for it.
    #[serde(default)]
    pub posts: Posts,
    /// Who declares it true.
    #[serde(default)]
    pub declaration: Declaration,
    /// The standard it is filled in by.
    pub standard: S,
    /// What was carried from another version of the standard and must be looked at again (请重新确认).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reconfirm: Vec<NeedsReview>,
    /// What had no place in this version of the standard, until the person lets it go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Orphan>,
    /// An earlier year that stands beside it, to be looked at. It is never handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<PriorYear>,
    /// What was handed over, the latest last, at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exports: Vec<Export>,
    /// What was typed into numbers' fields and cannot be read.
    #[serde(default, skip_serializing_if = "Unread::is_empty")]
    pub unread: Unread,
}

/// The word `draft` in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// A draft.
    Draft,
}

impl<S> Draft<S> {
    /// The same with what this makes of its standard in the place of it.
    pub(super) fn map_standard<T>(self, change: impl FnOnce(S) -> T) -> Draft<T> {
        Draft {
            kind: self.kind,
            format: self.format,
            id: self.id,
            counter: self.counter,
            changed: self.changed,
            sample: self.sample,
            year: self.year,
            revision: self.revision,
            unit: self.unit,
            posts: self.posts,
            record: self.record,
            declaration: self.declaration,
            standard: change(self.standard),
            reconfirm: self.reconfirm,
            left: self.left,
            earlier: self.earlier,
            exports: self.exports,
            unread: self.unread,
        }
    }
}

impl Draft<Standard> {
    /// With its standard as it stands in the file that it was read from, before any step to another format.
    pub(super) fn with_issued(self, file: &Value) -> Draft {
        let issued = file.get("standard").cloned().unwrap_or_default();
        self.map_standard(|standard| IssuedStandard::issued(standard, issued))
    }
}

impl Draft {
    /// An empty draft for the standard's year.
    pub fn new(id: DraftId, standard: IssuedStandard, now: UtcTime) -> Self {
        Self {
            kind: DraftKind::Draft,
            format: FORMAT,
            id,
            counter: 0,
            changed: now,
            sample: false,
            year: standard.year,
            revision: 1,
            unit: Unit::default(),
            posts: Posts::default(),
            record: Record::default(),
            declaration: Declaration::default(),
            standard,
            reconfirm: Vec::new(),
            left: Vec::new(),
            earlier: None,
            exports: Vec::new(),
            unread: Unread::default(),
        }
    }

    /// Reads a draft, with every problem of its content at once.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        Self::of(&json::read(text).map_err(|problem| vec![problem])?)
    }

    /// The same of a value.
    pub fn of(value: &Value) -> Result<Self, Vec<Problem>> {
        migrations::refuse_newer(value, FORMAT)?;
        let current = migrations::current(value, migrations::DRAFT);
        let (draft, problems): (Draft<Standard>, _) = parse(&current)?;
        let draft = draft.with_issued(value);
        let found = draft.problems();
        draft.checked(problems, found)
    }

    /// A draft that was read: with what does not hold together in it, and what of it was left out in reading.
    pub(super) fn checked(mut self, mut problems: Vec<Problem>, found: Vec<Problem>) -> Result<Self, Vec<Problem>> {
        // What is too long for its field stays however long it is, is told there, and stands in the way of a submission
        // alone: whatever was stored of a draft opens again.
        problems.extend(found.into_iter().filter(|problem| !typed::is_only_too_long(problem)));
        // Whatever it counted so far, what is edited from here on can be read again.
        self.counter = self.counter.min(COUNTER / 2);
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// Everything in it that does not hold together.
    pub fn problems(&self) -> Vec<Problem> {
        let standard = crate::model::standard::lint::check(&self.standard);
        let mut problems: Vec<Problem> = standard.into_iter().map(|problem| problem.below("standard")).collect();
        problems.extend(self.own_problems());
        problems
    }

    /// The same without its standard, which was looked at when it was read and is not changed since.
    pub fn own_problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !(1..=FORMAT).contains(&self.format) {
            problems.push(Problem::at("format", Fault::OutOfRange { least: 1, most: u64::from(FORMAT) }));
        }
        if !(1990..=2199).contains(&self.year) {
            problems.push(Problem::at("year", Fault::OutOfRange { least: 1990, most: 2199 }));
        }
        if self.counter > COUNTER {
            problems.push(Problem::at("counter", Fault::OutOfRange { least: 0, most: COUNTER }));
        }
        if !(1..=TIMES + 1).contains(&self.revision) {
            let most = u64::from(TIMES + 1);
            problems.push(Problem::at(migrations::REVISION, Fault::OutOfRange { least: 1, most }));
        }
        problems.extend(self.unread.problems(&self.standard).into_iter().map(|problem| problem.below("unread")));
        problems.extend(self.unit.problems("unit"));
        problems.extend(self.posts.problems("posts"));
        problems.extend(self.declaration.problems("declaration"));
        let record = self.record.problems(&self.standard);
        problems.extend(record.into_iter().map(|problem| problem.below("record")));
        let mut marked = BTreeSet::new();
        for (at, mark) in self.reconfirm.iter().enumerate() {
            let unknown = match &mark.of {
                QuestionId::Item(id) => self.standard.item(id).is_none().then(|| id.to_string()),
                QuestionId::Fact(id) => self.standard.fact(id).is_none().then(|| id.to_string()),
            };
            let place = format!("reconfirm[{at}]");
            problems.extend(unknown.map(|id| Problem::at(&place, Fault::Unknown(id))));
            problems.extend(mark.asked.problem(&place));
            if !marked.insert(mark.of.name()) {
                problems.push(Problem::at(place, Fault::Twice(mark.of.name().1.to_owned())));
            }
        }
        for (at, left) in self.left.iter().enumerate() {
            problems.extend(left.problems(&format!("left[{at}]")));
        }
        problems.extend(self.earlier.iter().flat_map(|earlier| earlier.problems("earlier")));
        if self.exports.len() > REMEMBERED {
            problems.push(Problem::at("exports", Fault::OutOfRange { least: 0, most: REMEMBERED as u64 }));
        }
        for (at, export) in self.exports.iter().enumerate() {
            if !(1..=TIMES).contains(&export.revision) {
                let fault = Fault::OutOfRange { least: 1, most: u64::from(TIMES) };
                problems.push(Problem::at(format!("exports[{at}].revision"), fault));
            }
        }
        problems
    }

    /// Chooses an answer, or takes it back. Who does so has looked at it.
    pub fn choose(&mut self, item: &ItemId, choice: Option<Choice>) {
        // Another answer stands in the place of a number that could not be read.
        self.unread.forget(item);
        self.record.answers.edit(item, |answer| answer.choice = choice);
        self.confirm(&QuestionId::Item(item.clone()));
    }

    /// What was asked before, of something that must be looked at again.
    pub fn marked(&self, of: &QuestionId) -> Option<&QuestionSnapshot> {
        self.reconfirm.iter().find(|mark| mark.of == *of).map(|mark| &mark.asked)
    }

    /// Takes the mark away: it was looked at and holds.
    pub fn confirm(&mut self, of: &QuestionId) {
        self.reconfirm.retain(|mark| mark.of != *of);
    }

    /// Lets go what had no place in this version of the standard.
    pub fn let_go(&mut self, left: &Orphan) {
        self.left.retain(|known| known != left);
    }

    /// Writes a note.
    pub fn note(&mut self, item: &ItemId, note: String) {
        self.record.answers.edit(item, |answer| answer.note = note);
    }

    /// Changes what shows an answer.
    pub fn show(&mut self, item: &ItemId, change: impl FnOnce(&mut Evidence)) {
        self.record.answers.edit(item, |answer| change(&mut answer.evidence));
    }

    /// Types a number, or takes it back. Who does so has looked at it.
    pub fn count(&mut self, fact: &FactId, count: Option<Count>) {
        self.type_fact(fact, Typed::Number(count));
    }

    /// What stands in the field of a fact.
    pub fn fact_typed(&self, fact: &FactId) -> Typed {
        match self.unread.facts.get(fact) {
            Some(text) => Typed::Unread(text.clone()),
            None => Typed::Number(self.record.facts.asked(fact)),
        }
    }

    /// What stands in the field of a fact now.
    pub fn type_fact(&mut self, fact: &FactId, typed: Typed) {
        let (count, unread) = typed.parts();
        self.record.facts.set(fact.clone(), count);
        self.unread.of_fact(fact, unread);
        self.confirm(&QuestionId::Fact(fact.clone()));
    }

    /// What stands in the field of the year now. While it cannot be read the year stays, and no submission is made.
    pub fn type_year(&mut self, text: &str) {
        match typed::year(text) {
            Some(year) => (self.year, self.unread.year) = (year, None),
            None => self.unread.year = Some(text.to_owned()),
        }
    }

    /// The score of what is filled in so far.
    pub fn score(&self) -> Score {
        Score::of(&self.standard, &self.record)
    }

    /// What still stands between this draft and a submission: the places, in the order of the form.
    pub fn lacks(&self) -> Vec<Missing> {
        let mut lacks = Vec::new();
        let blank = |text: &str| typed::is_blank(text);
        if blank(&self.unit.name) {
            lacks.push(Missing::Name);
        }
        if blank(&self.unit.township) {
            lacks.push(Missing::Township);
        }
        if self.standard.unit.village && blank(&self.unit.village) {
            lacks.push(Missing::Village);
        }
        if blank(&self.declaration.name) {
            lacks.push(Missing::DeclaredBy);
        }
        if !self.declaration.agreed {
            lacks.push(Missing::Agreed);
        }
        if !self.unread.is_empty() {
            lacks.push(Missing::Readable(self.unread.many()));
        }
        if self.record.photos().count() > PHOTOS {
            lacks.push(Missing::FewerPhotos);
        }
        if self.revision > TIMES {
            lacks.push(Missing::FewerTimes);
        }
        lacks
    }

    /// Items whose answer needs a note that is not there yet.
    pub fn notes_missing(&self) -> Vec<&ItemId> {
        self.standard
            .items()
            .filter(|item| self.record.answers.get(&item.id).is_some_and(|answer| answer.lacks_note(item)))
            .map(|item| &item.id)
            .collect()
    }
}

/// What a submission cannot go without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// The unit's name.
    Name,
    /// The township.
    Township,
    /// The village.
    Village,
    /// Who declares.
    DeclaredBy,
    /// That it is declared.
    Agreed,
    /// That the day of its declaration is typed whole. Told by the page where it is typed: half a day is never stored.
    WholeDay,
    /// That so many fields hold numbers that can be read.
    Readable(usize),
    /// That there are no more photos than a submission may have.
    FewerPhotos,
    /// That it was not made as often as anything is counted.
    FewerTimes,
}
