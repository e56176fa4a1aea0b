//! All drafts in one file: written piece by piece, read by a program that is not ours, and read back.

use proptest::prelude::*;
use std::io::Write as _;
use std::process::Command;
use xingzhan::model::date::CivilDate;
use xingzhan::model::files::archive::{ArchiveReader, ArchiveWriter, Entry, PackingProgress, Span, Unpackable};

fn day() -> CivilDate {
    CivilDate::parse("2026-12-10").expect("a day")
}

fn written(files: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut archive = ArchiveWriter::new(day());
    let mut bytes = Vec::new();
    for (folder, name, text) in files {
        archive.begin(folder, name).expect("a file");
        for part in text.as_bytes().chunks(7) {
            // Cut anywhere, as long as it is text.
            match std::str::from_utf8(part) {
                Ok(part) => archive.add(part).expect("text"),
                Err(_) => return written_whole(files),
            }
        }
        bytes.extend(archive.take());
    }
    bytes.extend(archive.end().expect("an end"));
    bytes
}

fn written_whole(files: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut archive = ArchiveWriter::new(day());
    for (folder, name, text) in files {
        archive.begin(folder, name).expect("a file");
        archive.add(text).expect("text");
    }
    archive.end().expect("an end")
}

/// Reads as the page does: bringing what is asked for. Also how many bytes were brought.
fn brought<T>(
    reader: &ArchiveReader,
    bytes: &[u8],
    mut step: impl FnMut() -> Result<PackingProgress<T>, Unpackable>,
) -> (Result<T, Unpackable>, u64) {
    let mut many = 0;
    for _ in 0..1000 {
        match step() {
            Ok(PackingProgress::Done(done)) => return (Ok(done), many),
            Ok(PackingProgress::Needs(Span { from, to })) => {
                assert!(from < to && to <= bytes.len() as u64, "asks for what is there");
                many += to - from;
                let range = usize::try_from(from).expect("small")..usize::try_from(to).expect("small");
                reader.bring(from, bytes[range].to_vec());
            }
            Err(why) => return (Err(why), many),
        }
    }
    panic!("asks for ever");
}

/// A name that is not UTF-8, as the browser's own decoder reads it.
fn decoded(bytes: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
}

fn list(bytes: &[u8]) -> (ArchiveReader, Result<Vec<Entry>, Unpackable>) {
    let reader = ArchiveReader::new(bytes.len() as u64, decoded);
    let entries = brought(&reader, bytes, || reader.list()).0;
    (reader, entries)
}

fn read(reader: &ArchiveReader, bytes: &[u8], entry: &Entry) -> Result<Vec<u8>, Unpackable> {
    brought(reader, bytes, || reader.read(entry)).0
}

