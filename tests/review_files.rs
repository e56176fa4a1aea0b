//! Reviews and bundles as files: what is in them is what was decided, by everybody's reckoning, and what does not hold
//! together is told.

use crate::common::review::{
    TOWNSHIP, Window, assessed, column, listed, not_sent, review_of, room_kind, township, unit,
};
use crate::common::{fixture, item, library, points, room, time};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::sync::Arc;
use xingzhan::model::files::json::canonical;
use xingzhan::model::problem::{Fault, Problem};
use xingzhan::model::review::act::Act;
use xingzhan::model::review::bundle::{Bundle, BundledAnswers};
use xingzhan::model::review::bundle_changes::BundleChanges;
use xingzhan::model::review::bundles;
use xingzhan::model::review::entry::ReviewEntry;
use xingzhan::model::review::ids::FileDigest;
use xingzhan::model::review::judged::{Claim, Correction};
use xingzhan::model::review::make_bundle::BundleHindrance;
use xingzhan::model::review::open_bundle::OpenedBundle;
use xingzhan::model::review::review_file::{ReviewFile, without_photos};
use xingzhan::model::review::reviewed_file::{ReviewedFile, open};
use xingzhan::model::review::units::ReviewUnits;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::points::Points;

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn refused(value: &Value) -> Vec<String> {
    match open(value.to_string().as_bytes(), library()) {
        Ok(_) => Vec::new(),
        Err(problems) => told(&problems),
    }
}

/// The bundle as it stands in a file, opened.
fn opened(bundle: &Bundle) -> OpenedBundle {
    match open(bundle.written().as_bytes(), library()) {
        Ok(ReviewedFile::Bundle(opened)) => *opened,
        other => panic!("{other:?}"),
    }
}

fn as_value(written: &str) -> Value {
    serde_json::from_str(written).expect("JSON")
}

#[test]
fn a_review_opens_with_everything_that_was_decided_and_is_written_the_same_by_whoever_knows_the_same() {
    let township = township();
    let review = township.file(true);
    let ReviewedFile::Review(opened) = open(review.written().as_bytes(), library()).expect("a review") else {
        panic!("a review")
    };
    assert_eq!(*opened, review);
    assert_eq!(opened.log().in_order(), township.window.log.in_order());
    assert_eq!(ReviewUnits::of(&opened.log()), ReviewUnits::of(&township.window.log));
    // Another computer, where the entries came in another order.
    let mut backwards = Window::new(9);
    let entries: Vec<_> = township.window.log.iter().cloned().collect();
    entries.into_iter().rev().for_each(|entry| _ = backwards.log.admit(entry));
    let there = ReviewFile::of(review.basics.clone(), &backwards.log, time(), review.files.clone());
    assert_eq!(there.written(), review.written());
}

#[test]
fn a_review_opens_where_its_standards_are_not_at_hand() {
    let written = township().file(false).written();
    assert!(open(written.as_bytes(), &StandardLibrary::default()).is_ok());
}

#[test]
fn a_received_file_in_a_review_is_the_one_that_was_received_or_that_without_its_photos() {
    let township = township();
    let mut review = township.file(true);
    assert_eq!(review.files.len(), 2);
    for (digest, text) in &review.files {
        assert_eq!(FileDigest::of(text.as_bytes()), *digest);
        let bare = without_photos(text).expect("a submission");
        assert!(!bare.contains("\"photos\":{\"0"));
    }
    // One had photos; without them it is the same by its code alone.
    review.files = review.files.iter().map(|(digest, text)| (*digest, without_photos(text).expect("read"))).collect();
    assert!(open(review.written().as_bytes(), library()).is_ok());
    let (digest, text) = review.files.iter().next().map(|(digest, text)| (*digest, text.clone())).expect("a file");
    let mut changed = as_value(&text);
    changed["signed"]["unit"]["name"] = json!("别的室");
    review.files.insert(digest, changed.to_string());
    assert_eq!(refused(&as_value(&review.written())), [format!("files.{digest}: not the file that was received")]);
}

