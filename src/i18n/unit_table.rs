//! The table of all units of one kind as a sheet: for paper, for a workbook, and for the clipboard.

use crate::i18n::{Text, day, points, range, sheet_words, table_words};
use crate::model::date::UtcTime;
use crate::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet, Workbook};
use crate::model::record::typed::tidy;
use crate::model::review::table::{SendState, TableFilter, TableLine, assessor};
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::Standard;
use crate::model::standard::points::Range;

/// The sentences in one language.
pub struct UnitTableWords {
    /// What the table is called: the kind of unit, and the year.
    pub title: fn(&str, u16) -> String,
    /// What stands before it when it is of the sample county.
    pub sample: &'static str,
    /// How many units there are, how many are here, how many came late.
    pub counts: fn(usize, usize, usize) -> String,
    /// By what those that are listed were chosen, how many these are, and how many there are in all.
    pub narrowed: fn(&[String], usize, usize) -> String,
    /// That a word was searched for.
    pub with_word: fn(&str) -> String,
    /// That it is for the office alone, and no ranking.
    pub internal: &'static str,
    /// The number of the row.
    pub number: &'static str,
    /// How it stands with sending.
    pub state: &'static str,
    /// Which submission counts.
    pub revision: &'static str,
    /// The day of receipt.
    pub received: &'static str,
    /// The total.
    pub total: &'static str,
    /// The bonus.
    pub bonus: &'static str,
    /// Stars.
    pub stars: &'static str,
    /// Gates that hold.
    pub gates: &'static str,
    /// The score of the assessor of this name.
    pub assessed: fn(&str) -> String,
    /// How far it lies from the unit's own.
    pub difference: &'static str,
    /// How a unit stands with sending.
    pub state_of: fn(SendState) -> &'static str,
    /// Copies a table with its lines, and saves it as a workbook.
    pub copy: &'static str,
    pub save: &'static str,
    /// It is on the clipboard; or it is not, and is shown to be copied by hand.
    pub copied: &'static str,
    pub not_copied: &'static str,
    /// In place of the difference where the unit says something else than was judged.
    pub recheck: &'static str,
    /// A difference: whether it is lower, and by how much.
    pub lower: fn(bool, &str) -> String,
}

/// How it stands with sending, in words.
pub fn send_state(text: &Text, state: SendState) -> &'static str {
    (table_words(text.lang).state_of)(state)
}

/// How far an assessed score lies from the unit's own, in hundredths; nothing where one of them is open.
pub fn score_difference(text: &Text, difference: Option<i64>) -> String {
    difference.map_or(String::new(), |by| {
        let apart = crate::model::standard::points::Points::hundredths(by.unsigned_abs());
        (table_words(text.lang).lower)(by < 0, &points(apart))
    })
}

/// The same in a table, or that it is to be looked at again since the unit says something else by now.
pub fn difference_or_recheck(text: &Text, recheck: bool, difference: Option<i64>) -> String {
    if recheck { table_words(text.lang).recheck.to_owned() } else { score_difference(text, difference) }
}

/// What a table says above itself where a person chose which units it lists, so that nobody takes it for all of them;
/// nothing where it lists all.
pub fn narrowed(text: &Text, filter: &TableFilter, listed: usize, all: usize) -> String {
    let words = table_words(text.lang);
    let mut chosen: Vec<String> = Vec::new();
    chosen.extend(filter.township.clone());
    chosen.extend(filter.state.map(|state| send_state(text, state).to_owned()));
    chosen.extend(filter.searches().then(|| (words.with_word)(&tidy(&filter.search))));
    if chosen.is_empty() { String::new() } else { (words.narrowed)(&chosen, listed, all) }
}

/// The table of these lines, all of one kind, in their order: those of so many that the filter leaves.
pub fn unit_table(
    text: &Text,
    standard: &Standard,
    lines: &[&TableLine],
    filter: &TableFilter,
    all: usize,
    sample: bool,
) -> Sheet {
    let words = table_words(text.lang);
    let assessed = lines.iter().any(|line| line.assessed.is_some());
    let here = lines.iter().filter(|line| line.state.is_here()).count();
    let late = lines.iter().filter(|line| line.state == SendState::Late).count();
    let title = (words.title)(standard.unit.words.get(text.lang), standard.year);
    let mut above = vec![narrowed(text, filter, lines.len(), all)];
    // Of units that were chosen by their state or their name nobody asks how many of them sent something.
    if filter.state.is_none() && !filter.searches() {
        above.push((words.counts)(lines.len(), here, late));
    }
    above.retain(|line| !line.is_empty());
    Sheet {
        title: if sample { format!("{}{title}", words.sample) } else { title },
        lines: above,
        columns: columns(text, standard, assessed),
        rows: lines.iter().enumerate().map(|(at, line)| row(text, standard, at, line, assessed)).collect(),
        foot: vec![words.internal.to_owned(), standard.estimate.get(text.lang).to_owned()],
        margin: words.internal.to_owned(),
        page: sheet_words(text.lang).page.to_owned(),
        places: 1,
    }
}

