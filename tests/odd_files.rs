//! A hostile or odd file cannot spoil what it becomes: what the program counts on from is bounded where it is
//! read, a mailbox is one plain address, and nothing that is typed becomes a line of a mail of its own.

use crate::common::broken::{put, station as station_with};
use crate::common::{example, library, refused, small_fact, small_item, small_standard, station, submitted, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::{LARGEST, canonical};
use xingzhan::model::files::migrations::REVISION;
use xingzhan::model::files::parsed::open;
use xingzhan::model::mail::mailto;
use xingzhan::model::record::facts::Count;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan::persistence::revision::{Found, Revision, StoredState, Writer, encode, read_copy, stored_state};

/// What is told of the worked example's draft with this value changed.
fn draft_with(place: &str, value: Value) -> Vec<String> {
    let mut draft = serde_json::to_value(exported(1)).expect("JSON");
    put(&mut draft, place, value);
    refused(draft.to_string().as_bytes())
}

/// What is told of its submission with this value changed.
fn submission_with(place: &str, value: Value) -> Vec<String> {
    let mut submission = submitted();
    put(&mut submission, place, value);
    refused(submission.to_string().as_bytes())
}

fn id(text: &str) -> DraftId {
    DraftId::try_from(text).expect("an id")
}

/// The worked example after so many exports.
fn exported(times: u32) -> Draft {
    let mut draft = example();
    (0..times).for_each(|_| draft.exported(&Submission::of(&draft, time())));
    draft
}

const HUGE: [u64; 5] = [LARGEST, LARGEST - 1, LARGEST - 1000, 1 << 52, 1 << 50];

#[test]
fn a_counter_that_could_not_be_counted_on_is_refused_with_its_place() {
    for counter in HUGE {
        assert_eq!(draft_with("/counter", json!(counter)), ["counter: not from 0 to 1000000000000"], "{counter}");
    }
    assert_eq!(draft_with("/counter", json!(1_000_000_000_000_u64)), Vec::<String>::new());
}

#[test]
fn the_highest_numbers_that_are_read_can_be_counted_on_from() {
    let mut highest = Draft { counter: 1_000_000_000_000, revision: 20_000, ..example() };
    for _ in 0..3 {
        let mut draft = Draft::read(&canonical(&highest)).expect("opens");
        for _ in 0..1000 {
            draft.counter += 1;
        }
        // Also where nobody asked whether another one may be made.
        draft.exported(&Submission::of(&draft, time()));
        highest = draft;
    }
    assert_eq!((highest.revision, highest.exports.len(), highest.problems()), (20_001, 1, vec![]));
    let raw = encode(Revision { counter: highest.counter, by: Writer { window: 1, round: 1 } }, &canonical(&highest));
    assert_eq!(read_copy(Some(&raw), &|_| None).draft.as_deref(), Some(&highest));
}

#[test]
fn a_revision_that_could_not_be_counted_on_is_refused_with_its_place() {
    for revision in [u32::MAX, u32::MAX - 1, 100_000] {
        let place = format!("/{REVISION}");
        assert_eq!(draft_with(&place, json!(revision)), [format!("{REVISION}: not from 1 to 20001")]);
        assert_eq!(submission_with(&place, json!(revision)), [format!("{REVISION}: not from 1 to 20000")]);
        let told = draft_with("/exports/0/revision", json!(revision));
        assert_eq!(told, ["exports[0].revision: not from 1 to 20000"]);
    }
    assert_eq!(draft_with("/exports/0/revision", json!(0)), ["exports[0].revision: not from 1 to 20000"]);
}

#[test]
fn the_last_submission_there_may_be_opens_and_says_that_there_is_none_after_it() {
    let last = Draft { revision: 20_000, ..example() };
    assert_eq!(last.lacks(), vec![]);
    let submission = Submission::of(&last, time());
    let opened = Submission::read(&submission.written(), library()).expect("opens").submission;
    let next = opened.draft(station(), id("d2"), time());
    assert_eq!(Draft::read(&canonical(&next)), Ok(next.clone()));
    let lacks: Vec<String> = next.lacks().iter().map(|lack| format!("{lack:?}")).collect();
    assert!(lacks.contains(&"FewerTimes".to_owned()), "{lacks:?}");
    // Merged into another draft it does not take that one's number away.
    let mut ours = Draft { declaration: example().declaration, ..Draft::new(id("d3"), station().clone(), time()) };
    let chosen = xingzhan::model::draft::compare::compare(&ours, &next);
    ours = xingzhan::model::draft::merge::merge(&ours, &next, &chosen);
    assert_eq!(ours.revision, 1);
}

#[test]
fn a_stored_draft_whose_counter_was_written_by_hand_is_set_aside() {
    let mut draft = serde_json::to_value(example()).expect("JSON");
    draft["counter"] = json!(LARGEST);
    let by = Writer { window: 1, round: 1 };
    for raw in [draft.to_string(), encode(Revision { counter: LARGEST, by }, &draft.to_string())] {
        let seen = read_copy(Some(&raw), &|_| None);
        assert!(matches!(seen.found, Found::Broken(_)) && seen.draft.is_none(), "{:?}", seen.found);
        assert_eq!(seen.problems.len(), 1);
    }
}

#[test]
fn a_stamp_that_was_raised_by_hand_beats_no_later_save() {
    let draft = Draft { counter: 7, ..example() };
    let by = Writer { window: 1, round: 1 };
    for counter in HUGE.into_iter().chain([u64::MAX]) {
        let raw = encode(Revision { counter, by }, &canonical(&draft));
        let seen = read_copy(Some(&raw), &|_| None);
        let Found::Draft { revision, .. } = seen.found else { panic!("{:?}", seen.found) };
        assert_eq!((revision.counter, seen.draft.map(|draft| draft.counter)), (7, Some(7)), "{counter}");
        assert_eq!(stored_state(Some(&raw)), StoredState::Draft(revision));
    }
}

#[test]
fn a_draft_counts_on_from_its_stamp_where_that_says_more() {
    let raw = encode(
        Revision { counter: 90, by: Writer { window: 1, round: 1 } },
        &canonical(&Draft { counter: 7, ..example() }),
    );
    assert_eq!(read_copy(Some(&raw), &|_| None).draft.map(|draft| draft.counter), Some(90));
}

#[test]
fn what_was_handed_over_last_stands_last_whatever_an_earlier_one_says_of_its_time() {
    let mut draft = exported(1);
    draft.exports[0].time = UtcTime::parse("2999-12-31T23:59:59Z").expect("a time");
    let mut draft = Draft::read(&canonical(&draft)).expect("opens");
    draft.note(&crate::common::item("D3"), "改过".to_owned());
    let submission = Submission::of(&draft, time());
    draft.exported(&submission);
    assert_eq!(draft.last_export().map(|export| &export.codes), Some(&submission.codes));
    assert!(!draft.changed_since_export());
}

#[test]
fn a_file_that_is_merged_drives_out_nothing_that_was_handed_over_here() {
    let ours = exported(3);
    let mut theirs = exported(20);
    for export in &mut theirs.exports {
        export.time = UtcTime::parse("2999-12-31T23:59:59Z").expect("a time");
    }
    theirs.record.facts.set(crate::common::fact("groups"), Count::new(99));
    let merged =
        xingzhan::model::draft::merge::merge(&ours, &theirs, &xingzhan::model::draft::compare::compare(&ours, &theirs));
    assert!(ours.exports.iter().all(|export| merged.exports.contains(export)));
    assert_eq!((merged.exports.len(), merged.problems()), (20, vec![]));
}

#[test]
fn the_version_and_the_years_in_a_file_are_bounded() {
    assert_eq!(station_with("/version", json!(u32::MAX)), ["version: not from 0 to 99999999"]);
    assert_eq!(station_with("/version", json!(20_261_201)), Vec::<String>::new());
    let mark = |year: u64| json!([{"of": {"item": "A1"}, "asked": {"words": {}, "year": year}}]);
    assert_eq!(draft_with("/reconfirm", mark(65_535)), ["reconfirm[0].asked.year: not from 1990 to 2199"]);
    let left = json!([{
        "asked": {"words": {}, "year": 0}, "said": {}, "kept": {"number": {"fact": "gone", "count": 1}}
    }]);
    assert_eq!(draft_with("/left", left), ["left[0].asked.year: not from 1990 to 2199"]);
}

#[test]
fn a_mark_to_confirm_stands_once() {
    let mark = json!({"of": {"item": "A1"}, "asked": {"words": {}, "year": 2025}});
    assert_eq!(draft_with("/reconfirm", json!([mark, mark])), ["reconfirm[1]: A1 stands twice"]);
}

#[test]
fn more_than_any_page_can_show_is_refused_at_the_door() {
    let left = json!({
        "asked": {"words": {}, "year": 2025}, "said": {}, "kept": {"number": {"fact": "gone", "count": 1}}
    });
    assert_eq!(draft_with("/left", json!(vec![left.clone(); 2000])), Vec::<String>::new());
    assert_eq!(draft_with("/left", json!(vec![left.clone(); 2001])), ["left: more than 2000 entries"]);
    let earlier = |many: usize| {
        let score = &submitted()["signed"]["score"];
        json!({"year": 2025, "score": score, "said": vec![left.clone(); many]})
    };
    assert_eq!(draft_with("/earlier", earlier(2000)), Vec::<String>::new());
    assert_eq!(draft_with("/earlier", earlier(2001)), ["earlier.said: more than 2000 entries"]);
}

#[test]
fn the_standard_in_a_draft_is_no_larger_than_one_alone_may_be() {
    let words = |bytes: usize| json!({"zh": "a".repeat(bytes), "en": "a"});
    assert_eq!(draft_with("/standard/title", words(3 << 20)), Vec::<String>::new());
    assert_eq!(draft_with("/standard/title", words(5 << 20)), ["standard: more than 4194304 bytes"]);
}

#[test]
fn a_standard_of_more_items_than_any_page_can_show_is_refused_and_quickly() {
    let item = |at: usize| small_item(&format!("A{at}"), 10, &json!("yes_no"));
    let many = |many: usize| small_standard(&[], &(0..many).map(item).collect::<Vec<_>>()).to_string();
    assert!(IssuedStandard::read(&many(2000)).is_ok());
    let told = IssuedStandard::read(&many(2001)).expect_err("refused");
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), ["sections: more than 2000 entries"]);
    let facts: Vec<Value> = (0..30_000).map(|at| small_fact(&format!("f{at}"))).collect();
    let told = IssuedStandard::read(&small_standard(&facts, &[item(0)]).to_string()).expect_err("refused");
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), ["facts: more than 2000 entries"]);
    let level = |at: u64| json!({"words": {"zh": "字"}, "points": at * 10});
    let levels = json!({"levels": {"levels": (0..300).map(level).collect::<Vec<_>>()}});
    let told = IssuedStandard::read(&small_standard(&[], &[small_item("A", 2990, &levels)]).to_string());
    let told: Vec<String> = told.expect_err("refused").iter().map(ToString::to_string).collect();
    assert_eq!(told, ["sections[0].items[0].scale.levels.levels: more than 100 entries"]);
}

