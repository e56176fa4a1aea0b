//! Workbooks that are cut off, damaged, locked or made to do harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use cfb::CompoundFile;
use documents::received::{ReadError, ReadFailure};
use office_read::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_STYLES_BYTES, MAX_WORKBOOK_BYTES};
use office_read::workbook::sheets;
use proptest::prelude::*;
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn wrong(bytes: Vec<u8>) -> ReadError {
    sheets(bytes).expect_err("an error")
}

/// The roster with these parts, in the place of its own or beside them.
fn with_parts(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut roster = ZipArchive::new(Cursor::new(fixture("roster.xlsx"))).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..roster.len() {
        let part = roster.by_index_raw(at).unwrap();
        if parts.iter().all(|(name, _)| part.name().unwrap() != *name) {
            writer.raw_copy_file(part).unwrap();
        }
    }
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The roster with other cells in its first sheet.
fn with_cells(cells: &str) -> Vec<u8> {
    with_parts(&[("xl/worksheets/sheet1.xml", &sheet(cells))])
}

fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

/// What stands in the roster of before 2007, to be changed and put back.
fn with_records(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut file = CompoundFile::open(Cursor::new(fixture("roster.xls"))).unwrap();
    let mut stream = Vec::new();
    file.open_stream("/Workbook").unwrap().read_to_end(&mut stream).unwrap();
    change(&mut stream);
    let mut made = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    made.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    made.flush().unwrap();
    made.into_inner().into_inner()
}

/// Where the records of this kind begin.
fn records(stream: &[u8], kind: u16) -> Vec<usize> {
    let number = |at: usize| u16::from_le_bytes([stream[at], stream[at + 1]]);
    let (mut at, mut found) = (0, Vec::new());
    while at + 4 <= stream.len() {
        if number(at) == kind {
            found.push(at);
        }
        at += 4 + usize::from(number(at + 2));
    }
    found
}

/// Puts something at this place, before which records end; sheets that begin at it or behind are found again.
fn put_in(stream: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    for sheet in records(stream, SHEET) {
        let begin = u32::from_le_bytes(stream[sheet + 4..sheet + 8].try_into().unwrap());
        if begin as usize >= at {
            let begin = begin + u32::try_from(bytes.len()).unwrap();
            stream[sheet + 4..sheet + 8].copy_from_slice(&begin.to_le_bytes());
        }
    }
    stream.splice(at..at, bytes.iter().copied());
}

const SHARED_TEXT: u16 = 0x00FD;
const TEXTS: u16 = 0x00FC;
const SHEET: u16 = 0x0085;
const SIZE: u16 = 0x0200;

#[test]
fn what_is_no_workbook_is_told_and_so_is_one_that_is_cut_off() {
    let archive = fixture("seven.zip");
    for nothing in [&b""[..], b"{}", &archive, b"PK\x05\x06aaaaaaaaaaaaaaaaaa"] {
        assert!(matches!(wrong(nothing.to_vec()).failure, ReadFailure::NotWorkbook | ReadFailure::Incomplete));
    }
    let mut other = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    other.create_stream("/WordDocument").unwrap().write_all(b"text").unwrap();
    assert_eq!(wrong(other.into_inner().into_inner()), ReadFailure::NotWorkbook.here());
    for name in ["roster.xlsx", "roster.xls"] {
        let whole = fixture(name);
        for part in 1..8 {
            assert_eq!(
                wrong(whole[..whole.len() * part / 8].to_vec()),
                ReadFailure::Incomplete.here(),
                "{name} {part}"
            );
        }
    }
}

#[test]
fn a_workbook_with_a_password_is_told() {
    let mut locked = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    locked.create_stream("/EncryptedPackage").unwrap().write_all(&[7; 5000]).unwrap();
    assert_eq!(wrong(locked.into_inner().into_inner()), ReadFailure::Encrypted.here());
    // A record after the first one says so, in those of before 2007.
    let old = with_records(|stream| {
        let after = 4 + usize::from(stream[2]);
        stream.splice(after..after, [0x2F, 0, 6, 0, 1, 0, 1, 0, 1, 0]);
    });
    assert_eq!(wrong(old), ReadFailure::Encrypted.here());
}

#[test]
fn a_cell_at_the_end_of_the_world_takes_no_memory() {
    for place in ["XFD1048576", "A1048576", "XFD1"] {
        let far = format!("<row><c r=\"A1\"><v>1</v></c></row><row><c r=\"{place}\"><v>1</v></c></row>");
        assert_eq!(wrong(with_cells(&far)), ReadFailure::TooMany.at("花名册"), "{place}");
    }
    for place in [&[0xFF, 0xFF, 0, 0], &[0, 0, 0xFF, 0xFF]] {
        let far = with_records(|stream| {
            let at = records(stream, SHARED_TEXT)[0];
            stream[at + 4..at + 8].copy_from_slice(place);
        });
        assert_eq!(wrong(far), ReadFailure::TooMany.here());
    }
    // Each of two is near, and what lies between them is too much.
    let row = u16::try_from(MAX_ROWS - 1).unwrap().to_le_bytes();
    let column = u16::try_from(MAX_COLUMNS - 1).unwrap().to_le_bytes();
    let between = with_records(|stream| {
        let at = records(stream, SHARED_TEXT)[1];
        stream[at + 4..at + 8].copy_from_slice(&[row, column].concat());
    });
    assert_eq!(wrong(between), ReadFailure::TooMany.here());
}

#[test]
fn more_cells_or_texts_than_any_roster_has_are_refused() {
    let row = |cells: String, at: usize| format!("<row r=\"{at}\">{cells}</row>");
    let many: String = (1..=MAX_CELLS / 25 + 1).map(|at| row("<c><v>1</v></c>".repeat(25), at)).collect();
    assert_eq!(wrong(with_cells(&many)), ReadFailure::TooMany.at("花名册"));
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let shared: String = (1..=700).map(|at| row("<c t=\"s\"><v>0</v></c>".to_owned(), at)).collect();
    let parts = with_parts(&[("xl/sharedStrings.xml", &long), ("xl/worksheets/sheet1.xml", &sheet(&shared))]);
    assert_eq!(wrong(parts), ReadFailure::TooLarge.at("花名册"));
    let padded = |name: &str, bytes: u64| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&vec![b' '; usize::try_from(bytes).unwrap()]).unwrap();
        writer.finish().unwrap().into_inner()
    };
    for (name, bytes) in [("xl/styles.xml", MAX_STYLES_BYTES + 1), ("x", MAX_WORKBOOK_BYTES as u64 + 1)] {
        assert_eq!(wrong(padded(name, bytes)), ReadFailure::TooLarge.at(name));
    }
    assert_eq!(wrong(vec![b'P'; MAX_WORKBOOK_BYTES + 1]), ReadFailure::TooLarge.here());
}

