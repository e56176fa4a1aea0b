//! A draft or a submission under another version of its standard: what is asked as before is carried, what
//! is asked otherwise is marked, and nothing that was typed is dropped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

mod common;

use common::arbitrary::{cases, standard_and_record};
use common::{Fill, count, example, fact, item, read, room, small_fact, small_item, small_standard, time};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::model::answer::Choice;
use xingzhan::model::carry::{onto, related};
use xingzhan::model::digest::Digest;
use xingzhan::model::draft::Draft;
use xingzhan::model::id::{DraftId, ItemId};
use xingzhan::model::item::{Item, Scale};
use xingzhan::model::json::canonical;
use xingzhan::model::left::{Kept, Left, Of};
use xingzhan::model::shelf::Shelf;
use xingzhan::model::standard::Standard;
use xingzhan::model::submission::Submission;
use xingzhan::model::words::{Lang, Words};

fn id() -> DraftId {
    DraftId::try_from("d1").expect("an id")
}

fn levels(words: &[&str]) -> Value {
    let last = words.len() - 1;
    let level = |(at, zh): (usize, &&str)| json!({"words": {"zh": zh}, "percent": at * 100 / last});
    json!({"levels": {"levels": words.iter().enumerate().map(level).collect::<Vec<_>>()}})
}

/// The first version: a question, three levels, a number, a text, and a share of two facts.
fn first() -> Value {
    let mut items = vec![
        small_item("yes", 100, &json!("yes_no")),
        small_item("steps", 200, &levels(&["没有", "有一些", "很完整"])),
        small_item("times", 100, &json!({"count": {"unit": {"zh": "次"}, "target": 4}})),
        small_item("share", 100, &json!({"ratio": {"part": "came", "whole": "all", "target": 100}})),
    ];
    items[0]["not_applicable"] = json!(["new"]);
    let mut standard = small_standard(&[small_fact("came"), small_fact("all")], &items);
    standard["reasons"] = json!([{"id": "new", "words": {"zh": "今年新建"}, "on": true}]);
    standard["texts"] = json!([small_item("words", 0, &json!({"text": {"at_most": 20}}))]);
    standard
}

/// Another version of it.
fn second(change: impl FnOnce(&mut Value)) -> Standard {
    let mut standard = first();
    standard["version"] = json!(2);
    change(&mut standard);
    let items = standard["sections"][0]["items"].as_array().expect("items");
    let sum: u64 = items.iter().map(|item| item["points"].as_u64().expect("points")).sum();
    standard["points"] = json!(sum);
    standard["sections"][0]["points"] = json!(sum);
    read(&standard.to_string())
}

/// A draft of the first version with everything filled in.
fn filled() -> Draft {
    let mut draft = Draft::new(id(), read(&first().to_string()), time());
    draft.record.yes("yes", true).level("steps", 2).number("times", 3).fact("came", 5).fact("all", 9);
    draft.record.choose("words", Some(Choice::Text("一句话".to_owned())));
    draft.show(&item("steps"), |evidence| evidence.page.push_str("第3页"));
    draft.note(&item("steps"), "说明".to_owned());
    draft.declaration.agreed = true;
    draft
}

fn carried(change: impl FnOnce(&mut Value)) -> Draft {
    let carried = onto(&filled(), &second(change)).expect("another version");
    assert_eq!(carried.problems(), vec![]);
    carried
}

/// What must be looked at, by name.
fn marked(draft: &Draft) -> Vec<String> {
    let name = |of: &Of| match of {
        Of::Item(id) => id.to_string(),
        Of::Fact(id) => id.to_string(),
    };
    draft.reconfirm.iter().map(|mark| name(&mark.of)).collect()
}

/// What is left, by name.
fn left(draft: &Draft) -> Vec<String> {
    let name = |left: &Left| match &left.kept {
        Kept::Answer { item, .. } => item.to_string(),
        Kept::Number { fact, .. } => fact.to_string(),
    };
    draft.left.iter().map(name).collect()
}

/// Both, as one line each.
fn names(draft: &Draft) -> (String, String) {
    (marked(draft).join(" "), left(draft).join(" "))
}

