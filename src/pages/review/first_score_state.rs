//! What a first score (初评) is kept as: each correction with what it was made of and why.

use crate::model::digest::CheckCode;
use crate::model::record::Record;
use crate::model::review::act::Act;
use crate::model::review::assessment::Assessment;
use crate::model::review::entry_grid::{CellValue, GridColumn, NotACell};
use crate::model::review::ids::UnitId;
use crate::model::review::judged::{Claim, ClaimSeen, Correction, Deviation, Judged};
use crate::model::review::judgements::Judgements;
use crate::model::standard::ids::AssessorId;
use crate::model::standard::issued::IssuedStandard;
use crate::platform::review::open_review::{Received, ReviewSession};
use leptos::prelude::*;

/// What is scored, and by whom. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct ScoredUnit {
    pub(super) session: ReviewSession,
    pub(super) unit: UnitId,
    pub(super) column: StoredValue<AssessorId>,
    pub(super) standard: StoredValue<IssuedStandard>,
    /// What the unit says.
    pub(super) record: StoredValue<Record>,
    pub(super) code: StoredValue<Option<CheckCode>>,
    pub(super) judged: Memo<Judgements>,
    pub(super) assessed: Memo<Assessment>,
}

impl ScoredUnit {
    /// Keeps what was typed as corrected, or takes a correction back where it is what the unit said.
    pub(super) fn correct(self, column: &GridColumn, text: &str) -> Result<(), NotACell> {
        let read = self.standard.with_value(|standard| {
            self.assessed.with_untracked(|assessed| column.read(standard, &assessed.record, text))
        })?;
        let reason = self.reason(column);
        let act = self.record.with_value(|record| match read {
            CellValue::Fact(fact, count) => {
                let value = count.filter(|count| record.facts.asked(&fact) != Some(*count));
                let value = value.map(|value| {
                    let claim = Claim::of_fact(record, &fact);
                    Box::new(Judged { basis: self.seen(claim), value, reason })
                });
                Act::FactSet { unit: self.unit, column: self.column.get_value(), fact, value }
            }
            CellValue::Answer(item, choice) => {
                let value = choice.filter(|choice| record.answers.choice(&item) != Some(choice));
                let value = value.map(|choice| {
                    let claim = self.standard.with_value(|standard| Claim::of_item(standard, record, &item));
                    Box::new(Judged { basis: self.seen(claim), value: Correction::Answer(choice), reason })
                });
                Act::Assessed { unit: self.unit, column: self.column.get_value(), item, value }
            }
        });
        let _ = self.session.decide(vec![act], Received::default());
        Ok(())
    }

    /// Says why something is corrected.
    pub(super) fn explain(self, column: &GridColumn, reason: Deviation) {
        let (unit, of) = (self.unit, self.column.get_value());
        let act = self.judged.with_untracked(|judged| match column {
            GridColumn::Fact(fact) => {
                let value = judged.facts.get(fact).map(|judged| Box::new(Judged { reason, ..judged.clone() }));
                value.map(|value| Act::FactSet { unit, column: of, fact: fact.clone(), value: Some(value) })
            }
            GridColumn::Number(item)
            | GridColumn::Fault(item, _)
            | GridColumn::Option(item)
            | GridColumn::Parts(item) => {
                let value = judged.items.get(item).map(|judged| Box::new(Judged { reason, ..judged.clone() }));
                value.map(|value| Act::Assessed { unit, column: of, item: item.clone(), value: Some(value) })
            }
        });
        if let Some(act) = act {
            let _ = self.session.decide(vec![act], Received::default());
        }
    }

    /// Something is being typed that is not kept yet, or nothing is any more.
    pub(super) fn typing(self, typing: bool) {
        self.session.typing(typing);
    }

    /// Why it is corrected; nothing is said where it is not.
    pub(super) fn reason(self, column: &GridColumn) -> Deviation {
        self.judged.with_untracked(|judged| reason_in(judged, column)).unwrap_or_default()
    }

    fn seen(self, claim: Claim) -> ClaimSeen {
        ClaimSeen { code: self.code.get_value(), claim }
    }
}

/// Why a column is corrected, where it is.
pub(super) fn reason_in(judged: &Judgements, column: &GridColumn) -> Option<Deviation> {
    match column {
        GridColumn::Fact(fact) => judged.facts.get(fact).map(|judged| judged.reason.clone()),
        GridColumn::Number(item) | GridColumn::Fault(item, _) | GridColumn::Option(item) | GridColumn::Parts(item) => {
            judged.items.get(item).map(|judged| judged.reason.clone())
        }
    }
}
