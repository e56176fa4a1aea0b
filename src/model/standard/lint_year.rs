//! What does not hold together in a standard's year, its receiver and the page that asks it.

use crate::model::problem::Fault;
use crate::model::standard::ids::AssessorId;
use crate::model::standard::lint::Lint;
use std::collections::BTreeSet;

/// The most items of a standard that stands on one page: what a thumb goes through in one sitting.
const ONE_PAGE: usize = 60;

impl Lint<'_> {
    /// The period comes before the day on which the unit rates itself and before the last day for submissions: nobody
    /// can count what is still to come.
    pub(super) fn year(&mut self) {
        let standard = self.standard;
        for (index, step) in standard.cycle.iter().enumerate() {
            // That nobody at all gives a score is told elsewhere.
            let unknown = |by: &&AssessorId| standard.assessors.iter().all(|known| known.id != **by);
            if let Some(by) = step.by.as_ref().filter(|by| !standard.assessors.is_empty() && unknown(by)) {
                self.refuse(format!("cycle[{index}].by"), Fault::Unknown(by.to_string()));
            }
        }
        let Some(period) = standard.period else {
            let counts = standard.facts.iter().any(|fact| fact.in_period) || standard.items().any(|i| i.in_period);
            if counts {
                self.refuse("period", Fault::NothingHere);
            }
            return;
        };
        if period.to < period.from {
            self.refuse("period.to", Fault::NotAfter(period.from));
        }
        let itself = standard.assessors.first().map(|first| &first.id);
        let own = standard.cycle.iter().enumerate().filter(|(_, step)| step.by.is_some() && step.by.as_ref() == itself);
        let days = own.map(|(index, step)| (format!("cycle[{index}].date"), step.date));
        for (place, day) in days.chain([("deadline".to_owned(), standard.deadline)]) {
            if day.is_some_and(|day| day <= period.to) {
                self.refuse(place, Fault::NotAfter(period.to));
            }
        }
    }

    /// The ways to the receiver, each once.
    pub(super) fn receiver(&mut self) {
        let receiver = &self.standard.receiver;
        if let Some(called) = &receiver.called {
            self.words("receiver.called", called);
        }
        if receiver.ways.is_empty() {
            self.refuse("receiver.ways", Fault::NothingHere);
        }
        let mut seen = BTreeSet::new();
        for way in &receiver.ways {
            if !seen.insert(way) {
                self.refuse("receiver.ways", Fault::Twice(way.name().to_owned()));
            }
        }
    }

    /// What stands on one page has to fit there.
    pub(super) fn one_page(&mut self) {
        if self.standard.one_page {
            self.at_most("one_page", self.standard.items().count(), ONE_PAGE);
        }
    }
}
