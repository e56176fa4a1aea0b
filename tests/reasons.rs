//! Why an item gets what it gets: whoever reads the reason and reckons again comes to its points, and an item is exact
//! as soon as nothing that is open can change it. 256 cases each.

use crate::common::arbitrary::{self, built_in_and_record};
use crate::common::{Fill, item, read, room, small_fact, small_item, small_standard, station};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::record::Record;
use xingzhan::model::record::facts::Count;
use xingzhan::model::scoring::item_score::{ItemScore, rate};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::FactId;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::scale::amount::{Amount, Worth};
use xingzhan::model::standard::scale::reason::{ScoreReason, Wanted};
use xingzhan::model::standard::words::Lang;

fn hundredths(points: Points) -> u128 {
    u128::from(points.get())
}

/// In halves, as half a concern is worth half.
fn halves(worth: Worth) -> u128 {
    match worth {
        Worth::None => 0,
        Worth::Half => 1,
        Worth::Full => 2,
    }
}

/// What a reason comes to, in hundredths, worked out from its numbers and the item's points alone; nothing while it is
/// open. Written down a second time, on purpose.
fn reckoned(all: Points, why: &ScoreReason) -> Option<u128> {
    let most = hundredths(all);
    let points = match why {
        ScoreReason::Open | ScoreReason::Missing { .. } => return None,
        ScoreReason::NotApplicable(_) | ScoreReason::Yes(true) => most,
        ScoreReason::Yes(false) | ScoreReason::Text | ScoreReason::Steps { times: 0, .. } => 0,
        ScoreReason::Level { percent: Some(percent), .. } => most * u128::from(*percent) / 100,
        ScoreReason::Level { points, .. } | ScoreReason::Parts { points, .. } | ScoreReason::Assessed(points) => {
            hundredths(*points)
        }
        ScoreReason::Count { actual, target } => {
            most * u128::from(*actual).min(u128::from(target.number)) / u128::from(target.number)
        }
        ScoreReason::Steps { times, first, further } => {
            hundredths(*first) + hundredths(*further) * (u128::from(*times) - 1)
        }
        ScoreReason::Ratio(ratio) => {
            let counted = 2 * u128::from(ratio.counted()) + halves(ratio.worth) * u128::from(ratio.missing());
            most * counted * 100 / (2 * u128::from(ratio.divisor()) * u128::from(ratio.target))
        }
        ScoreReason::Nothing(nothing) => most * halves(nothing.worth) / 2,
        ScoreReason::Faults { faults, each } => most.saturating_sub(hundredths(*each) * u128::from(*faults)),
        ScoreReason::FaultList(found) => {
            let taken = found.iter().map(|(many, each)| Some(u128::from((*many)?) * hundredths(*each)));
            most.saturating_sub(taken.sum::<Option<u128>>()?)
        }
    };
    Some(points.min(most))
}

/// A target or a floor, worked out again.
fn wanted(amount: &Amount, wanted: &Wanted, months: u8) -> u64 {
    let fact = wanted.follows.as_ref().map_or(0, |(_, value)| *value);
    let year = match amount {
        Amount::Fixed(number) => u64::from(*number),
        Amount::Of(of) => (fact * u64::from(of.times)).div_ceil(u64::from(of.over)).max(u64::from(of.at_least)),
    };
    match wanted.yearly {
        Some((said, with)) => {
            assert_eq!((said, with), (year, months));
            (year * u64::from(months)).div_ceil(12)
        }
        None => year,
    }
}

/// The reason of an item tells the truth: its numbers are what was typed, they come to the points, and the sentence has
/// them all.
fn assert_true(standard: &Standard, item: &Item, record: &Record) {
    let rated = rate(standard, item, record);
    let value = |fact: &FactId| record.facts.value(standard, fact).expect("known");
    match (&item.scale, &rated.why) {
        (Scale::Ratio(kind), ScoreReason::Ratio(ratio)) => {
            assert_eq!((ratio.part, ratio.whole, ratio.target), (value(&kind.part), value(&kind.whole), kind.target));
            if let (Some(amount), Some(floor)) = (&kind.floor, &ratio.floor) {
                assert_eq!(wanted(amount, floor, record.months.get()), floor.number, "{}", item.id);
            }
        }
        (Scale::Count(kind), ScoreReason::Count { actual, target }) => {
            assert!(kind.counts.as_ref().is_none_or(|fact| value(fact) == *actual));
            assert_eq!(wanted(&kind.target, target, record.months.get()), target.number, "{}", item.id);
        }
        (_, ScoreReason::Nothing(nothing)) => {
            assert_eq!(value(&nothing.fact), 0);
            assert!(nothing.missing.as_ref().is_none_or(|fact| value(fact) == 0 && nothing.worth == Worth::None));
        }
        _ => {}
    }
    let Some(points) = reckoned(item.points, &rated.why) else { return };
    let points = Points::hundredths(u64::try_from(points).expect("few")).cut(standard.step);
    assert_eq!(rated.range.settled(), Some(points), "{}: {:?}", item.id, rated.why);
    for lang in Lang::ALL {
        assert_says_all(standard, item, &rated, lang);
    }
}

