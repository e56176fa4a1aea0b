//! Two idioms of point tables in use (有A得1分、有B得1分；每缺一项扣0.2，未执行扣1，扣完为止), by hand and through
//! everything that an answer goes through: typing, scoring, words, files, merging, other versions and years.

use crate::common::broken::told;
use crate::common::{Fill, count, gives, item, read, reissued, small_item, small_standard, time};
use serde_json::{Value, json};
use xingzhan::i18n;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::compare::{FieldPath, FieldValue, compare};
use xingzhan::model::draft::merge::merge;
use xingzhan::model::draft::orphans::QuestionId;
use xingzhan::model::draft::prior_answers::PriorYear;
use xingzhan::model::draft::upgrade::onto;
use xingzhan::model::files::json::canonical;
use xingzhan::model::record::answers::{Answer, Choice};
use xingzhan::model::record::unread::Typed;
use xingzhan::model::scoring::shown_score::ShownScore;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan::model::submission::before_sending::{Field, Remark, remarks};

fn part(words: &str, points: u64) -> Value {
    json!({"words": {"zh": words}, "points": points})
}

fn fault(words: &str, unit: &str, each: u64) -> Value {
    json!({"words": {"zh": words}, "unit": {"zh": unit}, "each": each})
}

/// 有制度得1分、有台账得1分。
fn parts() -> Value {
    json!({"parts": {"parts": [part("有制度", 100), part("有台账", 100)]}})
}

/// 每缺一项扣0.2，未执行扣1，扣完为止。
fn faults() -> Value {
    json!({"deduct": {"faults": [fault("缺项", "项", 20), fault("未执行", "次", 100)]}})
}

fn standard() -> Value {
    small_standard(&[], &[small_item("P", 200, &parts()), small_item("F", 200, &faults())])
}

fn draft_of(standard: IssuedStandard) -> Draft {
    Draft::new(DraftId::try_from("d1").unwrap(), standard, time())
}

fn draft() -> Draft {
    draft_of(read(&standard().to_string()))
}

fn found(counts: &[Option<u64>]) -> Choice {
    Choice::Faults(counts.iter().map(|number| number.map(count)).collect())
}

/// A draft with 有台账, three missing and one not carried out.
fn filled() -> Draft {
    let mut draft = draft();
    draft.tick(&item("P"), 1, true);
    draft.type_fault(&item("F"), 0, Typed::Number(Some(count(3))));
    draft.type_fault(&item("F"), 1, Typed::Number(Some(count(1))));
    draft
}

/// Points, why, and the answer in words.
fn said(draft: &Draft, id: &str) -> [String; 3] {
    let (text, asked) = (i18n::text(Lang::Zh), draft.standard.item(&item(id)).unwrap());
    let score = draft.score().item(&item(id)).unwrap().clone();
    [
        i18n::range(score.range),
        i18n::why(text, &draft.standard, asked, &score.why),
        i18n::answer(text, &draft.standard, asked, &draft.record).unwrap_or_else(|| "open".to_owned()),
    ]
}

#[test]
fn each_part_that_is_there_gives_its_point() {
    let of =
        |there: &[u8]| gives("2", &parts(), &[], |record| _ = record.choose("X", Some(Choice::Parts(there.to_vec()))));
    // 都没有 0；有制度 1；有台账 1；都有 1+1=2
    assert_eq!([of(&[]), of(&[0]), of(&[1]), of(&[0, 1])], ["0", "1", "1", "2"]);
}

#[test]
fn faults_of_different_size_take_what_each_takes_until_nothing_is_left() {
    let of = |missing: u64, not_done: u64| {
        gives("2", &faults(), &[], |record| _ = record.choose("X", Some(found(&[Some(missing), Some(not_done)]))))
    };
    // 2；2−0.2=1.8；2−3×0.2=1.4；2−1=1；2−0.2−1=0.8；2−5×0.2−1=0；2−6×0.2−1<0；2−2×1=0；2−11×0.2<0
    let table = [(0, 0), (1, 0), (3, 0), (0, 1), (1, 1), (5, 1), (6, 1), (0, 2), (11, 0)].map(|(a, b)| of(a, b));
    assert_eq!(table, ["2", "1.8", "1.4", "1", "0.8", "0", "0", "0", "0"]);
}

