//! A submission that is read reads back as the same, and goes on as a draft that holds together.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;

static SHELF: LazyLock<StandardLibrary> = LazyLock::new(|| {
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    library.add(IssuedStandard::read(include_str!("../../tests/fixtures/formats/standard-1.json")).expect("a standard"));
    library
});

fuzz_target!(|text: &str| {
    let Ok(opened) = Submission::read(text, &SHELF) else { return };
    let again = Submission::read(&opened.submission.written(), &SHELF).expect("what was written opens");
    assert_eq!(again.submission, opened.submission);
    let id = DraftId::try_from("d1").expect("an id");
    let draft = opened.submission.draft(&opened.standard, id, opened.submission.time.clone());
    // A last revision has no next one.
    assert_eq!(draft.problems(), vec![]);
    assert_eq!(Draft::read(&canonical(&draft)), Ok(draft));
});
