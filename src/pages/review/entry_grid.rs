//! What all parts of the grid share: its units and columns, what stands in them, and how something typed is kept.

use crate::model::date::CivilDate;
use crate::model::record::Record;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::entry_cells::{CellsRead, PlacedCells, pasted_cells};
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::model::review::not_a_cell::NotACell;
use crate::model::review::taken::RestsOn;
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::ReviewUnits;
use crate::model::sorting::map_of;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context;
use crate::pages::review::page_state::page_state;
use crate::platform::review::open_review::{Received, ReviewSession};
use leptos::prelude::*;
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
    pub(super) unread: Memo<BTreeMap<CellPlace, (String, NotACell)>>,
    pub(super) rests_on: RwSignal<RestsOn>,
    pub(super) day: RwSignal<Option<CivilDate>>,
    /// The cell that has the focus.
    pub(super) at: RwSignal<Option<CellPlace>>,
    /// How many cells the last paste filled, how many more of it cannot be read, and how many had no place.
    pub(super) pasted: RwSignal<Option<[usize; 3]>>,
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
        let (state, standard, all) = (page_state(), StoredValue::new(standard), context::units());
        let unread = Memo::new(move |_| {
            session.apart.track();
            all.with(|all| standard.with_value(|standard| found_apart(session, standard, all)))
        });
        Self {
            session,
            standard,
            units,
            entered,
            unread,
            rests_on: state.rests_on,
            day: state.entry_day,
            at: RwSignal::new(None),
            pasted: RwSignal::new(None),
        }
    }

    /// The columns of numbers, or those of choices.
    pub(super) fn columns(self, choices: bool) -> Vec<GridColumn> {
        self.standard
            .with_value(|standard| if choices { GridColumn::choices(standard) } else { GridColumn::numbers(standard) })
    }

    /// Keeps what was typed into cells, all of it as one step. What cannot be read, or is of no day, stays as it was typed.
    pub(super) fn keep(self, cells: Vec<(UnitId, GridColumn, String)>) -> Option<(usize, usize)> {
        let (day, rests_on) = (self.day.get_untracked(), self.rests_on.get_untracked());
        let entered = self.entered.get_untracked();
        let record = |unit| entered.get(&unit).map_or_else(Record::default, |entered| entered.record.clone());
        let places: Vec<CellPlace> = cells.iter().map(|(unit, column, _)| (*unit, column.clone())).collect();
        let read = self.standard.with_value(|standard| CellsRead::of(standard, &record, cells, rests_on, day));
        let counts = (read.read, read.unread.len());
        if !read.acts.is_empty() {
            self.session.decide(read.acts, Received::default())?;
        }
        let unread: BTreeMap<CellPlace, (String, NotACell)> =
            map_of(read.unread.into_iter().map(|(unit, column, text, why)| ((unit, column), (text, why))));
        let before = self.unread.get_untracked();
        let changed: Vec<(TypedPlace, Option<String>)> = places
            .iter()
            .filter(|place| before.contains_key(place) || unread.contains_key(place))
            .map(|place| {
                let text = unread.get(place).map(|(text, _)| text.clone());
                (TypedPlace::Entered(place.0, place.1.key()), text)
            })
            .collect();
        if !changed.is_empty() {
            self.session.keep_apart(changed);
        }
        Some(counts)
    }

    /// Keeps what waits for a day, once there is one.
    pub(super) fn keep_waiting(self) {
        if self.day.get_untracked().is_none() {
            return;
        }
        // The field of the day is left also where its page goes.
        let Some(here) = self.units.try_get_untracked() else { return };
        let waiting = self.unread.with_untracked(|unread| {
            let waits = unread.iter().filter(|((unit, _), (_, why))| *why == NotACell::NoDay && here.contains(unit));
            waits.map(|((unit, column), (text, _))| (*unit, column.clone(), text.clone())).collect::<Vec<_>>()
        });
        if !waiting.is_empty() {
            let _ = self.keep(waiting);
        }
    }

    /// Fills cells from this one on with those of a sheet. Whether there were several.
    pub(super) fn paste(self, at: &CellPlace, columns: &[GridColumn], text: &str) -> bool {
        let cells = pasted_cells(text);
        if cells.len() == 1 && cells.first().is_some_and(|line| line.len() == 1) {
            return false;
        }
        let PlacedCells { cells, outside } = PlacedCells::of(&self.units.get_untracked(), columns, at, cells);
        self.pasted.set(self.keep(cells).map(|(read, unread)| [read, unread, outside]));
        true
    }
}

/// What cannot be read stays as it was typed, over reloads and in other windows, of every township. What can be read is of
/// no day.
fn found_apart(
    session: ReviewSession,
    standard: &IssuedStandard,
    all: &ReviewUnits,
) -> BTreeMap<CellPlace, (String, NotACell)> {
    let kept = session.with(|open| open.apart.clone()).unwrap_or_default();
    if kept.is_empty() {
        return BTreeMap::new();
    }
    let columns: Vec<GridColumn> =
        GridColumn::numbers(standard).into_iter().chain(GridColumn::choices(standard)).collect();
    let found = kept.into_iter().filter_map(|(place, text)| {
        let Some(TypedPlace::Entered(unit, key)) = TypedPlace::read(&place) else { return None };
        all.unit(unit).filter(|unit| unit.line.kind == standard.unit.id)?;
        let column = columns.iter().find(|column| column.key() == key)?;
        let why = column.read(standard, &Record::default(), &text).err().unwrap_or(NotACell::NoDay);
        Some(((unit, column.clone()), (text, why)))
    });
    map_of(found)
}
