//! Workbooks, read back by a reader that is not ours, and their parts by name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use calamine::{Data, Reader, Xlsx};
use office_write::failure::Failure;
use office_write::workbook::workbook;
use std::io::{Cursor, Read};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::example;
use xingzhan::model::files::json::canonical;
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet, Workbook};
use xingzhan::model::standard::ids::{DraftId, ItemId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::words::Lang;

fn time() -> UtcTime {
    UtcTime::parse("2026-12-10T08:05:00Z").unwrap()
}

/// The worked example, as its page hands it over.
fn example() -> (Draft, Workbook) {
    let standard = IssuedStandard::read(BUILT_IN[0]).unwrap();
    let draft = example::draft(DraftId::try_from("d1").unwrap(), standard, time());
    let sheet = i18n::sheet(text(Lang::Zh), &draft, &draft.score(), None);
    (draft, i18n::workbook(text(Lang::Zh), sheet, time()))
}

fn written(request: &Workbook) -> Vec<u8> {
    workbook(canonical(request).as_bytes()).expect("a workbook")
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

/// A part of the file, by its name.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn page(bytes: &[u8]) -> String {
    part(bytes, "xl/worksheets/sheet1.xml")
}

/// A sheet of one column with these in it, below a title and the head of the column.
fn small(contents: Vec<Content>) -> Workbook {
    let column = Column { words: "h".to_owned(), width: 100, centred: true };
    let row = |content| Row { role: RowRole::Item, cells: vec![Cell::of(content)] };
    let sheet = Sheet {
        title: "t".to_owned(),
        lines: Vec::new(),
        columns: vec![column],
        rows: contents.into_iter().map(row).collect(),
        foot: Vec::new(),
        margin: String::new(),
        page: "{page}/{pages}".to_owned(),
        places: 2,
    };
    Workbook { name: "n".to_owned(), time: time().into(), sheet }
}

fn hundredths(points: Points) -> f64 {
    f64::from(u32::try_from(points.get()).unwrap()) / 100.0
}

#[test]
fn the_column_of_evidence_says_how_many_photos_an_item_has() {
    let (mut draft, _) = example();
    let photo = Photo {
        digest: PhotoDigest::of(b"photo"),
        media: Media::Jpeg,
        bytes: 5,
        width: 1,
        height: 1,
        name: String::new(),
        caption: String::new(),
    };
    draft.add_photo(&ItemId::try_from("A1").unwrap(), photo);
    for (lang, said) in [(Lang::Zh, "，照片1张"), (Lang::En, ", 1 photo")] {
        let sheet = i18n::sheet(text(lang), &draft, &draft.score(), None);
        let request = i18n::workbook(text(lang), sheet, time());
        let range = opened(&written(&request)).worksheet_range(&request.name).unwrap();
        let row = range.rows().find(|row| row[0] == Data::String("A1".to_owned())).expect("a row");
        let Data::String(evidence) = &row[row.len() - 2] else { panic!("words") };
        assert!(evidence.ends_with(said), "{evidence}");
    }
}

#[test]
fn every_cell_is_read_back_where_the_table_has_it() {
    let (_, request) = example();
    let bytes = written(&request);
    let mut book = opened(&bytes);
    assert_eq!(book.sheet_names(), ["评分明细表"]);
    let range = book.worksheet_range("评分明细表").unwrap();
    let sheet = &request.sheet;
    let head = 1 + sheet.lines.len();
    assert_eq!(range.get((0, 0)), Some(&Data::String(sheet.title.clone())));
    for (at, column) in sheet.columns.iter().enumerate() {
        assert_eq!(range.get((head, at)), Some(&Data::String(column.words.clone())));
    }
    let mut taken = vec![vec![false; sheet.columns.len()]; sheet.rows.len()];
    for (at, row) in sheet.rows.iter().enumerate() {
        for cell in &row.cells {
            let first = taken[at].iter().position(|taken| !taken).unwrap();
            for below in &mut taken[at..at + cell.deep as usize] {
                below[first..first + usize::from(cell.wide)].fill(true);
            }
            let read = range.get((head + 1 + at, first)).cloned().unwrap_or(Data::Empty);
            let expected = match &cell.content {
                None => Data::Empty,
                Some(Content::Text(words)) => Data::String(words.clone()),
                Some(Content::Points(points) | Content::Sum { points: Some(points), .. }) => {
                    Data::Float(hundredths(Points::hundredths(*points)))
                }
                Some(Content::Sum { points: None, .. }) => Data::String(String::new()),
            };
            let blank = |data: &Data| matches!(data, Data::Empty) || *data == Data::String(String::new());
            assert!(
                read == expected || (blank(&read) && blank(&expected)),
                "row {at}, column {first}: {read:?}, not {expected:?}"
            );
        }
    }
}

#[test]
fn a_workbook_says_the_score_that_the_engine_says() {
    let (draft, request) = example();
    let bytes = written(&request);
    let range = opened(&bytes).worksheet_range("评分明细表").unwrap();
    let total =
        range.rows().find(|row| row[0] == Data::String(text(Lang::Zh).result.total.to_owned())).expect("a total");
    assert_eq!(total[4], Data::Float(100.0));
    assert_eq!(total[5], Data::Float(hundredths(draft.score().total.settled().unwrap())));
}

#[test]
fn sums_are_formulas_that_are_exact_and_blank_until_something_is_there() {
    let most = 250;
    let sum = |rows: &[(u32, u32)], most, points| Content::Sum { rows: rows.to_vec(), most, points };
    let request = small(vec![
        Content::Points(190),
        Content::Points(110),
        sum(&[(0, 1)], None, Some(300)),
        sum(&[(0, 0), (1, 1)], Some(most), Some(most)),
        sum(&[(3, 3)], None, None),
    ]);
    let bytes = written(&request);
    let formulas = opened(&bytes).worksheet_formula("n").unwrap();
    let formulas: Vec<&str> = formulas.used_cells().map(|(_, _, formula)| formula.as_str()).collect();
    assert_eq!(
        formulas,
        [
            "IF(COUNT(A3:A4)=0,\"\",ROUND(SUM(A3:A4),2))",
            "IF(COUNT(A3,A4)=0,\"\",MIN(2.50,ROUND(SUM(A3,A4),2)))",
            "IF(COUNT(A6)=0,\"\",ROUND(SUM(A6),2))",
        ]
    );
}

#[test]
fn what_looks_like_a_formula_or_like_xml_stays_text() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://example.org\")",
        "007",
        "1e5",
        "TRUE",
        "<b>&amp;]]>",
        "a\u{1}b\u{fffe}",
        " x ",
        "😀",
        "_x0041_",
        "一行\n又一行",
    ];
    let request = small(texts.iter().map(|words| Content::Text((*words).to_owned())).collect());
    let bytes = written(&request);
    let mut book = opened(&bytes);
    let range = book.worksheet_range("n").unwrap();
    for (at, words) in texts.iter().enumerate().filter(|(_, words)| !words.contains('\u{1}')) {
        assert_eq!(range.get((2 + at, 0)), Some(&Data::String((*words).to_owned())));
    }
    assert!(book.worksheet_formula("n").unwrap().is_empty());
    // so that it stays text when somebody edits the cell
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn it_prints_across_a4_with_heads_on_every_page_and_their_number() {
    let (_, request) = example();
    let bytes = written(&request);
    let (page, head) = (page(&bytes), 2 + request.sheet.lines.len());
    let set_up = page.split_once("<pageSetup ").unwrap().1.split_once("/>").unwrap().0;
    for setting in ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\""] {
        assert!(set_up.contains(setting), "{set_up}");
    }
    assert!(page.contains("<pageSetUpPr fitToPage=\"1\"/>"));
    assert!(page.contains("第 &amp;P 页 共 &amp;N 页</oddFooter>"));
    let titles =
        format!("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">评分明细表!${head}:${head}</definedName>");
    assert!(part(&bytes, "xl/workbook.xml").contains(&titles), "{}", part(&bytes, "xl/workbook.xml"));
    let fonts = part(&bytes, "xl/styles.xml");
    assert!(
        fonts.contains("<name val=\"仿宋\"/>")
            && fonts.contains("<name val=\"黑体\"/>")
            && fonts.contains("wrapText=\"1\"")
    );
    assert!(fonts.contains("formatCode=\"0.0\""), "{fonts}");
}

