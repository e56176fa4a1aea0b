//! The log of a review: what a person decided holds, what two decided apart is shown, what was removed stays away, and a
//! step is undone where it still holds.

use crate::common::review::{
    Window, assessed, entered_answer, entered_fact, held, line, listed, name_key, not_sent, taken, unit, unit_key,
    unlisted, who, writer,
};
use crate::common::{count, fact, item, room, time};
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::entry::{REPLACES, ReviewEntry};
use xingzhan::model::review::ids::NameKey;
use xingzhan::model::review::judged::{Claim, ClaimSeen, Correction, Deviation, DeviationKind, Judged};
use xingzhan::model::review::log::{Admitted, Holds, Log};
use xingzhan::model::review::place::{Place, UnitPlace};

fn line_place(number: u8) -> Place {
    Place::Unit(unit(number), UnitPlace::Line)
}

/// Two windows that know the same.
fn two() -> (Window, Window) {
    let (mut one, mut other) = (Window::new(1), Window::new(2));
    one.decide_all([listed(1, "王庄村联络室"), listed(2, "李庄村联络室")]);
    other.log.merge(&one.log);
    (one, other)
}

fn exchange(one: &mut Window, other: &mut Window) {
    assert!(one.log.merge(&other.log).is_empty() && other.log.merge(&one.log).is_empty());
}

#[test]
fn a_change_takes_the_place_of_what_stood_there_and_the_same_again_is_no_entry() {
    let mut window = Window::new(1);
    window.decide(listed(1, "王庄村联络室"));
    window.decide(listed(1, "王庄村代表联络室"));
    assert_eq!(held(&window.log, &line_place(1)), [listed(1, "王庄村代表联络室")]);
    window.decide(listed(1, "王庄村代表联络室"));
    window.decide(unlisted(2));
    assert_eq!(window.log.len(), 2, "neither what holds already nor emptying nothing is an entry");
}

#[test]
fn what_two_decide_apart_is_a_clash_and_a_further_entry_decides_it() {
    let (mut one, mut other) = two();
    one.decide(not_sent(1, "停用"));
    other.decide(not_sent(1, "改建"));
    exchange(&mut one, &mut other);
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    assert_eq!(held(&one.log, &place).len(), 2);
    assert_eq!(one.log.clashes(), [&place]);
    assert_eq!(one.log.heads(&place), other.log.heads(&place));
    other.decide(not_sent(1, "停用"));
    exchange(&mut one, &mut other);
    assert_eq!((held(&one.log, &place), one.log.clashes().len()), (vec![not_sent(1, "停用")], 0));
}

#[test]
fn the_same_decided_twice_apart_is_no_clash() {
    let (mut one, mut other) = two();
    one.decide(not_sent(1, "停用"));
    other.decide(not_sent(1, "停用"));
    exchange(&mut one, &mut other);
    assert_eq!(one.log.heads(&Place::Unit(unit(1), UnitPlace::NotSent)).len(), 2);
    assert_eq!(one.log.value(&Place::Unit(unit(1), UnitPlace::NotSent)), Holds::One(&not_sent(1, "停用")));
    assert!(one.log.clashes().is_empty());
}

#[test]
fn a_unit_that_was_removed_stays_away_whatever_somebody_else_corrected_meanwhile() {
    let (mut one, mut other) = two();
    one.decide(unlisted(1));
    other.decide(listed(1, "王庄村代表联络室"));
    exchange(&mut one, &mut other);
    for window in [&one, &other] {
        assert_eq!(window.log.value(&line_place(1)), Holds::Nothing);
        assert!(window.log.clashes().is_empty());
    }
    // Who sees that it is removed puts it back by a further entry.
    other.decide(listed(1, "王庄村代表联络室"));
    exchange(&mut one, &mut other);
    assert_eq!(held(&one.log, &line_place(1)), [listed(1, "王庄村代表联络室")]);
}

#[test]
fn a_file_that_was_put_away_stays_away_though_it_is_taken_in_elsewhere() {
    let (mut one, mut other) = two();
    let (file, act) = taken("王庄", 1, Some(unit(1)));
    one.decide(act.clone());
    one.decide(Act::Taken { file, value: None });
    other.decide(act);
    exchange(&mut one, &mut other);
    assert_eq!(one.log.value(&Place::File(file)), Holds::Nothing);
}

