//! A standard that is read reads back as the same, and scores an empty record.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::embedded::Embedded;
use xingzhan::model::record::Record;
use xingzhan::model::score::Score;

fuzz_target!(|text: &str| {
    let Ok(standard) = Embedded::read(text) else { return };
    let score = Score::of(&standard, &Record::default());
    assert!(score.total.low <= score.total.high);
    assert_eq!(Embedded::read(standard.text()).as_ref(), Ok(&standard));
});
