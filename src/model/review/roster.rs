//! A list of units as it was pasted or opened, on its way to the roster (花名册): which column is what is found, shown and
//! can be changed; what is wrong is told by row and column. Nothing is on the roster before a person says so.

use crate::model::record::text_length::longer;
use crate::model::record::typed::tidy;
use crate::model::record::unit::{LINE, Unit};
use crate::model::review::known_files::key_of;
use crate::model::review::roster_columns::{
    ColumnKind, HeadWords, KnownHeads, by_content, is_total, kind_named, plain,
};
use crate::model::review::roster_line::RosterLine;
use crate::model::standard::ids::UnitKind;
use std::collections::BTreeMap;

/// The most units of one list.
const MAX_UNITS: usize = 20_000;
/// The most columns of a list; what has more is none, as the text of a program that is full of commas.
const MAX_COLUMNS: usize = 100;
/// How many rows are looked at for the one with the heads: a title and some lines may stand above it.
const ABOVE: usize = 10;

/// A list that was pasted or opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterDraft {
    /// What each column is; nothing where it is not used.
    pub columns: Vec<Option<ColumnKind>>,
    /// Its rows.
    pub rows: Vec<RosterRow>,
    /// What units of each kind are called.
    units: Vec<(UnitKind, String)>,
}

/// A row of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterRow {
    /// Which row of the list it is, counted from 1.
    pub number: usize,
    /// What stands in it, one for each column.
    pub cells: Vec<String>,
    /// What it is.
    pub role: RosterRole,
}

/// What a row of the list is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RosterRole {
    /// It names a unit.
    Unit,
    /// It stands above the heads.
    Above,
    /// It holds the heads, for the first time or again on another page.
    Heads,
    /// It adds others up.
    Total,
    /// Nothing stands in it.
    Empty,
}

/// What is wrong with a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RosterProblem {
    /// There is no unit in it.
    Nothing,
    /// There are more units than any county has.
    TooMany,
    /// More columns than a list has.
    TooWide,
    /// No column holds names.
    NoNames,
    /// Two columns are said to be the same: the second one, counted from 1.
    TwoColumns(ColumnKind, usize),
    /// A row without a name.
    NoName {
        /// Counted from 1.
        row: usize,
    },
    /// The same unit as in a row before.
    Doubled {
        /// Counted from 1.
        row: usize,
        /// The row before.
        first: usize,
        /// The unit.
        name: String,
    },
    /// The same code as in a row before, for another unit.
    CodeTwice {
        /// Counted from 1.
        row: usize,
        /// The row before.
        first: usize,
        /// The code.
        code: String,
    },
    /// A text that is too long.
    TooLong {
        /// Counted from 1.
        row: usize,
        /// Counted from 1.
        column: usize,
        /// The most characters there may be.
        most: u32,
    },
}

impl RosterDraft {
    /// Reads rows of cells. `words` are those by which columns are known.
    pub fn of(cells: Vec<Vec<String>>, words: &HeadWords) -> Self {
        // One more than there may be shows that there are too many.
        let wide = cells.iter().map(Vec::len).max().unwrap_or(0).min(MAX_COLUMNS + 1);
        let tidied = |mut row: Vec<String>| {
            row.resize(wide, String::new());
            // A line end within a cell parts no names: spreadsheets break long ones.
            row.iter().map(|cell| tidy(&cell.replace(['\r', '\n'], ""))).collect::<Vec<_>>()
        };
        let cells: Vec<Vec<String>> = cells.into_iter().map(tidied).collect();
        let known = KnownHeads::of(words);
        let heads = cells.iter().take(ABOVE).map(|row| known.columns(row));
        let found = |kinds: &[Option<ColumnKind>]| kinds.iter().flatten().count();
        let best = heads.enumerate().max_by_key(|(at, kinds)| (found(kinds), ABOVE - at));
        let best = best.filter(|(_, kinds)| found(kinds) > 0);
        let head_at = best.as_ref().map(|(at, _)| *at);
        let below: Vec<&Vec<String>> = cells.iter().skip(head_at.map_or(0, |at| at + 1)).collect();
        let columns = by_content(best.map_or_else(|| vec![None; wide], |(_, kinds)| kinds), &below, words);
        let head: Vec<String> = head_at
            .and_then(|at| cells.get(at))
            .map(|row| row.iter().map(|cell| plain(cell)).collect())
            .unwrap_or_default();
        let role = |at: usize, row: &[String]| {
            if row.iter().all(String::is_empty) {
                RosterRole::Empty
            } else if head_at.is_some_and(|head| at < head) {
                RosterRole::Above
            } else if head_at == Some(at)
                || (head_at.is_some() && row.iter().map(|cell| plain(cell)).eq(head.iter().cloned()))
            {
                RosterRole::Heads
            } else if is_total(row, words) {
                RosterRole::Total
            } else {
                RosterRole::Unit
            }
        };
        let rows = cells.into_iter().enumerate();
        let rows = rows.map(|(at, cells)| RosterRow { number: at + 1, role: role(at, &cells), cells });
        let mut draft = Self { columns, rows: rows.collect(), units: words.units.clone() };
        draft.fill_down();
        draft
    }