#[test]
fn a_decision_that_was_taken_back_and_changed_apart_is_a_clash() {
    let (mut one, mut other) = two();
    one.decide(entered_fact(1, "reception_days", 4));
    exchange(&mut one, &mut other);
    one.decide(Act::EnteredFact { unit: unit(1), fact: fact("reception_days"), value: None });
    other.decide(entered_fact(1, "reception_days", 5));
    exchange(&mut one, &mut other);
    assert_eq!(one.log.clashes(), [&Place::Unit(unit(1), UnitPlace::EnteredFact(fact("reception_days")))]);
}

#[test]
fn entries_that_name_what_is_not_here_yet_hold_and_what_comes_later_does_not_come_back() {
    let mut window = Window::new(1);
    for name in ["甲", "乙", "丙"] {
        window.decide(listed(1, name));
    }
    let entries: Vec<ReviewEntry> = window.log.iter().cloned().collect();
    let mut late = Log::default();
    late.admit(entries[2].clone());
    assert_eq!(held(&late, &line_place(1)), [listed(1, "丙")]);
    late.admit(entries[0].clone());
    assert_eq!(held(&late, &line_place(1)).len(), 2, "nothing here says yet that the first one was replaced");
    late.admit(entries[1].clone());
    assert_eq!(held(&late, &line_place(1)), [listed(1, "丙")]);
}

#[test]
fn an_id_with_other_content_is_told_and_neither_is_lost() {
    let mut one = Window::new(1);
    one.decide(listed(1, "甲"));
    let mut copied = Window::new(1);
    copied.decide(listed(1, "乙"));
    let mut there = copied.log.clone();
    assert_eq!(one.log.merge(&copied.log), there.merge(&one.log));
    let first = copied.log.iter().next().expect("an entry").id;
    assert_eq!(one.log.doubled(), [first]);
    assert_eq!(one.log.value(&line_place(1)), there.value(&line_place(1)));
    assert_eq!(held(&one.log, &line_place(1)).len(), 2);
    assert_eq!(one.log.admit(copied.log.iter().next().expect("an entry").clone()), Admitted::Same);
    // One further entry decides between the two.
    let mut third = Window { log: one.log, ..Window::new(3) };
    third.decide(listed(1, "乙"));
    assert_eq!(held(&third.log, &line_place(1)), [listed(1, "乙")]);
}

#[test]
fn an_entry_replaces_at_its_own_place_alone() {
    let mut window = Window::new(1);
    window.decide(listed(1, "甲"));
    let foreign = window.log.iter().next().expect("an entry").clone();
    let id = xingzhan::model::review::ids::EntryId { writer: writer(9), seq: 0 };
    window.log.admit(ReviewEntry { id, replaces: vec![foreign.id], step: 0, act: not_sent(2, "停用"), ..foreign });
    assert_eq!(held(&window.log, &line_place(1)), [listed(1, "甲")]);
}

#[test]
fn more_heads_than_one_entry_may_name_are_named_in_turns() {
    let mut window = Window::new(200);
    for number in 0..u8::try_from(REPLACES + 6).expect("few") {
        let mut apart = Window::new(number);
        apart.decide(listed(1, &format!("第{number}个名字")));
        window.log.merge(&apart.log);
    }
    window.decide(listed(1, "甲"));
    assert_eq!(window.log.heads(&line_place(1)).len(), 7);
    window.decide(listed(1, "甲"));
    assert_eq!(held(&window.log, &line_place(1)), [listed(1, "甲")]);
    assert!(window.log.iter().all(|entry| entry.problems().is_empty()));
}

#[test]
fn what_was_typed_before_something_else_came_does_not_replace_what_came() {
    let (mut one, mut other) = two();
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    let seen = one.log.seen(&place);
    other.decide(not_sent(1, "改建"));
    one.log.merge(&other.log);
    one.maker.decide_having_seen(&mut one.log, not_sent(1, "停用"), seen, &time());
    assert_eq!(held(&one.log, &place).len(), 2);
}

#[test]
fn a_step_is_undone_as_one_and_its_undoing_is_undone() {
    let mut window = Window::new(1);
    window.decide(listed(1, "甲"));
    let step = window.decide_all([listed(1, "甲室"), listed(2, "乙室")]);
    let undoing = window.maker.next();
    let undone = window.undo(step);
    assert_eq!((undone.made.len(), undone.passed_over.len()), (2, 0));
    assert_eq!(held(&window.log, &line_place(1)), [listed(1, "甲")]);
    assert_eq!(window.log.value(&line_place(2)), Holds::Nothing);
    window.undo(undoing);
    assert_eq!(held(&window.log, &line_place(1)), [listed(1, "甲室")]);
    assert_eq!(held(&window.log, &line_place(2)), [listed(2, "乙室")]);
}