#[test]
fn a_review_of_a_newer_format_or_with_entries_that_nobody_makes_is_refused_whole() {
    let file = as_value(&township().file(false).written());
    let with = |place: &str, value: Value| {
        let mut file = file.clone();
        *file.pointer_mut(place).expect(place) = value;
        refused(&file)
    };
    assert_eq!(with("/format", json!(2)), ["format: format 2 is newer than this program"]);
    assert_eq!(with("/format", json!(0)), ["format: not from 1 to 1"]);
    assert_eq!(with("/basics/year", json!(1989)), ["basics.year: not from 1990 to 2199"]);
    assert_eq!(with("/basics/standards", json!([])), ["basics.standards: must not be empty"]);
    assert_eq!(with("/entries/3/step", json!(4_000_000)).len(), 1);
    assert!(with("/entries/0/act", json!({"decree": {}}))[0].contains("entries[0].act: unknown variant `decree`"));
    assert!(with("/entries/0/id", json!("0-0"))[0].starts_with("entries[0].id"));
    assert!(with("/basics/standards/0/points", json!(1))[0].starts_with("basics."));
    assert_eq!(with("/basics/desk", json!({"province": "x"})), ["basics.desk: unknown variant `province`"]);
    let mut photos = file.clone();
    photos["photos"] = json!({});
    assert_eq!(refused(&photos), ["photos: unknown field `photos`"]);
    assert_eq!(refused(&file), Vec::<String>::new());
}

#[test]
fn a_bundle_carries_every_unit_of_its_kind_with_its_first_score_computed_again() {
    let township = township();
    let bundle = township.bundle(1).expect("a bundle");
    let opened = opened(&bundle);
    assert_eq!((&opened.bundle, told(&opened.findings)), (&bundle, Vec::new()));
    let units = &bundle.sealed.units;
    let kinds: Vec<&str> = units
        .iter()
        .map(|unit| match unit.answers {
            BundledAnswers::NotSent(_) => "not sent",
            BundledAnswers::Submitted(_) => "submitted",
            BundledAnswers::Entered(_) => "entered",
        })
        .collect();
    assert_eq!(kinds, ["submitted", "submitted", "entered", "not sent"]);
    assert_eq!(opened.submissions.len(), 2);
    for unit in units {
        let Some(record) = opened.record(unit) else { continue };
        let assessed = opened.assessment(unit).expect("a score");
        assert_eq!(assessed.own, Score::of(room(), &record));
    }
    let first = opened.assessment(&units[0]).expect("a score");
    assert!(first.difference().expect("settled") < 0);
    assert!(units[3].first.is_none() && opened.record(&units[3]).is_none());
    assert!(!bundle.written().contains("\"photos\":{\"0"), "no bytes of photos");
}

#[test]
fn what_another_hand_changed_in_a_bundle_is_told() {
    let bundle = as_value(&township().bundle(1).expect("a bundle").written());
    let changed = |place: &str, value: Value| {
        let mut bundle = bundle.clone();
        *bundle.pointer_mut(place).expect(place) = value;
        match open(bundle.to_string().as_bytes(), library()) {
            Ok(ReviewedFile::Bundle(opened)) => told(&opened.findings),
            other => panic!("{other:?}"),
        }
    };
    assert!(changed("/sealed/units/1/head", json!("别人"))[0].starts_with("code: recorded as"));
    assert!(changed("/code", json!("0000-0000-0000"))[0].starts_with("code: recorded as 0000-0000-0000"));
    let score = changed("/sealed/units/0/first/score/total", json!({"low": 9900, "high": 9900}));
    assert!(score.iter().any(|told| told.starts_with("sealed.units[0].first.score: recorded as 99,")), "{score:?}");
    let answer = changed("/submissions/0/signed/unit/name", json!("别的室"));
    assert!(answer.iter().any(|told| told.starts_with("submissions[0].codes.signed")), "{answer:?}");
    let gone = changed("/submissions", json!([]));
    assert!(gone.iter().any(|told| told.starts_with("sealed.units[0].answers.submitted: there is no")), "{gone:?}");
    let entered = changed("/sealed/units/2/answers/entered/record/answers", json!({"Z9": {"choice": {"yes": true}}}));
    assert!(entered.iter().any(|told| told.ends_with("there is no Z9")), "{entered:?}");
}

#[test]
fn a_bundle_that_does_not_hold_together_is_refused_with_every_place() {
    let bundle = as_value(&township().bundle(1).expect("a bundle").written());
    let with = |changes: &[(&str, Value)]| {
        let mut bundle = bundle.clone();
        for (place, value) in changes {
            *bundle.pointer_mut(place).expect(place) = value.clone();
        }
        refused(&bundle)
    };
    let long = json!("王".repeat(121));
    assert_eq!(
        with(&[("/sealed/year", json!(1989)), ("/sealed/number", json!(0)), ("/sealed/units/0/name", long.clone())]),
        [
            "sealed.year: not from 1990 to 2199",
            "sealed.number: not from 1 to 20000",
            "sealed.units[0].name: longer than 120 characters"
        ]
    );
    assert_eq!(
        with(&[("/sealed/units/3/answers", json!({"not_sent": long}))]),
        ["sealed.units[3].answers.not_sent: longer than 120 characters"]
    );
    assert_eq!(with(&[("/format", json!(7))]), ["format: format 7 is newer than this program"]);
    assert_eq!(with(&[("/submissions/1/kind", json!("draft"))]), ["submissions[1].kind: unknown variant `draft`"]);
    let many = json!(vec![bundle["sealed"]["units"][3].clone(); 2001]);
    assert_eq!(with(&[("/sealed/units", many)]), ["sealed.units: more than 2000 entries"]);
    let Err(problems) = open(bundle.to_string().as_bytes(), &StandardLibrary::default()) else { panic!("opens") };
    assert!(matches!(problems[0].fault, Fault::StandardMissing { .. }), "{problems:?}");
}

