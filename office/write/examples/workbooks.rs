//! Writes workbooks into a folder, to be looked at in office programs: the worked example and a blank sheet of each
//! built-in standard, in every language, and one with texts of every length.
//! `cargo run -p xingzhan-office-write --example workbooks FOLDER`
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a program for developers may stop")]

use office_write::workbook::workbook;
use std::path::PathBuf;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::{Draft, example};
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::standard::words::Lang;

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
    }
}