fn both(marked: &str, left: &str) -> (String, String) {
    (marked.to_owned(), left.to_owned())
}

#[test]
fn what_is_asked_as_before_is_carried_without_a_word() {
    let draft = carried(|standard| standard["title"] = json!({"zh": "新的名称"}));
    assert_eq!(names(&draft), both("", ""));
    assert_eq!(draft.record, filled().record);
    assert_eq!(draft.standard.version, 2);
}

#[test]
fn another_example_or_other_evidence_asks_for_no_new_answer() {
    let draft = carried(|standard| {
        standard["sections"][0]["items"][0]["example"] = json!({"zh": "别的例子"});
        standard["sections"][0]["items"][0]["evidence"] = json!({"zh": "别的材料"});
        standard["facts"][0]["help"] = json!({"zh": "怎么数"});
    });
    assert_eq!(marked(&draft), Vec::<String>::new());
}

#[test]
fn a_draft_under_another_version_must_be_declared_again() {
    assert!(!carried(|_| {}).declaration.agreed);
}

#[test]
fn other_words_other_points_and_another_scale_are_marked_and_keep_the_answer() {
    let draft = carried(|standard| {
        let items = &mut standard["sections"][0]["items"];
        items[0]["words"] = json!({"zh": "别的问题"});
        items[1]["points"] = json!(300);
        items[2]["scale"]["count"]["target"] = json!(6);
    });
    // In the order of their names.
    assert_eq!(names(&draft), both("steps times yes", ""));
    assert_eq!(draft.record, filled().record);
}

#[test]
fn a_mark_tells_what_was_asked_before() {
    let draft = carried(|standard| standard["sections"][0]["items"][0]["words"] = json!({"zh": "别的问题"}));
    let asked = draft.marked(&Of::Item(item("yes"))).expect("a mark");
    let before = filled().standard.item(&item("yes")).expect("an item").clone();
    assert_eq!((&asked.words, &asked.digest, asked.year), (&before.words, &Some(Digest::of_item(&before)), 2026));
}

#[test]
fn a_number_with_other_words_or_another_unit_is_marked() {
    let draft = carried(|standard| {
        standard["facts"][0]["words"] = json!({"zh": "到场"});
        standard["facts"][1]["unit"] = json!({"zh": "户"});
    });
    assert_eq!(marked(&draft), ["all", "came"]);
    assert_eq!(draft.record.facts, filled().record.facts);
}

#[test]
fn a_level_that_is_no_more_is_kept_with_its_old_words() {
    let draft = carried(|standard| standard["sections"][0]["items"][1]["scale"] = levels(&["没有", "有"]));
    assert_eq!(names(&draft), both("", "steps"));
    let [kept] = draft.left.as_slice() else { panic!("one") };
    assert_eq!((kept.asked.words.get(Lang::Zh), kept.said.get(Lang::Zh)), ("字", "很完整"));
    assert!(!kept.is_gone(&draft.standard));
}

#[test]
fn an_answer_that_fits_no_more_leaves_the_item_open_with_its_evidence_and_note() {
    let draft = carried(|standard| standard["sections"][0]["items"][1]["scale"] = json!("yes_no"));
    let here = draft.record.answers.get(&item("steps")).expect("an answer");
    assert_eq!((&here.choice, here.evidence.page.as_str(), here.note.as_str()), (&None, "第3页", "说明"));
}

#[test]
fn a_reason_that_is_no_longer_allowed_is_kept_with_its_words() {
    let mut draft = filled();
    draft.record.not_applicable("yes", "new");
    let standard = second(|standard| standard["sections"][0]["items"][0]["not_applicable"] = json!([]));
    let draft = onto(&draft, &standard).expect("another version");
    assert_eq!((draft.left[0].said.get(Lang::Zh), draft.record.answers.choice(&item("yes"))), ("今年新建", None));
}

