//! Photos in files: they travel whole, what is wrong with one costs that one alone, and the signature stands for
//! none of them.

use crate::common::{example, item, library, photo, read, reissued, station, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use xingzhan::model::draft::{Draft, Missing};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::{ParsedFile, open, unpack};
use xingzhan::model::photos::bundle::{Packing, PhotoBundle, added_by};
use xingzhan::model::photos::photo::{PHOTOS, Photo, PhotoDigest};
use xingzhan::model::submission::Submission;
use xingzhan::persistence::edit_place::EditPlace;
use xingzhan::persistence::undo::{Filled, Undo};

/// The worked example with these photos, spread over three items.
fn with(numbers: &[u32]) -> (Draft, Vec<(PhotoDigest, Vec<u8>)>) {
    let (mut draft, mut bytes) = (example(), BTreeMap::new());
    for (at, number) in numbers.iter().enumerate() {
        let (one, its) = photo(*number);
        draft.add_photo(&item(["C1", "A1", "H1"][at % 3]), one.clone());
        bytes.insert(one.digest, its);
    }
    (draft, bytes.into_iter().collect())
}

fn packed(written: String, photos: &[(PhotoDigest, Vec<u8>)]) -> String {
    let mut packing = Packing::begin(written, photos.iter().map(|(_, bytes)| bytes.len()).sum());
    for (digest, bytes) in photos {
        packing.add(digest, bytes);
    }
    packing.end()
}

/// What is told of the photos in a file, once one thing in it was changed.
fn told(file: &str, change: impl FnOnce(&mut Value)) -> (ParsedFile, PhotoBundle, Vec<String>) {
    let mut value: Value = serde_json::from_str(file).expect("JSON");
    change(&mut value);
    let (opened, carried) = unpack(value.to_string().as_bytes(), library()).expect("opens");
    let told = carried.findings.iter().map(ToString::to_string).collect();
    (opened, carried, told)
}

#[test]
fn a_draft_file_holds_its_photos_to_the_last_byte() {
    let (draft, photos) = with(&[1, 2, 3, 4]);
    let (opened, carried) = unpack(packed(canonical(&draft), &photos).as_bytes(), library()).expect("opens");
    assert_eq!(opened, ParsedFile::Draft(Box::new(draft)));
    assert_eq!(carried, PhotoBundle { photos, findings: vec![] });
}

#[test]
fn a_submission_holds_its_photos_to_the_last_byte_and_its_draft_names_them_again() {
    let (draft, photos) = with(&[1, 2, 3, 4]);
    let submission = Submission::of(&draft, time());
    let (opened, carried) = unpack(packed(submission.written(), &photos).as_bytes(), library()).expect("opens");
    let ParsedFile::Submission(opened) = opened else { panic!("a submission") };
    assert_eq!((&opened.submission, &opened.findings), (&submission, &vec![]));
    assert_eq!(carried, PhotoBundle { photos, findings: vec![] });
    let again = opened.submission.draft(&opened.standard, draft.id.clone(), time());
    assert_eq!(again.record, draft.record.trimmed());
}

#[test]
fn the_file_is_canonical_and_the_bytes_stand_in_it_as_base64() {
    // The smallest PNG there is, as it stands in a thousand style sheets.
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let mut draft = example();
    draft.unit.name = r#"{"photos":1,"q":"#.to_owned();
    assert_eq!(packed(canonical(&draft), &[]), canonical(&draft));
    let png = [
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\x0dIDATx\xdacd\xf8\xcfP\x0f\0".as_slice(),
        b"\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xaeB`\x82",
    ]
    .concat();
    let digest = PhotoDigest::of(&png);
    let one = Photo { digest: digest.clone(), width: 1, height: 1, bytes: 70, ..photo(0).0 };
    draft.add_photo(&item("C1"), one);
    let file = packed(canonical(&draft), &[(digest.clone(), png)]);
    let value: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(value["photos"], json!({digest.as_str(): dot}));
    // serde_json sorts its keys: another order would show.
    assert_eq!(value.to_string(), file);
}

#[test]
fn a_photo_in_two_items_stands_in_the_file_once() {
    let (mut draft, photos) = with(&[5]);
    draft.add_photo(&item("D1"), photo(5).0);
    let file = packed(canonical(&draft), &photos);
    let value: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(value["photos"].as_object().map(serde_json::Map::len), Some(1));
    assert_eq!(unpack(file.as_bytes(), library()).expect("opens").1, PhotoBundle { photos, findings: vec![] });
}

/// A change to a file, and what is told of it then.
type Change<'a> = (Box<dyn Fn(&mut Value) + 'a>, Vec<String>);

