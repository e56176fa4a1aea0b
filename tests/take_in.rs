//! What comes in for a review: every file of ours is told for what it is, strangers' files are counted and never named,
//! and nothing bad stops the rest.

use crate::common::review::{Window, entered_fact, listed, taken, unit as unit_of};
use crate::common::{example, full, library, photo, reissued, room, station, time};
use documents::received::ReadFailure;
use std::path::Path;
use xingzhan::i18n::{intake_counts, intake_line, remind_group, remind_names, text};
use xingzhan::model::date::CivilDate;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::foreign::Foreign;
use xingzhan::model::files::json::canonical;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::ids::FileDigest;
use xingzhan::model::review::known_files::{KnownFile, KnownFiles};
use xingzhan::model::review::other_standard::OtherStandard;
use xingzhan::model::review::take_in::{IntakeScope, IntakeVerdict, verdict};
use xingzhan::model::review::take_in_report::{
    FileShape, FileSource, Intake, OverEntered, TakeInReport, day_of_receipt, is_read_among_others, shape,
};
use xingzhan::model::review::taken::Origin;
use xingzhan::model::review::units::ReviewUnits;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan::persistence::file_row::FileRow;

fn plain(text: &str) -> String {
    text.to_owned()
}

fn standards() -> Vec<IssuedStandard> {
    vec![station().clone(), room().clone()]
}