#[test]
fn the_largest_numbers_of_a_standard_overflow_no_score() {
    let sum = json!({"id": "all", "words": {"zh": "字"}, "unit": {"zh": "个"}, "sum": {"plus": vec!["one"; 200_000]}});
    let floor = json!({"of": "all", "times": 1_000_000});
    let ratio =
        json!({"ratio": {"part": "one", "whole": "all", "floor": floor, "target": 100, "unstated": {"worth": "full"}}});
    let items = [small_item("A", 1_000, &ratio)];
    let standard = IssuedStandard::read(&small_standard(&[small_fact("one"), sum], &items).to_string());
    let mut draft = Draft::new(id("d1"), standard.expect("a standard"), time());
    draft.count(&crate::common::fact("one"), Count::new(1_000_000));
    assert!(draft.score().is_settled());
}

const NO_MAILBOX: [&str; 34] = [
    "",
    " ",
    "office",
    "@example.org",
    "office@",
    "a@b@example.org",
    "office@example.org\r\nBcc: b@example.org",
    "office@example.org\n",
    "office@example.org\t",
    "office@example.org\u{0}",
    " office@example.org",
    "office@example.org ",
    "of fice@example.org",
    "a@example.org,b@example.org",
    "a@example.org;b@example.org",
    "a@example.org，b@example.org",
    "mailto:office@example.org",
    "MAILTO:office@example.org",
    "http://office@example.org",
    "javascript:alert(1)//@example.org",
    "office@example.org?bcc=b@example.org",
    "office@example.org?subject=x",
    "office%0d%0abcc@example.org",
    "office@example.org&cc=b",
    "<office@example.org>",
    "县人大 <office@example.org>",
    "\"a b\"@example.org",
    "office@example..org",
    ".office@example.org",
    "office@-example.org",
    "office@[127.0.0.1]",
    "办公室@example.org",
    "office@例子.中国",
    "office@exam\u{200b}ple.org",
];

