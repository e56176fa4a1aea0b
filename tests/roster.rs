//! Lists of units as they come: pasted from Excel, WPS or a document, as CSV, with merged cells, heads on every page and
//! totals.

use crate::common::{room, station};
use proptest::prelude::*;
use xingzhan::i18n::{head_words, roster_problem, roster_sheet, text};
use xingzhan::model::review::roster::RosterRole as R;
use xingzhan::model::review::roster::{RosterDraft, RosterProblem};
use xingzhan::model::review::roster_cells::cells_of_text;
use xingzhan::model::review::roster_columns::ColumnKind::{
    Code, Head, Kind, Liaison, Members, Name, Order, Phone, Township, Village,
};
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::tsv::tsv;
use xingzhan::model::standard::words::Lang;

fn plain(text: &str) -> String {
    text.to_owned()
}

fn draft(pasted: &str) -> RosterDraft {
    RosterDraft::of(cells_of_text(pasted), &head_words(&[room(), station()]))
}

fn problems(draft: &RosterDraft) -> Vec<RosterProblem> {
    draft.problems(&room().unit.id, &plain)
}

fn names(draft: &RosterDraft) -> Vec<String> {
    draft.lines(&room().unit.id).into_iter().map(|(_, line)| line.name).collect()
}

#[test]
fn a_list_of_a_county_is_read_with_its_title_its_merged_townships_its_pages_and_its_total() {
    let list = draft(
        "柏城县人大代表联络室花名册\t\t\t\t\t\n\
         序号\t乡镇（街道）\t村（社区）\t联络室名称\t负责人\t联系电话\n\
         1\t柳林镇\t王庄村\t王庄村代表联络室\t王某\t0371-5550001\n\
         2\t\t李庄村\t李庄村代表联络室\t李某\t13800000000\n\
         \t\t\t\t\t\n\
         序号\t乡镇(街道)\t村(社区)\t联络室名称\t负责人\t联系电话\n\
         3\t柏城街道\t东关社区\t东关社区代表联络室\t张某\t\n\
         合计\t\t3\t\t\t\n",
    );
    let kinds = [Order, Township, Village, Name, Head, Phone].map(Some);
    assert_eq!(list.columns, kinds);
    let roles: Vec<R> = list.rows.iter().map(|row| row.role).collect();
    assert_eq!(roles, [R::Above, R::Heads, R::Unit, R::Unit, R::Empty, R::Heads, R::Unit, R::Total]);
    let lines = list.lines(&room().unit.id);
    let told: Vec<(usize, &str, &str, &str)> = lines
        .iter()
        .map(|(row, line)| (*row, line.township.as_str(), line.village.as_str(), line.head.as_str()))
        .collect();
    assert_eq!(
        told,
        [(3, "柳林镇", "王庄村", "王某"), (4, "柳林镇", "李庄村", "李某"), (7, "柏城街道", "东关社区", "张某")]
    );
    assert_eq!(problems(&list), Vec::new());
    assert!(!format!("{lines:?}").contains("13800000000"), "no telephone is kept");
}

#[test]
fn heads_are_known_in_many_words_and_a_column_can_be_said_to_be_another() {
    for (head, kind) in [
        ("单位代码", Code),
        ("所属乡镇", Township),
        ("村/社区", Village),
        ("行政村", Village),
        ("联络室", Name),
        ("单位名称", Name),
        ("室名", Name),
        ("站长", Head),
        ("联络员", Liaison),
        ("联络员电话", Phone),
        ("负责人手机号码", Phone),
        ("代表人数", Members),
        ("代表（名单）", Members),
        ("Township", Township),
    ] {
        let list = draft(&format!("{head}\t备注\t序号\na\tb\tc\n"));
        assert_eq!(list.columns[0], Some(kind), "{head}");
        assert_eq!(list.columns[1], None, "{head}");
    }
    let mut list = draft("名称\t备注\n甲\t王庄村\n");
    list.set_column(1, Some(Name));
    assert_eq!(list.columns, [None, Some(Name)]);
    assert_eq!(names(&list), ["王庄村"]);
}

