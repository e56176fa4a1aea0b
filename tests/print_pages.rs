//! The sheets of paper as data: everything that was said stands on them, once, whatever the pages.

use crate::common::{Fill, example, room, station, time};
use proptest::prelude::*;
use xingzhan::i18n::{approval, rule as rule_of, sheet, text, todo};
use xingzhan::model::date::CivilDate;
use xingzhan::model::draft::Draft;
use xingzhan::model::print::rows::{FlatRow, placed, strips};
use xingzhan::model::print::table::{Content, Sheet};
use xingzhan::model::scoring::staircase::staircase;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

fn empty(standard: &IssuedStandard) -> Draft {
    Draft::new(DraftId::try_from("d1").unwrap(), standard.clone(), time())
}

fn points(lang: Lang) -> Sheet {
    sheet(text(lang), &example(), &example().score(), None)
}

/// How many columns the cells take in each row of a page.
fn taken(rows: &[FlatRow], columns: usize) -> Vec<usize> {
    let mut taken = vec![0; rows.len()];
    for (at, cells) in placed(rows).into_iter().enumerate() {
        for cell in cells {
            assert!(cell.part.column + usize::from(cell.part.wide) <= columns);
            for row in &mut taken[at..at + cell.deep] {
                *row += usize::from(cell.part.wide);
            }
        }
    }
    taken
}

#[test]
fn every_row_is_full_also_where_a_cell_above_reaches_down() {
    let sheet = points(Lang::Zh);
    let rows = strips(&sheet);
    assert_eq!(taken(&rows, sheet.columns.len()), vec![sheet.columns.len(); rows.len()]);
}

#[test]
fn points_of_a_column_are_written_with_the_same_places() {
    let mut sheet = points(Lang::Zh);
    sheet.places = 1;
    let rows = strips(&sheet);
    let written = rows.iter().zip(&sheet.rows).flat_map(|(strip, row)| {
        let cells = strip.cells.iter().filter(|part| part.of.is_none());
        let shown = row.cells.iter().filter(|cell| cell.deep == 1);
        cells
            .zip(shown)
            .filter(|(_, cell)| matches!(cell.content, Some(Content::Points(_))))
            .map(|(part, _)| &part.words)
    });
    for words in written {
        assert_eq!(words.split_once('.').map(|(_, rest)| rest.len()), Some(1), "{words}");
    }
}

proptest! {
    #[test]
    fn a_page_may_begin_and_end_at_any_row(from in 0_usize..80, long in 1_usize..30) {
        let sheet = points(Lang::En);
        let rows = strips(&sheet);
        let from = from % rows.len();
        let page = &rows[from..(from + long).min(rows.len())];
        prop_assert_eq!(taken(page, sheet.columns.len()), vec![sheet.columns.len(); page.len()]);
    }

    #[test]
    fn a_row_that_is_split_says_the_same_in_the_same_columns(row in 0_usize..80, parts in 1_u32..9) {
        let sheet = points(Lang::Zh);
        let rows = strips(&sheet);
        let row = &rows[row % rows.len()];
        let split = row.split(parts);
        prop_assert_eq!(split.len(), parts as usize);
        for (at, part) in row.cells.iter().enumerate().filter(|(_, part)| part.of.is_none()) {
            let words: String = split.iter().map(|row| row.cells[at].words.as_str()).collect();
            prop_assert_eq!(&words, &part.words);
        }
        prop_assert_eq!(taken(&split, sheet.columns.len()), vec![sheet.columns.len(); split.len()]);
    }
}

