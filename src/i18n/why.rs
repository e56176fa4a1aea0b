//! Why an item got what it got, in one line.

use crate::i18n::Text;
use crate::model::standard::Standard;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::{NothingReason, RatioReason, ScoreReason, Wanted};
use crate::model::standard::words::Words;

/// Why an item got what it got.
pub struct WhyWords {
    pub open: &'static str,
    /// The names of the numbers.
    pub missing: fn(&[&str]) -> String,
    /// What it gives whatever the missing numbers are.
    pub anyway: fn(Points) -> String,
    pub not_applicable: fn(&str) -> String,
    pub yes: fn(Points) -> String,
    pub no: &'static str,
    /// The level's words, and its points in words.
    pub level: fn(&str, &str) -> String,
    /// The level's words, its percentage, of so many points.
    pub level_percent: fn(&str, u8, Points) -> String,
    /// How many and how many are wanted, each with its unit and the room before it, and notes.
    pub count: fn([&str; 2], &str) -> String,
    /// The same where it is enough.
    pub count_full: fn([&str; 2], &str) -> String,
    /// How many times, the unit with the room before it, and what the first gives, each further one, and all together
    /// at most.
    pub steps: fn(u64, &str, [Points; 3]) -> String,
    /// A share, as the arithmetic it is, and further notes.
    pub ratio: fn(&RatioReason, &[String]) -> String,
    /// What follows a fact: its name, its value.
    pub follows: fn(&str, u64) -> String,
    /// How many in a whole year, the months, how many that makes.
    pub yearly: fn(u64, u8, u64) -> String,
    /// What would count is worth nothing, for this fact is 0.
    pub withheld: fn(&str) -> String,
    /// The fact that is 0.
    pub nothing: fn(&str) -> String,
    pub nothing_half: fn(&str) -> String,
    pub nothing_full: fn(&str) -> String,
    /// The fact that is 0, and another one.
    pub nothing_withheld: fn(&str, &str) -> String,
    pub no_fault: fn(Points) -> String,
    /// The points there are, the faults, their unit with the room before it, what each takes.
    pub faults: fn(Points, u64, &str, Points) -> String,
    /// The points there are, the faults as they are said one by one.
    pub fault_list: fn(Points, &[String]) -> String,
    /// What is at fault, how often, its unit with the room before it, what that takes.
    pub fault: fn(&str, u64, &str, Points) -> String,
    /// How many numbers are missing, and what those take that are there.
    pub fault_list_open: fn(usize, Points) -> String,
    /// How many parts of how many, and their points.
    pub parts: fn(usize, usize, Points) -> String,
    pub no_part: &'static str,
    pub text: &'static str,
    /// An assessor gave so many points.
    pub assessed: fn(Points) -> String,
    /// Stands behind a reason: what is under this step is cut off.
    pub cut: fn(Points) -> String,
    /// Notes behind a number.
    pub notes: fn(&[String]) -> String,
}

/// The sentence for a reason. Whoever reckons it again comes to the item's points.
pub fn why(text: &Text, standard: &Standard, item: &Item, why: &ScoreReason) -> String {
    let said = Wording { text, standard, item }.reason(why);
    let cuts = why.gives(item.points).is_some_and(|points| points.cut(standard.step) != points);
    if cuts { format!("{said}{}", (text.kinds.why.cut)(standard.step)) } else { said }
}

/// A language, and the item whose score is told in it.
struct Wording<'a> {
    text: &'a Text,
    standard: &'a Standard,
    item: &'a Item,
}