/// A table to be made into a workbook; its sheet is called as it is.
pub fn table_workbook(sheet: Sheet, made: UtcTime) -> Workbook {
    Workbook { name: sheet.title.clone(), time: made.into(), sheet }
}

/// The columns. What is left by numbers goes to the name and to the gates.
fn columns(text: &Text, standard: &Standard, assessed: bool) -> Vec<Column> {
    let words = table_words(text.lang);
    let column = |words: &str, width: u8, centred: bool| Column { words: words.to_owned(), width, centred };
    let mut columns = vec![column(words.number, 4, true), column(text.basics.township, 9, false)];
    if standard.unit.village {
        columns.push(column(text.basics.village, 8, false));
    }
    columns.extend([
        column(text.basics.name, 15, false),
        column(words.state, 6, true),
        column(words.revision, 4, true),
        column(words.received, 9, true),
    ]);
    for section in &standard.sections {
        columns.push(column(section.words.get(text.lang), 4, true));
    }
    columns.extend([
        column(words.total, 6, true),
        column(words.bonus, 5, true),
        column(words.stars, 6, true),
        column(words.gates, 9, false),
    ]);
    if assessed {
        let by = assessor(standard).map_or("", |assessor| assessor.words.get(text.lang));
        columns.extend([column(&(words.assessed)(by), 6, true), column(words.difference, 5, true)]);
    }
    columns
}

fn row(text: &Text, standard: &Standard, at: usize, line: &TableLine, assessed: bool) -> Row {
    let plain = |words: &str| Cell::text(words.to_owned());
    let roster = &line.roster;
    let mut cells = vec![plain(&(at + 1).to_string()), plain(&roster.township)];
    if standard.unit.village {
        cells.push(plain(&roster.village));
    }
    let sent = line.row.as_ref().and_then(|row| row.sent.as_ref());
    cells.extend([
        plain(&roster.name),
        plain(send_state(text, line.state)),
        Cell::text(sent.map_or(String::new(), |sent| sent.revision.to_string())),
        Cell::text(line.received.map_or(String::new(), |received| day(text, received))),
    ]);
    match &line.row {
        Some(row) => {
            cells.extend((0..standard.sections.len()).map(|at| score(row.section(standard, at))));
            cells.extend([score(row.total), score(row.bonus), Cell::text(stars_of(text, standard, row))]);
            cells.push(Cell::text(gates_that_hold(text, standard, row)));
        }
        None => cells.extend(standard.sections.iter().map(|_| Cell::BLANK).chain([const { Cell::BLANK }; 4])),
    }
    if assessed {
        let given = line.assessed.as_ref().map_or(Cell::BLANK, |assessed| score(assessed.total));
        cells.extend([given, Cell::text(difference_or_recheck(text, line.needs_recheck(), line.difference()))]);
    }
    Row { role: RowRole::Item, cells }
}

/// What forbids or caps the stars of a unit.
pub fn gates_that_hold(text: &Text, standard: &Standard, row: &UnitRow) -> String {
    let named = row.gates(false).filter_map(|at| standard.gates.get(at)).map(|gate| gate.words.get(text.lang));
    named.collect::<Vec<_>>().join(text.and())
}

/// A settled score is a number, and one that is not is a text.
fn score(won: Range) -> Cell {
    match won.settled() {
        Some(points) => Cell::of(Content::Points(points.get())),
        None => Cell::text(range(won)),
    }
}

fn stars_of(text: &Text, standard: &Standard, row: &UnitRow) -> String {
    if !row.shows_stars {
        return String::new();
    }
    let line = |at: u8| usize::from(at).checked_sub(1).and_then(|at| standard.lines.get(at));
    let (worst, best) = row.stars;
    let of = |at: u8| line(at).map_or_else(|| standard.no_line.get(text.lang), |line| line.words.get(text.lang));
    if worst == best { of(best).to_owned() } else { format!("{}–{}", of(worst), of(best)) }
}
