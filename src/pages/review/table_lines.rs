//! The lines of the table, of the units of the open review and what is kept beside their files.

use crate::model::date::CivilDate;
use crate::model::record::unit::Unit;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::UnitId;
use crate::model::review::table::{ColumnScore, SendState, TableLine};
use crate::model::review::taken::Origin;
use crate::model::review::unit_row::UnitRow;
use crate::model::review::units::{Counts, ReviewUnit, ReviewUnits};
use crate::model::standard::ids::UnitKind;
use crate::pages::review::context::{review, units};
use crate::platform::review::assessed::AssessedUnits;
use crate::platform::review::open_review::OpenReview;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The lines of one kind of unit, in the order of the roster.
#[derive(Clone, Copy)]
pub(super) struct TableLines {
    /// As the units say themselves.
    pub(super) own: Memo<Vec<TableLine>>,
    /// The same with what an assessor gives beside it, as far as that is worked out.
    pub(super) assessed: Memo<Vec<TableLine>>,
}

impl TableLines {
    /// Follows them, and has the assessed scores worked out.
    pub(super) fn follow(kind: UnitKind) -> Self {
        let (session, all, assessed) = (review(), units(), expect_context::<AssessedUnits>());
        // What is typed or judged in another window changes no unit.
        Effect::new(move |_| {
            session.changes.track();
            assessed.look(session, all.get());
        });
        let own = Memo::new(move |_| {
            let of_kind = |open: &OpenReview, all: &ReviewUnits| {
                let units = all.units.iter().filter(|unit| unit.line.kind == kind);
                units.map(|unit| line(open, all, unit)).collect()
            };
            all.with(|all| session.follow(|open| of_kind(open, all)).unwrap_or_default())
        });
        let with = move |line: &TableLine, scores: &BTreeMap<UnitId, ColumnScore>| TableLine {
            assessed: scores.get(&line.unit).cloned(),
            ..line.clone()
        };
        let assessed = Memo::new(move |_| {
            let beside = |own: &Vec<TableLine>| {
                assessed.scores.with(|scores| own.iter().map(|line| with(line, scores)).collect::<Vec<_>>())
            };
            own.with(beside)
        });
        Self { own, assessed }
    }
}

fn line(open: &OpenReview, all: &ReviewUnits, unit: &ReviewUnit) -> TableLine {
    let received = unit.in_force().map(|taken| taken.received);
    let row = match unit.counts {
        Counts::Of(Origin::File(file)) => open.rows.get(&file).map(|kept| kept.row.clone()),
        Counts::Of(Origin::Entered) => entered(open, unit).map(Arc::new),
        Counts::None | Counts::Undecided(_) => None,
    };
    let state = state(unit, received, deadline(&open.head.basics, unit));
    let shares_name = all.shares_name(unit.id);
    TableLine { unit: unit.id, roster: unit.line.clone(), shares_name, state, received, row, assessed: None }
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