#[test]
fn sections_and_lines_are_cells_over_several() {
    let (draft, request) = example();
    let bytes = written(&request);
    let mut book = opened(&bytes);
    let merged = book.merge_cells_by_sheet_name("评分明细表").unwrap().len();
    // the title, the lines, the sections and the bonus with their sums, the total, two heads, the gates with what is told of each, and the stars twice
    let (sheet, standard) = (&request.sheet, &draft.standard);
    let expected = 1
        + sheet.lines.len()
        + sheet.foot.len()
        + 2 * (standard.sections.len() + 1)
        + 1
        + 2
        + 2 * standard.gates.len()
        + 2;
    assert_eq!(merged, expected);
}

#[test]
fn the_same_request_gives_the_same_bytes_and_the_time_it_names() {
    let (_, request) = example();
    let bytes = written(&request);
    assert_eq!(bytes, written(&request));
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2026-12-10T08:05:00Z").count(), 2, "{core}");
}

#[test]
fn a_name_that_a_sheet_cannot_have_is_made_one() {
    for (name, is) in
        [("a/b\\c[d]:e*f?", "abcdef"), ("", "1"), ("''", "1"), (&"很长".repeat(30), &"很长".repeat(30)[..31 * 3])]
    {
        let request = Workbook { name: name.to_owned(), ..small(Vec::new()) };
        assert_eq!(opened(&written(&request)).sheet_names(), [is]);
    }
}