    /// Says what a column is, or that it is not used; the column that was this before is not used then.
    pub fn set_column(&mut self, at: usize, kind: Option<ColumnKind>) {
        for column in &mut self.columns {
            if kind.is_some() && *column == kind {
                *column = None;
            }
        }
        if let Some(column) = self.columns.get_mut(at) {
            *column = kind;
        }
        self.fill_down();
    }

    /// Of merged cells only the first holds the text: a unit without a township is of the one above it.
    fn fill_down(&mut self) {
        let Some(at) = self.columns.iter().position(|column| *column == Some(ColumnKind::Township)) else { return };
        let mut above = String::new();
        for row in self.rows.iter_mut().filter(|row| row.role == RosterRole::Unit) {
            let Some(cell) = row.cells.get_mut(at) else { continue };
            if cell.is_empty() { cell.clone_from(&above) } else { above.clone_from(cell) }
        }
    }

    /// The units in it, as lines of the roster, each with the row it stands in. They are of this kind, where no column says
    /// another.
    pub fn lines(&self, kind: &UnitKind) -> Vec<(usize, RosterLine)> {
        let rows = self.rows.iter().filter(|row| row.role == RosterRole::Unit);
        let lines = rows.zip(0_u32..).map(|(row, order)| {
            let text = |kind| self.text(row, kind);
            let named = text(ColumnKind::Name);
            // A list of villages names no rooms: the village's name stands for its room.
            let name = if named.is_empty() { text(ColumnKind::Village) } else { named };
            let line = RosterLine {
                order,
                code: text(ColumnKind::Code),
                township: text(ColumnKind::Township),
                village: text(ColumnKind::Village),
                head: text(ColumnKind::Head),
                liaison: text(ColumnKind::Liaison),
                members: text(ColumnKind::Members),
                ..RosterLine::new(kind_named(&text(ColumnKind::Kind), &self.units).unwrap_or(kind).clone(), &name)
            };
            (row.number, line)
        });
        lines.collect()
    }

    fn text(&self, row: &RosterRow, kind: ColumnKind) -> String {
        let at = self.columns.iter().position(|column| *column == Some(kind));
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default()
    }

    /// Everything that is wrong with it, by row.
    pub fn problems(&self, kind: &UnitKind, nfkc: &dyn Fn(&str) -> String) -> Vec<RosterProblem> {
        if self.columns.len() > MAX_COLUMNS {
            return vec![RosterProblem::TooWide];
        }
        let mut problems = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(kind) = column.filter(|kind| self.columns.iter().take(at).any(|one| *one == Some(*kind))) {
                problems.push(RosterProblem::TwoColumns(kind, at + 1));
            }
        }
        let named = |kind| self.columns.contains(&Some(kind));
        if !named(ColumnKind::Name) && !named(ColumnKind::Village) {
            problems.push(RosterProblem::NoNames);
            return problems;
        }
        let lines = self.lines(kind);
        match lines.len() {
            0 => problems.push(RosterProblem::Nothing),
            many if many > MAX_UNITS => {
                problems.push(RosterProblem::TooMany);
                return problems;
            }
            _ => {}
        }
        let (mut by_key, mut by_code) = (BTreeMap::new(), BTreeMap::new());
        // The first row in which it stands.
        let first_of = |seen: &mut BTreeMap<String, Vec<usize>>, what: String, row: usize| {
            let rows = seen.entry(what).or_default();
            rows.push(row);
            rows.first().copied().unwrap_or(row)
        };
        for (row, line) in lines {
            self.too_long(row, &mut problems);
            let (name, code) = (line.name.clone(), line.code.clone());
            let unit = Unit { name: line.name, township: line.township, village: line.village, ..Unit::default() };
            let Some(key) = key_of(&line.kind, &unit, nfkc) else {
                problems.push(RosterProblem::NoName { row });
                continue;
            };
            let first = first_of(&mut by_key, key.as_str().to_owned(), row);
            // A digit of full width is the same digit.
            let coded = (!code.is_empty()).then(|| first_of(&mut by_code, nfkc(&code), row));
            if first != row {
                problems.push(RosterProblem::Doubled { row, first, name });
            } else if let Some(first) = coded.filter(|first| *first != row) {
                problems.push(RosterProblem::CodeTwice { row, first, code });
            }
        }
        problems
    }

    fn too_long(&self, number: usize, problems: &mut Vec<RosterProblem>) {
        let Some(row) = number.checked_sub(1).and_then(|at| self.rows.get(at)) else { return };
        let cells = row.cells.iter().zip(&self.columns).enumerate();
        let long = cells.filter(|(_, (cell, column))| column.is_some_and(ColumnKind::is_kept) && longer(cell, LINE));
        problems.extend(long.map(|(at, _)| RosterProblem::TooLong { row: number, column: at + 1, most: LINE }));
    }
}
