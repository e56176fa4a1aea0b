//! Which line of the roster a file is of (对号). Only the same name, the county's code or what a person picked before is
//! an answer; whatever else looks alike is offered, and a person picks it once.

use crate::model::record::typed::compared;
use crate::model::record::unit::Unit;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::known_files::key_of;
use crate::model::review::roster_line::RosterLine;
use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::UnitKind;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most lines that are offered.
const OFFERED: usize = 8;
/// The least likeness of a line that is offered, in thousandths.
const LEAST: u16 = 400;
/// How much of it is left to a line of another township, in thousandths.
const ELSEWHERE: u32 = 700;

/// Which line a file is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UnitMatch {
    /// Its code, or its kind, township, village and name are those of this line alone.
    Exact(UnitId),
    /// A person picked this line for its name before.
    Remembered(UnitId),
    /// Nobody knows; these look most alike, the likest first.
    Candidates(Vec<Candidate>),
}

/// A line that looks alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The line.
    pub unit: UnitId,
    /// How much, in thousandths, 0 to 1000; only to order them.
    pub likeness: u16,
}

/// The roster, made ready to look up many files.
pub struct RosterIndex<'a> {
    lines: &'a [(UnitId, RosterLine)],
    keys: BTreeMap<NameKey, Vec<UnitId>>,
    codes: BTreeMap<(&'a UnitKind, String), Vec<UnitId>>,
    remembered: &'a BTreeMap<NameKey, UnitId>,
    nfkc: &'a dyn Fn(&str) -> String,
}

impl<'a> RosterIndex<'a> {
    /// Of these lines, and of what a person picked for names before.
    pub fn new(
        lines: &'a [(UnitId, RosterLine)],
        remembered: &'a BTreeMap<NameKey, UnitId>,
        nfkc: &'a dyn Fn(&str) -> String,
    ) -> Self {
        let (mut keys, mut codes) = (BTreeMap::new(), BTreeMap::new());
        for (id, line) in lines {
            if let Some(key) = key_of(&line.kind, &unit_of(line), nfkc) {
                keys.entry(key).or_insert_with(Vec::new).push(*id);
            }
            let code = nfkc(&compared(&line.code));
            if !code.is_empty() {
                codes.entry((&line.kind, code)).or_insert_with(Vec::new).push(*id);
            }
        }
        Self { lines, keys, codes, remembered, nfkc }
    }

    /// Which line a file of this unit is of. `words` is what such units are called (人大代表联络室): the signs of it tell
    /// no two of them apart.
    pub fn find(&self, kind: &UnitKind, unit: &Unit, words: &str) -> UnitMatch {
        let key = key_of(kind, unit, self.nfkc);
        let here = |id: &UnitId| self.lines.iter().any(|(known, line)| known == id && line.kind == *kind);
        if let Some(id) = key.as_ref().and_then(|key| self.remembered.get(key)).filter(|id| here(id)) {
            return UnitMatch::Remembered(*id);
        }
        let code = (self.nfkc)(&compared(&unit.code));
        let by_code = self.codes.get(&(kind, code)).map_or(&[][..], Vec::as_slice);
        let by_name = key.and_then(|key| self.keys.get(&key)).map_or(&[][..], Vec::as_slice);
        match (by_code, by_name) {
            ([only], _) | ([], [only]) => UnitMatch::Exact(*only),
            // Lines that share a code or a name are told apart by a person.
            _ => UnitMatch::Candidates(self.candidates(kind, unit, words)),
        }
    }

    fn candidates(&self, kind: &UnitKind, unit: &Unit, words: &str) -> Vec<Candidate> {
        let lines = self.lines.iter().filter(|(_, line)| line.kind == *kind);
        let mut found: Vec<Candidate> = lines
            .map(|(id, line)| Candidate { unit: *id, likeness: self.likeness(unit, line, words) })
            .filter(|candidate| candidate.likeness >= LEAST)
            .collect();
        sort_by_key(&mut found, |candidate| Reverse(candidate.likeness));
        found.truncate(OFFERED);
        found
    }

    /// How alike a file's names and a line are: what is left of them without the township and what all units are called.
    fn likeness(&self, unit: &Unit, line: &RosterLine, words: &str) -> u16 {
        let plain = |text: &str| (self.nfkc)(&compared(text)).split_whitespace().collect::<String>();
        let townships = [plain(&unit.township), plain(&line.township)];
        let cores = |name: &str, village: &str| -> Vec<String> {
            [name, village]
                .iter()
                .map(|text| core(&plain(text), &townships, words))
                .filter(|core| !core.is_empty())
                .collect()
        };
        let (theirs, ours) = (cores(&unit.name, &unit.village), cores(&line.name, &line.village));
        let pairs = theirs.iter().flat_map(|one| ours.iter().map(move |other| alike(one, other)));
        let best = pairs.max().unwrap_or_default();
        // Villages of one name lie in several townships.
        let [theirs, ours] = &townships;
        let elsewhere = !theirs.is_empty() && !ours.is_empty() && theirs != ours;
        if elsewhere { u16::try_from(u32::from(best) * ELSEWHERE / 1000).unwrap_or(best) } else { best }
    }
}

/// How alike two names are, in thousandths. What the library answers is a share from 0 to 1: no further sum is done with
/// that.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 1000")]
fn alike(one: &str, other: &str) -> u16 {
    (strsim::jaro_winkler(one, other).clamp(0.0, 1.0) * 1000.0).round() as u16
}

fn unit_of(line: &RosterLine) -> Unit {
    Unit { name: line.name.clone(), township: line.township.clone(), village: line.village.clone(), ..Unit::default() }
}

/// A name without the township before it and without the signs of `words` behind it. A unit that is called by its township
/// alone keeps that.
fn core(name: &str, townships: &[String], words: &str) -> String {
    let mut within = townships.iter().filter(|township| !township.is_empty());
    let found = within.find_map(|township| Some((name.strip_prefix(township.as_str())?, township)));
    let (rest, township) = found.map_or((name, ""), |(rest, township)| (rest, township.as_str()));
    match (rest.trim_end_matches(|sign| words.contains(sign)), township) {
        ("", "") => name.to_owned(),
        ("", township) => township.to_owned(),
        (short, _) => short.to_owned(),
    }
}
