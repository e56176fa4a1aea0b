//! What the pages of a review read: units in the order of the roster, what of each counts, what the township typed for
//! it, and its self score beside the first score.

use crate::common::review::{
    Window, assessed, column, day, entered_answer, entered_fact, listed, name_key, not_sent, taken, unit, unlisted,
};
use crate::common::{Fill, count, fact, full, item, points, record, room};
use proptest::prelude::*;
use std::sync::Arc;
use xingzhan::i18n::{difference_or_recheck, text};
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::assessment::Assessment;
use xingzhan::model::review::entered_record::EnteredRecord;
use xingzhan::model::review::judged::{Claim, ClaimSeen, Correction, Deviation, Judged};
use xingzhan::model::review::judgements::Judgements;
use xingzhan::model::review::log::Log;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::taken::{Origin, RestsOn};
use xingzhan::model::review::units::{Counts, ReviewUnit, ReviewUnits};
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::scale::reason::ScoreReason;
use xingzhan::model::standard::words::Lang;

fn units(log: &Log) -> Vec<ReviewUnit> {
    ReviewUnits::of(log).units
}

fn first(log: &Log) -> ReviewUnit {
    units(log).first().cloned().expect("a unit")
}

/// The township's judgement of an item, of what this record claims now.
fn judged(record: &Record, id: &str, value: Correction) -> Act {
    assessed(1, id, Claim::of_item(room(), record, &item(id)), value, "现场没有看到")
}

fn fact_set(record: &Record, id: &str, value: u64) -> Act {
    let basis = ClaimSeen { code: None, claim: Claim::of_fact(record, &fact(id)) };
    let judged = Judged { basis, value: count(value), reason: Deviation::default() };
    Act::FactSet { unit: unit(1), column: column("township"), fact: fact(id), value: Some(Box::new(judged)) }
}

fn first_score(log: &Log, claimed: &Record) -> Assessment {
    Assessment::of(room(), claimed, &Judgements::up_to(log, unit(1), room(), &column("township")))
}

#[test]
fn units_come_in_the_order_of_the_roster_without_those_that_were_removed() {
    let mut window = Window::new(1);
    window.decide_all([
        listed(9, "丙室"),
        listed(4, "甲室"),
        listed(7, "乙室"),
        not_sent(7, "改建"),
        not_sent(4, "停用"),
    ]);
    window.decide(unlisted(7));
    let seen: Vec<(String, Option<String>)> =
        units(&window.log).into_iter().map(|unit| (unit.line.name.clone(), unit.not_sent)).collect();
    assert_eq!(seen, [("甲室".to_owned(), Some("停用".to_owned())), ("丙室".to_owned(), None)]);
}

#[test]
fn the_latest_revision_counts_and_all_are_kept() {
    let mut window = Window::new(1);
    let (_, first_file) = taken("一", 1, Some(unit(1)));
    let (second, second_file) = taken("二", 2, Some(unit(1)));
    window.decide_all([listed(1, "甲室"), second_file, first_file]);
    let unit = first(&window.log);
    let revisions: Vec<u32> = unit.received.iter().map(|(_, taken)| taken.revision).collect();
    assert_eq!((revisions, unit.counts.clone()), (vec![1, 2], Counts::Of(Origin::File(second))));
    assert_eq!(unit.in_force().map(|taken| taken.revision), Some(2));
}

#[test]
fn the_same_revision_with_other_content_waits_for_a_decision_and_the_decision_holds() {
    let mut window = Window::new(1);
    let (one, one_file) = taken("一", 1, Some(unit(1)));
    let (other, other_file) = taken("另一", 1, Some(unit(1)));
    window.decide_all([listed(1, "甲室"), one_file, other_file]);
    let Counts::Undecided(between) = first(&window.log).counts else { panic!("undecided") };
    assert_eq!(between.len(), 2);
    window.decide(Act::InForce { unit: unit(1), value: Some(Origin::File(other)) });
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(other)));
    // A later one comes instead of whichever it was, until it is put away again.
    let (later, later_file) = taken("更新", 2, Some(unit(1)));
    window.decide(later_file);
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(later)));
    window.decide(Act::Taken { file: later, value: None });
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(other)));
    // What is put away cannot count.
    window.decide(Act::Taken { file: other, value: None });
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(one)));
}

