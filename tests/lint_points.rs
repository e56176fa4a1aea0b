//! What an author can get wrong in points, levels, facts and star lines, each in a copy of a built-in
//! standard that is broken in this one place.

use crate::common::broken::{station, told, words};
use crate::common::{small_fact, small_item, small_standard};
use serde_json::{Value, json};

#[test]
fn a_section_that_does_not_add_up_is_told_with_both_sums() {
    let message = "sections[A].points: states 8 points, its parts give 9";
    assert_eq!(station("/sections/A/points", json!(800)), [message]);
}

#[test]
fn sections_that_do_not_add_up_are_told_with_both_sums() {
    assert_eq!(station("/points", json!(9900)), ["points: states 99 points, its parts give 100"]);
}

#[test]
fn points_between_two_steps_are_told() {
    let told = [
        station("/bonus/items/J3/points", json!(205)),
        station("/sections/A/items/A4/scale/levels/levels/1/points", json!(105)),
    ];
    let expected = ["bonus.items[J3].points", "sections[A].items[A4].scale.levels.levels[1].points"];
    assert_eq!(told, expected.map(|place| vec![format!("{place}: not a multiple of the step")]));
}

#[test]
fn a_level_needs_either_points_or_percent() {
    let message = ["sections[A].items[A4].scale.levels.levels[1]: needs either points or percent"];
    assert_eq!(station("/sections/A/items/A4/scale/levels/levels/1/percent", json!(50)), message);
}

#[test]
fn a_level_with_neither_points_nor_percent_is_told() {
    let message = ["sections[A].items[A4].scale.levels.levels[0]: needs either points or percent"];
    assert_eq!(station("/sections/A/items/A4/scale/levels/levels/0/points", Value::Null), message);
}

#[test]
fn a_percent_over_a_hundred_is_told() {
    let message = ["sections[A].items[A4].scale.levels.levels[2].percent: not from 0 to 100"];
    assert_eq!(
        station("/sections/A/items/A4/scale/levels/levels/2", json!({"percent": 101, "words": words()})),
        message
    );
}

#[test]
fn levels_that_do_not_rise_from_nothing_to_everything_are_told() {
    let level = |points: u64| json!({"points": points, "words": words()});
    for levels in [
        vec![],
        vec![level(200)],
        vec![level(0), level(100)],
        vec![level(100), level(200)],
        vec![level(0), level(100), level(100), level(200)],
        vec![level(0), level(150), level(100), level(200)],
        vec![level(0), level(100), level(210)],
    ] {
        let told = station("/sections/A/items/A4/scale/levels/levels", json!(levels));
        assert_eq!(told, ["sections[A].items[A4].scale.levels.levels: levels do not rise from nothing to all points"]);
    }
}

#[test]
fn lines_that_do_not_rise_are_told() {
    assert_eq!(station("/lines/4/at_least", json!(7000)), ["lines: star lines do not rise"]);
}

#[test]
fn a_derived_fact_made_of_a_derived_one_is_told() {
    assert_eq!(
        station("/facts/persons/sum/plus/-", json!("concerns_due")),
        ["facts[persons].sum: concerns_due is a derived fact"]
    );
}

#[test]
fn a_limit_on_a_derived_fact_is_told() {
    assert_eq!(station("/at_most/0/fact", json!("persons")), ["at_most[0].fact: persons is a derived fact"]);
}

#[test]
fn a_share_of_a_derived_fact_is_told() {
    let mut derived = small_fact("d");
    derived["sum"] = json!({"plus": ["f"]});
    let items = [small_item("X", 100, &json!({"ratio": {"part": "d", "whole": "f", "target": 100}}))];
    let told = told(&small_standard(&[small_fact("f"), derived], &items));
    assert_eq!(told, ["sections[S].items[X].scale.ratio.part: d is a derived fact"]);
}

#[test]
fn a_fact_that_no_item_asks_for_is_told() {
    let fact = json!({"id": "weather", "words": words(), "unit": words()});
    assert_eq!(station("/facts/-", fact), ["facts[weather]: no item asks for it"]);
}

#[test]
fn a_count_that_does_not_say_what_is_counted_is_told() {
    let told = station("/sections/D/items/D1/scale/count/unit", Value::Null);
    assert_eq!(told, ["sections[D].items[D1].scale.count.unit: does not say what is counted"]);
}

#[test]
fn what_does_not_belong_where_it_stands_is_told() {
    let text = json!({"text": {"at_most": 10}});
    for (pointer, value, place) in [
        ("/sections/A/items/A1/scale", text, "sections[A].items[A1].scale"),
        ("/texts/T1/scale", json!("yes_no"), "texts[T1].scale"),
        ("/texts/T1/points", json!(100), "texts[T1].scale"),
        ("/sections/A/items/A2/scale/count/unit", words(), "sections[A].items[A2].scale.count.unit"),
        ("/lines/5/needs/0", json!("finding"), "lines[5].needs[0]"),
        ("/gates/V6/when/any/-", json!("finding"), "gates[V6].when.any[4]"),
    ] {
        assert_eq!(station(pointer, value), [format!("{place}: does not belong here")]);
    }
}
