//! Every format that was ever released opens for ever. Once it is, its files under `tests/fixtures/formats` are never
//! written again: a test that fails here is mended in the program, and a new format adds new files.

use crate::common::{Fill, count, fact, fixture, item, months, photo, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use xingzhan::model::date::{CivilDate, UtcTime};
use xingzhan::model::digest::Digest;
use xingzhan::model::draft::orphans::{NeedsReview, Orphan, OrphanValue, QuestionId, QuestionSnapshot};
use xingzhan::model::draft::prior_answers::PriorYear;
use xingzhan::model::draft::{Draft, FORMAT};
use xingzhan::model::files::json::canonical;
use xingzhan::model::files::migrations::REVISION;
use xingzhan::model::files::parsed::{ParsedFile, open, unpack};
use xingzhan::model::photos::bundle::{Packing, PhotoBundle};
use xingzhan::model::photos::photo::{Photo, PhotoDigest};
use xingzhan::model::record::answers::{Answer, Choice, Evidence};
use xingzhan::model::record::unit::{Declaration, Post, Posts, Unit};
use xingzhan::model::scoring::shown_score::ShownScore;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::{Lang, Words};
use xingzhan::model::submission::Submission;

const HTML: &str = "<img src=x onerror=\"document.title='x'\"><script>alert(1)</script>";
const FORMULA: &str = "=cmd|' /C calc'!A0";
const ODD: &str = "\u{202e}倒\u{200b}着\u{0}\u{1}\u{1f}\"\\/\u{8}\u{c}\n\r\t👍🏽𠮷";

fn time(text: &str) -> UtcTime {
    UtcTime::parse(text).expect("a time")
}

fn standard() -> IssuedStandard {
    read(&fixture("formats/standard-1.json"))
}

fn library() -> StandardLibrary {
    let mut library = StandardLibrary::default();
    library.add(standard());
    library
}

fn empty() -> Draft {
    Draft::new(DraftId::try_from("empty").expect("an id"), standard(), time("2026-11-24T13:00:00Z"))
}

fn post(name: &str) -> Post {
    Post { name: name.to_owned(), office: format!("{name}的职务"), phone: "+86-0000-0000000".to_owned() }
}

/// The year before, as it stands beside a draft: with an item that is asked otherwise now, numbers, and text that
/// would do harm elsewhere.
fn last_year(draft: &Draft) -> PriorYear {
    let mut last = draft.clone();
    last.year -= 1;
    last.record.level("A2", 0).number("B1", 2).fact("came", 4);
    last.note(&item("A2"), FORMULA.to_owned());
    PriorYear::of(&last, ShownScore::of(&last.standard, &last.score()))
}

/// A draft with everything in it that a draft can hold: every kind of choice, marks, what is left, exports,
/// and text that would do harm elsewhere.
fn everything() -> Draft {
    let mut draft = Draft::new(DraftId::try_from("d-1_A").expect("an id"), standard(), time("2026-11-24T13:00:00Z"));
    draft.unit = Unit {
        code: "-1+1".to_owned(),
        name: HTML.to_owned(),
        township: FORMULA.to_owned(),
        village: "@村".to_owned(),
        address: ODD.to_owned(),
        hours: "每周一".to_owned(),
    };
    draft.posts = Posts { head: post("甲"), acting: true, deputy: post("乙"), liaison: post("丙") };
    draft.record.months = months(7);
    for (id, number) in [("came", 5), ("registered", 9), ("seats", 11), ("twice", 0), ("solved", 1_000_000)] {
        draft.record.fact(id, number);
    }
    draft.record.yes("A1", true).level("A2", 1).level("__proto__", 2).level("constructor", 0).number("B1", 3);
    draft.record.number("B3", 1_000_000).number("B7", 0).yes("X1", false);
    draft.record.choose("T1", Some(Choice::Text(format!("{HTML}{FORMULA}{ODD}"))));
    let date = CivilDate::parse("2026-02-28");
    for id in ["A1", "B5"] {
        draft.show(&item(id), |evidence| {
            *evidence = Evidence { ledger: HTML.to_owned(), page: FORMULA.to_owned(), date };
        });
    }
    draft.note(&item("A1"), ODD.to_owned());
    draft.note(&item("B5"), HTML.to_owned());
    draft.declaration = Declaration { name: "丁".to_owned(), post: "职务".to_owned(), date, agreed: true };
    draft.exported(&Submission::of(&draft, time("2026-11-24T13:05:00Z")));
    draft.record.not_applicable("A1", "new");
    draft.exported(&Submission::of(&draft, time("2026-11-24T14:05:00Z")));
    let words = crate::common::words(&[("zh", HTML)]);
    let asked = |digest: Option<Digest>| QuestionSnapshot { digest, words: words.clone(), year: 2025 };
    draft.reconfirm = vec![
        NeedsReview { of: QuestionId::Item(item("A2")), asked: asked(Some(Digest::of(b"A2"))) },
        NeedsReview { of: QuestionId::Fact(fact("came")), asked: asked(None) },
    ];
    let answer = Answer {
        choice: Some(Choice::Level(9)),
        evidence: Evidence { ledger: ODD.to_owned(), page: String::new(), date: None },
        note: FORMULA.to_owned(),
        ..Answer::default()
    };
    let kept = OrphanValue::Answer { item: item("gone"), answer };
    let number = OrphanValue::Number { fact: fact("gone"), count: count(3) };
    draft.left = vec![
        Orphan { asked: asked(Some(Digest::of(b"gone"))), said: words.clone(), kept },
        Orphan { asked: asked(None), said: Words::default(), kept: number },
    ];
    draft.earlier = Some(last_year(&draft));
    draft.counter = 41;
    draft
}

fn opened(name: &str) -> ParsedFile {
    let bytes = fixture(&format!("formats/{name}"));
    open(bytes.as_bytes(), &library()).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// What is told of a file besides.
fn submission(name: &str) -> (Submission, Vec<String>) {
    let ParsedFile::Submission(opened) = opened(name) else { panic!("{name} is no submission") };
    (opened.submission, opened.findings.iter().map(ToString::to_string).collect())
}

#[test]
fn a_draft_of_format_1_opens_with_everything_in_it() {
    assert_eq!(opened("draft-1.json"), ParsedFile::Draft(Box::new(everything())));
}

#[test]
fn a_draft_of_format_1_opens_without_everything_that_may_be_left_out() {
    assert_eq!(opened("draft-1-empty.json"), ParsedFile::Draft(Box::new(empty())));
}

#[test]
fn a_submission_of_format_1_opens_with_everything_in_it() {
    let expected = Submission::of(&everything(), time("2026-11-24T15:00:00Z"));
    assert_eq!(submission("submission-1.json"), (expected, Vec::new()));
}

#[test]
fn a_submission_of_format_1_opens_without_everything_that_may_be_left_out() {
    let expected = Submission::of(&empty(), time("2026-11-24T15:00:00Z"));
    assert_eq!(submission("submission-1-empty.json"), (expected, Vec::new()));
}

#[test]
fn a_standard_of_format_1_opens_with_everything_in_it() {
    // By serde's derived reader, which shares no line with ours.
    let expected: Standard = serde_json::from_str(&fixture("formats/standard-1.json")).expect("a standard");
    let ParsedFile::Standard(opened) = opened("standard-1.json") else { panic!("a standard") };
    assert_eq!(*opened, expected);
    assert_eq!(opened.text(), fixture("formats/standard-1.json"));
    assert_eq!(expected.items().count(), 17);
    assert_eq!(expected.title.get(Lang::Zh), format!("样样都有的标准 {HTML}"));
}

#[test]
fn the_standard_of_format_1_has_every_kind_of_scale_condition_effect_and_tie() {
    let text = fixture("formats/standard-1.json");
    let standard: Value = serde_json::from_str(&text).expect("JSON");
    for kind in ["yes_no", "levels", "count", "steps", "ratio", "deduct", "text"] {
        assert!(text.contains(&format!("\"{kind}\"")), "{kind}");
    }
    let gates = standard["gates"].to_string() + &standard["lines"].to_string();
    for kind in ["veto", "cap", "finding", "any", "item", "section", "fact", "rate", "below", "at_most", "at_least"] {
        assert!(gates.contains(&format!("\"{kind}\"")), "{kind}");
    }
    assert_eq!(standard["ties"], json!(["total", {"section": "A"}, {"tag": "build"}, "bonus"]));
}

/// The same draft with photos, and their bytes.
fn shown() -> (Draft, Vec<(PhotoDigest, Vec<u8>)>) {
    let (mut draft, mut photos) = (everything(), BTreeMap::new());
    for (number, id) in [(1, "A1"), (2, "B5"), (3, "A1"), (2, "X1")] {
        let (one, bytes) = photo(number);
        let caption = if number == 3 { ODD.to_owned() } else { String::new() };
        draft.add_photo(&item(id), Photo { name: HTML.to_owned(), caption, ..one.clone() });
        photos.insert(one.digest, bytes);
    }
    (draft, photos.into_iter().collect())
}

fn packed(written: String, photos: &[(PhotoDigest, Vec<u8>)]) -> String {
    let mut packing = Packing::begin(written, 1);
    for (digest, bytes) in photos {
        packing.add(digest, bytes);
    }
    packing.end()
}

#[test]
fn files_of_format_1_open_with_the_photos_in_them() {
    let (draft, photos) = shown();
    for name in ["draft-1-photos.json", "submission-1-photos.json"] {
        let (opened, carried) = unpack(fixture(&format!("formats/{name}")).as_bytes(), &library()).expect("opens");
        assert_eq!(carried, PhotoBundle { photos: photos.clone(), findings: vec![] }, "{name}");
        match opened {
            ParsedFile::Draft(opened) => assert_eq!(*opened, draft),
            ParsedFile::Submission(opened) => {
                assert_eq!((opened.submission.record(), opened.findings), (draft.record.trimmed(), vec![]));
            }
            ParsedFile::Standard(_) | ParsedFile::Desk(_) => panic!("{name} has no photos"),
        }
    }
}

/// What the program writes is, to the byte, what stands in the files of the format it writes.
#[test]
fn what_is_written_is_the_same_to_the_byte() {
    let submitted = |draft: &Draft| Submission::of(draft, time("2026-11-24T15:00:00Z")).written();
    let folder = if FORMAT == 1 { "formats" } else { "next" };
    let written = [
        ("formats/standard-1.json".to_owned(), canonical(&standard())),
        (format!("{folder}/draft-{FORMAT}.json"), canonical(&everything())),
        (format!("{folder}/submission-{FORMAT}.json"), submitted(&everything())),
        (format!("{folder}/submission-{FORMAT}-empty.json"), submitted(&empty())),
    ];
    let (draft, photos) = shown();
    let with_photos = [
        ("formats/draft-1-photos.json".to_owned(), packed(canonical(&draft), &photos)),
        ("formats/submission-1-photos.json".to_owned(), packed(submitted(&draft), &photos)),
    ];
    let with_photos = with_photos.into_iter().filter(|_| FORMAT == 1);
    for (name, written) in written.into_iter().chain(with_photos) {
        assert!(fixture(&name) == written, "{name} differs");
    }
}

/// What is told of a file whose format was raised by hand.
fn raised(name: &str, format: u32) -> Vec<String> {
    let mut file: Value = serde_json::from_str(&fixture(name)).expect("JSON");
    file["format"] = json!(format);
    let problems = open(file.to_string().as_bytes(), &library()).expect_err("refused");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_format_after_the_one_that_is_written_is_refused_as_newer() {
    let next = FORMAT + 1;
    for name in ["draft-1.json", "submission-1.json"] {
        let told = raised(&format!("formats/{name}"), next);
        assert_eq!(told, [format!("format: format {next} is newer than this program")]);
    }
    assert_eq!(raised("formats/standard-1.json", 2), ["format: format 2 is newer than this program"]);
}

#[test]
fn the_key_of_another_format_is_refused() {
    let (folder, other) = if FORMAT == 1 { ("formats", "turn") } else { ("next", "revision") };
    let mut file: Value = serde_json::from_str(&fixture(&format!("{folder}/draft-{FORMAT}.json"))).expect("JSON");
    let revision = file.as_object_mut().expect("an object").remove(REVISION).expect("a revision");
    file[other] = revision;
    let told = open(file.to_string().as_bytes(), &library()).expect_err("refused");
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("{other}: unknown field `{other}`"), format!("missing field `{REVISION}`")]);
}

/// A file of the next format as a program of format 1 meets it.
#[cfg(not(feature = "next-format"))]
mod before {
    use super::*;
    use xingzhan::model::files::newer::{Newer, preview};

    fn id() -> DraftId {
        DraftId::try_from("preview").expect("an id")
    }

    /// What is shown of a file with one value of it changed.
    fn shown(name: &str, change: impl FnOnce(&mut Value)) -> Option<Newer> {
        let mut file: Value = serde_json::from_str(&fixture(&format!("next/{name}"))).expect("JSON");
        change(&mut file);
        let bytes = file.to_string();
        let told = open(bytes.as_bytes(), &library()).expect_err("refused");
        assert_eq!(
            told.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["format: format 2 is newer than this program"]
        );
        preview(bytes.as_bytes(), &library(), id())
    }

    fn as_it_is(_: &mut Value) {}

    #[test]
    fn what_is_known_of_a_draft_is_shown_without_its_history() {
        let newer = shown("draft-2.json", as_it_is).expect("shown");
        let (reconfirm, left, exports) = (Vec::new(), Vec::new(), Vec::new());
        // The revision stands under a key that is not known here.
        let draft = Draft { id: id(), format: 2, revision: 0, reconfirm, left, exports, earlier: None, ..everything() };
        assert_eq!(newer, Newer { format: 2, draft });
    }

    #[test]
    fn what_is_known_of_a_submission_is_shown_with_its_own_standard() {
        let newer = shown("submission-2.json", as_it_is).expect("shown");
        let expected = everything();
        assert_eq!(
            (newer.format, &newer.draft.unit, &newer.draft.record),
            (2, &expected.unit.trimmed(), &expected.record.trimmed())
        );
        assert_eq!((newer.draft.standard, newer.draft.id), (standard(), id()));
    }

    #[test]
    fn a_submission_whose_standard_is_not_at_hand_is_not_shown() {
        let bytes = fixture("next/submission-2.json");
        assert_eq!(preview(bytes.as_bytes(), &StandardLibrary::default(), id()), None);
    }

    #[test]
    fn keys_and_answers_that_are_not_known_are_passed_over() {
        let newer = shown("draft-2.json", |file| {
            file["something_new"] = json!({"a": 1});
            file["unit"]["level"] = json!("county");
            file["record"]["answers"]["A1"]["choice"] = json!({"maybe": 3});
            file["record"]["answers"]["B1"]["weight"] = json!(3);
            file["record"]["facts"]["came"] = json!([5]);
            file["record"]["facts"]["unheard_of"] = json!(5);
            file["record"]["answers"]["A2"]["choice"] = json!({"level": 9});
            file["exports"] = json!("elsewhere");
        });
        let draft = newer.expect("shown").draft;
        let answers = &draft.record.answers;
        assert_eq!([answers.get(&item("A1")), answers.get(&item("A2"))], [None; 2]);
        assert_eq!(answers.choice(&item("B1")), Some(&Choice::Count(count(3))));
        assert_eq!((draft.record.facts.asked(&fact("came")), draft.record.facts.iter().count()), (None, 4));
        assert_eq!((draft.unit, draft.exports), (everything().unit, Vec::new()));
    }

    #[test]
    fn where_the_shape_does_not_fit_nothing_is_shown() {
        let changes: [fn(&mut Value); 7] = [
            |file| _ = file.as_object_mut().expect("an object").remove("record"),
            |file| _ = file.as_object_mut().expect("an object").remove("standard"),
            |file| file["record"] = json!("elsewhere"),
            |file| file["unit"]["name"] = json!(["in", "parts"]),
            |file| file["year"] = json!("2026"),
            |file| file["standard"]["sections"] = json!({}),
            |file| file["standard"]["points"] = json!(1),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            assert_eq!(shown("draft-2.json", change), None, "change {at}");
        }
        assert_eq!(
            shown("submission-2.json", |file| _ = file.as_object_mut().expect("an object").remove("signed")),
            None
        );
        assert_eq!(shown("submission-2.json", |file| file["signed"]["unit"] = json!(1)), None);
    }

    #[test]
    fn a_file_that_is_not_newer_is_opened_and_not_looked_into() {
        for name in ["draft-1.json", "submission-1.json", "standard-1.json"] {
            assert_eq!(preview(fixture(&format!("formats/{name}")).as_bytes(), &library(), id()), None, "{name}");
        }
        assert_eq!(preview(b"{\"kind\":\"bundle\",\"format\":9}", &library(), id()), None);
        assert_eq!(preview(b"[", &library(), id()), None);
    }
}

/// The same files as the next program meets them.
#[cfg(feature = "next-format")]
mod after {
    use super::*;
    use xingzhan::persistence::key;

    #[test]
    fn files_of_format_2_open_with_everything_in_them() {
        let open = |name: &str| open(fixture(&format!("next/{name}")).as_bytes(), &library()).expect("opens");
        assert_eq!(open("draft-2.json"), ParsedFile::Draft(Box::new(everything())));
        let ParsedFile::Submission(opened) = open("submission-2.json") else { panic!("a submission") };
        assert_eq!(opened.submission, Submission::of(&everything(), time("2026-11-24T15:00:00Z")));
        assert_eq!(opened.findings, vec![]);
    }

    #[test]
    fn a_file_of_format_1_is_written_in_format_2() {
        let ParsedFile::Draft(draft) = opened("draft-1.json") else { panic!("a draft") };
        assert!(canonical(&*draft) == fixture("next/draft-2.json"));
    }

    #[test]
    fn the_keys_in_storage_carry_the_new_number() {
        let id = DraftId::try_from("a1b2").expect("an id");
        assert!(key::draft(&id).contains(".2."));
    }
}