#[test]
fn a_number_of_faults_that_is_left_empty_leaves_a_range() {
    let mut draft = draft();
    assert_eq!(said(&draft, "F"), ["0 – 2", "还没有作答", "open"]);
    draft.type_fault(&item("F"), 0, Typed::Number(Some(count(3))));
    assert_eq!(said(&draft, "F"), ["0 – 1.4", "还有 1 个数字没填，已填的共扣 0.6 分", "缺项 3 项；未执行 未填"]);
    assert!(draft.score().item(&item("F")).unwrap().is_open());
    draft.type_fault(&item("F"), 1, Typed::Number(Some(count(1))));
    assert_eq!(
        said(&draft, "F"),
        ["0.4", "满分 2 分：缺项 3 项扣 0.6 分，未执行 1 次扣 1 分，扣完为止", "缺项 3 项；未执行 1 次"]
    );
    draft.type_fault(&item("F"), 0, Typed::Number(None));
    draft.type_fault(&item("F"), 1, Typed::Number(None));
    assert_eq!((said(&draft, "F")[2].as_str(), &draft.record), ("open", &draft_of(draft.standard.clone()).record));
}

#[test]
fn that_no_part_is_there_is_said_on_purpose() {
    let mut draft = draft();
    assert_eq!(said(&draft, "P"), ["0 – 2", "还没有作答", "open"]);
    draft.say_none(&item("P"), true);
    assert_eq!(said(&draft, "P"), ["0", "一项也没有做到，不得分", "以上都没有"]);
    draft.tick(&item("P"), 1, true);
    assert_eq!(said(&draft, "P"), ["1", "2 项中做到 1 项，共得 1 分", "有台账"]);
    draft.tick(&item("P"), 0, true);
    assert_eq!(draft.record.answers.choice(&item("P")), Some(&Choice::Parts(vec![0, 1])));
    draft.tick(&item("P"), 0, false);
    draft.tick(&item("P"), 1, false);
    assert_eq!(said(&draft, "P")[2], "open", "who takes the last tick away has said nothing");
}

#[test]
fn what_cannot_be_read_stands_in_its_field_alone() {
    let mut draft = draft();
    draft.type_fault(&item("F"), 1, Typed::Unread("一".to_owned()));
    draft.type_fault(&item("F"), 0, Typed::Number(Some(count(2))));
    assert_eq!(draft.fault_typed(&item("F"), 1), Typed::Unread("一".to_owned()));
    assert_eq!(draft.fault_typed(&item("F"), 0), Typed::Number(Some(count(2))));
    assert_eq!((draft.unread.many(), draft.problems()), (1, vec![]));
    let unreadable: Vec<_> = remarks(&draft, &draft.score(), None)
        .into_iter()
        .filter(|remark| matches!(remark, Remark::Unreadable(..)))
        .collect();
    assert_eq!(unreadable.iter().map(Remark::field).collect::<Vec<_>>(), [Field::Fault(item("F"), 1)]);
    assert_eq!(i18n::remark(i18n::text(Lang::Zh), &draft, &unreadable[0]), "“S2 字”里填的“一”读不出数字");
    assert_eq!(Draft::read(&canonical(&draft)).unwrap(), draft);
    draft.type_fault(&item("F"), 1, Typed::Number(Some(count(1))));
    assert!(draft.unread.is_empty());
    draft.type_fault(&item("F"), 1, Typed::Unread("x".to_owned()));
    let other = reissued(&draft.standard, |value| {
        value["sections"][0]["items"][1]["scale"]["deduct"]["faults"] = json!([fault("缺项", "项", 20)]);
    });
    assert!(onto(&draft, &other).unwrap().unread.is_empty(), "its field is gone");
    let stray = canonical(&draft).replace(r#""faults":{"F":["","x"]}"#, r#""faults":{"P":["","x"]}"#);
    let told = Draft::read(&stray).unwrap_err();
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), ["unread.faults.P: does not fit the item"]);
    draft.choose(&item("F"), None);
    assert!(draft.unread.is_empty(), "another answer stands in its place");
}

#[test]
fn an_answer_stands_in_files_as_a_list() {
    let draft = filled();
    let answers = serde_json::to_value(&draft.record.answers).unwrap();
    assert_eq!(answers["P"]["choice"], json!({"parts": [1]}));
    assert_eq!(answers["F"]["choice"], json!({"faults": [3, 1]}));
    assert_eq!(serde_json::to_value(found(&[None, Some(1)])).unwrap(), json!({"faults": [null, 1]}));
    assert_eq!(Draft::read(&canonical(&draft)).unwrap(), draft);
}