#[test]
fn where_something_else_was_decided_since_a_step_is_passed_over() {
    let (mut one, mut other) = two();
    let step = one.decide_all([listed(1, "甲"), listed(2, "乙")]);
    exchange(&mut one, &mut other);
    other.decide(listed(1, "甲室"));
    exchange(&mut one, &mut other);
    let undone = one.undo(step);
    assert_eq!((undone.made.len(), undone.passed_over), (1, vec![line_place(1)]));
    assert_eq!(held(&one.log, &line_place(1)), [listed(1, "甲室")]);
    assert_eq!(held(&one.log, &line_place(2)), [listed(2, "李庄村联络室")]);
    assert_eq!(other.undo(step).made, [], "the step of another writer is nobody else's to undo");
}

#[test]
fn steps_at_one_place_are_undone_one_after_the_other_and_done_again() {
    let mut window = Window::new(1);
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    let said = ["停用", "改建", "无人值守"];
    let steps: Vec<u32> = said.iter().map(|why| window.decide(not_sent(1, why))).collect();
    let mut undoings = Vec::new();
    for (step, left) in steps.iter().rev().zip([Some("改建"), Some("停用"), None]) {
        undoings.push(window.maker.next());
        assert_eq!(window.undo(*step).passed_over, []);
        assert_eq!(held(&window.log, &place), left.map(|why| not_sent(1, why)).into_iter().collect::<Vec<_>>());
    }
    for (undoing, again) in undoings.iter().rev().zip(said) {
        assert_eq!(window.undo(*undoing).passed_over, []);
        assert_eq!(held(&window.log, &place), [not_sent(1, again)]);
    }
}

#[test]
fn what_somebody_else_decided_since_stops_the_undoing_at_its_place() {
    let (mut one, mut other) = two();
    let steps = ["停用", "改建"].map(|why| one.decide(not_sent(1, why)));
    exchange(&mut one, &mut other);
    other.decide(not_sent(1, "停用"));
    exchange(&mut one, &mut other);
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    for step in steps {
        assert_eq!(one.undo(step).made, [], "also where it is what an earlier step had decided");
    }
    assert_eq!(held(&one.log, &place), [not_sent(1, "停用")]);
}

#[test]
fn what_was_put_beside_something_is_a_clash_and_undoing_takes_it_away() {
    let mut window = Window::new(1);
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    window.decide(not_sent(1, "停用"));
    let step = window.maker.next();
    window.maker.decide_beside(
        &mut window.log,
        [],
        [not_sent(1, "改建"), not_sent(2, "停用")],
        &who("township", "李"),
        &time(),
    );
    assert_eq!(held(&window.log, &place).len(), 2);
    let undone = window.undo(step);
    assert_eq!((undone.made.len(), undone.passed_over.len()), (2, 0));
    assert_eq!(held(&window.log, &place), [not_sent(1, "停用")]);
    assert_eq!(held(&window.log, &Place::Unit(unit(2), UnitPlace::NotSent)), []);
}

#[test]
fn undoing_what_decided_a_clash_shows_the_clash_again() {
    let (mut one, mut other) = two();
    one.decide(not_sent(1, "停用"));
    other.decide(not_sent(1, "改建"));
    exchange(&mut one, &mut other);
    let place = Place::Unit(unit(1), UnitPlace::NotSent);
    let before = held(&one.log, &place);
    let step = one.decide(not_sent(1, "无人值守"));
    one.undo(step);
    assert_eq!(held(&one.log, &place), before);
    assert_eq!(before.len(), 2);
}

#[test]
fn a_judgement_holds_as_long_as_the_unit_says_the_same() {
    let mut record = Record::default();
    record.facts.set(fact("reception_days"), Some(count(12)));
    let claim = |record: &Record| Claim::of_item(room(), record, &item("G4"));
    let judged = Judged {
        basis: ClaimSeen { code: None, claim: claim(&record) },
        value: Correction::Points(crate::common::points("1")),
        reason: Deviation { kind: Some(DeviationKind::NoRecord), words: String::new() },
    };
    assert!(judged.holds_for(&claim(&record)));
    record.facts.set(fact("policy_talks"), Some(count(3)));
    assert!(judged.holds_for(&claim(&record)), "a number of other items");
    record.facts.set(fact("reception_days"), Some(count(11)));
    assert!(!judged.holds_for(&claim(&record)));
}

