//! What is known of a file that was taken in (收件), and what the township typed for a unit that sent none (代录).

use crate::model::date::CivilDate;
use crate::model::digest::CheckCode;
use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use serde::{Deserialize, Serialize};

/// The longest name of a file that is kept, in characters.
pub const FILE_NAME: u32 = 200;

/// A file that was taken in. Its bytes stay as they were received, under their digest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TakenFile {
    /// Its check code: what is signed for, as the content gives it.
    pub code: CheckCode,
    /// Which submission of its unit it is (第 n 次), counted from 1.
    pub revision: u32,
    /// The day of receipt: the mail's or typed, never the sender's clock.
    pub received: CivilDate,
    /// What it was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// What it calls its unit.
    pub key: NameKey,
    /// The unit that the person took it in for; where there is none, what was picked for its name counts (对号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The check code of the township's bundle in which it came, if it came in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<CheckCode>,
}

impl TakenFile {
    /// A name that is too long, with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        let long = longer(&self.file_name, FILE_NAME);
        let problem = || Problem::at(format!("{under}.file_name"), Fault::TooLong { most: FILE_NAME });
        long.then(problem).into_iter().collect()
    }
}

/// Which answers of a unit count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Those of this received file.
    File(FileDigest),
    /// Those that the township typed for it (代录).
    Entered,
}

/// What a typed answer rests on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RestsOn {
    /// A paper form (纸质表).
    Paper,
    /// A reply in a chat (微信回复).
    Chat,
    /// What was said, on the telephone or at a visit (口头).
    Spoken,
}

/// A number or an answer that the township typed for a unit (代录).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Entered<T> {
    /// What was typed.
    pub value: T,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// The day of what it rests on, local.
    pub day: CivilDate,
}