/// Every number that the points were reckoned from stands in the sentence.
fn assert_says_all(standard: &Standard, item: &Item, rated: &ItemScore, lang: Lang) {
    let said = i18n::why(text(lang), standard, item, &rated.why);
    let numbers: BTreeSet<&str> =
        said.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.')).collect();
    let mut asked: Vec<String> = match &rated.why {
        ScoreReason::Level { points, percent: None, .. } => vec![points.to_string()],
        ScoreReason::Level { percent: Some(percent), .. } => vec![percent.to_string(), item.points.to_string()],
        ScoreReason::Count { actual, target } => vec![actual.to_string(), target.number.to_string()],
        ScoreReason::Steps { first, further, .. } => {
            vec![first.to_string(), further.to_string(), item.points.to_string()]
        }
        ScoreReason::Ratio(ratio) => {
            let mut all = vec![ratio.part, ratio.counted(), ratio.divisor(), u64::from(ratio.target)];
            if ratio.missing() > 0 {
                all.push(ratio.whole);
            }
            if ratio.missing() > 0 && ratio.worth != Worth::None {
                all.push(ratio.missing());
            }
            all.iter().map(u64::to_string).collect()
        }
        ScoreReason::Faults { faults: 0, .. } => vec![item.points.to_string()],
        ScoreReason::Faults { faults, each } => vec![faults.to_string(), each.to_string(), item.points.to_string()],
        ScoreReason::FaultList(found) => {
            let there = found.iter().filter_map(|(many, _)| many.filter(|many| *many > 0));
            there.map(|many| many.to_string()).chain([item.points.to_string()]).collect()
        }
        ScoreReason::Parts { there, points, .. } if !there.is_empty() => vec![points.to_string()],
        _ => Vec::new(),
    };
    if rated.why.gives(item.points).is_some_and(|points| points.cut(standard.step) != points) {
        asked.push(standard.step.to_string());
    }
    for number in asked {
        assert!(numbers.contains(number.as_str()), "{}: no {number} in {said}", item.id);
    }
}

/// Whether no number plays two parts in it: then what may still come is found from each by itself.
fn reads_each_once(standard: &Standard, item: &Item) -> bool {
    let asked: Vec<&FactId> = item.reads().into_iter().flat_map(|fact| standard.asked_for(fact)).collect();
    asked.iter().collect::<BTreeSet<_>>().len() == asked.len()
}

