//! The tables of a review as they are drawn, copied and saved: what all units come to, what to look at on a visit. What is
//! copied is read by a parser of markup that we did not write.

use crate::common::{Fill, changed, full, photo, room, station};
use html5gum::{Token, Tokenizer};
use std::collections::BTreeMap;
use std::sync::Arc;
use xingzhan::i18n::{Drawing, SumTable, hint_table, sum_tables, text, unit_table};
use xingzhan::model::print::table::{Cell, Column, Row, RowRole, Sheet};
use xingzhan::model::record::Record;
use xingzhan::model::record::unit::Unit;
use xingzhan::model::review::ids::UnitId;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::table::{SendState, TableFilter, TableLine};
use xingzhan::model::review::table_html::table_html;
use xingzhan::model::review::table_sums::compared_tags;
use xingzhan::model::review::tsv::{cell_words, tsv};
use xingzhan::model::review::unit_row::UnitRow;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::words::Lang;

fn line(standard: &Standard, number: u8, name: &str, record: &Record) -> TableLine {
    TableLine {
        unit: UnitId::new([number; 8]),
        roster: Arc::new(RosterLine {
            township: "柳林镇".to_owned(),
            ..RosterLine::new(standard.unit.id.clone(), name)
        }),
        shares_name: false,
        state: SendState::Sent,
        received: None,
        row: Some(Arc::new(UnitRow::of_record(standard, &Unit::default(), record))),
        assessed: None,
    }
}

/// Has its boards and does next to nothing.
fn boards_only() -> Record {
    changed(room(), |record| {
        record.fact("policy_talks", 0).fact("reception_days", 0).fact("concerns_answered", 0);
        record.level("A4", 0).level("A5", 0).level("E3", 0).level("I4", 0);
    })
}

fn rooms() -> Vec<TableLine> {
    vec![
        line(room(), 1, "王庄室", &full(room())),
        line(room(), 2, "李庄室", &boards_only()),
        line(room(), 3, "赵庄室", &Record::default()),
    ]
}

fn tables(lines: &[TableLine]) -> Vec<SumTable> {
    sum_tables(text(Lang::Zh), room(), &lines.iter().collect::<Vec<_>>(), false)
}

fn cells(sheet: &Sheet) -> Vec<Vec<String>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(cell_words).collect()).collect()
}

/// A cell: what is read in it, and how many rows and columns it reaches over.
type ReadCell = (String, usize, usize);

/// A table in markup as a browser reads it: for each row its cells, each with the rows and columns it reaches over; and the
/// names of all other elements.
fn read(markup: &str) -> (Vec<Vec<ReadCell>>, BTreeMap<String, usize>) {
    let (mut rows, mut others, mut within) = (Vec::new(), BTreeMap::new(), false);
    for Ok(token) in Tokenizer::new(markup) {
        match token {
            Token::StartTag(tag) => match &*String::from_utf8_lossy(&tag.name) {
                "tr" => rows.push(Vec::new()),
                "td" | "th" => {
                    let over = |name: &str| {
                        let value = tag.attributes.get(name.as_bytes());
                        value.map_or(1, |value| String::from_utf8_lossy(value).parse().expect("a number"))
                    };
                    let cell = (String::new(), over("rowspan"), over("colspan"));
                    rows.last_mut().expect("a row").push(cell);
                    within = true;
                }
                "br" => rows.last_mut().unwrap().last_mut().unwrap().0.push('\n'),
                other => *others.entry(other.to_owned()).or_default() += 1,
            },
            Token::EndTag(tag) => within &= !matches!(&**tag.name, b"td" | b"th"),
            Token::String(words) if within => {
                rows.last_mut().unwrap().last_mut().unwrap().0.push_str(&String::from_utf8_lossy(&words));
            }
            _ => {}
        }
    }
    (rows, others)
}

