//! Replies in a chat: whatever is filled into the template is read back; what people write otherwise is read where it is
//! certain, and left as typed where it is not.

use crate::common::arbitrary::{built_in_and_record, cases, record, standard};
use crate::common::{count, room};
use proptest::prelude::*;
use xingzhan::i18n::{reply_form, reply_reading, reply_template, text};
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::review::reply::{Reply, read};
use xingzhan::model::review::reply_form::{AskedFor, ReplyValue};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::words::Lang;

fn replies(standard: &Standard, pasted: &str) -> Vec<Reply> {
    let zh = text(Lang::Zh);
    read(&reply_form(zh, standard), pasted, &reply_reading(zh))
}

/// The number of the line that asks for this, and a reply of one line with this answer.
fn line(id: &str) -> usize {
    let form = reply_form(text(Lang::Zh), room());
    let is = |asked: &AskedFor| match asked {
        AskedFor::Fact(fact) => fact.as_str() == id,
        AskedFor::Item(item) | AskedFor::Fault(item, _) => item.as_str() == id,
    };
    form.iter().find(|line| is(&line.asked)).unwrap().number
}

/// What one reply says of each line: the number of the line in the form, and the value.
fn said(pasted: &str) -> Vec<(usize, ReplyValue)> {
    let [reply] = replies(room(), pasted).try_into().expect("one reply");
    reply.answers.into_iter().map(|answer| (answer.number, answer.value)).collect()
}

fn number(number: u64) -> ReplyValue {
    ReplyValue::Number(count(number))
}

#[test]
fn a_room_is_asked_what_its_paper_form_asks_in_the_same_numbers() {
    let form = reply_form(text(Lang::Zh), room());
    assert!(form.iter().enumerate().all(|(at, line)| line.number == at + 1));
    let numbers = room().numbers().iter().map(|group| group.numbers.len()).sum::<usize>();
    assert!(form.len() >= 30 && numbers >= 16, "{} lines", form.len());
    let template = reply_template(text(Lang::Zh), room(), 2026, "王庄村代表联络室", &Record::default());
    assert!(template.starts_with("【王庄村代表联络室】2026 年度星级自评数据\n"), "{template}");
    let talks = line("policy_talks");
    assert!(template.contains(&format!("\n{talks}. 政策理论宣讲：__ 场\n")), "{template}");
    let home = line("C1");
    assert!(template.contains(&format!("\n{home}. ")) && template.contains("（1 是；2 否）：__"), "{template}");
}

#[test]
fn what_a_chat_writes_above_a_message_heads_the_next_reply() {
    let pasted =
        "张三 2026/12/3 10:30\n1. 3\n2. 4\n另外牌子坏了\n李四 2026/12/3 10:31:05\n1. 5\n2.\n王五 10:32\n1. 6\n";
    let told: Vec<(Vec<String>, usize, Vec<String>)> = replies(room(), pasted)
        .into_iter()
        .map(|reply| (reply.heading, reply.answers.len(), reply.unread.into_iter().map(|line| line.typed).collect()))
        .collect();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let wanted = [
        (texts(&["张三 2026/12/3 10:30"]), 2, texts(&["另外牌子坏了"])),
        (texts(&["李四 2026/12/3 10:31:05"]), 1, vec![]),
        (texts(&["王五 10:32"]), 1, vec![]),
    ];
    assert_eq!(told, wanted);
}

#[test]
fn what_the_next_room_sends_is_never_taken_for_the_room_before_it() {
    let form = |name: &str, lines: &str| format!("【{name}】2026 年度星级自评数据\n{lines}");
    let told = |pasted: &str| -> Vec<(Option<String>, Vec<usize>)> {
        let said = |reply: &Reply| !reply.answers.is_empty() || !reply.unread.is_empty();
        let replies = replies(room(), pasted).into_iter().filter(said);
        replies.map(|reply| (reply.unit, reply.answers.iter().map(|answer| answer.number).collect())).collect()
    };
    let wang = Some("王庄村联络室".to_owned());
    // The first left two lines blank, and the second sent the form back without a name.
    let first =
        format!("张三 2026/12/3 10:30\n{}", form("王庄村联络室", "1. 政策理论宣讲：__ 场\n3. 省人大代表：0 名\n"));
    let second = format!("李四 2026/12/3 10:31\n{}", form("", "1. 政策理论宣讲：5 场\n3. 省人大代表：1 名\n"));
    assert_eq!(told(&(first.clone() + &second)), [(wang.clone(), vec![3]), (None, vec![1, 3])]);
    // Short replies that share no number.
    assert_eq!(told(&(first.clone() + "李四 10:31\n5. 4\n")), [(wang.clone(), vec![3]), (None, vec![5])]);
    assert_eq!(told(&form("", "1. 2\n")), [(None, vec![1])]);
    // The same person goes on.
    assert_eq!(told(&(first + "张三 2026/12/3 10:35\n5. 4\n")), [(wang, vec![3, 5])]);
}