#[test]
fn one_submission_in_two_files_is_one_submission() {
    let mut window = Window::new(1);
    let (_, one) = taken("一", 1, Some(unit(1)));
    let Act::Taken { value, .. } = &one else { panic!("a file") };
    let again = Act::Taken { file: xingzhan::model::review::ids::FileDigest::of(b"resaved"), value: value.clone() };
    window.decide_all([listed(1, "甲室"), one, again]);
    assert!(matches!(first(&window.log).counts, Counts::Of(Origin::File(_))));
}

#[test]
fn a_file_waits_until_somebody_picks_the_line_and_the_next_of_the_same_name_finds_it() {
    let mut window = Window::new(1);
    let (_, file) = taken("王庄室", 1, None);
    window.decide_all([listed(1, "王庄村代表联络室"), file]);
    assert_eq!((ReviewUnits::of(&window.log).waiting.len(), first(&window.log).counts), (1, Counts::None));
    window.decide(Act::Matched { name: name_key("王庄室"), value: Some(unit(1)) });
    assert!(first(&window.log).is_here());
    let Act::Taken { value, .. } = taken("王庄室", 2, None).1 else { panic!("a file") };
    let later = xingzhan::model::review::ids::FileDigest::of(b"later");
    window.decide(Act::Taken { file: later, value });
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(later)));
    window.decide(unlisted(1));
    let left = ReviewUnits::of(&window.log);
    assert_eq!((left.units.len(), left.waiting.len()), (0, 2));
    assert_eq!(left.unit(unit(1)), None);
}

#[test]
fn what_the_township_types_is_one_record_with_what_it_rests_on_and_counts_where_no_file_came() {
    let mut window = Window::new(1);
    window.decide_all([listed(1, "甲室"), entered_fact(1, "reception_days", 4)]);
    window.decide(entered_answer(1, "B3", Choice::Yes(true)));
    let entered = EnteredRecord::of(&window.log, unit(1));
    let mut expected = Record::default();
    expected.fact("reception_days", 4).yes("B3", true);
    assert_eq!((entered.record, entered.typed), (expected, 2));
    assert_eq!(entered.rests_on.into_iter().collect::<Vec<_>>(), [RestsOn::Paper, RestsOn::Chat]);
    assert_eq!(entered.day, Some(day("2026-12-02")));
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::Entered));
    let (file, act) = taken("一", 1, Some(unit(1)));
    window.decide(act);
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::File(file)));
    window.decide(Act::InForce { unit: unit(1), value: Some(Origin::Entered) });
    assert_eq!(first(&window.log).counts, Counts::Of(Origin::Entered));
}

#[test]
fn a_number_that_two_people_typed_otherwise_is_open_and_told() {
    let (mut one, mut other) = (Window::new(1), Window::new(2));
    one.decide_all([listed(1, "甲室"), entered_fact(1, "reception_days", 4)]);
    other.decide(entered_fact(1, "reception_days", 5));
    one.log.merge(&other.log);
    let entered = EnteredRecord::of(&one.log, unit(1));
    assert_eq!((entered.record, entered.clashes.len()), (Record::default(), 1));
    assert!(first(&one.log).clash);
}

#[test]
fn without_a_judgement_the_first_score_is_the_self_score() {
    for claimed in [full(room()), record("paper_room"), record("quiet_room"), Record::default()] {
        let assessed = first_score(&Log::default(), &claimed);
        assert_eq!(assessed.own, assessed.given);
        assert_eq!(assessed.own, Score::of(room(), &claimed));
        assert!(!assessed.needs_a_look());
    }
}

#[test]
fn a_corrected_number_is_scored_by_the_engine_wherever_it_counts() {
    let claimed = full(room());
    let mut window = Window::new(1);
    window.decide(fact_set(&claimed, "reception_days", 1));
    let assessed = first_score(&window.log, &claimed);
    let mut corrected = claimed.clone();
    corrected.fact("reception_days", 1);
    assert_eq!(assessed.given, Score::of(room(), &corrected));
    let lost = assessed.difference().expect("settled");
    assert!(lost < 0);
    let items: i64 = assessed.items(room()).iter().filter_map(|beside| beside.difference).sum();
    assert_eq!(items, lost);
    let most = assessed.most_lost(room(), 3);
    assert_eq!(most.first().map(|(item, _)| item.id.as_str()), Some("G4"));
}

