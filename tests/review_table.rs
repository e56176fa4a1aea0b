//! The table of all units: sorted, filtered and searched; its sums by an independent count; and the hints, in the words
//! that they may be said in.

use crate::common::arbitrary::{cases, complete};
use crate::common::{Fill, changed, full, item, photo, room, station};
use proptest::prelude::*;
use std::sync::Arc;
use xingzhan::i18n::{hint, narrowed, score_difference, text, unit_table};
use xingzhan::model::date::CivilDate;
use xingzhan::model::print::table::{Cell, Content, Row, RowRole, Sheet};
use xingzhan::model::record::Record;
use xingzhan::model::record::unit::Unit;
use xingzhan::model::review::hints::{Hint, hints};
use xingzhan::model::review::ids::UnitId;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::table::{ColumnScore, SendState, SortBy, TableFilter, TableLine, shown, townships};
use xingzhan::model::review::table_html::table_html;
use xingzhan::model::review::table_sums::{against, most_lost, score_counts, star_counts, tag_sums};
use xingzhan::model::review::tsv::{tsv, tsv_with_lines};
use xingzhan::model::review::unit_row::{SentAs, UnitRow};
use xingzhan::model::scoring::score::Score;
use xingzhan::model::scoring::tags::totals;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::TagId;
use xingzhan::model::standard::points::Range;
use xingzhan::model::standard::words::Lang;

fn id(number: u8) -> UnitId {
    UnitId::new([number; 8])
}

fn row(standard: &Standard, record: &Record) -> UnitRow {
    UnitRow::of_record(standard, &Unit::default(), record)
}

/// A unit that sent this record.
fn line(standard: &Standard, number: u8, name: &str, township: &str, record: &Record) -> TableLine {
    let codes = xingzhan::model::digest::CheckCode::of(&number);
    let mut row = row(standard, record);
    row.sent = Some(SentAs { revision: 1, code: codes });
    TableLine {
        unit: id(number),
        roster: Arc::new(RosterLine {
            order: u32::from(number),
            township: township.to_owned(),
            ..RosterLine::new(standard.unit.id.clone(), name)
        }),
        shares_name: false,
        state: SendState::Sent,
        received: CivilDate::parse("2026-12-04"),
        row: Some(Arc::new(row)),
        assessed: None,
    }
}

fn missing(standard: &Standard, number: u8, name: &str, township: &str) -> TableLine {
    let sent = line(standard, number, name, township, &Record::default());
    TableLine { state: SendState::Missing, received: None, row: None, ..sent }
}

fn names<'a>(lines: &'a [TableLine], order: &[usize]) -> Vec<&'a str> {
    order.iter().map(|at| lines[*at].roster.name.as_str()).collect()
}

fn some() -> Vec<TableLine> {
    let low = changed(room(), |record| _ = record.fact("policy_talks", 0));
    vec![
        line(room(), 3, "丙室", "柳林镇", &full(room())),
        missing(room(), 1, "甲室", "柳林镇"),
        line(room(), 2, "乙室", "柏城街道", &low),
        line(station(), 4, "柳林镇联络站", "柳林镇", &full(station())),
    ]
}

#[test]
fn stations_and_rooms_never_stand_in_one_table_and_units_without_a_score_stand_last() {
    let (lines, rooms, all) = (some(), &room().unit.id, TableFilter::default());
    let order = |by, falling| names(&lines, &shown(&lines, rooms, &all, by, falling)).join(" ");
    assert_eq!(order(SortBy::Roster, false), "甲室 乙室 丙室");
    assert_eq!(order(SortBy::Roster, true), "丙室 乙室 甲室");
    assert_eq!(order(SortBy::Total, false), "乙室 丙室 甲室");
    assert_eq!(order(SortBy::Total, true), "丙室 乙室 甲室");
    assert_eq!(order(SortBy::Stars, true), "丙室 乙室 甲室");
    assert_eq!(order(SortBy::Received, true), "乙室 丙室 甲室", "equal ones as on the roster");
    assert_eq!(order(SortBy::State, false), "甲室 乙室 丙室");
    assert_eq!(names(&lines, &shown(&lines, &station().unit.id, &all, SortBy::Roster, false)), ["柳林镇联络站"]);
    assert_eq!(townships(&lines, rooms), ["柳林镇", "柏城街道"]);
}

