//! What is said before a submission is made, and which open item comes next.

use crate::common::{count, example, station, time};
use proptest::prelude::*;
use xingzhan::model::date::CivilDate;
use xingzhan::model::draft::compare::PostOf;
use xingzhan::model::draft::{Draft, Missing};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::unread::Typed;
use xingzhan::model::standard::ids::{DraftId, FactId, ItemId};
use xingzhan::model::submission::before_sending::{Field, Remark, Unreadable, Weight, remarks};
use xingzhan::model::submission::sending::OddEvidence;

fn item(id: &str) -> ItemId {
    ItemId::try_from(id).expect("an item")
}

fn day(text: &str) -> CivilDate {
    CivilDate::parse(text).expect("a day")
}

/// What is said of a draft on a day of its year.
fn said(draft: &Draft) -> Vec<Remark> {
    remarks(draft, &draft.score(), Some(day("2026-12-10")))
}

fn of(draft: &Draft, weight: Weight) -> Vec<Remark> {
    said(draft).into_iter().filter(|remark| remark.weight() == weight).collect()
}

#[test]
fn the_gravest_comes_first_and_every_kind_leads_to_a_field() {
    let mut draft = example();
    draft.unit.name.clear();
    draft.year = 2027;
    draft.posts.deputy.name = " \u{3000}".to_owned();
    draft.choose(&item("G6"), None);
    let said = said(&draft);
    let weights: Vec<Weight> = said.iter().map(Remark::weight).collect();
    assert!(weights.is_sorted(), "{weights:?}");
    assert_eq!(said[0], Remark::Missing(Missing::Name));
    assert_eq!(said[0].field(), Field::Basics("unit.name".to_owned()));
    assert!(said.contains(&Remark::OtherYear { year: 2027, standard: 2026 }));
    let unnamed = Remark::Unnamed(PostOf::Deputy);
    assert!(said.contains(&unnamed));
    assert_eq!(unnamed.field(), Field::Basics("posts.deputy.name".to_owned()));
    assert!(said.iter().all(|remark| remark.field() != Field::None), "{said:?}");
}

#[test]
fn an_empty_draft_names_every_open_item_and_nothing_without_evidence() {
    let draft = Draft::new(DraftId::try_from("d2").expect("an id"), station().clone(), time());
    let open = of(&draft, Weight::Open);
    assert_eq!(open.len(), draft.score().asked);
    assert_eq!(open[0], Remark::Open(item("A1")));
    assert_eq!(of(&draft, Weight::Unshown), []);
}

#[test]
fn numbers_that_contradict_each_other_lead_to_the_one_that_is_too_large() {
    let mut draft = example();
    let relation = station().at_most.first().expect("a relation").clone();
    let most = draft.record.facts.value(station(), &relation.most).expect("a number");
    draft.count(&relation.fact, Some(count(most + 2)));
    let clash = of(&draft, Weight::Asks).into_iter().find(|remark| matches!(remark, Remark::Clash(_))).expect("told");
    assert_eq!(clash.field(), Field::Fact(relation.fact));
}

#[test]
fn a_number_that_cannot_be_read_stops_and_shows_what_was_typed() {
    let mut draft = example();
    let fact: FactId = station().at_most.first().expect("a relation").fact.clone();
    draft.type_fact(&fact, Typed::Unread("十二".to_owned()));
    let stops = of(&draft, Weight::Stops);
    assert_eq!(stops, [Remark::Unreadable(Unreadable::Fact(fact.clone()), "十二".to_owned())]);
    assert_eq!(stops[0].field(), Field::Fact(fact));
}

#[test]
fn what_is_too_long_leads_to_its_field() {
    let mut draft = example();
    draft.unit.address = "路".repeat(121);
    draft.show(&item("A1"), |evidence| evidence.ledger = "册".repeat(1000));
    let fields: Vec<Field> = of(&draft, Weight::Stops).iter().map(Remark::field).collect();
    assert_eq!(fields, [Field::Basics("unit.address".to_owned()), Field::Part(item("A1"), "ledger")]);
}