fn with_scope<T>(library: &StandardLibrary, act: impl FnOnce(&IntakeScope<'_>) -> T) -> T {
    let standards = standards();
    act(&IntakeScope { year: 2026, standards: &standards, library, sample: false, nfkc: &plain })
}

/// A room's draft with full marks, by its name.
fn draft(standard: &IssuedStandard, name: &str) -> Draft {
    let mut draft = Draft::new(DraftId::try_from("d1").unwrap(), standard.clone(), time());
    name.clone_into(&mut draft.unit.name);
    "柳林镇".clone_into(&mut draft.unit.township);
    "王庄村".clone_into(&mut draft.unit.village);
    draft.record = full(standard);
    "王某".clone_into(&mut draft.declaration.name);
    draft
}

fn sent(draft: &Draft) -> String {
    Submission::of(draft, time()).written()
}

fn told(bytes: &str, known: &KnownFiles) -> IntakeVerdict {
    with_scope(library(), |scope| verdict("a.json", bytes.as_bytes(), scope, known))
}

fn known(files: &[&str]) -> KnownFiles {
    with_scope(library(), |scope| {
        let mut intake = Intake::new(scope, KnownFiles::default());
        for file in files {
            assert!(intake.take(FileSource::default(), file.as_bytes()).is_some(), "it is taken in");
        }
        intake.end().1
    })
}

#[test]
fn the_first_file_of_a_unit_is_new_and_its_score_is_worked_out_again() {
    let file = sent(&draft(room(), "王庄村代表联络室"));
    let IntakeVerdict::New(file) = told(&file, &KnownFiles::default()) else { panic!("new") };
    assert_eq!(file.row.total.settled().map(Points::get), Some(room().points.get()));
    assert_eq!((file.revision, file.unit.name.as_str()), (1, "王庄村代表联络室"));
    assert_eq!(file.row.sent.as_ref().map(|sent| &sent.code), Some(&file.codes.signed));
}

#[test]
fn the_same_file_and_another_copy_of_it_are_here_already() {
    let file = sent(&draft(room(), "王庄村代表联络室"));
    let here = known(&[&file]);
    assert_eq!(told(&file, &here), IntakeVerdict::Again { unit: String::new(), revision: 0, here: None });
    // As an editor saves it: other bytes, and the same codes.
    let again = told(&format!("\u{feff}{file}\r\n"), &here);
    assert!(matches!(again, IntakeVerdict::Again { unit, revision: 1, here: Some(_) } if unit == "王庄村代表联络室"));
}

#[test]
fn a_later_one_an_earlier_one_and_another_of_the_same_number_are_told_apart() {
    let mut unit = draft(room(), "王庄村代表联络室");
    let first = sent(&unit);
    unit.revision = 3;
    let third = sent(&unit);
    assert!(matches!(told(&third, &known(&[&first])), IntakeVerdict::Newer(file, 1) if file.revision == 3));
    assert!(matches!(told(&first, &known(&[&third])), IntakeVerdict::Older(file, 3) if file.revision == 1));
    unit.posts.head.name = "张某".to_owned();
    let other = sent(&unit);
    assert!(matches!(told(&other, &known(&[&first, &third])), IntakeVerdict::Clash(file) if file.revision == 3));
    // A later one has overtaken both: there is nothing to decide.
    unit.revision = 1;
    let other = sent(&unit);
    assert!(matches!(told(&other, &known(&[&first])), IntakeVerdict::Clash(_)));
    assert!(matches!(told(&other, &known(&[&first, &third])), IntakeVerdict::Older(file, 3) if file.revision == 1));
}

#[test]
fn a_file_that_names_no_unit_is_not_taken_in_and_says_so() {
    for name in ["", " \u{3000}\u{200b}"] {
        let IntakeVerdict::Damaged(problems) = told(&sent(&draft(room(), name)), &KnownFiles::default()) else {
            panic!("not taken in")
        };
        assert_eq!(problems[0].place, "signed.unit.name");
        let said =
            xingzhan::i18n::fault(xingzhan::i18n::text(xingzhan::model::standard::words::Lang::Zh), &problems[0]);
        assert!(said.contains("单位") && said.contains("不能是空的"), "{said}");
    }
}

#[test]
fn spaces_in_a_name_make_no_other_unit_and_the_countys_code_goes_before_the_name() {
    let mut unit = draft(room(), "王庄村代表联络室");
    let first = sent(&unit);
    unit.unit.name = "王庄村 代表联络室".to_owned();
    unit.revision = 2;
    assert!(matches!(told(&sent(&unit), &known(&[&first])), IntakeVerdict::Newer(..)));
    // Two units of one name, told apart by their codes; and one that has changed its name.
    let coded = |code: &str, name: &str, revision| {
        let mut unit = draft(room(), name);
        (unit.unit.code, unit.revision) = (code.to_owned(), revision);
        sent(&unit)
    };
    let here = known(&[&coded("001", "一室", 1)]);
    assert!(matches!(told(&coded("002", "一室", 1), &here), IntakeVerdict::New(_)));
    assert!(matches!(told(&coded("001", "新一室", 2), &here), IntakeVerdict::Newer(..)));
}

#[test]
fn a_file_that_counts_instead_of_what_was_typed_names_its_unit() {
    let came = |name: &str| {
        let library = library();
        with_scope(library, |scope| {
            let mut intake = Intake::new(scope, KnownFiles::default());
            let bytes = sent(&draft(room(), name));
            let file = intake.take(FileSource::default(), bytes.as_bytes()).expect("taken in").digest;
            (file, intake.end().0)
        })
    };
    let (file, report) = came("王庄村联络室");
    let mut office = Window::new(1);
    office.decide(listed(1, "王庄村联络室"));
    let taken = |unit: u8| {
        let Act::Taken { value: Some(value), .. } = taken("a", 1, Some(unit_of(unit))).1 else { panic!("a file") };
        Act::Taken { file, value: Some(value) }
    };
    office.decide(taken(1));
    let over = |office: &Window, report: &TakeInReport| OverEntered::of(&ReviewUnits::of(&office.log), report);
    let (nobody, named) = (OverEntered::default(), vec!["王庄村联络室".to_owned()]);
    assert_eq!(over(&office, &report), nobody, "nothing was typed");
    office.decide(entered_fact(1, "reception_days", 3));
    assert_eq!(over(&office, &report), OverEntered { replaced: named.clone(), ..nobody.clone() });
    assert_eq!(over(&office, &came("李庄村联络室").1), nobody, "another file came");
    office.decide(Act::InForce { unit: unit_of(1), value: Some(Origin::Entered) });
    assert_eq!(over(&office, &report), OverEntered { kept: named, ..nobody }, "a person said that it counts");
}

#[test]
fn what_another_hand_changed_is_never_taken_in_without_a_person() {
    let file = sent(&draft(room(), "王庄村代表联络室"));
    let changed = file.replace("\"policy_talks\":24", "\"policy_talks\":25");
    assert_ne!(file, changed, "something was changed");
    let verdict = told(&changed, &KnownFiles::default());
    assert!(matches!(&verdict, IntakeVerdict::ChangedByHand(_, findings) if !findings.is_empty()), "{verdict:?}");
    assert_eq!(verdict.taken(), None);
}

#[test]
fn another_year_another_version_and_an_unknown_standard_each_say_so() {
    let mut unit = draft(room(), "王庄村代表联络室");
    unit.year = 2025;
    let year = told(&sent(&unit), &KnownFiles::default());
    assert_eq!(year, IntakeVerdict::OtherYear { unit: "王庄村代表联络室".to_owned(), year: 2025 });
    let second = reissued(room(), |value| value["version"] = 2.into());
    let file = sent(&draft(&second, "王庄村代表联络室"));
    let other = |ours| IntakeVerdict::OtherStandard {
        unit: "王庄村代表联络室".to_owned(),
        standard: OtherStandard { id: room().id.to_string(), version: 2, ours },
    };
    assert_eq!(told(&file, &KnownFiles::default()), other(Some(1)));
    // Also where the other version is at hand.
    let mut both = library().clone();
    both.add(second);
    let at_hand = with_scope(&both, |scope| verdict("a", file.as_bytes(), scope, &KnownFiles::default()));
    assert_eq!(at_hand, other(Some(1)));
    let nobody =
        with_scope(&StandardLibrary::default(), |scope| verdict("a", file.as_bytes(), scope, &KnownFiles::default()));
    assert_eq!(nobody, other(None));
}

#[test]
fn a_draft_a_standard_a_sample_and_a_holder_are_each_told_for_what_they_are() {
    let unit = draft(room(), "王庄村代表联络室");
    let told = |bytes: &str| told(bytes, &KnownFiles::default());
    assert_eq!(told(&canonical(&unit)), IntakeVerdict::Draft { unit: unit.unit.name.clone() });
    assert!(matches!(told(room().text()), IntakeVerdict::Standard { version: 1, .. }));
    assert!(matches!(told(&sent(&example())), IntakeVerdict::Sample { sample: true, .. }));
    for name in ["bundle-1.json", "review-1.json"] {
        assert!(
            matches!(told(&crate::common::fixture(&format!("formats/{name}"))), IntakeVerdict::Holder(_)),
            "{name}"
        );
    }
    assert_eq!(told(r#"{"a":1}"#), IntakeVerdict::NotOurs);
    // In the sample county it is the other way round.
    let standards = standards();
    let scope = IntakeScope { year: 2026, standards: &standards, library: library(), sample: true, nfkc: &plain };
    let sample = verdict("a", sent(&example()).as_bytes(), &scope, &KnownFiles::default());
    assert!(matches!(sample, IntakeVerdict::New(_)), "{sample:?}");
    let real = verdict("a", sent(&unit).as_bytes(), &scope, &KnownFiles::default());
    assert!(matches!(real, IntakeVerdict::Sample { sample: false, .. }));
}

#[test]
fn a_file_of_ours_that_was_cut_off_or_saved_in_another_code_is_damaged_and_no_strangers() {
    let file = sent(&draft(room(), "王庄村代表联络室"));
    let judge =
        |name: &str, bytes: &[u8]| with_scope(library(), |scope| verdict(name, bytes, scope, &KnownFiles::default()));
    let half = &file.as_bytes()[..file.len() / 2];
    assert!(matches!(judge("a.json", half), IntakeVerdict::Damaged(_)));
    let wide: Vec<u8> = file.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(judge("a.json", &wide), IntakeVerdict::Damaged(_)));
    // Of an empty one only its name is left.
    assert!(matches!(judge("2026_柳林镇_王庄室_自评申报_第1次(1).json", b""), IntakeVerdict::Damaged(_)));
    assert_eq!(judge("notes.json", b""), IntakeVerdict::NotOurs);
    assert_eq!(judge("notes.json", b"{\"a\":"), IntakeVerdict::NotOurs);
    assert_eq!(judge("report.txt", "年终总结".as_bytes()), IntakeVerdict::NotOurs);
    assert_eq!(judge("2026年工作总结_终稿.json", b""), IntakeVerdict::NotOurs);
    assert!(matches!(judge("收件/2026_柳林镇_王庄室_自评申报_第1次.JSON", b""), IntakeVerdict::Damaged(_)));
}

#[test]
fn every_kind_of_bad_file_among_good_ones_stops_none_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let good: Vec<String> = ["一室", "二室", "三室"].map(|name| sent(&draft(room(), name))).to_vec();
    with_scope(library(), |scope| {
        let mut intake = Intake::new(scope, KnownFiles::default());
        let mut bad: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        bad.sort();
        let many = bad.len();
        for (at, path) in bad.iter().enumerate() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            intake.take(FileSource { name, ..FileSource::default() }, &std::fs::read(path).unwrap());
            if let Some(file) = good.get(at / 10).filter(|_| at % 10 == 5) {
                assert!(intake.take(FileSource::default(), file.as_bytes()).is_some());
            }
        }
        let (report, _) = intake.end();
        assert_eq!(report.counts().new, good.len());
        assert_eq!(report.lines.len() + report.others, many + good.len(), "each is told or counted");
        for line in &report.lines {
            for lang in Lang::ALL {
                assert!(!intake_line(text(lang), line).trim().is_empty());
            }
        }
    });
}

