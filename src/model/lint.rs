//! Refuses a standard that does not hold together, naming every problem at once with its JSON path.

use super::answer::TEXT;
use super::gate::{Condition, Effect};
use super::id::FactId;
use super::item::{Amount, Item, Scale};
use super::points::Points;
use super::problem::{Fault, Problem};
use super::standard::{Standard, Tie};
use super::words::Words;
use std::collections::BTreeSet;

/// Everything that is wrong with a standard; nothing for one that holds together.
pub fn check(standard: &Standard) -> Vec<Problem> {
    let mut lint = Lint { standard, problems: Vec::new() };
    lint.frame();
    lint.facts();
    lint.items();
    lint.gates();
    lint.schemes();
    lint.problems
}

struct Lint<'a> {
    standard: &'a Standard,
    problems: Vec<Problem>,
}

impl<'a> Lint<'a> {
    fn refuse(&mut self, place: impl Into<String>, fault: Fault) {
        self.problems.push(Problem::at(place, fault));
    }

    fn words(&mut self, place: &str, words: &Words) {
        let missing: Vec<_> = self.standard.languages.iter().filter(|lang| !words.has(**lang)).collect();
        for lang in missing {
            self.refuse(place, Fault::NoWords(*lang));
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

    fn within(&mut self, place: impl Into<String>, number: u64, least: u64, most: u64) {
        if !(least..=most).contains(&number) {
            self.refuse(place, Fault::OutOfRange { least, most });
        }
    }

    fn on_step(&mut self, place: impl Into<String>, points: Points) {
        if points.cut(self.standard.step) != points {
            self.refuse(place, Fault::OffStep);
        }
    }

    /// Titles, languages, posts, star lines' order.
    fn frame(&mut self) {
        let standard = self.standard;
        if standard.languages.is_empty() {
            self.refuse("languages", Fault::NoLanguage);
        }
        self.within("format", u64::from(standard.format), 1, u64::from(super::standard::FORMAT));
        self.within("year", u64::from(standard.year), 1990, 2199);
        self.within("step", standard.step.get(), 1, 100);
        self.words("title", &standard.title);
        self.words("sheet_title", &standard.sheet_title);
        self.words("issuer", &standard.issuer);
        self.words("receiver.office", &standard.receiver.office);
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

    fn known(&mut self, place: impl Into<String>, fact: &FactId) {
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

    fn item(&mut self, place: &str, item: &'a Item, text: bool) {
        self.words(&format!("{place}.words"), &item.words);
        self.words(&format!("{place}.evidence"), &item.evidence);
        self.words(&format!("{place}.example"), &item.example);
        if let Some(words) = &item.source.words {
            self.words(&format!("{place}.source.words"), words);
        }
        self.within(format!("{place}.effort"), u64::from(item.effort), 1, 3);
        self.on_step(format!("{place}.points"), item.points);
        let is_text = matches!(item.scale, Scale::Text { .. });
        if is_text != text || is_text != (item.points == Points::ZERO) {
            self.refuse(format!("{place}.scale"), Fault::WrongPlace);
        }
        for reason in &item.not_applicable {
            if self.standard.reason(reason).is_none() {
                self.refuse(format!("{place}.not_applicable"), Fault::Unknown(reason.to_string()));
            }
        }
        for fact in item.reads() {
            self.known(format!("{place}.scale"), fact);
        }
        self.scale(&format!("{place}.scale"), item);
    }

    fn scale(&mut self, place: &str, item: &'a Item) {
        let place = &match &item.scale {
            Scale::YesNo => place.to_owned(),
            Scale::Levels { .. } => format!("{place}.levels"),
            Scale::Count { .. } => format!("{place}.count"),
            Scale::Steps { .. } => format!("{place}.steps"),
            Scale::Ratio { .. } => format!("{place}.ratio"),
            Scale::Deduct { .. } => format!("{place}.deduct"),
            Scale::Text { .. } => format!("{place}.text"),
        };
        match &item.scale {
            Scale::YesNo => {}
            Scale::Levels { levels, .. } => self.levels(place, item, levels),
            Scale::Count { counts, unit, target, .. } => {
                self.typed(place, counts.as_ref(), unit.as_ref());
                self.amount(&format!("{place}.target"), target, 1);
            }
            Scale::Steps { counts, unit, first, further } => {
                self.typed(place, counts.as_ref(), unit.as_ref());
                self.within(format!("{place}.first"), first.get(), 1, item.points.get());
                self.within(format!("{place}.further"), further.get(), 0, item.points.get());
            }
            Scale::Ratio { part, floor, target, .. } => {
                self.within(format!("{place}.target"), u64::from(*target), 1, 100);
                if let Some(floor) = floor {
                    self.amount(&format!("{place}.floor"), floor, 0);
                }
                if self.standard.fact(part).is_some_and(|fact| fact.sum.is_some()) {
                    self.refuse(format!("{place}.part"), Fault::Derived(part.to_string()));
                }
            }
            Scale::Deduct { counts, unit, each } => {
                self.typed(place, counts.as_ref(), unit.as_ref());
                self.within(format!("{place}.each"), each.get(), 1, item.points.get());
            }
            Scale::Text { at_most } => self.within(format!("{place}.at_most"), u64::from(*at_most), 1, u64::from(TEXT)),
        }
    }

    fn levels(&mut self, place: &str, item: &Item, levels: &[super::item::Level]) {
        for (index, level) in levels.iter().enumerate() {
            let place = format!("{place}.levels[{index}]");
            self.words(&format!("{place}.words"), &level.words);
            if level.points.is_some() == level.percent.is_some() {
                self.refuse(place.clone(), Fault::LevelWorth);
            }
            if let Some(points) = level.points {
                self.on_step(format!("{place}.points"), points);
            }
            if let Some(percent) = level.percent {
                self.within(format!("{place}.percent"), u64::from(percent), 0, 100);
            }
        }
        let worth: Vec<Points> = levels.iter().map(|level| level.gives(item.points)).collect();
        let stated = levels.last().and_then(|level| level.points).is_none_or(|points| points == item.points);
        let rising = worth.windows(2).all(|pair| matches!(pair, [low, high] if low < high));
        if worth.len() < 2
            || worth.first() != Some(&Points::ZERO)
            || worth.last() != Some(&item.points)
            || !rising
            || !stated
        {
            self.refuse(format!("{place}.levels"), Fault::LevelsNotRising);
        }
    }

    /// A number is either a fact or typed at the item, and then says what it counts.
    fn typed(&mut self, place: &str, counts: Option<&FactId>, unit: Option<&Words>) {
        match (counts, unit) {
            (None, None) => self.refuse(format!("{place}.unit"), Fault::NoUnit),
            (None, Some(unit)) => self.words(&format!("{place}.unit"), unit),
            (Some(_), Some(_)) => self.refuse(format!("{place}.unit"), Fault::WrongPlace),
            (Some(_), None) => {}
        }
    }

    fn amount(&mut self, place: &str, amount: &Amount, least: u64) {
        let lowest = match amount {
            Amount::Fixed(fixed) => u64::from(*fixed),
            Amount::Of(of) => {
                self.within(format!("{place}.over"), u64::from(of.over), 1, 1_000_000);
                self.within(format!("{place}.times"), u64::from(of.times), 1, 1_000_000);
                u64::from(of.at_least)
            }
        };
        self.within(place, lowest, least, 1_000_000);
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
                    if part.is_finding() {
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
        for (index, scheme) in standard.schemes.iter().enumerate() {
            self.words(&format!("schemes[{index}].words"), &scheme.words);
            for (number, tag) in scheme.tags.iter().enumerate() {
                let place = format!("schemes[{index}].tags[{number}]");
                self.words(&format!("{place}.words"), &tag.words);
                if tag.items.is_empty() {
                    self.refuse(format!("{place}.items"), Fault::NothingHere);
                }
                for item in &tag.items {
                    if standard.item(item).is_none() {
                        self.refuse(format!("{place}.items"), Fault::Unknown(item.to_string()));
                    }
                }
                self.once(&format!("{place}.items"), tag.items.iter().map(super::id::ItemId::as_str));
            }
        }
    }
}
