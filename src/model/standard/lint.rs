//! Refuses a standard that does not hold together, naming every problem at once with its JSON path.

use crate::model::mail::is_mailbox;
use crate::model::problem::{Fault, Problem};
use crate::model::sorting::set_of;
use crate::model::standard::gate::{Condition, Effect};
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::words::{LangTag, MAX_LANGUAGES, Words};
use crate::model::standard::{Standard, Tie};
use std::collections::BTreeSet;

/// Everything that is wrong with a standard; nothing for one that holds together.
pub fn check(standard: &Standard) -> Vec<Problem> {
    let mut lint = Lint { standard, problems: Vec::new() };
    // What follows goes through one list for each entry of another.
    lint.counts();
    if !lint.problems.is_empty() {
        return lint.problems;
    }
    lint.frame();
    lint.year();
    lint.receiver();
    lint.one_page();
    lint.facts();
    lint.items();
    lint.gates();
    lint.schemes();
    lint.problems
}

/// The most entries of any list of a standard, and of items in all sections together. Paper and pages show each.
const ENTRIES: usize = 2000;
/// The most units that a county names.
const UNITS: usize = 20_000;
/// The most who give a score: each has a column on paper, and a workbook's sheet has 26.
const ASSESSORS: usize = 12;
/// The highest version; a day such as 20261201 may be one.
pub(in crate::model) const VERSION: u64 = 99_999_999;