#[test]
fn a_township_a_state_and_words_leave_what_has_all_of_them() {
    let lines = some();
    let order =
        |filter: &TableFilter| names(&lines, &shown(&lines, &room().unit.id, filter, SortBy::Roster, false)).join(" ");
    let filter = TableFilter { township: Some("柳林镇".to_owned()), ..TableFilter::default() };
    assert_eq!(order(&filter), "甲室 丙室");
    // What the list does not have, as it is one of another kind or is called otherwise now, leaves all of them.
    let listed = townships(&lines, &room().unit.id);
    assert_eq!(order(&filter.among(&listed)), "甲室 丙室");
    let gone = TableFilter { township: Some("柳林乡".to_owned()), ..filter.clone() };
    assert_eq!(order(&gone.among(&listed)), order(&TableFilter::default()));
    assert_eq!(order(&TableFilter { state: Some(SendState::Sent), ..filter }), "丙室");
    assert_eq!(order(&TableFilter { search: " 柳林　丙 ".to_owned(), ..TableFilter::default() }), "丙室");
    assert_eq!(order(&TableFilter { search: "没有".to_owned(), ..TableFilter::default() }), "");
    let day = |text| CivilDate::parse(text).unwrap();
    assert_eq!(SendState::of_receipt(day("2026-12-05"), Some(day("2026-12-05"))), SendState::Sent);
    assert_eq!(SendState::of_receipt(day("2026-12-06"), Some(day("2026-12-05"))), SendState::Late);
}

#[test]
fn letters_and_digits_of_full_width_and_what_nobody_sees_are_found_as_those_of_a_keyboard() {
    let mut lines = some();
    let roster = Arc::make_mut(&mut lines[0].roster);
    "Ｂ区第１２\u{200b}室".clone_into(&mut roster.name);
    "lz-０7".clone_into(&mut roster.code);
    let found = |search: &str| {
        let filter = TableFilter { search: search.to_owned(), ..TableFilter::default() };
        shown(&lines, &room().unit.id, &filter, SortBy::Roster, false)
    };
    for search in ["b区第12室", "Ｂ区", "第１２室", "\u{feff}12 \u{3000}", "LZ-07", "ｌｚ－０７", "12\u{2060}室\u{7}"]
    {
        assert_eq!(found(search), [0], "{search:?}");
    }
    assert_eq!(found("\u{200b} \u{3000}").len(), 3, "nothing is searched for");
    assert!(found("13").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..cases() })]

    #[test]
    fn the_sums_over_all_units_are_the_sums_of_their_scores(records in proptest::collection::vec(complete(room()), 1..6)) {
        let rows: Vec<UnitRow> = records.iter().map(|record| row(room(), record)).collect();
        let rows: Vec<&UnitRow> = rows.iter().collect();
        let scores: Vec<Score> = records.iter().map(|record| Score::of(room(), record)).collect();
        for (row, score) in rows.iter().zip(&scores) {
            prop_assert_eq!((row.total, row.bonus), (score.total, score.bonus));
            for (at, (_, range)) in score.sections.iter().enumerate() {
                prop_assert_eq!(row.section(room(), at), *range);
            }
        }
        prop_assert_eq!(star_counts(room(), &rows).settled.iter().sum::<usize>() + star_counts(room(), &rows).open, rows.len());
        prop_assert_eq!(score_counts(room(), &rows).iter().sum::<usize>(), rows.len());
        for (at, scheme) in room().schemes.iter().enumerate() {
            for (tag, sum) in tag_sums(room(), &rows, scheme).iter().enumerate() {
                let won: Range = scores.iter().map(|score| totals(room(), score)[at].tags[tag].won).sum();
                prop_assert_eq!(sum.won, won);
            }
        }
        let lost = most_lost(room(), &rows, 10);
        prop_assert!(lost.len() <= 10 && lost.windows(2).all(|pair| pair[0].lost >= pair[1].lost));
        for one in &lost {
            let of = room().item(&one.item).unwrap().points;
            let sum: u64 = scores.iter().map(|score| of.get() - score.item(&one.item).unwrap().range.high.get()).sum();
            prop_assert_eq!(one.lost.get(), sum);
        }
    }
}

