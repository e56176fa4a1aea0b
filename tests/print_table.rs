//! The sheet of all items with their points: it says what the engine says, and its sums are sums.

use crate::common::{example, fixture, item, photo, room, station, time};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::digest::CheckCode;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::example::Example;
use xingzhan::model::print::table::{Cell, Content, Row, RowRole, Sheet};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::{DraftId, ItemId, ReasonId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::scale::question::PaperLine;
use xingzhan::model::standard::words::Lang;

/// The columns of the points there are and of those the unit gives itself.
const POINTS: usize = 4;
const SELF: usize = 5;

fn empty(standard: &IssuedStandard) -> Draft {
    Draft::new(DraftId::try_from("d1").unwrap(), standard.clone(), time())
}

/// The village room that was calculated by hand.
fn longquan() -> Draft {
    let Example { unit, posts, record, declaration } =
        serde_json::from_str(&fixture("examples/longquan.json")).unwrap();
    Draft { unit, posts, record, declaration, ..empty(room()) }
}

fn sheet(draft: &Draft, lang: Lang) -> Sheet {
    i18n::sheet(text(lang), draft, &draft.score(), None)
}

/// Every cell of a sheet at each place it takes: rows of columns. Fails where cells overlap or leave a gap.
fn grid(sheet: &Sheet) -> Vec<Vec<&Cell>> {
    let mut grid: Vec<Vec<Option<&Cell>>> = vec![vec![None; sheet.columns.len()]; sheet.rows.len()];
    for (at, row) in sheet.rows.iter().enumerate() {
        for cell in &row.cells {
            let first = grid[at].iter().position(Option::is_none).expect("room for a cell");
            for below in &mut grid[at..at + cell.deep as usize] {
                for place in &mut below[first..first + usize::from(cell.wide)] {
                    assert!(place.replace(cell).is_none(), "two cells at one place in row {at}");
                }
            }
        }
    }
    grid.into_iter().map(|row| row.into_iter().map(|cell| cell.expect("no gap")).collect()).collect()
}

fn points(cell: &Cell) -> Option<Points> {
    match cell.content.as_ref()? {
        Content::Points(points) => Some(Points::hundredths(*points)),
        Content::Sum { points, .. } => points.map(Points::hundredths),
        Content::Text(_) => None,
    }
}

fn words(cell: &Cell) -> &str {
    match &cell.content {
        Some(Content::Text(words)) => words,
        _ => "",
    }
}

/// Every sum that says what it comes to, added up again from the cells it names.
fn sums(sheet: &Sheet) -> Vec<(Points, Points)> {
    let grid = grid(sheet);
    let mut sums = Vec::new();
    for row in &grid {
        for (column, cell) in row.iter().enumerate() {
            if let Some(Content::Sum { rows, most, points: Some(says) }) = &cell.content {
                let stretches = rows.iter().flat_map(|(from, to)| *from..=*to);
                let added: Points = stretches.filter_map(|at| points(grid[at as usize][column])).sum();
                sums.push((Points::hundredths(*says), most.map_or(added, |most| added.min(Points::hundredths(most)))));
            }
        }
    }
    sums
}

fn every_draft() -> Vec<Draft> {
    vec![example(), longquan(), empty(station()), empty(room())]
}

#[test]
fn every_sum_is_the_sum_of_the_rows_it_names() {
    for draft in every_draft() {
        let sums = sums(&sheet(&draft, Lang::Zh));
        assert!(sums.len() > 9, "{}", sums.len());
        for (says, added) in sums {
            assert_eq!(says, added);
        }
    }
}

#[test]
fn items_and_totals_are_the_engines() {
    for draft in [example(), longquan()] {
        let (score, sheet) = (draft.score(), sheet(&draft, Lang::Zh));
        let grid = grid(&sheet);
        let mut items = 0;
        for row in &grid {
            let numbered = |id: &ItemId| draft.standard.number_of(id).is_some_and(|number| number == words(row[0]));
            let Some(item) = score.items.iter().find(|item| numbered(&item.id)) else { continue };
            assert_eq!(points(row[SELF]), item.range.settled(), "{}", item.id);
            assert_eq!(points(row[POINTS]), draft.standard.item(&item.id).map(|item| item.points));
            items += 1;
        }
        assert_eq!(items, draft.standard.scored().count() + draft.standard.bonus.items.len());
        let sums: Vec<Option<Points>> = sheet
            .rows
            .iter()
            .zip(&grid)
            .filter(|(row, _)| row.role == RowRole::Sum)
            .map(|(_, row)| points(row[SELF]))
            .collect();
        let expected: Vec<Option<Points>> = score
            .sections
            .iter()
            .map(|(_, range)| range.settled())
            .chain([score.total.settled(), score.bonus.settled()])
            .collect();
        // the last row of this kind says the stars
        assert_eq!(sums[..sums.len() - 1], expected);
        assert_eq!(sums.last(), Some(&None));
    }
}

#[test]
fn the_items_of_a_sheet_are_numbered_without_gaps() {
    for draft in [example(), empty(room())] {
        let sheet = sheet(&draft, Lang::Zh);
        let grid = grid(&sheet);
        let rows = sheet.rows.iter().zip(&grid).filter(|(row, _)| row.role == RowRole::Item);
        let printed: Vec<&str> = rows.map(|(_, row)| words(row[0])).collect();
        let parts = draft.standard.sections.iter().map(|section| (section.id.as_str(), section.items.len()));
        let parts = parts.chain([("J", draft.standard.bonus.items.len())]);
        let expected: Vec<String> =
            parts.flat_map(|(part, many)| (1..=many).map(move |at| format!("{part}{at}"))).collect();
        assert_eq!(printed.get(..expected.len()), Some(&expected.iter().map(String::as_str).collect::<Vec<_>>()[..]));
    }
}

#[test]
fn the_columns_are_those_that_offices_use_with_the_standards_own_assessors() {
    let columns = sheet(&example(), Lang::Zh).columns;
    let heads: Vec<&str> = columns.iter().map(|column| column.words.as_str()).collect();
    let expected = [
        "序号",
        "项目",
        "考核内容",
        "评分标准",
        "分值",
        "自评得分",
        "考核得分",
        "佐证材料\n（台账名称、页码）",
        "备注\n（扣分原因）",
    ];
    assert_eq!(heads, expected);
    assert_eq!(columns.iter().map(|column| u32::from(column.width)).sum::<u32>(), 100);
}

#[test]
fn a_sheet_that_is_not_filled_in_shows_ranges_and_no_star() {
    let draft = empty(station());
    let sheet = sheet(&draft, Lang::Zh);
    let grid = grid(&sheet);
    let total = grid.iter().find(|row| words(row[0]) == text(Lang::Zh).result.total).expect("a total");
    assert_eq!(words(total[SELF]), "0 – 100");
    assert!(!sheet.rows.iter().any(|row| row.cells.iter().any(|cell| words(cell).starts_with("星级"))));
}

#[test]
fn other_assessors_find_blank_cells_and_sums_that_wait_for_them() {
    // A room is scored by its township and the county besides.
    let sheet = sheet(&empty(room()), Lang::Zh);
    let grid = grid(&sheet);
    let mut waiting = 0;
    for row in &grid {
        for cell in &row[SELF + 1..SELF + 3] {
            assert_eq!(points(cell), None);
            waiting += usize::from(matches!(cell.content, Some(Content::Sum { .. })));
        }
    }
    // nine sections, the total and the bonus, for two assessors
    assert_eq!(waiting, 2 * 11);
}

#[test]
fn every_gate_is_there_with_its_state_and_findings_are_left_to_others() {
    let sheet = sheet(&example(), Lang::Zh);
    let standard = station();
    let grid = grid(&sheet);
    for (gate, (_, fires)) in standard.gates.iter().zip(&example().score().gates) {
        let row = grid.iter().find(|row| words(row[0]) == gate.id.as_str()).expect("a row");
        let state = words(row[SELF]);
        assert_eq!(state.is_empty(), gate.when.is_finding(), "{} {fires:?} {state}", gate.id);
    }
}

#[test]
fn no_gate_is_said_to_apply_before_four_fifths_are_answered() {
    let mut draft = empty(station());
    draft.choose(&crate::common::item("C1"), Some(Choice::Yes(false)));
    assert!(draft.score().gates.iter().any(|(_, fires)| *fires == xingzhan::model::scoring::score::Truth::Yes));
    let sheet = sheet(&draft, Lang::Zh);
    let grid = grid(&sheet);
    for gate in &station().gates {
        let row = grid.iter().find(|row| words(row[0]) == gate.id.as_str()).expect("a row");
        assert_eq!(words(row[SELF]), "");
    }
}

#[test]
fn the_foot_says_the_code_or_that_it_is_a_draft() {
    let code = CheckCode::of(&true);
    let with = i18n::sheet(text(Lang::Zh), &example(), &example().score(), Some(&code));
    assert_eq!(with.foot[0], format!("校验码：{code}"));
    assert!(with.margin.contains(code.as_str()));
    let without = sheet(&example(), Lang::Zh);
    assert!(without.foot[0].starts_with("草稿"));
    assert!(without.margin.contains(station().estimate.get(Lang::Zh)));
}

#[test]
fn the_evidence_says_how_many_photos_an_item_has() {
    let mut draft = example();
    for (id, photos) in [("A1", 1..=2), ("B1", 3..=3)] {
        photos.for_each(|number| draft.add_photo(&item(id), photo(number).0));
    }
    let evidence = |lang: Lang, id: &str| {
        let sheet = sheet(&draft, lang);
        let at = sheet.columns.len() - 2;
        let grid = grid(&sheet);
        words(grid.iter().find(|row| words(row[0]) == id).expect("a row")[at]).to_owned()
    };
    assert!(evidence(Lang::Zh, "A1").ends_with("，照片2张"), "{}", evidence(Lang::Zh, "A1"));
    assert!(evidence(Lang::En, "A1").ends_with(", 2 photos") && evidence(Lang::En, "B1").ends_with(", 1 photo"));
    assert!(!evidence(Lang::Zh, "C1").contains("照片"), "{}", evidence(Lang::Zh, "C1"));
    // Without a ledger it stands alone.
    let mut bare = empty(station());
    bare.add_photo(&item("A1"), photo(1).0);
    assert!(sheet(&bare, Lang::Zh).rows.iter().flat_map(|row| &row.cells).any(|cell| words(cell) == "照片1张"));
}

#[test]
fn a_sheet_is_whole_in_english_too() {
    for draft in every_draft() {
        let (zh, en) = (sheet(&draft, Lang::Zh), sheet(&draft, Lang::En));
        let shape = |sheet: &Sheet| sheet.rows.iter().map(|row| (row.role, Row::wide(row))).collect::<Vec<_>>();
        assert_eq!(shape(&zh), shape(&en));
        let said: Vec<&str> = en.rows.iter().flat_map(|row| &row.cells).map(words).collect();
        let own = [draft.unit.name.as_str(), &draft.unit.township];
        assert!(said.iter().any(|words| words.contains("points")), "{own:?}");
    }
}

#[test]
fn every_row_says_what_was_answered_beside_what_it_gave() {
    let mut draft = example();
    let remarks = |draft: &Draft, id: &str| {
        let sheet = sheet(draft, Lang::Zh);
        let grid = grid(&sheet);
        let number = draft.standard.number_of(&item(id)).expect("an item");
        let row = grid.iter().find(|row| words(row[0]) == number).expect("a row");
        words(row[row.len() - 1]).lines().next().unwrap_or_default().to_owned()
    };
    for (fact, number) in [("registered", 68), ("seats_township", 70), ("study_sessions", 3), ("groups", 3)] {
        draft.count(&crate::common::fact(fact), Some(crate::common::count(number)));
    }
    for fact in ["seats_province", "seats_city", "seats_county", "seats_twice"] {
        draft.count(&crate::common::fact(fact), Some(crate::common::count(0)));
    }
    for (fact, number) in [("activities_carried_out", 15), ("activities_planned", 12)] {
        draft.count(&crate::common::fact(fact), Some(crate::common::count(number)));
    }
    draft.record.months = crate::common::months(12);
    draft.choose(&item("A1"), Some(Choice::Yes(true)));
    draft.choose(&item("B1"), Some(Choice::Yes(false)));
    draft.choose(&item("C3"), Some(Choice::Level(1)));
    draft.choose(&item("C5"), Some(Choice::Level(2)));
    draft.choose(&item("C4"), Some(Choice::NotApplicable(ReasonId::try_from("not_installed").unwrap())));
    draft.choose(&item("D1"), Some(Choice::Count(crate::common::count(4))));
    draft.choose(&item("H7"), None);
    draft.choose(&item("J5"), Some(Choice::Count(crate::common::count(2))));
    let said = |id: &str| remarks(&draft, id);
    assert_eq!(said("A1"), "是");
    assert_eq!(said("B1"), "否，扣 2 分");
    assert_eq!(said("C3"), "②，扣 1 分");
    assert_eq!(said("C5"), "①");
    let reason = station().reason(&ReasonId::try_from("not_installed").unwrap()).unwrap().words.get(Lang::Zh);
    assert_eq!(said("C4"), format!("不适用：{reason}"));
    // 4 × 4 ÷ 5 = 3.2; 3 × 68 ÷ 70 = 2.91; 3 × 3 ÷ 4 = 2.25; 2 × 12 ÷ 18 = 1.33
    assert_eq!(said("D1"), "4 项制度，扣 0.8 分：4 ÷ 5");
    assert_eq!(said("G1"), "68/70，扣 0.1 分");
    assert_eq!(said("G3"), "3 次，扣 0.8 分：3 ÷ 4");
    assert_eq!(said("E5"), "15/12，扣 0.7 分：12 ÷ 18");
    assert_eq!(said("H7"), "未填");
    assert_eq!(said("J5"), "2 个");
    draft.count(&crate::common::fact("registered"), None);
    assert_eq!(remarks(&draft, "G1"), "未填/70，还缺数字：编入本站的代表");
    // A room with nothing to register has no level; half of the points have a reason all the same.
    let mut room = longquan();
    room.count(&crate::common::fact("concerns_received"), Some(crate::common::count(0)));
    room.choose(&item("F4"), None);
    assert_eq!(remarks(&room, "F4"), "扣 2.5 分：“群众反映的问题”为 0");
}

#[test]
fn a_rooms_data_sheet_has_all_that_it_is_asked_and_a_stations_its_numbers() {
    let columns = |sheet: &Sheet, at: usize| -> Vec<String> {
        let rows = sheet.rows.iter().zip(grid(sheet)).filter(|(row, _)| row.role == RowRole::Item);
        rows.map(|(_, row)| words(row[at]).to_owned()).collect()
    };
    let data = |draft: &Draft, blank| i18n::data_sheet(text(Lang::Zh), draft, &draft.score(), None, blank);
    let room = longquan();
    let (filled, blank) = (data(&room, false), data(&room, true));
    for sheet in [&filled, &blank] {
        let numbers: Vec<String> = (1..=columns(sheet, 0).len()).map(|number| number.to_string()).collect();
        assert_eq!(columns(sheet, 0), numbers);
        // 15 numbers, one that an item counts by itself, 14 choices; of the bonus a number and two choices.
        let choices = columns(sheet, 2).iter().filter(|how| how.starts_with('①') || *how == "是 / 否").count();
        assert_eq!((numbers.len(), choices), (33, 16));
        let used = columns(sheet, 4).join("、");
        for item in room.standard.scored().chain(&room.standard.bonus.items) {
            let number = room.standard.number_of(&item.id).unwrap();
            assert!(used.split('、').any(|one| one == number), "{number} is asked on paper: {used}");
        }
    }
    assert!(columns(&blank, 3).iter().all(|said| !said.chars().any(|sign| sign.is_ascii_digit())));
    let open = columns(&filled, 3).iter().filter(|said| *said == "未填").count();
    let unsaid = room.standard.scored().chain(&room.standard.bonus.items);
    let unsaid = unsaid.filter(|item| !item.scale.print().iter().any(|line| matches!(line, PaperLine::Fact(_))));
    let unsaid = unsaid.filter(|item| room.record.answers.choice(&item.id).is_none()).count();
    assert_eq!(open, unsaid);

    let station = data(&example(), false);
    assert_eq!(columns(&station, 2).iter().filter(|how| how.starts_with('①')).count(), 0);
}

#[test]
fn a_unit_stands_beside_a_number_unless_the_language_says_it_otherwise_of_one() {
    for (lang, count, unit, beside) in [
        (Lang::En, 1, "concerns", ""),
        (Lang::En, 0, "concerns", "concerns"),
        (Lang::En, 11, "concerns", "concerns"),
        (Lang::Zh, 1, "件", "件"),
        (Lang::Zh, 11, "件", "件"),
        (Lang::Zh, 11, "", ""),
    ] {
        assert_eq!(i18n::unit_beside(text(lang), count, unit), beside, "{count} {unit}");
    }
}
