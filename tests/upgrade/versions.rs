//! What becomes of a draft under another version of its standard.
#![allow(clippy::wildcard_imports, reason = "one test program, cut into files by what is carried")]

use super::*;

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
    let asked = draft.marked(&QuestionId::Item(item("yes"))).expect("a mark");
    let before = filled().standard.item(&item("yes")).expect("an item").clone();
    assert_eq!(
        (&asked.words, &asked.digest, asked.year),
        (&before.words, &digest(&filled().standard, &before.id), 2026)
    );
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
    draft.confirm(&QuestionId::Item(item("times")));
    draft.confirm(&QuestionId::Fact(fact("all")));
    assert_eq!(marked(&draft), Vec::<String>::new());
}

#[test]
fn an_answer_that_waits_over_two_versions_still_tells_what_it_was_given_to() {
    let words =
        |zh: &'static str| second(move |standard| standard["sections"][0]["items"][0]["words"]["zh"] = json!(zh));
    let twice = onto(&onto(&filled(), &words("第二次")).expect("a version"), &words("第三次")).expect("a version");
    assert_eq!(twice.marked(&QuestionId::Item(item("yes"))).map(|asked| asked.words.get(Lang::Zh)), Some("字"));
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
    let mut other = Standard::clone(&example().standard);
    other.id = xingzhan::model::standard::ids::StandardId::try_from("renamed").expect("an id");
    assert!(related(&example().standard, &other) && related(&other, &example().standard));
    other.unit.id = xingzhan::model::standard::ids::UnitKind::try_from("other").expect("an id");
    assert!(!related(&example().standard, &other));
}

#[test]
fn the_same_standard_changes_nothing() {
    assert_eq!(onto(&filled(), &filled().standard), Some(filled()));
}

// Submissions whose own version is not at hand.
