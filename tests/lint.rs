//! Everything a county's author can get wrong in a standard, each in a copy of a built-in one that is
//! broken in this one place: exactly this is told, with its place, and nothing else.

use crate::common::broken::{put, room, station, told, words};
use crate::common::{small_item, small_standard};
use serde_json::{Value, json};
use xingzhan::model::standard::library::BUILT_IN;

#[test]
fn the_built_in_standards_are_told_nothing() {
    let told = BUILT_IN.map(|text| told(&serde_json::from_str(text).expect("JSON")));
    assert_eq!(told, [Vec::<String>::new(), vec![]]);
}

#[test]
fn a_standard_without_a_language_is_told_so() {
    assert_eq!(station("/languages", json!([])), ["languages: claims no language"]);
}

#[test]
fn words_that_lack_a_claimed_language_are_told_wherever_they_stand() {
    let item = "/sections/A/items/A1";
    for (pointer, place) in [
        ("/title", "title"),
        ("/sheet_title", "sheet_title"),
        ("/basis/0/title", "basis[0]"),
        ("/issuer", "issuer"),
        ("/receiver/office", "receiver.office"),
        ("/cycle/1/words", "cycle[1]"),
        ("/unit/words", "unit.words"),
        ("/posts/head", "posts.head"),
        ("/posts/deputy", "posts.deputy"),
        ("/posts/liaison", "posts.liaison"),
        ("/theme", "theme"),
        ("/reward", "reward"),
        ("/photo_notice", "photo_notice"),
        ("/assessors/county/words", "assessors[county]"),
        ("/opinions/0", "opinions[0]"),
        ("/estimate", "estimate"),
        ("/facts/seats_township/words", "facts[seats_township].words"),
        ("/facts/seats_township/unit", "facts[seats_township].unit"),
        ("/facts/seats_township/help", "facts[seats_township].help"),
        ("/reasons/not_installed/words", "reasons[not_installed]"),
        ("/sections/I/words", "sections[I].words"),
        (&format!("{item}/words"), "sections[A].items[A1].words"),
        (&format!("{item}/evidence"), "sections[A].items[A1].evidence"),
        (&format!("{item}/example"), "sections[A].items[A1].example"),
        (&format!("{item}/source/words"), "sections[A].items[A1].source.words"),
        ("/sections/A/items/A4/scale/levels/levels/1/words", "sections[A].items[A4].scale.levels.levels[1].words"),
        ("/sections/D/items/D1/scale/count/unit", "sections[D].items[D1].scale.count.unit"),
        ("/bonus/words", "bonus.words"),
        ("/bonus/items/J1/words", "bonus.items[J1].words"),
        ("/texts/T1/words", "texts[T1].words"),
        ("/gates/V1/words", "gates[V1].words"),
        ("/lines/3/words", "lines[3].words"),
        ("/no_line", "no_line"),
        ("/schemes/pillar/words", "schemes[pillar].words"),
        ("/schemes/pillar/tags/manage/words", "schemes[pillar].tags[manage].words"),
    ] {
        assert_eq!(station(pointer, json!({"zh": "字"})), [format!("{place}: no words in en")]);
    }
}

#[test]
fn words_of_spaces_are_no_words() {
    assert_eq!(station("/title", json!({"zh": "　 ", "en": "word"})), ["title: no words in zh"]);
}

#[test]
fn a_standard_in_one_language_needs_no_other() {
    assert_eq!(station("/languages", json!(["zh"])), Vec::<String>::new());
}

