//! A draft that is read reads back as the same, and its submission opens again as it was written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;

fuzz_target!(|text: &str| {
    let Ok(draft) = Draft::read(text) else { return };
    assert_eq!(Draft::read(&canonical(&draft)).as_ref(), Ok(&draft));
    let submission = Submission::of(&draft, draft.changed.clone());
    let mut library = StandardLibrary::default();
    library.add(draft.standard.clone());
    let opened = Submission::read(&submission.written(), &library).expect("what was written opens");
    assert_eq!(opened.submission, submission);
    assert!(opened.findings.is_empty());
});
