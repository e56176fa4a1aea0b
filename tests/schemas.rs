//! The published schemas as another program reads them: they take every file of the formats and refuse what the
//! program refuses.
// Published are the schemas of the format that is released next.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::fs;

fn json(path: &str) -> Value {
    let text = fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path);
    serde_json::from_str(&text).expect(path)
}

fn schema(kind: &str) -> Validator {
    jsonschema::draft202012::new(&json(&format!("schema/{kind}.schema.json"))).expect("a schema")
}

const FILES: [(&str, &str); 16] = [
    ("standard", "standards/station.json"),
    ("standard", "standards/room.json"),
    ("standard", "tests/fixtures/formats/standard-1.json"),
    ("standard", "tests/fixtures/formats/standard-1-lists.json"),
    ("standard", "tests/fixtures/formats/standard-1-year.json"),
    ("draft", "tests/fixtures/formats/draft-1.json"),
    ("draft", "tests/fixtures/formats/draft-1-lists.json"),
    ("draft", "tests/fixtures/formats/draft-1-empty.json"),
    ("draft", "tests/fixtures/formats/draft-1-photos.json"),
    ("submission", "tests/fixtures/formats/submission-1.json"),
    ("submission", "tests/fixtures/formats/submission-1-lists.json"),
    ("submission", "tests/fixtures/formats/submission-1-empty.json"),
    ("submission", "tests/fixtures/formats/submission-1-photos.json"),
    ("bundle", "tests/fixtures/formats/bundle-1.json"),
    ("review", "tests/fixtures/formats/review-1.json"),
    ("review", "tests/fixtures/formats/review-1-empty.json"),
];

#[test]
fn every_file_of_a_format_fits_the_published_schema_of_its_kind() {
    for (kind, path) in FILES {
        let (schema, file) = (schema(kind), json(path));
        let wrong: Vec<String> =
            schema.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{path}");
    }
}

#[test]
fn a_file_of_every_kind_has_its_test() {
    let names = fs::read_dir(format!("{}/tests/fixtures/formats", env!("CARGO_MANIFEST_DIR"))).expect("the formats");
    let missing: Vec<String> = names
        .map(|name| format!("tests/fixtures/formats/{}", name.expect("a file").file_name().display()))
        .filter(|name| !FILES.iter().any(|(_, path)| path == name))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn unknown_keys_lists_in_place_of_objects_and_numbers_out_of_range_do_not_fit() {
    for (place, value) in [
        ("/weight", json!(1)),
        ("/signed/unit/weight", json!(1)),
        ("/signed/score/total", json!([0, 0])),
        ("/signed/score/open", json!(5_000_000_000_u64)),
        ("/signed/year", json!(1989)),
        ("/signed/answers/A 1", json!({"item": "0123456789abcdef"})),
        ("/codes/signed", json!("7K2M-9QXA-0D4U")),
    ] {
        let mut file = json("tests/fixtures/formats/submission-1.json");
        let (outer, key) = place.rsplit_once('/').expect("a place");
        file.pointer_mut(outer).and_then(Value::as_object_mut).expect("an object").insert(key.to_owned(), value);
        assert!(!schema("submission").is_valid(&file), "{place}");
    }
}

#[test]
fn a_review_and_a_bundle_fit_their_schemas_with_nothing_else_in_them() {
    for (kind, file, place, value) in [
        ("review", "review-1.json", "/weight", json!(1)),
        ("review", "review-1.json", "/entries/0/weight", json!(1)),
        ("review", "review-1.json", "/entries/0/id", json!("0")),
        ("review", "review-1.json", "/basics/year", json!(1989)),
        ("review", "review-1.json", "/basics/desk", json!("province")),
        ("bundle", "bundle-1.json", "/sealed/number", json!(0)),
        ("bundle", "bundle-1.json", "/sealed/units/0/answers", json!({"guessed": 1})),
        ("bundle", "bundle-1.json", "/submissions/0/revision", json!(0)),
        ("bundle", "bundle-1.json", "/code", json!("")),
    ] {
        let mut file = json(&format!("tests/fixtures/formats/{file}"));
        let (outer, key) = place.rsplit_once('/').expect("a place");
        file.pointer_mut(outer).and_then(Value::as_object_mut).expect("an object").insert(key.to_owned(), value);
        assert!(!schema(kind).is_valid(&file), "{kind} {place}");
    }
}

#[test]
fn a_standard_brings_its_words_in_any_languages_whose_tags_are_tags() {
    let with = |place: &str, key: &str, value: Value| {
        let mut file = json("standards/station.json");
        let outer = file.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        outer.insert(key.to_owned(), value);
        schema("standard").is_valid(&file)
    };
    let long = ["zh", "12345678", "12345678", "12345678"].join("-");
    for tag in ["bo", "zh-hant", &format!("{long}-12345")] {
        assert!(with("/title", tag, json!("字")) && with("", "languages", json!(["zh", tag])), "{tag}");
    }
    for tag in ["zh-Hant", "EN", "z", "zh_hant", "constructor", "__proto__", &format!("{long}-123456")] {
        assert!(!with("/title", tag, json!("字")) && !with("", "languages", json!(["zh", tag])), "{tag}");
    }
    assert!(!with("/title", "en", Value::Null) && !with("", "languages", json!(["zh", "zh"])));
}

/// Strict validators stop at formats that they do not know.
#[test]
fn no_schema_has_a_format_of_its_own() {
    for kind in ["standard", "draft", "submission", "bundle", "review"] {
        assert!(!json(&format!("schema/{kind}.schema.json")).to_string().contains("\"format\":\""), "{kind}");
    }
}
