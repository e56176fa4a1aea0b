//! What every kind of item says of itself. Each is a file of its own beside this one; the list of them is `Scale`.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::scale::amount::{Amount, Worth};
use crate::model::standard::scale::question::{PaperLine, Question};
use crate::model::standard::scale::reason::{NothingReason, ScoreReason, Wanted};
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
    fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored;

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

    /// What a fact's value may still be.
    fn span(&self, fact: &FactId) -> NumberRange;

    /// What a yearly amount is for the months in operation.
    fn for_months(&self, yearly: u64) -> u64;

    /// The months in operation, 1 to 12.
    fn months(&self) -> u8;
}

/// What a number may still be: anything from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberRange {
    /// The least.
    pub least: u64,
    /// The most.
    pub most: u64,
}

impl NumberRange {
    /// A number that is known.
    pub fn known(number: u64) -> Self {
        Self { least: number, most: number }
    }

    fn map(self, of: impl Fn(u64) -> u64) -> Self {
        Self { least: of(self.least), most: of(self.most) }
    }
}

/// What an item gives, and why. Cut neither to the standard's step nor to the item's points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scored {
    /// Exact, or from the worst to the best that may still come: each of both can come.
    pub range: Range,
    /// Why, or what is still to come.
    pub why: Result<ScoreReason, Waits>,
}

impl Scored {
    /// What this reason gives of an item's points.
    pub(super) fn by(all: Points, why: ScoreReason) -> Self {
        Self { range: why.gives(all).map_or(Range::up_to(all), Range::exact), why: Ok(why) }
    }

    /// Waits, and may end at any of these.
    pub(super) fn waits(waits: Waits, ends: impl IntoIterator<Item = Points>) -> Self {
        Self { range: between(ends), why: Err(waits) }
    }
}

/// From the least of these to the most.
pub(super) fn between(ends: impl IntoIterator<Item = Points>) -> Range {
    let range = |range: Option<Range>, end: Points| match range {
        None => Some(Range::exact(end)),
        Some(Range { low, high }) => Some(Range { low: low.min(end), high: high.max(end) }),
    };
    ends.into_iter().fold(None, range).unwrap_or_default()
}

/// What an item waits for.
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

/// The most that a person counts, of a fact or at an item.
pub const MOST: u64 = 1_000_000;

/// The number that an item counts: of its fact, or its own; nothing while it is open.
pub(super) fn counted(
    counts: Option<&FactId>,
    given: Option<&Given<'_>>,
    numbers: &dyn Numbers,
) -> Result<u64, (Waits, NumberRange)> {
    match (counts, given) {
        (Some(fact), _) => numbers.value(fact).ok_or_else(|| (Waits::Numbers, numbers.span(fact))),
        (None, Some(Given::Count(count))) => Ok(*count),
        (None, _) => Err((Waits::Answer, NumberRange { least: 0, most: MOST })),
    }
}

/// Whether an answer fits an item that counts: only where the number is its own.
pub(super) fn misfit_of_count(counts: Option<&FactId>, given: &Given<'_>) -> Option<(&'static str, Fault)> {
    match (counts, given) {
        (None, Given::Count(_)) => None,
        _ => MISFIT,
    }
}

/// A target or a floor, scaled to the months in operation if it is a yearly one; nothing while the fact it follows is
/// open.
pub(super) fn wanted(amount: &Amount, per_year: bool, numbers: &dyn Numbers) -> Option<Wanted> {
    let follows = match amount.follows() {
        Some(fact) => Some((fact.clone(), numbers.value(fact)?)),
        None => None,
    };
    let whole = amount.of(follows.as_ref().map_or(0, |(_, value)| *value));
    let number = if per_year { numbers.for_months(whole) } else { whole };
    Some(Wanted { number, follows, yearly: (number < whole).then(|| (whole, numbers.months())) })
}

/// What it may still be.
pub(super) fn wanted_span(amount: &Amount, per_year: bool, numbers: &dyn Numbers) -> NumberRange {
    let span = amount.follows().map_or(NumberRange::known(0), |fact| numbers.span(fact)).map(|fact| amount.of(fact));
    if per_year { span.map(|yearly| numbers.for_months(yearly)) } else { span }
}

/// What nothing is worth, and the fact that is 0 and takes it away; nothing while that fact is open.
pub(super) fn worth(worth: Worth, needs: Option<&FactId>, numbers: &dyn Numbers) -> Option<(Worth, Option<FactId>)> {
    match needs {
        Some(fact) if worth != Worth::None => {
            let there = numbers.value(fact)? > 0;
            Some(if there { (worth, None) } else { (Worth::None, Some(fact.clone())) })
        }
        _ => Some((worth, None)),
    }
}

/// What it may still be worth.
pub(super) fn worths(worth: Worth, needs: Option<&FactId>, numbers: &dyn Numbers) -> Vec<Worth> {
    let Some(fact) = needs else { return vec![worth] };
    let NumberRange { least, most } = numbers.span(fact);
    let all = [(least == 0, Worth::None), (most > 0, worth)];
    all.into_iter().filter(|(may, _)| *may).map(|(_, worth)| worth).collect()
}

/// There was nothing to count of this fact.
pub(super) fn nothing(fact: &FactId, worth: Worth, missing: Option<FactId>) -> ScoreReason {
    ScoreReason::Nothing(NothingReason { fact: fact.clone(), worth, missing })
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
