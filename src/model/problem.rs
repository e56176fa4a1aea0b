//! What can be wrong with a file, a standard or a record: a closed list, each with the place where it
//! is. The sentence for a person stands in `crate::i18n`; `Display` is the short form for programs.

use crate::model::date::CivilDate;
use crate::model::files::foreign::Foreign;
use crate::model::standard::points::Points;
use crate::model::standard::words::LangTag;
use std::fmt;

/// One thing that is wrong, and where: `answers.G4.count: 12 is more than 9 (registered)`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The path within the file, such as `sections[0].items[3].scale`; empty for the whole of it.
    pub place: String,
    /// What is wrong there.
    pub fault: Fault,
    /// In the file of a standard: the part of it, as its author knows it.
    pub part: Option<Box<StandardPart>>,
}

impl Problem {
    /// This fault at this place.
    pub fn at(place: impl Into<String>, fault: Fault) -> Self {
        Self { place: place.into(), fault, part: None }
    }

    /// The same, seen from further out.
    #[must_use]
    pub fn below(self, outer: &str) -> Self {
        let place = if self.place.is_empty() { outer.to_owned() } else { format!("{outer}.{}", self.place) };
        Self { place, ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { write!(f, "{}", self.fault) } else { write!(f, "{}: {}", self.place, self.fault) }
    }
}

/// A part of a standard, and where in it something is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandardPart {
    /// What kind of part it is.
    pub of: PartKind,
    /// Which one of its kind, counted from 1 over the whole standard; 0 for what there is once.
    pub number: usize,
    /// Its id; empty where it has none.
    pub id: String,
    /// The path within it, such as `scale.levels.levels[1].points`; empty for the whole of it.
    pub rest: String,
}

impl StandardPart {
    /// The same place one key further out.
    #[must_use]
    pub fn without_last_step(&self) -> Self {
        let rest = self.rest.rsplit_once('.').map_or("", |(outer, _)| outer);
        Self { rest: rest.to_owned(), ..self.clone() }
    }
}

/// What kind of part of a standard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartKind {
    /// The standard itself: its title, issuer, deadline, points.
    Whole,
    /// A section.
    Section,
    /// A scored item.
    Item,
    /// A bonus item.
    Bonus,
    /// A text.
    Text,
    /// A number that is asked.
    Fact,
    /// What forbids or caps stars.
    Gate,
    /// A star line.
    Line,
    /// A way of grouping items, or a tag of it.
    Scheme,
}