#[test]
fn a_corrected_answer_is_scored_by_the_engine_and_points_given_directly_stand_as_they_are() {
    let claimed = full(room());
    let mut window = Window::new(1);
    window.decide_all([
        judged(&claimed, "B3", Correction::Answer(Choice::Yes(false))),
        judged(&claimed, "G4", Correction::Points(points("1.25"))),
        judged(&claimed, "C1", Correction::Points(points("99"))),
    ]);
    let assessed = first_score(&window.log, &claimed);
    let given = |id: &str| assessed.given.item(&item(id)).expect("an item").clone();
    assert_eq!(given("B3").range.settled(), Some(Points::ZERO));
    // Cut down to the step of a tenth; never more than the item's.
    assert_eq!(given("G4").range.settled(), Some(points("1.2")));
    assert_eq!(given("G4").why, ScoreReason::Assessed(points("1.25")));
    let most = room().item(&item("C1")).expect("an item").points;
    assert_eq!(given("C1").range.settled(), Some(most));
    let sections: Points = assessed.given.sections.iter().map(|(_, range)| range.low).sum();
    assert_eq!(assessed.given.total.settled(), Some(sections));
}

#[test]
fn points_given_to_an_open_item_answer_it() {
    let mut window = Window::new(1);
    window.decide(judged(&Record::default(), "B3", Correction::Points(points("1"))));
    let assessed = first_score(&window.log, &Record::default());
    assert_eq!((assessed.own.answered, assessed.given.answered), (0, 1));
}

#[test]
fn a_judgement_of_what_the_unit_no_longer_says_does_not_count_and_is_told() {
    let mut claimed = full(room());
    let mut window = Window::new(1);
    window.decide_all([
        judged(&claimed, "B3", Correction::Answer(Choice::Yes(false))),
        judged(&claimed, "G4", Correction::Points(Points::ZERO)),
        fact_set(&claimed, "concerns_received", 3),
    ]);
    claimed.yes("B3", false).fact("reception_days", 30).fact("concerns_received", 25);
    let assessed = first_score(&window.log, &claimed);
    assert_eq!(assessed.given, Score::of(room(), &claimed));
    assert_eq!(assessed.recheck_items, [item("B3"), item("G4")]);
    assert_eq!(assessed.recheck_facts, [fact("concerns_received")]);
    assert!(assessed.needs_a_look() && assessed.needs_recheck());
    let difference = assessed.difference();
    let zh = text(Lang::Zh);
    assert_eq!(difference_or_recheck(zh, assessed.needs_recheck(), difference), "须复核");
    assert_ne!(difference_or_recheck(zh, false, difference), "须复核");
    // A later revision that says the same as before brings them back.
    assert!(!first_score(&window.log, &full(room())).needs_a_look());
}

#[test]
fn of_two_units_with_one_name_each_is_called_with_its_village() {
    let mut window = Window::new(1);
    let line = |at: u8, name: &str, village: &str| {
        let mut line = RosterLine::new(room().unit.id.clone(), name);
        village.clone_into(&mut line.village);
        Act::Unit { unit: unit(at), value: Some(Arc::new(line)) }
    };
    window.decide_all([
        line(1, "第一联络室", "王庄村"),
        line(2, "第一联络室", "李庄村"),
        line(3, "第二联络室", "李庄村"),
    ]);
    let all = ReviewUnits::of(&window.log);
    let called = [1, 2, 3, 9].map(|at| all.name_of(unit(at)));
    assert_eq!(called, ["王庄村 第一联络室", "李庄村 第一联络室", "第二联络室", ""]);
    assert_eq!([1, 3].map(|at| all.shares_name(unit(at))), [true, false]);
}

