//! The sheets of a township's review: the summary of its first scores and the blank data sheets of all its rooms.

use crate::common::review::{Township, township, unit};
use crate::common::{full, library, points, room, time};
use std::sync::Arc;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::print::table::{Cell, Content, Row, Sheet};
use xingzhan::model::record::Record;
use xingzhan::model::review::bundle::Bundle;
use xingzhan::model::review::entered_record::EnteredRecord;
use xingzhan::model::review::entry_grid::{CellValue, GridColumn};
use xingzhan::model::review::judged::Correction;
use xingzhan::model::review::open_bundle::OpenedBundle;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::taken::RestsOn;
use xingzhan::model::review::units::ReviewUnits;
use xingzhan::model::standard::words::Lang;

fn opened(township: &Township) -> OpenedBundle {
    Bundle::read(&township.bundle(3).expect("a bundle").written(), library()).expect("opens")
}

fn words(cell: &Cell) -> String {
    match &cell.content {
        Some(Content::Text(words)) => words.clone(),
        Some(Content::Points(points)) => xingzhan::model::standard::points::Points::hundredths(*points).to_string(),
        Some(Content::Sum { .. }) | None => String::new(),
    }
}

fn rows(sheet: &Sheet) -> Vec<Vec<String>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(words).collect()).collect()
}

/// The lines of the roster.
fn lines() -> Vec<RosterLine> {
    ReviewUnits::of(&township().window.log).units.into_iter().map(|unit| (*unit.line).clone()).collect()
}

#[test]
fn the_summary_has_the_columns_that_offices_use_in_their_order() {
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened(&township()));
    let heads: Vec<&str> = sheet.columns.iter().map(|column| column.words.as_str()).collect();
    let expected = [
        "序号",
        "村（社区）",
        "人大代表联络室",
        "负责人",
        "自评分",
        "自评预估",
        "初评分",
        "差额",
        "主要扣分项",
        "初评建议星级",
        "自填或代录",
        "第几次",
    ];
    assert_eq!(heads, expected);
    assert_eq!(sheet.title, "2026年度人大代表联络室星级初评汇总表");
}

#[test]
fn every_room_stands_in_the_summary_with_both_scores_and_what_lies_between() {
    let opened = opened(&township());
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened);
    let rows = rows(&sheet);
    // A full room loses what the township does not see: item B3, whatever number it has on paper.
    let b3 = room().number_of(&crate::common::item("B3")).expect("a number");
    let lost = room().item(&crate::common::item("B3")).expect("an item").points;
    let own = room().points;
    let expected = [
        "1",
        "王庄村",
        "王庄村联络室",
        "负责人1",
        &own.to_string(),
        "",
        &own.less(lost).to_string(),
        &format!("\u{2212}{lost}"),
        &format!("{b3} 扣 {lost} 分"),
        "",
        "自填",
        "1",
    ];
    for (at, (found, expected)) in rows[0].iter().zip(expected).enumerate() {
        assert!(found == expected || [5, 9].contains(&at), "column {at}: {found} is not {expected}");
    }
    assert!(rows[0][5].contains("★★★★★") && rows[0][9].contains('★'), "{:?}", rows[0]);
    assert_eq!(rows[1][7], "0", "the township agrees with the second room");
    // What was typed is a range while most of it is open; nothing is said of its stars.
    assert!(rows[2][4].contains(" – ") && rows[2][5].is_empty() && rows[2][10] == "代录", "{:?}", rows[2]);
    let given = lost.less(points("1"));
    let late = room().number_of(&crate::common::item("G4")).expect("a number");
    let open = &rows[2][8];
    assert!(open.contains(&format!("{b3} 扣 {given} 分")) && open.contains(&late), "what is open is not lost: {open}");
    assert_eq!(rows[3][4..], ["未报".to_owned()], "no score and no zero");
    assert!(sheet.rows.iter().all(|row| Row::wide(row) == 12));
}

#[test]
fn the_head_of_the_summary_says_who_is_missing_and_why_within_which_days_and_the_code_of_the_bundle() {
    let opened = opened(&township());
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened);
    let code = opened.bundle.code.as_str();
    assert_eq!(
        sheet.lines,
        [
            "乡镇（街道）：柳林镇\u{3000}\u{3000}应报 4 个，实报 3 个".to_owned(),
            "未报及原因：赵庄村联络室（正在改建）".to_owned(),
            "统计期间：2025年12月1日至2026年11月30日".to_owned(),
            format!("包校验码：{code}，第 3 次上报"),
        ]
    );
    assert!(sheet.margin.contains(code));
    assert!(sheet.foot[0].starts_with("制表人：王秘书") && sheet.foot[1].contains("盖章"), "{:?}", sheet.foot);
}

