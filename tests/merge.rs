//! What a file would change in a draft, and taking it place by place: never a silent overwrite, nothing
//! lost, nothing made up.

use crate::common::{Fill, count, example, fact, item, months, photo, reissued, room, station, time};
use serde_json::json;
use xingzhan::model::date::UtcTime;
use xingzhan::model::digest::Digest;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::compare::{
    Difference, DifferenceKind, FieldPath, FieldValue, PostLine, PostOf, UnitLine, aligned, compare,
};
use xingzhan::model::draft::merge::merge;
use xingzhan::model::draft::orphans::{NeedsReview, Orphan, OrphanValue, QuestionId, QuestionSnapshot};
use xingzhan::model::photos::photo::Photo;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Words;
use xingzhan::model::submission::Submission;

fn draft(id: &str) -> Draft {
    Draft::new(DraftId::try_from(id).expect("an id"), station().clone(), time())
}

/// What is usually taken.
fn usual(ours: &Draft, theirs: &Draft) -> Vec<Difference> {
    compare(ours, theirs).into_iter().filter(Difference::is_usually_taken).collect()
}

/// The kind of difference at a place; none if neither has anything there.
fn kind(ours: &Draft, theirs: &Draft, place: &FieldPath) -> Option<DifferenceKind> {
    compare(ours, theirs).into_iter().find(|difference| difference.place == *place).map(|difference| difference.kind)
}

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

#[test]
fn each_kind_of_difference_is_told() {
    let (mut ours, mut theirs) = (draft("ours"), draft("theirs"));
    ours.record.fact("came", 1).fact("groups", 2).yes("A1", true);
    theirs.record.fact("came", 1).fact("groups", 3).fact("registered", 4);
    let kinds = [
        FieldPath::Fact(fact("registered")),
        FieldPath::Fact(fact("came")),
        FieldPath::Fact(fact("groups")),
        FieldPath::Choice(item("A1")),
    ]
    .map(|place| kind(&ours, &theirs, &place));
    assert_eq!(
        kinds,
        [DifferenceKind::New, DifferenceKind::Same, DifferenceKind::Differs, DifferenceKind::OnlyHere].map(Some)
    );
    assert_eq!(kind(&ours, &theirs, &FieldPath::Choice(item("A2"))), None);
}

#[test]
fn a_difference_tells_both_values() {
    let (mut ours, mut theirs) = (example(), example());
    ours.unit.name = " 一站".to_owned();
    theirs.unit.name = "二站 ".to_owned();
    let [difference] = compare(&ours, &theirs)
        .into_iter()
        .filter(|d| d.kind == DifferenceKind::Differs)
        .collect::<Vec<_>>()
        .try_into()
        .expect("one");
    let (ours, theirs) = (Some(FieldValue::Text("一站".to_owned())), Some(FieldValue::Text("二站".to_owned())));
    assert_eq!(
        difference,
        Difference { place: FieldPath::Unit(UnitLine::Name), kind: DifferenceKind::Differs, ours, theirs }
    );
}

#[test]
fn spaces_around_a_word_are_no_difference() {
    let mut spaced = example();
    let around = |text: &mut String| *text = format!(" {text}\n");
    around(&mut spaced.unit.name);
    around(&mut spaced.posts.head.phone);
    around(&mut spaced.declaration.name);
    spaced.show(&item("A1"), |evidence| around(&mut evidence.page));
    let note = spaced.record.answers.get(&item("D3")).expect("D3").note.clone();
    spaced.note(&item("D3"), format!("  {note}"));
    spaced.note(&item("A1"), "  ".to_owned());
    let Some(Choice::Text(text)) = spaced.record.answers.choice(&item("T1")).cloned() else { panic!("a text") };
    spaced.choose(&item("T1"), Some(Choice::Text(format!("{text} "))));
    for (ours, theirs) in [(&spaced, &example()), (&example(), &spaced)] {
        assert!(compare(ours, theirs).iter().all(|difference| difference.kind == DifferenceKind::Same));
    }
}