#[test]
fn boards_stand_beside_use_in_percent() {
    let tag = |id: &str| TagId::try_from(id).unwrap();
    let boards_only = changed(room(), |record| {
        for fact in ["policy_talks", "activities_held", "activities_recorded", "reception_days"] {
            record.fact(fact, 0);
        }
    });
    let rows = [row(room(), &full(room())), row(room(), &boards_only), row(room(), &Record::default())];
    let found = against(room(), &rows.iter().collect::<Vec<_>>(), &tag("on_the_wall"), &tag("use"));
    assert_eq!((found[0], found[2]), (Some((100, 100)), None));
    let (boards, used) = found[1].unwrap();
    assert!(boards == 100 && used < 80, "{used}");
}

fn hints_of(lines: &[TableLine], number: u8) -> Vec<Hint> {
    let lines: Vec<&TableLine> = lines.iter().collect();
    hints(room(), &lines).remove(&id(number)).unwrap_or_default()
}

fn said(hints: &[Hint]) -> Vec<String> {
    let name = |unit: UnitId| if unit == id(2) { "李庄室" } else { "别的室" }.to_owned();
    hints.iter().map(|one| hint(text(Lang::Zh), room(), &name, one)).collect()
}

#[test]
fn a_unit_with_nothing_to_look_at_has_no_hint() {
    assert_eq!(hints_of(&[line(room(), 1, "王庄室", "柳林镇", &full(room()))], 1), Vec::new());
}

#[test]
fn a_contradiction_a_claim_of_not_applicable_a_gate_and_days_without_a_concern_are_named() {
    let record = changed(room(), |record| {
        record.fact("activities_recorded", 30).fact("policy_talks", 0);
        record.fact("concerns_received", 0).fact("concerns_answered", 0).fact("concerns_solved", 0);
        record.not_applicable("C4", "not_installed");
    });
    let found = hints_of(&[line(room(), 1, "王庄室", "柳林镇", &record)], 1);
    let said = said(&found);
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[0], "有记录的活动 30 次，多于全年开展的活动 24 次，两个数对不上，现场请核对。");
    assert!(said[1].contains("填了不适用（县未统一安装）"), "{said:?}");
    assert!(matches!(&found[2], Hint::Gate(gate) if gate.as_str() == "V6"));
    assert_eq!(said[3], "代表接待选民 24 天，群众反映的问题 0 件，现场请看登记本。");
    // What came and is not due yet is something.
    let pending = changed(room(), |record| {
        record.fact("concerns_received", 2).fact("concerns_pending", 2);
        record.fact("concerns_answered", 0).fact("concerns_solved", 0);
    });
    assert_eq!(hints_of(&[line(room(), 1, "王庄室", "柳林镇", &pending)], 1), Vec::new());
}