#[test]
fn without_heads_columns_are_known_by_what_stands_in_them() {
    let list = draft("1\t柳林镇\t王庄村\t王庄村联络室\t13800000000\n2\t柳林镇\t李庄村\t李庄村联络室\t13800000001\n");
    assert_eq!(list.columns, [Order, Township, Village, Name, Phone].map(Some));
    assert_eq!(names(&list), ["王庄村联络室", "李庄村联络室"]);
    // Names that end like heads are no heads.
    let list = draft("柳林街道\t东关社区\t东关社区代表联络室\n柳林街道\t西关社区\t西关社区代表联络室\n");
    assert_eq!(list.columns, [Township, Village, Name].map(Some));
    assert_eq!(names(&list).len(), 2);
    assert_eq!(draft("王庄村联络室\n李庄村联络室\n").columns, [Some(Name)]);
    // Villages alone name their rooms.
    assert_eq!(names(&draft("村名\t人口\n王庄村\t800\n")), ["王庄村"]);
}

#[test]
fn cells_are_parted_as_spreadsheets_documents_and_files_part_them() {
    let wanted = [["柳林镇", "王庄村\n联络室"], ["柳林镇", "李\"庄\"村"]];
    let pasted = "柳林镇\t\"王庄村\n联络室\"\r\n柳林镇\t\"李\"\"庄\"\"村\"\r\n";
    assert_eq!(cells_of_text(pasted), wanted);
    assert_eq!(cells_of_text(&format!("\u{feff}{}", pasted.replace('\t', ","))), wanted);
    assert_eq!(cells_of_text("柳林镇;王庄村\n柳林镇;李庄村\n")[1], ["柳林镇", "李庄村"]);
    assert_eq!(
        cells_of_text("柳林镇   王庄 村\n柏城街道　东关社区"),
        [["柳林镇", "王庄 村"], ["柏城街道", "东关社区"]]
    );
    assert_eq!(cells_of_text("王庄村，李庄村"), [["王庄村，李庄村"]]);
    assert_eq!(cells_of_text(""), Vec::<Vec<String>>::new());
    // A broken name in a cell is one name.
    assert_eq!(names(&draft("乡镇\t名称\n柳林镇\t\"王庄村\n联络室\"\n")), ["王庄村联络室"]);
}

#[test]
fn what_is_wrong_is_told_by_row_and_column() {
    let long = "室".repeat(121);
    let list = draft(&format!(
        "代码\t乡镇\t名称\n01\t柳林镇\t王庄室\n02\t柳林镇\t王庄 室\n01\t柳林镇\t李庄室\n03\t柳林镇\t\n04\t柳林镇\t{long}\n"
    ));
    let found = problems(&list);
    assert_eq!(
        found,
        [
            RosterProblem::Doubled { row: 3, first: 2, name: "王庄 室".to_owned() },
            RosterProblem::CodeTwice { row: 4, first: 2, code: "01".to_owned() },
            RosterProblem::NoName { row: 5 },
            RosterProblem::TooLong { row: 6, column: 3, most: 120 },
        ]
    );
    let said: Vec<String> = found.iter().map(|problem| roster_problem(text(Lang::Zh), problem)).collect();
    assert_eq!(said[0], "第 3 行的“王庄 室”与第 2 行重复。");
    assert_eq!(problems(&draft("乡镇\t代码\n柳林镇\t1\n")), [RosterProblem::NoNames]);
    assert_eq!(problems(&draft("乡镇\t名称\n")), [RosterProblem::Nothing]);
}

/// A program's text of one line, which is full of commas, or a sheet that is none of units.
#[test]
fn what_has_more_than_a_hundred_columns_is_no_list_and_is_not_made_a_thousand_columns_wide() {
    for text in ["{\"a\": 1, ".repeat(2000), format!("{}\n{}", "甲\t".repeat(2000), "村\t名称\n".repeat(2000))] {
        let list = draft(&text);
        assert!(problems(&list) == [RosterProblem::TooWide], "{} rows", list.rows.len());
        assert!(list.rows.iter().all(|row| row.cells.len() == 101));
    }
    let whole = vec!["名称"; 100].join(",");
    assert!(
        !problems(&draft(&format!("{whole}\n{}", vec!["王庄室"; 100].join(",")))).contains(&RosterProblem::TooWide)
    );
}

