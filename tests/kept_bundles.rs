//! The bundles that a review keeps: what a later one says otherwise, the order in which they count, the codes on sealed
//! sheets, and which are refused.

use crate::common::review::{Window, review_of, township};
use crate::common::{item, library, points, time};
use serde_json::{Value, json};
use xingzhan::i18n::{bundle_changes, intake_line, range, text};
use xingzhan::model::date::UtcTime;
use xingzhan::model::problem::Problem;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::bundle::Bundle;
use xingzhan::model::review::bundle_changes::BundleChanges;
use xingzhan::model::review::bundle_verdict::{BundleVerdict, ReceivedBundle};
use xingzhan::model::review::bundles;
use xingzhan::model::review::bundles::{BundleOrder, SealedCode};
use xingzhan::model::review::ids::FileDigest;
use xingzhan::model::review::judged::Correction;
use xingzhan::model::review::kept_bundle::KeptBundle;
use xingzhan::model::review::open_bundle::OpenedBundle;
use xingzhan::model::review::review_file::ReviewFile;
use xingzhan::model::review::reviewed_file::{ReviewedFile, open};
use xingzhan::model::review::take_in::{IntakeScope, IntakeVerdict, refused_bundle};
use xingzhan::model::review::take_in_report::{FileSource, IntakeLine};
use xingzhan::model::standard::words::Lang;