#[test]
fn an_untouched_template_answers_nothing_and_is_no_fault() {
    let template = reply_template(text(Lang::Zh), room(), 2026, "王庄室", &Record::default());
    let [reply] = replies(room(), &template).try_into().unwrap();
    assert_eq!((reply.unit.as_deref(), reply.answers.len(), reply.unread.len()), (Some("王庄室"), 0, 0));
}

/// What a standard's form can say of a record, read back out of the filled template.
fn is_read_back(standard: &Standard, record: &Record) -> Result<(), TestCaseError> {
    for lang in [Lang::Zh, Lang::En] {
        let words = text(lang);
        let form = reply_form(words, standard);
        let template = reply_template(words, standard, 2026, "王庄室", record);
        let replies = read(&form, &template, &reply_reading(words));
        prop_assert_eq!(replies.len(), 1);
        let reply = &replies[0];
        prop_assert_eq!(&reply.unread, &Vec::new());
        for line in &form {
            let found = reply.answers.iter().find(|answer| answer.number == line.number);
            let wanted = line.answer(standard, record);
            prop_assert_eq!(found.is_some(), wanted.is_some(), "line {}: {:?}", line.number, line);
            let Some(found) = found else { continue };
            let choice = |id| record.answers.choice(id).cloned();
            match (&line.asked, &found.value) {
                (AskedFor::Fact(fact), ReplyValue::Number(read)) => {
                    prop_assert_eq!(record.facts.asked(fact), Some(*read));
                }
                (AskedFor::Item(item), ReplyValue::Number(read)) => {
                    prop_assert_eq!(choice(item), Some(Choice::Count(*read)));
                }
                (AskedFor::Item(item), ReplyValue::Choice(read)) => prop_assert_eq!(choice(item), Some(read.clone())),
                (AskedFor::Fault(item, at), ReplyValue::Number(read)) => {
                    let found = matches!(choice(item), Some(Choice::Faults(found)) if found[*at] == Some(*read));
                    prop_assert!(found);
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..cases() })]

    #[test]
    fn whatever_is_filled_into_the_template_is_read_back((standard, record) in built_in_and_record()) {
        is_read_back(standard, &record)?;
    }

    #[test]
    fn so_it_is_with_every_kind_of_question(
        (standard, record) in standard().prop_flat_map(|standard| {
            let record = record(&standard);
            (Just(standard), record)
        })
    ) {
        is_read_back(&standard, &record)?;
    }

    #[test]
    fn nothing_that_was_typed_is_lost(pasted in "[0-9１２场。：、无 王a._\n【】]{0,60}") {
        let replies = replies(room(), &pasted);
        let kept: Vec<String> = replies.iter().flat_map(|reply| {
            let answers = reply.answers.iter().map(|answer| answer.typed.clone());
            answers.chain(reply.unread.iter().map(|unread| unread.typed.clone())).chain(reply.heading.clone())
                .chain(reply.unit.clone())
        }).collect();
        // A line of words that is no name, no number and nothing to fill in is kept as it was typed.
        for line in pasted.lines().map(str::trim).filter(|line| line.starts_with('王') && !line.contains('【')) {
            prop_assert!(kept.iter().any(|kept| kept.contains(line)), "{line:?} in {kept:?}");
        }
    }
}

#[test]
fn what_stands_above_a_units_name_stays_where_only_words_follow_below() {
    let [reply] = replies(room(), "王主任\n【王庄室】\n明天再报").try_into().unwrap();
    assert_eq!((reply.heading, reply.unread[0].typed.as_str()), (vec!["王主任".to_owned()], "明天再报"));
}

#[test]
fn numbers_are_read_with_any_separator_any_width_and_with_what_they_count() {
    let talks = line("policy_talks");
    let wide: String =
        talks.to_string().chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap()).collect();
    for typed in [
        format!("{talks}. 政策理论宣讲：3 场"),
        format!("{talks}.政策理论宣讲:３场"),
        format!("{talks}、3场"),
        format!("{talks}。3"),
        format!("{talks}：3"),
        format!("{talks} 3"),
        format!("{wide}．３"),
        format!("第{talks}题 3场。"),
        format!("({talks}) 3"),
        format!("{talks}. 宣讲：3"),
        format!("{talks}. 政策理论宣讲：__3__ 场"),
        format!("{talks}. 政策理论宣讲：\n3场"),
        format!("{talks}. 政策理论宣讲：__ 场\n3 场"),
    ] {
        assert_eq!(said(&typed), [(talks, number(3))], "{typed}");
    }
    for typed in ["没有", "无", "零", "0", "０场", "〇"] {
        assert_eq!(said(&format!("{talks}. 政策理论宣讲：{typed}")), [(talks, number(0))], "{typed}");
    }
}

