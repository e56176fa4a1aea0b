//! The parts of a draft that an edit changes: found by comparing, taken out of a draft, put into it again.

use crate::model::draft::Draft;
use crate::model::draft::agreement::DeclaredContent;
use crate::model::draft::prior_answers::PriorYear;
use crate::model::files::json::canonical;
use crate::model::record::answers::Answer;
use crate::model::record::facts::Count;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::record::unread::Unread;
use crate::model::record::{Months, Record};
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::issued::IssuedStandard;

/// What a person filled in, apart from the standard, which no key changes and which is long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    pub(super) year: u16,
    pub(super) unit: Unit,
    pub(super) posts: Posts,
    pub(super) record: Record,
    pub(super) declaration: Declaration,
    pub(super) unread: Unread,
}

impl Filled {
    /// As it stands before an edit.
    pub fn of(draft: &Draft) -> Self {
        // Every field is named, so that a new one has to be thought of. What is not filled in by a person
        // is not undone: the number of the next submission never goes back.
        let Draft { kind: _, format: _, id: _, counter: _, changed: _, sample: _, revision: _, standard: _, .. } =
            draft;
        let Draft { year, unit, posts, record, declaration, unread, .. } = draft;
        Self {
            year: *year,
            unit: unit.clone(),
            posts: posts.clone(),
            record: record.clone(),
            declaration: declaration.clone(),
            unread: unread.clone(),
        }
    }

    /// Takes the tick of the declaration back where what it was set for has changed.
    pub fn withdraw_agreement(&self, after: &mut Draft) {
        let Self { year, unit, posts, record, declaration, unread } = self;
        let was = DeclaredContent { year: *year, unit, posts, record, by: declaration, unread };
        let same = was.is_same(after.declared());
        if declaration.agreed && !same {
            after.declaration.agreed = false;
        }
    }
}

/// A part of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum DraftPart {
    Unit(Box<Unit>),
    Posts(Box<Posts>),
    Declaration(Box<Declaration>),
    Year(u16),
    Months(Months),
    Fact(FactId, Option<Count>),
    Item(ItemId, Option<Box<Answer>>),
    Standard(IssuedStandard),
    Earlier(Option<Box<PriorYear>>),
    Sample(bool),
    /// What cannot be read; it goes with the part of its field.
    Unread(Box<Unread>),
}

impl DraftPart {
    /// Whether both are the same part, perhaps at different times.
    pub(super) fn is_of_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fact(fact, _), Self::Fact(other, _)) => fact == other,
            (Self::Item(item, _), Self::Item(other, _)) => item == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The parts that differ, as they stand before.
pub(super) fn changed(before: &Filled, after: &Draft) -> Vec<DraftPart> {
    let Filled { year, unit, posts, record, declaration, unread } = before;
    let mut parts = Vec::new();
    if *year != after.year {
        parts.push(DraftPart::Year(*year));
    }
    if *unit != after.unit {
        parts.push(DraftPart::Unit(Box::new(unit.clone())));
    }
    if *posts != after.posts {
        parts.push(DraftPart::Posts(Box::new(posts.clone())));
    }
    if *declaration != after.declaration {
        parts.push(DraftPart::Declaration(Box::new(declaration.clone())));
    }
    if record.months != after.record.months {
        parts.push(DraftPart::Months(record.months));
    }
    for (fact, count) in record.facts.iter() {
        if after.record.facts.asked(fact) != Some(count) {
            parts.push(DraftPart::Fact(fact.clone(), Some(count)));
        }
    }
    for (fact, _) in after.record.facts.iter() {
        if record.facts.asked(fact).is_none() {
            parts.push(DraftPart::Fact(fact.clone(), None));
        }
    }
    for (item, answer) in record.answers.iter() {
        if after.record.answers.get(item) != Some(answer) {
            parts.push(DraftPart::Item(item.clone(), Some(Box::new(answer.clone()))));
        }
    }
    for (item, _) in after.record.answers.iter() {
        if record.answers.get(item).is_none() {
            parts.push(DraftPart::Item(item.clone(), None));
        }
    }
    if *unread != after.unread {
        parts.push(DraftPart::Unread(Box::new(unread.clone())));
    }
    parts
}

/// The same parts as they stand in another state of the draft.
pub(super) fn taken(draft: &Draft, parts: &[DraftPart]) -> Vec<DraftPart> {
    let take = |part: &DraftPart| match part {
        DraftPart::Unit(_) => DraftPart::Unit(Box::new(draft.unit.clone())),
        DraftPart::Posts(_) => DraftPart::Posts(Box::new(draft.posts.clone())),
        DraftPart::Declaration(_) => DraftPart::Declaration(Box::new(draft.declaration.clone())),
        DraftPart::Year(_) => DraftPart::Year(draft.year),
        DraftPart::Months(_) => DraftPart::Months(draft.record.months),
        DraftPart::Fact(fact, _) => DraftPart::Fact(fact.clone(), draft.record.facts.asked(fact)),
        DraftPart::Item(item, _) => {
            DraftPart::Item(item.clone(), draft.record.answers.get(item).cloned().map(Box::new))
        }
        DraftPart::Standard(_) => DraftPart::Standard(draft.standard.clone()),
        DraftPart::Earlier(_) => DraftPart::Earlier(draft.earlier.clone().map(Box::new)),
        DraftPart::Sample(_) => DraftPart::Sample(draft.sample),
        DraftPart::Unread(_) => DraftPart::Unread(Box::new(draft.unread.clone())),
    };
    parts.iter().map(take).collect()
}

pub(super) fn put(draft: &mut Draft, parts: &[DraftPart]) {
    for part in parts {
        match part {
            DraftPart::Unit(unit) => draft.unit.clone_from(unit),
            DraftPart::Posts(posts) => draft.posts.clone_from(posts),
            DraftPart::Declaration(declaration) => draft.declaration.clone_from(declaration),
            DraftPart::Year(year) => draft.year = *year,
            DraftPart::Months(months) => draft.record.months = *months,
            DraftPart::Fact(fact, count) => draft.record.facts.set(fact.clone(), *count),
            DraftPart::Item(item, answer) => {
                let answer = answer.as_deref().cloned().unwrap_or_default();
                draft.record.answers.edit(item, |now| *now = answer);
            }
            DraftPart::Standard(standard) => draft.standard.clone_from(standard),
            DraftPart::Earlier(earlier) => draft.earlier = earlier.as_deref().cloned(),
            DraftPart::Sample(sample) => draft.sample = *sample,
            DraftPart::Unread(unread) => draft.unread.clone_from(unread),
        }
    }
}

pub(super) fn size(parts: &[DraftPart]) -> usize {
    let one = |part: &DraftPart| match part {
        DraftPart::Unit(unit) => canonical(unit.as_ref()).len(),
        DraftPart::Posts(posts) => canonical(posts.as_ref()).len(),
        DraftPart::Declaration(declaration) => canonical(declaration.as_ref()).len(),
        DraftPart::Year(_)
        | DraftPart::Months(_)
        | DraftPart::Fact(..)
        | DraftPart::Sample(_)
        | DraftPart::Item(_, None)
        | DraftPart::Earlier(None) => 64,
        DraftPart::Item(_, Some(answer)) => 64 + canonical(answer.as_ref()).len(),
        DraftPart::Unread(unread) => 64 + canonical(unread.as_ref()).len(),
        DraftPart::Standard(standard) => standard.text().len(),
        DraftPart::Earlier(Some(earlier)) => canonical(earlier.as_ref()).len(),
    };
    parts.iter().map(one).sum()
}