#[test]
fn a_later_bundle_says_what_is_new_and_what_was_judged_otherwise() {
    let mut township = township();
    let first = opened(&township.bundle(1).expect("a bundle"));
    let again = BundleChanges::between(&first, &opened(&township.bundle(2).expect("a bundle")));
    assert_eq!((again.same.len(), again.new.len() + again.first_changed.len() + again.gone.len()), (4, 0));
    // The fourth room is typed now; the second is judged otherwise; the third says something else.
    township.window.decide(crate::common::review::entered_fact(4, "reception_days", 2));
    township.judge(2, "G4", Correction::Points(points("0.5")));
    township.window.decide(crate::common::review::entered_fact(3, "reception_days", 1));
    let later = opened(&township.bundle(3).expect("a bundle"));
    let changes = BundleChanges::between(&first, &later);
    assert_eq!(
        (changes.same.as_slice(), changes.new.as_slice()),
        (&names(&["王庄村联络室"])[..], &names(&["赵庄村联络室"])[..])
    );
    assert_eq!(changes.gone, names(&[]));
    // From what to what, as the engine scores both.
    let scores = |opened: &OpenedBundle, at: usize| {
        let assessed = opened.assessment(&opened.bundle.sealed.units[at]).expect("scores");
        (assessed.own.total, assessed.given.total)
    };
    let [judged] = changes.first_changed.as_slice() else { panic!("{:?}", changes.first_changed) };
    assert_eq!((judged.name.as_str(), judged.items.as_slice()), ("李庄村联络室", &[crate::common::item("G4")][..]));
    assert_eq!((judged.first.from, judged.first.to), (scores(&first, 1).1, scores(&later, 1).1));
    assert!(judged.first.differs() && !judged.own.differs());
    let [said] = changes.answers_changed.as_slice() else { panic!("{:?}", changes.answers_changed) };
    assert_eq!(
        (said.name.as_str(), said.own.from, said.own.to),
        ("张庄村联络室", scores(&first, 2).0, scores(&later, 2).0)
    );
    let back = BundleChanges::between(&later, &first);
    assert_eq!(back.gone, names(&["赵庄村联络室"]));
    let mut shorter = later.clone();
    shorter.bundle.sealed.units.remove(0);
    assert_eq!(BundleChanges::between(&later, &shorter).gone, names(&["王庄村联络室"]));
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn what_stands_in_the_way_of_a_bundle_is_named_for_each_unit() {
    let mut township = township();
    let mut other = Window::new(7);
    other.log.merge(&township.window.log);
    township.window.decide(not_sent(4, "改建"));
    other.decide(not_sent(4, "停用"));
    township.window.log.merge(&other.log);
    assert_eq!(township.bundle(1), Err(vec![BundleHindrance::Undecided(unit(4))]));
    township.window.decide(not_sent(4, "停用"));
    township.stale(1, "B3");
    assert_eq!(township.bundle(1), Err(vec![BundleHindrance::Recheck(unit(1))]));
    // Points without a reason count nowhere, so they are not handed in either.
    let claim = Claim::of_item(room(), &township.record(1), &item("B3"));
    township.window.decide(assessed(1, "B3", claim, Correction::Points(Points::ZERO), " "));
    assert_eq!(township.bundle(1), Err(vec![BundleHindrance::Unexplained(unit(1))]));
    township.window.decide(listed(1, " \u{200b}"));
    assert_eq!(township.bundle(1), Err(vec![BundleHindrance::Unnamed(unit(1))]));
    township.window.decide(listed(1, "王庄村联络室"));
    township.texts.clear();
    let missing = [1, 2].map(|number| BundleHindrance::FileMissing(unit(number)));
    assert_eq!(township.bundle(1), Err(missing.to_vec()));
    let mut basics = review_of(TOWNSHIP);
    basics.standards.retain(|standard| standard.unit.id != room_kind());
    township.basics = basics;
    assert_eq!(township.bundle(1), Err(vec![BundleHindrance::NoStandard]));
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    /// Whatever is changed anywhere, it opens or is refused with something to say; what opens opens again as it is.
    #[test]
    fn a_file_that_was_changed_anywhere_opens_or_says_why_not(
        review in any::<bool>(),
        at in any::<Index>(),
        less in 0..40_usize,
        more in "[\\[\\]{}\":,0-9a-z\u{0}王]{0,6}",
    ) {
        let file = fixture(if review { "formats/review-1-empty.json" } else { "formats/bundle-1.json" });
        let at = at.index(file.len());
        let bytes = file.as_bytes();
        let changed = [&bytes[..at], more.as_bytes(), &bytes[(at + less).min(bytes.len())..]].concat();
        match open(&changed, library()) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(ReviewedFile::Bundle(opened)) => {
                let again = open(opened.bundle.written().as_bytes(), library());
                prop_assert_eq!(again, Ok(ReviewedFile::Bundle(opened)));
            }
            Ok(ReviewedFile::Review(review)) => {
                prop_assert_eq!(open(review.written().as_bytes(), library()), Ok(ReviewedFile::Review(review)));
            }
            Ok(other) => prop_assert!(false, "{other:?}"),
        }
    }
}

