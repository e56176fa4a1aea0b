//! What was typed or pasted into the cells of the grid (录表), read and decided.

use crate::model::date::CivilDate;
use crate::model::record::Record;
use crate::model::review::act::Act;
use crate::model::review::entry_grid::{CellValue, GridColumn, NotACell};
use crate::model::review::ids::UnitId;
use crate::model::review::taken::{Entered, RestsOn};
use crate::model::standard::Standard;
use std::collections::BTreeMap;

impl CellValue {
    /// Puts it into what the unit answers.
    fn keep_in(&self, record: &mut Record) {
        match self {
            Self::Fact(id, count) => record.facts.set(id.clone(), *count),
            Self::Answer(id, choice) => record.answers.edit(id, |answer| answer.choice.clone_from(choice)),
        }
    }

    /// The decision that the unit answers this, on this basis.
    pub fn act(self, unit: UnitId, rests_on: RestsOn, day: CivilDate) -> Act {
        match self {
            Self::Fact(fact, count) => {
                let value = count.map(|value| Entered { value, rests_on, day });
                Act::EnteredFact { unit, fact, value }
            }
            Self::Answer(item, choice) => {
                let value = choice.map(|value| Box::new(Entered { value, rests_on, day }));
                Act::EnteredAnswer { unit, item, value }
            }
        }
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
    /// Reads these cells. `records` is what the units answer so far.
    pub fn of(
        standard: &Standard,
        records: &BTreeMap<UnitId, Record>,
        cells: impl IntoIterator<Item = (UnitId, GridColumn, String)>,
        rests_on: RestsOn,
        day: CivilDate,
    ) -> Self {
        let (mut all, mut records) = (Self::default(), records.clone());
        for (unit, column, text) in cells {
            let record = records.entry(unit).or_default();
            match column.read(standard, record, &text) {
                Ok(value) => {
                    // Two faults of one item stand in two cells.
                    value.keep_in(record);
                    all.acts.push(value.act(unit, rests_on, day));
                    all.read += 1;
                }
                Err(why) => all.unread.push((unit, column, text, why)),
            }
        }
        all
    }
}

/// The cells of a text as a sheet copies them: lines, and tabs between the cells of a line. A last empty line is none.
/// An empty cell is one, other than in a list of units, and stays in its place.
pub fn pasted_cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    lines.map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect()).collect()
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
        let read = CellsRead::of(&standard, &BTreeMap::new(), cells, RestsOn::Paper, day);
        assert_eq!((read.acts.len(), read.read, read.unread.len()), (2, 2, 1));
        assert_eq!(read.unread[0].2, "x");
        let pair = GridColumn::numbers(&standard).into_iter().filter(|column| matches!(column, GridColumn::Fault(..)));
        let pair = pair.zip(["3", "4"]).map(|(column, text)| (unit, column, text.to_owned()));
        let read = CellsRead::of(&standard, &BTreeMap::new(), pair, RestsOn::Chat, day);
        let Some(Act::EnteredAnswer { value: Some(typed), .. }) = read.acts.last() else { panic!("an answer") };
        let found = [3, 4].map(Count::new);
        assert_eq!(typed.value, Choice::Faults(found.to_vec()));
        assert_eq!((typed.rests_on, typed.day), (RestsOn::Chat, day));
    }
}
