//! What is asked where: each number once, at the first item that needs it.

use crate::model::standard::ids::FactId;
use crate::model::standard::item::Item;
use crate::model::standard::{Fact, Standard};

/// A number of an item, as the form shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberShown<'a> {
    /// It is asked here.
    Asked(&'a Fact),
    /// It is asked at another item, or is a sum of such numbers.
    Known(&'a Fact),
    /// It is a sum whose last part is asked here.
    Total(&'a Fact),
}

impl Standard {
    /// The facts a person is asked for this fact: itself, or what it is made of.
    pub fn asked_for<'a>(&'a self, id: &'a FactId) -> Vec<&'a FactId> {
        match self.fact(id).and_then(|fact| fact.sum.as_ref()) {
            Some(sum) => sum.plus.iter().chain(&sum.minus).collect(),
            None => vec![id],
        }
    }

    /// The facts that an item needs from a person, each once, in the standard's order.
    pub fn needs(&self, item: &Item) -> Vec<&Fact> {
        let wanted: Vec<&FactId> = item.reads().into_iter().flat_map(|id| self.asked_for(id)).collect();
        self.facts.iter().filter(|fact| wanted.contains(&&fact.id)).collect()
    }

    /// Whether an item needs this fact from a person.
    fn is_needed(&self, item: &Item, fact: &FactId) -> bool {
        item.reads().into_iter().any(|read| match self.fact(read).and_then(|read| read.sum.as_ref()) {
            Some(sum) => sum.plus.contains(fact) || sum.minus.contains(fact),
            None => read == fact,
        })
    }

    /// The first item that needs this fact: there it is asked.
    pub fn asked_at(&self, fact: &FactId) -> Option<&Item> {
        self.items().find(|item| self.is_needed(item, fact))
    }

    /// The sums whose last part is asked at this item: with it they are known.
    fn totals_at(&self, item: &Item) -> Vec<&Fact> {
        let place = |fact: &FactId| self.items().position(|item| self.is_needed(item, fact));
        let last = |fact: &&Fact| self.asked_for(&fact.id).into_iter().filter_map(place).max();
        let here = self.items().position(|one| one.id == item.id);
        self.facts.iter().filter(|fact| fact.sum.is_some() && last(fact) == here).collect()
    }

    fn asked_here(&self, item: &Item, fact: &FactId) -> bool {
        self.asked_at(fact).is_some_and(|first| first.id == item.id)
    }

    /// The items that a fact counts for, itself or as a part of a sum, in order.
    pub fn uses(&self, fact: &FactId) -> Vec<&Item> {
        let whole: Vec<&FactId> =
            self.facts.iter().map(|one| &one.id).filter(|one| self.asked_for(one).contains(&fact)).collect();
        let reads = |item: &&Item| item.reads().into_iter().any(|read| read == fact || whole.contains(&read));
        self.items().filter(reads).collect()
    }

    /// What of its numbers an item shows: first those that are known from elsewhere, a sum of known ones as one, then
    /// those that are asked here, then the sums that are known with them.
    pub fn shown_at(&self, item: &Item) -> Vec<NumberShown<'_>> {
        let here = |fact: &FactId| self.asked_here(item, fact);
        let mut known: Vec<&Fact> = Vec::new();
        for read in item.reads() {
            let parts = self.asked_for(read);
            let elsewhere: Vec<&FactId> = parts.iter().copied().filter(|part| !here(part)).collect();
            let shown = if elsewhere.len() == parts.len() { vec![read] } else { elsewhere };
            for fact in shown.into_iter().filter_map(|id| self.fact(id)) {
                if !known.contains(&fact) {
                    known.push(fact);
                }
            }
        }
        let asked = self.needs(item).into_iter().filter(|fact| here(&fact.id));
        let totals = self.totals_at(item).into_iter().map(NumberShown::Total);
        known.into_iter().map(NumberShown::Known).chain(asked.map(NumberShown::Asked)).chain(totals).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::ids::ItemId;
    use crate::model::standard::library::StandardLibrary;

    fn shown(item: &str) -> Vec<String> {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let station = library.iter().next().expect("the station's standard");
        let item = station.item(&ItemId::try_from(item).expect("an id")).expect("an item");
        let name = |shown| match shown {
            NumberShown::Asked(fact) => format!("asks {}", fact.id),
            NumberShown::Known(fact) => format!("knows {}", fact.id),
            NumberShown::Total(fact) => format!("adds up {}", fact.id),
        };
        station.shown_at(item).into_iter().map(name).collect()
    }

    #[test]
    fn a_sum_of_known_numbers_is_shown_as_one() {
        assert_eq!(shown("G2"), ["knows persons", "asks came"]);
    }

    #[test]
    fn a_sum_is_taken_apart_where_its_parts_are_asked() {
        let asks = shown("F1");
        assert!(asks.contains(&"asks seats_township".to_owned()), "{asks:?}");
        assert!(!asks.iter().any(|line| line.starts_with("knows")), "{asks:?}");
    }

    #[test]
    fn a_sum_stands_below_the_last_of_its_parts_and_nowhere_else() {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        for standard in library.iter() {
            for fact in standard.facts.iter().filter(|fact| fact.sum.is_some()) {
                let adds = |item: &&Item| standard.shown_at(item).last() == Some(&NumberShown::Total(fact));
                let items: Vec<&Item> = standard.items().filter(adds).collect();
                assert_eq!(items.len(), 1, "{}", fact.id);
                let here = items.first().map(|item| &item.id);
                let asked = |part| standard.asked_at(part).map(|item| &item.id);
                assert!(standard.asked_for(&fact.id).into_iter().any(|part| asked(part) == here), "{}", fact.id);
            }
        }
        assert_eq!(shown("F1").last().map(String::as_str), Some("adds up persons"));
    }

    #[test]
    fn a_number_counts_for_the_items_that_read_it_and_for_those_that_read_a_sum_of_it() {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let station = library.iter().next().expect("the station's standard");
        let uses = |fact: &str| {
            let fact = FactId::try_from(fact).expect("an id");
            station.uses(&fact).into_iter().map(|item| item.id.to_string()).collect::<Vec<_>>()
        };
        assert!(uses("seats_county").contains(&"G2".to_owned()), "{:?}", uses("seats_county"));
        assert_eq!(uses("persons"), uses("seats_county"));
        for fact in station.facts.iter().filter(|fact| fact.sum.is_none()) {
            let first = station.asked_at(&fact.id).map(|item| item.id.to_string());
            assert_eq!(uses(fact.id.as_str()).first(), first.as_ref(), "{}", fact.id);
        }
    }

    #[test]
    fn every_number_is_asked_at_exactly_one_item() {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        for standard in library.iter() {
            for fact in standard.facts.iter().filter(|fact| fact.sum.is_none()) {
                let asks = |item: &&Item| standard.shown_at(item).contains(&NumberShown::Asked(fact));
                assert_eq!(standard.items().filter(asks).count(), 1, "{}", fact.id);
            }
        }
    }
}