/// The bundle as it stands in a file, opened.
fn opened(bundle: &Bundle) -> OpenedBundle {
    match open(bundle.written().as_bytes(), library()) {
        Ok(ReviewedFile::Bundle(opened)) => *opened,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_later_bundle_changes_is_said_with_the_units_and_their_scores() {
    let mut township = township();
    let first = opened(&township.bundle(1).expect("a bundle"));
    township.window.decide(crate::common::review::entered_fact(4, "reception_days", 2));
    township.judge(2, "G4", Correction::Points(points("0.5")));
    let later = opened(&township.bundle(2).expect("a bundle"));
    let changes = BundleChanges::between(&first, &later);
    let (said, lines) = bundle_changes(text(Lang::Zh), &later.standard, &changes);
    assert_eq!(said, "2 家相同、1 家新增、1 家初评有变动");
    let score =
        |opened: &OpenedBundle| range(opened.assessment(&opened.bundle.sealed.units[1]).expect("scores").given.total);
    let number = later.standard.number_of(&item("G4")).expect("a number");
    let (from, to) = (score(&first), score(&later));
    let judged = format!("初评有变动：李庄村联络室（初评 {from} → {to}，改在 {number}）");
    assert_eq!(lines, [judged.as_str(), "新增：赵庄村联络室", "相同：王庄村联络室、张庄村联络室"]);
    let bundle = |verdict| {
        let kind = later.standard.unit.id.clone();
        let bundle = ReceivedBundle { township: "柳林镇".to_owned(), kind, number: 2, verdict, beside: 0 };
        let verdict = IntakeVerdict::Bundle(Box::new(bundle));
        intake_line(text(Lang::Zh), &IntakeLine { source: FileSource::default(), verdict })
    };
    assert_eq!(
        bundle(BundleVerdict::Later(1, Some(Box::new(changes)))),
        "柳林镇：打包文件第 2 次，已收下。与第 1 次相比：2 家相同、1 家新增、1 家初评有变动。"
    );
    assert_eq!(
        bundle(BundleVerdict::Older(3)),
        "柳林镇：打包文件第 2 次，第 3 次已经收到，这一份较早，没有收进来，什么都没有改。"
    );
}

/// What is kept of a bundle, and its entry.
fn keep(window: &mut Window, bundle: &Bundle) -> (FileDigest, KeptBundle) {
    let kept = bundles::kept(&opened(bundle), crate::common::review::day("2026-12-05"), "初评上报.json");
    let file = FileDigest::of(bundle.written().as_bytes());
    window.decide(Act::Bundle { file, value: Some(Box::new(kept.clone())) });
    (file, kept)
}

#[test]
fn bundles_that_are_kept_come_in_the_order_of_their_numbers_and_an_earlier_one_is_told() {
    let (township, mut county) = (township(), Window::new(3));
    let bundle = |number| township.bundle(number).expect("a bundle");
    let kept = |number| bundles::kept(&opened(&bundle(number)), crate::common::review::day("2026-12-05"), "");
    let here = |county: &Window| bundles::kept_bundles(&county.log);
    assert_eq!(bundles::order_among(&kept(2), &here(&county)), BundleOrder::First);
    let second = keep(&mut county, &bundle(2));
    assert_eq!(bundles::order_among(&kept(1), &here(&county)), BundleOrder::Before(2));
    assert_eq!(bundles::order_among(&kept(3), &here(&county)), BundleOrder::After(second.0, 2));
    // The same again, on whatever day and under whatever name.
    assert_eq!(bundles::order_among(&kept(2), &here(&county)), BundleOrder::Last);
    let again = KeptBundle { time: UtcTime::parse("2020-01-01T00:00:00Z").unwrap(), ..kept(2) };
    assert_eq!(bundles::order_among(&again, &here(&county)), BundleOrder::Last);
    // The same number with other content is neither before nor after, whatever the clock of its maker says.
    for time in ["2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"] {
        let other = KeptBundle { code: kept(1).code, time: UtcTime::parse(time).unwrap(), ..kept(2) };
        assert_eq!(bundles::order_among(&other, &here(&county)), BundleOrder::Beside, "{time}");
    }
    // Another township's, and another kind of unit's, are no earlier ones.
    let other = KeptBundle { township: "青石乡".to_owned(), ..kept(1) };
    assert_eq!(bundles::order_among(&other, &here(&county)), BundleOrder::First);
    let stations = KeptBundle { kind: crate::common::station().unit.id.clone(), ..kept(1) };
    assert_eq!(bundles::order_among(&stations, &here(&county)), BundleOrder::First);
    let third = keep(&mut county, &bundle(3));
    assert_eq!(here(&county), [second.clone(), third.clone()]);
    assert_eq!(bundles::last_bundles(&county.log), [third.0]);
    // One that was put away again may come once more.
    county.decide(Act::Bundle { file: third.0, value: None });
    assert_eq!(here(&county), [second]);
}

#[test]
fn the_code_on_a_sealed_sheet_is_held_against_every_bundle_that_is_kept() {
    let (mut township, mut county) = (township(), Window::new(3));
    let first = keep(&mut county, &township.bundle(1).expect("a bundle")).1;
    township.judge(2, "G4", Correction::Points(points("0.5")));
    let second = keep(&mut county, &township.bundle(2).expect("a bundle")).1;
    let here = bundles::kept_bundles(&county.log);
    for kept in [first, second] {
        let typed = kept.code.as_str().to_lowercase().replace('-', " ");
        assert_eq!(bundles::sealed_code(&typed, &here), SealedCode::Of(Box::new(kept)));
    }
    assert_eq!(bundles::sealed_code(" ", &here), SealedCode::Blank);
    assert_eq!(bundles::sealed_code("123", &here), SealedCode::NoCode);
    assert_eq!(bundles::sealed_code("0000-0000-0000", &here), SealedCode::Unknown);
}

#[test]
fn a_review_file_takes_the_bundles_that_it_keeps_along() {
    let (township, mut county) = (township(), Window::new(3));
    let bundle = township.bundle(1).expect("a bundle");
    let (file, kept) = keep(&mut county, &bundle);
    let review = ReviewFile::of(review_of(""), &county.log, time(), [(file, bundle.written())]);
    let ReviewedFile::Review(read) = open(review.written().as_bytes(), library()).expect("opens") else {
        panic!("a review")
    };
    assert_eq!(
        (read.files[&file].as_str(), bundles::kept_bundles(&read.log())),
        (bundle.written().as_str(), vec![(file, kept)])
    );
    // Not another one under its name.
    let other = township.bundle(2).expect("a bundle").written();
    let review = ReviewFile::of(review_of(""), &county.log, time(), [(file, other)]);
    let told: Vec<Problem> = open(review.written().as_bytes(), library()).expect_err("refused");
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_bundle_of_another_year_another_standard_or_a_changed_one_is_not_taken_in() {
    let township = township();
    let bundle = opened(&township.bundle(1).expect("a bundle"));
    let (basics, nfkc) = (review_of(""), str::to_owned);
    let scope = |year, standards| IntakeScope { year, standards, library: library(), sample: false, nfkc: &nfkc };
    assert_eq!(refused_bundle(&bundle, &scope(2026, &basics.standards)), None);
    let other_year = refused_bundle(&bundle, &scope(2027, &basics.standards));
    assert_eq!(other_year, Some(BundleVerdict::OtherYear(2026)));
    let other = refused_bundle(&bundle, &scope(2026, &basics.standards[..1]));
    assert!(matches!(other, Some(BundleVerdict::OtherStandard(_))), "{other:?}");
    let mut changed = serde_json::from_str::<Value>(&bundle.bundle.written()).expect("JSON");
    changed["sealed"]["by"] = json!("别人");
    let ReviewedFile::Bundle(changed) = open(changed.to_string().as_bytes(), library()).expect("opens") else {
        panic!()
    };
    let changed = refused_bundle(&changed, &scope(2026, &basics.standards));
    assert!(matches!(changed, Some(BundleVerdict::ChangedByHand(_))), "{changed:?}");
    let mut sample = bundle;
    sample.bundle.sealed.sample = true;
    assert_eq!(refused_bundle(&sample, &scope(2026, &basics.standards)), Some(BundleVerdict::Sample(true)));
}
