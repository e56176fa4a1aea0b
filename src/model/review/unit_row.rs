//! A unit as the table of all units holds it: what was handed in, without its texts and photos, in about 1 KB. It is made
//! of the file or of the record again whenever it is wanted, so it is nobody's only copy.

use crate::model::digest::CheckCode;
use crate::model::record::Record;
use crate::model::record::facts::{Count, Facts};
use crate::model::record::typed;
use crate::model::record::unit::Unit;
use crate::model::scoring::score::{Score, Stars, Truth};
use crate::model::sorting::sort_once;
use crate::model::standard::Standard;
use crate::model::standard::ids::{ReasonId, UnitKind};
use crate::model::standard::points::{Points, Range};
use crate::model::submission::OpenedSubmission;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::Xxh64;

/// A note of fewer characters than this says nothing that two units could have copied.
const NOTE_COMPARED: usize = 12;

/// One unit's line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct UnitRow {
    /// Which kind of unit it is; kinds never stand in one table.
    pub kind: UnitKind,
    /// The county's code for it; may be empty.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township.
    pub township: String,
    /// Its village; may be empty.
    pub village: String,
    /// What was handed in; nothing where the township typed it for the unit (代录).
    pub sent: Option<SentAs>,
    /// The worked example, or a unit of the sample county.
    pub sample: bool,
    /// All sections, without the bonus.
    pub total: Range,
    /// The bonus, capped.
    pub bonus: Range,
    /// The lowest and the highest star line that may be reached, counted from 1; 0 is no star.
    pub stars: (u8, u8),
    /// Whether as much is answered as the standard wants before stars are shown.
    pub shows_stars: bool,
    /// How many scored items are open.
    pub open: u16,
    /// The least that each scored and each bonus item gives, in hundredths, in the standard's order.
    low: Vec<u32>,
    /// The most that an open one of them may give.
    high: Vec<(u16, u32)>,
    /// The numbers that are asked, in the standard's order; one more than the number, 0 where it is open.
    facts: Vec<u32>,
    /// Which gates hold or may still hold: the place in the standard, and whether it is open.
    gates: Vec<(u16, bool)>,
    /// Which items were said not to apply, by their place, and why.
    pub not_applicable: Vec<(u16, ReasonId)>,
    /// What photos and longer notes look like, to find the same one twice: numbers that JSON keeps exactly.
    photos: Vec<u64>,
    note_marks: Vec<u64>,
}

/// What was handed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SentAs {
    /// Which one it is, counted from 1 (第 n 次).
    pub revision: u32,
    /// The code on the signed sheet.
    pub code: CheckCode,
}

impl UnitRow {
    /// Of a submission that was opened, scored again by its standard.
    pub fn of_submission(opened: &OpenedSubmission) -> Self {
        let signed = &opened.submission.signed;
        let sent = SentAs { revision: opened.submission.revision, code: opened.submission.codes.signed.clone() };
        let row = Self::of_score(&opened.standard, &signed.unit, &opened.record, &opened.score);
        Self { sent: Some(sent), sample: signed.sample, ..row }
    }

    /// Of a record that was typed for a unit.
    pub fn of_record(standard: &Standard, unit: &Unit, record: &Record) -> Self {
        Self::of_score(standard, unit, record, &Score::of(standard, record))
    }

    fn of_score(standard: &Standard, unit: &Unit, record: &Record, score: &Score) -> Self {
        let unit = unit.trimmed();
        let (mut low, mut high) = (Vec::new(), Vec::new());
        let mut not_applicable = Vec::new();
        // Both come in the standard's order, so that none has to be looked up.
        for (at, (item, scored)) in standard.scored().chain(&standard.bonus.items).zip(&score.items).enumerate() {
            let range = scored.range;
            low.push(small(range.low));
            if range.settled().is_none() {
                high.push((place(at), small(range.high)));
            }
            if let Some(crate::model::record::answers::Choice::NotApplicable(reason)) = record.answers.choice(&item.id)
            {
                not_applicable.push((place(at), reason.clone()));
            }
        }
        let asked = standard.facts.iter().filter(|fact| fact.sum.is_none());
        let facts = asked.map(|fact| record.facts.asked(&fact.id).map_or(0, |count| count.get() + 1)).collect();
        let gates = score.gates.iter().enumerate().filter(|(_, (_, holds))| *holds != Truth::No);
        let gates = gates.map(|(at, (_, holds))| (place(at), *holds == Truth::Open)).collect();
        let mut row = Self {
            kind: standard.unit.id.clone(),
            code: unit.code,
            name: unit.name,
            township: unit.township,
            village: unit.village,
            sent: None,
            sample: false,
            total: score.total,
            bonus: score.bonus,
            stars: (line(standard, score.worst), line(standard, score.best)),
            shows_stars: score.shows_stars(),
            open: place(score.asked.saturating_sub(score.answered)),
            low,
            high,
            facts,
            gates,
            not_applicable,
            photos: Vec::new(),
            note_marks: Vec::new(),
        };
        row.mark(record);
        row
    }

