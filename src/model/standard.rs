//! The standard (评定标准): the whole rubric as data. An `Embedded` from `Embedded::read` has
//! passed its lint, so every name in it stands for something.

pub mod asking;
pub(in crate::model) mod author;
pub mod changes;
pub mod due;
pub mod gate;
pub mod ids;
pub mod issued;
pub mod item;
mod item_number;
pub mod library;
pub mod lint;
mod lint_item;
mod lint_year;
pub mod numbers;
pub mod points;
pub mod receiver;
pub mod reference;
pub mod scale;
pub mod words;
pub mod year;

use crate::model::date::CivilDate;
use crate::model::standard::gate::{Gate, Line};
use crate::model::standard::ids::{
    AssessorId, FactId, FamilyId, ItemId, ReasonId, SchemeId, SectionId, StandardId, TagId, UnitKind,
};
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::receiver::Receiver;
use crate::model::standard::words::{Lang, LangTag, Words};
use crate::model::standard::year::{AnsweredShare, CycleStep, Period};
use serde::{Deserialize, Serialize};

/// The format of a standard that this program writes.
pub const FORMAT: u32 = 1;

/// A whole standard, for one kind of unit and one year.
// The program writes what was issued (`embedded`) and never a standard itself; only tests put one together.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Standard {
    /// What kind of file it is.
    pub kind: StandardKind,
    /// The format of the file.
    pub format: u32,
    /// Its name, the same over all versions and years.
    pub id: StandardId,
    /// Rises with each change.
    pub version: u32,
    /// What links it to the standards for other kinds of unit.
    pub family: FamilyId,
    /// The languages it claims to have every word in, each once.
    pub languages: Vec<LangTag>,
    /// What it is called.
    pub title: Words,
    /// What its sheets are headed with; `{year}` stands for the year.
    pub sheet_title: Words,
    /// The documents it rests on; quotes stand in the first.
    pub basis: Vec<Basis>,
    /// Who issued it.
    pub issuer: Words,
    /// Where submissions go.
    pub receiver: Receiver,
    /// The year it is for.
    pub year: u16,
    /// The days within which what is counted has to lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The last day for submissions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<CivilDate>,
    /// The steps of the year.
    pub cycle: Vec<CycleStep>,
    /// Who is assessed.
    pub unit: UnitWords,
    /// What the three posts are called.
    pub posts: PostWords,
    /// The year's theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Words>,
    /// What a good result brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reward: Option<Words>,
    /// What no photo may show; it stands wherever photos are added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo_notice: Option<Words>,
    /// Who gives a score, in order; the first is the unit itself.
    pub assessors: Vec<Assessor>,
    /// The opinion boxes of the approval sheet. Where there are none, the unit's head signs its data alone.
    pub opinions: Vec<Words>,
    /// What a result is called until it is decided (自评预估).
    pub estimate: Words,
    /// All points but the bonus, in hundredths.
    pub points: Points,
    /// What scores are cut down to, in hundredths.
    pub step: Points,
    /// How much must be answered before stars are shown, in percent.
    #[serde(default, skip_serializing_if = "AnsweredShare::is_usual")]
    pub answered_for_stars: AnsweredShare,
    /// Whether everything that is asked stands on one page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_page: bool,
    /// The largest a submission should be as mailed, in bytes.
    pub mail_limit: u64,
    /// How units with the same stars are ranked.
    pub ties: Vec<Tie>,
    /// The numbers asked once.
    pub facts: Vec<Fact>,
    /// Which number cannot be larger than which.
    pub at_most: Vec<AtMost>,
    /// Why an item may not apply.
    pub reasons: Vec<Reason>,
    /// The scored items, by section.
    pub sections: Vec<Section>,
    /// The bonus items.
    pub bonus: Bonus,
    /// Texts that travel with the submission. The last of at most 300 signs stands on the
    /// sheet that is signed.
    pub texts: Vec<Item>,
    /// What forbids or caps stars.
    pub gates: Vec<Gate>,
    /// The star lines, from the lowest to the highest.
    pub lines: Vec<Line>,
    /// What a unit below the lowest line is called.
    pub no_line: Words,
    /// Other ways to group the items.
    pub schemes: Vec<Scheme>,
    /// The units, if the county names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<ListedUnit>,
}

