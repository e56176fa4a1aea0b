//! A county to try everything with: thirty stations and sixty rooms drawn from a seed, the same on every computer. Among
//! their files are damaged, doubled, late and wrongly named ones, as every county gets them. All is marked as a sample.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::draft::Draft;
use crate::model::files::json;
use crate::model::files::json::canonical;
use crate::model::files::parse::parse_strict;
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::review::ids::UnitId;
use crate::model::review::roster_line::RosterLine;
use crate::model::sorting::sort_by_key;
use crate::model::standard::Standard;
use crate::model::standard::ids::{DraftId, FactId};
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::{OptionValue, Question};
use crate::model::standard::words::Lang;
use crate::model::submission::Submission;
use fastrand::Rng;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How many stations there are.
const STATIONS: usize = 30;
/// How many rooms.
const ROOMS: usize = 60;

/// Names and numbers of the sample county: the words of the trade stand with the standards.
const DATA: &str = include_str!("../../../standards/sample-county.json");

#[derive(Deserialize, Default)]
struct SampleData {
    townships: Vec<String>,
    villages: Vec<String>,
    /// The signs that people leave out when they call a place.
    endings: String,
    people: Vec<String>,
    notes: Vec<String>,
    facts: BTreeMap<FactId, (u32, u32)>,
}

/// A county made up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleCounty {
    /// Its roster.
    pub roster: Vec<(UnitId, RosterLine)>,
    /// What came in, in the order of receipt.
    pub files: Vec<SampleFile>,
}

/// A file that came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleFile {
    /// What is odd about it.
    pub kind: SampleKind,
    /// Its name.
    pub name: String,
    /// The day of receipt.
    pub received: CivilDate,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is odd about a file of the sample county.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SampleKind {
    /// Nothing.
    Plain,
    /// It came after the deadline.
    Late,
    /// The same file as one before.
    Doubled,
    /// A later one of the same unit.
    Newer,
    /// The same revision as one before, with other content.
    Clash,
    /// Its unit is not called as on the roster.
    OtherName,
    /// It claims everything, and its numbers do not bear it out (自评偏高).
    TooHigh,
    /// Another hand changed a number in it.
    ChangedByHand,
    /// It ends in the middle.
    CutOff,
    /// Of the year before.
    OtherYear,
    /// A draft, where a submission is meant.
    Draft,
}

/// What is odd about the files of the units at these places; one has none. The kinds are spread over both lists.
fn oddity(at: usize) -> Option<SampleKind> {
    match at % 30 {
        3 => Some(SampleKind::Late),
        5 => Some(SampleKind::Doubled),
        8 => Some(SampleKind::Newer),
        11 => Some(SampleKind::Clash),
        14 => Some(SampleKind::OtherName),
        17 => Some(SampleKind::TooHigh),
        19 => Some(SampleKind::ChangedByHand),
        22 => Some(SampleKind::CutOff),
        25 => Some(SampleKind::OtherYear),
        27 => Some(SampleKind::Draft),
        // Nothing came of it.
        29 => None,
        _ => Some(SampleKind::Plain),
    }
}

/// Makes the county of a seed, by the standards of stations and rooms. `name_of` names a file of a draft.
pub fn sample_county(
    seed: u64,
    standards: [&IssuedStandard; 2],
    lang: Lang,
    name_of: &dyn Fn(&Draft) -> String,
) -> SampleCounty {
    // It reads, or the tests fail.
    let data: SampleData = json::read(DATA).ok().and_then(|data| parse_strict(&data).ok()).unwrap_or_default();
    let mut maker =
        CountyMaker { rng: Rng::with_seed(seed), data, lang, name_of, roster: Vec::new(), files: Vec::new() };
    for (standard, many) in standards.into_iter().zip([STATIONS, ROOMS]) {
        for at in 0..many {
            maker.unit(standard, at);
        }
    }
    // As they came; those of one day as they are listed.
    sort_by_key(&mut maker.files, |file| file.received);
    SampleCounty { roster: maker.roster, files: maker.files }
}

struct CountyMaker<'a> {
    rng: Rng,
    data: SampleData,
    lang: Lang,
    name_of: &'a dyn Fn(&Draft) -> String,
    roster: Vec<(UnitId, RosterLine)>,
    files: Vec<SampleFile>,
}

