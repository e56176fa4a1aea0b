//! What opening a county's review again and again leaves in memory: nothing. Alone in its program, so that no other test's
//! memory counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

#[path = "../common/mod.rs"]
mod common;

use common::review::{day, writer};
use common::{full, library, room, time};
use std::sync::Arc;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::parsed::{ParsedFile, open};
use xingzhan::model::review::act::Act;
use xingzhan::model::review::entry::ReviewEntry;
use xingzhan::model::review::entry_maker::EntryMaker;
use xingzhan::model::review::ids::{FileDigest, UnitId};
use xingzhan::model::review::log::Log;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::same_name::key_of;
use xingzhan::model::review::taken::TakenFile;
use xingzhan::model::review::units::ReviewUnits;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::submission::Submission;
use xingzhan::persistence::file_row::FileRow;

const UNITS: u64 = 520;

/// What is stored of a review: its entries and its rows.
fn stored() -> (Vec<String>, Vec<String>) {
    let (mut log, mut rows) = (Log::default(), Vec::new());
    let mut maker = EntryMaker::new(writer(1), common::review::who("county", "王"));
    for number in 0..UNITS {
        let mut draft = Draft::new(DraftId::try_from("d1").unwrap(), room().clone(), time());
        draft.unit.name = format!("第{number}村联络室");
        draft.record = full(room());
        let submission = Submission::of(&draft, time());
        let text = submission.written();
        let Ok(ParsedFile::Submission(opened)) = open(text.as_bytes(), library()) else { panic!("it opens") };
        rows.push(FileRow::of_submission(&opened).write());
        let unit = UnitId::new(number.to_be_bytes());
        let line = RosterLine::new(room().unit.id.clone(), &draft.unit.name);
        let taken = TakenFile {
            code: submission.codes.signed.clone(),
            revision: 1,
            received: day("2026-12-04"),
            file_name: format!("{number}.json"),
            key: key_of(&line, &str::to_owned).unwrap(),
            unit: Some(unit),
            bundle: None,
        };
        let file = FileDigest::of(text.as_bytes());
        let acts = [Act::Unit { unit, value: Some(Arc::new(line)) }, Act::Taken { file, value: Some(Arc::new(taken)) }];
        maker.decide(&mut log, acts, &time());
    }
    (log.iter().map(ReviewEntry::written).collect(), rows)
}

/// Opens it as a browser does. How many of its units have sent something, and how many rows there are.
fn opened(entries: &[String], rows: &[String]) -> (usize, usize) {
    let mut log = Log::default();
    for text in entries {
        log.admit(ReviewEntry::read(text).unwrap());
    }
    let rows: Vec<FileRow> = rows.iter().map(|text| FileRow::read(text).unwrap()).collect();
    (ReviewUnits::of(&log).units.iter().filter(|unit| unit.is_here()).count(), rows.len())
}

#[test]
fn a_countys_review_that_is_opened_twenty_times_leaves_nothing_in_memory() {
    let resident = || {
        let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
        let pages: usize = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0);
        pages * 4096
    };
    let (entries, rows) = stored();
    let all = usize::try_from(UNITS).unwrap();
    let longest = rows.iter().map(|row| FileRow::read(row).unwrap().row.bytes()).max();
    assert!(longest.unwrap() <= 1024, "{longest:?} bytes");
    // The first openings grow to what one needs.
    for _ in 0..3 {
        assert_eq!(opened(&entries, &rows), (all, all));
    }
    let before = resident();
    for _ in 0..20 {
        assert_eq!(opened(&entries, &rows), (all, all));
    }
    let grown = resident().saturating_sub(before);
    println!("grown by {} KB", grown >> 10);
    // What one opening holds is more than this.
    assert!(grown < 512 << 10, "{grown} bytes");
}
