//! A corpus of files as they come out of mailboxes, phones and other programs: each has its own sentence in
//! Chinese and English, told word for word in `fixtures/bad-files.txt`, or opens as if nothing had happened.

use crate::common::arbitrary::cases;
use crate::common::{example, fixture, issued, read};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::PathBuf;
use xingzhan::i18n::{fault, text};
use xingzhan::model::draft::Draft;
use xingzhan::model::files::foreign::Foreign;
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::parsed::ParsedFile;
use xingzhan::model::problem::{Fault, Problem};
use xingzhan::model::record::answers::{Choice, Evidence};
use xingzhan::model::record::unit::{Post, Posts, Unit};
use xingzhan::model::review::reviewed_file::{ReviewedFile, open};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad")
}

/// The standard that the corpus was made by; those of the program change.
fn library() -> StandardLibrary {
    let mut library = StandardLibrary::default();
    library.add(read(&fixture("formats/standard-1.json")));
    library
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What is told of a file, and as what it opens.
fn told(name: &str) -> (Option<&'static str>, Vec<Problem>) {
    match open(&bytes(name), &library()) {
        Ok(ReviewedFile::Units(ParsedFile::Submission(opened))) => (Some("submission"), opened.findings),
        Ok(ReviewedFile::Units(ParsedFile::Draft(_))) => (Some("draft"), Vec::new()),
        Ok(ReviewedFile::Units(ParsedFile::Standard(_))) => (Some("standard"), Vec::new()),
        Ok(ReviewedFile::Bundle(opened)) => (Some("bundle"), opened.findings),
        Ok(ReviewedFile::Review(_)) => (Some("review"), Vec::new()),
        Ok(ReviewedFile::Units(ParsedFile::Desk(desk))) => panic!("{name} was not opened whole: {desk:?}"),
        Err(problems) => (None, problems),
    }
}

#[test]
fn every_bad_file_has_its_sentence_in_chinese_and_english_word_for_word() {
    let entries = std::fs::read_dir(folder()).expect("the corpus");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().into_string().expect("a name")).collect();
    names.sort();
    let mut all = String::new();
    for name in names {
        let (opens, problems) = told(&name);
        let opens = opens.map(|kind| format!(" opens as a {kind}")).unwrap_or_default();
        writeln!(all, "{name}{opens}").expect("memory");
        for problem in problems {
            for lang in Lang::ALL {
                writeln!(all, "    {}", fault(text(lang), &problem)).expect("memory");
            }
        }
    }
    let written = fixture("bad-files.txt");
    let (_, expected) = written.split_once("\n\n").expect("a head");
    let differ = expected.lines().zip(all.lines()).find(|(expected, found)| expected != found);
    assert_eq!(differ, None);
    assert_eq!(expected.lines().count(), all.lines().count());
}

#[test]
fn a_mark_other_line_ends_and_another_order_of_keys_change_nothing() {
    let whole = open(fixture("formats/submission-1.json").as_bytes(), &library());
    for name in ["bom.json", "crlf.json"] {
        assert_eq!(open(&bytes(name), &library()), whole, "{name}");
    }
    let draft = open(fixture("formats/draft-1.json").as_bytes(), &library());
    assert_eq!(open(&bytes("draft-resaved.json"), &library()), draft);
}

#[test]
fn no_sentence_speaks_to_a_clerk_in_the_words_of_programmers() {
    let written = fixture("bad-files.txt");
    let (_, sentences) = written.split_once("\n\n").expect("a head");
    for line in sentences.lines().filter(|line| line.starts_with("    ")) {
        for word in ["JSON", "json", "Schema", "UTF", "SHA", "expected", "invalid", "unknown", "field", "string"] {
            assert!(!line.contains(word), "{word} in {line}");
        }
    }
}

#[test]
fn files_over_their_size_are_told_with_the_size() {
    let told = |most: u64| {
        let problem = Problem::at("", Fault::TooLarge { most });
        Lang::ALL.map(|lang| fault(text(lang), &problem))
    };
    let zh = "文件超过 32 MB，不是本程序生成的文件，或夹带了别的内容。";
    assert_eq!(told(32 << 20)[0], zh);
    assert_eq!(
        told(4 << 20)[1],
        "The file is over 4 MB: it is not one of this program's, or something else was added."
    );
    let many = Problem::at("a", Fault::TooMany { most: 2_000_000 });
    assert_eq!(fault(text(Lang::Zh), &many), "内容的条目太多，不是本程序生成的文件。请让对方重新生成并发送。");
    assert_eq!(
        fault(text(Lang::En), &many),
        "It holds too many entries for a file of this program. Ask the sender to make it again and send it once more."
    );
}

