//! The tables of a review as workbooks, read by calamine, which we did not write.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use calamine::{Data, Reader, Xlsx};
use office_write::workbook::workbook;
use std::io::Cursor;
use std::sync::Arc;
use xingzhan::i18n::{hint_table, narrowed, roster_sheet, sum_tables, table_workbook, text, unit_table};
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::example;
use xingzhan::model::files::json::canonical;
use xingzhan::model::print::table::Sheet;
use xingzhan::model::record::unit::Unit;
use xingzhan::model::review::ids::UnitId;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::table::{SendState, TableFilter, TableLine};
use xingzhan::model::review::tsv::cell_words;
use xingzhan::model::review::unit_row::UnitRow;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::standard::words::Lang;

fn time() -> UtcTime {
    UtcTime::parse("2026-12-10T08:05:00Z").unwrap()
}

/// What stands in the only sheet, and the formulas in it.
fn read(sheet: &Sheet) -> (Vec<Vec<Data>>, usize) {
    let bytes = workbook(canonical(&table_workbook(sheet.clone(), time())).as_bytes()).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).map_or(0, |range| range.used_cells().count());
    (book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect(), formulas)
}

#[test]
fn every_table_of_a_review_is_a_workbook_in_which_what_looks_like_a_formula_is_text() {
    let station = IssuedStandard::read(BUILT_IN[0]).expect("a standard");
    let draft = example::draft(DraftId::try_from("d1").unwrap(), station.clone(), time());
    let names = ["=1+1", "+7", "-7", "@x", "柳林镇联络站"];
    let lines: Vec<TableLine> = names
        .iter()
        .zip(1_u8..)
        .map(|(name, at)| TableLine {
            unit: UnitId::new([at; 8]),
            roster: Arc::new(RosterLine::new(station.unit.id.clone(), name)),
            shares_name: false,
            state: SendState::Sent,
            received: None,
            row: Some(Arc::new(UnitRow::of_record(&station, &Unit::default(), &draft.record))),
            assessed: None,
        })
        .collect();
    let lines: Vec<&TableLine> = lines.iter().collect();
    let chosen = TableFilter { township: Some("柳林镇".to_owned()), ..TableFilter::default() };
    for lang in Lang::ALL {
        let roster: Vec<&RosterLine> = lines.iter().map(|line| &*line.roster).collect();
        let mut sheets = vec![
            unit_table(text(lang), &station, &lines, &chosen, 90, false),
            roster_sheet(text(lang), 2026, std::slice::from_ref(&station), &roster),
            hint_table(text(lang), &station, &lines, false).sheet,
        ];
        sheets.extend(sum_tables(text(lang), &station, &lines, false).into_iter().map(|table| table.sheet));
        for sheet in &sheets {
            let (rows, formulas) = read(sheet);
            assert_eq!(formulas, 0, "{}", sheet.title);
            let before = 1 + sheet.lines.len();
            assert_eq!(rows[0][0], Data::String(sheet.title.clone()));
            for (row, written) in rows[before + 1..].iter().zip(&sheet.rows) {
                // Those of a row that begins with its own cell, with a text in it.
                if written.cells.len() == sheet.columns.len() && !words_are_a_number(&cell_words(&written.cells[0])) {
                    assert_eq!(row[0], Data::String(cell_words(&written.cells[0])), "{}", sheet.title);
                }
            }
        }
        let (rows, _) = read(&sheets[0]);
        // Which units these are of how many.
        assert_eq!(rows[1][0], Data::String(narrowed(text(lang), &chosen, lines.len(), 90)));
        let shown =
            rows.iter().flatten().filter(|cell| names.iter().any(|name| **cell == Data::String((*name).to_owned())));
        assert_eq!(shown.count(), names.len());
    }
}

fn words_are_a_number(words: &str) -> bool {
    words.parse::<f64>().is_ok()
}
