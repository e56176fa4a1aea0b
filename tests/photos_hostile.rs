//! Photos in files that somebody made to do harm: each costs itself alone, is told in a plain sentence, and nothing of
//! it is taken for a picture, a name of a file or a program.

use crate::common::{example, item, library, photo, time};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};
use serde_json::{Value, json};
use std::fmt::Write as _;
use xingzhan::i18n::{fault, text};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::{ParsedFile, unpack};
use xingzhan::model::photos::bundle::{Packing, PhotoBundle};
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::problem::Problem;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

/// The bytes of a JPEG as far as its head goes, of so many dots.
fn jpeg(width: u16, height: u16, rest: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 8, 8];
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([1, 0xff, 0xd9]);
    bytes.extend(rest);
    bytes
}

/// What is said of these bytes.
fn claimed(bytes: &[u8], media: Media, width: u32, height: u32) -> Photo {
    let size = u32::try_from(bytes.len()).expect("small");
    let (name, caption) = (String::new(), String::new());
    Photo { digest: PhotoDigest::of(bytes), media, bytes: size, width, height, name, caption }
}

/// A draft and a submission of the worked example whose item C1 has this photo, with these bytes under its digest.
fn both(one: &Photo, bytes: &[u8]) -> [String; 2] {
    let mut draft = example();
    draft.add_photo(&item("C1"), one.clone());
    [canonical(&draft), Submission::of(&draft, time()).written()].map(|written| {
        let mut packing = Packing::begin(written, bytes.len());
        packing.add(&one.digest, bytes);
        packing.end()
    })
}

fn sentences(problems: &[Problem]) -> String {
    let said = |lang: Lang| problems.iter().map(move |problem| fault(text(lang), problem));
    Lang::ALL.into_iter().flat_map(said).collect::<Vec<_>>().join("\n")
}

/// What comes of the photos of a file that opens, once one thing in it was changed.
fn opened(file: &str, change: impl FnOnce(&mut Value)) -> PhotoBundle {
    let mut value: Value = serde_json::from_str(file).expect("JSON");
    change(&mut value);
    let (opened, carried) = unpack(value.to_string().as_bytes(), library()).expect("opens all the same");
    let record = match opened {
        ParsedFile::Draft(draft) => draft.record,
        ParsedFile::Submission(opened) => opened.submission.record(),
        ParsedFile::Standard(_) | ParsedFile::Desk(_) => panic!("no file with photos"),
    };
    assert_eq!(
        record.answers.choice(&item("C1")),
        example().record.answers.choice(&item("C1")),
        "nothing else is lost"
    );
    carried
}

/// That the one photo of both kinds of file is not opened, and what is told names no sign of what did it.
fn spoilt(one: &Photo, bytes: &[u8], change: impl Fn(&mut Value)) {
    for file in both(one, bytes) {
        let carried = opened(&file, &change);
        assert_eq!(carried.photos, vec![]);
        let told: Vec<String> = carried.findings.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|told| told.ends_with("not the photo it is said to be")), "{told:?}");
        assert!(told.iter().any(|told| told.ends_with("the photo is not in the file")), "{told:?}");
        assert!(sentences(&carried.findings).lines().all(|line| line.len() > 20));
    }
}

#[test]
fn every_other_way_to_write_the_bytes_is_refused_and_the_plain_one_is_not() {
    let bytes = [jpeg(4, 3, b""), vec![0xfb, 0xff]].concat();
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    let key = one.digest.as_str().to_owned();
    let plain = STANDARD.encode(&bytes);
    for file in both(&one, &bytes) {
        let carried = opened(&file, |value| assert_eq!(value["photos"][&key], json!(plain)));
        assert_eq!(carried, PhotoBundle { photos: vec![(one.digest.clone(), bytes.clone())], findings: vec![] });
    }
    let lines = format!("{}\n{}", &plain[..8], &plain[8..]);
    // The last sign before the filling holds bits that belong to no byte.
    let bits = plain.replace("/w==", "/x==");
    let others = [
        STANDARD_NO_PAD.encode(&bytes),
        URL_SAFE.encode(&bytes),
        format!("data:image/jpeg;base64,{plain}"),
        format!("{plain}="),
        format!(" {plain}"),
        lines,
        bits,
        plain[..plain.len() - 4].to_owned(),
        String::new(),
    ];
    for other in others {
        assert_ne!(other, plain);
        spoilt(&one, &bytes, |file| file["photos"][&key] = json!(other));
    }
    for other in [json!(null), json!(true), json!([plain]), json!({"data": plain}), json!(7)] {
        spoilt(&one, &bytes, |file| file["photos"][&key] = other.clone());
    }
}

