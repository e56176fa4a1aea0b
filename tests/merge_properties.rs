//! Comparing and merging any two drafts: never a silent overwrite, nothing lost, nothing made up.

use crate::common::arbitrary::{cases, record};
use crate::common::{count, fact, item, photo, station, time};
use proptest::prelude::*;
use proptest::sample::select;
use xingzhan::model::date::CivilDate;
use xingzhan::model::digest::Digest;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::compare::{Difference, DifferenceKind, compare};
use xingzhan::model::draft::merge::merge;
use xingzhan::model::draft::orphans::{Orphan, OrphanValue, QuestionSnapshot};
use xingzhan::model::photos::photo::Photo;
use xingzhan::model::record::answers::Evidence;
use xingzhan::model::record::unit::{Declaration, Post, Posts, Unit};
use xingzhan::model::standard::ids::{DraftId, ItemId};
use xingzhan::model::standard::words::Words;

fn draft(id: &str) -> Draft {
    Draft::new(DraftId::try_from(id).expect("an id"), station().clone(), time())
}

/// What is usually taken.
fn usual(ours: &Draft, theirs: &Draft) -> Vec<Difference> {
    compare(ours, theirs).into_iter().filter(Difference::is_usually_taken).collect()
}

/// The kind of difference at a place; none if neither has anything there.
fn asked() -> QuestionSnapshot {
    QuestionSnapshot {
        digest: Some(Digest::of(b"asked")), words: crate::common::words(&[("zh", "原话")]), year: 2026
    }
}

fn left(number: u64) -> Orphan {
    Orphan {
        asked: asked(),
        said: Words::default(),
        kept: OrphanValue::Number { fact: fact("gone"), count: count(number) },
    }
}

/// Lines as people leave them.
fn line() -> impl Strategy<Value = String> {
    select(vec!["", " ", "站", " 站", "别的"]).prop_map(str::to_owned)
}

fn post() -> impl Strategy<Value = Post> {
    (line(), line(), line()).prop_map(|(name, office, phone)| Post { name, office, phone })
}

/// Photos of two items, few different ones with few captions, in any order.
fn photos() -> impl Strategy<Value = Vec<(ItemId, Photo)>> {
    let one = (select(vec![item("A1"), item("C1")]), 0..5_u32, line());
    let one = one.prop_map(|(id, number, caption)| (id, Photo { caption, ..photo(number).0 }));
    proptest::collection::vec(one, 0..6)
}

/// Any draft of the station's standard, with anything filled in.
fn any_draft() -> impl Strategy<Value = Draft> {
    let unit = proptest::array::uniform6(line()).prop_map(|[code, name, township, village, address, hours]| Unit {
        code,
        name,
        township,
        village,
        address,
        hours,
    });
    let posts = (post(), any::<bool>(), post(), post()).prop_map(|(head, acting, deputy, liaison)| Posts {
        head,
        acting,
        deputy,
        liaison,
    });
    let day = select(vec![None, CivilDate::parse("2026-12-01"), CivilDate::parse("2026-12-02")]);
    let declaration = (line(), line(), day.clone(), any::<bool>()).prop_map(|(name, post, date, agreed)| Declaration {
        name,
        post,
        date,
        agreed,
    });
    let shows = proptest::collection::vec((line(), line(), day, line()), 0..20);
    let rest = (2025..=2027_u16, 1..9_u32, proptest::collection::vec(0..4_u64, 0..3), photos());
    (unit, posts, record(station()), declaration, shows, rest).prop_map(
        |(unit, posts, record, declaration, shows, rest)| {
            let (year, revision, gone, photos) = rest;
            let mut any = Draft { unit, posts, record, declaration, year, revision, ..draft("any") };
            for (item, (ledger, page, date, note)) in station().items().zip(shows) {
                any.show(&item.id, |evidence| *evidence = Evidence { ledger, page, date });
                any.note(&item.id, note);
            }
            for (item, photo) in photos {
                any.add_photo(&item, photo);
            }
            let gone: std::collections::BTreeSet<u64> = gone.into_iter().collect();
            any.left = gone.into_iter().map(left).collect();
            any
        },
    )
}