/// One entry of each kind.
fn every_act() -> Vec<Act> {
    let (_, taken) = taken("王庄", 2, Some(unit(1)));
    let set = Judged {
        basis: ClaimSeen { code: None, claim: Claim::default() },
        value: count(3),
        reason: Deviation::default(),
    };
    let column = crate::common::review::column("township");
    let Act::EnteredAnswer { value, .. } = entered_answer(1, "B3", Choice::Yes(true)) else { panic!("an answer") };
    let entered = value.expect("an answer");
    let months = xingzhan::model::review::taken::Entered {
        value: crate::common::months(7),
        rests_on: entered.rests_on,
        day: entered.day,
    };
    vec![
        listed(1, "王庄村联络室"),
        not_sent(1, "停用"),
        taken,
        Act::Matched { name: NameKey::from(&unit_key("柳林镇", "王庄村", "王庄室")), value: Some(unit(1)) },
        Act::InForce { unit: unit(1), value: Some(xingzhan::model::review::taken::Origin::Entered) },
        Act::EnteredMonths { unit: unit(1), value: Some(months) },
        entered_fact(1, "reception_days", 4),
        entered_answer(1, "B3", Choice::Yes(true)),
        assessed(1, "B3", Claim::default(), Correction::Answer(Choice::Yes(false)), "没有固定联系户"),
        Act::FactSet { unit: unit(1), column, fact: fact("reception_days"), value: Some(Box::new(set)) },
    ]
}

#[test]
fn every_kind_of_entry_is_written_and_read_the_same_and_has_a_place_and_a_way_to_empty_it() {
    let mut window = Window::new(1);
    window.decide_all(every_act());
    let emptied: Vec<Act> = every_act().iter().map(Act::emptied).collect();
    window.decide_all(emptied.clone());
    assert_eq!(window.log.len(), 2 * every_act().len());
    for entry in window.log.iter() {
        assert_eq!(ReviewEntry::read(&entry.written()), Ok(entry.clone()), "{}", entry.written());
    }
    for (act, emptied) in every_act().iter().zip(&emptied) {
        assert_eq!((act.place(), act.empties(), emptied.empties()), (emptied.place(), false, true));
        assert_eq!(window.log.value(&act.place()), Holds::Nothing);
    }
}

#[test]
fn what_no_window_of_the_program_writes_is_told_with_its_place() {
    let mut window = Window::new(1);
    window.decide(listed(1, "甲"));
    let good = window.log.iter().next().expect("an entry").clone();
    let told = |entry: ReviewEntry| entry.problems().iter().map(ToString::to_string).collect::<Vec<_>>();
    let other = |seq| xingzhan::model::review::ids::EntryId { writer: writer(2), seq };
    for (entry, expected) in [
        (ReviewEntry { replaces: vec![good.id], ..good.clone() }, "replaces: entries that no entry replaces"),
        (
            ReviewEntry { replaces: vec![other(2), other(1)], ..good.clone() },
            "replaces: entries that no entry replaces",
        ),
        (
            ReviewEntry { replaces: vec![other(1), other(1)], ..good.clone() },
            "replaces: entries that no entry replaces",
        ),
        (ReviewEntry { replaces: (0..65).map(other).collect(), ..good.clone() }, "replaces: more than 64 entries"),
        (ReviewEntry { step: 1, ..good.clone() }, "step: a step that begins later"),
        (
            ReviewEntry { by: who("township", &"王".repeat(121)).into(), ..good.clone() },
            "by.name: longer than 120 characters",
        ),
        (
            ReviewEntry { act: listed(1, &"王".repeat(121)), ..good.clone() },
            "act.unit.value.name: longer than 120 characters",
        ),
        (
            ReviewEntry { act: not_sent(1, &"王".repeat(121)), ..good.clone() },
            "act.not_sent.value: longer than 120 characters",
        ),
    ] {
        assert_eq!(told(entry), [expected]);
    }
    assert_eq!(told(good), Vec::<String>::new());
    assert_eq!((line("甲").name, name_key("甲").as_str()), ("甲".to_owned(), "甲"));
}
