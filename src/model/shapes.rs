//! What stands in each kind of file, key by key.

use super::answer::{Answer, Answers, Choice, Evidence};
use super::draft::{Draft, DraftKind};
use super::earlier::Earlier;
use super::example::Example;
use super::export::Export;
use super::facts::Facts;
use super::gate::{Compare, Condition, Effect, Gate, Line};
use super::item::{Amount, AmountOf, Item, Level, Nothing, Number, Scale, Source, Unstated, Worth};
use super::left::{Asked, Kept, Left, Mark, Of};
use super::migrate::REVISION;
use super::points::Range;
use super::read::{At, Read};
use super::record::{Months, Record};
use super::shape::{choices, object};
use super::standard::{
    Assessor, AtMost, Basis, Bonus, CycleStep, Fact, ListedUnit, PostWords, Reason, Receiver, Scheme, Section,
    Standard, StandardKind, Sum, Tag, Tie, UnitWords,
};
use super::stored::StoredDraft;
use super::submission::{Attached, Codes, ShownScore, Signed, SignedAnswer, StandardRef, Submission, SubmissionKind};
use super::unit::{Declaration, Post, Posts, Unit};
use super::unread::Unread;
use super::words::{Lang, Words};
use super::write::Write;
use std::collections::BTreeMap;

// The standard.

object!(Standard {
    kind, format, id, version, family, languages, title, sheet_title, basis, issuer, receiver, year, deadline, cycle,
    unit, posts, theme, reward, photo_notice, assessors, opinions, estimate, points, step, mail_limit, ties, facts,
    at_most, reasons, sections, bonus, texts, gates, lines, no_line, schemes,
    units unless Vec::new(),
});
choices!(StandardKind { "standard" Standard });
choices!(Lang { "zh" Zh, "en" En });
object!(Words { zh, en });
object!(Basis { title, number, date });
object!(Receiver { office, mailbox });
object!(CycleStep { words, date });
object!(UnitWords { id, words, village });
object!(PostWords { head, deputy, liaison });
object!(Assessor { id, words });
choices!(Tie { "total" Total, "section" Section(section), "tag" Tag(tag), "bonus" Bonus });
object!(Fact { id, words, unit, help, sum });
object!(Sum { plus, minus unless Vec::new() });
object!(AtMost { fact, most });
object!(Reason { id, words, on });
object!(Section { id, words, points, items });
object!(Bonus { words, cap, counts_for_stars, items });
object!(Scheme { id, words, lamps or false, tags });
object!(Tag { id, words, items });
object!(ListedUnit { code, name, township, village });

// Its items.

object!(Item {
    id, words, points, scale, evidence, example, effort, source,
    not_applicable unless Vec::new(),
    note_required unless false,
    photos unless true,
});
object!(Source { quotes, words, number });
choices!(Number { "speech" Speech, "default" Default });
choices!(Scale {
    "yes_no" YesNo,
    "levels" Levels { levels, nothing },
    "count" Count { counts, unit, target, per_year unless false },
    "steps" Steps { counts, unit, first, further },
    "ratio" Ratio { part, whole, floor, per_year unless false, target, unstated },
    "deduct" Deduct { counts, unit, each },
    "text" Text { at_most },
});
object!(Level { words, points, percent });
object!(Nothing { fact, worth, needs });
object!(Unstated { worth, needs });
choices!(Worth { "none" None, "half" Half, "full" Full });
object!(AmountOf { of, times unless 1, over unless 1, at_least unless 0 });

/// A plain number, or an object.
impl Read for Amount {
    fn read(at: &At<'_>) -> Self {
        if at.is_number() { Self::Fixed(u32::read(at)) } else { Self::Of(AmountOf::read(at)) }
    }
}

impl Write for Amount {
    fn write(&self, out: &mut String) {
        match self {
            Self::Fixed(number) => number.write(out),
            Self::Of(amount) => amount.write(out),
        }
    }
}

// Its gates and star lines.

object!(Gate { id, words, effect, when, source });
choices!(Effect { "veto" Veto, "cap" Cap(line) });
object!(Line { id, words, stars or 0, at_least, needs unless Vec::new() });
choices!(Condition {
    "item" Item { item, is },
    "section" Section { section, is },
    "fact" Fact { fact, is, per_year unless false },
    "rate" Rate { part, whole, is, none_stated or false },
    "any" Any(of),
    "finding" Finding,
});
choices!(Compare { "at_least" AtLeast(number), "at_most" AtMost(number), "below" Below(number) });

// What a person fills in.

