//! What a draft remembers of the submissions that were made of it.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::digest::Codes;
use serde::{Deserialize, Serialize};

/// How many exports a draft remembers; the oldest go first.
pub const REMEMBERED: usize = 20;

/// How many submissions are counted of one unit and year: more than one each hour of it. A number that no next one
/// could follow would be said of every later submission.
pub const TIMES: u32 = 20_000;

/// A submission that was made of a draft. Its two codes are digests of everything in it, so they also
/// tell whether the draft still says the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Export {
    /// Which one it was (第 n 次), from 1 to `TIMES`.
    pub revision: u32,
    /// When it was made.
    pub time: UtcTime,
    /// The day of its declaration, where that is the day it was made and nobody typed another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<CivilDate>,
    /// The codes of what it said.
    pub codes: Codes,
}
