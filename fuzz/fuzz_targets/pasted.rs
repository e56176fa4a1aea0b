//! Any text as what is pasted at the desk: a list of units, cells of a sheet, replies from a chat, a cell of the grid.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::i18n::{head_words, reply_form, reply_reading, text};
use xingzhan::model::record::Record;
use xingzhan::model::review::entry_cells::pasted_cells;
use xingzhan::model::review::entry_grid::GridColumn;
use xingzhan::model::review::reply::read;
use xingzhan::model::review::reply_form::AskedLine;
use xingzhan::model::review::roster::RosterDraft;
use xingzhan::model::review::roster_cells::cells_of_text;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;

static ROOM: LazyLock<IssuedStandard> = LazyLock::new(|| {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    library.iter().find(|standard| standard.one_page).expect("rooms").clone()
});

static FORM: LazyLock<Vec<AskedLine>> = LazyLock::new(|| reply_form(text(Lang::Zh), &ROOM));

static COLUMNS: LazyLock<Vec<GridColumn>> =
    LazyLock::new(|| GridColumn::numbers(&ROOM).into_iter().chain(GridColumn::choices(&ROOM)).collect());

fuzz_target!(|pasted: &str| {
    let room = &*ROOM;
    let list = RosterDraft::of(cells_of_text(pasted), &head_words(&[room]));
    let problems = list.problems(&room.unit.id, &str::to_owned);
    // A row is one unit at most; each of its cells may be too long.
    assert!(list.lines(&room.unit.id).len() <= list.rows.len() && problems.len() <= 10 * list.rows.len() + 10);
    for reply in read(&FORM, pasted, &reply_reading(text(Lang::Zh))) {
        assert!(reply.answers.iter().all(|answer| FORM.iter().any(|line| line.number == answer.number)));
    }
    // A cell is read or refused, whatever stands in it.
    let cells: Vec<String> = pasted_cells(pasted).into_iter().flatten().take(20).collect();
    for column in COLUMNS.iter() {
        for cell in &cells {
            let _ = column.read(room, &Record::default(), cell);
        }
    }
});