#[test]
fn a_large_picture_is_called_a_picture_and_not_large() {
    let picture = [b"\xff\xd8\xff\xe0".as_slice(), &vec![0; 70 << 20]].concat();
    assert_eq!(open(&picture, &library()), Err(vec![Problem::at("", Fault::Foreign(Foreign::Picture))]));
}

/// The worked example with this text in every field that a person types.
fn filled_with(hostile: &str) -> Draft {
    let own = || hostile.to_owned();
    let post = || Post { name: own(), office: own(), phone: own() };
    let mut draft = example();
    draft.unit = Unit { code: own(), name: own(), township: own(), village: own(), address: own(), hours: own() };
    draft.posts = Posts { head: post(), acting: false, deputy: post(), liaison: post() };
    draft.declaration.name = own();
    draft.declaration.post = own();
    for item in draft.standard.clone().items() {
        draft.show(&item.id, |evidence| *evidence = Evidence { ledger: own(), page: own(), date: None });
        draft.note(&item.id, own());
    }
    for item in draft.standard.texts.clone() {
        draft.choose(&item.id, Some(Choice::Text(own())));
    }
    draft
}

/// The worked example's standard with this text in every place where a county writes something.
fn worded_with(hostile: &str) -> Standard {
    let mut standard = Standard::clone(&example().standard);
    let words = crate::common::words(&[("zh", hostile), ("en", hostile)]);
    let of_all = [&mut standard.title, &mut standard.sheet_title, &mut standard.issuer, &mut standard.receiver.office];
    for here in of_all {
        here.clone_from(&words);
    }
    standard.facts.iter_mut().for_each(|fact| fact.words.clone_from(&words));
    standard.gates.iter_mut().for_each(|gate| gate.words.clone_from(&words));
    standard.lines.iter_mut().for_each(|line| line.words.clone_from(&words));
    for section in &mut standard.sections {
        section.words.clone_from(&words);
        for item in &mut section.items {
            item.words.clone_from(&words);
            item.evidence.clone_from(&words);
            item.source.quotes = vec![hostile.to_owned()];
        }
    }
    standard
}

const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "&lt;b&gt;&#60;",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(1)",
    "{{7*7}}${7*7}",
    "\u{0}\u{1}\u{1f}\u{7f}\u{85}\u{2028}",
    "\u{202e}\u{200b}\u{feff}👍🏽𠮷\u{10ffff}",
    "\\u0022},\"__proto__\":{\"",
];

#[test]
fn hostile_text_in_every_field_opens_and_stays_text() {
    for hostile in HOSTILE {
        let draft = Draft { standard: issued(&worded_with(hostile)), ..filled_with(hostile) };
        assert_eq!(Draft::read(&canonical(&draft)), Ok(draft.clone()), "{hostile:?}");
        let submission = Submission::of(&draft, crate::common::time());
        let mut library = StandardLibrary::default();
        library.add(draft.standard.clone());
        let opened = Submission::read(&submission.written(), &library).expect("opens");
        assert_eq!((opened.submission, opened.findings), (submission, vec![]), "{hostile:?}");
    }
}

#[test]
fn text_in_a_standard_that_nobody_could_see_is_no_text() {
    // Spaces alone are refused by the standard's own check, also where they are not ASCII.
    let told = IssuedStandard::read(&canonical(&worded_with("\u{3000}\u{a0}"))).expect_err("refused");
    assert!(told.iter().all(|problem| matches!(problem.fault, Fault::NoWords(_))), "{told:?}");
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_that_fits_a_field_opens_and_stays_the_same(typed in any::<String>()) {
        let typed: String = typed.chars().take(100).collect();
        let draft = filled_with(&typed);
        prop_assert_eq!(Draft::read(&canonical(&draft)), Ok(draft));
    }
}
