//! What is typed at the desk and cannot be decided: which of it still stands in a field, and what is read of it whatever
//! characters it came with.

use crate::common::review::{Window, assessed, entered_fact, listed, name_key, no_claim, taken, unit, unlisted};
use crate::common::{fact, item, room, station};
use std::collections::BTreeMap;
use xingzhan::i18n::{reply_form, reply_reading, text};
use xingzhan::model::record::Record;

use xingzhan::model::review::entry_grid::{CellValue, GridColumn};
use xingzhan::model::review::judged::Correction;
use xingzhan::model::review::reply::read;
use xingzhan::model::review::reply_form::{AnswerForm, AskedFor};
use xingzhan::model::review::roster::{RosterDraft, RosterProblem};
use xingzhan::model::review::roster_cells::cells_of_text;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::same_name::{LinesByName, code_of};
use xingzhan::model::review::typed_apart::{TypedPlace, standing};
use xingzhan::model::review::units::ReviewUnits;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::words::Lang;

fn kept(places: &[TypedPlace]) -> BTreeMap<String, String> {
    places.iter().map(|place| (place.to_string(), "没有读懂".to_owned())).collect()
}

/// What a browser does with signs of full width, as far as a code has any.
fn nfkc(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(narrow).collect()
}

#[test]
fn a_place_is_read_as_it_is_stored_whatever_its_key() {
    let fault = GridColumn::Fault(item("A1"), 1).key();
    for place in [
        TypedPlace::Who("name".to_owned()),
        TypedPlace::Line(unit(3), "township".to_owned()),
        TypedPlace::Entered(unit(3), GridColumn::Fact(fact("files_kept")).key()),
        TypedPlace::Found(unit(3), fault.clone()),
        TypedPlace::Why(unit(3), fault),
        TypedPlace::Roster,
        TypedPlace::Replies(room().unit.id.clone()),
    ] {
        assert_eq!(TypedPlace::read(&place.to_string()), Some(place));
    }
    for text in ["", "who", "pasted/photos", "replies/", "line/3/name", "somewhere/0303030303030303/name"] {
        assert_eq!(TypedPlace::read(text), None, "{text}");
    }
}

#[test]
fn what_was_typed_counts_as_standing_only_where_its_field_is_still_to_be_seen() {
    let of = |number: u8| {
        [
            TypedPlace::Line(unit(number), "name".to_owned()),
            TypedPlace::Entered(unit(number), "fact/files_kept".to_owned()),
            TypedPlace::Found(unit(number), "fact/files_kept".to_owned()),
            TypedPlace::Why(unit(number), "points/A1".to_owned()),
        ]
    };
    let mut window = Window::new(1);
    window.decide_all([listed(1, "甲室"), listed(2, "乙室"), listed(3, "丙室"), listed(4, "丁室"), unlisted(4)]);
    window.decide(entered_fact(2, "files_kept", 3));
    window.decide(taken("a file", 1, Some(unit(3))).1);
    window.decide(assessed(3, "A1", no_claim(), Correction::Points(Points::ZERO), "无记录"));
    let all: Vec<TypedPlace> =
        (1..=4).flat_map(of).chain([TypedPlace::Who("group".to_owned()), TypedPlace::Roster]).collect();
    let mut kept = kept(&all);
    kept.insert("of another program".to_owned(), String::new());
    let shown = standing(&kept, &ReviewUnits::of(&window.log), &window.log);
    let [line, entered, found, why] = [0, 1, 2, 3].map(|at| {
        let of_kind = |number: &u8| shown.contains(&of(*number)[at]);
        (1..=4).filter(of_kind).collect::<Vec<u8>>()
    });
    assert_eq!((line, entered, found, why), (vec![1, 2, 3], vec![1, 2], vec![2, 3], vec![3]));
    assert!(shown.contains(&TypedPlace::Who("group".to_owned())) && shown.contains(&TypedPlace::Roster));
}

#[test]
fn a_code_is_the_same_whatever_the_width_of_its_digits() {
    let list = RosterDraft::of(
        cells_of_text("编号\t单位名称\n01\t甲室\n０１\t乙室\n"),
        &xingzhan::i18n::head_words(&[room()]),
    );
    let problems = list.problems(&room().unit.id, &nfkc);
    assert!(matches!(&problems[..], [RosterProblem::CodeTwice { row: 3, first: 2, .. }]), "{problems:?}");
    let line = RosterLine { code: "０１".to_owned(), ..RosterLine::new(room().unit.id.clone(), "甲室") };
    let mut lines = LinesByName::default();
    lines.add(unit(1), &line, &nfkc);
    let code = code_of(&room().unit.id, "0\u{200b}1", &nfkc);
    assert_eq!(lines.only(&name_key("room///另一个名字"), code.as_ref()), Some(unit(1)));
}

#[test]
fn what_a_unit_writes_below_its_name_without_a_number_is_told_and_not_left_out() {
    let zh = text(Lang::Zh);
    let replies = read(&reply_form(zh, room()), "【甲室】\n宣讲十来次，接待一次\n【乙室】\n1. 3\n", &reply_reading(zh));
    let told: Vec<(Option<&str>, Vec<&str>)> = replies
        .iter()
        .map(|reply| (reply.unit.as_deref(), reply.unread.iter().map(|line| line.typed.as_str()).collect()))
        .collect();
    assert_eq!(told, [(Some("甲室"), vec!["宣讲十来次，接待一次"]), (Some("乙室"), vec![])]);
}

#[test]
fn whatever_a_reply_can_say_has_a_cell_of_the_grid_that_says_the_same() {
    for standard in [room(), station()] {
        for line in reply_form(text(Lang::Zh), standard) {
            let (AskedFor::Item(id), AnswerForm::One(options)) = (&line.asked, &line.form) else { continue };
            let column = GridColumn::Option(id.clone());
            for (option, at) in options.iter().zip(1..) {
                let mut record = Record::default();
                record.answers.edit(id, |answer| answer.choice = Some(option.choice.clone()));
                assert_eq!(column.shown(standard, &record), format!("{at}"), "{} {}", line.label, option.words);
                let read = column.read(standard, &Record::default(), &format!("{at}"));
                assert_eq!(read, Ok(CellValue::Answer(id.clone(), Some(option.choice.clone()))));
            }
        }
    }
}
