//! The lines of the table, of the units of the open review and what is kept beside their files.

use crate::model::date::CivilDate;
use crate::model::record::unit::Unit;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::table::{SendState, TableLine};
use crate::model::review::taken::Origin;
use crate::model::review::unit_row::UnitRow;
use crate::model::review::units::{Counts, ReviewUnit, ReviewUnits};
use crate::platform::review::open_review::OpenReview;

/// One line for each unit, in the order of the roster.
pub(super) fn lines(open: &OpenReview, all: &ReviewUnits) -> Vec<TableLine> {
    all.units.iter().map(|unit| line(open, unit)).collect()
}

fn line(open: &OpenReview, unit: &ReviewUnit) -> TableLine {
    let received = unit.in_force().map(|taken| taken.received);
    let row = match unit.counts {
        Counts::Of(Origin::File(file)) => open.rows.get(&file).map(|kept| kept.row.clone()),
        Counts::Of(Origin::Entered) => entered(open, unit),
        Counts::None | Counts::Undecided(_) => None,
    };
    let state = state(unit, received, deadline(&open.head.basics, unit));
    TableLine { unit: unit.id, roster: unit.line.clone(), state, received, row, assessed: None }
}

/// What was typed for a unit, scored.
fn entered(open: &OpenReview, unit: &ReviewUnit) -> Option<UnitRow> {
    let standard = open.head.basics.standard(&unit.line.kind)?;
    let of = Unit {
        code: unit.line.code.clone(),
        name: unit.line.name.clone(),
        township: unit.line.township.clone(),
        village: unit.line.village.clone(),
        ..Unit::default()
    };
    Some(UnitRow::of_record(standard, &of, &EnteredRecord::of(&open.log, unit.id).record))
}

fn deadline(basics: &ReviewBasics, unit: &ReviewUnit) -> Option<CivilDate> {
    basics.standard(&unit.line.kind)?.deadline
}

fn state(unit: &ReviewUnit, received: Option<CivilDate>, deadline: Option<CivilDate>) -> SendState {
    match (&unit.counts, received) {
        (Counts::None, _) if unit.not_sent.is_some() => SendState::NotSent,
        (Counts::None, _) => SendState::Missing,
        (Counts::Undecided(_), _) => SendState::ToDecide,
        (Counts::Of(Origin::Entered), _) => SendState::Entered,
        (Counts::Of(Origin::File(_)), Some(received)) => SendState::of_receipt(received, deadline),
        (Counts::Of(Origin::File(_)), None) => SendState::Sent,
    }
}