#[test]
fn choices_are_read_by_their_number_or_their_words() {
    let (home, staff) = (line("C1"), line("B2"));
    for (typed, yes) in [("1", true), ("是", true), ("有", true), ("2", false), ("否", false), ("没有", false)] {
        let wanted = [(home, ReplyValue::Choice(Choice::Yes(yes)))];
        assert_eq!(said(&format!("{home}、{typed}")), wanted, "{typed}");
    }
    // The first is the best, as on the form.
    assert_eq!(said(&format!("{staff} 1")), [(staff, ReplyValue::Choice(Choice::Level(3)))]);
    let sign = line("C4");
    let told = said(&format!("{sign}. 3"));
    assert!(matches!(&told[..], [(_, ReplyValue::Choice(Choice::NotApplicable(_)))]), "{told:?}");
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed_and_nothing_is_guessed() {
    let (talks, home) = (line("policy_talks"), line("C1"));
    for typed in ["大概三四场", "3-4场", "上半年2场下半年3场", "3.5", "很多", "-1", "99999999"] {
        let pasted = format!("{talks}. 政策理论宣讲：{typed}");
        let [reply] = replies(room(), &pasted).try_into().unwrap();
        assert_eq!(reply.answers, Vec::new(), "{typed}");
        assert_eq!((reply.unread[0].number, reply.unread[0].typed.as_str()), (Some(talks), pasted.as_str()));
    }
    assert_eq!(replies(room(), &format!("{home}. 5"))[0].unread.len(), 1, "there is no fifth");
    assert_eq!(replies(room(), "999. 3")[0].heading, ["999. 3"], "there is no such line");
    let [reply] = replies(room(), &format!("{talks}. 3\n照片晚点发")).try_into().unwrap();
    assert_eq!((reply.answers.len(), reply.unread[0].typed.as_str()), (1, "照片晚点发"));
}

#[test]
fn each_thing_that_was_read_says_from_which_line() {
    let (talks, home) = (line("policy_talks"), line("C1"));
    let [reply] =
        replies(room(), &format!("王某 12月3日\n\n{home}. 1\n{talks}. 政策理论宣讲：\n4")).try_into().unwrap();
    assert_eq!(reply.heading, ["王某 12月3日"]);
    let places: Vec<(usize, usize)> = reply.answers.iter().map(|answer| (answer.line, answer.number)).collect();
    assert_eq!(places, [(3, home), (5, talks)]);
}

#[test]
fn several_replies_in_one_paste_are_parted_by_names_or_by_a_number_that_comes_again() {
    let talks = line("policy_talks");
    let named = format!("【王庄室】2026\n{talks}. 3\n【李庄室】2026\n{talks}. 5\n");
    let found = replies(room(), &named);
    let told: Vec<(Option<&str>, &ReplyValue)> =
        found.iter().map(|reply| (reply.unit.as_deref(), &reply.answers[0].value)).collect();
    assert_eq!(told, [(Some("王庄室"), &number(3)), (Some("李庄室"), &number(5))]);
    let unnamed = replies(room(), &format!("{talks}. 3\n{talks}. 5"));
    assert_eq!(unnamed.len(), 2, "neither takes the place of the other");
    assert_eq!(replies(room(), ""), Vec::new());
}

#[test]
fn of_two_numbers_in_one_line_none_is_taken_and_a_time_of_day_is_no_answer() {
    let at = line("policy_talks");
    for typed in
        [format!("{at}. 上半年：12次，下半年：8次"), format!("{at}、25:30"), format!("{at}. 全年12次：有记录8次")]
    {
        let [reply] = replies(room(), &typed).try_into().expect("one reply");
        assert_eq!(reply.answers, [], "{typed}");
        assert_eq!(reply.unread.len(), 1, "{typed}");
        assert_eq!(reply.unread[0].typed, typed);
    }
    for typed in ["10:30", "9:05", "10:30:11", "10:30 张三"] {
        assert!(replies(room(), typed).iter().all(|reply| reply.answers.is_empty()), "{typed}");
    }
    assert_eq!(said(&format!("{at}：5")), [(at, number(5))]);
    assert_eq!(said(&format!("{at}:5")), [(at, number(5))]);
}