#[test]
fn numbers_outside_what_is_possible_are_told_with_what_is_possible() {
    for (pointer, number, message) in [
        ("/format", 0, "format: not from 1 to 1"),
        ("/year", 1989, "year: not from 1990 to 2199"),
        ("/year", 2200, "year: not from 1990 to 2199"),
        ("/step", 0, "step: not from 1 to 100"),
        ("/sections/A/items/A1/effort", 0, "sections[A].items[A1].effort: not from 1 to 3"),
        ("/sections/A/items/A1/effort", 4, "sections[A].items[A1].effort: not from 1 to 3"),
        (
            "/sections/A/items/A2/scale/count/target",
            0,
            "sections[A].items[A2].scale.count.target: not from 1 to 1000000",
        ),
        (
            "/sections/E/items/E5/scale/ratio/floor",
            1_000_001,
            "sections[E].items[E5].scale.ratio.floor: not from 0 to 1000000",
        ),
        ("/sections/E/items/E5/scale/ratio/target", 0, "sections[E].items[E5].scale.ratio.target: not from 1 to 100"),
        ("/sections/E/items/E5/scale/ratio/target", 101, "sections[E].items[E5].scale.ratio.target: not from 1 to 100"),
        (
            "/sections/G/items/G7/scale/ratio/floor/over",
            0,
            "sections[G].items[G7].scale.ratio.floor.over: not from 1 to 1000000",
        ),
        (
            "/sections/G/items/G7/scale/ratio/floor/times",
            0,
            "sections[G].items[G7].scale.ratio.floor.times: not from 1 to 1000000",
        ),
        (
            "/sections/G/items/G8/scale/count/target/at_least",
            0,
            "sections[G].items[G8].scale.count.target: not from 1 to 1000000",
        ),
        ("/bonus/items/J3/scale/steps/first", 0, "bonus.items[J3].scale.steps.first: not from 1 to 200"),
        ("/bonus/items/J3/scale/steps/first", 201, "bonus.items[J3].scale.steps.first: not from 1 to 200"),
        ("/bonus/items/J3/scale/steps/further", 201, "bonus.items[J3].scale.steps.further: not from 0 to 200"),
        ("/texts/T1/scale/text/at_most", 0, "texts[T1].scale.text.at_most: not from 1 to 10000"),
        ("/texts/T1/scale/text/at_most", 10_001, "texts[T1].scale.text.at_most: not from 1 to 10000"),
        ("/lines/5/stars", 11, "lines[5].stars: not from 0 to 10"),
        ("/lines/5/at_least", 10_001, "lines[5].at_least: not from 0 to 10000"),
        ("/gates/V7/when/rate/is/below", 101, "gates[V7].when: not from 0 to 100"),
    ] {
        assert_eq!(station(pointer, json!(number)), [message]);
    }
}

#[test]
fn a_deduction_of_nothing_is_told() {
    let items = [small_item("X", 100, &json!({"deduct": {"unit": {"zh": "次"}, "each": 0}}))];
    assert_eq!(told(&small_standard(&[], &items)), ["sections[S].items[X].scale.deduct.each: not from 1 to 100"]);
}

#[test]
fn lists_that_must_not_be_empty_are_told() {
    let told = [
        station("/assessors", json!([])),
        station("/gates/V6/when/any", json!([])),
        station("/schemes/pillar/tags/build/items", json!([])),
        room("/facts/concerns_due/sum/plus", json!([])),
    ];
    let expected = ["assessors", "gates[V6].when", "schemes[pillar].tags[build].items", "facts[concerns_due].sum.plus"];
    assert_eq!(told, expected.map(|place| vec![format!("{place}: must not be empty")]));
}

#[test]
fn a_standard_without_sections_or_lines_is_told_so() {
    let mut standard = small_standard(&[], &[]);
    put(&mut standard, "/sections", json!([]));
    put(&mut standard, "/lines", json!([]));
    assert_eq!(told(&standard), ["sections: must not be empty", "lines: must not be empty"]);
}

#[test]
fn an_id_that_stands_twice_is_told() {
    for (pointer, value, message) in [
        ("/assessors/-", json!({"id": "self", "words": words()}), "assessors: self stands twice"),
        ("/reasons/-", json!({"id": "no_theme", "words": words(), "on": true}), "reasons: no_theme stands twice"),
        ("/facts/-", json!({"id": "came", "words": words(), "unit": words()}), "facts: came stands twice"),
        ("/sections/B/id", json!("A"), "sections: A stands twice"),
        ("/texts/T1/id", json!("T2"), "items: T2 stands twice"),
        ("/gates/V2/id", json!("V1"), "gates: V1 stands twice"),
        ("/lines/4/id", json!("3"), "lines: 3 stands twice"),
        ("/schemes/nine/id", json!("pillar"), "schemes: pillar stands twice"),
        ("/schemes/pillar/tags/manage/id", json!("build"), "tags: build stands twice"),
        ("/schemes/pillar/tags/build/items/-", json!("A1"), "schemes[pillar].tags[build].items: A1 stands twice"),
    ] {
        assert_eq!(station(pointer, value), [message]);
    }
}