    /// Remembers how its photos and notes look, each once.
    fn mark(&mut self, record: &Record) {
        for (_, answer) in record.answers.iter() {
            self.photos.extend(answer.photos.iter().filter_map(|photo| mark_of(photo.digest.as_str())));
            let (mut hasher, mut many) = (Xxh64::new(0), 0);
            for piece in typed::pieces(&answer.note) {
                hasher.update(piece.as_bytes());
                many += piece.chars().count();
            }
            if many >= NOTE_COMPARED {
                self.note_marks.push(hasher.digest() >> (64 - MARK_BITS));
            }
        }
        for marks in [&mut self.photos, &mut self.note_marks] {
            sort_once(marks);
            marks.shrink_to_fit();
        }
    }

    /// What the scored or bonus item at this place gives, counted from 0.
    pub fn item(&self, at: usize) -> Range {
        let low = self.low.get(at).copied().unwrap_or_default();
        let open = self.high.iter().find(|(place, _)| usize::from(*place) == at);
        let high = open.map_or(low, |(_, high)| *high);
        Range { low: Points::hundredths(u64::from(low)), high: Points::hundredths(u64::from(high)) }
    }

    /// Its numbers, by this standard, which must be the one that it was made by.
    pub fn facts(&self, standard: &Standard) -> Facts {
        let mut facts = Facts::default();
        let asked = standard.facts.iter().filter(|fact| fact.sum.is_none());
        for (fact, number) in asked.zip(&self.facts) {
            facts.set(fact.id.clone(), number.checked_sub(1).and_then(|number| Count::new(u64::from(number))));
        }
        facts
    }

    /// The number asked at this place among those that are asked; nothing where it is open.
    pub fn number(&self, at: usize) -> Option<u32> {
        self.facts.get(at)?.checked_sub(1)
    }

    /// The sum of a section of this standard, counted from 0.
    pub fn section(&self, standard: &Standard, at: usize) -> Range {
        let before: usize = standard.sections.iter().take(at).map(|section| section.items.len()).sum();
        let many = standard.sections.get(at).map_or(0, |section| section.items.len());
        (before..before + many).map(|item| self.item(item)).sum()
    }

    /// Which gates hold, by their places in the standard; with `open` those that may still hold.
    pub fn gates(&self, open: bool) -> impl Iterator<Item = usize> {
        self.gates.iter().filter(move |(_, is_open)| *is_open == open).map(|(at, _)| usize::from(*at))
    }

    /// How its photos look, each once.
    pub fn photo_marks(&self) -> &[u64] {
        &self.photos
    }

    /// How its longer notes look, each once.
    pub fn note_marks(&self) -> &[u64] {
        &self.note_marks
    }

    /// The bytes of memory that it takes, about.
    pub fn bytes(&self) -> usize {
        let texts = [&self.code, &self.name, &self.township, &self.village].map(String::len).iter().sum::<usize>();
        let code = self.sent.as_ref().map_or(0, |sent| sent.code.as_str().len());
        size_of::<Self>()
            + texts
            + code
            + size_of_val(self.low.as_slice())
            + size_of_val(self.high.as_slice())
            + size_of_val(self.facts.as_slice())
            + size_of_val(self.gates.as_slice())
            + size_of_val(self.not_applicable.as_slice())
            + size_of_val(self.photos.as_slice())
            + size_of_val(self.note_marks.as_slice())
    }
}

fn small(points: Points) -> u32 {
    u32::try_from(points.get()).unwrap_or(u32::MAX)
}

fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// How many bits of a mark are kept: a row with larger numbers than JSON keeps would be refused when it is read again.
const MARK_BITS: u32 = 52;

/// The first of a digest.
fn mark_of(digest: &str) -> Option<u64> {
    u64::from_str_radix(digest.get(..MARK_BITS as usize / 4)?, 16).ok()
}

/// A star line by its place, counted from 1.
fn line(standard: &Standard, stars: Stars) -> u8 {
    let reached = stars.line(standard);
    let at = reached.and_then(|reached| standard.lines.iter().position(|line| line.id == reached.id));
    at.map_or(0, |at| u8::try_from(at + 1).unwrap_or(u8::MAX))
}