#[test]
fn a_folder_of_a_chat_is_counted_and_no_stranger_is_named() {
    let ours = sent(&draft(room(), "王庄村代表联络室"));
    with_scope(library(), |scope| {
        let mut intake = Intake::new(scope, KnownFiles::default());
        let source = |name: &str| FileSource { name: name.to_owned(), ..FileSource::default() };
        intake.not_read(140);
        intake.take(source("secret-1.json"), b"{\"a\":1}");
        intake.take(source("secret-2.json"), b"[]");
        intake.other(source("secret-3.rar"), Foreign::Archive, false);
        intake.take(source("a.json"), ours.as_bytes());
        // Of a packed file with nothing of ours in it each file is counted, as of a folder.
        let mark = intake.container_begins();
        intake.not_read(30);
        intake.take(source("secret-4.json"), b"{}");
        intake.container_ends(mark);
        let (report, _) = intake.end();
        assert_eq!((report.lines.len(), report.others, report.packed), (1, 174, 1));
        let zh = intake_counts(text(Lang::Zh), &report);
        assert_eq!(zh[..2], ["新收 1 份。", "另有 174 个无关文件，未读取内容。"].map(str::to_owned));
        assert!(zh[2].starts_with("其中 1 个压缩包打不开"));
        let all: String = report.lines.iter().map(|line| intake_line(text(Lang::Zh), line)).chain(zh).collect();
        assert!(!all.contains("secret"), "{all}");
    });
}