/// Every way to fill in what this item lacks, with numbers among which are the least, the most, and those at which what
/// is counted is just enough.
fn completions(standard: &Standard, item: &Item, record: &Record) -> Vec<Record> {
    let open: Vec<FactId> = standard.needs(item).into_iter().map(|fact| fact.id.clone()).collect();
    let open = open.into_iter().filter(|fact| record.facts.asked(fact).is_none());
    let read: Vec<u64> = item.reads().into_iter().filter_map(|fact| record.facts.value(standard, fact)).collect();
    let mut numbers: BTreeSet<u64> = [0, 1, 1_000_000].into();
    numbers.extend(&read);
    // What an open part of a sum has to be, so that the sum is just as much as another number.
    for sum in item.reads().into_iter().filter_map(|fact| standard.fact(fact)?.sum.as_ref()) {
        let known = |parts: &[FactId]| -> u64 {
            parts.iter().filter_map(|part| record.facts.asked(part)).map(|count| u64::from(count.get())).sum()
        };
        let (plus, minus) = (known(&sum.plus), known(&sum.minus));
        for number in read.iter().chain(&[0, 1]) {
            numbers.extend([(number + minus).saturating_sub(plus), plus.saturating_sub(minus + number)]);
        }
    }
    let numbers: Vec<Count> = numbers.into_iter().filter_map(Count::new).collect();
    let mut all = vec![record.clone()];
    for fact in open {
        let with = |record: &Record, number: Count| {
            let mut record = record.clone();
            record.facts.set(fact.clone(), Some(number));
            record
        };
        // Few of many, evenly: with five numbers open nobody tries all.
        let step = (all.len() * numbers.len()).div_ceil(4000).max(1);
        all = all.iter().flat_map(|record| numbers.iter().map(|number| with(record, *number))).step_by(step).collect();
    }
    all
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    #[test]
    fn whoever_reckons_a_reason_again_comes_to_the_points_of_a_built_in_standard((standard, record) in built_in_and_record()) {
        for item in standard.items() {
            assert_true(standard, item, &record);
        }
    }

    #[test]
    fn whoever_reckons_a_reason_again_comes_to_the_points_of_any_standard((standard, record) in arbitrary::standard_and_record()) {
        for item in standard.items() {
            assert_true(&standard, item, &record);
        }
    }

    #[test]
    fn what_is_still_filled_in_stays_between_the_bounds_of_a_built_in_standard(
        (standard, record) in built_in_and_record(), at in any::<prop::sample::Index>()
    ) {
        for item in standard.items() {
            let range = rate(standard, item, &record).range;
            let completions = completions(standard, item, &record);
            let settled = rate(standard, item, at.get(&completions)).range;
            prop_assert!(range.low <= settled.low && settled.high <= range.high, "{}", item.id);
        }
    }

    #[test]
    fn an_item_is_exact_as_soon_as_no_open_number_can_change_it((standard, record) in built_in_and_record()) {
        for item in standard.items().filter(|item| item.not_applicable.is_empty()) {
            assert_exact(standard, item, &record);
        }
    }

    #[test]
    fn so_is_an_item_of_any_standard((standard, record) in arbitrary::standard_and_record()) {
        for item in standard.items().filter(|item| reads_each_once(&standard, item)) {
            assert_exact(&standard, item, &record);
        }
    }
}

fn assert_exact(standard: &Standard, item: &Item, record: &Record) {
    let rated = rate(standard, item, record);
    if !matches!(rated.why, ScoreReason::Missing { .. }) {
        return;
    }
    let ends: BTreeSet<_> = completions(standard, item, record)
        .iter()
        .map(|record| rate(standard, item, record).range)
        .map(|range| (range.low, range.high))
        .collect();
    let only = ends.first().filter(|(low, high)| ends.len() == 1 && low == high).map(|(low, _)| *low);
    assert_eq!(rated.range.settled(), only, "{}: {:?} of {:?}", item.id, rated, record.facts);
}

#[test]
fn no_item_of_a_built_in_standard_reads_a_number_twice() {
    for standard in [station(), room()] {
        for item in standard.items() {
            assert!(reads_each_once(standard, item), "{}", item.id);
        }
    }
}

/// An item of four points in a small standard with these facts, filled in so: its points, why in Chinese, and whether
/// it is still open.
fn said(scale: &Value, facts: &[&str], fill: impl FnOnce(&mut Record)) -> (String, String, bool) {
    let fact = |id: &&str| {
        let mut fact = small_fact(id);
        (fact["words"]["zh"], fact["unit"]["zh"]) = (json!(id), json!("场"));
        fact
    };
    let facts: Vec<Value> = facts.iter().map(fact).collect();
    let standard = read(&small_standard(&facts, &[small_item("X", 400, scale)]).to_string());
    let mut record = Record::default();
    fill(&mut record);
    let item = standard.scored().next().expect("an item");
    let rated = rate(&standard, item, &record);
    (i18n::range(rated.range), i18n::why(text(Lang::Zh), &standard, item, &rated.why), rated.is_open())
}

#[test]
fn a_count_says_its_target_and_how_it_came_about_in_the_measure_word_of_the_fact() {
    let yearly = json!({"count": {"counts": "held", "target": 12, "per_year": true}});
    let of = |months: u8, held: u64| {
        said(&yearly, &["held"], |record| {
            record.months = crate::common::months(months);
            record.fact("held", held);
        })
    };
    let sentence = |points: &str, words: &str| (points.to_owned(), words.to_owned(), false);
    assert_eq!(of(12, 6), sentence("2", "6 场 ÷ 要求 12 场，按比例得分"));
    assert_eq!(of(12, 15), sentence("4", "15 场，达到要求的 12 场，得满分"));
    // 4 × 3 ÷ 10 = 1.2; 4 × 1 ÷ 10 = 0.4; 4 × 7 ÷ 12 = 2.33
    assert_eq!(of(10, 3), sentence("1.2", "3 场 ÷ 要求 10 场（全年 12，运行 10 个月折算为 10），按比例得分"));
    assert_eq!(of(12, 7), sentence("2.3", "7 场 ÷ 要求 12 场，按比例得分，不足 0.1 分的舍去"));
    let follows = json!({"count": {"counts": "held", "target": {"of": "groups", "at_least": 1}}});
    let given = said(&follows, &["held", "groups"], |record| _ = record.fact("held", 1).fact("groups", 4));
    assert_eq!(given, sentence("1", "1 场 ÷ 要求 4 场（“groups”为 4），按比例得分"));
}