#[test]
fn an_odd_day_of_what_shows_an_answer_is_asked_about_and_an_old_document_is_not() {
    let mut draft = example();
    let odd = |draft: &Draft| {
        let found = said(draft).into_iter().filter(|remark| matches!(remark, Remark::OddEvidence(..)));
        found.collect::<Vec<_>>()
    };
    assert_eq!(odd(&draft), []);
    draft.show(&item("A1"), |evidence| evidence.date = Some(day("2062-03-01")));
    assert_eq!(odd(&draft), [Remark::OddEvidence(item("A1"), day("2062-03-01"), OddEvidence::ToCome)]);
    draft.show(&item("A1"), |evidence| evidence.date = Some(day("1996-03-01")));
    assert_eq!(odd(&draft), [Remark::OddEvidence(item("A1"), day("1996-03-01"), OddEvidence::Old)]);
    draft.show(&item("A1"), |evidence| evidence.date = Some(day("2019-03-01")));
    assert_eq!(odd(&draft), []);
}

#[test]
fn what_counts_within_the_period_is_asked_about_when_it_is_shown_by_a_day_outside() {
    // The period is 2025-12-01 to 2026-11-30; today is 10 December. C1 tells how things stand, G4 counts.
    let odd = |id: &str, written: &str| {
        let mut draft = example();
        draft.show(&item(id), |evidence| evidence.date = Some(day(written)));
        let found = said(&draft).into_iter().filter_map(|remark| match remark {
            Remark::OddEvidence(_, _, odd) => Some(odd),
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    let days = ["2025-11-30", "2025-12-01", "2026-11-30", "2026-12-01", "2026-12-11"];
    let counted = [vec![OddEvidence::BeforePeriod], vec![], vec![], vec![OddEvidence::AfterPeriod]];
    let expected: Vec<Vec<OddEvidence>> = counted.into_iter().chain([vec![OddEvidence::ToCome]]).collect();
    assert_eq!(days.map(|day| odd("G4", day)).to_vec(), expected);
    assert_eq!(days.map(|day| odd("C1", day).len()), [0, 0, 0, 0, 1]);
}

#[test]
fn points_that_nothing_shows_are_named_and_lost_ones_are_not() {
    let mut draft = example();
    draft.choose(&item("B1"), Some(Choice::Yes(true)));
    draft.record.answers.edit(&item("B1"), |answer| {
        (answer.evidence, answer.note) = (xingzhan::model::record::answers::Evidence::default(), String::new());
        answer.photos.clear();
    });
    let unshown = Remark::NothingShows(item("B1"));
    assert!(said(&draft).contains(&unshown));
    assert_eq!(unshown.field(), Field::Part(item("B1"), "ledger"));
    draft.note(&item("B1"), "镇人大工作台账第3页".to_owned());
    assert!(!said(&draft).contains(&unshown));
    draft.note(&item("B1"), String::new());
    draft.choose(&item("B1"), Some(Choice::Yes(false)));
    assert!(!said(&draft).contains(&unshown));
}

#[test]
fn a_draft_without_fault_says_nothing_that_stops() {
    assert_eq!(of(&example(), Weight::Stops), []);
}

#[test]
fn the_next_open_item_comes_after_the_one_that_is_left_and_round_from_the_last() {
    let mut draft = example();
    let asked: Vec<ItemId> = station().scored().map(|item| item.id.clone()).collect();
    let opened = ["A1", "C2", "G6"].map(item);
    for id in &opened {
        draft.choose(id, None);
    }
    let score = draft.score();
    let open: Vec<&ItemId> =
        score.items.iter().take(score.asked).filter(|one| one.is_open()).map(|one| &one.id).collect();
    assert!(open.len() >= 2, "{open:?}");
    assert_eq!(score.next_open(None), open.first().copied());
    assert_eq!(score.next_open(Some(open[0])), Some(open[1]));
    assert_eq!(score.next_open(asked.last()), Some(open[0]), "round to the first");
    assert_eq!(score.next_open(open.last().copied()), Some(open[0]));
    assert_eq!(score.next_open(Some(&station().bonus.items[0].id)), Some(open[0]), "bonus stands behind all");
}

proptest! {
    #[test]
    fn going_from_one_open_item_to_the_next_leads_through_all_of_them_and_back(
        open in proptest::collection::vec(any::<bool>(), 49),
        from in 0_usize..49,
    ) {
        let mut draft = example();
        let asked: Vec<ItemId> = station().scored().map(|item| item.id.clone()).collect();
        for (id, _) in asked.iter().zip(&open).filter(|(_, open)| **open) {
            draft.choose(id, None);
        }
        let score = draft.score();
        let all = score.items.iter().take(score.asked).filter(|one| one.is_open()).count();
        let mut here = Some(&asked[from.min(asked.len() - 1)]);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..all {
            here = score.next_open(here);
            seen.insert(here.expect("one is open"));
        }
        prop_assert_eq!(seen.len(), all);
    }
}
