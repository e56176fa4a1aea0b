//! Generators for properties: arbitrary records of any standard, edits in any order, and arbitrary
//! standards with every kind of scale.

use super::{count, months, read, room, small_fact, small_item, small_standard, station};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::{Months, Record};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::{FactId, ItemId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::scale::question::{OptionValue, Question};

/// How often each property is tried: 256 times, or as the variable `PROPTEST_CASES` says. A failure prints the record; nothing is written beside the tests.
pub fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// One thing that a person does to a record.
#[derive(Clone, Debug)]
pub enum Edit {
    Fact(FactId, Count),
    Choice(ItemId, Choice),
}

impl Edit {
    pub fn apply(&self, record: &mut Record) {
        match self {
            Self::Fact(fact, count) => record.facts.set(fact.clone(), Some(*count)),
            Self::Choice(item, choice) => record.answers.edit(item, |answer| answer.choice = Some(choice.clone())),
        }
    }
}

/// Numbers that people count, and the ends of what there may be.
pub fn number() -> impl Strategy<Value = Count> {
    prop_oneof![6 => 0..=30_u64, 2 => 0..=200_u64, 1 => Just(0), 1 => Just(1), 1 => 999_999..=1_000_000_u64]
        .prop_map(count)
}

pub fn any_months() -> impl Strategy<Value = Months> {
    (1..=12_u8).prop_map(months)
}

/// A choice that fits the item, if there is one besides its facts.
fn choice(item: &Item) -> Option<BoxedStrategy<Choice>> {
    let own: Option<BoxedStrategy<Choice>> = match item.ask() {
        Question::FactsAlone => None,
        Question::Choose(options) => {
            let choices = options.into_iter().map(|option| match option.says {
                OptionValue::Yes(yes) => Choice::Yes(yes),
                OptionValue::Level(level, _) => Choice::Level(level),
            });
            Some(select(choices.collect::<Vec<_>>()).boxed())
        }
        Question::Number { .. } => Some(number().prop_map(Choice::Count).boxed()),
        Question::Tick(parts) => {
            let parts: Vec<u8> = (0..u8::try_from(parts.len()).expect("few parts")).collect();
            let many = parts.len();
            Some(subsequence(parts, 0..=many).prop_map(Choice::Parts).boxed())
        }
        Question::Faults(faults) => Some(vec(number().prop_map(Some), faults.len()).prop_map(Choice::Faults).boxed()),
        Question::Text { .. } => Some("[字a]{1,20}".prop_map(Choice::Text).boxed()),
    };
    let reasons = item.not_applicable.clone();
    let none = (!reasons.is_empty()).then(|| select(reasons).prop_map(Choice::NotApplicable).boxed());
    match (own, none) {
        (Some(own), Some(none)) => Some(prop_oneof![4 => own, 1 => none].boxed()),
        (own, none) => own.or(none),
    }
}

/// Every edit that fills in a standard completely, in the order of the form.
pub fn filling(standard: &Standard) -> BoxedStrategy<Vec<Edit>> {
    let facts = standard.facts.iter().filter(|fact| fact.sum.is_none()).map(|fact| {
        let id = fact.id.clone();
        number().prop_map(move |number| Edit::Fact(id.clone(), number)).boxed()
    });
    let choices = standard.items().filter_map(|item| {
        let id = item.id.clone();
        Some(choice(item)?.prop_map(move |choice| Edit::Choice(id.clone(), choice)).boxed())
    });
    let edits: Vec<BoxedStrategy<Edit>> = facts.chain(choices).collect();
    edits.boxed()
}

/// Every edit that fills in a standard completely, in any order.
pub fn shuffled(standard: &Standard) -> BoxedStrategy<Vec<Edit>> {
    filling(standard).prop_shuffle().boxed()
}

/// A record with nothing open.
pub fn complete(standard: &Standard) -> BoxedStrategy<Record> {
    (any_months(), filling(standard)).prop_map(|(months, edits)| filled(months, &edits)).boxed()
}

/// A record with anything open: all, some or nothing of it.
pub fn record(standard: &Standard) -> BoxedStrategy<Record> {
    (any_months(), shuffled(standard), 0..=100_usize)
        .prop_map(|(months, edits, percent)| filled(months, &edits[..edits.len() * percent / 100]))
        .boxed()
}

/// An empty record after these edits.
pub fn filled(months: Months, edits: &[Edit]) -> Record {
    let mut record = Record { months, ..Record::default() };
    for edit in edits {
        edit.apply(&mut record);
    }
    record
}

fn amount(fact: &'static str) -> impl Strategy<Value = Value> {
    prop_oneof![
        (1..=20_u32).prop_map(|fixed| json!(fixed)),
        (1..=3_u32, 1..=5_u32, 1..=4_u32)
            .prop_map(move |(times, over, least)| json!({"of": fact, "times": times, "over": over, "at_least": least})),
    ]
}

fn worth() -> impl Strategy<Value = Value> {
    (select(vec!["none", "half", "full"]), any::<bool>())
        .prop_map(|(worth, needs)| if needs { json!({"worth": worth, "needs": "f3"}) } else { json!({"worth": worth}) })
}

/// A scale of each kind that gives points, of some in both of its forms, for an item of so many steps of a tenth.
fn scales(steps: u64) -> impl Strategy<Value = Vec<Value>> {
    let most = steps * 10;
    let unit = json!({"zh": "次"});
    let words = json!({"zh": "字"});
    let part = |points: u64| json!({"words": words, "points": points});
    let parts = json!({"parts": {"parts": [part(10), part(most - 10)]}});
    let fault = |each: u64| json!({"words": words, "unit": unit, "each": each});
    let faults = json!({"deduct": {"faults": [fault(10), fault(most)]}});
    let level = |points: u64| json!({"points": points, "words": words});
    let rising = json!([level(0), level(most - 10), level(most)]);
    let grades: Vec<Value> = [0, 33, 66, 100].iter().map(|p| json!({"percent": p, "words": {"zh": "级"}})).collect();
    let counted = (amount("f1"), any::<bool>(), any::<bool>(), 1..=most, 0..=most, 1..=most);
    let shared = (amount("f4"), any::<bool>(), 1..=100_u8, worth(), worth());
    (counted, shared).prop_map(move |(counted, shared)| {
        let (target, per_year, by_fact, first, further, each) = counted;
        let (floor, floor_per_year, percent, unstated, nothing) = shared;
        let mut nothing = nothing;
        nothing["fact"] = json!("f2");
        let mut scales = vec![
            json!("yes_no"),
            json!({"levels": {"levels": rising, "nothing": nothing}}),
            json!({"levels": {"levels": grades}}),
            json!({"count": {"target": target, "per_year": per_year}}),
            json!({"steps": {"first": first, "further": further}}),
            json!({"deduct": {"each": each}}),
            json!({"ratio": {"part": "f4", "whole": "sum", "floor": floor, "per_year": floor_per_year,
                   "target": percent, "unstated": unstated}}),
        ];
        scales.push(parts.clone());
        scales.push(faults.clone());
        for (scale, kind) in scales[3..6].iter_mut().zip(["count", "steps", "deduct"]) {
            let (key, value) = if by_fact { ("counts", json!("f0")) } else { ("unit", unit.clone()) };
            scale[kind][key] = value;
        }
        scales
    })
}

/// A standard with every kind of scale, a bonus, a text, a gate and three lines.
pub fn standard() -> impl Strategy<Value = IssuedStandard> {
    (2..=60_u64, any::<bool>(), 0..=30_u64, any::<bool>()).prop_flat_map(|(steps, bonus_counts, idle, veto)| {
        scales(steps).prop_map(move |scales| {
            let mut items: Vec<Value> =
                scales.iter().enumerate().map(|(at, scale)| small_item(&format!("S{at}"), steps * 10, scale)).collect();
            items.push(small_item("S9", 10, &json!({"count": {"counts": "f0", "target": {"of": "f1", "at_least": 1}}})));
            items.push(small_item("S10", 10, &json!({"ratio": {"part": "f3", "whole": "f2", "target": 100}})));
            let facts: Vec<Value> = ["f0", "f1", "f2", "f3", "f4"].into_iter().map(small_fact).collect();
            let mut value = small_standard(&facts, &items);
            let total = value["points"].as_u64().expect("points");
            let sum = json!({"id": "sum", "words": {"zh": "和"}, "unit": {"zh": "个"},
                             "sum": {"plus": ["f1", "f2"], "minus": ["f3"]}});
            value["facts"].as_array_mut().expect("facts").push(sum);
            value["texts"] = json!([small_item("T1", 0, &json!({"text": {"at_most": 20}}))]);
            value["bonus"]["cap"] = json!(steps * 5);
            value["bonus"]["counts_for_stars"] = json!(bonus_counts);
            value["bonus"]["items"] = json!([small_item("J1", steps * 10, &json!("yes_no"))]);
            let effect = if veto { json!("veto") } else { json!({"cap": "1"}) };
            value["gates"] = json!([{"id": "V1", "words": {"zh": "否决"}, "effect": effect,
                "when": {"fact": {"fact": "f0", "is": {"at_most": idle}, "per_year": true}},
                "source": {"quotes": [], "number": "default"}}]);
            let line = |id: &str, at_least: u64, needs: Value| {
                json!({"id": id, "words": {"zh": "星"}, "stars": 1, "at_least": at_least, "needs": needs})
            };
            let rate = json!({"rate": {"part": "f4", "whole": "sum", "is": {"at_least": 50}}});
            value["lines"] = json!([
                line("1", total / 4, json!([])),
                line("2", total / 2, json!([{"section": {"section": "S", "is": {"at_least": total / 3}}}])),
                line("3", total * 3 / 4, json!([rate])),
            ]);
            read(&value.to_string())
        })
    })
}

/// An arbitrary standard with an arbitrary record of it.
pub fn standard_and_record() -> impl Strategy<Value = (IssuedStandard, Record)> {
    standard().prop_flat_map(|standard| {
        let record = record(&standard);
        (Just(standard), record)
    })
}

/// An arbitrary standard with a record of it in which nothing is open.
pub fn standard_and_whole_record() -> impl Strategy<Value = (IssuedStandard, Record)> {
    standard().prop_flat_map(|standard| {
        let record = complete(&standard);
        (Just(standard), record)
    })
}

/// A built-in standard, with an arbitrary record of it.
pub fn built_in_and_record() -> impl Strategy<Value = (&'static IssuedStandard, Record)> {
    select(vec![station(), room()]).prop_flat_map(|standard| (Just(standard), record(standard)))
}
