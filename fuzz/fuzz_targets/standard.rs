//! A standard that is read reads back as the same, and scores an empty record.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::Score;

fuzz_target!(|text: &str| {
    let Ok(standard) = IssuedStandard::read(text) else { return };
    let score = Score::of(&standard, &Record::default());
    assert!(score.total.low <= score.total.high);
    assert_eq!(IssuedStandard::read(standard.text()).as_ref(), Ok(&standard));
});
