//! The staircase says of an item that it alone is enough only where that helps to decide what to do first.

use crate::common::{Fill, read, small_fact, small_item, small_standard};
use serde_json::{Value, json};
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::scoring::staircase::staircase;

/// Two items of four and one of two points, one of a tenth, and a line at eight.
fn standard() -> Value {
    let count = json!({"count": {"counts": "held", "target": 4}});
    let days = json!({"count": {"counts": "days", "target": 9}});
    let items = [
        small_item("A", 400, &json!("yes_no")),
        small_item("B", 400, &json!("yes_no")),
        small_item("C", 200, &count),
        small_item("D", 10, &days),
    ];
    let mut standard = small_standard(&[small_fact("held"), small_fact("days")], &items);
    standard["lines"] = json!([{"id": "1", "words": {"zh": "一星"}, "stars": 1, "at_least": 800}]);
    standard
}

/// The items of which it is said, when A and B are done or not and so often was held what C counts.
fn lifting(standard: &Value, done: [bool; 2], held: u64) -> Vec<String> {
    let standard = read(&standard.to_string());
    let mut record = Record::default();
    record.yes("A", done[0]).yes("B", done[1]).fact("held", held).fact("days", 0);
    let stairs = staircase(&standard, &Score::of(&standard, &record));
    stairs.gains.into_iter().filter(|gain| gain.lifts).map(|gain| gain.item.to_string()).collect()
}

fn gated(condition: &Value) -> Value {
    let mut standard = standard();
    standard["gates"] = json!([{"id": "V1", "words": {"zh": "否决"}, "effect": "veto", "when": condition,
        "source": {"quotes": [], "number": "default"}}]);
    standard
}

#[test]
fn it_is_said_of_the_one_item_that_brings_the_points() {
    // 4 + 2 of 8: B brings 4.
    assert_eq!(lifting(&standard(), [true, false], 4), ["B"]);
    // 4 + 0.5: A and C are not enough, B is.
    assert_eq!(lifting(&standard(), [true, false], 1), ["B"]);
}

#[test]
fn it_is_said_of_none_where_no_item_is_enough_or_none_is_needed() {
    assert_eq!(lifting(&standard(), [false, false], 4), [""; 0]);
    assert_eq!(lifting(&standard(), [true, true], 0), [""; 0]);
}

#[test]
fn it_is_said_of_none_where_several_would_do() {
    let mut low = standard();
    low["lines"][0]["at_least"] = json!(400);
    assert_eq!(lifting(&low, [false, false], 1), [""; 0]);
}

#[test]
fn it_is_said_of_none_under_a_gate_or_a_need_that_stays() {
    let idle = json!({"fact": {"fact": "days", "is": {"at_most": 0}}});
    assert_eq!(lifting(&gated(&idle), [true, false], 4), [""; 0]);
    let mut needs = standard();
    needs["lines"][0]["needs"] = json!([{"fact": {"fact": "days", "is": {"at_least": 1}}}]);
    assert_eq!(lifting(&needs, [true, false], 4), [""; 0]);
}

#[test]
fn a_gate_or_a_need_that_the_item_itself_undoes_does_not_stay() {
    let undone = json!({"item": {"item": "B", "is": {"below": 400}}});
    assert_eq!(lifting(&gated(&undone), [true, false], 4), ["B"]);
    let of_others = json!({"item": {"item": "C", "is": {"below": 200}}});
    assert_eq!(lifting(&gated(&of_others), [true, false], 1), [""; 0]);
    let mut needs = standard();
    needs["lines"][0]["needs"] = json!([{"section": {"section": "S", "is": {"at_least": 900}}}]);
    assert_eq!(lifting(&needs, [true, false], 4), ["B"]);
}
