//! What is told of values that do not fit their types.

use crate::model::draft::Draft;
use crate::model::draft::example;
use crate::model::files::parse::{parse, parse_newer, parse_strict};
use crate::model::problem::{Fault, Problem};
use crate::model::record::answers::{Answers, Choice};
use crate::model::standard::Standard;
use crate::model::standard::gate::Effect;
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::BUILT_IN;
use crate::model::standard::points::Range;
use crate::model::standard::scale::Scale;
use crate::model::standard::scale::amount::Amount;
use crate::model::submission::Submission;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::sync::LazyLock;

static DRAFT: LazyLock<Draft> = LazyLock::new(|| {
    let standard = IssuedStandard::read(BUILT_IN[0]).expect("a standard");
    let now = crate::model::date::UtcTime::parse("2026-12-03T08:05:00Z").expect("a time");
    example::draft(DraftId::try_from("d1").expect("an id"), standard, now)
});
static SUBMISSION: LazyLock<Submission> = LazyLock::new(|| Submission::of(&DRAFT, DRAFT.changed.clone()));

/// What is told of a type that stands in this value.
fn told<T: DeserializeOwned + Debug>(value: &Value) -> Vec<String> {
    parse_strict::<T>(value).expect_err("refused").iter().map(ToString::to_string).collect()
}

#[test]
fn every_unknown_key_and_the_first_misfit_are_told_with_their_whole_places() {
    let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
    standard["unit"]["weight"] = json!(1);
    standard["sections"][1]["items"][0]["scale"] = json!({"text": {"at_most": 3, "at_least": 1}});
    standard["sections"][1]["items"][2]["points"] = json!("two");
    let expected = [
        "unit.weight: unknown field `weight`",
        "sections[1].items[0].scale.text.at_least: unknown field `at_least`",
        "sections[1].items[2].points: invalid type: string \"two\", expected a number",
    ];
    assert_eq!(told::<Standard>(&standard), expected);
}

#[test]
fn every_entry_of_a_map_that_does_not_fit_is_told_and_the_rest_is_read() {
    let value = json!({
        "A1": {"choice": {"yes": 1}}, "A2": {"choice": {"yes": true}}, "A 3": {}, "A4": {"choice": "later"}, "A5": 5
    });
    let (answers, told): (Answers, _) = parse(&value).expect("read");
    let places: Vec<&str> = told.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(places, ["A 3", "A1.choice.yes", "A4.choice", "A5"]);
    assert_eq!(answers.iter().map(|(_, answer)| answer.choice.clone()).collect::<Vec<_>>(), [Some(Choice::Yes(true))]);
}

#[test]
fn with_another_reader_an_entry_that_does_not_fit_is_an_error() {
    assert!(serde_json::from_value::<Answers>(json!({"A1": {"choice": {"yes": 1}}})).is_err());
}

#[test]
fn keys_of_a_newer_format_are_passed_over() {
    let value = json!({"low": 1, "high": 2, "middle": 3});
    assert_eq!(parse_newer::<Range>(&value).map(|(_, told)| told), Ok(Vec::new()));
    assert_eq!(told::<Range>(&value), ["middle: unknown field `middle`"]);
}

#[test]
fn a_choice_that_is_none_of_the_known_ones_is_told_once() {
    assert_eq!(told::<Scale>(&json!({"maybe": {"levels": 3}})), ["unknown variant `maybe`"]);
    let alone = "invalid type: the name levels alone, expected what belongs to it";
    assert_eq!(told::<Scale>(&json!("levels")), [alone]);
    let more = "yes_no: invalid type: an object, expected a name alone";
    assert_eq!(told::<Scale>(&json!({"yes_no": {}})), [more]);
    assert_eq!(told::<Scale>(&json!({"yes_no": null})), ["yes_no: invalid type: null, expected a name alone"]);
    assert_eq!(told::<Scale>(&json!([])), ["invalid type: a list, expected one named choice"]);
    assert_eq!(told::<Effect>(&json!({"veto": 1, "cap": "4"})), ["invalid type: an object, expected one named choice"]);
}

