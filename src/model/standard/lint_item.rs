//! What does not hold together in one item of a standard.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::MAX_TEXT;
use crate::model::standard::item::{Amount, Item, Level, Scale};
use crate::model::standard::lint::Lint;
use crate::model::standard::points::Points;
use crate::model::standard::words::Words;

/// The most levels of an item: each is a choice of its own on the page.
const LEVELS: usize = 100;

impl<'a> Lint<'a> {
    pub(super) fn item(&mut self, place: &str, item: &'a Item, text: bool) {
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
            Scale::Text { at_most } => {
                self.within(format!("{place}.at_most"), u64::from(*at_most), 1, u64::from(MAX_TEXT));
            }
        }
    }

    fn levels(&mut self, place: &str, item: &Item, levels: &[Level]) {
        self.at_most(format!("{place}.levels"), levels.len(), LEVELS);
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
}
