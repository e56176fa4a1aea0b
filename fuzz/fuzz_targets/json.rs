//! Strict JSON: what is read is written in the canonical form, and that reads back as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::files::json::{canonical, read};

fuzz_target!(|text: &str| {
    let Ok(value) = read(text) else { return };
    let written = canonical(&value);
    let again = read(&written).expect("what was written is read");
    assert_eq!(again, value);
    assert_eq!(canonical(&again), written);
});