#[test]
fn the_sheet_that_is_signed_has_the_unit_its_sections_its_stars_one_text_and_the_standards_boxes() {
    let draft = &example();
    let score = draft.score();
    let sheet = approval(text(Lang::Zh), draft, &score, None);
    assert_eq!(sheet.title, draft.standard.sheet_title(Lang::Zh, draft.year));
    assert_eq!(sheet.name, "申报审批表（示例）");
    assert_eq!(sheet.unit, ("申报单位（盖章）", draft.unit.name.clone()));
    assert_eq!(sheet.sections.len(), draft.standard.sections.len());
    assert_eq!(sheet.total[1], "100");
    assert!(sheet.stars.1.contains('★'), "{}", sheet.stars.1);
    let (asked, said) = sheet.said.expect("a text");
    assert_eq!(asked, draft.standard.item(&crate::common::item("T4")).unwrap().words.get(Lang::Zh));
    assert!(!said.is_empty());
    assert_eq!(sheet.boxes[0], ["填报人（签字）", "站长（签字）"]);
    assert_eq!(sheet.boxes[1].len(), draft.standard.opinions.len());
    assert!(sheet.foot.iter().any(|line| line.contains("草稿")), "{:?}", sheet.foot);
    assert!(sheet.foot.contains(&draft.standard.estimate.get(Lang::Zh).to_owned()));
}

#[test]
fn a_room_has_no_opinion_boxes_and_its_head_signs_what_was_counted() {
    let mut draft = empty(room());
    draft.record.fact("reception_days", 5);
    let sheet = approval(text(Lang::Zh), &draft, &draft.score(), None);
    assert_eq!(sheet.name, "人大代表联络室基本数据采集表");
    assert_eq!(sheet.unit.0, "单位", "nobody seals it");
    assert_eq!(sheet.boxes, [vec!["填报人（签字）".to_owned(), "负责人（签字）".to_owned()], vec![]]);
    let asked = room().facts.iter().filter(|fact| fact.sum.is_none()).count();
    assert_eq!((sheet.numbers.len(), asked), (15, 15));
    assert!(sheet.numbers.contains(&("代表接待选民".to_owned(), "5 天".to_owned())), "{:?}", sheet.numbers);
    assert!(sheet.numbers.contains(&("政策理论宣讲".to_owned(), String::new())));
}

#[test]
fn the_period_that_counts_stands_on_every_sheet() {
    let said = "2025年12月1日至2026年11月30日";
    for draft in [example(), empty(room())] {
        let score = draft.score();
        let (signed, points) =
            (approval(text(Lang::Zh), &draft, &score, None), sheet(text(Lang::Zh), &draft, &score, None));
        assert!(signed.basics.contains(&("统计期间".to_owned(), said.to_owned())), "{:?}", signed.basics);
        assert!(points.lines.contains(&format!("统计期间：{said}")), "{:?}", points.lines);
    }
    let list = todo(text(Lang::Zh), &example(), &example().score(), None);
    assert!(list.lines.contains(&format!("统计期间：{said}")), "{:?}", list.lines);
}

#[test]
fn what_every_visit_looks_at_and_what_counts_within_the_period_is_said_in_the_rule() {
    let rule =
        |id: &str| rule_of(text(Lang::Zh), station(), station().item(&crate::common::item(id)).expect("an item"));
    assert_eq!(rule("G4"), "统计期内，达到 12 天得 4 分，不足的按比例得分，运行不满一年的按月折算（必查）");
    assert!(rule("C1").ends_with("（必查）") && !rule("C1").contains("统计期"), "{}", rule("C1"));
    assert!(rule("J3").starts_with("统计期内，第 1"), "{}", rule("J3"));
    assert!(!rule("A1").contains("必查") && !rule("F1").contains("统计期"));
}

#[test]
fn the_village_seals_for_a_unit_that_belongs_to_one() {
    let standard = crate::common::reissued(room(), |value| {
        value["opinions"] = serde_json::json!([crate::common::broken::words()]);
    });
    let draft = empty(&standard);
    for (lang, words) in [(Lang::Zh, "代章"), (Lang::En, "village")] {
        let sheet = approval(text(lang), &draft, &draft.score(), None);
        assert!(sheet.unit.0.contains(words), "{}", sheet.unit.0);
    }
}

