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

    /// The first item that needs this fact: there it is asked.
    pub fn asked_at(&self, fact: &FactId) -> Option<&Item> {
        self.items().find(|item| item.reads().into_iter().any(|read| self.asked_for(read).contains(&fact)))
    }

    /// What of its numbers an item shows: those that are asked here, and before them those that are known
    /// from elsewhere, a sum of known ones as one.
    pub fn shown_at(&self, item: &Item) -> Vec<NumberShown<'_>> {
        let here = |fact: &FactId| self.asked_at(fact).is_some_and(|first| first.id == item.id);
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
        known.into_iter().map(NumberShown::Known).chain(asked.map(NumberShown::Asked)).collect()
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
