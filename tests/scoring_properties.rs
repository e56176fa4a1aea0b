//! The rules of the score as properties: what must hold for every record, of the built-in standards and
//! of arbitrary ones. 256 cases each.

use crate::common::arbitrary::{self, any_months, built_in_and_record};
use crate::common::{Fill, count, item, line, months, room, station};
use proptest::prelude::*;
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::scoring::item_score::rate;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::FactId;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::points::{Points, Range};
use xingzhan::model::standard::scale::Scale;

/// Adds one to a fact that is filled in and not at its most; or to nothing at all.
fn one_more(record: &mut Record, fact: &FactId) {
    if let Some(more) = record.facts.asked(fact).and_then(|now| Count::new(u64::from(now.get()) + 1)) {
        record.facts.set(fact.clone(), Some(more));
    }
}

/// Adds one to what an item counts, wherever its number stands.
fn one_more_of(record: &mut Record, item: &Item) {
    let counts = match &item.scale {
        Scale::Count(kind) => kind.counts.as_ref(),
        Scale::Steps(kind) => kind.counts.as_ref(),
        Scale::Deduct(kind) => kind.counts.as_ref(),
        Scale::YesNo | Scale::Levels(_) | Scale::Ratio(_) | Scale::Parts(_) | Scale::Text(_) => None,
    };
    match (counts, record.answers.choice(&item.id)) {
        (Some(fact), _) => one_more(record, fact),
        (None, Some(Choice::Count(now))) => {
            let more = Count::new(u64::from(now.get()) + 1).unwrap_or(*now);
            record.answers.edit(&item.id, |answer| answer.choice = Some(Choice::Count(more)));
        }
        (None, Some(Choice::Faults(found))) => {
            let more = found.iter().map(|count| count.map(|now| Count::new(u64::from(now.get()) + 1).unwrap_or(now)));
            let more = Choice::Faults(more.collect());
            record.answers.edit(&item.id, |answer| answer.choice = Some(more));
        }
        _ => {}
    }
}

fn within(range: Range, most: Points) -> bool {
    range.low <= range.high && range.high <= most
}

fn total(standard: &Standard, record: &Record) -> Range {
    Score::of(standard, record).total
}

/// How many concerns were received, answered and solved, in no order of size.
fn concerns() -> impl Strategy<Value = [u64; 3]> {
    prop_oneof![0..=30_u64, 0..=2_u64, 999_990..=999_999_u64].prop_flat_map(|most| [0..=most, 0..=most, 0..=most])
}