#[test]
fn a_list_that_the_item_does_not_ask_for_is_refused_with_its_place() {
    let draft = draft();
    let misfit = |id: &str, choice: Choice| {
        let answer = Answer { choice: Some(choice), ..Answer::default() };
        let problems = answer.problems(&item(id), &draft.standard);
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    let table = [
        ("P", Choice::Parts(vec![0, 1]), ""),
        ("P", Choice::Parts(vec![]), ""),
        ("P", Choice::Parts(vec![2]), "answers.P.choice.parts: not from 0 to 1"),
        ("P", Choice::Parts(vec![1, 0]), "answers.P.choice.parts: does not fit the item"),
        ("P", Choice::Parts(vec![1, 1]), "answers.P.choice.parts: does not fit the item"),
        ("P", found(&[Some(1)]), "answers.P.choice: does not fit the item"),
        ("P", Choice::Yes(true), "answers.P.choice: does not fit the item"),
        ("F", found(&[Some(1), None]), ""),
        ("F", found(&[Some(1)]), "answers.F.choice: does not fit the item"),
        ("F", found(&[None, None, None]), "answers.F.choice: does not fit the item"),
        ("F", Choice::Count(count(1)), "answers.F.choice: does not fit the item"),
        ("F", Choice::Parts(vec![0]), "answers.F.choice: does not fit the item"),
    ];
    for (id, choice, wanted) in table {
        assert_eq!(misfit(id, choice.clone()), wanted, "{id} {choice:?}");
    }
}

/// What is told of a standard whose one item of two points has this scale.
fn lint(scale: &Value) -> Vec<String> {
    told(&small_standard(&[], &[small_item("X", 200, scale)]))
}

#[test]
fn parts_give_the_points_of_their_item() {
    let of = |parts: &[Value]| lint(&json!({"parts": {"parts": parts}}));
    let place = "sections[S].items[X].scale.parts.parts";
    assert_eq!(of(&[part("甲", 100), part("乙", 100)]), Vec::<String>::new());
    assert_eq!(of(&[part("甲", 100)]), [format!("{place}: states 2 points, its parts give 1")]);
    assert_eq!(
        of(&[part("甲", 105), part("乙", 95)]),
        [0, 1].map(|at| format!("{place}[{at}].points: not a multiple of the step"))
    );
    assert_eq!(of(&[part("甲", 0), part("乙", 200)]), [format!("{place}[0].points: not from 1 to 200")]);
    assert_eq!(of(&[part(" ", 200)]), [format!("{place}[0].words: no words in zh")]);
    let none = of(&[]);
    assert_eq!(none[0], format!("{place}: must not be empty"));
    let many: Vec<Value> = (0..31).map(|_| part("甲", 10)).collect();
    assert!(of(&many).contains(&format!("{place}: more than 30 entries")), "{:?}", of(&many));
}

#[test]
fn a_deduction_has_either_one_size_or_a_list() {
    let of = |members: Value| lint(&json!({"deduct": members}));
    let place = "sections[S].items[X].scale.deduct";
    assert_eq!(of(json!({"faults": [fault("缺项", "项", 20)]})), Vec::<String>::new());
    assert_eq!(of(json!({"faults": []})), [format!("{place}.faults: must not be empty")]);
    assert_eq!(of(json!({"unit": {"zh": "次"}})), [format!("{place}: missing field `each`")]);
    assert_eq!(
        of(json!({"faults": [fault("缺项", "项", 20)], "each": 20})),
        [format!("{place}.faults: does not belong here")]
    );
    assert_eq!(
        of(json!({"faults": [fault("缺项", "项", 25)]})),
        [format!("{place}.faults[0].each: not a multiple of the step")]
    );
    assert_eq!(
        of(json!({"faults": [fault("缺项", "项", 210)]})),
        [format!("{place}.faults[0].each: not from 1 to 200")]
    );
    assert_eq!(of(json!({"faults": [fault("缺项", "", 20)]})), [format!("{place}.faults[0].unit: no words in zh")]);
    let many: Vec<Value> = (0..31).map(|_| fault("缺项", "项", 20)).collect();
    assert_eq!(of(json!({"faults": many})), [format!("{place}.faults: more than 30 entries")]);
}

#[test]
fn the_sheets_say_the_rule_and_what_was_lost() {
    let draft = filled();
    let rule = |lang, id: &str| i18n::rule(i18n::text(lang), &draft.standard, draft.standard.item(&item(id)).unwrap());
    assert_eq!(rule(Lang::Zh, "P"), "①有制度，得 1 分；②有台账，得 1 分");
    assert_eq!(rule(Lang::Zh, "F"), "满分 2 分。缺项，每 1 项扣 0.2 分；未执行，每 1 次扣 1 分。扣完为止");
    assert_eq!(rule(Lang::En, "P"), "① 有制度: 1; ② 有台账: 1");
    assert_eq!(rule(Lang::En, "F"), "2 points less 0.2 for each: 缺项; 1 for each: 未执行; never under 0");
    let remarks = |draft: &Draft| {
        let sheet = i18n::sheet(i18n::text(Lang::Zh), draft, &draft.score(), None);
        format!("{sheet:?}")
    };
    assert!(
        remarks(&draft).contains("②，扣 1 分：缺 ①") && remarks(&draft).contains("缺项 3 项；未执行 1 次，扣 1.6 分")
    );
    let mut open = draft.clone();
    open.type_fault(&item("F"), 1, Typed::Number(None));
    assert!(remarks(&open).contains("还有 1 个数字没填"));
}

#[test]
fn two_copies_are_compared_and_merged_in_one_place_for_each_item() {
    let (ours, theirs) = (draft(), filled());
    let differences: Vec<_> = compare(&ours, &theirs)
        .into_iter()
        .filter(|difference| matches!(difference.place, FieldPath::Choice(_)))
        .collect();
    let taken: Vec<_> = differences.iter().map(|difference| difference.theirs.clone()).collect();
    let choice = |choice| Some(FieldValue::Choice(choice));
    assert_eq!(taken, [choice(Choice::Parts(vec![1])), choice(found(&[Some(3), Some(1)]))]);
    assert_eq!(merge(&ours, &theirs, &differences).record.answers, theirs.record.answers);
    let mut unread = ours;
    unread.type_fault(&item("F"), 0, Typed::Unread("三".to_owned()));
    assert!(merge(&unread, &theirs, &differences).unread.is_empty());
}

#[test]
fn another_version_keeps_what_fits_and_leaves_the_rest_in_its_words() {
    let more = |value: &mut Value| {
        value["version"] = json!(2);
        let items = value["sections"][0]["items"].as_array_mut().unwrap();
        items[0]["scale"]["parts"]["parts"] = json!([part("有制度", 100), part("有台账", 50), part("有公示", 50)]);
        items[1]["scale"]["deduct"]["faults"] = json!([fault("缺项", "项", 20)]);
    };
    let draft = filled();
    let carried = onto(&draft, &reissued(&draft.standard, more)).unwrap();
    assert_eq!(carried.record.answers.choice(&item("P")), Some(&Choice::Parts(vec![1])));
    assert!(carried.marked(&QuestionId::Item(item("P"))).is_some(), "it is asked otherwise");
    assert_eq!(carried.record.answers.choice(&item("F")), None);
    let left: Vec<String> = carried.left.iter().map(|left| i18n::left_of(i18n::text(Lang::Zh), left)).collect();
    assert_eq!(left, ["字 · 缺项 3 · 未执行 1"]);
    assert_eq!(carried.problems(), vec![]);
    let back = onto(&carried, &draft.standard).unwrap();
    assert_eq!(back.record.answers, draft.record.answers);
}

#[test]
fn the_next_year_asks_for_numbers_of_faults_again() {
    let draft = filled();
    let next = onto(&draft, &reissued(&draft.standard, |value| value["year"] = json!(2027))).unwrap();
    let marked: Vec<_> = next.reconfirm.iter().map(|mark| mark.of.clone()).collect();
    assert_eq!(marked, [QuestionId::Item(item("F"))]);
}

#[test]
fn an_earlier_year_stands_beside_in_words_and_is_said_again_on_purpose() {
    let mut last = filled();
    last.year = 2025;
    let mut now = draft();
    now.earlier = Some(PriorYear::of(&last, ShownScore::of(&last.standard, &last.score())));
    let standard = now.standard.clone();
    let beside = |now: &Draft, id: &str| {
        i18n::beside(i18n::text(Lang::Zh), now, now.earlier.as_ref().unwrap(), standard.item(&item(id)).unwrap())
    };
    assert_eq!([beside(&now, "P"), beside(&now, "F")], ["有台账", "缺项 3 · 未执行 1"]);
    for id in ["P", "F"] {
        now.reuse(standard.item(&item(id)).unwrap());
    }
    assert_eq!(now.record.answers, last.record.answers);
    last.say_none(&item("P"), true);
    now.earlier = Some(PriorYear::of(&last, ShownScore::of(&last.standard, &last.score())));
    assert_eq!(beside(&now, "P"), "以上都没有");
}

#[test]
fn a_submission_is_opened_with_both_answers_and_the_same_score() {
    let draft = filled();
    let written = Submission::of(&draft, time()).written();
    let mut library = StandardLibrary::default();
    library.add(draft.standard.clone());
    let opened = Submission::read(&written, &library).unwrap();
    assert_eq!((opened.findings, opened.submission.record().answers), (vec![], draft.record.answers.clone()));
    assert_eq!(opened.submission.signed.score.total.settled(), Some(crate::common::points("1.4")));
    // More than any item of any standard asks for.
    let parts: Vec<u8> = (0..31).collect();
    let many = written.replace(r#"{"parts":[1]}"#, &json!({"parts": parts}).to_string());
    let told = Submission::read(&many, &library).unwrap_err();
    assert!(told.iter().any(|problem| problem.to_string().contains("choice.parts: more than 30 entries")), "{told:?}");
}