#[test]
fn bytes_whose_digest_or_size_is_another_are_no_photo() {
    let bytes = jpeg(4, 3, b"");
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    // The same head, other dots.
    spoilt(&one, &jpeg(4, 3, b"other dots"), |_| {});
    for lie in [
        Photo { bytes: one.bytes + 1, ..one.clone() },
        Photo { bytes: 1, ..one.clone() },
        Photo { width: 3, height: 4, ..one.clone() },
        Photo { width: 4000, height: 3000, ..one.clone() },
        Photo { media: Media::Png, ..one.clone() },
        Photo { media: Media::Webp, ..one.clone() },
    ] {
        spoilt(&lie, &bytes, |_| {});
    }
}

#[test]
fn a_page_or_a_drawing_that_is_called_a_picture_is_no_photo() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><script>alert(1)</script></svg>";
    let html = b"<!doctype html><script>alert(1)</script>";
    let heic = std::fs::read(format!("{}/tests/fixtures/bad/photo.heic", env!("CARGO_MANIFEST_DIR"))).expect("a HEIC");
    for bytes in [svg.as_slice(), html, b"GIF89a\x04\0\x03\0\0\0\0;", b"BM\x3a\0\0\0", b"PK\x03\x04", b"", &heic] {
        for media in [Media::Jpeg, Media::Png, Media::Webp] {
            let one = Photo { bytes: u32::try_from(bytes.len().max(1)).expect("small"), ..claimed(bytes, media, 4, 3) };
            spoilt(&one, bytes, |_| {});
        }
    }
}

#[test]
fn a_kind_that_is_no_picture_is_refused_by_its_name() {
    let bytes = jpeg(4, 3, b"");
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    for file in both(&one, &bytes) {
        for media in ["svg", "image/svg+xml", "text/html", "JPEG", "__proto__", ""] {
            let told = refused(&file, |photo| photo["media"] = json!(media));
            assert!(told.contains("media"), "{media}: {told}");
        }
    }
}

