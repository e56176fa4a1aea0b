//! Files that come in mails and archives, as mailboxes and chats save them: opened by the module that the page opens them
//! with, judged one by one. What is made to do harm costs itself alone.

use crate::common::{full, library, room, time};
use documents::received::ReadFailure;
use office_read::mail::Mail;
use std::io::{Cursor, Write as _};
use std::path::Path;
use xingzhan::i18n::{intake_counts, intake_line, text};
use xingzhan::model::draft::Draft;
use xingzhan::model::files::archive::{ArchiveReader, PackingProgress, Span, Unpackable};
use xingzhan::model::review::contained::{EntryPlan, Unpacking, packing};
use xingzhan::model::review::known_files::KnownFiles;
use xingzhan::model::review::take_in::{HolderKind, IntakeScope, IntakeVerdict};
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

/// A name that is not UTF-8, as the browser's own decoder reads it.
fn decoded(bytes: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
}

/// Brings what an archive asks for, as the page does from the file.
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

/// Takes in one chosen file the way the page does.
fn take(intake: &mut Intake<'_>, name: &str, bytes: &[u8]) {
    let source = FileSource { name: name.to_owned(), within: None, day: None };
    match shape(name, bytes) {
        FileShape::Plain => _ = intake.take(source, bytes),
        FileShape::Other(what) => intake.other(source, what, true),
        FileShape::Archive => take_archive(intake, &mut Unpacking::default(), source, bytes, true),
        FileShape::Mail => take_mail(intake, &mut Unpacking::default(), source, bytes, true, false),
    }
}

fn take_archive(intake: &mut Intake<'_>, unpacking: &mut Unpacking, source: FileSource, bytes: &[u8], alone: bool) {
    let reader = ArchiveReader::new(bytes.len() as u64, decoded);
    let entries = match brought(&reader, bytes, || reader.list()) {
        Ok(entries) => entries,
        Err(why) => return intake.unopened(source, packing(why).here(), alone),
    };
    let mark = intake.container_begins();
    for entry in entries {
        let inside = FileSource { name: entry.path(), within: Some(source.name.clone()), day: source.day };
        let plan = unpacking.plan(&entry);
        let read = match plan {
            EntryPlan::Pass => {
                intake.not_read(1);
                continue;
            }
            EntryPlan::Refuse(failure) => Err(failure),
            EntryPlan::Read => {
                let read = brought(&reader, bytes, || reader.read(&entry)).map_err(packing);
                reader.forget();
                read
            }
        };
        match read {
            Err(failure) => intake.unopened(inside, failure.here(), false),
            Ok(bytes) => match shape(&inside.name, &bytes) {
                FileShape::Plain => _ = intake.take(inside, &bytes),
                FileShape::Other(what) => intake.other(inside, what, false),
                FileShape::Archive => intake.unopened(inside, ReadFailure::TooDeep.here(), alone),
                FileShape::Mail => take_mail(intake, unpacking, inside, &bytes, false, true),
            },
        }
    }
    intake.container_ends(mark);
}