#[test]
fn what_is_not_asked_any_more_is_kept_until_the_person_lets_it_go() {
    let mut draft = carried(|standard| {
        standard["sections"][0]["items"].as_array_mut().expect("items").drain(2..);
        standard["facts"] = json!([]);
        standard["texts"] = json!([]);
    });
    assert_eq!(left(&draft), ["times", "words", "all", "came"]);
    assert!(draft.left.iter().all(|left| left.is_gone(&draft.standard)));
    assert_eq!((draft.left[0].said.get(Lang::Zh), draft.left[2].said.get(Lang::Zh)), ("次", "个"));
    assert_eq!(Draft::read(&canonical(&draft)), Ok(draft.clone()));
    for kept in draft.left.clone() {
        draft.let_go(&kept);
    }
    assert_eq!(draft.left, vec![]);
}

#[test]
fn a_number_that_is_now_a_sum_is_kept_beside_it() {
    let draft = carried(|standard| standard["facts"][1]["sum"] = json!({"plus": ["came"]}));
    assert_eq!((left(&draft), draft.record.facts.asked(&fact("all"))), (vec!["all".to_owned()], None));
}

#[test]
fn an_answer_that_is_given_again_needs_no_confirming() {
    let mut draft = carried(|standard| {
        standard["facts"][0]["words"] = json!({"zh": "到场"});
        standard["facts"][1]["words"] = json!({"zh": "全部"});
        standard["sections"][0]["items"][0]["words"] = json!({"zh": "别的问题"});
        standard["sections"][0]["items"][2]["words"] = json!({"zh": "别的问题"});
    });
    draft.choose(&item("yes"), Some(Choice::Yes(false)));
    draft.count(&fact("came"), Some(count(4)));
    assert_eq!(marked(&draft), ["times", "all"]);
    draft.confirm(&Of::Item(item("times")));
    draft.confirm(&Of::Fact(fact("all")));
    assert_eq!(marked(&draft), Vec::<String>::new());
}

#[test]
fn an_answer_that_waits_over_two_versions_still_tells_what_it_was_given_to() {
    let words =
        |zh: &'static str| second(move |standard| standard["sections"][0]["items"][0]["words"]["zh"] = json!(zh));
    let twice = onto(&onto(&filled(), &words("第二次")).expect("a version"), &words("第三次")).expect("a version");
    assert_eq!(twice.marked(&Of::Item(item("yes"))).map(|asked| asked.words.get(Lang::Zh)), Some("字"));
}

#[test]
fn what_was_left_does_not_take_the_place_of_a_newer_answer() {
    let mut draft = carried(|standard| standard["sections"][0]["items"][1]["scale"] = json!("yes_no"));
    draft.choose(&item("steps"), Some(Choice::Yes(true)));
    let back = onto(&draft, &filled().standard).expect("the first version");
    // Yes is no level: it stays beside the form, and the level that was left fills the open item again.
    assert_eq!(back.record.answers.choice(&item("steps")), Some(&Choice::Level(2)));
    assert_eq!(left(&back), ["steps"]);
    draft.choose(&item("steps"), Some(Choice::Yes(true)));
    let reworded = second(|standard| standard["sections"][0]["items"][1]["words"] = json!({"zh": "别的"}));
    let elsewhere = onto(&draft, &reworded).expect("a version");
    assert_eq!(
        (elsewhere.record.answers.choice(&item("steps")), left(&elsewhere)),
        (None, vec!["steps".to_owned(), "steps".to_owned()])
    );
}

#[test]
fn next_years_standard_starts_with_the_first_revision_and_asks_for_every_number_again() {
    let mut draft = Draft { revision: 4, ..filled() };
    draft.exported(&Submission::of(&draft, time()));
    let draft = onto(&draft, &second(|standard| standard["year"] = json!(2027))).expect("the next year's");
    assert_eq!((draft.year, draft.revision, draft.exports.len(), draft.declaration.date), (2027, 1, 0, None));
    assert_eq!(marked(&draft), ["times", "all", "came"]);
    // Also after a further version in that year.
    let again = second(|standard| {
        standard["year"] = json!(2027);
        standard["version"] = json!(3);
    });
    assert_eq!(marked(&onto(&draft, &again).expect("a version")), ["times", "all", "came"]);
}

#[test]
fn a_year_that_the_person_chose_stays() {
    let draft = Draft { year: 2025, ..filled() };
    let draft = onto(&draft, &second(|standard| standard["year"] = json!(2027))).expect("the next year's");
    assert_eq!((draft.year, marked(&draft)), (2025, vec![]));
}