/// The word `standard` in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandardKind {
    /// A standard.
    Standard,
}

/// A document the standard rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Basis {
    /// Its title.
    pub title: Words,
    /// Its number, such as 西人常〔2020〕12号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
}

/// What the unit is called.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnitWords {
    /// Its kind.
    pub id: UnitKind,
    /// The word for it.
    pub words: Words,
    /// Whether it belongs to a village, which is then asked for.
    pub village: bool,
}

/// What the posts are called; a unit without a deputy head has no word for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PostWords {
    /// The head (站长).
    pub head: Words,
    /// The deputy head (副站长).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<Words>,
    /// The liaison officer (联络员).
    pub liaison: Words,
}

/// Somebody who gives a score.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Assessor {
    /// Their name within the standard.
    pub id: AssessorId,
    /// The head of their column.
    pub words: Words,
}

/// What decides between two units with the same stars.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// The total.
    Total,
    /// A section's total.
    Section(SectionId),
    /// A tag's total.
    Tag(TagId),
    /// The bonus.
    Bonus,
}

/// A number asked once and used by many items, or a sum of such numbers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fact {
    /// Its name within the standard.
    pub id: FactId,
    /// What it counts.
    pub words: Words,
    /// The unit it is counted in (次, 人, 件).
    pub unit: Words,
    /// What to count and what not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Words>,
    /// Whether it counts what happened within the period, and not how things stand on the day of filling in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_period: bool,
    /// For a derived fact, what it is made of; it is never asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Sum>,
}

/// Facts added and taken away; never under 0.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sum {
    /// Added.
    pub plus: Vec<FactId>,
    /// Taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minus: Vec<FactId>,
}

/// `fact` cannot be larger than `most`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AtMost {
    /// The smaller one.
    pub fact: FactId,
    /// The larger one.
    pub most: FactId,
}

/// A reason why an item may not apply.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reason {
    /// Its name within the standard.
    pub id: ReasonId,
    /// What it says.
    pub words: Words,
    /// Whether the county allows it this year.
    pub on: bool,
}

/// A section (部分).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section {
    /// Its name within the standard.
    pub id: SectionId,
    /// What it is called.
    pub words: Words,
    /// The sum of its items, in hundredths.
    pub points: Points,
    /// Its items.
    pub items: Vec<Item>,
}

/// Points on top, capped, kept apart.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bonus {
    /// What it is called.
    pub words: Words,
    /// The most that counts, in hundredths.
    pub cap: Points,
    /// Whether it lifts stars. By default it does not.
    pub counts_for_stars: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// A way of grouping items.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Scheme {
    /// Its name within the standard.
    pub id: SchemeId,
    /// What it is called.
    pub words: Words,
    /// Whether its tags are shown as lamps: lit when every item has at least half of its points.
    #[serde(default)]
    pub lamps: bool,
    /// Its tags.
    pub tags: Vec<Tag>,
}

/// A tag (标签) and the items that carry it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tag {
    /// Its name, alone in the whole standard.
    pub id: TagId,
    /// What it is called.
    pub words: Words,
    /// The items.
    pub items: Vec<ItemId>,
}

/// A unit that the county names, to be picked instead of typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListedUnit {
    /// The county's code for it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its township or sub-district.
    pub township: String,
    /// Its village or community.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<String>,
}

impl Standard {
    /// The scored items, in order.
    pub fn scored(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// Every item: scored, bonus and texts, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.scored().chain(&self.bonus.items).chain(&self.texts)
    }

    /// The item of this name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items().find(|item| item.id == *id)
    }

    /// The fact of this name.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The reason of this name.
    pub fn reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == *id)
    }

    /// Why an item may not apply, as far as the standard allows it now.
    pub fn reasons_of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Reason> {
        item.not_applicable.iter().filter_map(|id| self.reason(id)).filter(|reason| reason.on)
    }

    /// The section of this name.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// What the sheets are headed with, the year filled in.
    pub fn sheet_title(&self, lang: Lang, year: u16) -> String {
        self.sheet_title.get(lang).replace("{year}", &year.to_string())
    }
}

/// Whether one is another version of the other, or another year's: the same id, or the same family and
/// the same kind of unit.
pub fn related(one: &Standard, other: &Standard) -> bool {
    one.id == other.id || (one.family == other.family && one.unit.id == other.unit.id)
}
