//! Lines that come onto the roster.

use crate::model::review::act::Act;
use crate::model::review::ids::UnitId;
use crate::model::review::roster_line::RosterLine;
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::review::take_in::match_same_names;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Puts lines behind all that are there, and these in the place of those of their units.
pub(super) fn add_lines(
    session: ReviewSession,
    lines: Vec<RosterLine>,
    changed: Vec<(UnitId, RosterLine)>,
) -> Option<u32> {
    let last = session.with(|open| open.units().units.last().map_or(0, |unit| unit.line.order))?;
    let changed = changed.into_iter().map(|(unit, line)| Act::Unit { unit, value: Some(Arc::new(line)) });
    let mut acts: Vec<Act> = changed.collect();
    for (line, order) in lines.into_iter().zip(last.saturating_add(1)..) {
        let value = Some(Arc::new(RosterLine { order, ..line }));
        acts.push(Act::Unit { unit: ReviewSession::new_unit()?, value });
    }
    let step = session.decide(acts, Received::default())?;
    give_what_waits(session);
    Some(step)
}

/// What came before its line was written so waits no longer. It is none of the steps that a person made.
pub(super) fn give_what_waits(session: ReviewSession) {
    spawn_local(async move {
        if let Some(acts) = match_same_names(session).await {
            let _ = session.decide_untold(acts, Received::default());
            session.tell();
        }
    });
}
