//! What an item asks, as data: one component draws any of it, one printer any sheet to fill in by hand.

use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::words::Words;

/// What is asked at an item besides its facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question<'a> {
    /// One of these is chosen; the best stands first.
    Choose(Vec<ChoiceOption<'a>>),
    /// A number is typed.
    Number {
        /// What is counted.
        unit: Option<&'a Words>,
    },
    /// Each part that is there is ticked, counted from 0.
    Tick(Vec<TickOption<'a>>),
    /// How often each of these faults was found is typed, counted from 0.
    Faults(Vec<FaultField<'a>>),
    /// A text is written.
    Text {
        /// The longest it may be, in characters.
        at_most: u32,
    },
    /// Nothing: its facts answer it.
    FactsAlone,
}

/// One of several answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChoiceOption<'a> {
    /// What it says.
    pub says: OptionValue<'a>,
    /// What it gives, in hundredths.
    pub points: Points,
}

/// What an answer says that is one of several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OptionValue<'a> {
    /// Yes or no, in the words of the program.
    Yes(bool),
    /// A level, counted from 0, the lowest, in the words of the standard.
    Level(u8, &'a Words),
}

impl<'a> OptionValue<'a> {
    /// The words of the standard, where it is this level.
    pub fn words_of_level(self, wanted: u8) -> Option<&'a Words> {
        match self {
            Self::Level(level, words) => (level == wanted).then_some(words),
            Self::Yes(_) => None,
        }
    }
}

/// One of several parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TickOption<'a> {
    /// What must be there.
    pub words: &'a Words,
    /// What it gives, in hundredths.
    pub points: Points,
}

/// One of several faults.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FaultField<'a> {
    /// What is at fault.
    pub words: &'a Words,
    /// What is counted.
    pub unit: &'a Words,
    /// What each takes away, in hundredths.
    pub each: Points,
}

/// A line of the paper on which an item is answered by hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PaperLine<'a> {
    /// Boxes to tick.
    Boxes(Vec<OptionValue<'a>>),
    /// A box for a part that may be there.
    Box(&'a Words),
    /// Room for the number of a fact.
    Fact(&'a FactId),
    /// Room for a number of what is named, if anything is, with what is counted.
    Number {
        /// What the number is of.
        of: Option<&'a Words>,
        /// What is counted.
        unit: Option<&'a Words>,
    },
    /// Room for a text of at most so many characters.
    Text(u32),
}

/// Room for the number that an item counts: of its fact, or its own.
pub(super) fn number_line<'a>(counts: Option<&'a FactId>, unit: Option<&'a Words>) -> Vec<PaperLine<'a>> {
    vec![counts.map_or(PaperLine::Number { of: None, unit }, PaperLine::Fact)]
}

/// What is asked where an item counts a fact, or else a number of its own.
pub(super) fn number_question<'a>(counts: Option<&'a FactId>, unit: Option<&'a Words>) -> Question<'a> {
    if counts.is_some() { Question::FactsAlone } else { Question::Number { unit } }
}
