//! The list of units on its way to the roster: what its columns are called, and what is wrong with it.

use crate::i18n::{Text, roster_words, sheet_words};
use crate::model::print::table::{Cell, Column, Row, RowRole, Sheet};
use crate::model::review::roster::RosterProblem;
use crate::model::review::roster_columns::{ColumnKind, HeadWords};
use crate::model::review::roster_line::RosterLine;
use crate::model::standard::Standard;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::words::Lang;

/// The sentences in one language.
pub struct RosterWords {
    /// What the list of a year is called.
    pub title: fn(u16) -> String,
    /// The kind of unit.
    pub kind: &'static str,
    /// What a column holds.
    pub column: fn(ColumnKind) -> &'static str,
    /// A column that is not used.
    pub unused: &'static str,
    /// Words in the heads of lists in this language, parted by spaces.
    pub heads: fn(ColumnKind) -> &'static str,
    /// What names in lists of this language end in, parted by spaces.
    pub endings: fn(ColumnKind) -> &'static str,
    /// Words in heads that say nothing of what a column is, parted by spaces.
    pub beside: &'static str,
    /// What rows that add up begin with, parted by spaces.
    pub totals: &'static str,
    /// There is no unit in it.
    pub nothing: &'static str,
    /// There are too many.
    pub too_many: &'static str,
    /// What has more than 100 columns is no list of units.
    pub too_wide: &'static str,
    /// No column holds names.
    pub no_names: &'static str,
    /// Two columns are the same: what they are, and the second one.
    pub two_columns: fn(&str, usize) -> String,
    /// A row without a name.
    pub no_name: fn(usize) -> String,
    /// The same unit twice: the row, the row before, the unit.
    pub doubled: fn(usize, usize, &str) -> String,
    /// The same code twice: the row, the row before, the code.
    pub code_twice: fn(usize, usize, &str) -> String,
    /// A text that is too long: the row, the column, the most there may be.
    pub too_long: fn(usize, usize, u32) -> String,
}

/// What is wrong with a list of units.
pub fn roster_problem(text: &Text, problem: &RosterProblem) -> String {
    let words = roster_words(text.lang);
    match problem {
        RosterProblem::Nothing => words.nothing.to_owned(),
        RosterProblem::TooMany => words.too_many.to_owned(),
        RosterProblem::TooWide => words.too_wide.to_owned(),
        RosterProblem::NoNames => words.no_names.to_owned(),
        RosterProblem::TwoColumns(kind, column) => (words.two_columns)((words.column)(*kind), *column),
        RosterProblem::NoName { row } => (words.no_name)(*row),
        RosterProblem::Doubled { row, first, name } => (words.doubled)(*row, *first, name),
        RosterProblem::CodeTwice { row, first, code } => (words.code_twice)(*row, *first, code),
        RosterProblem::TooLong { row, column, most } => (words.too_long)(*row, *column, *most),
    }
}

/// What names of such units end in: the last word, or the last sign of a word that is not written in letters.
fn ending(unit: &str) -> Option<String> {
    let word = unit.split_whitespace().next_back()?;
    if word.is_ascii() { Some(word.to_owned()) } else { word.chars().next_back().map(String::from) }
}

/// The words by which the columns of a list are known, in every language of the program, and those of the standards for
/// units and posts.
pub fn head_words(standards: &[&Standard]) -> HeadWords {
    let mut words = HeadWords::default();
    let split = |text: &'static str| text.split_whitespace().map(str::to_owned);
    for lang in Lang::ALL {
        let known = roster_words(lang);
        for kind in ColumnKind::ALL {
            words.heads.extend(split((known.heads)(kind)).map(|word| (kind, word)));
            words.endings.extend(split((known.endings)(kind)).map(|word| (kind, word)));
        }
        words.totals.extend(split(known.totals));
        words.beside.extend(split(known.beside));
        for standard in standards {
            let unit = standard.unit.words.get(lang);
            words.endings.extend(ending(unit).map(|ending| (ColumnKind::Name, ending)));
            words.units.push((standard.unit.id.clone(), unit.to_owned()));
            words.heads.push((ColumnKind::Head, standard.posts.head.get(lang).to_owned()));
            words.heads.push((ColumnKind::Liaison, standard.posts.liaison.get(lang).to_owned()));
        }
    }
    words
}

/// The roster of a year as a table: what is known of each unit, in its order.
pub fn roster_sheet(text: &Text, year: u16, standards: &[IssuedStandard], lines: &[&RosterLine]) -> Sheet {
    let words = roster_words(text.lang);
    let kind = |line: &RosterLine| {
        let standard = standards.iter().find(|standard| standard.unit.id == line.kind);
        standard.map_or(String::new(), |standard| standard.unit.words.get(text.lang).to_owned())
    };
    let of = |kind| (words.column)(kind);
    let heads = [
        (of(ColumnKind::Order), 5),
        (words.kind, 11),
        (of(ColumnKind::Township), 12),
        (of(ColumnKind::Village), 12),
        (of(ColumnKind::Name), 20),
        (of(ColumnKind::Code), 8),
        (of(ColumnKind::Head), 9),
        (of(ColumnKind::Liaison), 9),
        (of(ColumnKind::Members), 14),
    ];
    let row = |(at, line): (usize, &&RosterLine)| {
        let texts = [&line.township, &line.village, &line.name, &line.code, &line.head, &line.liaison, &line.members];
        let texts = [(at + 1).to_string(), kind(line)].into_iter().chain(texts.map(Clone::clone));
        Row { role: RowRole::Item, cells: texts.map(Cell::text).collect() }
    };
    Sheet {
        title: (words.title)(year),
        lines: Vec::new(),
        columns: heads.map(|(words, width)| Column { words: words.to_owned(), width, centred: width < 10 }).into(),
        rows: lines.iter().enumerate().map(row).collect(),
        foot: Vec::new(),
        margin: String::new(),
        page: sheet_words(text.lang).page.to_owned(),
        places: 0,
    }
}