#[test]
fn a_unit_that_is_listed_twice_is_told() {
    let unit = json!({"code": "001", "name": "站", "township": "镇"});
    assert_eq!(station("/units", json!([unit, unit])), ["units: 001 stands twice"]);
}

#[test]
fn an_id_that_nothing_has_is_told_where_it_is_used() {
    let needs = json!({"worth": "half", "needs": "nobody"});
    for (pointer, value, message) in [
        ("/ties/1", json!({"section": "Z"}), "ties[1]: there is no Z"),
        ("/ties/2", json!({"tag": "nobody"}), "ties[2]: there is no nobody"),
        ("/facts/persons/sum/plus/-", json!("nobody"), "facts[persons].sum: there is no nobody"),
        ("/facts/persons/sum/minus/-", json!("nobody"), "facts[persons].sum: there is no nobody"),
        ("/at_most/0/fact", json!("nobody"), "at_most[0].fact: there is no nobody"),
        ("/at_most/0/most", json!("nobody"), "at_most[0].most: there is no nobody"),
        ("/sections/A/items/A4/not_applicable/-", json!("no"), "sections[A].items[A4].not_applicable: there is no no"),
        (
            "/sections/E/items/E5/scale/ratio/floor",
            json!({"of": "nobody"}),
            "sections[E].items[E5].scale: there is no nobody",
        ),
        ("/sections/E/items/E5/scale/ratio/unstated", needs, "sections[E].items[E5].scale: there is no nobody"),
        ("/gates/V5/effect/cap", json!("9"), "gates[V5].effect: there is no 9"),
        ("/gates/V1/when/item/item", json!("Z9"), "gates[V1].when: there is no Z9"),
        ("/gates/V2/when/fact/fact", json!("nobody"), "gates[V2].when: there is no nobody"),
        ("/gates/V6/when/any/1/fact/fact", json!("nobody"), "gates[V6].when.any[1]: there is no nobody"),
        ("/gates/V7/when/rate/whole", json!("nobody"), "gates[V7].when: there is no nobody"),
        ("/lines/3/needs/0/section/section", json!("Z"), "lines[3].needs[0]: there is no Z"),
        ("/lines/5/needs/2/rate/part", json!("nobody"), "lines[5].needs[2]: there is no nobody"),
        ("/schemes/pillar/tags/build/items/-", json!("Z9"), "schemes[pillar].tags[build].items: there is no Z9"),
    ] {
        assert_eq!(station(pointer, value), [message]);
    }
}

#[test]
fn several_problems_are_all_told_at_once() {
    let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
    put(&mut standard, "/title", json!({"zh": "题"}));
    put(&mut standard, "/sections/A/items/A1/effort", json!(9));
    put(&mut standard, "/gates/V1/when/item/item", json!("Z9"));
    put(&mut standard, "/gates/V5/effect/cap", json!("9"));
    let expected = [
        "title: no words in en",
        "sections[A].items[A1].effort: not from 1 to 3",
        "gates[V1].when: there is no Z9",
        "gates[V5].effect: there is no 9",
    ];
    assert_eq!(told(&standard), expected);
}

#[test]
fn a_key_that_no_standard_has_is_told_with_its_place() {
    let told = station("/sections/A/items/A1/weight", json!(3));
    assert!(told.len() == 1 && told[0].starts_with("sections[A].items[A1].weight: unknown field `weight`"), "{told:?}");
}

#[test]
fn a_key_that_is_missing_is_told_with_its_place() {
    let told = station("/sections/A/items/A1/effort", Value::Null);
    assert_eq!(told, ["sections[A].items[A1]: missing field `effort`"]);
}

#[test]
fn a_scale_that_no_program_knows_is_told_with_its_place() {
    let told = station("/sections/A/items/A1/scale", json!("dice"));
    assert!(told.len() == 1 && told[0].starts_with("sections[A].items[A1].scale"), "{told:?}");
}

#[test]
fn a_standard_of_a_newer_format_is_told_so() {
    assert_eq!(station("/format", json!(2)), ["format: format 2 is newer than this program"]);
}