#[test]
fn characters_that_nobody_sees_are_no_difference() {
    let unseen = "王\u{200d}庄\u{3164}村";
    let (mut ours, mut theirs) = (draft("d1"), draft("d2"));
    (ours.unit.name, theirs.unit.name) = ("王庄村".to_owned(), unseen.to_owned());
    for (draft, said) in [(&mut ours, "王庄村"), (&mut theirs, unseen)] {
        draft.record.answers.edit(&item("C1"), |answer| {
            said.clone_into(&mut answer.note);
            said.clone_into(&mut answer.evidence.ledger);
        });
    }
    for place in [FieldPath::Unit(UnitLine::Name), FieldPath::Note(item("C1")), FieldPath::Evidence(item("C1"))] {
        assert_eq!(kind(&ours, &theirs, &place), Some(DifferenceKind::Same), "{place:?}");
    }
}

#[test]
fn a_draft_that_nobody_touched_takes_also_what_always_says_something() {
    let mut theirs = draft("theirs");
    theirs.record.months = months(7);
    theirs.year = 2025;
    theirs.posts.acting = true;
    theirs.declaration.agreed = true;
    let merged = merge(&draft("ours"), &theirs, &usual(&draft("ours"), &theirs));
    assert_eq!(Draft { id: draft("ours").id, ..theirs }, merged);
}

#[test]
fn a_draft_that_somebody_touched_keeps_its_year_its_months_and_its_flags() {
    let mut theirs = draft("theirs");
    theirs.record.months = months(7);
    theirs.year = 2025;
    theirs.posts.acting = true;
    theirs.declaration.agreed = true;
    let touches: [fn(&mut Draft); 6] = [
        |draft| draft.unit.name.push('站'),
        |draft| draft.posts.head.name.push('甲'),
        |draft| draft.declaration.name.push('乙'),
        |draft| _ = draft.record.fact("came", 0),
        |draft| draft.year = 2024,
        |draft| draft.left.push(left(1)),
    ];
    for (at, touch) in touches.into_iter().enumerate() {
        let mut ours = draft("ours");
        touch(&mut ours);
        assert_eq!(merge(&ours, &theirs, &usual(&ours, &theirs)), ours, "touch {at}");
    }
}