/// Every kind of thing that can be wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// There is nothing in the file.
    Empty,
    /// The file is larger than its kind may be, in bytes.
    TooLarge {
        /// The most there may be.
        most: u64,
    },
    /// The bytes are not UTF-8 text.
    NotText,
    /// A file of another program, known by its first bytes.
    Foreign(Foreign),
    /// It is not JSON, or was cut off.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// Whether it ends in the middle.
        cut_off: bool,
    },
    /// A sign that no text can hold: a control character, or half of an escaped sign.
    BadSign {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Nested deeper than any file of ours.
    TooDeep,
    /// More values than any file of ours.
    TooMany {
        /// The most there may be.
        most: usize,
    },
    /// The same key twice in one object.
    DuplicateKey(String),
    /// A number that is not a whole one from 0 to 2^53 − 1.
    NotWhole(Unwhole),
    /// A number that was written as a text.
    NumberAsText(String),
    /// JSON, but not a file of this program.
    NotOurs,
    /// A kind of file that this version does not open.
    OtherKind(String),
    /// Written by a newer version of the program.
    Newer {
        /// The format it has.
        format: u64,
    },
    /// A key that must be there and is not.
    MissingKey(String),
    /// A key that nobody knows.
    UnknownKey(String),
    /// A word that is none of those there are to choose from.
    UnknownName(String),
    /// Something of another kind stands there.
    OtherValue {
        /// What stands there.
        found: String,
        /// What should.
        wanted: ValueKind,
    },
    /// It does not hold what it should in some other way.
    Shape(String),
    /// No standard with this id, version and digest is at hand.
    StandardMissing {
        /// Its id.
        id: String,
        /// Its version.
        version: u32,
        /// The unit that is filled in by it; empty where none is named.
        unit: String,
        /// For which year.
        year: u16,
    },
    /// Points that should add up to what is stated do not.
    Sum {
        /// What is stated.
        stated: Points,
        /// What the parts give.
        found: Points,
    },
    /// An id that two of a kind share.
    Twice(String),
    /// An id that nothing has.
    Unknown(String),
    /// Words that are missing in a language that the standard claims.
    NoWords(LangTag),
    /// The standard claims no language.
    NoLanguage,
    /// Levels that do not rise from nothing to all of the points.
    LevelsNotRising,
    /// Points that are not a multiple of the standard's step.
    OffStep,
    /// A number outside what is possible.
    OutOfRange {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// A level with both points and percent, or with neither.
    LevelWorth,
    /// A list that must not be empty.
    NothingHere,
    /// A list of more than any page can show.
    TooManyHere {
        /// The most there may be.
        most: usize,
    },
    /// A mailbox that is not one plain mail address.
    NotAMailbox,
    /// Star lines that do not rise.
    LinesNotRising,
    /// A day that has to lie after this one.
    NotAfter(CivilDate),
    /// A derived fact made of derived facts, or asked where only a derived one makes sense.
    Derived(String),
    /// A fact that no item asks for.
    Unused,
    /// Text with points, a scored item among the texts, or the like.
    WrongPlace,
    /// A number typed at the item without words for what is counted.
    NoUnit,
    /// An answer that does not fit the item's scale.
    DoesNotFit,
    /// A reason that the item does not allow.
    NotAllowed(String),
    /// A text longer than so many characters.
    TooLong {
        /// The most there may be.
        most: u32,
    },
    /// A number larger than another one allows.
    MoreThan {
        /// The number.
        number: u32,
        /// What it may be at most.
        most: u64,
        /// The fact that says so.
        fact: String,
    },
    /// A recorded code that the content does not give.
    CodeDiffers {
        /// What is recorded.
        recorded: String,
        /// What the content gives.
        found: String,
    },
    /// A recorded score that the engine does not give.
    ScoreDiffers {
        /// What is recorded, in hundredths.
        recorded: Points,
        /// What the engine gives, in hundredths.
        found: Points,
    },
    /// The worked example, and nothing says so.
    ExampleUnmarked,
    /// An item that reads otherwise now than when it was answered.
    ItemChanged,
    /// Its own version of the standard is not at hand; it is shown under another one.
    OtherVersion {
        /// Its own version.
        version: u32,
        /// The version under which it is shown.
        at_hand: u32,
    },
    /// An item or a number that the standard at hand does not ask.
    NotAskedNow,
    /// An answer that the standard at hand does not allow any more.
    FitsNoMore,
    /// Numbers whose words cannot be compared, as their standard is not at hand.
    WordsUnknown,
    /// More photos than there may be.
    TooManyPhotos {
        /// The most there may be.
        most: usize,
    },
    /// A photo whose bytes are not at hand.
    PhotoMissing,
    /// Bytes that are not the photo they are said to be.
    PhotoSpoilt,
    /// Bytes of a photo that no item has.
    PhotoUnasked,
}

/// What should stand where something else does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueKind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// A list, of any length.
    List,
    /// A list of so many.
    ListOf(usize),
    /// An object: names, each with what belongs to it.
    Object,
    /// One of several names, alone or with what belongs to it.
    Choice,
    /// A name and nothing else.
    Name,
}