#[test]
fn a_standard_that_has_nothing_to_do_with_it_takes_nothing_over() {
    assert_eq!(onto(&example(), room()), None);
    let mut other = example().standard;
    other.id = xingzhan::model::id::StandardId::try_from("renamed").expect("an id");
    assert!(related(&example().standard, &other) && related(&other, &example().standard));
    other.unit.id = xingzhan::model::id::UnitKind::try_from("other").expect("an id");
    assert!(!related(&example().standard, &other));
}

#[test]
fn the_same_standard_changes_nothing() {
    assert_eq!(onto(&filled(), &filled().standard), Some(filled()));
}

// Submissions whose own version is not at hand.

fn only(standard: &Standard) -> Shelf {
    let mut shelf = Shelf::default();
    shelf.add(standard.clone());
    shelf
}

fn told(draft: &Draft, standard: &Standard) -> Vec<String> {
    let opened = Submission::read(&Submission::of(draft, time()).written(), &only(standard)).expect("opens");
    opened.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_submission_of_another_version_opens_and_tells_what_is_affected() {
    let standard = second(|standard| {
        let items = standard["sections"][0]["items"].as_array_mut().expect("items");
        items[0]["words"] = json!({"zh": "别的问题"});
        items[1]["scale"] = json!("yes_no");
        items.remove(2);
        standard["facts"][1]["sum"] = json!({"plus": ["came"]});
    });
    let expected = [
        "signed.standard: of version 1, shown under version 2",
        "signed.facts: the words of the numbers are not known",
        "signed.facts.all: is not asked any more",
        "signed.answers.steps: does not fit any more",
        "signed.answers.times: is not asked any more",
        "signed.answers.yes: the item reads otherwise now",
    ];
    assert_eq!(told(&filled(), &standard), expected);
}

#[test]
fn the_draft_of_such_a_submission_marks_and_keeps_as_a_draft_does() {
    let standard = second(|standard| {
        standard["sections"][0]["items"][0]["words"] = json!({"zh": "别的问题"});
        standard["sections"][0]["items"][1]["scale"] = json!("yes_no");
    });
    let opened = Submission::read(&Submission::of(&filled(), time()).written(), &only(&standard)).expect("opens");
    let draft = opened.submission.draft(&opened.standard, id(), time());
    assert_eq!(draft.problems(), vec![]);
    assert_eq!(names(&draft), both("yes all came", "steps"));
    assert_eq!((draft.record.facts, draft.standard), (filled().record.facts, standard));
}

#[test]
fn codes_are_checked_although_the_version_is_not_at_hand() {
    let text = Submission::of(&filled(), time()).written().replace("第3页", "第4页");
    let opened = Submission::read(&text, &only(&second(|_| {}))).expect("opens");
    assert_eq!(opened.findings[0].place, "codes.signed");
}

#[test]
fn an_unanswered_submission_of_another_version_tells_only_the_version() {
    let empty = Draft::new(id(), read(&first().to_string()), time());
    assert_eq!(told(&empty, &second(|_| {})), ["signed.standard: of version 1, shown under version 2"]);
}

#[test]
fn its_own_version_is_taken_where_it_is_at_hand() {
    let mut shelf = only(&second(|_| {}));
    shelf.add(filled().standard);
    let opened = Submission::read(&Submission::of(&filled(), time()).written(), &shelf).expect("opens");
    assert_eq!((opened.standard.version, opened.findings), (1, vec![]));
}

#[test]
fn texts_that_are_too_long_are_refused_under_any_version() {
    let mut draft = filled();
    draft.note(&item("yes"), "长".repeat(2001));
    draft.record.choose("words", Some(Choice::Text("长".repeat(10_001))));
    let told =
        Submission::read(&Submission::of(&draft, time()).written(), &only(&second(|_| {}))).expect_err("refused");
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    let expected = [
        "signed.answers.words.choice.text: longer than 10000 characters",
        "attached.notes.yes: longer than 2000 characters",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_mark_or_what_is_left_that_cannot_be_is_told_with_its_place() {
    let mut draft = carried(|standard| {
        standard["sections"][0]["items"][0]["words"] = json!({"zh": "别的问题"});
        standard["sections"][0]["items"][1]["scale"] = json!("yes_no");
        standard["facts"][0]["words"] = json!({"zh": "到场"});
    });
    draft.reconfirm[0].of = Of::Item(item("nothing"));
    draft.reconfirm[1].of = Of::Fact(fact("nothing"));
    if let Kept::Answer { answer, .. } = &mut draft.left[0].kept {
        answer.note = "长".repeat(2001);
        answer.choice = Some(Choice::Text("长".repeat(10_001)));
    }
    let told: Vec<String> = draft.problems().iter().map(ToString::to_string).collect();
    let expected = [
        "reconfirm[0]: there is no nothing",
        "reconfirm[1]: there is no nothing",
        "left[0].kept.answer.answer.note: longer than 2000 characters",
        "left[0].kept.answer.answer.choice.text: longer than 10000 characters",
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_built_in_standard_and_its_example_are_carried_whole_to_the_next_version() {
    let mut next = example().standard;
    next.version += 1;
    let draft = onto(&example(), &next).expect("another version");
    assert_eq!((names(&draft), draft.record), (both("", ""), example().record));
}

/// What happens to an item from one version to the next.
#[derive(Clone, Copy, Debug)]
enum Change {
    Nothing,
    Words,
    Renamed,
    YesNo,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![Just(Change::Nothing), Just(Change::Words), Just(Change::Renamed), Just(Change::YesNo)];
    proptest::collection::vec(change, 12)
}

fn reworded(words: &mut Words) {
    words.zh = Some("别的字".to_owned());
}

/// The next version with these changes; what only renamed items read stays readable.
fn next(standard: &Standard, changes: &[Change]) -> Standard {
    let mut next = standard.clone();
    next.version += 1;
    let change = |item: &mut Item, change: Change| match change {
        Change::Nothing => {}
        Change::Words => reworded(&mut item.words),
        Change::Renamed => item.id = ItemId::try_from(format!("N{}", item.id)).expect("an id"),
        Change::YesNo => item.scale = Scale::YesNo,
    };
    let items = next.sections.iter_mut().flat_map(|section| &mut section.items);
    items.zip(changes).for_each(|(item, how)| change(item, *how));
    for (fact, how) in next.facts.iter_mut().zip(changes.iter().rev()) {
        if matches!(how, Change::Words) {
            reworded(&mut fact.words);
        }
    }
    next
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn there_and_back_again_is_the_same_draft((standard, record) in standard_and_record(), changes in changes()) {
        let draft = Draft { record, ..Draft::new(id(), standard.clone(), time()) };
        let there = onto(&draft, &next(&standard, &changes)).expect("another version");
        prop_assert_eq!(onto(&there, &standard).expect("the first version"), draft);
    }

    #[test]
    fn every_answer_and_number_is_carried_or_left_and_the_draft_holds_together(
        (standard, record) in standard_and_record(), changes in changes()
    ) {
        let draft = Draft { record, ..Draft::new(id(), standard.clone(), time()) };
        let next = next(&standard, &changes);
        let there = onto(&draft, &next).expect("another version");
        prop_assert_eq!(there.record.problems(&next), vec![]);
        for (id, answer) in draft.record.answers.iter() {
            let carried = there.record.answers.get(id) == Some(answer);
            let left = there.left.iter().any(|left| matches!(&left.kept, Kept::Answer { item, answer: kept } if item == id && kept == answer));
            prop_assert!(carried != left, "{id}: carried {carried}, left {left}");
            let same = next.item(id).is_some_and(|item| Digest::of_item(item) == Digest::of_item(standard.item(id).expect("an item")));
            prop_assert_eq!(same, carried && there.marked(&Of::Item(id.clone())).is_none());
        }
        for (id, count) in draft.record.facts.iter() {
            prop_assert_eq!(there.record.facts.asked(id), Some(count));
            let same = next.fact(id).map(|fact| &fact.words) == standard.fact(id).map(|fact| &fact.words);
            prop_assert_eq!(same, there.marked(&Of::Fact(id.clone())).is_none());
        }
    }
}
