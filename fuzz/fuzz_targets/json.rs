//! Strict JSON: what is read is written in the canonical form, and that reads back as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xingzhan::model::json::{canonical, read};
use xingzhan::model::peek::peek;

fuzz_target!(|text: &str| {
    let first = peek(text, "kind");
    let Ok(value) = read(text) else { return };
    let written = canonical(&value);
    let again = read(&written).expect("what was written is read");
    assert_eq!(again, value);
    assert_eq!(canonical(&again), written);
    // The first look finds nothing but what stands there; what is written with escapes it may miss.
    if let Some(found) = first.filter(|found| !found.contains('\\')) {
        assert_eq!(value.get("kind").and_then(|kind| kind.text()), Some(found));
    }
});