#[test]
fn the_summary_is_signed_by_whom_the_steps_after_a_bundle_name() {
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened(&township()));
    assert!(sheet.foot[0].contains("人大主席（签字）") && !sheet.foot[0].contains("负责人"), "{:?}", sheet.foot);
    assert!(i18n::handing_in_words(Lang::Zh).steps[0].contains("人大主席签字"));
}

#[test]
fn where_all_handed_in_nobody_is_said_to_be_missing() {
    let mut township = township();
    township.window.decide(crate::common::review::entered_fact(4, "reception_days", 2));
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened(&township));
    assert_eq!((sheet.lines.len(), sheet.lines[0].ends_with("应报 4 个，实报 4 个")), (3, true));
}

#[test]
fn points_stand_with_the_places_that_they_need_and_a_higher_first_score_has_its_sign() {
    let mut township = township();
    township.judge(2, "G4", Correction::Points(points("0.5")));
    let before = rows(&i18n::summary_sheet(text(Lang::Zh), &opened(&township)));
    assert!(before[1][7].starts_with('\u{2212}'), "{:?}", before[1]);
    let most = room().item(&crate::common::item("G4")).expect("an item").points;
    township.judge(2, "G4", Correction::Points(most));
    for id in ["B3", "C1", "C4", "E1"] {
        let most = room().item(&crate::common::item(id)).expect("an item").points;
        township.judge(2, id, Correction::Points(most));
    }
    let sheet = i18n::summary_sheet(text(Lang::Zh), &opened(&township));
    let difference = &rows(&sheet)[1][7];
    assert!(difference.starts_with('+') || difference == "0", "{difference}");
    assert_eq!(sheet.places, 1);
}

/// A room of which the township typed everything: each number 3, each choice the best.
fn typed() -> (Arc<RosterLine>, EnteredRecord) {
    let mut window = crate::common::review::Window::new(1);
    window.decide(crate::common::review::listed(1, "王庄村联络室"));
    let day = crate::common::review::day("2026-12-02");
    let mut record = Record::default();
    for (at, column) in GridColumn::numbers(room()).into_iter().chain(GridColumn::choices(room())).enumerate() {
        let text = if matches!(column, GridColumn::Option(_) | GridColumn::Parts(_)) { "1" } else { "3" };
        let value = column.read(room(), &record, text).expect("it is read");
        let rests_on = if at == 0 { RestsOn::Chat } else { RestsOn::Paper };
        match &value {
            CellValue::Fact(fact, count) => record.facts.set(fact.clone(), *count),
            CellValue::Answer(item, choice) => record.answers.edit(item, |answer| answer.choice.clone_from(choice)),
        }
        window.decide(value.act(unit(1), rests_on, Some(day)).expect("it has a day"));
    }
    let line = ReviewUnits::of(&window.log).units.remove(0).line;
    (line, EnteredRecord::of(&window.log, unit(1)))
}

#[test]
fn a_room_checks_every_number_and_every_choice_that_was_typed_for_it_and_its_head_signs() {
    let (line, entered) = typed();
    let sheets = i18n::check_sheets(text(Lang::Zh), room(), &[(line, entered)]);
    let sheet = &sheets[0];
    assert_eq!(sheet.title, "2026年度人大代表联络室核对表");
    assert_eq!(
        sheet.lines[1..],
        ["代录依据：纸质表、微信回复（2026年12月2日）", "统计期间：2025年12月1日至2026年11月30日"]
    );
    assert!(sheet.lines[0].ends_with("王庄村联络室"), "{:?}", sheet.lines);
    let rows = rows(sheet);
    let columns = GridColumn::numbers(room()).len() + GridColumn::choices(room()).len();
    assert_eq!(rows.len(), columns + 1, "each in a row of its own, and one to sign");
    for (row, column) in rows.iter().zip(GridColumn::numbers(room()).into_iter().chain(GridColumn::choices(room()))) {
        let item = column.item(room()).expect("an item");
        let number = room().number_of(&item.id).expect("a number");
        assert!(row[0].starts_with(&format!("{number} ")), "{row:?}");
        assert!(!row[1].is_empty() && row[2].is_empty(), "{row:?}");
        if let GridColumn::Fact(fact) = &column {
            assert!(row[1].starts_with("3 "), "{fact:?}: {row:?}");
        }
    }
    let signed = rows.last().expect("a row").concat();
    assert!(signed.contains("签字") && signed.contains("日期"), "{signed}");
    // It seals nothing.
    assert!(sheet.margin.is_empty() && !format!("{sheet:?}").contains("校验码"));
}

