//! The sheet with which a unit checks what the township typed for it (核对表): every number and every choice, what they
//! rest on, and a line for its head to sign. It has no code: it seals nothing.

use crate::i18n::{Text, answer, day, grid_words, period_line, review_sheet_words};
use crate::model::print::table::{Cell, Column, Row, RowRole, Sheet};
use crate::model::record::Record;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::taken::RestsOn;
use crate::model::standard::Standard;
use crate::model::standard::issued::IssuedStandard;
use std::sync::Arc;

/// The columns.
const COLUMNS: u8 = 3;

/// A sheet for each of these units, in their order.
pub fn check_sheets(text: &Text, standard: &IssuedStandard, units: &[(Arc<RosterLine>, EnteredRecord)]) -> Vec<Sheet> {
    units.iter().map(|(line, entered)| check_sheet(text, standard, line, entered)).collect()
}

fn check_sheet(text: &Text, standard: &IssuedStandard, line: &RosterLine, entered: &EnteredRecord) -> Sheet {
    let words = grid_words(text.lang);
    let named = |what: &str, said: &str| format!("{what}{}{said}", text.colon());
    let sources = entered.rests_on.iter().map(|one| match one {
        RestsOn::Paper => words.paper,
        RestsOn::Chat => words.chat,
        RestsOn::Spoken => words.spoken,
    });
    let sources = sources.collect::<Vec<_>>().join(text.and());
    let based = entered.day.map_or(String::new(), |latest| (words.check_based)(&sources, &day(text, latest)));
    let place = [line.township.trim(), line.village.trim(), line.name.trim()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let lines = [named(words.check_unit, &place), based, period_line(text, standard)];
    let columns = GridColumn::numbers(standard).into_iter().chain(GridColumn::choices(standard));
    let rows = columns.map(|column| Row {
        role: RowRole::Item,
        cells: [asked(text, standard, &column), said(text, standard, &entered.record, &column)]
            .into_iter()
            .map(Cell::text)
            .chain([Cell::BLANK])
            .collect(),
    });
    let signed = (words.check_signed)(standard.posts.head.get(text.lang));
    let signed = Row { role: RowRole::Sum, cells: vec![Cell::text(signed).wide(COLUMNS)] };
    let heads = [words.check_asked, words.check_typed, words.check_right].into_iter().zip(words.check_widths);
    Sheet {
        title: (review_sheet_words(text.lang).of_year)(
            standard.year,
            &format!("{}{}", standard.unit.words.get(text.lang), words.check),
        ),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        columns: heads.map(|(words, width)| Column { words: words.to_owned(), width, centred: false }).collect(),
        rows: rows.chain([signed]).collect(),
        foot: Vec::new(),
        margin: String::new(),
        page: crate::i18n::sheet_words(text.lang).page.to_owned(),
        places: 0,
    }
}

/// Where a file says otherwise than what was typed for its unit: what is asked, what was typed, what the file says. What was
/// not typed is no difference.
pub fn entered_differences(
    text: &Text,
    standard: &IssuedStandard,
    entered: &Record,
    file: &Record,
) -> Vec<[String; 3]> {
    let columns = GridColumn::numbers(standard).into_iter().chain(GridColumn::choices(standard));
    let differs = columns.filter(|column| {
        let typed = column.shown(standard, entered);
        !typed.is_empty() && typed != column.shown(standard, file)
    });
    let told = |column: GridColumn| {
        let [typed, file] = [entered, file].map(|record| said(text, standard, record, &column));
        [asked(text, standard, &column), typed, file]
    };
    differs.map(told).collect()
}

/// What is asked, with the number of its item.
fn asked(text: &Text, standard: &Standard, column: &GridColumn) -> String {
    let asked = column.words(standard).map_or("", |words| words.get(text.lang));
    column.item(standard).map_or_else(|| asked.to_owned(), |item| standard.numbered(&item.id, asked))
}

/// What was typed: a number with its unit, a choice in words.
fn said(text: &Text, standard: &Standard, record: &Record, column: &GridColumn) -> String {
    let words = grid_words(text.lang);
    let shown = column.shown(standard, record);
    let unit = |unit: &str| format!("{shown} {unit}").trim_end().to_owned();
    match column {
        _ if shown.is_empty() => words.check_open.to_owned(),
        GridColumn::Fact(fact) => {
            standard.fact(fact).map_or_else(|| shown.clone(), |fact| unit(fact.unit.get(text.lang)))
        }
        GridColumn::Fault(..) => shown,
        GridColumn::Number(item) | GridColumn::Option(item) | GridColumn::Parts(item) => {
            standard.item(item).and_then(|item| answer(text, standard, item, record)).unwrap_or(shown)
        }
    }
}
