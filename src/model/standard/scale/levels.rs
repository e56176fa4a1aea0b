//! Named steps (分档项): one of them is chosen.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, MISFIT, NumberRange, Numbers, Scored, Waits, nothing, worth, worths,
};
use crate::model::standard::scale::question::{ChoiceOption, OptionValue, PaperLine, Question};
use crate::model::standard::scale::reason::ScoreReason;
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// The most levels of an item: each is a choice of its own on the page.
const LEVELS: usize = 100;

/// Named steps, rising; the first gives nothing, the last everything.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LevelScale {
    /// The steps.
    pub levels: Vec<Level>,
    /// What it gives when there was nothing that could have been done well or badly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<Nothing>,
}

/// One named step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Level {
    /// What it takes.
    pub words: Words,
    /// What it gives, in hundredths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// What it gives, in percent of the item's points (A/B/C/D 100/66/33/0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

impl Level {
    /// What it gives of an item's points, in hundredths.
    pub fn gives(&self, of: Points) -> Points {
        match (self.points, self.percent) {
            (Some(points), _) => points.min(of),
            (None, Some(percent)) => of.share(u64::from(percent), 100),
            (None, None) => Points::ZERO,
        }
    }
}

/// What it gives when a fact is 0: there was nothing to do well or badly.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Nothing {
    /// The fact.
    pub fact: FactId,
    /// What it is worth.
    pub worth: Worth,
    /// A fact that must be at least 1 for it, else it is worth nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<FactId>,
}

impl LevelScale {
    /// The levels, each with its number.
    fn numbered(&self) -> impl DoubleEndedIterator<Item = (u8, &Level)> {
        self.levels.iter().enumerate().filter_map(|(at, level)| Some((u8::try_from(at).ok()?, level)))
    }

    /// The level that was chosen, of an item of so many points.
    fn chosen(&self, points: Points, given: Option<&Given<'_>>) -> Option<ScoreReason> {
        let Some(Given::Level(at)) = given else { return None };
        let level = self.levels.get(usize::from(*at))?;
        let gives = level.gives(points);
        // Where it says both, the points are meant.
        let percent = level.percent.filter(|_| level.points.is_none());
        Some(ScoreReason::Level { level: *at, of: self.levels.len(), points: gives, percent })
    }
}

impl Kind for LevelScale {
    fn reads(&self) -> Vec<&FactId> {
        self.nothing.iter().flat_map(|nothing| std::iter::once(&nothing.fact).chain(&nothing.needs)).collect()
    }

    fn ask(&self, points: Points) -> Question<'_> {
        let best_first = self.numbered().rev().map(|(at, level)| ChoiceOption {
            says: OptionValue::Level(at, &level.words),
            points: level.gives(points),
        });
        Question::Choose(best_first.collect())
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        self.numbered().map(|(at, level)| PaperLine::Boxes(vec![OptionValue::Level(at, &level.words)])).collect()
    }

    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        let Given::Level(level) = given else { return MISFIT };
        let most = u64::try_from(self.levels.len()).unwrap_or(0).saturating_sub(1);
        (u64::from(*level) > most).then_some(("choice.level", Fault::OutOfRange { least: 0, most }))
    }

    fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored {
        let level = self.chosen(points, given);
        let Some(of) = &self.nothing else {
            return level.map_or_else(
                || Scored::waits(Waits::Answer, [Points::ZERO, points]),
                |level| Scored::by(points, level),
            );
        };
        let worth = |worth: Worth| points.share(worth.halves(), 2);
        let worths = worths(of.worth, of.needs.as_ref(), numbers).into_iter().map(worth);
        let chosen = level.as_ref().and_then(|level| level.gives(points));
        match (numbers.value(&of.fact), self::worth(of.worth, of.needs.as_ref(), numbers), level) {
            (Some(0), Some((worth, missing)), _) => Scored::by(points, nothing(&of.fact, worth, missing)),
            (Some(0), None, _) => Scored::waits(Waits::Numbers, worths),
            (Some(_), _, Some(level)) => Scored::by(points, level),
            (Some(_), _, None) => Scored::waits(Waits::Answer, [Points::ZERO, points]),
            (None, ..) => {
                let NumberRange { least, most } = numbers.span(&of.fact);
                let with = chosen.map_or(vec![Points::ZERO, points], |chosen| vec![chosen]);
                let with = with.into_iter().filter(|_| most > 0);
                Scored::waits(Waits::Numbers, worths.filter(|_| least == 0).chain(with))
            }
        }
    }

    fn lint(&self, points: Points, checks: &mut dyn Checks) {
        checks.at_most("levels", self.levels.len(), LEVELS);
        for (index, level) in self.levels.iter().enumerate() {
            let place = format!("levels[{index}]");
            checks.words(&format!("{place}.words"), &level.words);
            if level.points.is_some() == level.percent.is_some() {
                checks.refuse(&place, Fault::LevelWorth);
            }
            if let Some(points) = level.points {
                checks.on_step(&format!("{place}.points"), points);
            }
            if let Some(percent) = level.percent {
                checks.within(&format!("{place}.percent"), u64::from(percent), 0, 100);
            }
        }
        let worth: Vec<Points> = self.levels.iter().map(|level| level.gives(points)).collect();
        let stated = self.levels.last().and_then(|level| level.points).is_none_or(|last| last == points);
        let rising = worth.windows(2).all(|pair| matches!(pair, [low, high] if low < high));
        if worth.len() < 2
            || worth.first() != Some(&Points::ZERO)
            || worth.last() != Some(&points)
            || !rising
            || !stated
        {
            checks.refuse("levels", Fault::LevelsNotRising);
        }
    }
}
