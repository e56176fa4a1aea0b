//! What an assessor's column gives each unit of the open review, for the table and the hints. It is worked out of the units'
//! files one after the other, since a row of the table does not hold their answers; so a table is there at once, and its
//! assessed scores come in.

use crate::model::review::assessment::Assessment;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::UnitId;
use crate::model::review::judgements::Judgements;
use crate::model::review::table::{ColumnScore, assessor};
use crate::model::review::taken::Origin;
use crate::model::review::units::{Counts, ReviewUnits};
use crate::model::standard::library::StandardLibrary;
use crate::platform::review::open_review::ReviewSession;
use crate::platform::review::received::submission_of;
use crate::platform::time_slice::TimeSlice;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known so far, kept while the desk is open. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct AssessedUnits {
    /// What each score was made of, and the score.
    known: StoredValue<BTreeMap<UnitId, (Origin, Judgements, ColumnScore)>>,
    /// How many times it was asked for: what was asked later knows more.
    asked: StoredValue<u32>,
    /// The scores, for whoever shows them.
    pub scores: RwSignal<Arc<BTreeMap<UnitId, ColumnScore>>>,
}

impl AssessedUnits {
    /// With nothing known. Called once, where the owner of all pages is the current one.
    pub fn nothing_known() -> Self {
        Self { known: StoredValue::default(), asked: StoredValue::new(0), scores: RwSignal::default() }
    }

    /// Works out what is not known yet of these units.
    pub fn look(self, session: ReviewSession, units: Arc<ReviewUnits>) {
        spawn_local(async move { _ = self.work(session, &units).await });
    }

    async fn work(self, session: ReviewSession, units: &ReviewUnits) -> Option<()> {
        let this = self.asked.try_update_value(|times| {
            *times = times.wrapping_add(1);
            *times
        })?;
        let standards = session.with(|open| open.head.basics.standards.clone())?;
        let library = StandardLibrary::of(&standards);
        let (mut scores, mut slice) = (BTreeMap::new(), TimeSlice::begin());
        for unit in &units.units {
            slice.next().await;
            if self.asked.try_get_value()? != this {
                return None;
            }
            let Counts::Of(origin) = unit.counts else { continue };
            let Some(standard) = standards.iter().find(|standard| standard.unit.id == unit.line.kind) else { continue };
            let Some(column) = assessor(standard) else { continue };
            let judged = session.with(|open| Judgements::of(&open.log, unit.id, &column.id))?;
            if judged.is_empty() {
                continue;
            }
            // What the township types itself may change without any judgement.
            let known = self.known.try_with_value(|known| {
                let (of, by, score) = known.get(&unit.id)?;
                (*of == origin && origin != Origin::Entered && *by == judged).then(|| score.clone())
            })?;
            if let Some(score) = known {
                scores.insert(unit.id, score);
                continue;
            }
            let record = match origin {
                Origin::Entered => session.with(|open| EnteredRecord::of(&open.log, unit.id).record),
                Origin::File(file) => {
                    submission_of(session, file, &library).await.map(|(_, submission)| submission.record())
                }
            };
            let Some(record) = record else { continue };
            let score = ColumnScore::of(&Assessment::of(standard, &record, std::slice::from_ref(&judged)), standard);
            scores.insert(unit.id, score.clone());
            self.known.try_update_value(|known| known.insert(unit.id, (origin, judged, score)))?;
        }
        if self.scores.try_with_untracked(|shown| **shown != scores)? {
            self.scores.try_set(Arc::new(scores));
        }
        Some(())
    }
}
