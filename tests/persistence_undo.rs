//! Going back and forth in what was filled in.

use crate::common::{example, room};
use proptest::prelude::*;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::prior_answers::PriorYear;
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::unread::Typed;
use xingzhan::model::scoring::shown_score::ShownScore;
use xingzhan::model::standard::ids::{FactId, ItemId};
use xingzhan::persistence::edit_place::EditPlace;
use xingzhan::persistence::snapshots::restored;
use xingzhan::persistence::undo::{BYTES, Filled, REST, STEPS, Undo};

/// Edits as a page does it.
fn edit(undo: &mut Undo, draft: &mut Draft, at: u64, change: impl FnOnce(&mut Draft)) {
    let before = Filled::of(draft);
    change(draft);
    before.withdraw_agreement(draft);
    draft.counter += 1;
    undo.edited(&before, draft, at);
}

fn items(draft: &Draft) -> Vec<ItemId> {
    draft.standard.items().map(|item| item.id.clone()).collect()
}

fn facts(draft: &Draft) -> Vec<FactId> {
    draft.standard.facts.iter().filter(|fact| fact.sum.is_none()).map(|fact| fact.id.clone()).collect()
}

/// The same apart from what only ever counts up.
fn same(a: &Draft, b: &Draft) -> bool {
    Filled::of(a) == Filled::of(b) && a.standard.id == b.standard.id
}

#[test]
fn each_edit_is_undone_at_the_place_where_it_was_made() {
    let (mut undo, mut draft) = (Undo::default(), example());
    let first = draft.clone();
    let note = items(&draft)[0].clone();
    edit(&mut undo, &mut draft, 0, |draft| draft.unit.name.push('a'));
    edit(&mut undo, &mut draft, 0, |draft| draft.posts.deputy.phone.push('1'));
    edit(&mut undo, &mut draft, 0, |draft| draft.declaration.agreed = !draft.declaration.agreed);
    edit(&mut undo, &mut draft, 0, |draft| draft.year += 1);
    edit(&mut undo, &mut draft, 0, |draft| draft.note(&note, "new".to_owned()));
    let count = facts(&draft)[0].clone();
    edit(&mut undo, &mut draft, 0, |draft| draft.count(&count, Count::new(999)));
    let last = draft.clone();
    let spots = [
        EditPlace::Fact(count.clone()),
        EditPlace::Item(note.clone()),
        EditPlace::Year,
        EditPlace::Declaration("agreed"),
        EditPlace::Posts("deputy.phone"),
        EditPlace::Unit("name"),
    ];
    for spot in &spots {
        assert_eq!(undo.next_undo(), Some(spot));
        assert_eq!(undo.undo(&mut draft).as_ref(), Some(spot));
    }
    assert!(same(&draft, &first) && undo.undo(&mut draft).is_none());
    for spot in spots.iter().rev() {
        assert_eq!(undo.redo(&mut draft).as_ref(), Some(spot));
    }
    assert!(same(&draft, &last) && undo.redo(&mut draft).is_none());
}

#[test]
fn what_is_typed_in_one_go_is_one_step_and_a_rest_or_another_place_begins_a_new_one() {
    let (mut undo, mut draft) = (Undo::default(), example());
    let first = draft.clone();
    for at in 0..20 {
        edit(&mut undo, &mut draft, at * REST, |draft| draft.unit.name.push('a'));
    }
    let once = draft.clone();
    edit(&mut undo, &mut draft, 20 * REST + 1, |draft| draft.unit.name.push('b'));
    edit(&mut undo, &mut draft, 20 * REST + 1, |draft| draft.unit.township.push('b'));
    undo.undo(&mut draft);
    undo.undo(&mut draft);
    assert!(same(&draft, &once));
    undo.undo(&mut draft);
    assert!(same(&draft, &first));
}

#[test]
fn what_is_typed_and_wiped_out_again_in_one_go_leaves_no_step() {
    let (mut undo, mut draft) = (Undo::default(), example());
    // A tick would go with the first key, and that is something to be undone.
    draft.declaration.agreed = false;
    edit(&mut undo, &mut draft, 0, |draft| draft.unit.name.push('a'));
    edit(&mut undo, &mut draft, 1, |draft| _ = draft.unit.name.pop());
    assert_eq!(undo.next_undo(), None);
}