/// Why a number is not a whole one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwhole {
    /// It has a fraction or an exponent.
    Fraction,
    /// It is below 0.
    Negative,
    /// It is over 2^53 − 1.
    Huge,
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("a number"),
            Self::Text => f.write_str("a string"),
            Self::Flag => f.write_str("true or false"),
            Self::List => f.write_str("a list"),
            Self::ListOf(many) => write!(f, "a list of {many}"),
            Self::Object => f.write_str("an object"),
            Self::Choice => f.write_str("one named choice"),
            Self::Name => f.write_str("a name alone"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::TooLarge { most } => write!(f, "more than {most} bytes"),
            Self::NotText => f.write_str("not UTF-8 text"),
            Self::Foreign(foreign) => write!(f, "another program's file: {foreign:?}"),
            Self::BadSign { line, column } => write!(f, "no text can hold line {line}, column {column}"),
            Self::TooMany { most } => write!(f, "more than {most} values"),
            Self::NotJson { line, column, cut_off: false } => write!(f, "not JSON at line {line}, column {column}"),
            Self::NotJson { line, column, cut_off: true } => write!(f, "cut off at line {line}, column {column}"),
            Self::TooDeep => f.write_str("nested too deep"),
            Self::DuplicateKey(key) => write!(f, "the key {key:?} stands twice"),
            Self::NotWhole(_) => f.write_str("not a whole number from 0 to 9007199254740991"),
            Self::NumberAsText(text) => write!(f, "invalid type: string {text:?}, expected a number"),
            Self::NotOurs => f.write_str("not a file of this program"),
            Self::OtherKind(kind) => write!(f, "a file of the kind {kind:?}"),
            Self::Newer { format } => write!(f, "format {format} is newer than this program"),
            Self::MissingKey(key) => write!(f, "missing field `{key}`"),
            Self::UnknownKey(key) => write!(f, "unknown field `{key}`"),
            Self::UnknownName(name) => write!(f, "unknown variant `{name}`"),
            Self::OtherValue { found, wanted } => write!(f, "invalid type: {found}, expected {wanted}"),
            Self::Shape(message) => f.write_str(message),
            Self::StandardMissing { id, version, .. } => {
                write!(f, "the standard {id} version {version} is not at hand")
            }
            Self::Sum { stated, found } => write!(f, "states {stated} points, its parts give {found}"),
            Self::Twice(id) => write!(f, "{id} stands twice"),
            Self::Unknown(id) => write!(f, "there is no {id}"),
            Self::NoWords(lang) => write!(f, "no words in {lang}"),
            Self::NoLanguage => f.write_str("claims no language"),
            Self::LevelsNotRising => f.write_str("levels do not rise from nothing to all points"),
            Self::OffStep => f.write_str("not a multiple of the step"),
            Self::OutOfRange { least, most } => write!(f, "not from {least} to {most}"),
            Self::LevelWorth => f.write_str("needs either points or percent"),
            Self::NothingHere => f.write_str("must not be empty"),
            Self::TooManyHere { most } => write!(f, "more than {most} entries"),
            Self::NotAMailbox => f.write_str("not one mail address"),
            Self::NotAfter(day) => write!(f, "does not lie after {day}"),
            Self::LinesNotRising => f.write_str("star lines do not rise"),
            Self::Derived(id) => write!(f, "{id} is a derived fact"),
            Self::Unused => f.write_str("no item asks for it"),
            Self::WrongPlace => f.write_str("does not belong here"),
            Self::NoUnit => f.write_str("does not say what is counted"),
            Self::DoesNotFit => f.write_str("does not fit the item"),
            Self::NotAllowed(reason) => write!(f, "the item does not allow {reason}"),
            Self::TooLong { most } => write!(f, "longer than {most} characters"),
            Self::MoreThan { number, most, fact } => write!(f, "{number} is more than {most} ({fact})"),
            Self::CodeDiffers { recorded, found } => write!(f, "recorded as {recorded}, the content gives {found}"),
            Self::ScoreDiffers { recorded, found } => write!(f, "recorded as {recorded}, the engine gives {found}"),
            Self::ExampleUnmarked => f.write_str("the worked example without its mark"),
            Self::ItemChanged => f.write_str("the item reads otherwise now"),
            Self::OtherVersion { version, at_hand } => write!(f, "of version {version}, shown under version {at_hand}"),
            Self::NotAskedNow => f.write_str("is not asked any more"),
            Self::FitsNoMore => f.write_str("does not fit any more"),
            Self::WordsUnknown => f.write_str("the words of the numbers are not known"),
            Self::TooManyPhotos { most } => write!(f, "more than {most} photos"),
            Self::PhotoMissing => f.write_str("the photo is not in the file"),
            Self::PhotoSpoilt => f.write_str("not the photo it is said to be"),
            Self::PhotoUnasked => f.write_str("no item has this photo"),
        }
    }
}