#[test]
fn what_was_chosen_by_itself_and_cannot_be_opened_has_its_sentence() {
    with_scope(library(), |scope| {
        let mut intake = Intake::new(scope, KnownFiles::default());
        let source = |name: &str| FileSource { name: name.to_owned(), ..FileSource::default() };
        intake.other(source("柳林镇.rar"), Foreign::Archive, true);
        intake.other(source("柳林镇.msg"), Foreign::OutlookMail, true);
        intake.unopened(source("柳林镇.zip"), ReadFailure::Encrypted.here(), true);
        intake.unopened(source("strangers.zip"), ReadFailure::Encrypted.here(), false);
        let inside = ReadFailure::Damaged.at("王庄室.json");
        intake.unopened(source("2026_柳林镇_王庄室_自评申报_第1次.json"), inside, false);
        let (report, _) = intake.end();
        assert_eq!((report.counts().refused, report.others, report.packed), (4, 1, 1));
        let said: Vec<String> = report.lines.iter().map(|line| intake_line(text(Lang::Zh), line)).collect();
        assert_eq!(said[2], "柳林镇.zip：设了密码，打不开。请先用密码解压，再选择里面的文件。");
        assert!(said[0].starts_with("柳林镇.rar：这是压缩包。") && said[1].contains(".msg"), "{said:?}");
    });
}

