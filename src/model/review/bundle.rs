//! A bundle (打包文件): what a township sends to the county of all its units at once, under one seal. For each of them
//! the submission without photos or the answers that were typed for it, and the first score.

use crate::model::date::UtcTime;
use crate::model::digest::{CheckCode, Codes};
use crate::model::files::entries::entries;
use crate::model::files::json::canonical;
use crate::model::record::Record;
use crate::model::record::facts::Count;
use crate::model::review::judged::{Correction, Judged};
use crate::model::review::taken::RestsOn;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::ids::{AssessorId, FactId, ItemId};
use crate::model::standard::reference::StandardRef;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The format of a bundle that this program writes.
pub const FORMAT: u32 = 1;
/// How many bundles are counted of one township and year.
pub const BUNDLES: u32 = 20_000;
/// The most units of one bundle.
pub const UNITS: usize = 2_000;

/// A township's bundle.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bundle {
    /// What kind of file it is.
    pub kind: BundleKind,
    /// The format of the file.
    pub format: u32,
    /// The check code of the member below; it stands on the sealed sheet.
    pub code: CheckCode,
    /// When it was made.
    pub time: UtcTime,
    /// What the seal stands for.
    pub sealed: Sealed,
    /// The submissions of its units, each as it was received but without the bytes of its photos.
    #[cfg_attr(test, schemars(with = "Vec<crate::model::submission::Submission>"))]
    pub submissions: Vec<Value>,
}

/// The word `bundle` in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// A bundle.
    Bundle,
}

/// What the seal stands for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sealed {
    /// The year.
    pub year: u16,
    /// The township.
    pub township: String,
    /// Whether it is of the sample county.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The standard of all its units.
    pub standard: StandardRef,
    /// The township's column, in which it judged.
    pub column: AssessorId,
    /// Which bundle of this township it is (第 n 次), counted from 1.
    pub number: u32,
    /// Who made it (制表人).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Its units, in the order of the roster.
    pub units: Vec<BundledUnit>,
}

/// A unit of a bundle.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BundledUnit {
    /// The county's code for it, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Its name, as the roster has it.
    pub name: String,
    /// Its village or community.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub village: String,
    /// Its head.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// What it says of itself.
    pub answers: BundledAnswers,
    /// What the township judged; left out where nothing was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<FirstScore>,
}

/// What a unit of a bundle says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BundledAnswers {
    /// It sent nothing, and why, as far as that was said (未报及原因).
    NotSent(String),
    /// The submission with these codes.
    Submitted(Codes),
    /// The township typed it (代录).
    Entered(EnteredAnswers),
}

/// What a township typed for a unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EnteredAnswers {
    /// What was typed.
    pub record: Record,
    /// What it rests on, each once, rising.
    pub rests_on: Vec<RestsOn>,
    /// The latest day of what it rests on.
    pub day: crate::model::date::CivilDate,
}

/// What a township judged of a unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FirstScore {
    /// The items on which it deviates.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub items: BTreeMap<ItemId, Judged<Correction>>,
    /// The numbers on which it deviates.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<FactId, Judged<Count>>,
    /// The first score as it was shown. Never trusted, always computed again.
    pub score: ShownScore,
}

impl Bundle {
    /// What was sealed at this moment, with the submissions it names.
    pub fn new(sealed: Sealed, submissions: Vec<Value>, time: UtcTime) -> Self {
        let code = CheckCode::of(&sealed);
        Self { kind: BundleKind::Bundle, format: FORMAT, code, time, sealed, submissions }
    }

    /// The bytes of the file: canonical JSON.
    pub fn written(&self) -> String {
        canonical(self)
    }
}