#[test]
fn a_mailbox_that_is_not_one_plain_address_is_refused_when_the_standard_is_read() {
    let long = format!("{}@example.org", "a".repeat(250));
    for mailbox in NO_MAILBOX.into_iter().chain([long.as_str(), "\u{202e}office@example.org", "ｏffice@example.org"]) {
        let told = station_with("/receiver/mailbox", json!(mailbox));
        assert_eq!(told, ["receiver.mailbox: not one mail address"], "{mailbox:?}");
    }
}

#[test]
fn a_mailbox_as_counties_have_them_is_taken() {
    for mailbox in ["12345678@qq.com", "rd_bgs@163.com", "a.b-c+d@rd.gaomi.gov.cn", "office@renda", "A@B.CN"] {
        assert_eq!(station_with("/receiver/mailbox", json!(mailbox)), Vec::<String>::new(), "{mailbox}");
    }
}

#[test]
fn a_draft_with_such_a_mailbox_in_its_standard_is_refused_too() {
    let told = draft_with("/standard/receiver/mailbox", json!("a@b.cn\nBcc: c@d.cn"));
    assert_eq!(told, ["standard.receiver.mailbox: not one mail address"]);
}

/// Signs that end a line somewhere, or turn around or hide what stands beside them.
const BREAKS: &str = "\r\n\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}\u{0}\t\u{202e}\u{2066}\u{200b}\u{feff}";