#[test]
fn a_table_that_does_not_hold_together_is_refused_by_name() {
    let points = || Content::Points(0);
    let sum = |rows: &[(u32, u32)]| Content::Sum { rows: rows.to_vec(), most: None, points: None };
    let mut tables =
        vec![small(vec![sum(&[(0, 0)])]), small(vec![points(), sum(&[])]), small(vec![points(), sum(&[(1, 0)])])];
    for (wide, deep) in [(2, 1), (0, 1), (1, 0), (1, 2)] {
        let mut table = small(vec![points()]);
        table.sheet.rows[0].cells[0] = Cell { wide, deep, ..Cell::BLANK };
        tables.push(table);
    }
    let mut table = small(vec![points()]);
    table.sheet.rows[0].cells.push(Cell::BLANK);
    tables.push(table);
    let mut table = small(vec![points()]);
    table.sheet.rows[0].cells.clear();
    tables.push(table);
    for table in tables {
        assert_eq!(workbook(canonical(&table).as_bytes()).err(), Some(Failure::Table), "{:?}", table.sheet.rows);
    }
}

#[test]
fn more_than_a_workbook_can_hold_is_refused_by_name() {
    let long = small(vec![Content::Text("长".repeat(32_768))]);
    assert_eq!(workbook(canonical(&long).as_bytes()).err(), Some(Failure::TooLarge));
}

#[test]
fn a_request_that_is_not_as_agreed_is_refused_by_name() {
    let fine = canonical(&small(Vec::new()));
    let wrong = [
        fine.replace("08:05:00", "25:05:00"),
        fine.replace("2026-12-10T", ""),
        fine.replace("\"name\"", "\"nam\""),
        fine[1..].to_owned(),
        String::new(),
    ];
    for request in wrong {
        assert_eq!(workbook(request.as_bytes()).err(), Some(Failure::Request), "{request}");
    }
}

/// How high each row is, in points; a row without a height of its own is 15.
fn heights(bytes: &[u8]) -> Vec<f64> {
    let page = page(bytes);
    let rows = page.split("<row ").skip(1).map(|row| row.split('>').next().unwrap().to_owned());
    let number = |row: &str, name: &str| -> Option<f64> {
        row.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
    };
    rows.map(|row| if row.contains("customHeight=\"1\"") { number(&row, "ht").unwrap() } else { 15.0 }).collect()
}