#[test]
fn steps_and_faults_are_counted_in_their_own_measure_words() {
    let steps = json!({"steps": {"unit": {"zh": "篇"}, "first": 50, "further": 50}});
    let given = said(&steps, &[], |record| _ = record.number("X", 2));
    assert_eq!(given.1, "2 篇：第 1 篇得 0.5 分，每增加 1 篇加 0.5 分，最多 4 分");
    let faults = json!({"deduct": {"counts": "absent", "each": 50}});
    let of = |absent| said(&faults, &["absent"], |record| _ = record.fact("absent", absent)).1;
    assert_eq!(of(3), "满分 4 分，3 场，每 1 场扣 0.5 分，扣完为止");
    assert_eq!(of(0), "没有扣分的情形，得满分 4 分");
}

#[test]
fn what_counts_nothing_because_another_number_is_0_says_so() {
    let scale = json!({"ratio": {"part": "solved", "whole": "received", "floor": 4, "target": 100,
        "unstated": {"worth": "half", "needs": "days"}}});
    let of = |days| {
        said(&scale, &["solved", "received", "days"], |record| {
            record.fact("received", 2).fact("solved", 2).fact("days", days);
        })
    };
    assert_eq!(of(1).1, "（2 + 2 × ½）÷ 4（不足 4 的按 4 算，现为 2；没有的 2 按一半算），达到 100% 即满分");
    assert_eq!(of(0).1, "2 ÷ 4（不足 4 的按 4 算，现为 2；“days”为 0，不足部分不计），达到 100% 即满分");
    let levels = [0, 400].map(|points| json!({"points": points, "words": {"zh": "档"}}));
    let nothing = json!({"fact": "received", "worth": "half", "needs": "days"});
    let scale = json!({"levels": {"levels": levels, "nothing": nothing}});
    let of = |days| said(&scale, &["received", "days"], |record| _ = record.fact("received", 0).fact("days", days));
    assert_eq!((of(1).0.as_str(), of(1).1.as_str()), ("2", "“received”为 0，按规定得一半"));
    assert_eq!((of(0).0.as_str(), of(0).1.as_str()), ("0", "“received”为 0，“days”也为 0，不得分"));
}

#[test]
fn a_level_that_gives_a_percentage_says_of_what() {
    let grades: Vec<Value> = [0, 66, 100].iter().map(|p| json!({"percent": p, "words": {"zh": "良"}})).collect();
    let given = said(&json!({"levels": {"levels": grades}}), &[], |record| _ = record.level("X", 1));
    // 4 × 66 % = 2.64
    assert_eq!((given.0.as_str(), given.1.as_str()), ("2.6", "“良”得 4 分的 66%，不足 0.1 分的舍去"));
}

#[test]
fn an_item_whose_open_number_can_change_nothing_is_exact_and_still_asks_for_it() {
    let scale = json!({"ratio": {"part": "held", "whole": "planned", "target": 100}});
    let given = said(&scale, &["held", "planned"], |record| _ = record.fact("held", 0));
    assert_eq!(given, ("0".to_owned(), "还缺数字：planned（填多少都得 0 分）".to_owned(), true));
    let enough = json!({"count": {"counts": "held", "target": {"of": "groups", "times": 2, "at_least": 1}}});
    let given = said(&enough, &["held", "groups"], |record| _ = record.fact("held", 0));
    assert_eq!(given.0, "0");
    let given = said(&enough, &["held", "groups"], |record| _ = record.fact("held", 3));
    assert_eq!(given.0, "0 – 4");
    // Half is left without a day of reception only where concerns are missing to the floor.
    let mut record = Record::default();
    record.fact("concerns_received", 9).fact("concerns_pending", 1).fact("concerns_answered", 6);
    let score = rate(room(), room().item(&item("I1")).unwrap(), &record);
    assert_eq!((i18n::range(score.range).as_str(), score.is_open()), ("3.7", true));
}
