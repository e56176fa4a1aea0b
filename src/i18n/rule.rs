//! How an item is scored, in one line, as the sheets say it (评分标准).

use crate::i18n::Text;
use crate::model::standard::Standard;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::Scale;
use crate::model::standard::scale::amount::{Amount, Worth};
use crate::model::standard::scale::deduct::DeductScale;
use crate::model::standard::scale::levels::{LevelScale, Nothing};
use crate::model::standard::scale::ratio::{RatioScale, Unstated};
use crate::model::standard::words::Words;

/// How an item is scored.
pub struct RuleWords {
    /// Between levels, parts or faults.
    pub between: &'static str,
    pub yes_no: fn(Points) -> String,
    /// Mark, words, points.
    pub level: fn(&str, &str, Points) -> String,
    /// A fact's name, and what is said besides.
    pub nothing: fn(&str, &str) -> String,
    pub nothing_half: fn(&str, &str) -> String,
    pub nothing_full: fn(&str, &str) -> String,
    /// Target, unit, points, and what is said of the year.
    pub count: fn(&str, &str, Points, &str) -> String,
    pub per_months: &'static str,
    /// Unit, and what the first gives, each further one, and all together at most.
    pub steps: fn(&str, [Points; 3]) -> String,
    pub ratio: fn(Share<'_>) -> String,
    /// A number, and what is said of the year.
    pub floor: fn(&str, &str) -> String,
    pub unstated_half: &'static str,
    pub unstated_full: &'static str,
    /// Unless this fact is 0.
    pub provided: fn(&str) -> String,
    pub amount: fn(&str) -> String,
    pub amount_at_least: fn(&str, u32) -> String,
    /// Points, unit, what each takes.
    pub deduct: fn(Points, &str, Points) -> String,
    /// Points, and the faults as they are said one by one.
    pub fault_list: fn(Points, &str) -> String,
    /// Words, unit, what each takes.
    pub fault: fn(&str, &str, Points) -> String,
    /// Mark, words, points.
    pub part: fn(&str, &str, Points) -> String,
    pub text: &'static str,
}

/// A ratio, in words.
pub struct Share<'a> {
    pub part: &'a str,
    pub whole: &'a str,
    /// What is said of the floor; may be empty.
    pub floor: &'a str,
    /// In percent.
    pub target: u8,
    pub all: Points,
    /// What is said of what is not stated; may be empty.
    pub rest: &'a str,
}

/// The rule of an item, and whether it counts within the period and every visit looks at it. The one place besides the
/// kinds themselves that lists them: each has its own sentence.
pub fn rule(text: &Text, standard: &Standard, item: &Item) -> String {
    let (mut said, year) = (rule_of_scale(text, standard, item), text.year());
    if standard.counted_within(item).is_some() {
        said = (year.within)(&said);
    }
    if item.must_check { (year.checked)(&said) } else { said }
}

fn rule_of_scale(text: &Text, standard: &Standard, item: &Item) -> String {
    let (words, all, saying) = (&text.kinds.rule, item.points, Saying { text, standard });
    match &item.scale {
        Scale::YesNo => (words.yes_no)(all),
        Scale::Levels(kind) => saying.levels(kind, all),
        Scale::Count(kind) => {
            let unit = saying.counted(kind.counts.as_ref(), kind.unit.as_ref());
            (words.count)(&saying.amount(&kind.target), &unit, all, &saying.year(kind.per_year))
        }
        Scale::Steps(kind) => {
            let unit = saying.counted(kind.counts.as_ref(), kind.unit.as_ref());
            (words.steps)(&unit, [kind.first, kind.further, all])
        }
        Scale::Ratio(kind) => saying.ratio(kind, all),
        Scale::Deduct(kind) => saying.deduct(kind, all),
        Scale::Parts(kind) => {
            let part = kind.parts.iter().enumerate();
            let said = part.map(|(at, part)| (words.part)(&mark(at), part.words.get(text.lang), part.points));
            said.collect::<Vec<_>>().join(words.between)
        }
        Scale::Text(_) => words.text.to_owned(),
    }
}