#[test]
fn a_chosen_file_is_told_by_its_first_bytes_and_read_among_others_by_its_name() {
    assert_eq!(shape("a.zip", b"PK\x03\x04...."), FileShape::Archive);
    assert_eq!(shape("a.rar", b"Rar!\x1a"), FileShape::Other(Foreign::Archive));
    assert_eq!(shape("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileShape::Other(Foreign::OutlookMail));
    assert_eq!(shape("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileShape::Other(Foreign::Office));
    assert_eq!(shape("mail", b"Received: from mx.qq.com"), FileShape::Mail);
    assert_eq!(shape("mail.eml", b"Sender: a"), FileShape::Mail);
    assert_eq!(shape("a.json", b"{\"attached\":"), FileShape::Plain);
    for name in ["a.json", "a.JSON", "b.zip", "c.eml", "d.txt", "e.rar"] {
        assert!(is_read_among_others(name), "{name}");
    }
    for name in ["a.jpg", "b.mp4", "c.docx", "d", "e.json.exe"] {
        assert!(!is_read_among_others(name), "{name}");
    }
}

#[test]
fn the_day_of_receipt_is_the_mails_in_chinas_time() {
    let day = |text| CivilDate::parse(text);
    assert_eq!(day_of_receipt("2026-12-05T15:59:59Z", 2026, None), day("2026-12-05"));
    assert_eq!(day_of_receipt("2026-12-05T16:00:00Z", 2026, None), day("2026-12-06"));
    assert_eq!(day_of_receipt("2026-12-31T23:00:00Z", 2026, None), day("2027-01-01"));
    assert_eq!(day_of_receipt("2026-02-28T20:00:00Z", 2026, None), day("2026-03-01"));
    assert_eq!(day_of_receipt("yesterday", 2026, None), None);
}

#[test]
fn a_day_of_receipt_that_is_still_to_come_or_before_last_year_is_none() {
    let (day, today) = (|text| CivilDate::parse(text), CivilDate::parse("2026-12-05"));
    assert_eq!(day_of_receipt("2026-12-05T01:00:00Z", 2026, today), today);
    assert_eq!(day_of_receipt("2026-12-05T16:00:00Z", 2026, today), None, "it is tomorrow in China");
    assert_eq!(day_of_receipt("2025-01-01T00:00:00Z", 2026, today), day("2025-01-01"));
    for wrong in ["1969-12-31T23:59:59Z", "2024-12-31T15:00:00Z", "2099-01-01T00:00:00Z"] {
        assert_eq!(day_of_receipt(wrong, 2026, today), None, "{wrong}");
    }
    // A review of last year still takes in what comes this year.
    assert_eq!(day_of_receipt("2027-01-10T01:00:00Z", 2026, day("2027-01-11")), day("2027-01-10"));
}

#[test]
fn the_text_for_the_group_names_nobody_and_the_other_names_whoever_is_missing() {
    let zh = text(Lang::Zh);
    let group = remind_group(zh, 20, 18, CivilDate::parse("2026-12-05"));
    assert!(group.contains("应报 20 个，已收到 18 个，还有 2 个没有报"), "{group}");
    assert!(group.contains("12"), "{group}");
    let names = remind_names(zh, &["王庄室".to_owned(), "李庄室".to_owned()], None);
    assert_eq!(names, "还没有报星级自评的有 2 个：王庄室、李庄室。请提醒报送。");
    assert!(remind_group(zh, 20, 20, None).contains("已全部收到"));
}

#[test]
fn a_unit_takes_at_most_a_kilobyte_in_memory_and_comes_back_from_where_it_is_kept() {
    let mut unit = draft(station(), "柏城街道人大代表联络站");
    for (at, item) in station().items().enumerate().take(20) {
        let photo = photo(u32::try_from(at).unwrap()).0;
        unit.record.answers.edit(&item.id, |answer| {
            if at < 10 {
                answer.note = format!("全年共开展活动若干次，台账齐全，第{at}项。");
            }
            answer.photos.push(photo);
        });
    }
    let IntakeVerdict::New(file) = told(&sent(&unit), &KnownFiles::default()) else { panic!("new") };
    assert!(file.row.bytes() <= 1024, "{} bytes", file.row.bytes());
    assert_eq!((file.row.photo_marks().len(), file.row.note_marks().len()), (20, 10));
    let kept = FileRow::of(&file);
    assert_eq!(FileRow::read(&kept.write()), Some(kept), "as it is stored and read again");
    assert_eq!(file.row.facts(station()), unit.record.facts);
    let sections: u64 = (0..station().sections.len()).map(|at| file.row.section(station(), at).low.get()).sum();
    assert_eq!(sections, file.row.total.low.get());
}

#[test]
fn a_unit_is_found_among_ten_thousand() {
    let mut here = KnownFiles::default();
    let codes = Submission::of(&draft(room(), "室"), time()).codes;
    for at in 0..10_000_u32 {
        let unit = draft(room(), &format!("{at}室")).unit;
        let file = KnownFile { digest: FileDigest::of(&at.to_le_bytes()), codes: codes.clone(), revision: 1 };
        here.add(&room().unit.id, &unit, &plain, file);
    }
    assert_eq!(here.of(&room().unit.id, &draft(room(), "9999室").unit, &plain).len(), 1);
    assert!(here.of(&room().unit.id, &draft(room(), "10000室").unit, &plain).is_empty());
}
