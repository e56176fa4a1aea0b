//! What was typed or pasted into the cells of the grid (录表), read and decided.

use crate::model::date::CivilDate;
use crate::model::record::Record;
use crate::model::record::typed::is_blank;
use crate::model::review::act::Act;
use crate::model::review::entry_grid::{CellValue, GridColumn};
use crate::model::review::ids::UnitId;
use crate::model::review::not_a_cell::NotACell;
use crate::model::review::taken::{Entered, RestsOn};
use crate::model::standard::Standard;

impl CellValue {
    /// Puts it into what the unit answers.
    fn keep_in(&self, record: &mut Record) {
        match self {
            Self::Fact(id, count) => record.facts.set(id.clone(), *count),
            Self::Answer(id, choice) => record.answers.edit(id, |answer| answer.choice.clone_from(choice)),
        }
    }

    /// The decision that the unit answers this, on this basis; nothing for an answer that is of no day.
    pub fn act(self, unit: UnitId, rests_on: RestsOn, day: Option<CivilDate>) -> Option<Act> {
        Some(match self {
            Self::Fact(fact, Some(value)) => {
                Act::EnteredFact { unit, fact, value: Some(Entered { value, rests_on, day: day? }) }
            }
            Self::Fact(fact, None) => Act::EnteredFact { unit, fact, value: None },
            Self::Answer(item, Some(value)) => {
                Act::EnteredAnswer { unit, item, value: Some(Box::new(Entered { value, rests_on, day: day? })) }
            }
            Self::Answer(item, None) => Act::EnteredAnswer { unit, item, value: None },
        })
    }
}

/// What was typed or pasted into several cells, read one after the other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CellsRead {
    /// What is decided by it.
    pub acts: Vec<Act>,
    /// How many cells were read.
    pub read: usize,
    /// What cannot be read, as it was typed, and why.
    pub unread: Vec<(UnitId, GridColumn, String, NotACell)>,
}

impl CellsRead {
    /// Reads these cells. `record` is what a unit answers so far. Without a day nothing is decided but what is emptied.
    pub fn of(
        standard: &Standard,
        record: &dyn Fn(UnitId) -> Record,
        cells: impl IntoIterator<Item = (UnitId, GridColumn, String)>,
        rests_on: RestsOn,
        day: Option<CivilDate>,
    ) -> Self {
        let mut all = Self::default();
        // Cells of one unit stand beside each other.
        let mut records: Vec<(UnitId, Record)> = Vec::new();
        for (unit, column, text) in cells {
            let at = records.iter().rposition(|(known, _)| *known == unit).unwrap_or_else(|| {
                records.push((unit, record(unit)));
                records.len() - 1
            });
            let Some((_, record)) = records.get_mut(at) else { continue };
            let act = column.read(standard, record, &text).and_then(|value| {
                let act = value.clone().act(unit, rests_on, day).ok_or(NotACell::NoDay)?;
                // Two faults of one item stand in two cells.
                value.keep_in(record);
                Ok(act)
            });
            match act {
                Ok(act) => {
                    all.acts.push(act);
                    all.read += 1;
                }
                Err(why) => all.unread.push((unit, column, text, why)),
            }
        }
        all
    }
}

/// Pasted cells, each at its place in the grid.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PlacedCells {
    /// Those that have a place.
    pub cells: Vec<(UnitId, GridColumn, String)>,
    /// How many that say something lie below the last unit or beside the last column.
    pub outside: usize,
}

impl PlacedCells {
    /// Puts the first cell of these lines at this place, and the others below it and beside it.
    pub fn of(units: &[UnitId], columns: &[GridColumn], at: &(UnitId, GridColumn), lines: Vec<Vec<String>>) -> Self {
        let row = units.iter().position(|unit| *unit == at.0).unwrap_or(units.len());
        let column = columns.iter().position(|column| *column == at.1).unwrap_or(columns.len());
        let mut placed = Self::default();
        for (down, line) in lines.into_iter().enumerate() {
            for (beside, text) in line.into_iter().enumerate() {
                match (units.get(row + down), columns.get(column + beside)) {
                    // A cell of the grid is one line.
                    (Some(unit), Some(column)) => placed.cells.push((*unit, column.clone(), text.replace('\n', " "))),
                    (None, _) | (_, None) => placed.outside += usize::from(!is_blank(&text)),
                }
            }
        }
        placed
    }
}

/// The cells of a text as a sheet copies them: lines, and tabs between the cells of a line. A last empty line is none.
/// An empty cell is one, other than in a list of units, and stays in its place: readers of CSV pass over empty lines. A cell
/// with a line end or a tab in it stands in quotes; a quote that nothing ends is one that was typed.
pub fn pasted_cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let (mut lines, mut line, mut rest) = (Vec::new(), Vec::new(), text);
    loop {
        let (cell, behind) = quoted(rest).unwrap_or_else(|| {
            let (cell, behind) = rest.split_at(rest.find(['\t', '\n']).unwrap_or(rest.len()));
            (cell.to_owned(), behind)
        });
        line.push(cell.trim().to_owned());
        let mut signs = behind.chars();
        match signs.next() {
            None => break,
            Some('\t') => {}
            Some(_) => lines.push(std::mem::take(&mut line)),
        }
        rest = signs.as_str();
    }
    lines.push(line);
    lines
}

