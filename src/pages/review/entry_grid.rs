//! What all parts of the grid share: its units and columns, what stands in them, and how something typed is kept.

use crate::model::date::CivilDate;
use crate::model::record::Record;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::entry_cells::{CellsRead, pasted_cells};
use crate::model::review::entry_grid::{GridColumn, NotACell};
use crate::model::review::ids::UnitId;
use crate::model::review::taken::RestsOn;
use crate::model::sorting::map_of;
use crate::model::standard::issued::IssuedStandard;
use crate::platform::clock;
use crate::platform::review::open_review::{Received, ReviewSession};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cell.
pub(super) type CellPlace = (UnitId, GridColumn);

/// The grid of one kind of unit. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) session: ReviewSession,
    pub(super) standard: StoredValue<IssuedStandard>,
    /// Its lines.
    pub(super) units: Memo<Vec<UnitId>>,
    /// What is typed of them so far.
    pub(super) entered: Memo<Arc<BTreeMap<UnitId, EnteredRecord>>>,
    /// What cannot be read, as it was typed, and why.
    pub(super) unread: RwSignal<BTreeMap<CellPlace, (String, NotACell)>>,
    pub(super) rests_on: RwSignal<RestsOn>,
    pub(super) day: RwSignal<Option<CivilDate>>,
    /// The cell that has the focus.
    pub(super) at: RwSignal<Option<CellPlace>>,
    /// How many cells the last paste filled, and how many of them cannot be read.
    pub(super) pasted: RwSignal<Option<(usize, usize)>>,
}

impl Grid {
    /// For these units.
    pub(super) fn new(session: ReviewSession, standard: IssuedStandard, units: Memo<Vec<UnitId>>) -> Self {
        let entered = Memo::new(move |_| {
            let of = |unit: &UnitId| {
                let entered = session.with(|open| EnteredRecord::of(&open.log, *unit)).unwrap_or_default();
                (*unit, entered)
            };
            session.changes.track();
            Arc::new(units.with(|units| map_of(units.iter().map(of))))
        });
        let grid = Self {
            session,
            standard: StoredValue::new(standard),
            units,
            entered,
            unread: RwSignal::new(BTreeMap::new()),
            rests_on: RwSignal::new(RestsOn::Paper),
            day: RwSignal::new(clock::today()),
            at: RwSignal::new(None),
            pasted: RwSignal::new(None),
        };
        grid.find_unread();
        grid
    }

    /// The columns of numbers, or those of choices.
    pub(super) fn columns(self, choices: bool) -> Vec<GridColumn> {
        self.standard
            .with_value(|standard| if choices { GridColumn::choices(standard) } else { GridColumn::numbers(standard) })
    }

    /// What cannot be read stays as it was typed, over reloads and in other windows.
    fn find_unread(self) {
        spawn_local(async move {
            let kept: BTreeMap<String, String> = map_of(self.session.unread().await.into_iter());
            let Some(units) = self.units.try_get_untracked().filter(|_| !kept.is_empty()) else { return };
            let columns: Vec<GridColumn> =
                [false, true].into_iter().flat_map(|choices| self.columns(choices)).collect();
            let mut found = BTreeMap::new();
            for unit in units {
                for column in &columns {
                    let Some(text) = kept.get(&name_of(unit, column)) else { continue };
                    let why =
                        self.standard.with_value(|standard| column.read(standard, &Record::default(), text).err());
                    if let Some(why) = why {
                        found.insert((unit, column.clone()), (text.clone(), why));
                    }
                }
            }
            self.unread.try_set(found);
        });
    }

    /// Keeps what was typed into cells, all of it as one step. Nothing is kept without a day.
    pub(super) fn keep(self, cells: Vec<(UnitId, GridColumn, String)>) -> Option<(usize, usize)> {
        let (day, rests_on) = (self.day.get_untracked()?, self.rests_on.get_untracked());
        let records: BTreeMap<UnitId, Record> = self
            .entered
            .with_untracked(|all| map_of(all.iter().map(|(unit, entered)| (*unit, entered.record.clone()))));
        let places: Vec<CellPlace> = cells.iter().map(|(unit, column, _)| (*unit, column.clone())).collect();
        let read = self.standard.with_value(|standard| CellsRead::of(standard, &records, cells, rests_on, day));
        let counts = (read.read, read.unread.len());
        if !read.acts.is_empty() {
            self.session.decide(read.acts, Received::default())?;
        }
        let unread: BTreeMap<CellPlace, (String, NotACell)> =
            map_of(read.unread.into_iter().map(|(unit, column, text, why)| ((unit, column), (text, why))));
        let before = self.unread.get_untracked();
        let changed: Vec<(String, Option<String>)> = places
            .iter()
            .filter(|place| before.contains_key(place) || unread.contains_key(place))
            .map(|place| (name_of(place.0, &place.1), unread.get(place).map(|(text, _)| text.clone())))
            .collect();
        if !changed.is_empty() {
            self.session.keep_unread(changed);
            self.unread.update(|all| {
                all.retain(|place, _| !places.contains(place));
                all.extend(unread);
            });
        }
        Some(counts)
    }

    /// Fills cells from this one on with those of a sheet. Whether there were several.
    pub(super) fn paste(self, at: &CellPlace, columns: &[GridColumn], text: &str) -> bool {
        let cells = pasted_cells(text);
        if cells.len() == 1 && cells.first().is_some_and(|line| line.len() == 1) {
            return false;
        }
        let units = self.units.get_untracked();
        let row = units.iter().position(|unit| *unit == at.0).unwrap_or(units.len());
        let column = columns.iter().position(|column| *column == at.1).unwrap_or(columns.len());
        let lines = units.iter().skip(row).zip(cells);
        let filled = lines.flat_map(|(unit, line)| {
            let cells = columns.iter().skip(column).zip(line);
            cells.map(|(column, text)| (*unit, column.clone(), text)).collect::<Vec<_>>()
        });
        self.pasted.set(self.keep(filled.collect()));
        true
    }
}

/// What a cell is called where what cannot be read is kept.
fn name_of(unit: UnitId, column: &GridColumn) -> String {
    format!("entered/{unit}/{}", column.key())
}