#[test]
fn before_four_fifths_are_answered_nobody_is_rated_and_the_list_has_what_is_still_to_be_filled_in() {
    let mut draft = example();
    for item in draft.standard.clone().scored().step_by(2) {
        draft.choose(&item.id, None);
    }
    let score = draft.score();
    assert!(!score.shows_stars());
    for lang in Lang::ALL {
        let sheet = todo(text(lang), &draft, &score, None);
        let open = draft.standard.scored().filter(|item| score.item(&item.id).unwrap().is_open());
        let open = draft.standard.numbers_of(open);
        let rows = strips(&sheet);
        let listed: Vec<&str> =
            rows.iter().filter(|row| row.cells.len() > 1).map(|row| row.cells[0].words.as_str()).collect();
        assert_eq!(listed, open);
        assert_eq!(taken(&rows, sheet.columns.len()), vec![sheet.columns.len(); rows.len()]);
        assert_eq!(sheet.lines[1], (text(lang).result.too_early)(score.answers_until_stars()));
        let words = rows.iter().flat_map(|row| &row.cells).map(|part| part.words.as_str());
        assert_eq!(words.filter(|words| words.contains('★')).count(), 0);
    }
    assert_eq!(approval(text(Lang::Zh), &draft, &score, None).stars.1, "");
}

#[test]
fn a_list_on_which_nothing_is_left_to_do_says_so() {
    let draft = Draft { record: crate::common::full(station()), ..empty(station()) };
    let sheet = todo(text(Lang::Zh), &draft, &draft.score(), None);
    let said: Vec<String> = strips(&sheet).into_iter().map(|row| row.cells[0].words.clone()).collect();
    assert_eq!(said, ["各项都已得满分。"]);
}

#[test]
fn the_sheet_that_is_signed_says_which_submission_it_is_who_declares_it_and_what_is_open() {
    let mut draft = example();
    let line = |draft: &Draft, lang: Lang, name: &str| {
        let code = draft.last_export().filter(|_| !draft.changed_since_export()).map(|last| last.codes.signed.clone());
        let basics = approval(text(lang), draft, &draft.score(), code.as_ref()).basics;
        basics.into_iter().find(|(words, _)| words == name).map(|(_, said)| said).expect("a line")
    };
    draft.declaration.name = " 李晓梅 ".to_owned();
    draft.declaration.post = "联络员".to_owned();
    draft.declaration.date = CivilDate::parse("2026-12-03");
    let declared = text(Lang::Zh).paper().declared;
    assert_eq!(line(&draft, Lang::Zh, declared), "李晓梅，联络员，2026年12月3日");
    assert_eq!(line(&draft, Lang::Zh, "申报次数"), "第 1 次", "the one that is made next");
    assert_eq!(line(&draft, Lang::Zh, "未填项目"), "无");
    assert_eq!(line(&draft, Lang::En, "Items not filled in"), "None");
    draft.exported(&Submission::of(&draft, time()));
    assert_eq!(line(&draft, Lang::Zh, "申报次数"), "第 1 次", "the one that was made, as long as nothing changed");
    draft.choose(&crate::common::item("C1"), None);
    assert_eq!(line(&draft, Lang::Zh, "申报次数"), "第 2 次");
    assert_eq!(line(&draft, Lang::Zh, "未填项目"), "1 项");
}

#[test]
fn the_list_has_every_item_that_could_give_more_and_room_for_who_and_until_when() {
    for lang in Lang::ALL {
        let draft = &example();
        let score = draft.score();
        let sheet = todo(text(lang), draft, &score, None);
        let gains = staircase(&draft.standard, &score).gains;
        let said = |words: &str| strips(&sheet).iter().filter(|row| row.cells[0].words == words).count();
        assert!(gains.iter().all(|gain| said(&draft.standard.number_of(&gain.item).expect("an item")) == 1));
        let rows = strips(&sheet);
        assert_eq!(taken(&rows, sheet.columns.len()), vec![sheet.columns.len(); rows.len()]);
        for row in rows.iter().filter(|row| row.cells.len() > 1) {
            assert!(row.cells.iter().rev().take(2).all(|part| part.words.is_empty()), "{row:?}");
        }
        assert_eq!(sheet.columns.iter().map(|column| u32::from(column.width)).sum::<u32>(), 100);
    }
}