/// A record with these concerns, and the same with one more of the first `many` of them.
fn one_more_concern(record: &Record, numbers: [u64; 3], many: usize) -> [Record; 2] {
    let facts = ["concerns_received", "concerns_answered", "concerns_solved"];
    let [mut before, mut after] = [record.clone(), record.clone()];
    for (at, (fact, number)) in facts.into_iter().zip(numbers).enumerate() {
        before.fact(fact, number);
        after.fact(fact, number + u64::from(at < many));
    }
    [before, after]
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    #[test]
    fn an_item_gives_from_nothing_to_all_its_points((standard, record) in arbitrary::standard_and_record()) {
        for item in standard.items() {
            let range = rate(&standard, item, &record).range;
            prop_assert!(within(range, item.points), "{}: {range:?}", item.id);
        }
    }

    #[test]
    fn an_item_of_a_built_in_standard_gives_from_nothing_to_all_its_points((standard, record) in built_in_and_record()) {
        for item in standard.items() {
            let range = rate(standard, item, &record).range;
            prop_assert!(within(range, item.points), "{}: {range:?}", item.id);
        }
    }

    #[test]
    fn what_is_told_to_score_alike_scores_alike(
        (months, edits) in (any_months(), arbitrary::shuffled(station())), percent in 0..=100_usize,
        at in any::<prop::sample::Index>(), note in "[a-z]{0,3}", other in arbitrary::record(station())
    ) {
        let first = arbitrary::filled(months, &edits[..edits.len() * percent / 100]);
        let mut noted = first.clone();
        noted.answers.edit(&at.get(&station().items().collect::<Vec<_>>()).id, |answer| {
            answer.note.clone_from(&note);
            answer.evidence.ledger.clone_from(&note);
        });
        prop_assert!(first.scores_like(&noted) && noted.scores_like(&first), "a note gives no points");
        // One more thing is filled in, or something wholly else.
        let mut more = noted.clone();
        edits[at.index(edits.len())].apply(&mut more);
        for (one, two) in [(&noted, &more), (&more, &noted), (&first, &other), (&other, &more)] {
            if one.scores_like(two) {
                prop_assert_eq!(Score::of(station(), one), Score::of(station(), two));
            }
        }
    }

    #[test]
    fn a_section_gives_from_nothing_to_all_its_points((standard, record) in built_in_and_record()) {
        let score = Score::of(standard, &record);
        for section in &standard.sections {
            prop_assert!(within(score.section(&section.id), section.points), "{}", section.id);
        }
    }

    #[test]
    fn the_total_is_from_nothing_to_a_hundred((standard, record) in built_in_and_record()) {
        prop_assert!(within(total(standard, &record), Points::hundredths(10_000)));
    }

    #[test]
    fn the_bonus_never_passes_its_cap((standard, record) in arbitrary::standard_and_record()) {
        prop_assert!(within(Score::of(&standard, &record).bonus, standard.bonus.cap));
    }

    #[test]
    fn what_is_settled_is_a_multiple_of_the_step((standard, record) in arbitrary::standard_and_record()) {
        for item in Score::of(&standard, &record).items {
            if let Some(points) = item.range.settled() {
                prop_assert_eq!(points.cut(standard.step), points, "{}", item.id);
            }
        }
    }

    #[test]
    fn one_time_more_never_lowers_what_is_counted((standard, record) in arbitrary::standard_and_record()) {
        for item in standard.items().filter(|item| !matches!(item.scale, Scale::Deduct(_))) {
            let mut more = record.clone();
            one_more_of(&mut more, item);
            let (before, after) = (rate(&standard, item, &record).range, rate(&standard, item, &more).range);
            prop_assert!(before.low <= after.low && before.high <= after.high, "{}", item.id);
        }
    }

    #[test]
    fn one_fault_more_never_raises_what_is_deducted_from((standard, record) in arbitrary::standard_and_record()) {
        for item in standard.items().filter(|item| matches!(item.scale, Scale::Deduct(_))) {
            let mut more = record.clone();
            one_more_of(&mut more, item);
            let (before, after) = (rate(&standard, item, &record).range, rate(&standard, item, &more).range);
            prop_assert!(after.low <= before.low && after.high <= before.high, "{}", item.id);
        }
    }

    #[test]
    fn one_part_more_never_lowers_the_points((standard, record) in arbitrary::standard_and_record(), part in 0..=1_u8) {
        for item in standard.items() {
            if let Some(Choice::Parts(there)) = record.answers.choice(&item.id) {
                let mut more = there.clone();
                more.push(part);
                more.sort_unstable();
                more.dedup();
                let mut after = record.clone();
                after.choose(item.id.as_str(), Some(Choice::Parts(more)));
                let (before, after) = (rate(&standard, item, &record).range, rate(&standard, item, &after).range);
                prop_assert!(before.low <= after.low && before.high <= after.high, "{}", item.id);
            }
        }
    }

    #[test]
    fn whatever_is_still_filled_in_the_points_stay_between_the_bounds(
        (standard, whole) in arbitrary::standard_and_whole_record(), kept in any::<u64>()
    ) {
        // Every other thing is taken away, in an order of its own.
        let mut partial = whole.clone();
        for (at, (fact, _)) in whole.facts.iter().enumerate() {
            if kept >> (at % 64) & 1 == 0 {
                partial.facts.set(fact.clone(), None);
            }
        }
        for (at, (id, answer)) in whole.answers.iter().enumerate() {
            let left = match &answer.choice {
                Some(Choice::Faults(found)) => {
                    let left = found.iter().enumerate().map(|(fault, count)| count.filter(|_| kept >> ((at + fault) % 64) & 1 == 1));
                    Some(Choice::Faults(left.collect()))
                }
                other => other.clone().filter(|_| kept >> (at % 64) & 1 == 1),
            };
            partial.choose(id.as_str(), left);
        }
        for item in standard.items() {
            let (open, settled) = (rate(&standard, item, &partial).range, rate(&standard, item, &whole).range);
            prop_assert!(open.low <= settled.low && settled.high <= open.high, "{}: {open:?} {settled:?}", item.id);
        }
    }

    #[test]
    fn one_more_concern_received_and_answered_never_lowers_the_reply_rate(
        (standard, record) in built_in_and_record(), numbers in concerns()
    ) {
        let [before, after] = one_more_concern(&record, numbers, 2);
        let reply = standard.item(&item("I1")).unwrap();
        prop_assert!(rate(standard, reply, &before).range.low <= rate(standard, reply, &after).range.low);
    }

    #[test]
    fn one_more_concern_received_answered_and_solved_never_lowers_the_share_solved(
        (standard, record) in built_in_and_record(), numbers in concerns()
    ) {
        let [before, after] = one_more_concern(&record, numbers, 3);
        let solved = standard.item(&item("I8")).unwrap();
        prop_assert!(rate(standard, solved, &before).range.low <= rate(standard, solved, &after).range.low);
    }

    #[test]
    fn one_more_concern_received_answered_and_solved_never_lowers_a_station(
        record in arbitrary::record(station()), numbers in concerns()
    ) {
        let [before, after] = one_more_concern(&record, numbers, 3);
        prop_assert!(total(station(), &before).low <= total(station(), &after).low);
    }

    #[test]
    fn one_more_concern_received_answered_and_solved_never_takes_a_star(
        record in arbitrary::complete(station()), numbers in concerns()
    ) {
        let [before, after] = one_more_concern(&record, numbers, 3).map(|record| Score::of(station(), &record));
        prop_assert!(before.worst <= after.worst && before.best <= after.best);
    }

    #[test]
    fn a_month_more_never_makes_a_yearly_target_easier((standard, record) in built_in_and_record(), now in 1..=11_u8) {
        let fewer = Record { months: months(now), ..record.clone() };
        let more = Record { months: months(now + 1), ..record };
        for item in standard.items().filter(|item| is_yearly(&item.scale)) {
            let (fewer, more) = (rate(standard, item, &fewer).range, rate(standard, item, &more).range);
            prop_assert!(more.low <= fewer.low && more.high <= fewer.high, "{}", item.id);
        }
    }

    #[test]
    fn months_change_nothing_that_is_not_yearly((standard, record) in built_in_and_record(), other in any_months()) {
        let shorter = Record { months: other, ..record.clone() };
        for id in ["A6", "D1", "F1", "F3", "G1", "G2", "G5", "G7"] {
            if let Some(item) = standard.item(&item(id)) {
                prop_assert_eq!(rate(standard, item, &record), rate(standard, item, &shorter), "{}", id);
            }
        }
    }

    #[test]
    fn what_does_not_apply_gives_all_its_points((standard, record) in built_in_and_record()) {
        for item in standard.items() {
            for reason in &item.not_applicable {
                let mut record = record.clone();
                record.not_applicable(item.id.as_str(), reason.as_str());
                prop_assert_eq!(rate(standard, item, &record).range, Range::exact(item.points), "{}", &item.id);
            }
        }
    }

    #[test]
    fn the_bonus_lifts_no_point_of_the_total((standard, record) in built_in_and_record()) {
        let without = crate::common::without_bonus(standard, &record);
        prop_assert_eq!(total(standard, &record), total(standard, &without));
    }
}

