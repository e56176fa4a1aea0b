//! What every kind of item says of itself. Each is a file of its own beside this one; the list of them is `Scale`.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::scale::amount::{Amount, Worth};
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::ScoreReason;
use crate::model::standard::words::Words;

/// A kind of item: what is asked and how the answer becomes points, as data.
pub(super) trait Kind {
    /// Every fact its score reads, in the order in which a person is asked; derived facts as they are.
    fn reads(&self) -> Vec<&FactId>;

    /// What is asked, of an item of so many points.
    fn ask(&self, points: Points) -> Question<'_>;

    /// Where it is answered on paper.
    fn print(&self) -> Vec<PaperLine<'_>>;

    /// Why this answer does not fit, with the key it stands under.
    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)>;

    /// What an item of so many points gives, and why. `given` is nothing while nothing is said.
    fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Result<Scored, Waits>;

    /// What does not hold together in an item of so many points. What its facts are is checked for all kinds.
    fn lint(&self, points: Points, checks: &mut dyn Checks);
}

/// What was said of an item, in plain values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Given<'a> {
    /// Yes or no.
    Yes(bool),
    /// A level, counted from 0.
    Level(u8),
    /// A number typed at the item.
    Count(u64),
    /// The parts that are there, counted from 0.
    Parts(&'a [u8]),
    /// How often each fault was found; none where that is not said yet.
    Faults(Vec<Option<u64>>),
    /// A text.
    Text {
        /// How many characters it has.
        characters: usize,
        /// Whether it says nothing.
        blank: bool,
    },
}

/// The numbers that a score reads.
pub trait Numbers {
    /// A fact's value; nothing while it is open.
    fn value(&self, fact: &FactId) -> Option<u64>;

    /// What a yearly amount is for the months in operation.
    fn for_months(&self, yearly: u64) -> u64;
}

/// What an item gives, and why. Cut neither to the standard's step nor to the item's points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scored {
    /// Exact, or from the worst to the best that may still come.
    pub range: Range,
    /// Why.
    pub why: ScoreReason,
}

impl Scored {
    /// Exactly so much.
    pub(super) fn exact(points: Points, why: ScoreReason) -> Self {
        Self { range: Range::exact(points), why }
    }
}

/// What an item waits for that gives anything from nothing to all its points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waits {
    /// For its answer.
    Answer,
    /// For numbers.
    Numbers,
}

/// What a kind has checked of itself. Places are below its own; an empty one is its own.
pub(in crate::model::standard) trait Checks {
    /// Tells what is wrong there.
    fn refuse(&mut self, place: &str, fault: Fault);
    /// Words in every language of the standard.
    fn words(&mut self, place: &str, words: &Words);
    /// A number from `least` to `most`.
    fn within(&mut self, place: &str, number: u64, least: u64, most: u64);
    /// A multiple of the standard's step.
    fn on_step(&mut self, place: &str, points: Points);
    /// A list of at most so many.
    fn at_most(&mut self, place: &str, count: usize, most: usize);
    /// Whether a fact is a sum of others.
    fn is_sum(&self, fact: &FactId) -> bool;
}

/// The most parts of an item, and the most faults of different size: each is a field of its own on the page.
pub const MAX_PARTS: usize = 30;

/// The item asks something else.
pub(super) const MISFIT: Option<(&str, Fault)> = Some(("choice", Fault::DoesNotFit));

/// A fact's value.
pub(super) fn value(numbers: &dyn Numbers, fact: &FactId) -> Result<u64, Waits> {
    numbers.value(fact).ok_or(Waits::Numbers)
}

/// The number that an item counts: of its fact, or its own.
pub(super) fn counted(counts: Option<&FactId>, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Result<u64, Waits> {
    match (counts, given) {
        (Some(fact), _) => value(numbers, fact),
        (None, Some(Given::Count(count))) => Ok(*count),
        (None, _) => Err(Waits::Answer),
    }
}

/// Whether an answer fits an item that counts: only where the number is its own.
pub(super) fn misfit_of_count(counts: Option<&FactId>, given: &Given<'_>) -> Option<(&'static str, Fault)> {
    match (counts, given) {
        (None, Given::Count(_)) => None,
        _ => MISFIT,
    }
}

/// A target or a floor, scaled to the months in operation if it is a yearly one.
pub(super) fn amount(amount: &Amount, per_year: bool, numbers: &dyn Numbers) -> Result<u64, Waits> {
    let fact = amount.follows().map_or(Ok(0), |fact| value(numbers, fact))?;
    let amount = amount.of(fact);
    Ok(if per_year { numbers.for_months(amount) } else { amount })
}

/// What nothing is worth, once the fact it needs is known.
pub(super) fn worth(worth: Worth, needs: Option<&FactId>, numbers: &dyn Numbers) -> Result<Worth, Waits> {
    match needs {
        Some(fact) if worth != Worth::None => Ok(if value(numbers, fact)? == 0 { Worth::None } else { worth }),
        _ => Ok(worth),
    }
}

/// There was nothing to count, and it is worth so much of the points.
pub(super) fn nothing(points: Points, worth: Worth) -> Scored {
    Scored::exact(points.share(worth.halves(), 2), ScoreReason::Nothing(worth))
}

/// A number is either a fact or typed at the item, and then says what it counts.
pub(super) fn check_number(counts: Option<&FactId>, unit: Option<&Words>, checks: &mut dyn Checks) {
    match (counts, unit) {
        (None, None) => checks.refuse("unit", Fault::NoUnit),
        (None, Some(unit)) => checks.words("unit", unit),
        (Some(_), Some(_)) => checks.refuse("unit", Fault::WrongPlace),
        (Some(_), None) => {}
    }
}

/// A target or a floor of at least so many.
pub(super) fn check_amount(place: &str, amount: &Amount, least: u64, checks: &mut dyn Checks) {
    let lowest = match amount {
        Amount::Fixed(fixed) => u64::from(*fixed),
        Amount::Of(of) => {
            checks.within(&format!("{place}.over"), u64::from(of.over), 1, 1_000_000);
            checks.within(&format!("{place}.times"), u64::from(of.times), 1, 1_000_000);
            u64::from(of.at_least)
        }
    };
    checks.within(place, lowest, least, 1_000_000);
}