impl CountyMaker<'_> {
    fn unit(&mut self, standard: &IssuedStandard, at: usize) {
        let number = self.roster.len();
        let listed = |list: &[String], at: usize| list.get(at % list.len().max(1)).cloned().unwrap_or_default();
        let place = if standard.unit.village { &self.data.villages } else { &self.data.townships };
        let place = listed(place, at);
        let called = standard.unit.words.get(self.lang);
        // Rooms lie in the first twenty townships, three in each.
        let township = listed(&self.data.townships, if standard.unit.village { at / 3 } else { at });
        let mut line = RosterLine::new(standard.unit.id.clone(), &format!("{place}{called}"));
        line.order = u32::try_from(number).unwrap_or(u32::MAX);
        line.township = township;
        if standard.unit.village {
            line.village.clone_from(&place);
        }
        line.head = listed(&self.data.people, number * 7);
        line.liaison = listed(&self.data.people, number * 11 + 3);
        if let Some(kind) = oddity(at) {
            self.send(standard, &line, number, kind);
        }
        self.roster.push((UnitId::new(self.rng.u64(..).to_be_bytes()), line));
    }

    /// What a unit sends.
    fn send(&mut self, standard: &IssuedStandard, line: &RosterLine, number: usize, kind: SampleKind) {
        let Some(mut draft) = self.draft(standard, line, number) else { return };
        match kind {
            SampleKind::Late => self.add(kind, &draft, 1, |bytes| bytes),
            SampleKind::Doubled => {
                self.add(SampleKind::Plain, &draft, 1, |bytes| bytes);
                self.add(kind, &draft, 1, |bytes| bytes);
            }
            SampleKind::Newer => {
                self.add(SampleKind::Plain, &draft, 1, |bytes| bytes);
                let quality = 80 + self.rng.u32(0..20);
                draft.record = self.record(standard, quality);
                self.add(kind, &draft, 2, |bytes| bytes);
            }
            SampleKind::Clash => {
                self.add(SampleKind::Plain, &draft, 1, |bytes| bytes);
                draft.posts.head.name.clone_from(&line.liaison);
                self.add(kind, &draft, 1, |bytes| bytes);
            }
            SampleKind::OtherName => {
                // As people say it: the village or the township, and the last sign of what such units are called.
                let short = standard.unit.words.get(self.lang).chars().next_back().map(String::from);
                let place = if line.village.is_empty() { &line.township } else { &line.village };
                let place = place.trim_end_matches(|sign| self.data.endings.contains(sign));
                draft.unit.name = format!("{place}{}", short.unwrap_or_default());
                self.add(kind, &draft, 1, |bytes| bytes);
            }
            SampleKind::TooHigh => {
                draft.record = self.record(standard, 100);
                for item in standard.items() {
                    let best = choice(item, |_| 0);
                    draft.record.answers.edit(&item.id, |answer| answer.choice = best);
                }
                // As many as any rule asks for, and more of a part than of its whole.
                for relation in standard.at_most.iter().take(2) {
                    draft.record.facts.set(relation.fact.clone(), Count::new(60));
                }
                self.add(kind, &draft, 1, |bytes| bytes);
            }
            SampleKind::ChangedByHand => self.add(kind, &draft, 1, |bytes| {
                let text = String::from_utf8(bytes).unwrap_or_default();
                text.replacen("\"months\":12", "\"months\":6", 1).into_bytes()
            }),
            SampleKind::CutOff => self.add(kind, &draft, 1, |mut bytes| {
                bytes.truncate(bytes.len() / 2);
                bytes
            }),
            SampleKind::OtherYear => {
                draft.year = draft.year.saturating_sub(1);
                self.add(kind, &draft, 1, |bytes| bytes);
            }
            SampleKind::Draft | SampleKind::Plain => self.add(kind, &draft, 1, |bytes| bytes),
        }
    }

    fn add(&mut self, kind: SampleKind, draft: &Draft, revision: u32, change: impl Fn(Vec<u8>) -> Vec<u8>) {
        let draft = Draft { revision, ..draft.clone() };
        let standard = &draft.standard;
        let written = match kind {
            SampleKind::Draft => canonical(&draft),
            _ => Submission::of(&draft, draft.changed.clone()).written(),
        };
        let declared = draft.declaration.date;
        let Some(received) = (match kind {
            SampleKind::Late => standard.deadline.and_then(CivilDate::next).and_then(CivilDate::next),
            // The second of two comes a day after the first.
            SampleKind::Doubled | SampleKind::Newer | SampleKind::Clash => declared.and_then(CivilDate::next),
            _ => declared,
        }) else {
            return;
        };
        let name = (self.name_of)(&draft);
        let name = match (kind, name.rsplit_once('.')) {
            (SampleKind::Doubled, Some((stem, ending))) => format!("{stem}(1).{ending}"),
            _ => name,
        };
        self.files.push(SampleFile { kind, name, received, bytes: change(written.into_bytes()) });
    }

    fn draft(&mut self, standard: &IssuedStandard, line: &RosterLine, number: usize) -> Option<Draft> {
        let day = CivilDate::new(standard.year, 12, 1 + self.rng.u8(0..4))?;
        let time = UtcTime::parse(&format!("{day}T0{}:{:02}:00Z", self.rng.u8(1..9), self.rng.u8(0..60)))?;
        let id = DraftId::try_from(format!("sample-{number}")).ok()?;
        let mut draft = Draft { sample: true, ..Draft::new(id, standard.clone(), time) };
        draft.unit.name.clone_from(&line.name);
        draft.unit.township.clone_from(&line.township);
        draft.unit.village.clone_from(&line.village);
        draft.posts.head.name.clone_from(&line.head);
        draft.posts.liaison.name.clone_from(&line.liaison);
        draft.declaration.name.clone_from(&line.liaison);
        standard.posts.liaison.get(self.lang).clone_into(&mut draft.declaration.post);
        draft.declaration.date = Some(day);
        draft.declaration.agreed = true;
        let quality = 55 + self.rng.u32(0..45);
        draft.record = self.record(standard, quality);
        Some(draft)
    }

    /// A record of about this quality, in percent; every number fits the others.
    fn record(&mut self, standard: &Standard, quality: u32) -> Record {
        let mut record = Record::default();
        for fact in standard.facts.iter().filter(|fact| fact.sum.is_none()) {
            let (least, most) = self.data.facts.get(&fact.id).copied().unwrap_or((0, 12));
            let reach = least + (most - least.min(most)) * quality / 100;
            let number = self.rng.u32(least.min(reach)..=reach);
            record.facts.set(fact.id.clone(), Count::new(u64::from(number)));
        }
        fit(standard, &mut record);
        for item in standard.items() {
            let rng = &mut self.rng;
            // The worse the unit, the further down the list its answers stand.
            let choice = choice(item, |many| {
                let worse = usize::from(rng.u32(0..100) >= quality) + usize::from(rng.u32(0..100) >= quality + 20);
                worse.min(many.saturating_sub(1))
            });
            let note = (item.note_required || rng.u32(0..40) == 0).then(|| rng.choice(&self.data.notes).cloned());
            let reason = item.not_applicable.first().filter(|_| rng.u32(0..20) == 0);
            record.answers.edit(&item.id, |answer| {
                answer.choice = reason.map(|reason| Choice::NotApplicable(reason.clone())).or(choice);
                answer.note = note.flatten().unwrap_or_default();
            });
        }
        record
    }
}

