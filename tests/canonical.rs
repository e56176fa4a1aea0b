//! The canonical form, held against RFC 8785 as another crate writes it, and against python in `codes.py`.

use crate::common::arbitrary::{cases, standard_and_record};
use crate::common::{fixture, item, read, reissued, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::process::Command;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::submission::Submission;

fn rfc_8785<T: serde::Serialize>(content: &T) -> String {
    serde_json_canonicalizer::to_string(content).expect("JSON")
}

#[test]
fn the_files_of_every_format_are_in_the_form_of_rfc_8785() {
    let standard = ["formats/standard-1.json", "formats/standard-1-lists.json"];
    let drafts = [
        "formats/draft-1.json",
        "formats/draft-1-empty.json",
        "formats/draft-1-photos.json",
        "formats/draft-1-lists.json",
    ];
    let submissions = [
        "formats/submission-1.json",
        "formats/submission-1-empty.json",
        "formats/submission-1-photos.json",
        "formats/submission-1-lists.json",
    ];
    for name in standard.into_iter().chain(drafts).chain(submissions) {
        let text = fixture(name);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(rfc_8785(&value) == text && canonical(&value) == text, "{name}");
    }
    for text in BUILT_IN {
        let standard = read(text);
        assert_eq!(rfc_8785(&standard), standard.text());
    }
}

/// What `codes.py` says of a file: nothing but python's own library, and what `docs/formats.md` says.
fn python_says(path: &str) -> Vec<String> {
    let folder = env!("CARGO_MANIFEST_DIR");
    let said = Command::new("python3")
        .args([format!("{folder}/tests/codes.py"), format!("{folder}/{path}")])
        .output()
        .expect("python");
    assert!(said.status.success(), "{path}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).lines().map(ToOwned::to_owned).collect()
}

/// The same of a standard by the program.
fn digests(standard: &IssuedStandard) -> Vec<String> {
    let whole = format!("standard {} {}", standard.id, standard.reference().digest.as_str());
    let items = standard.digested_items().map(|(item, digest)| format!("item {} {}", item.id, digest.as_str()));
    let facts = standard
        .facts
        .iter()
        .filter_map(|fact| standard.digested_fact(&fact.id))
        .map(|(fact, digest)| format!("fact {} {}", fact.id, digest.as_str()));
    [whole].into_iter().chain(items).chain(facts).collect()
}

const SUBMISSIONS: [&str; 5] = [
    "formats/submission-1.json",
    "formats/submission-1-empty.json",
    "formats/submission-1-photos.json",
    "next/submission-2.json",
    "next/submission-2-empty.json",
];

#[test]
fn anybody_can_compute_the_digests_of_the_built_in_standards_and_of_each_of_their_items_and_facts() {
    let files = [("standards/station.json", 58), ("standards/room.json", 27)];
    for (text, (path, items)) in BUILT_IN.into_iter().zip(files) {
        let said = python_says(path);
        assert_eq!(said.iter().filter(|line| line.starts_with("item ")).count(), items, "{path}");
        assert_eq!(digests(&read(text)), said, "{path}");
    }
}

#[test]
fn anybody_can_compute_the_digests_of_the_standard_of_every_format_alone_and_in_a_draft() {
    let files = [
        ("standard-1.json", ["draft-1.json", "draft-1-empty.json", "draft-1-photos.json"].as_slice()),
        ("standard-1-lists.json", &["draft-1-lists.json"]),
    ];
    for (standard, drafts) in files {
        let expected = digests(&read(&fixture(&format!("formats/{standard}"))));
        for name in drafts.iter().chain([&standard]) {
            assert_eq!(python_says(&format!("tests/fixtures/formats/{name}")), expected, "{name}");
        }
    }
}

#[test]
fn anybody_can_compute_the_code_of_a_bundle() {
    let file: Value = serde_json::from_str(&fixture("formats/bundle-1.json")).expect("JSON");
    assert_eq!(python_says("tests/fixtures/formats/bundle-1.json"), [format!("sealed {}", text(&file["code"]))]);
}

#[test]
fn anybody_can_compute_the_codes_of_a_submission() {
    for name in SUBMISSIONS.into_iter().chain(["formats/submission-1-lists.json"]) {
        let file: Value = serde_json::from_str(&fixture(name)).expect("JSON");
        let codes = ["signed", "attached"].map(|member| format!("{member} {}", text(&file["codes"][member])));
        assert_eq!(python_says(&format!("tests/fixtures/{name}")), codes, "{name}");
    }
}

#[test]
fn anybody_can_compute_the_digests_of_standard_and_items_that_stand_in_a_submission() {
    let mut said = python_says("tests/fixtures/formats/standard-1.json");
    said.retain(|line| !line.starts_with("fact "));
    said.sort();
    for name in SUBMISSIONS {
        let file: Value = serde_json::from_str(&fixture(name)).expect("JSON");
        let (standard, answers) =
            (&file["signed"]["standard"], file["signed"]["answers"].as_object().expect("answers"));
        let mut stand = vec![format!("standard {} {}", text(&standard["id"]), text(&standard["digest"]))];
        stand.extend(answers.iter().map(|(id, answer)| format!("item {id} {}", text(&answer["item"]))));
        stand.sort();
        assert_eq!(stand, said, "{name}");
    }
}

#[test]
fn the_examples_in_the_description_of_the_formats_are_what_the_files_give() {
    let described = std::fs::read_to_string(format!("{}/docs/formats.md", env!("CARGO_MANIFEST_DIR"))).expect("docs");
    let standard = read(&fixture("formats/standard-1.json"));
    let submission: Value = serde_json::from_str(&fixture("formats/submission-1-empty.json")).expect("JSON");
    let issued: Value = serde_json::from_str(standard.text()).expect("JSON");
    let (item, digest) = standard.digested_item(&item("X1")).expect("an item");
    let asked = json!({"words": item.words, "points": item.points, "scale": item.scale});
    let (_, of_fact) = standard.digested_fact(&standard.facts[0].id).expect("a fact");
    let fact = json!({"words": issued["facts"][0]["words"], "unit": issued["facts"][0]["unit"]});
    for (what, given) in [
        ("submission-1-empty.json", text(&submission["codes"]["signed"])),
        (canonical(&submission["attached"]).as_str(), text(&submission["codes"]["attached"])),
        ("standard-1.json", standard.reference().digest.as_str()),
        (canonical(&asked).as_str(), digest.as_str()),
        (canonical(&fact).as_str(), of_fact.as_str()),
    ] {
        assert!(described.contains(&format!("`{what}`: `{given}`")), "{what}: {given}");
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

/// The file as a county issued it, with every member that it has: none is added or left out by who reads it.
#[test]
fn a_draft_holds_its_standard_as_it_was_issued() {
    for issued in BUILT_IN {
        let draft = Draft::new(DraftId::try_from("d1").expect("an id"), read(issued), time());
        let written: Value = serde_json::from_str(&canonical(&draft)).expect("JSON");
        let issued: Value = serde_json::from_str(issued).expect("JSON");
        assert!(written["standard"] == issued, "{}", issued["id"]);
        let again = Draft::read(&canonical(&draft)).expect("opens");
        assert_eq!(again.standard.text(), canonical(&issued));
    }
}

#[test]
fn what_says_nothing_is_kept_as_it_was_issued_and_belongs_to_the_digest() {
    let said = read(BUILT_IN[0]);
    let more = reissued(&said, |value| {
        value["theme"] = Value::Null;
        value["sections"][0]["items"][0]["note_required"] = json!(false);
        value["sections"][0]["items"][1]["scale"]["count"]["unit"] = Value::Null;
    });
    let theme = reissued(&said, |value| _ = value.as_object_mut().expect("an object").remove("theme"));
    assert_eq!(*more, *theme, "read, they say the same");
    assert!(more != theme && more.reference().digest != theme.reference().digest);
    let differ = more.digested_items().zip(said.digested_items()).filter(|(now, before)| now.1 != before.1);
    assert_eq!(differ.map(|((item, _), _)| item.id.as_str()).collect::<Vec<_>>(), ["A2"]);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_is_filled_in_is_written_as_rfc_8785_writes_it(
        (standard, record) in standard_and_record(), typed in any::<String>()
    ) {
        let mut draft = Draft::new(DraftId::try_from("d1").expect("an id"), standard, time());
        draft.record = record;
        draft.unit.name = typed;
        prop_assert_eq!(canonical(&draft), rfc_8785(&draft));
        let submission = Submission::of(&draft, time());
        prop_assert_eq!(submission.written(), rfc_8785(&submission));
    }
}
