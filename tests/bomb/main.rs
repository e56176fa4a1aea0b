//! A real bomb: files that unpack to hundreds of megabytes, in an archive among good ones. They cost themselves alone, and
//! little memory. A program of its own, since the memory of all tests of a program is one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use std::fs;
use std::io::{Cursor, Write as _};
use xingzhan::model::files::archive::{ArchiveReader, Entry, PackingProgress, Span, Unpackable};
use xingzhan::model::review::contained::{EntryPlan, Unpacking};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file of an archive: its name, a piece of it, and how often that is repeated.
type Packed<'a> = (&'a str, &'a [u8], usize);

/// Packs files without ever having one of them whole.
fn zipped(files: &[Packed<'_>]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, piece, times) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        for _ in 0..*times {
            writer.write_all(piece).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn brought<T>(
    reader: &ArchiveReader,
    bytes: &[u8],
    step: impl Fn() -> Result<PackingProgress<T>, Unpackable>,
) -> Result<T, Unpackable> {
    loop {
        match step()? {
            PackingProgress::Done(done) => return Ok(done),
            PackingProgress::Needs(Span { from, to }) => {
                let range = usize::try_from(from).unwrap()..usize::try_from(to).unwrap();
                reader.bring(from, bytes[range].to_vec());
            }
        }
    }
}

fn list(bytes: &[u8]) -> (ArchiveReader, Vec<Entry>) {
    let reader = ArchiveReader::new(bytes.len() as u64, |name| String::from_utf8_lossy(name).into_owned());
    let entries = brought(&reader, bytes, || reader.list()).expect("a list");
    (reader, entries)
}

/// The most memory that this program has had, in bytes; nothing on a system that does not tell.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

const MEGABYTE: &[u8] = &[b' '; 1 << 20];

/// Writes another size into the records of the files of this name in an archive: in its list and before each file itself.
fn say_size(archive: &mut [u8], name: &str, size: u32) {
    for (record, at, name_at) in [(&b"PK\x01\x02"[..], 24, 46), (&b"PK\x03\x04"[..], 22, 30)] {
        let places: Vec<usize> = (0..archive.len()).filter(|place| archive[*place..].starts_with(record)).collect();
        for place in places {
            if archive[place + name_at..].starts_with(name.as_bytes()) {
                archive[place + at..place + at + 4].copy_from_slice(&size.to_le_bytes());
            }
        }
    }
}

#[test]
fn a_bomb_among_good_files_costs_itself_alone_and_little_memory() {
    let bomb = zipped(&[("good.json", b"{}", 1), ("bomb.json", MEGABYTE, 210), ("last.json", b"[]", 1)]);
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    // The same, and it says that it is small.
    let mut liar = bomb.clone();
    say_size(&mut liar, "bomb.json", 1000);
    // Each of them says that it is no more than a file may be, and all of them together are.
    let names: Vec<String> = (0..10).map(|at| format!("many-{at}.json")).collect();
    let files: Vec<Packed<'_>> = names.iter().map(|name| (name.as_str(), b"{}".as_slice(), 1)).collect();
    let mut together = zipped(&files);
    say_size(&mut together, "many-", 40_000_001);

    let before = most_memory();
    let good = [Ok(b"{}".to_vec()), Ok(b"[]".to_vec())];
    // What is not what it is said to be is damaged; nothing more of it is unpacked than it says.
    for (bytes, refused) in [(&bomb, Unpackable::TooLarge), (&liar, Unpackable::Damaged)] {
        let (reader, entries) = list(bytes);
        let mut read: Vec<_> = entries.iter().map(|entry| brought(&reader, bytes, || reader.read(entry))).collect();
        assert_eq!(read.remove(1), Err(refused));
        assert_eq!(read, good);
    }
    let (_, entries) = list(&together);
    let mut unpacking = Unpacking::default();
    let read = entries.iter().filter(|entry| unpacking.plan(entry) == EntryPlan::Read).count();
    assert_eq!((entries.len(), read), (10, 4), "five of them have more than 200 MB");
    if let (Some(before), Some(after)) = (before, most_memory()) {
        let grown = after.saturating_sub(before);
        assert!(grown < 16 << 20, "{grown} bytes for archives of which nothing large was unpacked");
    }
}