fn take_mail(
    intake: &mut Intake<'_>,
    unpacking: &mut Unpacking,
    source: FileSource,
    bytes: &[u8],
    alone: bool,
    packed: bool,
) {
    let mail = match Mail::open(bytes.to_vec()) {
        Ok(mail) => mail,
        Err(error) => return intake.unopened(source, error, alone),
    };
    let day = mail.content().date.as_deref().and_then(|date| day_of_receipt(date, 2026, None));
    let mark = intake.container_begins();
    for (at, file) in mail.content().files.iter().enumerate() {
        let within = file.within.as_ref().unwrap_or(&source.name);
        let inside = FileSource { name: file.name.clone(), within: Some(within.clone()), day };
        match mail.file(at) {
            _ if !is_read_among_others(&inside.name) => intake.not_read(1),
            Err(error) => {
                let told = alone && error.failure == ReadFailure::NestedMail;
                intake.unopened(inside, error.failure.here(), told);
            }
            Ok(bytes) => match shape(&inside.name, bytes) {
                FileShape::Plain => _ = intake.take(inside, bytes),
                FileShape::Other(what) => intake.other(inside, what, false),
                FileShape::Archive if packed => intake.unopened(inside, ReadFailure::TooDeep.here(), alone),
                FileShape::Archive => take_archive(intake, unpacking, inside, bytes, false),
                FileShape::Mail => intake.unopened(inside, ReadFailure::NestedMail.here(), alone),
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
fn of_an_archive_or_a_mail_with_strangers_files_alone_each_is_counted() {
    let names: Vec<String> =
        (0..20).map(|at| format!("report-{at}.{}", if at % 2 == 0 { "docx" } else { "json" })).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"[1]".as_slice())).collect();
    for (name, bytes) in [("a.eml", mailed(&files)), ("a.zip", zipped(&files))] {
        let report = taken(&[(name, &bytes)]);
        assert_eq!((report.lines.len(), report.others), (0, 20), "{name}");
        assert!(intake_counts(text(Lang::Zh), &report).contains(&"另有 20 个无关文件，未读取内容。".to_owned()));
    }
    // What lies deeper is counted as well, and not once more what it lies in.
    let inner = mailed(&files[..3]);
    let report = taken(&[("a.zip", &zipped(&[("1.eml", &inner), ("2.eml", &inner), files[0]]))]);
    assert_eq!(report.others, 7);
}

#[test]
fn an_archive_or_a_mail_with_nothing_in_it_is_one_strangers_file() {
    let report = taken(&[("a.eml", &mailed(&[])), ("b.zip", &zipped(&[("folder/", b"")]))]);
    assert_eq!((report.lines.len(), report.others), (0, 2));
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

fn failure(report: &TakeInReport, at: usize) -> ReadFailure {
    match &report.lines[at].verdict {
        IntakeVerdict::Unopened(error) => error.failure,
        other => panic!("{other:?}"),
    }
}

#[test]
fn ten_thousand_entries_are_not_unpacked() {
    let names: Vec<String> = (0..10_000).map(|at| format!("{at}.json")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(failure(&taken(&[("many.zip", &zipped(&files))]), 0), ReadFailure::TooMany);
}

#[test]
fn what_is_unpacked_of_all_archives_in_a_mail_together_is_bounded() {
    // Each of four files says that it has 40 MB, of the 200 MB that there may be; and is packed in a way that nobody knows,
    // so that what is tried is told from what is not.
    let names: Vec<String> = (0..4).map(|at| format!("2026_a_b_c_{at}.json")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"{}".as_slice())).collect();
    let mut large = zipped(&files);
    for (record, packing_at, size_at) in [(b"PK\x01\x02", 10, 24), (b"PK\x03\x04", 8, 22)] {
        let places: Vec<usize> = (0..large.len()).filter(|place| large[*place..].starts_with(record)).collect();
        for place in places {
            large[place + packing_at] = 14;
            large[place + size_at..place + size_at + 4].copy_from_slice(&40_000_000_u32.to_le_bytes());
        }
    }
    let report = taken(&[("a.eml", &mailed(&[("1.zip", &large), ("2.zip", &large)])), ("3.zip", &large)]);
    let tried = (0..report.lines.len()).map(|at| failure(&report, at) == ReadFailure::UnknownPacking);
    let expected = [[true; 4], [true, false, false, false], [true; 4]];
    assert_eq!(tried.collect::<Vec<_>>(), expected.concat());
    assert_eq!(failure(&report, 5), ReadFailure::TooLarge);
}

#[test]
fn an_archive_in_an_archive_is_told_and_what_lies_beside_it_is_taken_in() {
    let inner = zipped(&[("one.json", &ours("一室"))]);
    let outer = zipped(&[("inner.zip", &inner), ("two.json", &ours("二室"))]);
    let report = taken(&[("outer.zip", &outer)]);
    assert_eq!((report.counts().new, report.counts().refused), (1, 1));
    assert_eq!(failure(&report, 0), ReadFailure::TooDeep);
    let said = intake_line(text(Lang::Zh), &report.lines[0]);
    assert_eq!(said, "inner.zip（在“outer.zip”里）：压缩包里套着压缩包，没有打开。请先解压里面的那一个。");
}

#[test]
fn an_archive_in_a_mail_and_mails_in_an_archive_are_opened_and_no_deeper() {
    let packed = zipped(&[("one.json", &ours("一室"))]);
    let report = taken(&[("a.eml", &mailed(&[("rooms.zip", &packed), ("two.json", &ours("二室"))]))]);
    assert_eq!((report.counts().new, report.counts().refused), (2, 0));
    assert_eq!(report.lines[0].source.within.as_deref(), Some("rooms.zip"));
    assert_eq!(report.lines[0].source.day.map(|day| day.to_string()), Some("2026-12-05".to_owned()));
    let mails = [mailed(&[("three.json", &ours("三室"))]), mailed(&[("deep.zip", &packed)])];
    let report = taken(&[("mails.zip", &zipped(&[("1.eml", &mails[0]), ("2.eml", &mails[1])]))]);
    assert_eq!((report.counts().new, report.packed), (1, 1), "{:?}", report.lines);
}

#[test]
fn submissions_in_a_mail_that_was_forwarded_as_an_attachment_are_taken_in() {
    let forwarded = mailed(&[("one.json", &ours("一室")), ("two.json", &ours("二室"))]);
    let report = taken(&[("a.eml", &mailed(&[("王庄.eml", &forwarded), ("three.json", &ours("三室"))]))]);
    assert_eq!((report.counts().new, report.counts().refused), (3, 0), "{:?}", report.lines);
    let within: Vec<_> = report.lines.iter().map(|line| line.source.within.as_deref()).collect();
    assert_eq!(within, [Some("王庄.eml"), Some("王庄.eml"), Some("a.eml")]);
    // It came with the mail around it, and on that one's day.
    assert!(
        report.lines.iter().all(|line| line.source.day.map(|day| day.to_string()).as_deref() == Some("2026-12-05"))
    );
    // The same as a part that says of itself that it is a mail, without a name and not encoded.
    let one = mailed(&[("one.json", &ours("一室"))]);
    let head = "From: a <a@b.c>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n";
    let part =
        format!("--outer\r\nContent-Type: message/rfc822\r\n\r\n{}--outer--\r\n", String::from_utf8(one).unwrap());
    let report = taken(&[("b.eml", format!("{head}{part}").as_bytes())]);
    assert_eq!((report.counts().new, report.others), (1, 0), "{:?}", report.lines);
    assert_eq!(report.lines[0].source.within.as_deref(), Some("b.eml"));
}

#[test]
fn a_mail_that_was_forwarded_twice_is_told_and_what_lies_beside_it_is_taken_in() {
    let deep = mailed(&[("one.json", &ours("一室"))]);
    let forwarded = mailed(&[("deep.eml", &deep), ("two.json", &ours("二室"))]);
    let report = taken(&[("a.eml", &mailed(&[("forwarded.eml", &forwarded)]))]);
    assert_eq!((report.counts().new, report.counts().refused), (1, 1), "{:?}", report.lines);
    assert_eq!(failure(&report, 0), ReadFailure::NestedMail);
    let said = intake_line(text(Lang::Zh), &report.lines[0]);
    assert_eq!(
        said,
        "deep.eml（在“forwarded.eml”里）：是邮件里又套着的一封邮件，没有打开。请在邮箱里打开那一封，保存附件。"
    );
    let said = intake_line(text(Lang::En), &report.lines[0]);
    assert!(said.starts_with("deep.eml (in “forwarded.eml”): This is a mail inside another one"), "{said}");
    // In an archive it is told as well: it may bring one of ours.
    let report = taken(&[("a.zip", &zipped(&[("a.eml", &mailed(&[("forwarded.eml", &forwarded)]))]))]);
    assert_eq!((report.counts().new, report.counts().refused, report.packed), (1, 1, 0), "{:?}", report.lines);
}

#[test]
fn an_archive_in_a_forwarded_mail_is_opened_as_one_in_the_mail_itself_is() {
    let rooms = zipped(&[("one.json", &ours("一室")), ("inner.zip", &zipped(&[("two.json", &ours("二室"))]))]);
    let forwarded = mailed(&[("rooms.zip", &rooms)]);
    let report = taken(&[("a.eml", &mailed(&[("forwarded.eml", &forwarded)]))]);
    assert_eq!((report.counts().new, report.packed), (1, 1), "{:?}", report.lines);
    assert_eq!(report.lines[0].source.within.as_deref(), Some("rooms.zip"));
    // Where the mail came out of an archive, an archive in it is too deep in either.
    let report = taken(&[("a.zip", &zipped(&[("a.eml", &mailed(&[("forwarded.eml", &forwarded)]))]))]);
    assert_eq!((report.counts().new, report.packed), (0, 1), "{:?}", report.lines);
}

#[test]
fn a_bundle_and_a_review_in_an_archive_or_a_mail_are_told_as_what_they_are() {
    let files: Vec<(&str, Vec<u8>)> = ["bundle-1.json", "review-1.json"]
        .map(|name| (name, crate::common::fixture(&format!("formats/{name}")).into_bytes()))
        .to_vec();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    for report in [taken(&[("a.zip", &zipped(&files))]), taken(&[("a.eml", &mailed(&files))])] {
        let verdicts: Vec<_> = report.lines.iter().map(|line| line.verdict.clone()).collect();
        let expected = [HolderKind::Bundle, HolderKind::Review].map(IntakeVerdict::Holder);
        assert_eq!(verdicts, expected);
    }
}

#[test]
fn names_that_are_paths_are_shown_and_those_that_lead_out_are_not_opened() {
    let files: [(&str, &[u8]); 6] = [
        ("柳林镇/王庄/one.json", &ours("一室")),
        ("../../王庄.json", &ours("二室")),
        ("C:\\x\\李庄.json", &ours("三室")),
        ("/etc/a.eml", &mailed(&[("four.json", &ours("四室"))])),
        ("../rooms.zip", &zipped(&[("five.json", &ours("五室"))])),
        ("../readme.txt", b"nothing"),
    ];
    let report = taken(&[("a.zip", &zipped(&files))]);
    let counts = report.counts();
    assert_eq!((counts.new, counts.refused, report.others, report.packed), (1, 3, 2, 1), "{:?}", report.lines);
    assert_eq!(report.lines[0].source.name, "柳林镇/王庄/one.json");
    assert!((1..4).all(|at| failure(&report, at) == ReadFailure::UnsafeName));
    let said = intake_line(text(Lang::Zh), &report.lines[1]);
    assert!(said.contains("王庄.json") && said.contains("文件名不正常"), "{said}");
    let all = intake_counts(text(Lang::Zh), &report).concat();
    assert!(all.contains("没有收下 3 份") && all.contains("其中 1 个压缩包打不开"), "{all}");
}
