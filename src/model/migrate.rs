//! From one format of a file to the next. A step changes the JSON value before anything typed is read, so
//! that the types know the newest format alone. A released step is never changed again; `docs/formats.md`
//! tells what each of them is for.

use super::json::Value;
use std::borrow::Cow;

/// The key of a draft's and of a submission's revision. The feature `next-format` calls it otherwise, so
/// that there is a step to take.
pub const REVISION: &str = if cfg!(feature = "next-format") { "turn" } else { "revision" };

/// One step: from which format it leads to the next, and how.
type Step = (u64, fn(&mut Value<'_>));

/// The steps of drafts.
pub(super) const DRAFT: &[Step] = STEPS;
/// The steps of submissions.
pub(super) const SUBMISSION: &[Step] = STEPS;

#[cfg(not(feature = "next-format"))]
const STEPS: &[Step] = &[];
#[cfg(feature = "next-format")]
const STEPS: &[Step] = &[(1, next::one_to_two)];

/// The same content in the format that this program writes. What is newer, or of no format, stays as it is.
pub(super) fn current<'b, 'a>(value: &'b Value<'a>, steps: &[Step]) -> Cow<'b, Value<'a>> {
    let mut value = Cow::Borrowed(value);
    for (from, step) in steps {
        if value.get("format").and_then(Value::number) == Some(*from) {
            step(value.to_mut());
        }
    }
    value
}

#[cfg(feature = "next-format")]
mod next {
    use super::Value;

    /// The revision is called a turn.
    pub(super) fn one_to_two(value: &mut Value<'_>) {
        let Value::Object(entries) = value else { return };
        for (key, value) in entries.iter_mut() {
            match key.as_ref() {
                "format" => *value = Value::Number(2),
                "revision" => *key = "turn".into(),
                _ => {}
            }
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    }
}
