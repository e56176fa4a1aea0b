//! How much memory files take that were made to do harm; a program of its own, since it counts everything.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use cfb::CompoundFile;
use documents::received::ReadFailure;
use office_read::archive::Archive;
use office_read::limits::{MAX_FILES, MAX_HEADERS, MAX_STYLES_BYTES, MAX_WORKBOOK_BYTES};
use office_read::mail::Mail;
use office_read::workbook::sheets;
use peak_alloc::PeakAlloc;
use std::io::{Cursor, Write as _};
use std::sync::Mutex;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What one test takes must not be counted for another.
static ALONE: Mutex<()> = Mutex::new(());

/// The most that was taken meanwhile, beyond what there was before.
fn peak(act: impl FnOnce()) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    act();
    MEMORY.peak_usage() - before
}

/// The bytes of each mail.
const SIZE: usize = 8 * 1024 * 1024;

fn repeated(before: &str, part: &str) -> Vec<u8> {
    (before.to_owned() + &part.repeat(SIZE / part.len())).into_bytes()
}

#[test]
fn no_mail_takes_more_than_some_times_itself() {
    let _alone = ALONE.lock();
    let mixed = "Content-Type: multipart/mixed; boundary=b\n\n";
    let hostile = [
        repeated("From: a@b\n", "a:\n"),
        repeated("From: a@b", ",a"),
        repeated("Content-Type: a/b", ";a=b"),
        repeated("Content-Disposition: a", ";a*1=b\n "),
        repeated(mixed, "--b\n\n"),
        repeated(mixed, "--b\nx:y\n\n"),
        repeated("", "Content-Type: message/rfc822\n\n"),
        repeated("Content-Type: multipart/digest; boundary=b\n\n", "--b\n\nFrom: a\n\n"),
        repeated("", "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
        repeated("Subject: ", "=?utf-8?Q?a?= "),
        repeated("From: ", "=?utf-8?Q?a?= <a@b>,\n "),
        repeated("From: ", "(("),
    ];
    for mail in hostile {
        let told = String::from_utf8_lossy(mail.get(..60).unwrap_or_default()).into_owned();
        // The same that was forwarded in another one, where nobody sees from outside what is in it.
        let within = forwarded(&[&mail]);
        let taken = [mail, within].map(|mail| peak(|| drop(Mail::open(mail))));
        assert!(taken.iter().all(|taken| *taken < 100_000_000), "{taken:?} bytes for {told}");
    }
}

/// A mail in which these were forwarded.
fn forwarded(mails: &[&[u8]]) -> Vec<u8> {
    let mut mail = b"Content-Type: multipart/mixed; boundary=outer\n\n--outer".to_vec();
    for inner in mails {
        mail.extend_from_slice(b"\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n");
        mail.extend_from_slice(BASE64_STANDARD.encode(inner).as_bytes());
        mail.extend_from_slice(b"\n--outer");
    }
    mail
}

#[test]
fn many_forwarded_mails_take_no_more_than_one() {
    let _alone = ALONE.lock();
    let mixed = "From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n";
    let hostile = [
        // Each with as many headers as it may have.
        format!("From: a@b\n{}", "a:\n".repeat(MAX_HEADERS - 1)),
        // Each with as many files.
        format!("{mixed}{}--b--", "--b\nContent-Type: a/b\n\n\n".repeat(MAX_FILES)),
        // Each with names as long as may be.
        format!("{mixed}{}--b--", format!("--b\nContent-Type: a/b; name={}\n\n\n", "x".repeat(255)).repeat(100)),
        // Each with a large file.
        format!("{mixed}--b\nContent-Type: a/b\n\n{}\n--b--", "x".repeat(SIZE / 10)),
    ];
    for mail in hostile {
        let mails = vec![mail.as_bytes(); SIZE / mail.len()];
        let mails = forwarded(&mails);
        let told = mail.get(..90).unwrap_or_default();
        let taken = peak(|| drop(Mail::open(mails)));
        assert!(taken < 100_000_000, "{taken} bytes for {told}");
    }
}

#[test]
fn attachments_take_their_size_twice_at_most_beside_the_mail() {
    let _alone = ALONE.lock();
    let base64 = format!("{}\n", "QUJD".repeat(19)).repeat(SIZE / 77);
    let mail =
        format!("From: a@b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n{base64}");
    let taken = peak(|| {
        let mail = Mail::open(mail.into_bytes()).expect("a mail");
        assert_eq!(mail.file(0).map(<[u8]>::len), Ok(SIZE / 77 * 57));
    });
    assert!(taken < 3 * SIZE, "{taken}");
}

#[test]
fn an_archive_of_names_alone_is_refused_before_they_are_read() {
    let _alone = ALONE.lock();
    let record = b"PK\x01\x02".iter().chain(&[0; 42]).copied();
    let records: Vec<u8> = record.cycle().take(SIZE).collect();
    let mut archive = b"PK\x03\x04".to_vec();
    archive.extend(records);
    let taken = peak(|| assert_eq!(Archive::open(archive).err(), Some(ReadFailure::TooMany.here())));
    assert!(taken < SIZE, "{taken}");
}

/// The roster with this part, in the place of its own or beside the others.
fn workbook_with(part: &str, content: &str) -> Vec<u8> {
    let roster = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/roster.xlsx")).unwrap();
    let mut roster = ZipArchive::new(Cursor::new(roster)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..roster.len() {
        let own = roster.by_index_raw(at).unwrap();
        if own.name().unwrap() != part {
            writer.raw_copy_file(own).unwrap();
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file(part, options).unwrap();
    writer.write_all(content.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn no_workbook_takes_more_than_some_times_what_may_be_in_it() {
    let _alone = ALONE.lock();
    let (room, styles) = (MAX_WORKBOOK_BYTES - 100_000, usize::try_from(MAX_STYLES_BYTES).unwrap() - 100);
    let hostile = [
        ("xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>", "</cellXfs></styleSheet>", styles),
        ("xl/sharedStrings.xml", "<sst>", "<si/>", "</sst>", room),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<c/>", "</sheetData></worksheet>", room),
    ];
    let mut wrong = Vec::new();
    for (part, before, many, after, room) in hostile {
        let content = format!("{before}{}{after}", many.repeat(room / many.len()));
        let bytes = workbook_with(part, &content);
        drop(content);
        let taken = peak(|| drop(sheets(bytes)));
        if taken > 300_000_000 {
            wrong.push(format!("{taken} bytes for {many} in {part}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// One record of a workbook of before 2007.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A workbook of before 2007: what stands before its sheet, and the sheet, each filled up with one thing repeated.
fn old_workbook_with(globals: &[u8], before: &[u8], many: &[u8], in_globals: bool) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0]);
    let end = record(0x000A, &[]);
    let repeated = [before, &many.repeat((MAX_WORKBOOK_BYTES - 1_000_000) / many.len())].concat();
    let sheet = |place: usize| {
        record(0x0085, &[&u32::try_from(place).unwrap().to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat())
    };
    let (own, around) = if in_globals { (repeated, vec![]) } else { (vec![], repeated) };
    let head = [begin(5), globals.to_vec()].concat();
    let place = head.len() + sheet(0).len() + own.len() + end.len();
    let stream = [head, sheet(place), own, end.clone(), begin(0x10), around, end].concat();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn no_workbook_of_before_2007_takes_more_than_some_times_what_may_be_in_it() {
    let _alone = ALONE.lock();
    let long = [&[0; 8][..], &8_000_u16.to_le_bytes(), &[0], &[b'x'; 8_000]].concat();
    let texts = record(0x00FC, &long);
    let shared = record(0x00FD, &[0; 10]);
    let empty_texts = record(0x003C, &[0; 8_223]);
    let result = [&[0; 12][..], &[0xFF, 0xFF], &[0; 8]].concat();
    let hostile: [(&str, Vec<u8>); 8] = [
        ("cells that share a long text", old_workbook_with(&texts, &[], &shared, false)),
        ("texts without characters", old_workbook_with(&[], &record(0x00FC, &[0; 8]), &empty_texts, true)),
        ("texts in pieces", old_workbook_with(&[], &record(0x00FC, &[0; 8]), &record(0x003C, &[0; 3]), true)),
        ("numbers", old_workbook_with(&[], &[], &record(0x0203, &[0; 14]), false)),
        ("rows of numbers", {
            let row = [&[0; 4][..], &[0; 6 * 256], &255_u16.to_le_bytes()].concat();
            old_workbook_with(&[], &[], &record(0x00BD, &row), false)
        }),
        ("formulas", old_workbook_with(&[], &[], &record(0x0006, &result), false)),
        ("results", old_workbook_with(&[], &[], &record(0x0207, &[0; 3]), false)),
        ("diagrams", old_workbook_with(&[], &[], &record(0x0809, &[0, 6, 0x20, 0]), false)),
    ];
    let mut wrong = Vec::new();
    for (told, bytes) in hostile {
        let taken = peak(|| drop(sheets(bytes)));
        if taken > 300_000_000 {
            wrong.push(format!("{taken} bytes for {told}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