impl Wording<'_> {
    fn reason(&self, why: &ScoreReason) -> String {
        let (words, all) = (&self.text.kinds.why, self.item.points);
        match why {
            ScoreReason::Open => words.open.to_owned(),
            ScoreReason::Missing { facts, anyway } => {
                let names: Vec<&str> = facts.iter().map(|id| self.fact(id)).collect();
                (words.missing)(&names) + &anyway.map_or(String::new(), words.anyway)
            }
            ScoreReason::NotApplicable(reason) => {
                let reason = self.standard.reason(reason);
                (words.not_applicable)(reason.map_or("", |reason| reason.words.get(self.text.lang)))
            }
            ScoreReason::Yes(true) => (words.yes)(all),
            ScoreReason::Yes(false) => words.no.to_owned(),
            ScoreReason::Level { level, points, percent, .. } => self.level(*level, *points, *percent),
            ScoreReason::Count { actual, target } => self.count(*actual, target),
            ScoreReason::Steps { times, first, further } => {
                (words.steps)(*times, &self.unit(), [*first, *further, all])
            }
            ScoreReason::Ratio(ratio) => self.ratio(ratio),
            ScoreReason::Nothing(nothing) => self.nothing(nothing),
            ScoreReason::Faults { faults: 0, .. } => (words.no_fault)(all),
            ScoreReason::Faults { faults, each } => (words.faults)(all, *faults, &self.unit(), *each),
            ScoreReason::FaultList(found) => self.fault_list(found),
            ScoreReason::Parts { there, .. } if there.is_empty() => words.no_part.to_owned(),
            ScoreReason::Parts { there, of, points } => (words.parts)(there.len(), *of, *points),
            ScoreReason::Text => words.text.to_owned(),
            ScoreReason::Assessed(points) => (words.assessed)(*points),
        }
    }

    fn fact(&self, id: &FactId) -> &str {
        self.standard.fact(id).map_or("", |fact| fact.words.get(self.text.lang))
    }

    /// What the item counts, with a space before it.
    fn unit(&self) -> String {
        unit(self.text, self.standard, self.item).map_or(String::new(), |unit| format!(" {unit}"))
    }

    fn level(&self, level: u8, points: Points, percent: Option<u8>) -> String {
        let Question::Choose(options) = self.item.ask() else { return String::new() };
        let said = options.into_iter().find_map(|option| option.says.words_of_level(level));
        let (words, said) = (&self.text.kinds.why, said.map_or("", |said| said.get(self.text.lang)));
        match percent {
            Some(percent) => (words.level_percent)(said, percent, self.item.points),
            None => (words.level)(said, &(self.text.form.points)(&points.to_string())),
        }
    }

    fn count(&self, actual: u64, target: &Wanted) -> String {
        let (words, unit, notes) = (&self.text.kinds.why, self.unit(), self.notes(target));
        let said = if actual < target.number { words.count } else { words.count_full };
        let notes = if notes.is_empty() { String::new() } else { (words.notes)(&notes) };
        said([&format!("{actual}{unit}"), &format!("{}{unit}", target.number)], &notes)
    }

    fn ratio(&self, ratio: &RatioReason) -> String {
        let words = &self.text.kinds.why;
        let mut notes = ratio.floor.as_ref().map_or(Vec::new(), |floor| self.notes(floor));
        notes.extend(
            ratio.withheld.as_ref().filter(|_| ratio.missing() > 0).map(|fact| (words.withheld)(self.fact(fact))),
        );
        (words.ratio)(ratio, &notes)
    }

    /// How a target or a floor came about.
    fn notes(&self, wanted: &Wanted) -> Vec<String> {
        let words = &self.text.kinds.why;
        let follows = wanted.follows.as_ref().map(|(fact, value)| (words.follows)(self.fact(fact), *value));
        let yearly = wanted.yearly.map(|(year, months)| (words.yearly)(year, months, wanted.number));
        follows.into_iter().chain(yearly).collect()
    }

    fn nothing(&self, nothing: &NothingReason) -> String {
        let (words, fact) = (&self.text.kinds.why, self.fact(&nothing.fact));
        match (nothing.worth, &nothing.missing) {
            (Worth::None, Some(missing)) => (words.nothing_withheld)(fact, self.fact(missing)),
            (Worth::None, None) => (words.nothing)(fact),
            (Worth::Half, _) => (words.nothing_half)(fact),
            (Worth::Full, _) => (words.nothing_full)(fact),
        }
    }

    fn fault_list(&self, found: &[(Option<u64>, Points)]) -> String {
        let (words, lang) = (&self.text.kinds.why, self.text.lang);
        let taken = |many: u64, each: Points| Points::hundredths(each.get().saturating_mul(many));
        let open = found.iter().filter(|(many, _)| many.is_none()).count();
        if open > 0 {
            let there = found.iter().filter_map(|(many, each)| Some(taken((*many)?, *each)));
            return (words.fault_list_open)(open, there.sum());
        }
        let Question::Faults(fields) = self.item.ask() else { return String::new() };
        let said = fields.iter().zip(found).filter_map(|(field, (many, each))| {
            let many = many.filter(|many| *many > 0)?;
            let unit = format!(" {}", field.unit.get(lang));
            Some((words.fault)(field.words.get(lang), many, &unit, taken(many, *each)))
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { (words.no_fault)(self.item.points) } else { (words.fault_list)(self.item.points, &said) }
    }
}

/// What an item counts, if it counts one thing: the unit of its fact, or its own.
pub(super) fn unit<'a>(text: &Text, standard: &'a Standard, item: &'a Item) -> Option<&'a str> {
    let unit: Option<&Words> = match item.scale.print().as_slice() {
        [PaperLine::Fact(fact)] => standard.fact(fact).map(|fact| &fact.unit),
        [PaperLine::Number { unit, .. }] => *unit,
        _ => None,
    };
    unit.map(|unit| unit.get(text.lang)).filter(|unit| !unit.is_empty())
}