/// What was found so far.
pub(super) struct Lint<'a> {
    pub(super) standard: &'a Standard,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    pub(super) fn refuse(&mut self, place: impl Into<String>, fault: Fault) {
        self.problems.push(Problem::at(place, fault));
    }

    pub(super) fn words(&mut self, place: &str, words: &Words) {
        for lang in self.standard.languages.iter().filter(|lang| !words.has(lang)) {
            self.refuse(place, Fault::NoWords(lang.clone()));
        }
    }

    fn once<'b>(&mut self, place: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.refuse(place, Fault::Twice(id.to_owned()));
            }
        }
    }

    pub(super) fn within(&mut self, place: impl Into<String>, number: u64, least: u64, most: u64) {
        if !(least..=most).contains(&number) {
            self.refuse(place, Fault::OutOfRange { least, most });
        }
    }

    pub(super) fn on_step(&mut self, place: impl Into<String>, points: Points) {
        if points.cut(self.standard.step) != points {
            self.refuse(place, Fault::OffStep);
        }
    }

    pub(super) fn at_most(&mut self, place: impl Into<String>, count: usize, most: usize) {
        if count > most {
            self.refuse(place, Fault::TooManyHere { most });
        }
    }

    /// Lists of more than any page can show.
    fn counts(&mut self) {
        let standard = self.standard;
        let tags = standard.schemes.iter().map(|scheme| scheme.tags.len()).sum::<usize>();
        for (place, count) in [
            ("sections", standard.sections.len().max(standard.scored().count())),
            ("bonus.items", standard.bonus.items.len()),
            ("texts", standard.texts.len()),
            ("facts", standard.facts.len()),
            ("at_most", standard.at_most.len()),
            ("reasons", standard.reasons.len()),
            ("gates", standard.gates.len()),
            ("lines", standard.lines.len()),
            ("ties", standard.ties.len()),
            ("schemes", standard.schemes.len().max(tags)),
            ("basis", standard.basis.len()),
            ("cycle", standard.cycle.len()),
            ("opinions", standard.opinions.len()),
        ] {
            self.at_most(place, count, ENTRIES);
        }
        self.at_most("languages", standard.languages.len(), MAX_LANGUAGES);
        self.at_most("units", standard.units.len(), UNITS);
        self.at_most("assessors", standard.assessors.len(), ASSESSORS);
    }

    /// Titles, languages, posts, star lines' order.
    fn frame(&mut self) {
        let standard = self.standard;
        if standard.languages.is_empty() {
            self.refuse("languages", Fault::NoLanguage);
        }
        self.once("languages", standard.languages.iter().map(LangTag::as_str));
        self.within("format", u64::from(standard.format), 1, u64::from(crate::model::standard::FORMAT));
        self.within("version", u64::from(standard.version), 0, VERSION);
        self.within("year", u64::from(standard.year), 1990, 2199);
        self.within("step", standard.step.get(), 1, 100);
        self.words("title", &standard.title);
        self.words("sheet_title", &standard.sheet_title);
        self.words("issuer", &standard.issuer);
        self.words("receiver.office", &standard.receiver.office);
        if standard.receiver.mailbox.as_ref().is_some_and(|mailbox| !is_mailbox(mailbox)) {
            self.refuse("receiver.mailbox", Fault::NotAMailbox);
        }
        self.words("unit.words", &standard.unit.words);
        self.words("posts.head", &standard.posts.head);
        self.words("posts.liaison", &standard.posts.liaison);
        self.words("estimate", &standard.estimate);
        self.words("no_line", &standard.no_line);
        self.words("bonus.words", &standard.bonus.words);
        let may_be_left_out = [
            ("posts.deputy", &standard.posts.deputy),
            ("theme", &standard.theme),
            ("reward", &standard.reward),
            ("photo_notice", &standard.photo_notice),
        ];
        for (place, words) in may_be_left_out {
            if let Some(words) = words {
                self.words(place, words);
            }
        }
        let lists = [
            ("basis", standard.basis.iter().map(|b| &b.title).collect::<Vec<_>>()),
            ("cycle", standard.cycle.iter().map(|c| &c.words).collect()),
            ("opinions", standard.opinions.iter().collect()),
            ("assessors", standard.assessors.iter().map(|a| &a.words).collect()),
            ("reasons", standard.reasons.iter().map(|r| &r.words).collect()),
        ];
        for (place, list) in lists {
            for (index, words) in list.into_iter().enumerate() {
                self.words(&format!("{place}[{index}]"), words);
            }
        }
        self.once("assessors", standard.assessors.iter().map(|a| a.id.as_str()));
        self.once("reasons", standard.reasons.iter().map(|r| r.id.as_str()));
        self.once("units", standard.units.iter().map(|u| u.code.as_str()));
        for (place, empty) in [
            ("sections", standard.sections.is_empty()),
            ("lines", standard.lines.is_empty()),
            ("assessors", standard.assessors.is_empty()),
        ] {
            if empty {
                self.refuse(place, Fault::NothingHere);
            }
        }
        for (index, tie) in standard.ties.iter().enumerate() {
            let place = format!("ties[{index}]");
            match tie {
                Tie::Section(id) if standard.section(id).is_none() => {
                    self.refuse(place, Fault::Unknown(id.to_string()));
                }
                Tie::Tag(id) if !standard.schemes.iter().flat_map(|s| &s.tags).any(|tag| tag.id == *id) => {
                    self.refuse(place, Fault::Unknown(id.to_string()));
                }
                _ => {}
            }
        }
    }

    pub(super) fn known(&mut self, place: impl Into<String>, fact: &FactId) {
        if self.standard.fact(fact).is_none() {
            self.refuse(place, Fault::Unknown(fact.to_string()));
        }
    }

    fn facts(&mut self) {
        let standard = self.standard;
        self.once("facts", standard.facts.iter().map(|f| f.id.as_str()));
        for (index, fact) in standard.facts.iter().enumerate() {
            let place = format!("facts[{index}]");
            self.words(&format!("{place}.words"), &fact.words);
            self.words(&format!("{place}.unit"), &fact.unit);
            if let Some(help) = &fact.help {
                self.words(&format!("{place}.help"), help);
            }
            match &fact.sum {
                Some(sum) => {
                    if fact.in_period {
                        self.refuse(format!("{place}.in_period"), Fault::Derived(fact.id.to_string()));
                    }
                    if sum.plus.is_empty() {
                        self.refuse(format!("{place}.sum.plus"), Fault::NothingHere);
                    }
                    for part in sum.plus.iter().chain(&sum.minus) {
                        match standard.fact(part) {
                            None => self.refuse(format!("{place}.sum"), Fault::Unknown(part.to_string())),
                            Some(part) if part.sum.is_some() => {
                                self.refuse(format!("{place}.sum"), Fault::Derived(part.id.to_string()));
                            }
                            Some(_) => {}
                        }
                    }
                }
                None if standard.asked_at(&fact.id).is_none() => self.refuse(place, Fault::Unused),
                None => {}
            }
        }
        for (index, relation) in standard.at_most.iter().enumerate() {
            self.known(format!("at_most[{index}].fact"), &relation.fact);
            self.known(format!("at_most[{index}].most"), &relation.most);
            if standard.fact(&relation.fact).is_some_and(|fact| fact.sum.is_some()) {
                self.refuse(format!("at_most[{index}].fact"), Fault::Derived(relation.fact.to_string()));
            }
        }
    }

    fn items(&mut self) {
        let standard = self.standard;
        self.once("sections", standard.sections.iter().map(|s| s.id.as_str()));
        self.once("items", standard.items().map(|i| i.id.as_str()));
        let mut total = Points::ZERO;
        for (index, section) in standard.sections.iter().enumerate() {
            let place = format!("sections[{index}]");
            self.words(&format!("{place}.words"), &section.words);
            let found: Points = section.items.iter().map(|item| item.points).sum();
            if found != section.points {
                self.refuse(format!("{place}.points"), Fault::Sum { stated: section.points, found });
            }
            total += found;
            for (number, item) in section.items.iter().enumerate() {
                self.item(&format!("{place}.items[{number}]"), item, false);
            }
        }
        if total != standard.points {
            self.refuse("points", Fault::Sum { stated: standard.points, found: total });
        }
        for (number, item) in standard.bonus.items.iter().enumerate() {
            self.item(&format!("bonus.items[{number}]"), item, false);
        }
        for (number, item) in standard.texts.iter().enumerate() {
            self.item(&format!("texts[{number}]"), item, true);
        }
    }

    fn gates(&mut self) {
        let standard = self.standard;
        self.once("gates", standard.gates.iter().map(|g| g.id.as_str()));
        self.once("lines", standard.lines.iter().map(|l| l.id.as_str()));
        for (index, gate) in standard.gates.iter().enumerate() {
            let place = format!("gates[{index}]");
            self.words(&format!("{place}.words"), &gate.words);
            if let Effect::Cap(line) = &gate.effect
                && !standard.lines.iter().any(|known| known.id == *line)
            {
                self.refuse(format!("{place}.effect"), Fault::Unknown(line.to_string()));
            }
            self.condition(&format!("{place}.when"), &gate.when);
            if gate.when.is_visit() {
                self.refuse(format!("{place}.when"), Fault::WrongPlace);
            }
        }
        for (index, line) in standard.lines.iter().enumerate() {
            let place = format!("lines[{index}]");
            self.words(&format!("{place}.words"), &line.words);
            self.within(format!("{place}.stars"), u64::from(line.stars), 0, 10);
            self.within(format!("{place}.at_least"), line.at_least.get(), 0, standard.points.get());
            for (number, need) in line.needs.iter().enumerate() {
                let place = format!("{place}.needs[{number}]");
                self.condition(&place, need);
                if need.is_finding() {
                    self.refuse(place, Fault::WrongPlace);
                }
            }
        }
        if !standard.lines.windows(2).all(|pair| matches!(pair, [low, high] if low.at_least < high.at_least)) {
            self.refuse("lines", Fault::LinesNotRising);
        }
    }

    fn condition(&mut self, place: &str, condition: &Condition) {
        match condition {
            Condition::Fact { fact, .. } => self.known(place, fact),
            Condition::Item { item, .. } if self.standard.item(item).is_none() => {
                self.refuse(place, Fault::Unknown(item.to_string()));
            }
            Condition::Section { section, .. } if self.standard.section(section).is_none() => {
                self.refuse(place, Fault::Unknown(section.to_string()));
            }
            Condition::Rate { part, whole, is, .. } => {
                self.known(place, part);
                self.known(place, whole);
                self.within(place, u64::from(is.number()), 0, 100);
            }
            Condition::Any(of) if of.is_empty() => self.refuse(place, Fault::NothingHere),
            Condition::Any(of) => {
                for (index, part) in of.iter().enumerate() {
                    let place = format!("{place}.any[{index}]");
                    self.condition(&place, part);
                    if part.is_finding() || part.is_visit() {
                        self.refuse(place, Fault::WrongPlace);
                    }
                }
            }
            _ => {}
        }
    }

    fn schemes(&mut self) {
        let standard = self.standard;
        self.once("schemes", standard.schemes.iter().map(|s| s.id.as_str()));
        self.once("tags", standard.schemes.iter().flat_map(|s| &s.tags).map(|t| t.id.as_str()));
        let known: BTreeSet<&str> = set_of(standard.items().map(|item| item.id.as_str()));
        for (index, scheme) in standard.schemes.iter().enumerate() {
            self.words(&format!("schemes[{index}].words"), &scheme.words);
            for (number, tag) in scheme.tags.iter().enumerate() {
                let place = format!("schemes[{index}].tags[{number}]");
                self.words(&format!("{place}.words"), &tag.words);
                if tag.items.is_empty() {
                    self.refuse(format!("{place}.items"), Fault::NothingHere);
                }
                for item in &tag.items {
                    if !known.contains(item.as_str()) {
                        self.refuse(format!("{place}.items"), Fault::Unknown(item.to_string()));
                    }
                }
                self.once(&format!("{place}.items"), tag.items.iter().map(crate::model::standard::ids::ItemId::as_str));
            }
        }
    }
}