#[test]
fn what_was_written_piece_by_piece_is_listed_and_read_by_an_independent_program() {
    let bytes = written(&[
        ("草稿", "2026_柏城街道.json", "{\"a\":\"人大代表\"}"),
        ("草稿", "2026_柏城街道.json", "{}"),
        ("读不出来的", "a1b2.txt", ""),
    ]);
    let folder = std::env::temp_dir().join(format!("xingzhan-archive-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("all.zip");
    std::fs::write(&file, &bytes).expect("a file");
    // Python's own reader; it checks every sum.
    let script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; \
        sys.stdout.buffer.write('|'.join(f'{i.filename}={i.date_time[:3]}={i.compress_type}={z.read(i).decode()}' for i in z.infolist()).encode())";
    let told = Command::new("python3").args(["-c", script]).arg(&file).output().expect("python3");
    std::fs::remove_dir_all(&folder).expect("gone");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let day = "(2026, 12, 10)=0";
    assert_eq!(
        String::from_utf8(told.stdout).expect("text"),
        format!(
            "草稿/2026_柏城街道.json={day}={{\"a\":\"人大代表\"}}|草稿/2026_柏城街道_2.json={day}={{}}|读不出来的/a1b2.txt={day}="
        )
    );
}

#[test]
fn it_is_read_back_and_what_may_be_ours_is_told_by_its_name() {
    let bytes = written(&[("草稿", "一.json", "{\"a\":1}"), ("别的", "note.txt", "x"), ("草稿", "二.JSON", "{}")]);
    let (reader, entries) = list(&bytes);
    let entries = entries.expect("a list");
    assert_eq!(entries.iter().map(Entry::path).collect::<Vec<_>>(), ["草稿/一.json", "别的/note.txt", "草稿/二.JSON"]);
    let entries: Vec<Entry> = entries.into_iter().filter(Entry::may_be_ours).collect();
    assert_eq!(entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["一.json", "二.JSON"]);
    assert_eq!(read(&reader, &bytes, &entries[0]).expect("a file"), b"{\"a\":1}");
    assert_eq!(read(&reader, &bytes, &entries[1]).expect("a file"), b"{}");
}

#[test]
fn of_a_large_archive_only_its_list_and_the_file_that_is_asked_for_are_brought() {
    let large = "甲".repeat(1 << 20);
    let files: Vec<(String, &str)> = (0..8).map(|nth| (format!("{nth}.json"), large.as_str())).collect();
    let files: Vec<(&str, &str, &str)> = files.iter().map(|(name, text)| ("草稿", name.as_str(), *text)).collect();
    let bytes = written_whole(&files);
    let reader = ArchiveReader::new(bytes.len() as u64, decoded);
    let (entries, for_list) = brought(&reader, &bytes, || reader.list());
    assert!(for_list < 1 << 20, "{for_list} bytes for the list");
    let entries = entries.expect("a list");
    let (text, many) = brought(&reader, &bytes, || reader.read(&entries[5]));
    assert_eq!(text.expect("a file"), large.as_bytes());
    assert!(many < (large.len() as u64) + (1 << 20), "{many} bytes for one file of {}", large.len());
}

#[test]
fn however_many_small_files_are_read_the_list_and_each_piece_are_brought_once() {
    let names: Vec<String> = (0..1500).map(|nth| format!("{nth}.json")).collect();
    let files: Vec<(&str, &str, &str)> = names.iter().map(|name| ("通知", name.as_str(), "{\"a\":1}")).collect();
    let bytes = written_whole(&files);
    let reader = ArchiveReader::new(bytes.len() as u64, decoded);
    let (entries, mut many) = brought(&reader, &bytes, || reader.list());
    for entry in entries.expect("a list") {
        let (text, for_one) = brought(&reader, &bytes, || reader.read(&entry));
        assert_eq!(text.expect("a file"), b"{\"a\":1}");
        many += for_one;
        reader.forget();
    }
    assert!(many < 2 * bytes.len() as u64, "{many} bytes of {}", bytes.len());
}

/// An archive that another program packed.
fn packed(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(name, options).expect("a file");
    zip.write_all(content).expect("its content");
    zip.finish().expect("an end").into_inner()
}

#[test]
fn one_that_another_program_packed_is_read_too() {
    let content = "{\"说明\":\"人大代表联络站\"}".repeat(1000);
    let bytes = packed("草稿/甲.json", content.as_bytes());
    let (reader, entries) = list(&bytes);
    assert_eq!(read(&reader, &bytes, &entries.expect("a list")[0]).expect("a file"), content.as_bytes());
}

#[test]
fn what_unpacks_to_more_than_any_file_of_ours_is_refused_before_it_fills_the_memory() {
    let bytes = packed("bomb.json", &vec![b' '; (64 << 20) + 1]);
    assert!(bytes.len() < 1 << 20);
    let (reader, entries) = list(&bytes);
    assert_eq!(read(&reader, &bytes, &entries.expect("a list")[0]), Err(Unpackable::TooLarge));
}

#[test]
fn more_files_than_anybody_packs_are_refused() {
    let names: Vec<String> = (0..2001).map(|nth| format!("{nth}.json")).collect();
    let files: Vec<(&str, &str, &str)> = names.iter().map(|name| ("a", name.as_str(), "{}")).collect();
    assert_eq!(list(&written_whole(&files)).1, Err(Unpackable::TooMany));
}

#[test]
fn one_that_is_locked_is_told_apart_from_one_that_is_damaged() {
    let mut bytes = written(&[("草稿", "一.json", "{\"a\":1}")]);
    // The first bit of the flags of a file says that it is encrypted; in both lists.
    bytes[6] |= 1;
    let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("the list");
    bytes[central + 8] |= 1;
    let (reader, entries) = list(&bytes);
    assert_eq!(read(&reader, &bytes, &entries.expect("a list")[0]), Err(Unpackable::Locked));
}

#[test]
fn one_that_is_packed_in_another_way_is_told_apart_from_one_that_is_damaged() {
    let mut bytes = packed("一.json", b"{\"a\":1}");
    // 14 is LZMA, which 7-Zip offers; it stands before the file and in the list.
    bytes[8] = 14;
    let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("the list");
    bytes[central + 10] = 14;
    let (reader, entries) = list(&bytes);
    assert_eq!(read(&reader, &bytes, &entries.expect("a list")[0]), Err(Unpackable::OtherPacking));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn one_that_was_cut_off_or_changed_anywhere_never_gives_other_content_in_500_runs(
        cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), to: u8, cuts: bool
    ) {
        let (one, two) = ("{\"a\":\"人大\"}", "{\"b\":2}");
        let mut bytes = written_whole(&[("草稿", "一.json", one), ("草稿", "二.json", two)]);
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        } else {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        let (reader, entries) = list(&bytes);
        for entry in entries.unwrap_or_default() {
            if let Ok(text) = read(&reader, &bytes, &entry) {
                prop_assert!(text == one.as_bytes() || text == two.as_bytes());
            }
        }
    }
}
