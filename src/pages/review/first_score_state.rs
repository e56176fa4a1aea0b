//! What a first score (初评) is kept as: each correction with what it was made of and why.

use crate::model::digest::CheckCode;
use crate::model::record::Record;
use crate::model::review::act::Act;
use crate::model::review::assessment::Assessment;
use crate::model::review::correction::{CorrectedPlace, Corrector, PointsCut};
use crate::model::review::ids::UnitId;
use crate::model::review::judged::Deviation;
use crate::model::review::judgements::Judgements;
use crate::model::review::not_a_cell::NotACell;
use crate::model::standard::Standard;
use crate::model::standard::ids::AssessorId;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::typed_text::Dealt;
use crate::platform::review::open_review::{Received, ReviewSession};
use leptos::prelude::*;

/// What a unit says of itself, and the check code of the file in which it says so.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Claimed {
    /// What it says.
    pub(super) record: Record,
    /// None where the township typed it.
    pub(super) code: Option<CheckCode>,
}

/// The column of who works here, if units of this standard are scored in it. The first column is the unit's own.
pub(super) fn own_column(session: ReviewSession, standard: &Standard) -> Option<AssessorId> {
    let column = session.with(|open| open.head.basics.who().map(|who| who.column)).flatten()?;
    standard.assessors.iter().skip(1).any(|assessor| assessor.id == column).then_some(column)
}

/// What is scored, and by whom. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct ScoredUnit {
    pub(super) session: ReviewSession,
    pub(super) unit: UnitId,
    column: StoredValue<AssessorId>,
    pub(super) standard: StoredValue<IssuedStandard>,
    /// What the unit says.
    pub(super) claimed: Signal<Claimed>,
    pub(super) judged: Memo<Judgements>,
    pub(super) assessed: Memo<Assessment>,
}

impl ScoredUnit {
    /// Of what this unit says, in this column.
    pub(super) fn new(
        session: ReviewSession,
        unit: UnitId,
        column: StoredValue<AssessorId>,
        standard: StoredValue<IssuedStandard>,
        claimed: Signal<Claimed>,
    ) -> Self {
        let judged = Memo::new(move |_| {
            let judged = session.follow(|open| column.with_value(|column| Judgements::of(&open.log, unit, column)));
            judged.unwrap_or_default()
        });
        let assessed = Memo::new(move |_| {
            let judged = judged.get();
            standard.with_value(|standard| {
                claimed.with(|claimed| Assessment::of(standard, &claimed.record, std::slice::from_ref(&judged)))
            })
        });
        Self { session, unit, column, standard, claimed, judged, assessed }
    }

    /// What stands at a place; followed.
    pub(super) fn shown(self, place: &CorrectedPlace) -> String {
        let judged = self.judged.get();
        self.standard
            .with_value(|standard| self.assessed.with(|assessed| place.shown(standard, &assessed.record, &judged)))
    }

    /// What a text typed at a place comes to.
    fn at<T>(self, work: &dyn Fn(&Corrector<'_>) -> T) -> T {
        let (claimed, judged) = (self.claimed.get_untracked(), self.judged.get_untracked());
        let found = self.assessed.with_untracked(|assessed| assessed.record.clone());
        self.standard.with_value(|standard| {
            self.column.with_value(|column| {
                work(&Corrector {
                    standard,
                    unit: self.unit,
                    column,
                    code: claimed.code.as_ref(),
                    claimed: &claimed.record,
                    found: &found,
                    judged: &judged,
                })
            })
        })
    }

    /// Why what stands in a field cannot be read, if so.
    pub(super) fn unread(self, place: &CorrectedPlace, text: &str) -> Option<NotACell> {
        self.at(&|corrector| corrector.correct(place, text).err())
    }

    /// Keeps what was typed as corrected, or takes a correction back where it is what the unit said. Points that were cut
    /// say why.
    pub(super) fn correct(self, place: &CorrectedPlace, text: &str) -> (Dealt, Option<PointsCut>) {
        match self.at(&|corrector| corrector.correct(place, text)) {
            Ok((act, cut)) => (self.decide(act), cut),
            Err(_) => (Dealt::Apart, None),
        }
    }

    /// Says why something is corrected.
    pub(super) fn explain(self, place: &CorrectedPlace, reason: &Deviation) -> Dealt {
        let act = self.at(&|corrector| corrector.explain(place, reason.clone()));
        act.map_or(Dealt::Decided, |act| self.decide(act))
    }

    fn decide(self, act: Act) -> Dealt {
        self.session.decide(vec![act], Received::default()).map_or(Dealt::NotYet, |_| Dealt::Decided)
    }

    /// Whether the row it is of is still on the page: a field beside it may outlive it.
    pub(super) fn is_there(self) -> bool {
        self.assessed.try_with_untracked(|_| ()).is_some()
    }

    /// Why a place is corrected; nothing where it is not. Followed.
    pub(super) fn reason(self, place: &CorrectedPlace) -> Option<Deviation> {
        self.judged.with(|judged| place.reason(judged).cloned())
    }
}