/// A cell in quotes, and what stands behind it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (mut cell, mut rest) = (String::new(), text.strip_prefix('"')?);
    loop {
        let (part, behind) = rest.split_once('"')?;
        cell.push_str(part);
        let Some(behind) = behind.strip_prefix('"') else {
            let behind = behind.strip_prefix('\r').unwrap_or(behind);
            let ends = behind.is_empty() || behind.starts_with(['\t', '\n']);
            return ends.then_some((cell, behind));
        };
        cell.push('"');
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::answers::Choice;
    use crate::model::record::facts::Count;
    use crate::model::review::entry_grid::tests::with_all_kinds;

    #[test]
    fn cells_of_a_sheet_keep_their_places_also_where_they_are_empty() {
        assert_eq!(pasted_cells("12\t\t3\r\n\t5\r\n"), vec![vec!["12", "", "3"], vec!["", "5"]]);
        assert_eq!(pasted_cells("1\n\n3"), vec![vec!["1"], vec![""], vec!["3"]]);
        assert_eq!(pasted_cells("7"), vec![vec!["7"]]);
        assert_eq!(pasted_cells(""), vec![vec![""]]);
    }

    #[test]
    fn a_cell_with_a_line_end_is_one_cell_and_a_quote_that_was_typed_is_one() {
        let pasted = pasted_cells("3\t1\r\n\"4\n含\"\"入户\"\"\"\t2\r\n\r\n5\t3\r\n");
        assert_eq!(pasted, vec![vec!["3", "1"], vec!["4\n含\"入户\"", "2"], vec![""], vec!["5", "3"]]);
        assert_eq!(pasted_cells("\"模范\"室\t1\n\"没完\t2"), vec![vec!["\"模范\"室", "1"], vec!["\"没完", "2"]]);
    }

    proptest::proptest! {
        /// What another program writes for a spreadsheet.
        #[test]
        fn what_a_writer_of_such_texts_wrote_is_read_cell_by_cell(
            rows in proptest::collection::vec(proptest::collection::vec("[0-9a场\"\t\n ]{0,6}", 2..4), 1..5)
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(b'\t').flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("written");
            }
            let text = String::from_utf8(writer.into_inner().expect("all")).expect("text");
            let one_line = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
            let read: Vec<Vec<String>> = pasted_cells(&text).iter().map(|row| row.iter().map(one_line).collect()).collect();
            let wanted: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(one_line).collect()).collect();
            proptest::prop_assert_eq!(read, wanted);
        }
    }

    #[test]
    fn two_faults_of_one_item_that_are_pasted_together_are_both_kept() {
        let standard = with_all_kinds();
        let columns =
            GridColumn::numbers(&standard).into_iter().filter(|column| matches!(column, GridColumn::Fault(..)));
        let unit = UnitId::new([7; 8]);
        let cells = columns.zip(["3", "x", "4"]).map(|(column, text)| (unit, column, text.to_owned()));
        let day = CivilDate::new(2026, 12, 3).expect("a day");
        let mut cells: Vec<_> = cells.collect();
        cells.extend(cells.first().cloned());
        let read = CellsRead::of(&standard, &|_| Record::default(), cells, RestsOn::Paper, Some(day));
        assert_eq!((read.acts.len(), read.read, read.unread.len()), (2, 2, 1));
        assert_eq!(read.unread[0].2, "x");
        let pair = GridColumn::numbers(&standard).into_iter().filter(|column| matches!(column, GridColumn::Fault(..)));
        let pair = pair.zip(["3", "4"]).map(|(column, text)| (unit, column, text.to_owned()));
        let read = CellsRead::of(&standard, &|_| Record::default(), pair, RestsOn::Chat, Some(day));
        let Some(Act::EnteredAnswer { value: Some(typed), .. }) = read.acts.last() else { panic!("an answer") };
        let found = [3, 4].map(Count::new);
        assert_eq!(typed.value, Choice::Faults(found.to_vec()));
        assert_eq!((typed.rests_on, typed.day), (RestsOn::Chat, day));
    }
    #[test]
    fn pasted_cells_that_have_no_place_are_counted_and_empty_ones_are_not() {
        let units = [1, 2].map(|nth| UnitId::new([nth; 8]));
        let columns: Vec<GridColumn> = GridColumn::numbers(&with_all_kinds()).into_iter().take(3).collect();
        let lines = pasted_cells("1\t2\t3\n4\t5\t\n6\t\u{200b}\t7\n");
        let placed = PlacedCells::of(&units, &columns, &(units[0], columns[1].clone()), lines);
        let texts: Vec<&str> = placed.cells.iter().map(|(.., text)| text.as_str()).collect();
        assert_eq!((texts, placed.outside), (vec!["1", "2", "4", "5"], 3));
        let elsewhere = (UnitId::new([9; 8]), columns[0].clone());
        let placed = PlacedCells::of(&units, &columns, &elsewhere, pasted_cells("1\t2"));
        assert_eq!((placed.cells.len(), placed.outside), (0, 2));
    }

    #[test]
    fn without_a_day_what_is_typed_is_given_back_as_it_was_and_emptying_needs_none() {
        let standard = with_all_kinds();
        let unit = UnitId::new([7; 8]);
        let column = GridColumn::numbers(&standard).into_iter().next().expect("a number");
        for (typed, why) in [(" １２ ", Some(NotACell::NoDay)), ("", None)] {
            let cells = vec![(unit, column.clone(), typed.to_owned())];
            let read = CellsRead::of(&standard, &|_| Record::default(), cells, RestsOn::Paper, None);
            let unread: Vec<_> = read.unread.iter().map(|(.., text, why)| (text.as_str(), Some(*why))).collect();
            assert_eq!(unread, why.map(|why| (typed, Some(why))).into_iter().collect::<Vec<_>>());
            assert_eq!(read.acts.len(), usize::from(why.is_none()));
        }
        let day = CivilDate::new(2026, 12, 3);
        let wrong = vec![(unit, column, "十来个".to_owned())];
        let read = CellsRead::of(&standard, &|_| Record::default(), wrong, RestsOn::Paper, day);
        assert!(matches!(&read.unread[..], [(.., NotACell::Count(_))]));
    }
}