#[test]
fn a_copied_table_has_every_cell_with_lines_and_nothing_in_it_is_markup_or_a_formula() {
    let mut lines = rooms();
    "<b>王庄</b>&amp;室".clone_into(&mut Arc::make_mut(&mut lines[0].roster).name);
    "=1+1".clone_into(&mut Arc::make_mut(&mut lines[1].roster).name);
    "@x\n<script>".clone_into(&mut Arc::make_mut(&mut lines[2].roster).name);
    let sheet = unit_table(
        text(Lang::Zh),
        room(),
        &lines.iter().collect::<Vec<_>>(),
        &TableFilter::default(),
        lines.len(),
        false,
    );
    let markup = table_html(&sheet);
    let (rows, others) = read(&markup);
    assert!(markup.contains("<table border=\"1\""), "with its lines");
    let heads: Vec<&str> = rows[0].iter().map(|(words, ..)| words.as_str()).collect();
    assert_eq!(heads, sheet.columns.iter().map(|column| column.words.as_str()).collect::<Vec<_>>());
    assert_eq!(rows.len(), 4);
    for (read, written) in rows[1..].iter().zip(cells(&sheet)) {
        let read: Vec<String> = read.iter().map(|(words, ..)| words.clone()).collect();
        let held = |words: String| if words.starts_with(['=', '@']) { format!("'{words}") } else { words };
        assert_eq!(read, written.into_iter().map(held).collect::<Vec<_>>());
    }
    assert_eq!(rows[1][3].0, "<b>王庄</b>&amp;室");
    let names: Vec<&str> = others.keys().map(String::as_str).collect();
    assert_eq!(names, ["b", "meta", "p", "table", "tbody", "thead"]);
    assert_eq!(others["b"], 1, "the title's");
}

#[test]
fn a_cell_that_reaches_over_rows_does_so_in_markup_and_leaves_its_room_among_tabs() {
    let row = |cells: Vec<Cell>| Row { role: RowRole::Item, cells };
    let cell = |words: &str| Cell::text(words.to_owned());
    let column = |words: &str| Column { words: words.to_owned(), width: 50, centred: false };
    let sheet = Sheet {
        title: String::new(),
        lines: Vec::new(),
        columns: vec![column("单位"), column("提示")],
        rows: vec![row(vec![cell("甲").deep(2), cell("一")]), row(vec![cell("二")]), row(vec![cell("都").wide(2)])],
        foot: Vec::new(),
        margin: String::new(),
        page: String::new(),
        places: 0,
    };
    assert_eq!(tsv(&sheet), "单位\t提示\r\n甲\t一\r\n\t二\r\n都\t\r\n");
    let (rows, _) = read(&table_html(&sheet));
    let cell = |words: &str, deep, wide| (words.to_owned(), deep, wide);
    assert_eq!(rows[1..], [vec![cell("甲", 2, 1), cell("一", 1, 1)], vec![cell("二", 1, 1)], vec![cell("都", 1, 2)]]);
}

#[test]
fn what_all_units_come_to_is_in_tables_whose_numbers_are_the_units() {
    let found = tables(&rooms());
    let names: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["stars", "scores", "lost", "pillar", "nine", "against"]);
    for table in &found {
        assert!(table.sheet.rows.iter().all(|row| row.wide() as usize == table.sheet.columns.len()), "{}", table.name);
        match &table.drawn {
            Drawing::Bars(bars) => {
                assert_eq!(bars.len(), table.sheet.rows.len(), "{}", table.name);
                assert!(bars.iter().all(|(long, of)| long <= of && *of > 0), "{}", table.name);
            }
            Drawing::Squares(_) | Drawing::Nothing => assert_eq!(table.name, "against"),
        }
    }
    let sum = |table: &SumTable| cells(&table.sheet).iter().map(|row| row[1].parse::<usize>().unwrap()).sum::<usize>();
    assert_eq!((sum(&found[0]), sum(&found[1])), (3, 2), "what is open has no score yet");
    assert!(found[2].sheet.rows.len() <= 10);
    assert!(tables(&[]).is_empty());
}

#[test]
fn boards_stand_against_use_and_who_has_the_one_without_the_other_is_named() {
    for standard in [room(), station()] {
        let (boards, usage) = compared_tags(standard).expect("a pair");
        assert_eq!((boards.id.as_str(), usage.id.as_str()), ("on_the_wall", "use"));
    }
    let found = tables(&rooms());
    let against = found.last().unwrap();
    let grid = cells(&against.sheet);
    // The most boards stand in the first row, the most use in the last column.
    assert_eq!((grid.len(), grid[0][5].as_str()), (5, "1"));
    let many: usize = grid.iter().flat_map(|row| &row[1..]).filter_map(|cell| cell.parse::<usize>().ok()).sum();
    assert_eq!(many, 2, "one is not settled");
    assert!(matches!(against.drawn, Drawing::Squares(1)));
    assert!(against.said[0].contains("有 1 家：柳林镇 李庄室。"), "{:?}", against.said);
    assert_eq!(against.said[1], "另有 1 家没有填完，不在表里。");
    assert_eq!(against.sheet.lines[1..], against.said[..], "it is copied too");
}