/// Any draft that somebody touched.
fn touched() -> impl Strategy<Value = Draft> {
    any_draft().prop_map(|mut draft| {
        draft.unit.name.push('站');
        draft
    })
}

/// Without the spaces that make no difference.
fn trimmed(draft: &Draft) -> Draft {
    Draft {
        unit: draft.unit.trimmed(),
        posts: draft.posts.trimmed(),
        record: draft.record.trimmed(),
        declaration: draft.declaration.trimmed(),
        ..draft.clone()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn taking_everything_into_an_empty_draft_gives_the_file(theirs in any_draft()) {
        let ours = draft("any");
        let differences = compare(&ours, &theirs);
        prop_assume!(!differences.is_empty());
        let merged = merge(&ours, &theirs, &differences);
        prop_assert_eq!(&merged, &trimmed(&theirs));
        // Which is also what is usually taken.
        prop_assert_eq!(merge(&ours, &theirs, &usual(&ours, &theirs)), trimmed(&theirs));
    }

    #[test]
    fn choosing_nothing_changes_nothing(ours in any_draft(), theirs in any_draft()) {
        prop_assert_eq!(merge(&ours, &theirs, &[]), ours);
    }

    #[test]
    fn a_draft_has_no_difference_to_itself(ours in any_draft()) {
        prop_assert!(compare(&ours, &ours).iter().all(|difference| difference.kind == DifferenceKind::Same));
    }

    #[test]
    fn what_is_usually_taken_writes_over_nothing(ours in touched(), theirs in any_draft()) {
        let merged = merge(&ours, &theirs, &usual(&ours, &theirs));
        for difference in compare(&ours, &merged) {
            let kept = difference.kind == DifferenceKind::Same || difference.ours.is_none();
            prop_assert!(kept, "{difference:?}");
        }
        // And leaves out nothing that only the file has.
        prop_assert!(compare(&merged, &theirs).iter().all(|difference| difference.kind != DifferenceKind::New));
    }

    #[test]
    fn taking_everything_leaves_no_difference(ours in any_draft(), theirs in any_draft()) {
        let merged = merge(&ours, &theirs, &compare(&ours, &theirs));
        prop_assert!(compare(&merged, &theirs).iter().all(|difference| difference.kind == DifferenceKind::Same));
        prop_assert!(compare(&theirs, &merged).iter().all(|difference| difference.kind == DifferenceKind::Same));
    }

    #[test]
    fn each_place_is_taken_alone(ours in any_draft(), theirs in any_draft(), at in any::<proptest::sample::Index>()) {
        let differences = compare(&ours, &theirs);
        let chosen = at.get(&differences).clone();
        let merged = merge(&ours, &theirs, std::slice::from_ref(&chosen));
        for difference in compare(&ours, &merged) {
            let same = difference.kind == DifferenceKind::Same;
            prop_assert!(same || difference.place == chosen.place, "{chosen:?} changed {difference:?}");
            if difference.place == chosen.place {
                prop_assert_eq!(&difference.theirs, &chosen.theirs);
            }
        }
        prop_assert!(merged.problems().is_empty());
    }

    #[test]
    fn the_other_way_round_new_is_only_here(ours in touched(), theirs in touched()) {
        let there: Vec<Difference> = compare(&theirs, &ours);
        for difference in compare(&ours, &theirs) {
            let other = there.iter().find(|other| other.place == difference.place).expect("the same place");
            let turned = match difference.kind {
                DifferenceKind::New => DifferenceKind::OnlyHere,
                DifferenceKind::OnlyHere => DifferenceKind::New,
                kind => kind,
            };
            prop_assert_eq!((other.kind, &other.ours, &other.theirs), (turned, &difference.theirs, &difference.ours));
        }
    }
}