#[test]
fn of_units_with_one_name_in_several_townships_each_is_called_with_its_township() {
    let mut window = Window::new(1);
    let line = |at: u8, name: &str, township: &str, village: &str| {
        let mut line = RosterLine::new(room().unit.id.clone(), name);
        township.clone_into(&mut line.township);
        village.clone_into(&mut line.village);
        Act::Unit { unit: unit(at), value: Some(Arc::new(line)) }
    };
    window.decide_all([
        line(1, "第一联络室", "柳林镇", "王庄村"),
        line(2, "第一联络室", "柏城镇", "王庄村"),
        line(3, "联络室", "柳林镇", ""),
        line(4, "联络室", "柏城镇", ""),
        line(5, "柳林镇联络室", "柳林镇", "李庄村"),
        line(6, "柳林镇联络室", "柳林镇", "张庄村"),
        line(7, "第二联络室", "柳林镇", "李庄村"),
    ]);
    let all = ReviewUnits::of(&window.log);
    let called = [1, 2, 3, 4, 5, 6, 7].map(|at| all.name_of(unit(at)));
    let expected = [
        "柳林镇 王庄村 第一联络室",
        "柏城镇 王庄村 第一联络室",
        "柳林镇 联络室",
        "柏城镇 联络室",
        "李庄村 柳林镇联络室",
        "张庄村 柳林镇联络室",
        "第二联络室",
    ];
    assert_eq!(called, expected);
    // Those of one township alone are told apart by it where the table says it anyway.
    assert_eq!([1, 3, 5, 7].map(|at| all.shares_name(unit(at))), [false, false, true, false]);
}

#[test]
fn two_judgements_of_one_item_count_for_nothing_until_one_is_decided() {
    let claimed = full(room());
    let (mut one, mut other) = (Window::new(1), Window::new(2));
    one.decide(judged(&claimed, "B3", Correction::Answer(Choice::Yes(false))));
    other.decide(judged(&claimed, "B3", Correction::Points(points("1"))));
    one.log.merge(&other.log);
    let assessed = first_score(&one.log, &claimed);
    assert_eq!((assessed.given.clone(), assessed.clashing_items), (assessed.own, vec![item("B3")]));
}

#[test]
fn a_later_column_finds_the_former_one_and_replaces_it_where_it_judges_itself() {
    let claimed = full(room());
    let mut window = Window::new(1);
    window.decide_all([
        judged(&claimed, "B3", Correction::Points(points("1"))),
        judged(&claimed, "C1", Correction::Answer(Choice::Yes(false))),
    ]);
    let Act::Assessed { unit, item: id, value, .. } = judged(&claimed, "B3", Correction::Answer(Choice::Yes(true)))
    else {
        panic!("a judgement")
    };
    window.decide(Act::Assessed { unit, column: column("county"), item: id, value });
    let county = Judgements::up_to(&window.log, unit, room(), &column("county"));
    let assessed = Assessment::of(room(), &claimed, &county);
    let mut expected = claimed.clone();
    expected.yes("C1", false);
    assert_eq!(assessed.given, Score::of(room(), &expected));
    assert!(Judgements::up_to(&window.log, unit, room(), &column("self")).is_empty());
    assert!(Judgements::of(&window.log, unit, &column("nobody")).is_empty());
}

#[test]
fn what_the_standard_does_not_ask_or_allow_changes_no_score() {
    let claimed = full(room());
    let mut window = Window::new(1);
    window.decide_all([
        judged(&claimed, "Z9", Correction::Points(Points::ZERO)),
        judged(&claimed, "B3", Correction::Answer(Choice::Level(1))),
        fact_set(&claimed, "persons", 3),
    ]);
    let assessed = first_score(&window.log, &claimed);
    assert_eq!((assessed.given.clone(), assessed.recheck_items), (assessed.own, vec![item("B3")]));
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    #[test]
    fn side_by_side_the_differences_of_items_add_up_to_that_of_the_total(
        claimed in crate::common::arbitrary::record(room()),
        given in proptest::collection::vec((0..22_usize, 0..400_u64), 0..8),
    ) {
        let mut window = Window::new(1);
        let ids: Vec<String> = room().scored().map(|item| item.id.to_string()).collect();
        for (at, hundredths) in given {
            window.decide(judged(&claimed, &ids[at % ids.len()], Correction::Points(Points::hundredths(hundredths))));
        }
        let assessed = first_score(&window.log, &claimed);
        if let Some(difference) = assessed.difference() {
            let items = assessed.items(room()).into_iter().take(ids.len());
            let sum: Option<i64> = items.map(|beside| beside.difference).sum();
            prop_assert_eq!(sum, Some(difference));
        }
        for beside in assessed.items(room()) {
            prop_assert!(beside.given.high <= beside.item.points && beside.given.low <= beside.given.high);
        }
    }
}
