//! A draft as a browser stores it: without its standard, which is stored once beside all drafts that name it.

use crate::common::arbitrary::record;
use crate::common::{example, library, station, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::stored;
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::problem::Fault;
use xingzhan::model::record::unread::Typed;
use xingzhan::model::standard::ids::{FactId, ItemId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::reference::StandardRef;
use xingzhan::persistence::revision::{Found, Writer, decode, encoded, read_copy};

fn here(meant: &StandardRef) -> Option<IssuedStandard> {
    library().find(meant).cloned()
}

fn nowhere(_: &StandardRef) -> Option<IssuedStandard> {
    None
}

#[test]
fn a_stored_draft_names_its_standard_and_holds_nothing_of_it() {
    let (stored, file) = (stored::write(&example()), canonical(&example()));
    assert!(stored.len() < 40_000 && file.len() > stored.len() + 50_000, "{} of {}", stored.len(), file.len());
    let (stored, mut file): (Value, Value) =
        (serde_json::from_str(&stored).expect("JSON"), serde_json::from_str(&file).expect("JSON"));
    let reference = station().reference();
    file["standard"] =
        json!({"digest": reference.digest.as_str(), "id": reference.id.as_str(), "version": reference.version});
    assert_eq!(stored, file, "everything else is as in its file");
}

#[test]
fn a_stored_draft_opens_as_it_was_with_its_standard_and_tells_which_one_is_missing_without_it() {
    let raw = encoded(&example(), Writer { window: 1, round: 1 });
    assert_eq!(read_copy(Some(&raw), &here).draft.as_deref(), Some(&example()));
    let without = read_copy(Some(&raw), &nowhere);
    assert!(matches!(without.found, Found::Broken(_)) && without.draft.is_none());
    let fault = Fault::StandardMissing {
        id: "liaison-station".to_owned(),
        version: station().version,
        unit: example().unit.name,
        year: example().year,
    };
    assert_eq!(without.problems.iter().map(|problem| &problem.fault).collect::<Vec<_>>(), [&fault]);
    assert_eq!(stored::standard_of(decode(&raw).1), Some(station().reference().clone()));
}

#[test]
fn what_is_saved_of_a_draft_without_its_standard_opens_as_a_file_where_the_standard_is() {
    let text = stored::write(&example());
    assert_eq!(open(text.as_bytes(), library()), Ok(ParsedFile::Draft(Box::new(example()))));
    let problems = open(text.as_bytes(), &StandardLibrary::default()).expect_err("refused");
    assert!(matches!(problems[0].fault, Fault::StandardMissing { .. }), "{problems:?}");
}

#[test]
fn a_standard_is_used_only_where_it_is_the_one_that_is_named() {
    let (text, meant) = (station().text(), station().reference());
    assert_eq!(stored::standard(text, meant).map(|found| found.reference().clone()), Some(meant.clone()));
    let other = text.replacen("\"year\":2026", "\"year\":2027", 1);
    assert!(other != text && stored::standard(&other, meant).is_none());
    for cut in [0, 1, text.len() / 2, text.len() - 1] {
        let cut = text.char_indices().map(|(at, _)| at).find(|at| *at >= cut).unwrap_or(0);
        assert!(stored::standard(&text[..cut], meant).is_none(), "{cut}");
    }
}

#[test]
fn a_whole_draft_in_storage_opens_as_well() {
    let text = canonical(&example());
    assert_eq!(stored::read(&text, &nowhere), Ok(example()));
    assert_eq!(stored::standard_of(&text), None);
}

#[test]
fn three_hundred_drafts_fit_into_local_storage() {
    // Five million characters in every browser; the worked example has more in it than most.
    let characters = encoded(&example(), Writer { window: 1, round: 1 }).encode_utf16().count();
    assert!(characters * 300 < 4_500_000, "{characters}");
}

/// So many signs in a field were once stored and then not opened again.
#[test]
fn a_draft_with_200_000_signs_in_any_field_opens_again_from_storage_and_from_its_file() {
    let long = "字".repeat(200_000);
    let item = |id: &str| ItemId::try_from(id).expect("an id");
    let fact = FactId::try_from("came").expect("an id");
    let changes: [&dyn Fn(&mut Draft); 8] = [
        &|draft| draft.note(&item("A1"), long.clone()),
        &|draft| draft.show(&item("A1"), |evidence| evidence.ledger.clone_from(&long)),
        &|draft| draft.unit.name.clone_from(&long),
        &|draft| draft.posts.head.phone.clone_from(&long),
        &|draft| draft.declaration.name.clone_from(&long),
        &|draft| draft.type_fact(&fact, Typed::Unread(long.clone())),
        &|draft| draft.type_count(&item("J3"), Typed::Unread(long.clone())),
        &|draft| draft.type_year(&long),
    ];
    for (at, change) in changes.iter().enumerate() {
        let mut draft = example();
        change(&mut draft);
        assert_eq!(stored::read(&stored::write(&draft), &here).as_ref(), Ok(&draft), "{at} is stored");
        let file = open(canonical(&draft).as_bytes(), library());
        assert_eq!(file, Ok(ParsedFile::Draft(Box::new(draft.clone()))), "{at} is in a file");
        let held_back = !draft.own_problems().is_empty() || !draft.unread.is_empty();
        assert!(held_back, "{at} keeps the submission back");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_filled_in_is_stored_and_read_again_in_300_runs(record in record(station())) {
        let draft = Draft { record, ..Draft::new(example().id, station().clone(), time()) };
        prop_assert_eq!(stored::read(&stored::write(&draft), &here), Ok(draft));
    }
}