#[test]
fn hints_are_a_table_for_the_office_with_a_row_for_each_and_its_unit_once() {
    let wrong =
        changed(room(), |record| _ = record.fact("activities_recorded", 30).not_applicable("C4", "not_installed"));
    let lines = [line(room(), 1, "王庄室", &full(room())), line(room(), 2, "李庄室", &wrong)];
    let table = hint_table(text(Lang::Zh), room(), &lines.iter().collect::<Vec<_>>(), true);
    assert!(table.sheet.title.starts_with("（示例）"), "{}", table.sheet.title);
    let rows = cells(&table.sheet);
    assert_eq!((rows.len(), rows[0][0].as_str(), rows[1].len()), (2, "柳林镇 李庄室", 1));
    assert_eq!(table.sheet.rows[0].cells[0].deep, 2);
    assert_eq!(table.units, [UnitId::new([2; 8]); 2]);
    assert_eq!(table.sheet.foot, ["内部使用，不公开"]);
    let none = hint_table(text(Lang::Zh), room(), &[&lines[0]], false);
    assert_eq!((none.sheet.rows.len(), none.said[1].as_str()), (0, "没有要先看的。"));
}

#[test]
fn of_units_that_share_a_photo_each_is_named_beside_the_first_and_that_one_beside_the_second() {
    let mut record = full(room());
    record.answers.edit(&crate::common::item("A5"), |answer| answer.photos.push(photo(7).0));
    let names = ["王庄室", "李庄室", "柳林镇赵庄室"];
    let lines: Vec<TableLine> = (1..).zip(names).map(|(at, name)| line(room(), at, name, &record)).collect();
    let table = hint_table(text(Lang::Zh), room(), &lines.iter().collect::<Vec<_>>(), false);
    let said = "有一张照片相同，可能是共用场所，现场看一眼。";
    let row = |unit: &str, other: &str| vec![unit.to_owned(), format!("与{other}{said}")];
    // A name that begins with its township does not say it twice.
    let rows = [
        row("柳林镇 王庄室", "柳林镇 李庄室"),
        row("柳林镇 李庄室", "柳林镇 王庄室"),
        row("柳林镇赵庄室", "柳林镇 王庄室"),
    ];
    assert_eq!(cells(&table.sheet), rows);
}

#[test]
fn where_two_units_of_a_township_have_one_name_the_table_says_their_villages() {
    let called = |shares_name: bool| {
        let mut one = line(room(), 1, "第一联络室", &Record::default());
        let roster = RosterLine { village: "王庄村".to_owned(), ..(*one.roster).clone() };
        (one.roster, one.shares_name) = (Arc::new(roster), shares_name);
        one.called()
    };
    assert_eq!([false, true].map(called), ["柳林镇 第一联络室", "柳林镇 王庄村 第一联络室"]);
}

#[test]
fn a_unit_that_sent_two_files_that_differ_is_in_no_sum_and_that_is_said() {
    let mut lines = rooms();
    assert!(tables(&lines).iter().all(|table| table.sheet.lines[0] == "按已收到的 3 家计算" && !said(table)));
    lines[1] = TableLine { state: SendState::ToDecide, row: None, ..lines[1].clone() };
    lines.push(TableLine { state: SendState::Missing, row: None, ..lines[0].clone() });
    let tables = tables(&lines);
    for table in &tables {
        assert_eq!(table.sheet.lines[0], "按已收到的 2 家计算", "{}", table.name);
        assert!(said(table), "{}: {:?}", table.name, table.sheet.lines);
    }
    assert_eq!(tables[0].said, ["另有 1 家已报待核对（如两份材料不一致），没有计入"], "on the page once");
    assert!(tables[1..].iter().all(|table| !table.said.iter().any(|said| said.contains("待核对"))));
}

/// Whether it says in a copy of it that units are left out.
fn said(table: &SumTable) -> bool {
    table.sheet.lines.iter().any(|line| line.contains("待核对"))
}