#[test]
fn a_list_is_no_object_and_a_number_in_quotes_is_called_so() {
    assert_eq!(told::<Range>(&json!([8550, 8550])), ["invalid type: a list, expected an object"]);
    assert_eq!(told::<(Range, Range)>(&json!([{}])), ["invalid type: a list, expected a list of 2"]);
    let number = parse_strict::<Range>(&json!({"low": "12", "high": 1})).expect_err("refused");
    assert_eq!(number, [Problem::at("low", Fault::NumberAsText("12".to_owned()))]);
    assert_eq!(told::<Range>(&json!({"low": {}, "high": 1})), ["low: invalid type: an object, expected a number"]);
    assert_eq!(told::<u8>(&json!(300)), ["invalid value: integer `300`, expected u8"]);
}

#[test]
fn an_amount_is_a_number_or_an_object_and_keeps_its_place() {
    assert_eq!(parse_strict::<Amount>(&json!(3)), Ok(Amount::Fixed(3)));
    assert_eq!(
        told::<Vec<Amount>>(&json!([{"of": "a", "times": "b"}])),
        ["[0].times: invalid type: string \"b\", expected a number"]
    );
    assert_eq!(told::<Amount>(&json!({"of": "a", "per": 1})), ["per: unknown field `per`"]);
    assert!(told::<Amount>(&json!([1]))[0].starts_with("invalid type: a list"));
    assert!(told::<Amount>(&json!(5_000_000_000_u64))[0].starts_with("invalid value: integer `5000000000`"));
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

/// Whether a value with one change is taken exactly where serde's own reader takes it: another value at a place,
/// or a key less.
fn alike<T: DeserializeOwned>(content: &impl Serialize, at: Index, change: Option<Value>) -> Result<(), String> {
    let mut value = serde_json::to_value(content).expect("JSON");
    let mut all = Vec::new();
    places(&value, "", &mut all);
    let place = at.get(&all);
    match (value.pointer_mut(place).expect("a place"), change) {
        (Value::Object(object), None) if !object.is_empty() => {
            let key = object.keys().nth(at.index(object.len())).expect("a key").clone();
            object.remove(&key);
        }
        // serde also takes a list for an object, key by key.
        (Value::Object(_), Some(Value::Array(_))) => return Ok(()),
        (here, change) => *here = change.unwrap_or(Value::Null),
    }
    let ours = parse_strict::<T>(&value).is_ok();
    // serde passes over keys that it does not know.
    let known = parse::<T>(&value).map_or_else(|told| told, |(_, told)| told);
    let unknown = known.iter().any(|problem| problem.fault.to_string().starts_with("unknown field"));
    let theirs = serde_json::from_value::<T>(value).is_ok();
    if ours == theirs || unknown { Ok(()) } else { Err(format!("{place}: ours {ours}, serde's {theirs}")) }
}

fn change() -> impl Strategy<Value = Option<Value>> {
    let values = [json!(true), json!(0), json!(300), json!(70_000), json!(5_000_000_000_u64), json!(""), json!("A1")];
    let more = [json!("2026-02-30"), json!([]), json!([1, 2]), json!({}), json!({"yes": true}), json!({"zh": "字"})];
    prop_oneof![2 => Just(None), 3 => select([values.as_slice(), more.as_slice()].concat()).prop_map(Some)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_serde_refuses_is_refused_and_what_it_takes_is_taken(at in any::<Index>(), change in change()) {
        let submission = alike::<Submission>(&*SUBMISSION, at, change.clone());
        prop_assert_eq!(submission, Ok(()));
        prop_assert_eq!(alike::<Draft<Standard>>(&*DRAFT, at, change), Ok(()));
    }
}