#[test]
fn what_is_wrong_with_a_photo_is_told_with_its_place_and_nothing_else_is_lost() {
    let (draft, photos) = with(&[1, 2, 3]);
    let file = packed(canonical(&draft), &photos);
    let key = |number: u32| photo(number).0.digest.as_str().to_owned();
    let (one, two) = (key(1), key(2));
    let spoilt = format!("photos.{one}: not the photo it is said to be");
    let missing = "record.answers.C1.photos[0]: the photo is not in the file".to_owned();
    let changes: Vec<Change<'_>> = vec![
        (Box::new(|file| _ = file["photos"].as_object_mut().unwrap().remove(&one)), vec![missing.clone()]),
        (Box::new(|file| file["photos"][&one] = file["photos"][&two].clone()), vec![spoilt.clone(), missing.clone()]),
        (Box::new(|file| file["photos"][&one] = json!("not base64!")), vec![spoilt.clone(), missing.clone()]),
        (Box::new(|file| file["photos"][&one] = json!(7)), vec![spoilt.clone(), missing.clone()]),
        (Box::new(|file| file["photos"][&one] = json!("A".repeat(3 << 20))), vec![spoilt.clone(), missing.clone()]),
        (
            Box::new(|file| file["record"]["answers"]["C1"]["photos"][0]["width"] = json!(9)),
            vec![spoilt.clone(), missing.clone()],
        ),
        (
            Box::new(|file| file["record"]["answers"]["C1"]["photos"][0]["media"] = json!("jpeg")),
            vec![spoilt.clone(), missing.clone()],
        ),
        (
            Box::new(|file| file["photos"]["elsewhere"] = file["photos"][&one].clone()),
            vec!["photos.elsewhere: no item has this photo".to_owned()],
        ),
    ];
    for (at, (change, expected)) in changes.into_iter().enumerate() {
        let (opened, carried, told) = told(&file, change);
        let ParsedFile::Draft(opened) = opened else { panic!("a draft") };
        assert_eq!(opened.record.answers.iter().count(), draft.record.answers.iter().count(), "change {at}");
        assert_eq!(told, expected, "change {at}");
        assert!(carried.photos.len() >= 2, "change {at}");
    }
}

#[test]
fn a_photo_that_is_missing_is_never_a_flag() {
    let (draft, photos) = with(&[1, 2]);
    let written = Submission::of(&draft, time()).written();
    let whole = unpack(packed(written.clone(), &photos).as_bytes(), library()).expect("opens").0;
    for there in [&photos[..1], &[]] {
        let (opened, carried) = unpack(packed(written.clone(), there).as_bytes(), library()).expect("opens");
        // The same submission with the same score and nothing said against the unit.
        assert_eq!(opened, whole);
        let ParsedFile::Submission(opened) = opened else { panic!("a submission") };
        assert_eq!(opened.findings, vec![]);
        assert_eq!(carried.findings.len(), photos.len() - there.len());
    }
}

#[test]
fn a_file_whose_photos_are_something_else_opens_without_them() {
    let (draft, photos) = with(&[1]);
    let (opened, carried, told) = told(&packed(canonical(&draft), &photos), |file| file["photos"] = json!([1]));
    assert_eq!((opened, carried.photos), (ParsedFile::Draft(Box::new(draft)), vec![]));
    let missing = "record.answers.C1.photos[0]: the photo is not in the file";
    assert_eq!(told, ["photos: not the photo it is said to be", missing]);
}