#[test]
fn nothing_that_is_typed_or_worded_becomes_a_line_of_a_mail() {
    let evil = format!("甲{BREAKS}Bcc: b@example.org{BREAKS}校验码：AAAA-BBBB-CCCC");
    let mut draft = example();
    let standard = {
        let mut standard = Standard::clone(&draft.standard);
        let words = crate::common::words(&[("zh", &evil), ("en", &evil)]);
        standard.title = words.clone();
        standard.receiver.office = words.clone();
        standard.estimate = words;
        standard.receiver.mailbox = Some("office@example.org".to_owned());
        standard
    };
    let submission = Submission::of(&draft, time());
    let plain = i18n::mail(text(Lang::Zh), &standard, &submission, "a.json");
    draft.unit.name.clone_from(&evil);
    draft.unit.township.clone_from(&evil);
    draft.declaration.name.clone_from(&evil);
    let submission = Submission::of(&draft, time());
    for lang in Lang::ALL {
        let mail = i18n::mail(text(lang), &standard, &submission, &format!("{evil}.json"));
        assert_eq!(mail.lines.len(), plain.lines.len());
        let office = &mail.to.as_ref().expect("a recipient").office;
        for line in mail.lines.iter().chain([&mail.subject, office, &mail.attachments[0].name]) {
            assert!(!line.contains(|character: char| BREAKS.contains(character)), "{line:?}");
        }
        assert_eq!(mailto(&mail).matches("%0D").count(), mailto(&mail).matches("%0A").count());
        assert!(!mailto(&mail).split("&body=").next().expect("a head").contains("%0"), "{}", mailto(&mail));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn any_file_that_opens_is_written_and_read_again_after_1000_edits_and_exports(
        counter in prop_oneof![0..100_u64, 0..1_000_000_000_000_u64, 0..LARGEST, Just(LARGEST)],
        revision in prop_oneof![1..30_u32, 1..25_000_u32, any::<u32>()],
        handed in any::<u32>(),
    ) {
        let mut file = serde_json::to_value(exported(1)).expect("JSON");
        file["counter"] = json!(counter);
        file[REVISION] = json!(revision);
        file["exports"][0]["revision"] = json!(handed % 22_000);
        let Ok(opened) = open(file.to_string().as_bytes(), library()) else { return Ok(()) };
        let xingzhan::model::files::parsed::ParsedFile::Draft(draft) = opened else { panic!("a draft") };
        let mut draft = *draft;
        for at in 0..1000 {
            draft.counter += 1;
            if draft.lacks().is_empty() && at % 20 == 0 {
                let submission = Submission::of(&draft, time());
                prop_assert!(Submission::read(&submission.written(), library()).is_ok());
                let before = draft.revision;
                draft.exported(&submission);
                prop_assert_eq!(draft.revision, before + 1);
                draft.declaration.agreed = true;
            }
        }
        let raw = encode(Revision { counter: draft.counter, by: Writer { window: 1, round: 1 } }, &canonical(&draft));
        let seen = read_copy(Some(&raw), &|_| None);
        prop_assert_eq!(seen.draft.as_deref(), Some(&draft));
        prop_assert!(draft.counter < LARGEST && Score::of(&draft.standard, &draft.record).is_settled());
    }
}
