//! From one format of a file to the next. A step changes the JSON value before anything typed is read, so
//! that the types know the newest format alone. A released step is never changed again; `docs/formats.md`
//! tells what each of them is for.

use crate::model::problem::{Fault, Problem};
use serde_json::Value;
use std::borrow::Cow;

/// The key of a draft's and of a submission's revision. The feature `next-format` calls it otherwise, so
/// that there is a step to take.
pub const REVISION: &str = if cfg!(feature = "next-format") { "turn" } else { "revision" };

/// One step: from which format it leads to the next, and how.
type MigrationStep = (u64, fn(&mut Value));

/// The steps of drafts.
pub(in crate::model) const DRAFT: &[MigrationStep] = STEPS;
/// The steps of submissions.
pub(in crate::model) const SUBMISSION: &[MigrationStep] = STEPS;

#[cfg(not(feature = "next-format"))]
const STEPS: &[MigrationStep] = &[];
#[cfg(feature = "next-format")]
const STEPS: &[MigrationStep] = &[(1, next::one_to_two)];

/// Refuses a file of a newer format than this program writes, and one of the format 0, which never was.
pub fn refuse_newer(value: &Value, known: u32) -> Result<(), Vec<Problem>> {
    match value.get("format").and_then(Value::as_u64) {
        Some(0) => Err(vec![Problem::at("format", Fault::OutOfRange { least: 1, most: u64::from(known) })]),
        Some(format) if format > u64::from(known) => Err(vec![Problem::at("format", Fault::Newer { format })]),
        _ => Ok(()),
    }
}

/// The same content in the format that this program writes. What is newer, or of no format, stays as it is.
pub(in crate::model) fn current<'a>(value: &'a Value, steps: &[MigrationStep]) -> Cow<'a, Value> {
    let mut value = Cow::Borrowed(value);
    for (from, step) in steps {
        if value.get("format").and_then(Value::as_u64) == Some(*from) {
            step(value.to_mut());
        }
    }
    value
}

#[cfg(feature = "next-format")]
mod next {
    use super::Value;

    /// The revision is called a turn.
    pub(in crate::model) fn one_to_two(value: &mut Value) {
        let Value::Object(members) = value else { return };
        members.insert("format".to_owned(), Value::from(2));
        if let Some(revision) = members.remove("revision") {
            members.insert("turn".to_owned(), revision);
        }
    }
}
