//! Files that come in mails and archives, as mailboxes and chats save them: opened by the module that the page opens them
//! with, judged one by one. What is made to do harm costs itself alone.

use crate::common::{full, library, room, time};
use documents::received::ReadFailure;
use office_read::archive::Archive;
use office_read::mail::Mail;
use std::io::{Cursor, Write as _};
use std::path::Path;
use xingzhan::i18n::{intake_line, text};
use xingzhan::model::draft::Draft;
use xingzhan::model::review::known_files::KnownFiles;
use xingzhan::model::review::take_in::{IntakeScope, IntakeVerdict};
use xingzhan::model::review::take_in_report::{
    FileShape, FileSource, Intake, TakeInReport, day_of_receipt, is_read_among_others, shape,
};
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn ours(name: &str) -> Vec<u8> {
    let mut draft = Draft::new(DraftId::try_from("d1").unwrap(), room().clone(), time());
    name.clone_into(&mut draft.unit.name);
    draft.record = full(room());
    Submission::of(&draft, time()).written().into_bytes()
}

/// Takes in one chosen file the way the page does.
fn take(intake: &mut Intake<'_>, name: &str, bytes: &[u8]) {
    let source = |name: &str, within: Option<&str>| FileSource {
        name: name.to_owned(),
        within: within.map(str::to_owned),
        day: None,
    };
    let (files, day) = match shape(name, bytes) {
        FileShape::Plain => {
            intake.take(source(name, None), bytes);
            return;
        }
        FileShape::Other(what) => return intake.other(source(name, None), what, true),
        FileShape::Archive => match Archive::open(bytes.to_vec()) {
            Err(error) => return intake.unopened(source(name, None), error, true),
            Ok(mut archive) => {
                let listed = archive.files().to_vec();
                let bytes = (0..listed.len()).map(|at| archive.file(at)).collect::<Vec<_>>();
                (listed.into_iter().zip(bytes).collect::<Vec<_>>(), None)
            }
        },
        FileShape::Mail => match Mail::open(bytes.to_vec()) {
            Err(error) => return intake.unopened(source(name, None), error, true),
            Ok(mail) => {
                let listed = mail.content().files.clone();
                let bytes = (0..listed.len()).map(|at| mail.file(at).map(<[u8]>::to_vec)).collect::<Vec<_>>();
                let day = mail.content().date.as_deref().and_then(day_of_receipt);
                (listed.into_iter().zip(bytes).collect::<Vec<_>>(), day)
            }
        },
    };
    let mark = intake.container_begins();
    for (file, bytes) in files {
        let source = FileSource { day, ..source(&file.name, Some(name)) };
        match bytes {
            _ if !is_read_among_others(&file.name) => intake.not_read(1),
            Err(error) => intake.unopened(source, error, false),
            Ok(bytes) => match shape(&file.name, &bytes) {
                FileShape::Plain => _ = intake.take(source, &bytes),
                FileShape::Other(what) => intake.other(source, what, false),
                // One inside another was listed in its place already, or is too deep.
                FileShape::Archive | FileShape::Mail => intake.not_read(1),
            },
        }
    }
    intake.container_ends(mark);
}

fn taken(files: &[(&str, &[u8])]) -> TakeInReport {
    let standards = [room().clone()];
    let nfkc = str::to_owned;
    let scope = IntakeScope { year: 2026, standards: &standards, library: library(), sample: false, nfkc: &nfkc };
    let mut intake = Intake::new(&scope, KnownFiles::default());
    for (name, bytes) in files {
        take(&mut intake, name, bytes);
    }
    intake.end().0
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn mailed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut mail = String::from(
        "From: a <a@b.c>\r\nDate: Sat, 05 Dec 2026 23:30:00 +0800\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"part\"\r\n\r\n",
    );
    for (name, bytes) in files {
        let content = data_encoding::BASE64.encode(bytes);
        let part = format!(
            "--part\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n"
        );
        mail.push_str(&part);
    }
    (mail + "--part--\r\n").into_bytes()
}