#[test]
fn stations_are_in_no_bundle_of_rooms() {
    let mut township = township();
    let Act::Unit { value, .. } = listed(8, "柳林镇联络站") else { panic!("a line") };
    let mut line = value.expect("a line");
    Arc::make_mut(&mut line).kind = crate::common::station().unit.id.clone();
    township.window.decide(Act::Unit { unit: unit(8), value: Some(line) });
    assert_eq!(township.bundle(1).expect("a bundle").sealed.units.len(), 4);
    assert_eq!(column("township"), township.basics.who().expect("somebody").column);
}

#[test]
fn the_published_files_of_format_1_open_with_what_is_in_them() {
    let mut township = township();
    let bundle = township.bundle(1).expect("a bundle");
    // The township keeps the bundle that it made.
    let kept = bundles::kept(&opened(&bundle), crate::common::review::day("2026-12-05"), "初评上报.json");
    let file = FileDigest::of(bundle.written().as_bytes());
    township.window.decide(Act::Bundle { file, value: Some(Box::new(kept)) });
    township.texts.insert(file, bundle.written());
    let review = township.file(true);
    if std::env::var_os("WRITE_REVIEW_FIXTURES").is_some() {
        let folder = format!("{}/tests/fixtures/formats", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(format!("{folder}/bundle-1.json"), bundle.written()).expect("written");
        std::fs::write(format!("{folder}/review-1.json"), review.written()).expect("written");
        let empty = ReviewFile::of(review_of(""), &Window::new(1).log, time(), []);
        std::fs::write(format!("{folder}/review-1-empty.json"), empty.written()).expect("written");
    }
    // By serde's derived reader, which shares no line with ours. The standards are those in the file: the program's own
    // change from year to year.
    let value = |name: &str| as_value(&fixture(&format!("formats/{name}")));
    let written: Vec<ReviewEntry> = serde_json::from_value(value("review-1.json")["entries"].clone()).expect("entries");
    let opens = |name: &str, library: &StandardLibrary| {
        open(fixture(&format!("formats/{name}")).as_bytes(), library).expect(name)
    };
    let nothing = StandardLibrary::default();
    let ReviewedFile::Review(opened) = opens("review-1.json", &nothing) else { panic!("a review") };
    assert_eq!((&opened.entries, opened.files.len()), (&written, 3));
    let kept: Vec<u32> = bundles::kept_bundles(&opened.log()).iter().map(|(_, kept)| kept.number).collect();
    assert_eq!(kept, [1]);
    assert_eq!(canonical(&*opened), fixture("formats/review-1.json"));
    let names: Vec<String> =
        ReviewUnits::of(&opened.log()).units.into_iter().map(|unit| unit.line.name.clone()).collect();
    assert_eq!(names, ["王庄村联络室", "李庄村联络室", "张庄村联络室", "赵庄村联络室"]);
    let ReviewedFile::Review(empty) = opens("review-1-empty.json", &nothing) else { panic!("a review") };
    assert!(empty.log().is_empty() && empty.basics.township().is_none());
    let mut library = StandardLibrary::default();
    opened.basics.standards.iter().for_each(|standard| library.add(standard.clone()));
    let ReviewedFile::Bundle(opened) = opens("bundle-1.json", &library) else { panic!("a bundle") };
    let expected: Bundle = serde_json::from_value(value("bundle-1.json")).expect("a bundle");
    assert_eq!((opened.bundle, opened.findings), (expected, vec![]));
}