#[test]
fn two_thousand_rows_are_read_and_the_doubled_ones_among_them_found() {
    let last = |at: usize| if at == 1999 { 1998 } else { at };
    let rows = (0..2000).map(|at| format!("{}\t{}镇\t{}号室", at + 1, at / 100, last(at)));
    let pasted = ["序号\t乡镇\t名称".to_owned()].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
    let list = draft(&pasted);
    assert_eq!(list.lines(&room().unit.id).len(), 2000);
    let doubled = RosterProblem::Doubled { row: 2001, first: 2000, name: "1998号室".to_owned() };
    assert_eq!(problems(&list), [doubled]);
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    #[test]
    fn whatever_is_pasted_is_read_without_an_end_and_every_row_is_there(
        rows in proptest::collection::vec(proptest::collection::vec("[王李\" a1,;\n镇合计]{0,6}", 1..6), 0..12)
    ) {
        let pasted = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        let list = draft(&pasted);
        let lines = list.lines(&room().unit.id);
        let units = list.rows.iter().filter(|row| row.role == R::Unit).count();
        prop_assert_eq!(lines.len(), units);
        prop_assert!(list.rows.iter().all(|row| row.cells.len() == list.columns.len()));
        problems(&list);
    }
}

#[test]
fn stations_and_rooms_in_one_list_are_told_apart_by_its_column_of_kinds() {
    let pasted =
        "类别\t乡镇\t单位名称\n站\t柳林镇\t柳林镇联络站\n代表联络室\t柳林镇\t王庄村联络室\n\t柳林镇\t李庄村联络室\n";
    let list = draft(pasted);
    assert_eq!(list.columns[0], Some(Kind));
    let kinds =
        |list: &RosterDraft| list.lines(&room().unit.id).into_iter().map(|(_, line)| line.kind).collect::<Vec<_>>();
    let (station_kind, room_kind) = (station().unit.id.clone(), room().unit.id.clone());
    assert_eq!(kinds(&list), [station_kind.clone(), room_kind.clone(), room_kind.clone()]);
    assert_eq!(problems(&list), []);
    // The program's own list of units comes back as it was.
    for lang in Lang::ALL {
        let mut lines: Vec<RosterLine> = list.lines(&room().unit.id).into_iter().map(|(_, line)| line).collect();
        lines.rotate_left(1);
        let standards = [room().clone(), station().clone()];
        let sheet = roster_sheet(text(lang), 2026, &standards, &lines.iter().collect::<Vec<_>>());
        let again = draft(&tsv(&sheet));
        assert_eq!(kinds(&again), [room_kind.clone(), room_kind.clone(), station_kind.clone()], "{lang:?}");
    }
}

#[test]
fn the_programs_own_list_comes_back_with_every_column() {
    let mut whole = RosterLine::new(room().unit.id.clone(), "王庄村联络室");
    for (field, said) in [
        (&mut whole.code, "0101"),
        (&mut whole.township, "柳林镇"),
        (&mut whole.village, "王庄村"),
        (&mut whole.head, "张三"),
        (&mut whole.liaison, "李四"),
        (&mut whole.members, "王五、赵六"),
    ] {
        said.clone_into(field);
    }
    for lang in Lang::ALL {
        let standards = [room().clone(), station().clone()];
        let sheet = roster_sheet(text(lang), 2026, &standards, &[&whole, &whole]);
        let again: Vec<RosterLine> =
            draft(&tsv(&sheet)).lines(&room().unit.id).into_iter().map(|(_, line)| line).collect();
        assert_eq!(again.len(), 2, "{lang:?}");
        for line in again {
            assert_eq!(RosterLine { order: 0, ..line }, whole, "{lang:?}");
        }
    }
}