#[test]
fn a_sheet_that_begins_within_another_record_is_refused() {
    // A record that nobody reads is so long that the first sheet's beginning, and what it says of its size, lie in it.
    let hidden = with_records(|stream| {
        let sheet = records(stream, SHEET)[0];
        let begin = u32::from_le_bytes(stream[sheet + 4..sheet + 8].try_into().unwrap());
        let size = records(stream, SIZE)[0];
        stream[size + 4..size + 12].copy_from_slice(&[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]);
        let end = size + 4 + usize::from(u16::from_le_bytes([stream[size + 2], stream[size + 3]]));
        let begin_at = begin as usize;
        let length = u16::try_from(end - begin_at).unwrap().to_le_bytes();
        put_in(stream, begin_at, &[0xFE, 0xFE, length[0], length[1]]);
        stream[sheet + 4..sheet + 8].copy_from_slice(&(begin + 4).to_le_bytes());
    });
    assert_eq!(wrong(hidden), ReadFailure::Damaged.here());
}

#[test]
fn cells_behind_a_diagram_belong_to_the_sheet_around_it() {
    // A diagram within a sheet has a beginning and an end of its own, and may hold cells that are not the sheet's.
    let diagram = [9, 8, 4, 0, 0, 6, 0x20, 0, 10, 0, 0, 0];
    let untouched = with_records(|stream| {
        let at = records(stream, SHARED_TEXT)[1];
        put_in(stream, at, &diagram);
    });
    assert_eq!(sheets(untouched), sheets(fixture("roster.xls")));
    let far = with_records(|stream| {
        let at = records(stream, SHARED_TEXT)[1];
        let (row, column) = (u16::try_from(MAX_ROWS - 1).unwrap(), u16::try_from(MAX_COLUMNS - 1).unwrap());
        stream[at + 4..at + 8].copy_from_slice(&[row.to_le_bytes(), column.to_le_bytes()].concat());
        put_in(stream, at, &diagram);
    });
    assert_eq!(wrong(far), ReadFailure::TooMany.here());
}

