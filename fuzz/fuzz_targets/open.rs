//! Any bytes at all, as the desk opens them, and a unit: opened or refused with something to say, never a stop.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::i18n::{fault, text};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::review::reviewed_file;
use xingzhan::model::review::reviewed_file::ReviewedFile;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;

static SHELF: LazyLock<StandardLibrary> = LazyLock::new(|| StandardLibrary::built_in().expect("the built-in standards"));

fuzz_target!(|bytes: &[u8]| {
    let told = match reviewed_file::open(bytes, &SHELF) {
        Ok(ReviewedFile::Units(opened)) => {
            assert_eq!(open(bytes, &SHELF).as_ref(), Ok(&opened));
            match opened {
                ParsedFile::Submission(opened) => opened.findings,
                ParsedFile::Draft(draft) => {
                    let again = open(canonical(&*draft).as_bytes(), &SHELF);
                    assert_eq!(again, Ok(ParsedFile::Draft(draft)));
                    Vec::new()
                }
                ParsedFile::Standard(_) | ParsedFile::Desk(_) => Vec::new(),
            }
        }
        Ok(ReviewedFile::Bundle(opened)) => opened.findings,
        Ok(ReviewedFile::Review(review)) => {
            let again = reviewed_file::open(review.written().as_bytes(), &SHELF);
            assert_eq!(again, Ok(ReviewedFile::Review(review)));
            Vec::new()
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            // A unit is told something too, be it that the file belongs to the desk.
            assert!(!matches!(open(bytes, &SHELF), Ok(ParsedFile::Submission(_) | ParsedFile::Draft(_))));
            problems
        }
    };
    for problem in told {
        for lang in Lang::ALL {
            assert!(!fault(text(lang), &problem).is_empty());
        }
    }
});