object!(Record { months or Months::YEAR, facts or Facts::default(), answers or Answers::default() });
object!(Answer { choice, evidence unless Evidence::default(), note unless String::new(), photos unless Vec::new() });
choices!(Choice {
    "yes" Yes(yes),
    "level" Level(level),
    "count" Count(count),
    "text" Text(text),
    "not_applicable" NotApplicable(reason),
});
object!(Evidence { ledger unless String::new(), page unless String::new(), date });
object!(Unit {
    code or String::new(),
    name or String::new(),
    township or String::new(),
    village or String::new(),
    address or String::new(),
    hours or String::new(),
});
object!(Post { name or String::new(), office or String::new(), phone or String::new() });
object!(Posts { head or Post::default(), acting or false, deputy or Post::default(), liaison or Post::default() });
object!(Declaration { name or String::new(), post or String::new(), date, agreed or false });
object!(Example { unit, posts, record, declaration or Declaration::default() });

// The draft.

// As a file holds it, and as a browser stores it: which standard it is in place of the whole of it.
macro_rules! draft {
    ($type:ident) => {
        object!($type {
            kind, format, id, counter, changed,
            sample or false,
            year,
            revision named REVISION,
            unit or Unit::default(),
            posts or Posts::default(),
            record,
            declaration or Declaration::default(),
            standard,
            reconfirm unless Vec::new(),
            left unless Vec::new(),
            earlier,
            exports unless Vec::new(),
            unread unless Unread::default(),
        });
    };
}
draft!(Draft);
draft!(StoredDraft);
object!(Unread { counts or BTreeMap::new(), facts or BTreeMap::new(), year });
choices!(DraftKind { "draft" Draft });
choices!(Of { "item" Item(item), "fact" Fact(fact) });
object!(Asked { digest, words, year });
object!(Mark { of, asked });
object!(Left { asked, said, kept });
choices!(Kept { "answer" Answer { item, answer }, "number" Number { fact, count } });
object!(Earlier { year, score, said });
object!(Export { revision, time, day, codes });

// The submission.