#[test]
fn what_cannot_be_read_at_last_goes_with_the_rest_of_what_was_typed_in_one_go() {
    let (mut undo, mut draft) = (Undo::default(), example());
    let count = facts(&draft)[0].clone();
    draft.type_fact(&count, Typed::Number(None));
    let first = draft.clone();
    edit(&mut undo, &mut draft, 0, |draft| draft.type_fact(&count, Typed::Number(Count::new(1))));
    edit(&mut undo, &mut draft, 100, |draft| draft.type_fact(&count, Typed::Unread("1x".to_owned())));
    let last = draft.clone();
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Fact(count.clone())));
    assert!(same(&draft, &first), "{:?}", draft.unread);
    assert_eq!(undo.redo(&mut draft), Some(EditPlace::Fact(count)));
    assert!(same(&draft, &last), "{:?}", draft.unread);
}

type Change<'a> = Box<dyn Fn(&mut Draft) + 'a>;

#[test]
fn the_tick_of_the_declaration_goes_with_the_content_it_was_for_and_comes_back_with_it() {
    let agreed = || {
        let mut draft = example();
        draft.declaration.agreed = true;
        draft
    };
    let item = items(&agreed())[0].clone();
    let fact = facts(&agreed())[0].clone();
    let signed: [Change<'_>; 7] = [
        Box::new(|draft| draft.unit.name.push('a')),
        Box::new(|draft| draft.posts.head.name.push('a')),
        Box::new(|draft| draft.year += 1),
        Box::new(|draft| draft.count(&fact, Count::new(999))),
        Box::new(|draft| draft.show(&item, |evidence| evidence.page.push('9'))),
        Box::new(|draft| draft.choose(&item, None)),
        Box::new(|draft| draft.declaration.name.push('a')),
    ];
    for (at, change) in signed.iter().enumerate() {
        let (mut undo, mut draft) = (Undo::default(), agreed());
        let first = draft.clone();
        edit(&mut undo, &mut draft, 0, |draft| change(draft));
        assert!(!draft.declaration.agreed, "{at}");
        let last = draft.clone();
        let spot = undo.undo(&mut draft);
        assert!(spot.is_some_and(|spot| spot != EditPlace::Many), "{at}: it is undone where it was made");
        assert!(same(&draft, &first), "{at}");
        undo.redo(&mut draft);
        assert!(same(&draft, &last), "{at}");
    }
    // Notes and photos are no part of what is signed; nor is a tick taken back that is only now set.
    let other: [Change<'_>; 3] = [
        Box::new(|draft| draft.note(&item, "another".to_owned())),
        Box::new(|draft| draft.declaration.date = None),
        Box::new(|_| ()),
    ];
    for (at, change) in other.iter().enumerate() {
        let (mut undo, mut draft) = (Undo::default(), agreed());
        edit(&mut undo, &mut draft, 0, |draft| change(draft));
        assert!(draft.declaration.agreed, "{at}");
    }
    // Typed on in one go, it goes once, and all of it is one step.
    let (mut undo, mut draft) = (Undo::default(), agreed());
    let first = draft.clone();
    edit(&mut undo, &mut draft, 0, |draft| draft.unit.name.push('a'));
    edit(&mut undo, &mut draft, 100, |draft| draft.unit.name.push('b'));
    let last = draft.clone();
    undo.undo(&mut draft);
    assert!(same(&draft, &first));
    undo.redo(&mut draft);
    assert!(same(&draft, &last));
}

#[test]
fn an_edit_after_undoing_ends_what_could_be_done_again() {
    let (mut undo, mut draft) = (Undo::default(), example());
    edit(&mut undo, &mut draft, 0, |draft| draft.unit.name.push('a'));
    undo.undo(&mut draft);
    edit(&mut undo, &mut draft, 1, |draft| draft.unit.name.push('b'));
    assert_eq!(undo.next_redo(), None);
    assert_eq!(undo.redo(&mut draft), None);
}

#[test]
fn undoing_never_takes_the_number_of_a_submission_back() {
    let (mut undo, mut draft) = (Undo::default(), example());
    edit(&mut undo, &mut draft, 0, |draft| draft.unit.name.push('a'));
    edit(&mut undo, &mut draft, 0, |draft| draft.revision += 1);
    let (counter, revision) = (draft.counter, draft.revision);
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Unit("name")));
    assert_eq!((draft.counter, draft.revision), (counter, revision));
}

