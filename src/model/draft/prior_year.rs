//! An earlier year beside a draft (`earlier_year`): what the same unit said then, item by item, and the score it had. It is looked
//! at and never counted; an answer is taken over from it only by a person, one item at a time.

use crate::model::date::UtcTime;
use crate::model::draft::Draft;
use crate::model::draft::orphans::{Orphan, OrphanValue, QuestionId, QuestionSnapshot};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::record::facts::Count;
use crate::model::record::typed::compared;
use crate::model::record::unit::Unit;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::item::Item;
use crate::model::standard::{Fact, related};

impl PriorYear {
    /// What this draft says, with its score. What had no place in its standard is there as well.
    pub fn of(draft: &Draft, score: ShownScore) -> Self {
        let standard = &draft.standard;
        // Of what is marked, the words of then are not those of this standard.
        let own = |marked: bool| (!marked).then_some(&**standard);
        let answers = draft.record.answers.iter().filter_map(|(id, answer)| {
            let marked = draft.marked(&QuestionId::Item(id.clone()));
            let asked = marked.cloned().or_else(|| QuestionSnapshot::item(standard, id, draft.year))?;
            Some(Orphan::answer(id, asked, answer, own(marked.is_some())))
        });
        let numbers = draft.record.facts.iter().filter_map(|(id, count)| {
            let marked = draft.marked(&QuestionId::Fact(id.clone()));
            let asked = marked.cloned().or_else(|| QuestionSnapshot::fact(standard, id, draft.year))?;
            Some(Orphan::number(id, asked, count, own(marked.is_some())))
        });
        // What shows it stays with the draft of then, which holds the photos.
        let said = draft.left.iter().cloned().chain(answers).chain(numbers).map(Orphan::without_photos);
        Self { year: draft.year, score, said: said.collect() }
    }
}

/// Whether two name the same unit: by its code where both have one, else by its names.
pub fn same_unit(one: &Unit, other: &Unit) -> bool {
    let codes = (compared(&one.code), compared(&other.code));
    if codes.0.is_empty() || codes.1.is_empty() {
        let names = |unit: &Unit| [&unit.township, &unit.village, &unit.name].map(|name| compared(name));
        names(one) == names(other)
    } else {
        codes.0 == codes.1
    }
}

impl Draft {
    /// Whether this one may stand beside it: an earlier year's, by a standard that is another version of its own.
    pub fn is_before(&self, other: &Self) -> bool {
        self.year < other.year && related(&self.standard, &other.standard)
    }

    /// The draft that goes on after this one, by this standard, with this one's year beside it: for the standard's
    /// year, or where that is over for the year of today. The unit and its people stand in it; no answer and no
    /// number does. Nothing where it would be of no later year.
    pub fn next_year(
        &self,
        beside: PriorYear,
        standard: IssuedStandard,
        id: DraftId,
        now: UtcTime,
        today: u16,
    ) -> Option<Self> {
        let year = if standard.year > self.year { standard.year } else { today };
        (year > self.year && related(&self.standard, &standard)).then(|| Self {
            year,
            sample: self.is_example(),
            unit: self.unit.clone(),
            posts: self.posts.clone(),
            earlier: Some(beside),
            ..Self::new(id, standard, now)
        })
    }

    /// The numbers that are asked at this item and were said in the year beside it.
    pub fn numbers_beside<'a>(&'a self, item: &Item) -> Vec<(&'a Fact, Count)> {
        let Some(earlier) = &self.earlier else { return Vec::new() };
        let here = |fact: &&Fact| self.standard.asked_at(&fact.id).is_some_and(|first| first.id == item.id);
        let needs = self.standard.needs(item).into_iter().filter(here);
        needs.filter_map(|fact| Some((fact, earlier.number(&fact.id)?.0))).collect()
    }

    /// Whether what the year beside it said of this item can be said again, and is not said already.
    pub fn may_reuse(&self, item: &Item) -> bool {
        let numbers = self.numbers_beside(item);
        numbers.into_iter().any(|(fact, count)| self.record.facts.asked(&fact.id) != Some(count))
            || self.choice_beside(item).is_some_and(|choice| self.record.answers.choice(&item.id) != Some(choice))
    }

    /// Says of this item what the year beside it said, with the numbers that are asked here. What shows it is
    /// another every year and not taken.
    pub fn reuse(&mut self, item: &Item) {
        let numbers = self.numbers_beside(item).into_iter().map(|(fact, count)| (fact.id.clone(), count));
        for (fact, count) in numbers.collect::<Vec<_>>() {
            self.count(&fact, Some(count));
        }
        if let Some(choice) = self.choice_beside(item).cloned() {
            self.choose(&item.id, Some(choice));
        }
    }

    /// The choice of then, if it is one of this item's.
    fn choice_beside(&self, item: &Item) -> Option<&crate::model::record::answers::Choice> {
        let OrphanValue::Answer { answer, .. } = &self.earlier.as_ref()?.answer(&item.id)?.kept else { return None };
        answer.choice.as_ref().filter(|_| answer.misfit(item).is_none())
    }
}
