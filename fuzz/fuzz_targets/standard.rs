//! A standard that is read reads back as the same, and scores an empty record.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::json::canonical;
use xingzhan::model::record::Record;
use xingzhan::model::score::Score;
use xingzhan::model::standard::Standard;

fuzz_target!(|text: &str| {
    let Ok(standard) = Standard::read(text) else { return };
    let score = Score::of(&standard, &Record::default());
    assert!(score.total.low <= score.total.high);
    assert_eq!(Standard::read(&canonical(&standard)).as_ref(), Ok(&standard));
});
