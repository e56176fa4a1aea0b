//! Properties of a review that is worked on in several windows: the order in which files are merged does not matter,
//! twice is once, what is missing in the middle changes nothing in the end, undoing touches nobody else's.

use crate::common::arbitrary::cases;
use crate::common::review::{Window, entered_fact, heads_by_rule, held, listed, not_sent, unit, unlisted};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::entry::ReviewEntry;
use xingzhan::model::review::log::{Admitted, Holds, Log};
use xingzhan::model::review::place::{Place, UnitPlace};

/// What happens in some window.
#[derive(Clone, Debug)]
enum Happening {
    /// A person decides something there.
    Decide(usize, Vec<Act>),
    /// A person undoes one of the steps made there.
    Undo(usize, Index),
    /// A file of another window is merged, with everything in it.
    Merge(usize, usize),
    /// Single entries of another window arrive, in any order, some of them twice.
    Some(usize, usize, Vec<Index>),
}

const WINDOWS: usize = 4;

fn act() -> impl Strategy<Value = Act> {
    let number = 1..=2_u8;
    prop_oneof![
        (number.clone(), "[甲乙丙]").prop_map(|(number, name)| listed(number, &name)),
        number.clone().prop_map(unlisted),
        (number.clone(), "[甲乙]").prop_map(|(number, why)| not_sent(number, &why)),
        number.clone().prop_map(|number| Act::NotSent { unit: unit(number), value: None }),
        (number, 0..3_u64).prop_map(|(number, typed)| entered_fact(number, "reception_days", typed)),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    let window = 0..WINDOWS;
    prop_oneof![
        5 => (window.clone(), vec(act(), 1..4)).prop_map(|(at, acts)| Happening::Decide(at, acts)),
        2 => (window.clone(), any::<Index>()).prop_map(|(at, step)| Happening::Undo(at, step)),
        2 => (window.clone(), window.clone()).prop_map(|(at, from)| Happening::Merge(at, from)),
        2 => (window.clone(), window, vec(any::<Index>(), 0..6)).prop_map(|(at, from, which)| Happening::Some(at, from, which)),
    ]
}

fn windows() -> Vec<Window> {
    (0..WINDOWS).map(|number| Window::new(u8::try_from(number).expect("few"))).collect()
}

fn happen(windows: &mut [Window], steps: &mut [Vec<u32>], happening: &Happening) {
    match happening {
        Happening::Decide(at, acts) => {
            let step = windows[*at].decide_all(acts.clone());
            steps[*at].push(step);
        }
        Happening::Undo(at, which) if !steps[*at].is_empty() => {
            let undoing = windows[*at].maker.next();
            let step = *which.get(&steps[*at]);
            windows[*at].undo(step);
            steps[*at].push(undoing);
        }
        Happening::Undo(..) => {}
        Happening::Merge(at, from) => {
            let theirs = windows[*from].log.clone();
            assert!(windows[*at].log.merge(&theirs).is_empty());
        }
        Happening::Some(at, from, which) => {
            let theirs: Vec<ReviewEntry> = windows[*from].log.iter().cloned().collect();
            for entry in which.iter().filter(|_| !theirs.is_empty()).map(|which| which.get(&theirs)) {
                assert_ne!(windows[*at].log.admit(entry.clone()), Admitted::SameIdOtherContent);
            }
        }
    }
}

/// Everything that holds in a log, by the rule and by the log.
fn all_held(log: &Log) -> BTreeMap<Place, Vec<Act>> {
    log.places().map(|place| (place.clone(), held(log, place))).collect()
}

fn obeys_the_rule(log: &Log) -> Result<(), TestCaseError> {
    for place in log.places() {
        prop_assert_eq!(log.seen(place), heads_by_rule(log, place));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_happens_in_any_order_everybody_ends_with_the_same_and_no_decision_is_lost(
        happenings in vec(happening(), 1..40),
        order in vec(any::<Index>(), 0..60),
    ) {
        let (mut windows, mut steps) = (windows(), vec![Vec::new(); WINDOWS]);
        for happening in &happenings {
            happen(&mut windows, &mut steps, happening);
        }
        let mut all = Log::default();
        for window in &windows {
            obeys_the_rule(&window.log)?;
            prop_assert!(all.merge(&window.log).is_empty());
        }
        obeys_the_rule(&all)?;
        // In an order of chance, some of it twice, then all of it backwards.
        let entries: Vec<ReviewEntry> = all.iter().cloned().collect();
        let mut shuffled = Log::default();
        for entry in order.iter().filter(|_| !entries.is_empty()).map(|at| at.get(&entries)).chain(entries.iter().rev()) {
            shuffled.admit(entry.clone());
        }
        prop_assert_eq!(shuffled.len(), all.len());
        prop_assert_eq!(shuffled.in_order(), all.in_order());
        prop_assert_eq!(all_held(&shuffled), all_held(&all));
        prop_assert_eq!(shuffled.clashes(), all.clashes());
        // Twice is once.
        prop_assert!(shuffled.merge(&all).is_empty());
        prop_assert_eq!(shuffled.len(), all.len());
        // What does not hold any more was seen by whoever decided otherwise.
        for entry in &entries {
            let place = entry.act.place();
            let replaced = entries.iter().any(|other| other.act.place() == place && other.replaces.contains(&entry.id));
            prop_assert!(replaced || all.heads(&place).contains(&entry));
        }
    }

    #[test]
    fn a_step_that_is_undone_at_once_leaves_everything_as_it_was_and_undoing_that_brings_it_back(
        happenings in vec(happening(), 0..25),
        acts in vec(act(), 1..5),
    ) {
        let (mut windows, mut steps) = (windows(), vec![Vec::new(); WINDOWS]);
        for happening in &happenings {
            happen(&mut windows, &mut steps, happening);
        }
        let window = &mut windows[0];
        let values = |log: &Log| all_held(log).into_iter().filter(|(_, held)| !held.is_empty()).collect::<BTreeMap<_, _>>();
        let before = values(&window.log);
        let step = window.decide_all(acts);
        let after = values(&window.log);
        let undoing = window.maker.next();
        // What a step replaced may not be here; then it is passed over and told.
        if window.undo(step).passed_over.is_empty() {
            prop_assert_eq!(values(&window.log), before);
            if window.maker.next() > undoing {
                window.undo(undoing);
            }
            prop_assert_eq!(values(&window.log), after);
        }
    }

    #[test]
    fn undoing_leaves_whatever_others_decided(happenings in vec(happening(), 1..30), which in any::<Index>()) {
        let (mut windows, mut steps) = (windows(), vec![Vec::new(); WINDOWS]);
        for happening in &happenings {
            happen(&mut windows, &mut steps, happening);
        }
        prop_assume!(!steps[0].is_empty());
        let window = &mut windows[0];
        let own = window.maker.writer();
        let others = |log: &Log| {
            let heads = log.places().flat_map(|place| log.heads(place)).filter(|head| head.id.writer != own);
            heads.cloned().collect::<Vec<_>>()
        };
        let before = others(&window.log);
        let step = *which.get(&steps[0]);
        window.undo(step);
        prop_assert_eq!(others(&window.log), before);
    }

    #[test]
    fn a_unit_that_was_removed_is_nowhere_until_somebody_who_knows_it_puts_it_back(
        happenings in vec(happening(), 0..25),
        later in vec(act(), 0..6),
    ) {
        let (mut windows, mut steps) = (windows(), vec![Vec::new(); WINDOWS]);
        windows[0].decide(listed(1, "丁"));
        for happening in &happenings {
            happen(&mut windows, &mut steps, happening);
        }
        let place = Place::Unit(unit(1), UnitPlace::Line);
        // Somebody removes it; others, who do not know, correct what they see and send their files.
        windows[0].decide(listed(1, "戊"));
        windows[0].decide(unlisted(1));
        windows[1].decide_all(later);
        let mut all = windows[0].log.clone();
        all.merge(&windows[1].log);
        prop_assert_eq!(all.value(&place), Holds::Nothing);
    }
}