/// What is told of a file that does not open once its one photo was changed.
fn refused(file: &str, change: impl Fn(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(file).expect("JSON");
    let list = ["/record/answers/C1/photos/0", "/attached/photos/C1/0"];
    let place = list.into_iter().find(|place| value.pointer(place).is_some()).expect("a photo");
    change(value.pointer_mut(place).expect("a photo"));
    let problems = unpack(value.to_string().as_bytes(), library()).expect_err("refused");
    assert!(sentences(&problems).lines().all(|line| !line.is_empty() && !line.contains("<script>")));
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_photo_brings_no_preview_address_or_program_of_its_own() {
    let bytes = jpeg(4, 3, b"");
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    for file in both(&one, &bytes) {
        for key in ["thumbnail", "href", "src", "onload", "__proto__", "constructor", "data"] {
            let told = refused(&file, |photo| photo[key] = json!("javascript:alert(1)//<script>"));
            assert!(told.contains(&format!("unknown field `{key}`")), "{key}: {told}");
        }
    }
}

#[test]
fn names_like_paths_stay_words_and_name_no_file() {
    let bytes = jpeg(4, 3, b"");
    for name in ["../../etc/passwd", "C:\\fakepath\\a.exe", "\u{202e}gpj.exe", "a\u{0}.jpg", "con", "%2e%2e/"] {
        let one = Photo { name: name.to_owned(), ..claimed(&bytes, Media::Jpeg, 4, 3) };
        for file in both(&one, &bytes) {
            let carried = opened(&file, |_| {});
            // Bytes are found by their digest alone.
            assert_eq!(carried.photos, vec![(one.digest.clone(), bytes.clone())]);
        }
    }
}

#[test]
fn keys_that_are_no_digest_are_told_without_being_repeated_to_the_clerk() {
    let bytes = jpeg(4, 3, b"");
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    let long = "长".repeat(10_000);
    let upper = one.digest.as_str().to_uppercase();
    for file in both(&one, &bytes) {
        for key in ["__proto__", "constructor", "toString", "<script>", "../photos", "", &upper, &"0".repeat(64)] {
            let carried = opened(&file, |file| file["photos"][key] = json!(STANDARD.encode(&bytes)));
            assert_eq!(carried.photos.len(), 1, "{key}: the good one is there");
            assert_eq!(carried.findings.len(), 1, "{key}");
            let said = sentences(&carried.findings);
            assert!(key.is_empty() || !said.contains(key), "{said}");
        }
        let mut value: Value = serde_json::from_str(&file).expect("JSON");
        value["photos"][&long] = json!("");
        // Only ASCII is a key.
        assert!(unpack(value.to_string().as_bytes(), library()).is_err());
    }
}

#[test]
fn photos_of_items_that_are_none_are_refused() {
    let bytes = jpeg(4, 3, b"");
    let one = claimed(&bytes, Media::Jpeg, 4, 3);
    for file in both(&one, &bytes) {
        for id in ["__proto__", "constructor", "Z9"] {
            let mut value: Value = serde_json::from_str(&file).expect("JSON");
            let submitted = value.pointer("/attached/photos").is_some();
            let place = if submitted { "/attached/photos" } else { "/record/answers" };
            let photos = value.pointer(if submitted { "/attached/photos/C1" } else { "/record/answers/C1" });
            let photos = photos.expect("a photo").clone();
            value.pointer_mut(place).expect("a map")[id] = photos;
            let problems = unpack(value.to_string().as_bytes(), library()).expect_err("refused");
            assert!(problems.iter().any(|problem| problem.place.ends_with(id)), "{problems:?}");
        }
    }
}

#[test]
fn a_digest_or_an_entry_that_stands_twice_is_refused() {
    let (one, bytes) = photo(1);
    for file in both(&one, &bytes) {
        let mut value: Value = serde_json::from_str(&file).expect("JSON");
        let submitted = value.pointer("/attached/photos").is_some();
        let list = if submitted { "/attached/photos/C1" } else { "/record/answers/C1/photos" };
        let list = value.pointer_mut(list).and_then(Value::as_array_mut).expect("a list");
        let mut twin = list[0].clone();
        twin["caption"] = json!("另一句");
        twin["name"] = json!("长".repeat(100_000));
        list.push(twin);
        let problems = unpack(value.to_string().as_bytes(), library()).expect_err("refused");
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            told.len() == 2 && told[0].ends_with("longer than 200 characters") && told[1].ends_with("stands twice")
        );
        assert!(
            sentences(&problems).lines().all(|line| line.chars().count() < 200),
            "no sentence is as long as the name"
        );
        // The same key twice is no JSON that is read.
        let entry = format!("\"{}\":", one.digest.as_str());
        let doubled = file.replacen(&entry, &format!("{entry}\"\",{entry}"), 1);
        assert!(unpack(doubled.as_bytes(), library()).is_err());
    }
}

/// A photo as a file names it, of which nothing but its digest is true.
fn named(number: u32) -> String {
    format!("{{\"bytes\":1,\"digest\":\"{number:064x}\",\"height\":1,\"media\":\"png\",\"width\":1}}")
}

/// The draft with so many photos at one item and so many bytes that no item has.
fn crowded(named_there: u32, carried: u32) -> String {
    let mut draft = example();
    draft.add_photo(&item("C1"), photo(1).0);
    let value = serde_json::to_value(&draft).expect("JSON");
    let marker = value["record"]["answers"]["C1"]["photos"].to_string();
    let photos: Vec<String> = (0..named_there).map(named).collect();
    let mut entries = String::new();
    for number in 0..carried {
        write!(entries, "\"{:064x}\":\"\",", u64::from(number) + (1 << 40)).expect("memory");
    }
    let file = canonical(&draft).replacen(&marker, &format!("[{}]", photos.join(",")), 1);
    assert!(file.contains(&photos[0]));
    file.replacen('{', &format!("{{\"photos\":{{{}}},", entries.trim_end_matches(',')), 1)
}

#[test]
fn fifty_thousand_photos_are_refused_and_as_many_bytes_without_an_item_are_told() {
    // Each looked for among all others would take minutes.
    let problems = unpack(crowded(50_000, 50_000).as_bytes(), library()).expect_err("refused");
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), ["photos: more than 2000 photos"]);
    assert!(sentences(&problems).contains("照片超过 2000 张"));
    let (_, carried) = unpack(crowded(2000, 50_000).as_bytes(), library()).expect("opens");
    assert_eq!((carried.photos.len(), carried.findings.len()), (0, 52_000));
}

#[test]
fn a_photo_that_would_take_the_memory_of_the_browser_once_it_is_drawn_is_refused() {
    // Sixty of a few bytes each, of which one alone would take 400 MB.
    let bytes = jpeg(10_000, 10_000, b"");
    for file in both(&claimed(&bytes, Media::Jpeg, 10_000, 10_000), &bytes) {
        let problems = unpack(file.as_bytes(), library()).expect_err("refused");
        assert!(problems[0].to_string().ends_with("width: not from 1 to 16000000"), "{problems:?}");
    }
    let most = jpeg(4000, 4000, b"");
    for file in both(&claimed(&most, Media::Jpeg, 4000, 4000), &most) {
        assert_eq!(opened(&file, |_| {}).photos.len(), 1);
    }
}
