//! Writes workbooks into a folder, to be looked at in office programs: the worked example and a blank sheet of each
//! built-in standard, in every language, one with texts of every length, and the tables of the sample county.
//! `cargo run -p xingzhan-office-write --example workbooks FOLDER`
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a program for developers may stop")]

use office_write::workbook::workbook;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use xingzhan::i18n;
use xingzhan::i18n::{Text, text};
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::{Draft, example};
use xingzhan::model::files::file_name::file_name;
use xingzhan::model::files::json;
use xingzhan::model::files::json::canonical;
use xingzhan::model::print::table::Sheet;
use xingzhan::model::review::ids::UnitId;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::sample_county::sample_county;
use xingzhan::model::review::table::{SendState, TableFilter, TableLine};
use xingzhan::model::review::unit_row::UnitRow;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::{BUILT_IN, StandardLibrary};
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    let time = UtcTime::parse("2026-12-10T08:05:00Z").expect("a time");
    let id = || DraftId::try_from("d1").expect("an id");
    let [station, room] = BUILT_IN.map(|text| IssuedStandard::read(text).expect("a built-in standard"));
    let example = example::draft(id(), station.clone(), time.clone());
    let mut long = example.clone();
    for (at, item) in station.scored().enumerate().step_by(5) {
        long.note(
            &item.id,
            "群众反映的事逐件登记，当场答复或者交办，限期反馈。".chars().cycle().take(at * 40).collect(),
        );
    }
    let standards = [&station, &room].map(Clone::clone);
    let drafts = [
        ("example", example),
        ("station", Draft::new(id(), station.clone(), time.clone())),
        ("room", Draft::new(id(), room, time.clone())),
        ("long", long),
    ];
    for lang in Lang::ALL {
        for (name, draft) in &drafts {
            let sheet = i18n::sheet(text(lang), draft, &draft.score(), None);
            let request = i18n::workbook(text(lang), sheet, time.clone());
            let bytes = workbook(canonical(&request).as_bytes()).expect("a workbook");
            std::fs::write(folder.join(format!("{name}-{}.xlsx", lang.tag())), bytes)
                .expect("the folder can be written");
        }
        for sheet in tables(text(lang), &standards) {
            let name = file_name(&[&sheet.title, lang.tag()], "xlsx");
            let bytes = workbook(canonical(&i18n::table_workbook(sheet, time.clone())).as_bytes()).expect("a workbook");
            std::fs::write(folder.join(name), bytes).expect("the folder can be written");
        }
    }
}

/// The tables of the sample county: its roster, and of each kind all units, what they come to, what to look at.
fn tables(text: &Text, standards: &[IssuedStandard; 2]) -> Vec<Sheet> {
    let [station, room] = standards;
    let county = sample_county(2026, [station, room], text.lang, &|draft| draft.unit.name.clone());
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let mut rows = BTreeMap::new();
    for file in &county.files {
        let value = std::str::from_utf8(&file.bytes).ok().and_then(|text| json::read(text).ok());
        let opened = value.and_then(|value| Submission::open(&value, &library).ok());
        rows.extend(
            opened
                .map(|opened| (opened.submission.signed.unit.name.clone(), Arc::new(UnitRow::of_submission(&opened)))),
        );
    }
    let line = |(unit, roster): &(UnitId, RosterLine)| {
        let row = rows.get(&roster.name).cloned();
        let state = if row.is_some() { SendState::Sent } else { SendState::Missing };
        TableLine {
            unit: *unit,
            roster: Arc::new(roster.clone()),
            shares_name: false,
            state,
            received: None,
            row,
            assessed: None,
        }
    };
    let lines: Vec<TableLine> = county.roster.iter().map(line).collect();
    let roster: Vec<&RosterLine> = county.roster.iter().map(|(_, line)| line).collect();
    let mut sheets = vec![i18n::roster_sheet(text, station.year, standards, &roster)];
    for standard in standards {
        let lines: Vec<&TableLine> = lines.iter().filter(|line| line.roster.kind == standard.unit.id).collect();
        sheets.push(i18n::unit_table(text, standard, &lines, &TableFilter::default(), lines.len(), true));
        sheets.extend(i18n::sum_tables(text, standard, &lines, true).into_iter().map(|table| table.sheet));
        sheets.push(i18n::hint_table(text, standard, &lines, true).sheet);
    }
    sheets
}
