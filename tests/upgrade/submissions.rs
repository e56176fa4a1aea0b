//! What becomes of a submission whose version of the standard is not at hand, and of everything at random.
#![allow(clippy::wildcard_imports, reason = "one test program, cut into files by what is carried")]

use super::*;

fn only(standard: &IssuedStandard) -> StandardLibrary {
    let mut library = StandardLibrary::default();
    library.add(standard.clone());
    library
}

fn told(draft: &Draft, standard: &IssuedStandard) -> Vec<String> {
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
    let mut library = only(&second(|_| {}));
    library.add(filled().standard);
    let opened = Submission::read(&Submission::of(&filled(), time()).written(), &library).expect("opens");
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
    draft.reconfirm[0].of = QuestionId::Item(item("nothing"));
    draft.reconfirm[1].of = QuestionId::Fact(fact("nothing"));
    if let OrphanValue::Answer { answer, .. } = &mut draft.left[0].kept {
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
    let version = json!(example().standard.version + 1);
    let next = reissued(&example().standard, |value| value["version"] = version);
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
    *words = crate::common::words(&[("zh", "别的字")]);
}

/// The next version with these changes; what only renamed items read stays readable.
fn next(standard: &Standard, changes: &[Change]) -> IssuedStandard {
    let mut next = standard.clone();
    next.version += 1;
    // Every number is asked, whatever becomes of the items.
    let facts = next.facts.iter().filter(|fact| fact.sum.is_none());
    let asking = facts.enumerate().map(|(at, fact)| {
        let item = &standard.bonus.items[0];
        let (counts, unit) = (Some(fact.id.clone()), None);
        let scale = Scale::Steps(StepScale { counts, unit, first: item.points, further: item.points });
        Item { id: ItemId::try_from(format!("K{at}")).expect("an id"), scale, ..item.clone() }
    });
    next.bonus.items.extend(asking.collect::<Vec<_>>());
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
    issued(&next)
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
            let left = there.left.iter().any(|left| matches!(&left.kept, OrphanValue::Answer { item, answer: kept } if item == id && kept == answer));
            prop_assert!(carried != left, "{id}: carried {carried}, left {left}");
            let same = digest(&next, id).is_some_and(|now| Some(now) == digest(&standard, id));
            prop_assert_eq!(same, carried && there.marked(&QuestionId::Item(id.clone())).is_none());
        }
        for (id, count) in draft.record.facts.iter() {
            prop_assert_eq!(there.record.facts.asked(id), Some(count));
            let same = next.fact(id).map(|fact| &fact.words) == standard.fact(id).map(|fact| &fact.words);
            prop_assert_eq!(same, there.marked(&QuestionId::Fact(id.clone())).is_none());
        }
    }
}
