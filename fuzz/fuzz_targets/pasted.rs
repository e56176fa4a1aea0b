//! Any text as what is pasted at the desk: a list of units, cells of a sheet, replies from a chat, a cell of the grid.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xingzhan::i18n::{head_words, reply_form, reply_reading, text};
use xingzhan::model::record::Record;
use xingzhan::model::review::entry_cells::pasted_cells;
use xingzhan::model::review::entry_grid::GridColumn;
use xingzhan::model::review::reply::read;
use xingzhan::model::review::roster::RosterDraft;
use xingzhan::model::review::roster_cells::cells_of_text;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;

static ROOM: LazyLock<IssuedStandard> = LazyLock::new(|| {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    library.iter().find(|standard| standard.one_page).expect("rooms").clone()
});

fuzz_target!(|pasted: &str| {
    let room = &*ROOM;
    let list = RosterDraft::of(cells_of_text(pasted), &head_words(&[room]));
    let problems = list.problems(&room.unit.id, &str::to_owned);
    assert!(list.lines(&room.unit.id).len() + problems.len() <= 2 * list.rows.len() + 10);
    let words = text(Lang::Zh);
    let form = reply_form(words, room);
    for reply in read(&form, pasted, &reply_reading(words)) {
        assert!(reply.answers.iter().all(|answer| form.iter().any(|line| line.number == answer.number)));
    }
    // A cell is read or refused, whatever stands in it.
    let cells: Vec<String> = pasted_cells(pasted).into_iter().flatten().take(20).collect();
    for column in GridColumn::numbers(room).into_iter().chain(GridColumn::choices(room)) {
        for cell in &cells {
            let _ = column.read(room, &Record::default(), cell);
        }
    }
});
