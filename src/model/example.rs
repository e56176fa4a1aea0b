//! The worked example: a unit that is filled in, to look at and to change.

use super::date::UtcTime;
use super::draft::Draft;
use super::id::DraftId;
use super::json;
use super::read::typed;
use super::record::Record;
use super::standard::Standard;
use super::unit::{Declaration, Posts, Unit};
use serde::{Deserialize, Serialize};

/// The example as data, beside the standard it is for.
const EXAMPLE: &str = include_str!("../../standards/example.json");

/// What a filled-in unit is made of, apart from its standard.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Who is assessed.
    pub unit: Unit,
    /// Who speaks for it.
    pub posts: Posts,
    /// What was filled in.
    pub record: Record,
    /// Who declares it.
    #[serde(default)]
    pub declaration: Declaration,
}

/// The built-in example; it reads, or the tests fail.
pub fn built_in() -> Option<Example> {
    typed(&json::read(EXAMPLE).ok()?).ok()
}

/// A new draft of the example, marked as one.
pub fn draft(id: DraftId, standard: Standard, now: UtcTime) -> Draft {
    let Example { unit, posts, record, declaration } = built_in().unwrap_or_default();
    Draft { sample: true, unit, posts, record, declaration, ..Draft::new(id, standard, now) }
}