/// Whether a scale has a yearly target and gives nothing for what is not stated.
fn is_yearly(scale: &Scale) -> bool {
    match scale {
        Scale::Count(kind) => kind.per_year,
        Scale::Ratio(kind) => kind.per_year && kind.unstated.is_none(),
        _ => false,
    }
}

#[test]
fn a_full_station_has_a_hundred_points_a_bonus_of_nine_and_five_stars() {
    let record = crate::common::full(station());
    let score = Score::of(station(), &record);
    let shown = (score.total.settled(), score.bonus.settled(), line(station(), &record));
    assert_eq!(shown, (Some(crate::common::points("100")), Some(crate::common::points("9")), Some("5".to_owned())));
}

#[test]
fn a_full_room_has_a_hundred_points_a_bonus_of_seven_and_five_stars() {
    let record = crate::common::full(room());
    let score = Score::of(room(), &record);
    let shown = (score.total.settled(), score.bonus.settled(), line(room(), &record));
    assert_eq!(shown, (Some(crate::common::points("100")), Some(crate::common::points("7")), Some("5".to_owned())));
}

#[test]
fn the_full_records_contradict_themselves_nowhere() {
    let clashes = [station(), room()].map(|standard| crate::common::full(standard).facts.clashes(standard));
    assert_eq!(clashes, [vec![], vec![]]);
}

#[test]
fn a_million_of_everything_is_scored_without_overflow() {
    let mut record = crate::common::full(station());
    for fact in station().facts.iter().filter(|fact| fact.sum.is_none()) {
        record.facts.set(fact.id.clone(), Some(count(1_000_000)));
    }
    assert!(Score::of(station(), &record).total.settled().is_some());
}