/// Cuts down numbers that others do not allow.
fn fit(standard: &Standard, record: &mut Record) {
    // One relation may rest on another; each turn settles at least one.
    for _ in 0..=standard.at_most.len() {
        for clash in record.facts.clashes(standard) {
            record.facts.set(clash.fact, Count::new(clash.most));
        }
    }
}

/// An answer to an item: of several the one that `pick` chooses of so many, the best being the first.
fn choice(item: &Item, mut pick: impl FnMut(usize) -> usize) -> Option<Choice> {
    match item.ask() {
        Question::Choose(options) => options.get(pick(options.len())).map(|option| match option.says {
            OptionValue::Yes(yes) => Choice::Yes(yes),
            OptionValue::Level(level, _) => Choice::Level(level),
        }),
        Question::Number { .. } => Count::new(5_u64.saturating_sub(pick(5) as u64)).map(Choice::Count),
        Question::Tick(parts) => {
            let there = parts.len().saturating_sub(pick(parts.len()));
            Some(Choice::Parts((0..there).filter_map(|part| u8::try_from(part).ok()).collect()))
        }
        Question::Faults(faults) => Some(Choice::Faults(faults.iter().map(|_| Count::new(pick(3) as u64)).collect())),
        Question::Text { .. } | Question::FactsAlone => None,
    }
}
