//! Any bytes at all: opened or refused with something to say, never a stop.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::model::file::{Opened, open};
use xingzhan::model::json::canonical;
use xingzhan::model::shelf::Shelf;
use xingzhan::model::words::Lang;
use xingzhan::i18n::{fault, text};

static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::built_in().expect("the built-in standards"));

fuzz_target!(|bytes: &[u8]| {
    let told = match open(bytes, &SHELF) {
        Ok(Opened::Submission(opened)) => opened.findings,
        Ok(Opened::Draft(draft)) => {
            let again = open(canonical(&*draft).as_bytes(), &SHELF);
            assert_eq!(again, Ok(Opened::Draft(draft)));
            Vec::new()
        }
        Ok(Opened::Standard(_)) => Vec::new(),
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