/// What tells the levels or the parts of an item apart on paper, the best or the first one first: ①, ②.
pub(super) fn mark(at: usize) -> String {
    const MARKS: [char; 20] =
        ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫', '⑬', '⑭', '⑮', '⑯', '⑰', '⑱', '⑲', '⑳'];
    MARKS.get(at).map_or_else(|| format!("({})", at.saturating_add(1)), char::to_string)
}

/// A language, and the standard whose words are said in it.
struct Saying<'a> {
    text: &'a Text,
    standard: &'a Standard,
}

impl Saying<'_> {
    fn fact(&self, id: &FactId) -> &str {
        self.standard.fact(id).map_or("", |fact| fact.words.get(self.text.lang))
    }

    /// What is counted, with a space before it.
    fn counted(&self, counts: Option<&FactId>, unit: Option<&Words>) -> String {
        let unit = counts.and_then(|id| self.standard.fact(id)).map(|fact| &fact.unit).or(unit);
        unit.map_or(String::new(), |unit| format!(" {}", unit.get(self.text.lang)))
    }

    fn year(&self, per_year: bool) -> String {
        if per_year { format!("{}{}", self.text.comma(), self.text.kinds.rule.per_months) } else { String::new() }
    }

    /// A number, or how it follows from a fact: `各级代表 × 1 ÷ 5`.
    fn amount(&self, amount: &Amount) -> String {
        match amount {
            Amount::Fixed(number) => number.to_string(),
            Amount::Of(of) => {
                let mut words = self.fact(&of.of).to_owned();
                for (character, number) in [("×", of.times), ("÷", of.over)] {
                    if number != 1 {
                        words = format!("{words} {character} {number}");
                    }
                }
                match of.at_least {
                    0 => (self.text.kinds.rule.amount)(&words),
                    least => (self.text.kinds.rule.amount_at_least)(&words, least),
                }
            }
        }
    }

    fn levels(&self, kind: &LevelScale, all: Points) -> String {
        let words = &self.text.kinds.rule;
        let best_first = kind.levels.iter().rev().enumerate();
        let levels =
            best_first.map(|(at, level)| (words.level)(&mark(at), level.words.get(self.text.lang), level.gives(all)));
        let nothing = kind.nothing.iter().map(|of| self.nothing(of));
        levels.chain(nothing).collect::<Vec<_>>().join(words.between)
    }

    /// What a fact of 0 is worth: there was nothing to do well or badly.
    fn nothing(&self, of: &Nothing) -> String {
        let words = &self.text.kinds.rule;
        let said = match of.worth {
            Worth::None => words.nothing,
            Worth::Half => words.nothing_half,
            Worth::Full => words.nothing_full,
        };
        said(self.fact(&of.fact), &self.provided(of.needs.as_ref()))
    }

    fn ratio(&self, kind: &RatioScale, all: Points) -> String {
        let words = &self.text.kinds.rule;
        let floor = kind.floor.as_ref();
        let floor = floor.map(|floor| (words.floor)(&self.amount(floor), &self.year(kind.per_year)));
        (words.ratio)(Share {
            part: self.fact(&kind.part),
            whole: self.fact(&kind.whole),
            floor: &floor.unwrap_or_default(),
            target: kind.target,
            all,
            rest: &kind.unstated.as_ref().map_or(String::new(), |unstated| self.unstated(unstated)),
        })
    }

    fn unstated(&self, unstated: &Unstated) -> String {
        let line = match unstated.worth {
            Worth::None => return String::new(),
            Worth::Half => self.text.kinds.rule.unstated_half,
            Worth::Full => self.text.kinds.rule.unstated_full,
        };
        format!("{line}{}", self.provided(unstated.needs.as_ref()))
    }

    fn provided(&self, needs: Option<&FactId>) -> String {
        needs.map_or(String::new(), |fact| (self.text.kinds.rule.provided)(self.fact(fact)))
    }

    fn deduct(&self, kind: &DeductScale, all: Points) -> String {
        let words = &self.text.kinds.rule;
        let Some(faults) = &kind.faults else {
            let unit = self.counted(kind.counts.as_ref(), kind.unit.as_ref());
            return (words.deduct)(all, &unit, kind.size());
        };
        let lang = self.text.lang;
        let said = faults.iter().map(|fault| (words.fault)(fault.words.get(lang), fault.unit.get(lang), fault.each));
        (words.fault_list)(all, &said.collect::<Vec<_>>().join(words.between))
    }
}