#[test]
fn where_a_file_says_otherwise_than_what_was_typed_both_are_told_and_nothing_else() {
    let zh = text(Lang::Zh);
    let (_, entered) = typed();
    assert_eq!(i18n::entered_differences(zh, room(), &entered.record, &entered.record), Vec::<[String; 3]>::new());
    let mut file = full(room());
    let [first, ..] = &GridColumn::numbers(room())[..] else { panic!("numbers") };
    let columns: Vec<GridColumn> = GridColumn::numbers(room()).into_iter().chain(GridColumn::choices(room())).collect();
    for column in &columns {
        if let Ok(CellValue::Fact(fact, Some(count))) =
            column.read(room(), &Record::default(), &column.shown(room(), &entered.record))
        {
            file.facts.set(fact, Some(count));
        }
    }
    let same = i18n::entered_differences(zh, room(), &entered.record, &file);
    let GridColumn::Fact(fact) = first else { panic!("a number") };
    file.facts.set(fact.clone(), None);
    let differs = i18n::entered_differences(zh, room(), &entered.record, &file);
    assert_eq!(differs.len(), same.len() + 1, "{differs:?}");
    assert_eq!(differs[0][2], "未录");
}

#[test]
fn what_was_not_typed_is_said_to_be_open_on_the_sheet_to_check() {
    let (line, _) = typed();
    let mut window = crate::common::review::Window::new(1);
    window.decide(crate::common::review::entered_fact(1, "reception_days", 0));
    let sheets = i18n::check_sheets(text(Lang::Zh), room(), &[(line, EnteredRecord::of(&window.log, unit(1)))]);
    let said: Vec<String> = rows(&sheets[0]).into_iter().filter_map(|row| row.into_iter().nth(1)).collect();
    assert_eq!(said.iter().filter(|said| *said == "未录").count(), said.len() - 1, "{said:?}");
    assert!(said.iter().any(|said| said.starts_with("0 ")), "zero is a number: {said:?}");
}

#[test]
fn each_room_gets_a_blank_data_sheet_with_its_own_names_and_no_number() {
    let sheets = i18n::collection_sheets(text(Lang::Zh), room(), &lines(), &time());
    assert_eq!(sheets.len(), 4);
    for (sheet, line) in sheets.iter().zip(lines()) {
        assert_eq!(sheet.title, "2026年度人大代表联络室基本数据采集表");
        let unit = format!("单位：{}\u{3000}\u{3000}统计期间：2025年12月1日至2026年11月30日", line.name);
        assert_eq!(sheet.lines[0], unit);
        let people = format!(
            "乡镇（街道）：柳林镇 {}\u{3000}负责人：{}\u{3000}联络员：\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}人员：张三、李四",
            line.village, line.head
        );
        assert_eq!(sheet.lines[1], people);
        assert!(sheet.foot.is_empty());
    }
    // But for the names it is the blank sheet of the form.
    assert_eq!(sheets[0].rows, sheets[3].rows);
}

#[test]
fn the_sheets_are_whole_in_english_too() {
    let opened = opened(&township());
    let (zh, en) = (i18n::summary_sheet(text(Lang::Zh), &opened), i18n::summary_sheet(text(Lang::En), &opened));
    let shape = |sheet: &Sheet| sheet.rows.iter().map(|row| (row.role, Row::wide(row))).collect::<Vec<_>>();
    assert_eq!((shape(&zh), zh.columns.len()), (shape(&en), en.columns.len()));
    for sheet in [&zh, &en] {
        assert_eq!(sheet.columns.iter().map(|column| u32::from(column.width)).sum::<u32>(), 100);
    }
    assert!(en.lines[0].ends_with("4 to hand in, 3 handed in"), "{:?}", en.lines);
    let sheets = i18n::collection_sheets(text(Lang::En), room(), &lines(), &time());
    assert!(sheets[0].lines[1].contains("Liaison"), "{:?}", sheets[0].lines);
}

#[test]
fn a_rooms_sheet_asks_what_the_chat_asks_line_by_line_and_nothing_that_nobody_writes() {
    for lang in Lang::ALL {
        let sheet = i18n::collection_sheets(text(lang), room(), &lines(), &time()).remove(0);
        let asked = i18n::reply_form(text(lang), room());
        let rows = rows(&sheet);
        assert_eq!((sheet.columns.len(), rows.len()), (3, asked.len()), "{lang:?}");
        for (row, asked) in rows.iter().zip(&asked) {
            assert_eq!(row[0], asked.number.to_string(), "{lang:?}");
        }
        // Above the column stands how a choice is written; what is to be counted stands behind what it is called.
        assert!(sheet.columns[1].words.contains('①'), "{:?}", sheet.columns[1].words);
        let (talks, plan) = (
            &rows[0],
            rows.iter().find(|row| row[1].ends_with(&format!(" / {}", text(lang).form.no))).expect("yes or no"),
        );
        let help =
            room().facts.iter().find(|fact| fact.id.as_str() == "policy_talks").and_then(|fact| fact.help.as_ref());
        assert!(
            talks[1].ends_with(help.expect("a help").get(lang)) && talks[2].starts_with("\u{3000}\u{3000}"),
            "{talks:?}"
        );
        assert!(plan[2].is_empty(), "{plan:?}");
        assert_eq!(sheet.columns.iter().map(|column| u32::from(column.width)).sum::<u32>(), 100);
    }
}
