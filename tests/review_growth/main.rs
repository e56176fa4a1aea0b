//! How large a review grows: counts and memory, never time. Alone in its program, so that no other test's memory counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

#[path = "../common/mod.rs"]
mod common;

use common::review::{Window, entered_fact, review_of, unit};
use common::{library, time};
use xingzhan::model::review::review_file::ReviewFile;
use xingzhan::model::review::reviewed_file::{ReviewedFile, open};

#[test]
fn a_hundred_thousand_entries_stay_within_their_memory_and_are_found_by_their_places() {
    let resident = || {
        let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
        let pages: usize = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0);
        pages * 4096
    };
    let before = resident();
    let mut window = Window::new(1);
    let facts: Vec<String> = (0..50).map(|number| format!("fact_{number}")).collect();
    // Ten rounds over 200 units of fifty numbers each.
    for round in 0..10 {
        for number in 0..200 {
            for id in &facts {
                window.decide(entered_fact(number, id, round));
            }
        }
    }
    let grown = resident().saturating_sub(before);
    println!("{} entries, {} KB, {} bytes each", window.log.len(), grown >> 10, grown / window.log.len());
    assert_eq!((window.log.len(), window.log.places().count()), (100_000, 10_000));
    assert_eq!(window.log.places_of(unit(7)).count(), 50);
    assert!(window.log.clashes().is_empty());
    assert!(grown < 64 << 20, "{grown} bytes");
    // As a file it is within what may be opened.
    let written = ReviewFile::of(review_of(""), &window.log, time(), []).written();
    println!("{} KB as a file", written.len() >> 10);
    let Ok(ReviewedFile::Review(opened)) = open(written.as_bytes(), library()) else { panic!("a review") };
    assert_eq!(opened.entries.len(), 100_000);
}