#[test]
fn records_that_are_not_what_they_say_are_refused() {
    // A head of a shared text that is cut in two, of which its reader knows nothing.
    let cut = with_records(|stream| {
        let at = records(stream, TEXTS)[0];
        let rest = u16::from_le_bytes([stream[at + 2], stream[at + 3]]) - 11 - 4;
        // Its first text says that it is formatted, and the record ends there; the rest is a record of no kind.
        stream[at + 2..at + 4].copy_from_slice(&11_u16.to_le_bytes());
        stream[at + 14] = 8;
        stream[at + 15..at + 17].copy_from_slice(&[0xFE, 0xFE]);
        stream[at + 17..at + 19].copy_from_slice(&rest.to_le_bytes());
    });
    assert_eq!(wrong(cut), ReadFailure::Damaged.here());
    // A sheet that begins in the middle of something.
    let astray = with_records(|stream| {
        let at = records(stream, SHEET)[0];
        stream[at + 4] ^= 1;
    });
    assert_eq!(wrong(astray), ReadFailure::Damaged.here());
}

/// The roster with its sheets in these states, the second of which has no cells, and with these parts.
fn with_states(states: [&str; 3], parts: &[(&str, &str)]) -> Vec<u8> {
    let sheet = |(at, state)| format!("<sheet name=\"s{at}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"rId{at}\"/>");
    let sheets: Vec<String> = std::iter::zip(1.., states).map(sheet).collect();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!("<workbook xmlns:r=\"{namespace}\"><sheets>{}</sheets></workbook>", sheets.concat());
    with_parts(&[&[("xl/workbook.xml", book.as_str())], parts].concat())
}

/// The same roster of before 2007, whose two sheets both have cells.
fn with_old_states(states: [u8; 2]) -> Vec<u8> {
    with_records(|stream| {
        for (at, state) in std::iter::zip(records(stream, SHEET), states) {
            stream[at + 8] = state;
        }
    })
}

fn sheet_names(bytes: Vec<u8>) -> Vec<String> {
    sheets(bytes).unwrap().into_iter().map(|sheet| sheet.name).collect()
}

#[test]
fn a_sheet_that_nobody_sees_is_left_out_where_something_stands_in_another() {
    assert_eq!(sheet_names(with_states(["visible"; 3], &[])), ["s1", "s2", "s3"]);
    assert_eq!(sheet_names(with_states(["hidden", "visible", "visible"], &[])), ["s2", "s3"]);
    assert_eq!(sheet_names(with_states(["visible", "visible", "veryHidden"], &[])), ["s1", "s2"]);
    assert_eq!(sheet_names(with_old_states([0, 0])), ["花名册", "many"]);
    for hidden in [1, 2] {
        assert_eq!(sheet_names(with_old_states([hidden, 0])), ["many"]);
        assert_eq!(sheet_names(with_old_states([0, hidden])), ["花名册"]);
    }
}

#[test]
fn hidden_sheets_are_read_where_nothing_stands_in_the_others() {
    let states = ["veryHidden", "visible", "hidden"];
    assert_eq!(sheet_names(with_states(states, &[])), ["s2", "s1", "s3"]);
    let spaces = sheet("<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">  </t></is></c></row>");
    assert_eq!(sheet_names(with_states(states, &[("xl/worksheets/sheet2.xml", &spaces)])), ["s2", "s1", "s3"]);
    assert_eq!(sheet_names(with_states(["hidden"; 3], &[])), ["s1", "s2", "s3"]);
    assert_eq!(sheet_names(with_old_states([1, 2])), ["花名册", "many"]);
    let read = sheets(with_states(["hidden", "visible", "visible"], &[])).unwrap();
    assert_eq!(read[1].rows[1], ["", "x"], "each name with its own cells");
}

#[test]
fn what_is_wrong_with_a_sheet_that_nobody_sees_costs_nothing() {
    let far = sheet("<row><c r=\"XFD1048576\"><v>1</v></c></row>");
    let with = |state| with_states(["visible", "visible", state], &[("xl/worksheets/sheet3.xml", &far)]);
    assert_eq!(sheet_names(with("hidden")), ["s1", "s2"]);
    assert_eq!(wrong(with("visible")), ReadFailure::TooMany.at("s3"));
}

proptest! {
    #[test]
    fn any_damage_gives_an_error_or_sheets(name in prop::sample::select(vec!["roster.xlsx", "roster.xls"]), at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = fixture(name);
        let place = at.index(bytes.len());
        bytes[place] = to;
        let cut = cut.index(2 * bytes.len());
        bytes.truncate(cut.max(1));
        let _ = sheets(bytes);
    }

    #[test]
    fn any_damage_of_records_gives_an_error_or_sheets(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let bytes = with_records(|stream| for (at, to) in places {
            let at = at.index(stream.len());
            stream[at] = to;
        });
        let _ = sheets(bytes);
    }
}