/// The least lines that a text takes in a column that is so many signs wide, of which a Chinese one takes two.
fn least_lines(text: &str, width: usize) -> usize {
    let signs = |line: &str| line.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>();
    text.split('\n').map(|line| signs(line).div_ceil(width).max(1)).sum()
}

#[test]
fn every_row_is_as_high_as_its_highest_text_also_where_cells_are_one() {
    for lang in Lang::ALL {
        let (draft, _) = example();
        let sheet = i18n::sheet(text(lang), &draft, &draft.score(), None);
        let request = i18n::workbook(text(lang), sheet, time());
        let heights = heights(&written(&request));
        let head = 1 + request.sheet.lines.len();
        assert_eq!(heights.len(), head + 1 + request.sheet.rows.len() + request.sheet.foot.len());
        let width = |at: usize, wide: usize| -> usize {
            let widths = request.sheet.columns[at..at + wide].iter().map(|column| usize::from(column.width));
            (widths.sum::<usize>() * 130 / 100).max(2)
        };
        for line in request.sheet.lines.iter().zip(&heights[1..]) {
            assert!(*line.1 >= 14.0 * f64::from(u32::try_from(least_lines(line.0, 130)).unwrap()), "{line:?}");
        }
        let mut taken = vec![vec![false; request.sheet.columns.len()]; request.sheet.rows.len()];
        for (at, row) in request.sheet.rows.iter().enumerate() {
            for cell in &row.cells {
                let (wide, deep) = (usize::from(cell.wide), cell.deep as usize);
                let first = taken[at].iter().position(|taken| !taken).unwrap();
                for below in &mut taken[at..at + deep] {
                    below[first..first + wide].fill(true);
                }
                let Some(Content::Text(words)) = &cell.content else { continue };
                let lines = u32::try_from(least_lines(words, width(first, wide))).unwrap();
                let height: f64 = heights[head + 1 + at..head + 1 + at + deep].iter().sum();
                // A line of 11 points is no lower than 14.
                assert!(height >= 14.0 * f64::from(lines), "{} is {height} high: {words}", lang.tag());
            }
        }
    }
}

#[test]
fn a_text_that_is_higher_than_a_row_may_be_reaches_over_several() {
    let long = "长".repeat(2000);
    let sum = Content::Sum { rows: vec![(0, 2)], most: None, points: Some(300) };
    let mut request = small(vec![Content::Points(100), Content::Text(long), Content::Points(200), sum]);
    request.sheet.columns[0].width = 10;
    let bytes = written(&request);
    let heights = heights(&bytes);
    assert!(heights.iter().all(|height| *height <= 409.0) && heights.len() > 10, "{heights:?}");
    // 13 signs, of which six Chinese ones fit, of 11 points and more.
    assert!(heights.iter().sum::<f64>() > 2000.0 / 6.0 * 14.0);
    let mut book = opened(&bytes);
    let merged = book.merge_cells_by_sheet_name("n").unwrap();
    let parts = u32::try_from(heights.len()).unwrap() - 5;
    assert_eq!(merged.iter().map(|cell| (cell.start, cell.end)).collect::<Vec<_>>(), [((3, 0), (2 + parts, 0))]);
    let formulas = book.worksheet_formula("n").unwrap();
    let (_, _, formula) = formulas.used_cells().next().unwrap();
    assert!(formula.contains(&format!("SUM(A3:A{})", 4 + parts)), "{formula}");
}

#[test]
fn what_is_printed_is_the_table_with_what_stands_above_and_below() {
    let (_, request) = example();
    let bytes = written(&request);
    let rows = 2 + request.sheet.lines.len() + request.sheet.rows.len() + request.sheet.foot.len();
    let last = char::from(b'A' + u8::try_from(request.sheet.columns.len() - 1).unwrap());
    let area = format!(
        "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">评分明细表!$A$1:${last}${rows}</definedName>"
    );
    assert!(part(&bytes, "xl/workbook.xml").contains(&area), "{}", part(&bytes, "xl/workbook.xml"));
}
