//! Archives that are cut off, damaged or made to do harm: each is told by what is wrong and where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use documents::received::{ReadError, ReadFailure};
use office_read::archive::Archive;
use office_read::limits::{MAX_BYTES, MAX_FILES, MAX_NAME_CHARS};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files, packed.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Writes over something in the record that the directory has of a file, and in the file's own head: each at the place
/// where APPNOTE.TXT has it there.
fn changed(mut bytes: Vec<u8>, record: usize, in_directory: usize, in_head: usize, value: &[u8]) -> Vec<u8> {
    let of = |bytes: &[u8], mark: &[u8]| -> Vec<usize> {
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(mark)).collect()
    };
    let places = [(of(&bytes, b"PK\x01\x02")[record], in_directory), (of(&bytes, b"PK\x03\x04")[record], in_head)];
    for (from, at) in places {
        bytes[from + at..from + at + value.len()].copy_from_slice(value);
    }
    bytes
}

fn wrong(bytes: Vec<u8>) -> ReadError {
    Archive::open(bytes).err().expect("an error")
}

/// What is wrong with the file at this place of a list that there is.
fn refused(bytes: Vec<u8>, at: usize) -> ReadError {
    let mut archive = Archive::open(bytes).expect("a list");
    let error = archive.file(at).expect_err("a refusal");
    assert_eq!(archive.files()[at].refused, Some(error.failure), "it stands in the list");
    error
}

#[test]
fn what_is_no_archive_or_only_half_of_one_is_told_apart() {
    let whole = packed(&[("a.json", b"{}"), ("b.json", &[7; 3000])]);
    for nothing in [&b""[..], b"{}", b"\xd0\xcf\x11\xe0", &[0; 100]] {
        assert_eq!(wrong(nothing.to_vec()), ReadFailure::NotArchive.here());
    }
    for cut in 4..whole.len() - 1 {
        assert_eq!(wrong(whole[..cut].to_vec()).failure, ReadFailure::Incomplete, "{cut}");
    }
}

#[test]
fn one_damaged_file_costs_that_file_alone() {
    let mut bytes = packed(&[("a.json", b"{\"a\":1}"), ("b.json", b"{\"b\":2}")]);
    let at = bytes.windows(6).position(|window| window == b"a.json").unwrap() + 6;
    bytes[at + 3] ^= 0x10;
    let mut archive = Archive::open(bytes).unwrap();
    assert_eq!(archive.file(0), Err(ReadFailure::Damaged.at("a.json")));
    assert_eq!(archive.file(1), Ok(b"{\"b\":2}".to_vec()));
    assert_eq!(archive.file(2), Err(ReadFailure::NoSuchFile.here()));
}

#[test]
fn a_size_that_is_a_lie_is_not_unpacked_beyond() {
    let bytes = packed(&[("bomb", &vec![0; 4_000_000])]);
    assert!(bytes.len() < 20_000);
    let mut archive = Archive::open(changed(bytes, 0, 24, 22, &10_u32.to_le_bytes())).unwrap();
    assert_eq!(archive.file(0), Err(ReadFailure::Damaged.at("bomb")));
}

#[test]
fn more_than_all_submissions_of_a_county_is_not_opened_at_all() {
    let size = u32::try_from(MAX_BYTES / 2 + 1).unwrap().to_le_bytes();
    let bytes = packed(&[("a", b"x"), ("b", b"y")]);
    let bytes = changed(changed(bytes, 0, 24, 22, &size), 1, 24, 22, &size);
    assert_eq!(wrong(bytes.clone()), ReadFailure::TooLarge.at("b"));
    // Nor where it lies in another.
    assert_eq!(wrong(packed(&[("x", b"x"), ("inner.zip", &bytes)])), ReadFailure::TooLarge.at("inner.zip"));
    let names: Vec<String> = (0..=MAX_FILES).map(|at| at.to_string()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(wrong(packed(&files)), ReadFailure::TooMany.here());
    assert_eq!(Archive::open(packed(&files[1..])).unwrap().files().len(), MAX_FILES);
    assert_eq!(wrong(packed(&[("x", b"x"), ("inner.zip", &packed(&files[1..]))])), ReadFailure::TooMany.here());
}

#[test]
fn files_that_share_their_bytes_are_refused() {
    let bytes = packed(&[("a", &[7; 100]), ("b", &[7; 100])]);
    let second = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    let mut same = bytes.clone();
    // The second one's place in the archive is the first one's.
    same[second + 42..second + 46].copy_from_slice(&[0; 4]);
    assert_eq!(wrong(same).failure, ReadFailure::Overlapping);
    // The first reaches into the second.
    let longer = 60_u32.to_le_bytes();
    assert_eq!(wrong(changed(bytes, 0, 20, 18, &longer)), ReadFailure::Overlapping.at("a"));
}

#[test]
fn a_name_that_leads_out_of_its_folder_is_refused_by_itself() {
    for name in ["../../a.json", "/etc/a.json", "C:\\a.json", "x\\..\\..\\a.json"] {
        let bytes = packed(&[("fine", b"x"), (name, b"{}")]);
        assert_eq!(refused(bytes.clone(), 1), ReadFailure::UnsafeName.at(name));
        assert_eq!(Archive::open(bytes).unwrap().file(0), Ok(b"x".to_vec()));
    }
    let long = "长".repeat(MAX_NAME_CHARS + 1);
    assert_eq!(refused(packed(&[(&long, b"x")]), 0), ReadFailure::LongName.at(&long[..3 * MAX_NAME_CHARS]));
}

#[test]
fn a_password_and_a_way_of_packing_that_nobody_knows_are_told() {
    let bytes = packed(&[("a.json", b"{}")]);
    assert_eq!(refused(changed(bytes.clone(), 0, 8, 6, &[1]), 0), ReadFailure::Encrypted.at("a.json"));
    assert_eq!(refused(changed(bytes, 0, 10, 8, &[14]), 0), ReadFailure::UnknownPacking.at("a.json"));
}

proptest! {
    #[test]
    fn any_damage_gives_an_error_or_whole_files(at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let fixture = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/windows.zip");
        let mut bytes = std::fs::read(fixture).unwrap();
        let place = at.index(bytes.len());
        bytes[place] = to;
        let cut = cut.index(2 * bytes.len());
        bytes.truncate(cut.max(1));
        if let Ok(mut archive) = Archive::open(bytes) {
            for at in 0..archive.files().len() {
                if let Ok(file) = archive.file(at) {
                    prop_assert_eq!(file.len() as u64, archive.files()[at].bytes);
                }
            }
        }
    }
}
