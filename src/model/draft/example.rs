//! The worked example: a unit that is filled in, to look at and to change.

use crate::model::date::UtcTime;
use crate::model::digest::Digest;
use crate::model::draft::Draft;
use crate::model::files::json;
use crate::model::files::parse::parse_strict;
use crate::model::record::Record;
use crate::model::record::unit::{Declaration, Posts, Unit, trim};
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::words::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

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

/// What the example says in other languages: for the tag of each, its words by those of the example.
const WORDS: &str = include_str!("../../../standards/example-words.json");

/// The built-in example; it reads, or the tests fail.
pub fn built_in() -> Option<Example> {
    parse_strict(&json::read(EXAMPLE).ok()?).ok()
}

/// The same in a language. What is not said in it stays as it is.
fn built_in_words(lang: Lang) -> Option<Example> {
    let words: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(WORDS).ok()?;
    let mut example = json::read(EXAMPLE).ok()?;
    if let Some(words) = words.get(lang.tag()) {
        say(&mut example, words);
    }
    parse_strict(&example).ok()
}

/// Says every text below a value in other words.
fn say(value: &mut Value, words: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(said) = words.get(text) {
                text.clone_from(said);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| say(one, words)),
        Value::Object(members) => members.values_mut().for_each(|one| say(one, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Digests of the example's name, of its first note and of its answers in each language, and of its numbers, by which it
/// is known without being at hand. A test holds them against the example.
const NAMES: [&str; 2] = ["3a62407418c100f9", "ed18d4b82e3b1e32"];
const FIRST_NOTES: [&str; 2] = ["23e16d96e1f1e04b", "c628dd2666a4d2d0"];
const FACTS: &str = "5de406304155c4cf";
const ANSWERS: [&str; 2] = ["4a456bfb9137e7f2", "f64a93f710e5da81"];

/// Whether a unit or its record is the example's, whatever a mark says: it has the example's name, all of its
/// numbers, or all of its answers. A mark that was taken out of a file by hand is told by it.
pub fn says(unit: &Unit, record: &Record) -> bool {
    let is = |text: &str, digests: &[&str]| digests.contains(&Digest::of(text.as_bytes()).as_str());
    is(unit.name.trim(), &NAMES)
        || is(&json::canonical(&record.facts), &[FACTS])
        // Of hundreds of records the first note tells, without all of their answers.
        || is(&first_note(record), &FIRST_NOTES) && is(&json::canonical(&record.trimmed().answers), &ANSWERS)
}

/// The first note of a record; empty where it has none.
fn first_note(record: &Record) -> String {
    record.answers.iter().map(|(_, answer)| trim(&answer.note)).find(|note| !note.is_empty()).unwrap_or_default()
}

/// A new draft of the example in its own language, marked as one.
pub fn draft(id: DraftId, standard: IssuedStandard, now: UtcTime) -> Draft {
    filled(built_in().unwrap_or_default(), id, standard, now)
}

/// The same in a language.
pub fn draft_in(lang: Lang, id: DraftId, standard: IssuedStandard, now: UtcTime) -> Draft {
    filled(built_in_words(lang).unwrap_or_default(), id, standard, now)
}

fn filled(example: Example, id: DraftId, standard: IssuedStandard, now: UtcTime) -> Draft {
    let Example { unit, posts, record, declaration } = example;
    Draft { sample: true, unit, posts, record, declaration, ..Draft::new(id, standard, now) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::library::BUILT_IN;

    #[test]
    fn the_digests_by_which_the_example_is_known_are_its_own_in_every_language() {
        let own = |lang: Lang| built_in_words(lang).expect("the example");
        let digest = |text: &str| Digest::of(text.as_bytes()).as_str().to_owned();
        assert_eq!(Some(own(Lang::default())), built_in(), "the first language is the example's own");
        for (at, lang) in Lang::ALL.into_iter().enumerate() {
            let [name, note, answers] = [NAMES, FIRST_NOTES, ANSWERS].map(|digests| digests[at]);
            let Example { unit, record, .. } = own(lang);
            let found = [unit.name.trim().to_owned(), json::canonical(&record.facts)].map(|text| digest(&text));
            assert_eq!(found, [name, FACTS], "{lang:?}");
            assert_eq!(digest(&json::canonical(&record.trimmed().answers)), answers, "{lang:?}");
            assert_eq!(digest(&first_note(&record)), note, "{lang:?}");
            assert!(says(&unit, &Record::default()), "by its name alone");
            assert!(says(&Unit::default(), &Record { answers: record.answers, ..Record::default() }));
        }
    }

    #[test]
    fn the_example_in_another_language_leaves_nothing_in_chinese_and_fits_its_standard() {
        let standard = IssuedStandard::read(BUILT_IN[0]).expect("a standard");
        let now = UtcTime::parse("2026-12-10T08:05:00Z").expect("a time");
        let id = DraftId::try_from("d1").expect("an id");
        let said = |lang| draft_in(lang, id.clone(), standard.clone(), now.clone());
        let [own, said] = [Lang::ALL[0], Lang::ALL[1]].map(said);
        assert_eq!(said.own_problems(), Vec::new());
        let filled = |draft: &Draft| json::canonical(&(&draft.unit, &draft.posts, &draft.record, &draft.declaration));
        let chinese = |text: &str| text.chars().filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign)).count();
        assert!(chinese(&filled(&own)) > 500);
        assert_eq!(chinese(&filled(&said)), 0, "{}", filled(&said));
        assert_eq!(own.score(), said.score());
    }
}