#[test]
fn places_stand_in_the_order_of_the_form() {
    let places: Vec<FieldPath> =
        compare(&example(), &example()).into_iter().map(|difference| difference.place).collect();
    let at = |place: FieldPath| places.iter().position(|known| *known == place).expect("a place");
    let order = [
        at(FieldPath::Unit(UnitLine::Name)),
        at(FieldPath::Post(PostOf::Head, PostLine::Name)),
        at(FieldPath::Year),
        at(FieldPath::Fact(fact("came"))),
        at(FieldPath::Choice(item("A1"))),
        at(FieldPath::Evidence(item("A1"))),
        at(FieldPath::Choice(item("T1"))),
        at(FieldPath::DeclaredBy),
    ];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_later_revision_and_all_exports_stay_once_anything_is_taken() {
    let at = |minute: u32| UtcTime::parse(&format!("2026-12-03T08:{minute:02}:00Z")).expect("a time");
    let (mut ours, mut theirs) = (example(), example());
    ours.exported(&Submission::of(&ours, at(5)));
    theirs.revision = 3;
    theirs.exported(&Submission::of(&theirs, at(1)));
    theirs.record.fact("groups", 99);
    assert_eq!(merge(&ours, &theirs, &[]), ours);
    let [taken] = compare(&ours, &theirs)
        .into_iter()
        .filter(|d| d.kind == DifferenceKind::Differs)
        .collect::<Vec<_>>()
        .try_into()
        .expect("one");
    let merged = merge(&ours, &theirs, &[taken]);
    let times: Vec<&UtcTime> = merged.exports.iter().map(|export| &export.time).collect();
    assert_eq!((merged.revision, times), (4, vec![&at(1), &at(5)]));
}

#[test]
fn a_mark_to_confirm_goes_with_its_value() {
    let (mut ours, mut theirs) = (draft("ours"), draft("theirs"));
    ours.record.yes("A1", true).fact("came", 1).fact("groups", 1);
    theirs.record.yes("A1", false).fact("came", 2).fact("groups", 2);
    ours.reconfirm = vec![
        NeedsReview { of: QuestionId::Item(item("A1")), asked: asked() },
        NeedsReview { of: QuestionId::Fact(fact("groups")), asked: asked() },
    ];
    theirs.reconfirm = vec![NeedsReview { of: QuestionId::Fact(fact("came")), asked: asked() }];
    let chosen: Vec<Difference> = compare(&ours, &theirs)
        .into_iter()
        .filter(|difference| [FieldPath::Choice(item("A1")), FieldPath::Fact(fact("came"))].contains(&difference.place))
        .collect();
    let marked: Vec<QuestionId> = merge(&ours, &theirs, &chosen).reconfirm.into_iter().map(|mark| mark.of).collect();
    assert_eq!(marked, [QuestionId::Fact(fact("groups")), QuestionId::Fact(fact("came"))]);
}

#[test]
fn what_was_left_of_another_version_is_taken_and_let_go_like_anything_else() {
    let (mut ours, mut theirs) = (example(), example());
    ours.left = vec![left(1), left(2)];
    theirs.left = vec![left(2), left(3)];
    let kinds = [1, 2, 3].map(|number| kind(&ours, &theirs, &FieldPath::Left(Box::new(left(number)))));
    assert_eq!(kinds, [DifferenceKind::OnlyHere, DifferenceKind::Same, DifferenceKind::New].map(Some));
    assert_eq!(merge(&ours, &theirs, &usual(&ours, &theirs)).left, [left(1), left(2), left(3)]);
    assert_eq!(merge(&ours, &theirs, &compare(&ours, &theirs)).left, [left(2), left(3)]);
}

#[test]
fn a_draft_of_another_version_is_compared_under_the_version_of_this_one() {
    let other = reissued(&example().standard, |value| {
        value["version"] = json!(example().standard.version + 1);
        value["sections"][0]["items"][0]["words"]["zh"] = json!("别的问题");
    });
    let theirs = Draft { standard: other, ..example() };
    let theirs = aligned(&example(), &theirs).expect("another version");
    assert_eq!(theirs.standard, example().standard);
    assert_eq!(theirs.reconfirm.len(), 1);
    assert_eq!(aligned(&example(), &Draft::new(example().id, room().clone(), time())), None);
    assert_eq!(aligned(&example(), &example()), Some(example()));
}

#[test]
fn a_submission_that_comes_back_is_merged_like_a_draft() {
    let mut library = StandardLibrary::default();
    library.add(station().clone());
    let opened = Submission::read(&Submission::of(&example(), time()).written(), &library).expect("opens");
    let theirs = opened.submission.draft(&opened.standard, example().id, time());
    let mut ours = example();
    ours.record.fact("groups", 77);
    let differ: Vec<FieldPath> =
        compare(&ours, &theirs).into_iter().filter(|d| d.kind != DifferenceKind::Same).map(|d| d.place).collect();
    // Who opens a submission must declare again, on another day.
    assert_eq!(differ, [FieldPath::Fact(fact("groups")), FieldPath::DeclaredOn, FieldPath::Agreed]);
}

#[test]
fn photos_of_both_devices_stand_side_by_side_and_each_is_taken_alone() {
    let (mut ours, mut theirs) = (draft("ours"), draft("theirs"));
    let [one, two, three] = [1, 2, 3].map(|number| photo(number).0);
    for (draft, photos) in [(&mut ours, [&one, &two]), (&mut theirs, [&three, &two])] {
        for photo in photos {
            draft.add_photo(&item("C1"), photo.clone());
        }
    }
    theirs.caption_photo(&item("C1"), &two.digest, "门口".to_owned());
    let at = |photo: &Photo| kind(&ours, &theirs, &FieldPath::Photo(item("C1"), photo.digest.clone()));
    assert_eq!(
        [at(&one), at(&two), at(&three)],
        [DifferenceKind::OnlyHere, DifferenceKind::Differs, DifferenceKind::New].map(Some)
    );
    let merged = merge(&ours, &theirs, &usual(&ours, &theirs));
    assert_eq!(merged.photos_of(&item("C1")), [one, two, three]);
}