fn bad_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn bad_files_beside_good_ones_in_an_archive_and_in_a_mail_cost_themselves_alone() {
    let (one, two) = (ours("一室"), ours("二室"));
    let bad = bad_files();
    let mut files: Vec<(&str, &[u8])> = vec![("one.json", &one)];
    files.extend(bad.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    files.push(("two.json", &two));
    for report in [taken(&[("a.zip", &zipped(&files))]), taken(&[("a.eml", &mailed(&files))])] {
        assert_eq!(report.counts().new, 2);
        assert_eq!(report.lines.len() + report.others, files.len());
        assert!(report.lines.iter().all(|line| line.source.within.is_some()));
    }
}

#[test]
fn the_day_of_receipt_of_an_attachment_is_its_mails_day_in_china() {
    let report = taken(&[("a.eml", &mailed(&[("one.json", &ours("一室"))]))]);
    assert_eq!(report.lines[0].source.day.map(|day| day.to_string()), Some("2026-12-05".to_owned()));
}

#[test]
fn a_mail_with_twenty_attachments_none_of_ours_is_one_strangers_file() {
    let names: Vec<String> =
        (0..20).map(|at| format!("report-{at}.{}", if at % 2 == 0 { "docx" } else { "json" })).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"[1]".as_slice())).collect();
    let report = taken(&[("a.eml", &mailed(&files))]);
    assert_eq!((report.lines.len(), report.others), (0, 1));
}

#[test]
fn an_attachment_whose_base64_breaks_off_costs_itself_alone() {
    let one = ours("一室");
    let name = "2026_liulin_wangzhuang_self_1.json";
    let whole = String::from_utf8(mailed(&[("one.json", &one), (name, &ours("二室"))])).unwrap();
    let broken = whole.replace("--part--\r\n", "");
    let broken = &broken[..broken.len() - 101];
    let report = taken(&[("a.eml", broken.as_bytes())]);
    assert_eq!((report.counts().new, report.counts().refused), (1, 1), "{:?}", report.lines);
    assert!(intake_line(text(Lang::Zh), &report.lines[1]).starts_with(name));
}

#[test]
fn names_as_chinese_windows_writes_them_are_read() {
    // 申报.json in GBK; the writer marks its names as UTF-8, so that they are put in afterwards.
    let mut bytes = zipped(&[("aaaa.json", &ours("一室"))]);
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"aaaa.json")).collect();
    for at in places {
        bytes[at..at + 4].copy_from_slice(b"\xc9\xea\xb1\xa8");
    }
    let report = taken(&[("a.zip", &bytes)]);
    assert_eq!(report.lines[0].source.name, "申报.json");
    assert!(matches!(report.lines[0].verdict, IntakeVerdict::New(_)));
}

#[test]
fn ten_thousand_entries_a_bomb_and_an_archive_three_deep_are_not_unpacked() {
    let names: Vec<String> = (0..10_000).map(|at| format!("{at}.json")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let report = taken(&[("many.zip", &zipped(&files))]);
    let failure = |report: &TakeInReport| match &report.lines[0].verdict {
        IntakeVerdict::Unopened(error) => error.failure,
        other => panic!("{other:?}"),
    };
    assert_eq!(failure(&report), ReadFailure::TooMany);
    // What unpacks to more than 200 MB says so in its directory, 24 bytes behind the beginning of the record.
    let mut bomb = zipped(&[("bomb.json", &[b' '; 1000])]);
    let record = (0..bomb.len()).find(|at| bomb[*at..].starts_with(b"PK\x01\x02")).unwrap();
    bomb[record + 24..record + 28].copy_from_slice(&201_000_000_u32.to_le_bytes());
    assert_eq!(failure(&taken(&[("bomb.zip", &bomb)])), ReadFailure::TooLarge);
    // One inside another is a township's that passes on its rooms'; one inside that is not opened.
    let inner = zipped(&[("one.json", &ours("一室"))]);
    let middle = zipped(&[("inner.zip", &inner), ("two.json", &ours("二室"))]);
    let report = taken(&[("outer.zip", &zipped(&[("middle.zip", &middle)]))]);
    assert_eq!((report.counts().new, report.packed), (1, 1));
}

#[test]
fn names_that_are_paths_are_shown_and_those_that_lead_out_are_not_opened() {
    let files: [(&str, &[u8]); 3] = [
        ("柳林镇/王庄/one.json", &ours("一室")),
        ("../../two.json", &ours("二室")),
        ("/etc/three.json", &ours("三室")),
    ];
    let report = taken(&[("a.zip", &zipped(&files))]);
    assert_eq!((report.counts().new, report.others), (1, 2));
    assert_eq!(report.lines[0].source.name, "柳林镇/王庄/one.json");
}