object!(Submission { kind, format, time, revision named REVISION, codes, signed, attached });
choices!(SubmissionKind { "submission" Submission });
object!(Codes { signed, attached });
object!(Signed {
    sample unless false,
    standard, year, unit, posts, months, facts, answers, declaration, score,
});
object!(StandardRef { id, version, digest });
object!(SignedAnswer { item, choice, evidence unless Evidence::default() });
object!(ShownScore { total, bonus, sections, items, stars, open });
object!(Range { low, high });
object!(Attached { notes, photos unless BTreeMap::new() });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::UtcTime;
    use crate::model::id::DraftId;
    use crate::model::json::{self, canonical};
    use crate::model::read::typed;
    use crate::model::shelf::BUILT_IN;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};
    use std::fmt::Debug;
    use std::sync::LazyLock;

    static DRAFT: LazyLock<Draft> = LazyLock::new(|| {
        let standard = Standard::read(BUILT_IN[0]).expect("a standard");
        let now = UtcTime::parse("2026-12-03T08:05:00Z").expect("a time");
        crate::model::example::draft(DraftId::try_from("d1").expect("an id"), standard, now)
    });
    static SUBMISSION: LazyLock<Submission> = LazyLock::new(|| Submission::of(&DRAFT, DRAFT.changed.clone()));

    /// serde's derived code and ours agree on this: ours writes what serde's writes, and reads what it reads.
    fn agree<T: Read + Write + Serialize + DeserializeOwned + PartialEq + Debug>(content: &T) {
        let theirs = serde_json::to_value(content).expect("JSON");
        let written = canonical(content);
        assert_eq!(written, theirs.to_string());
        assert_eq!(typed(&json::read(&written).expect("JSON")).as_ref(), Ok(content));
        assert_eq!(&serde_json::from_value::<T>(theirs).expect("fits"), content);
    }

    #[test]
    fn files_are_written_and_read_as_serde_writes_and_reads_them() {
        for text in BUILT_IN {
            agree(&Standard::read(text).expect("a standard"));
        }
        agree(&*DRAFT);
        agree(&*SUBMISSION);
    }

    #[test]
    fn choices_that_the_built_in_standards_do_not_make_are_written_as_serde_writes_them() {
        agree(&Tie::Bonus);
        agree(&Compare::Below(3));
        agree(&Condition::Any(vec![Condition::Finding]));
        agree(&Scale::Text { at_most: 3 });
        agree(&Amount::Fixed(3));
        agree(&Record::default());
        agree(&Posts::default());
    }

    /// What is told of a type that stands in this text.
    fn told<T: Read + Debug>(text: &str) -> Vec<String> {
        let problems = typed::<T>(&json::read(text).expect("JSON")).expect_err("refused");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_misfit_is_told_with_its_whole_place() {
        let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        standard["sections"][1]["items"][0]["points"] = json!("two");
        standard["sections"][1]["items"][2]["weight"] = json!(1);
        standard["year"] = json!(70_000);
        standard.as_object_mut().expect("an object").remove("title");
        let expected = [
            "missing field `title`",
            "year: invalid value: 70000, at most 65535",
            "sections[1].items[0].points: invalid type: string \"two\", expected a number",
            "sections[1].items[2].weight: unknown field `weight`",
        ];
        assert_eq!(told::<Standard>(&standard.to_string()), expected);
    }

    #[test]
    fn a_choice_that_is_none_of_the_known_ones_is_told_once() {
        assert_eq!(told::<Scale>(r#"{"maybe":{"levels":3}}"#), ["unknown variant `maybe`"]);
        assert_eq!(told::<Scale>("\"levels\""), ["invalid type: the name levels alone, expected an object"]);
        assert_eq!(told::<Scale>(r#"{"yes_no":{}}"#), ["yes_no: invalid type: an object, expected a name alone"]);
        assert_eq!(
            told::<Scale>(r#"{"text":{"at_least":1}}"#),
            ["text.at_least: unknown field `at_least`", "text: missing field `at_most`"]
        );
        assert_eq!(told::<Scale>("[]"), ["invalid type: a list, expected one named choice"]);
    }

    #[test]
    fn what_is_no_object_at_all_is_told_once() {
        assert_eq!(told::<Draft>("[]"), ["invalid type: a list, expected an object"]);
        assert_eq!(told::<(Range, Range)>("[{}]"), ["invalid type: a list, expected a list of two"]);
    }

    /// Every place in a value, as a pointer.
    fn places(value: &Value, here: &str, places: &mut Vec<String>) {
        places.push(here.to_owned());
        match value {
            Value::Object(object) => {
                object.iter().for_each(|(key, inner)| self::places(inner, &format!("{here}/{key}"), places));
            }
            Value::Array(list) => {
                (0..).zip(list).for_each(|(index, inner)| self::places(inner, &format!("{here}/{index}"), places));
            }
            _ => {}
        }
    }

    /// Whether ours and serde's derived reader take a value with one change alike: another value at a
    /// place, a key more, or a key less.
    fn alike<T: Read + DeserializeOwned>(
        content: &impl Serialize,
        at: Index,
        change: Option<Value>,
    ) -> Result<(), String> {
        let mut value = serde_json::to_value(content).expect("JSON");
        let mut all = Vec::new();
        places(&value, "", &mut all);
        let place = at.get(&all);
        match (value.pointer_mut(place).expect("a place"), change) {
            (Value::Object(object), None) if object.len() > 1 && at.index(2) == 0 => {
                let key = object.keys().nth(at.index(object.len())).expect("a key").clone();
                object.remove(&key);
            }
            (Value::Object(object), None) => _ = object.insert("weight".to_owned(), json!(1)),
            // serde also takes a list for an object, key by key.
            (Value::Object(_), Some(Value::Array(_))) => return Ok(()),
            (here, change) => *here = change.unwrap_or(Value::Null),
        }
        let text = value.to_string();
        let ours = typed::<T>(&json::read(&text).expect("JSON")).is_ok();
        let theirs = serde_json::from_value::<T>(value).is_ok();
        if ours == theirs { Ok(()) } else { Err(format!("{place}: ours {ours}, serde's {theirs}")) }
    }

    fn change() -> impl Strategy<Value = Option<Value>> {
        let values =
            [json!(true), json!(0), json!(300), json!(70_000), json!(5_000_000_000_u64), json!(""), json!("A1")];
        let more =
            [json!("2026-02-30"), json!([]), json!([1, 2]), json!({}), json!({"yes": true}), json!({"zh": "字"})];
        prop_oneof![2 => Just(None), 3 => select([values.as_slice(), more.as_slice()].concat()).prop_map(Some)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn what_serde_refuses_is_refused_and_what_it_takes_is_taken(at in any::<Index>(), change in change()) {
            let submission = alike::<Submission>(&*SUBMISSION, at, change.clone());
            prop_assert_eq!(submission, Ok(()));
            prop_assert_eq!(alike::<Draft>(&*DRAFT, at, change), Ok(()));
        }
    }
}
