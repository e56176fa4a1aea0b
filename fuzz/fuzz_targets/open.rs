//! Any bytes at all: opened or refused with something to say, never a stop.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan::i18n::{fault, text};

static SHELF: LazyLock<StandardLibrary> = LazyLock::new(|| StandardLibrary::built_in().expect("the built-in standards"));

fuzz_target!(|bytes: &[u8]| {
    let told = match open(bytes, &SHELF) {
        Ok(ParsedFile::Submission(opened)) => opened.findings,
        Ok(ParsedFile::Draft(draft)) => {
            let again = open(canonical(&*draft).as_bytes(), &SHELF);
            assert_eq!(again, Ok(ParsedFile::Draft(draft)));
            Vec::new()
        }
        Ok(ParsedFile::Standard(_)) => Vec::new(),
        Ok(ParsedFile::Bundle(opened)) => opened.findings,
        Ok(ParsedFile::Review(review)) => {
            let again = open(review.written().as_bytes(), &SHELF);
            assert_eq!(again, Ok(ParsedFile::Review(review)));
            Vec::new()
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            problems
        }
    };
    for problem in told {
        for lang in Lang::ALL {
            assert!(!fault(text(lang), &problem).is_empty());
        }
    }
});