#[test]
fn two_scores_ten_points_apart_name_the_two_items_where_they_differ_most() {
    let record = full(room());
    let judged = changed(room(), |record| {
        record.fact("reception_days", 0).level("F5", 0).level("C3", 1);
    });
    let score = Score::of(room(), &judged);
    let items = room().scored().map(|item| score.item(&item.id).unwrap().range).collect();
    let mut unit = line(room(), 1, "王庄室", "柳林镇", &record);
    unit.assessed = Some(ColumnScore { total: score.total, items, recheck: false });
    let found = hints_of(&[unit.clone()], 1);
    let numbers = ["F5", "G4"].map(|id| room().number_of(&item(id)).unwrap()).join("、");
    let [Hint::FarApart { items, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(items[..], [item("F5"), item("G4")]);
    let words = &said(&found)[0];
    assert!(words.starts_with("自评 100.0、初评 ") && words.ends_with("现场请先看这两项。"), "{words}");
    assert!(words.contains(&format!("差在 {numbers}，")), "{words}");
    assert_eq!(score_difference(text(Lang::Zh), unit.difference()).chars().next(), Some('低'));
    // Less than ten apart is no hint.
    let near = changed(room(), |record| _ = record.level("F5", 0));
    let score = Score::of(room(), &near);
    unit.assessed = Some(ColumnScore { total: score.total, items: Vec::new(), recheck: false });
    assert_eq!(hints_of(&[unit], 1), Vec::new());
}

#[test]
fn the_three_highest_and_lowest_of_a_number_are_named_and_those_that_share_one_are_not() {
    let lines: Vec<TableLine> = (0..15_u8)
        .map(|at| {
            let record = changed(room(), |record| _ = record.fact("policy_talks", u64::from(at).max(3)));
            line(room(), at, "室", "柳林镇", &record)
        })
        .collect();
    let named = |number| hints_of(&lines, number);
    for highest in [12, 13, 14] {
        assert!(matches!(&named(highest)[..], [Hint::Highest(_, number)] if *number == u32::from(highest)));
    }
    // Four have three: they stand out from nobody. Of fewer than twelve units nobody does.
    for other in [0, 3, 11] {
        assert_eq!(named(other), Vec::new(), "{other}");
    }
    assert_eq!(hints_of(&lines[4..], 14), Vec::new());
    assert_eq!(said(&named(14)), ["政策理论宣讲 14 场，是全县最多的三个之一，现场请看记录。"]);
}

#[test]
fn the_same_photo_and_the_same_note_are_named_unless_one_township_typed_both() {
    let mut record = full(room());
    record.answers.edit(&item("A5"), |answer| {
        answer.photos.push(photo(7).0);
        "每月十五日在村部接待选民，当场登记。".clone_into(&mut answer.note);
    });
    let pair = |entered: bool, township: &str| {
        let mut lines = [line(room(), 1, "王庄室", "柳林镇", &record), line(room(), 2, "李庄室", township, &record)];
        if entered {
            for line in &mut lines {
                line.row.as_mut().map(Arc::make_mut).unwrap().sent = None;
            }
        }
        said(&hints_of(&lines, 1))
    };
    let photo = "与李庄室有一张照片相同，可能是共用场所，现场看一眼。";
    assert_eq!(pair(false, "柳林镇").len(), 2);
    assert_eq!(pair(false, "柳林镇")[0], photo);
    assert_eq!(pair(true, "柳林镇"), [photo], "one clerk writes the same words");
    assert_eq!(pair(true, "青石乡").len(), 2);
}

#[test]
fn a_note_is_the_same_whatever_spaces_and_unseen_signs_a_copy_brings_along_and_only_then() {
    let marks = |note: &str| {
        let mut record = full(room());
        record.answers.edit(&item("A5"), |answer| note.clone_into(&mut answer.note));
        line(room(), 1, "王庄室", "柳林镇", &record).row.unwrap().note_marks().to_vec()
    };
    let one = marks("每月十五日在村部接待选民，当场登记 A1。");
    assert_eq!(one.len(), 1);
    assert_eq!(marks(" 每月十五日\u{3000}在村部接待选民，\n当场登记\u{200b} A1。\u{feff}"), one);
    assert_ne!(marks("每月十六日在村部接待选民，当场登记 A1。"), one);
    assert_ne!(marks("每月十五日在村部接待选民，当场登记 A2。"), one);
    assert!(marks("每月 十五日 在 村部 接待您").is_empty(), "eleven signs");
    assert_eq!(marks("每月 十五日 在 村部 接待您们").len(), 1, "twelve");
}

#[test]
fn nothing_is_said_in_words_that_accuse() {
    let files = std::fs::read_dir("src/i18n/zh").unwrap().map(|entry| entry.unwrap().path());
    let sources: Vec<String> = files.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(sources.iter().any(|source| source.contains("现场请先看")), "the sentences are where they are looked for");
    for word in ["异常", "可疑", "造假", "虚报", "预警", "倒数", "垫底", "红黑榜"] {
        assert!(!sources.iter().any(|source| source.contains(word)), "{word}");
    }
}

#[test]
fn the_sheet_has_a_cell_for_each_column_and_a_text_that_looks_like_a_formula_stays_one() {
    let mut lines = some();
    lines.truncate(3);
    "=HYPERLINK(\"x\")".clone_into(&mut Arc::make_mut(&mut lines[0].roster).name);
    let rows: Vec<&TableLine> = lines.iter().collect();
    let sheet = unit_table(text(Lang::Zh), room(), &rows, &TableFilter::default(), rows.len(), true);
    assert!(sheet.title.starts_with("（示例）"));
    assert_eq!(sheet.lines, ["应报 3 个，已报 2 个，其中迟报 0 个，未报 1 个"]);
    for row in &sheet.rows {
        assert_eq!(usize::try_from(row.wide()).unwrap(), sheet.columns.len());
    }
    let written = tsv(&sheet);
    assert_eq!(written.lines().count(), 4);
    assert!(written.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{written}");
    assert!(written.contains("\t100\t"), "a score is a number: {written}");
}

#[test]
fn a_table_of_chosen_units_says_above_itself_which_these_are_of_how_many() {
    let lines = some();
    let listed = |filter: &TableFilter| {
        let places = shown(&lines[..3], &room().unit.id, filter, SortBy::Roster, false);
        let listed: Vec<&TableLine> = places.iter().map(|at| &lines[*at]).collect();
        let said = [Lang::Zh, Lang::En].map(|lang| narrowed(text(lang), filter, listed.len(), 3));
        (unit_table(text(Lang::Zh), room(), &listed, filter, 3, false), said)
    };
    let all = TableFilter { search: "\u{3000}\u{200b}".to_owned(), ..TableFilter::default() };
    let (sheet, said) = listed(&all);
    assert_eq!((sheet.lines.len(), said), (1, [String::new(), String::new()]));

    let township = TableFilter { township: Some("柳林镇".to_owned()), ..TableFilter::default() };
    let (sheet, _) = listed(&township);
    assert_eq!(
        sheet.lines,
        ["仅列：柳林镇；共 2 家，全部 3 家", "应报 2 个，已报 1 个，其中迟报 0 个，未报 1 个"],
        "how many of a township have sent something"
    );
    let state = Some(SendState::Missing);
    let (sheet, said) = listed(&TableFilter { state, search: " 甲 \u{200b}".to_owned(), ..township });
    assert_eq!(
        said,
        ["仅列：柳林镇；未报；含“甲”；共 1 家，全部 3 家", "Only these: 柳林镇; Missing; with “甲”; 1 of 3 units"]
    );
    assert_eq!(sheet.lines, said[..1], "nobody asks how many of those that are missing have sent something");
    assert!(table_html(&sheet).contains(&format!("<p>{}</p>", said[0])));
    assert_eq!(tsv_with_lines(&sheet), format!("{}\r\n{}", said[0], tsv(&sheet)));
}

#[test]
fn nothing_in_a_cell_breaks_the_rows_of_the_clipboard() {
    let cell = |words: &str| Cell::text(words.to_owned());
    let sheet = Sheet {
        title: String::new(),
        lines: Vec::new(),
        columns: Vec::new(),
        rows: vec![Row {
            role: RowRole::Item,
            cells: vec![
                cell("a\nb"),
                cell(" +1"),
                cell("-x"),
                cell("@y"),
                cell("王\t庄"),
                Cell::of(Content::Points(950)),
            ],
        }],
        foot: Vec::new(),
        margin: String::new(),
        page: String::new(),
        places: 1,
    };
    assert_eq!(tsv(&sheet), "\r\n\"a\nb\"\t' +1\t'-x\t'@y\t\"王 庄\"\t9.5\r\n");
}