#[test]
fn the_steps_are_bounded_in_number_and_bytes_and_the_last_one_stays() {
    let (mut undo, mut draft) = (Undo::default(), example());
    for at in 0..1000 {
        edit(&mut undo, &mut draft, at * 2 * REST, |draft| draft.year = 2000 + u16::try_from(at % 100).expect("small"));
    }
    let mut steps = 0;
    while undo.undo(&mut draft).is_some() {
        steps += 1;
    }
    assert_eq!(steps, STEPS);
    let note = items(&draft)[0].clone();
    undo.clear();
    for at in 0..1000_u64 {
        let text = format!("{at}").repeat(500);
        edit(&mut undo, &mut draft, at * 2 * REST, |draft| draft.note(&note, text));
        assert!(undo.bytes() <= BYTES);
    }
    edit(&mut undo, &mut draft, 0, |draft| draft.note(&note, "x".repeat(2 * BYTES)));
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Item(note)));
}

#[test]
fn putting_an_earlier_year_beside_the_draft_is_one_step_and_taking_it_away_another() {
    let (mut undo, mut draft) = (Undo::default(), example());
    let first = draft.clone();
    let score = ShownScore::of(&draft.standard, &draft.score());
    draft.earlier = Some(PriorYear::of(&Draft { year: draft.year - 1, ..draft.clone() }, score));
    undo.replaced(&first, &draft);
    let beside = draft.clone();
    draft.earlier = None;
    undo.replaced(&beside, &draft);
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Earlier));
    assert_eq!(draft, beside);
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Earlier));
    assert_eq!(draft, first);
    assert_eq!(undo.redo(&mut draft), Some(EditPlace::Earlier));
    assert_eq!(draft, beside);
}

#[test]
fn restoring_an_earlier_state_is_one_step_and_its_counters_never_go_back() {
    let (mut undo, mut draft) = (Undo::default(), example());
    let before = draft.clone();
    let chosen =
        Draft { revision: 1, counter: 0, year: 2024, ..Draft::new(item_id(), room().clone(), draft.changed.clone()) };
    (draft.revision, draft.counter) = (4, 70);
    let present = draft.clone();
    draft = restored(&draft, chosen);
    draft.counter += 1;
    undo.replaced(&present, &draft);
    assert_eq!((draft.id.clone(), draft.revision, draft.counter), (before.id, 4, 71));
    assert_eq!((&draft.standard, draft.year), (room(), 2024));
    assert_eq!(undo.undo(&mut draft), Some(EditPlace::Many));
    assert!(same(&draft, &present));
}

fn item_id() -> xingzhan::model::standard::ids::DraftId {
    xingzhan::model::standard::ids::DraftId::try_from("other").expect("an id")
}

#[derive(Clone, Debug)]
enum Step {
    Edit(u8, usize, u64),
    Undo,
    Redo,
}

fn apply(draft: &mut Draft, what: u8, which: usize) {
    let (items, facts) = (items(draft), facts(draft));
    match what {
        0 => draft.unit.name = format!("name {which}"),
        1 => draft.posts.head.name = format!("head {which}"),
        2 => draft.year = 2000 + u16::try_from(which % 50).expect("small"),
        3 => draft.count(&facts[which % facts.len()], Count::new(u64::try_from(which).expect("small"))),
        4 => draft.count(&facts[which % facts.len()], None),
        5 => draft.choose(&items[which % items.len()], None),
        _ => draft.note(&items[which % items.len()], format!("note {which}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn every_state_on_the_way_back_is_one_that_was_on_the_way_there_in_200_runs(
        steps in prop::collection::vec(prop_oneof![
            4 => (0..7_u8, 0..40_usize, 0..4000_u64).prop_map(|(what, which, rest)| Step::Edit(what, which, rest)),
            2 => Just(Step::Undo),
            1 => Just(Step::Redo),
        ], 0..40)
    ) {
        let (mut undo, mut draft, mut at) = (Undo::default(), example(), 0);
        let mut seen = vec![draft.clone()];
        for step in steps {
            match step {
                Step::Edit(what, which, rest) => {
                    at += rest;
                    let before = draft.clone();
                    edit(&mut undo, &mut draft, at, |draft| apply(draft, what, which));
                    prop_assert!(undo.next_redo().is_none() || same(&draft, &before));
                    seen.push(draft.clone());
                }
                Step::Undo => {
                    let last = draft.clone();
                    if undo.undo(&mut draft).is_some() {
                        prop_assert!(seen.iter().any(|seen| same(seen, &draft)));
                        let mut again = undo.clone();
                        let mut forth = draft.clone();
                        again.redo(&mut forth);
                        prop_assert!(same(&forth, &last));
                    }
                }
                Step::Redo => {
                    undo.redo(&mut draft);
                    prop_assert!(seen.iter().any(|seen| same(seen, &draft)));
                }
            }
        }
        while undo.undo(&mut draft).is_some() {}
        prop_assert!(same(&draft, &seen[0]));
    }
}