/// What is told of a draft whose photo was changed so.
fn refused(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut value = serde_json::to_value(with(&[1]).0).expect("JSON");
    change(&mut value["record"]["answers"]["C1"]["photos"]);
    let problems = open(value.to_string().as_bytes(), library()).expect_err("refused");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn what_a_draft_says_of_a_photo_is_held_against_its_limits() {
    let place = |rest: &str| vec![format!("record.answers.C1.photos[0].{rest}")];
    let long = json!("长".repeat(201));
    assert_eq!(refused(|photos| photos[0]["name"] = long.clone()), place("name: longer than 200 characters"));
    assert_eq!(refused(|photos| photos[0]["bytes"] = json!(0)), place("bytes: not from 1 to 2097152"));
    assert_eq!(refused(|photos| photos[0]["width"] = json!(40_000_000)), place("width: not from 1 to 16000000"));
    assert_eq!(refused(|photos| photos[0]["digest"] = json!("ab")), place("digest: not 64 hexadecimal digits"));
    assert_eq!(refused(|photos| photos[0]["media"] = json!("heic")), place("media: unknown variant `heic`"));
    let twice = refused(|photos| {
        let again = photos[0].clone();
        photos.as_array_mut().expect("a list").push(again);
    });
    assert_eq!(twice, ["record.answers.C1.photos[1]: 照片 1.png stands twice"]);
}

#[test]
fn a_photo_added_later_changes_the_attached_code_and_never_the_signed_one() {
    let (with_photo, _) = with(&[1]);
    let [before, after] = [&example(), &with_photo].map(|draft| Submission::of(draft, time()).codes);
    assert_eq!(before.signed, after.signed);
    assert_ne!(before.attached, after.attached);
    let mut captioned = with_photo.clone();
    captioned.caption_photo(&item("C1"), &photo(1).0.digest, "门口".to_owned());
    let again = Submission::of(&captioned, time()).codes;
    assert_eq!(again.signed, after.signed);
    assert_ne!(again.attached, after.attached);
}

#[test]
fn more_photos_than_there_may_be_are_told_before_a_submission_and_refused_in_one() {
    let numbers: Vec<u32> = (0..=60).collect();
    let (many, _) = with(&numbers);
    let (most, _) = with(&numbers[1..]);
    assert_eq!((most.photo_room(), many.photo_room(), PHOTOS), (0, 0, 60));
    assert_eq!(most.lacks(), vec![]);
    assert_eq!(many.lacks(), vec![Missing::FewerPhotos]);
    // A draft that got so many by merging opens all the same.
    assert_eq!(Draft::read(&canonical(&many)), Ok(many.clone()));
    let problems = Submission::read(&Submission::of(&many, time()).written(), library()).expect_err("refused");
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), ["attached.photos: more than 60 photos"]);
}

#[test]
fn photos_go_with_their_answer_to_another_version_and_back() {
    let (draft, _) = with(&[1, 2]);
    let next = read(&station().text().replace("\"C1\"", "\"C9\""));
    let next = reissued(&next, |value| value["version"] = json!(station().version + 1));
    let carried = xingzhan::model::draft::upgrade::onto(&draft, &next).expect("related");
    assert_eq!(carried.photos_of(&item("C1")), []);
    assert_eq!(carried.photo_digests(), draft.photo_digests());
    let back = xingzhan::model::draft::upgrade::onto(&carried, station()).expect("related");
    assert_eq!(back.record, draft.record);
}

#[test]
fn a_photo_is_moved_covered_and_removed_and_each_step_is_taken_back() {
    let (mut draft, _) = with(&[]);
    let c1 = item("C1");
    let [one, two, three] = [1, 2, 3].map(|number| photo(number).0);
    draft.add_photo(&c1, one.clone());
    draft.add_photo(&c1, two.clone());
    draft.add_photo(&c1, one.clone());
    assert_eq!(draft.photos_of(&c1), [one.clone(), two.clone()]);
    draft.caption_photo(&c1, &two.digest, "门口".to_owned());
    let start = draft.clone();
    let mut undo = Undo::default();
    let steps: [&dyn Fn(&mut Draft); 3] = [
        &|draft| draft.move_photo(&c1, &two.digest, true),
        &|draft| draft.replace_photo(&c1, &two.digest, three.clone()),
        &|draft| draft.remove_photo(&c1, &one.digest),
    ];
    for (at, step) in steps.iter().enumerate() {
        let before = Filled::of(&draft);
        step(&mut draft);
        undo.edited(&before, &draft, at as u64 * 10_000);
    }
    let covered = Photo { name: two.name.clone(), caption: "门口".to_owned(), ..three.clone() };
    assert_eq!(draft.photos_of(&c1), [covered]);
    for _ in 0..3 {
        assert_eq!(undo.undo(&mut draft), Some(EditPlace::Item(c1.clone())));
    }
    assert_eq!(draft.record, start.record);
    // There is nothing before the first and after the last.
    draft.move_photo(&c1, &one.digest, true);
    draft.move_photo(&c1, &two.digest, false);
    assert_eq!(draft.record, start.record);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_file_grows_by_what_is_said_before(numbers in proptest::collection::btree_set(0..500_u32, 0..12)) {
        let numbers: Vec<u32> = numbers.into_iter().collect();
        let (draft, photos) = with(&numbers);
        let submission = Submission::of(&draft, time());
        let alone = submission.written().len();
        let grown = packed(submission.written(), &photos).len() - alone;
        prop_assert_eq!(added_by(&draft.record), grown as u64);
    }
}
