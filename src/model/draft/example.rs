//! The worked example: a unit that is filled in, to look at and to change.

use crate::model::date::UtcTime;
use crate::model::digest::Digest;
use crate::model::draft::Draft;
use crate::model::files::json;
use crate::model::files::parse::parse_strict;
use crate::model::record::Record;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use serde::{Deserialize, Serialize};

impl Draft {
    /// Whether it is the worked example, by its mark or by what it says.
    pub fn is_example(&self) -> bool {
        self.sample || says(&self.unit, &self.record)
    }
}

/// The example as data, beside the standard it is for.
const EXAMPLE: &str = include_str!("../../../standards/example.json");

/// What a filled-in unit is made of, apart from its standard.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
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
    parse_strict(&json::read(EXAMPLE).ok()?).ok()
}

/// Digests of the example's name, its numbers and its answers, by which it is known without being at hand. A test
/// holds them against the example.
const NAME: &str = "3a62407418c100f9";
const FACTS: &str = "5de406304155c4cf";
const ANSWERS: &str = "4a456bfb9137e7f2";

/// Whether a unit or its record is the example's, whatever a mark says: it has the example's name, all of its
/// numbers, or all of its answers. A mark that was taken out of a file by hand is told by it.
pub fn says(unit: &Unit, record: &Record) -> bool {
    let is = |text: &str, digest: &str| Digest::of(text.as_bytes()).as_str() == digest;
    is(unit.name.trim(), NAME)
        || is(&json::canonical(&record.facts), FACTS)
        || is(&json::canonical(&record.trimmed().answers), ANSWERS)
}

/// A new draft of the example, marked as one.
pub fn draft(id: DraftId, standard: IssuedStandard, now: UtcTime) -> Draft {
    let Example { unit, posts, record, declaration } = built_in().unwrap_or_default();
    Draft { sample: true, unit, posts, record, declaration, ..Draft::new(id, standard, now) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_by_which_the_example_is_known_are_its_own() {
        let Example { unit, record, .. } = built_in().expect("the example");
        let found =
            [unit.name.trim().to_owned(), json::canonical(&record.facts), json::canonical(&record.trimmed().answers)]
                .map(|text| Digest::of(text.as_bytes()).as_str().to_owned());
        assert_eq!(found, [NAME, FACTS, ANSWERS]);
        assert!(says(&unit, &record));
    }
}
