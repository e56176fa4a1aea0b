//! All numbers of a standard in one list, as they are typed in one sitting: each at the section that asks it first, a sum
//! below the last of its parts.

use crate::model::standard::asking::NumberShown;
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::{FaultField, Question};
use crate::model::standard::words::Words;
use crate::model::standard::{Fact, Standard};

/// A number of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberAsked<'a> {
    /// A fact, which any number of items may use.
    Fact(&'a Fact),
    /// A sum of facts, which nobody types.
    Total(&'a Fact),
    /// An item's own number.
    Own {
        /// The item.
        item: &'a Item,
        /// What is counted.
        unit: Option<&'a Words>,
    },
    /// The number of one of an item's faults, counted from 0.
    Fault {
        /// The item.
        item: &'a Item,
        /// Which of its faults.
        at: usize,
        /// What is at fault.
        words: &'a Words,
        /// What is counted.
        unit: &'a Words,
    },
}

/// The numbers of one section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NumberGroup<'a> {
    /// What the section, or the bonus, is called.
    pub words: &'a Words,
    /// Its numbers, at least one.
    pub numbers: Vec<NumberAsked<'a>>,
}

impl Standard {
    /// Every number that is asked, by section; a section that asks none is left out.
    pub fn numbers(&self) -> Vec<NumberGroup<'_>> {
        let sections = self.sections.iter().map(|section| (&section.words, &section.items));
        let groups = sections.chain([(&self.bonus.words, &self.bonus.items)]).map(|(words, items)| {
            let numbers = items.iter().flat_map(|item| self.numbers_at(item)).collect();
            NumberGroup { words, numbers }
        });
        groups.filter(|group| !group.numbers.is_empty()).collect()
    }

    fn numbers_at<'a>(&'a self, item: &'a Item) -> Vec<NumberAsked<'a>> {
        let facts = self.shown_at(item).into_iter().filter_map(|shown| match shown {
            NumberShown::Asked(fact) => Some(NumberAsked::Fact(fact)),
            NumberShown::Total(fact) => Some(NumberAsked::Total(fact)),
            NumberShown::Known(_) => None,
        });
        let own = match item.ask() {
            Question::Number { unit } => vec![NumberAsked::Own { item, unit }],
            Question::Faults(faults) => {
                let fault = |(at, fault): (usize, FaultField<'a>)| NumberAsked::Fault {
                    item,
                    at,
                    words: fault.words,
                    unit: fault.unit,
                };
                faults.into_iter().enumerate().map(fault).collect()
            }
            Question::Choose(_) | Question::FactsAlone | Question::Tick(_) | Question::Text { .. } => Vec::new(),
        };
        facts.chain(own).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::library::StandardLibrary;

    #[test]
    fn every_number_of_a_standard_stands_in_the_list_once_and_every_sum_below_a_part_of_it() {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        for standard in library.iter() {
            let all: Vec<NumberAsked<'_>> = standard.numbers().into_iter().flat_map(|group| group.numbers).collect();
            for fact in &standard.facts {
                let wanted = if fact.sum.is_some() { NumberAsked::Total(fact) } else { NumberAsked::Fact(fact) };
                assert_eq!(all.iter().filter(|number| **number == wanted).count(), 1, "{}", fact.id);
            }
            let own = |item: &&Item| matches!(item.ask(), Question::Number { .. });
            let listed = all.iter().filter(|number| matches!(number, NumberAsked::Own { .. })).count();
            assert_eq!(listed, standard.items().filter(own).count());
            for (at, number) in all.iter().enumerate() {
                if let NumberAsked::Total(fact) = number {
                    let parts = standard.asked_for(&fact.id);
                    let above = |number: &NumberAsked<'_>| matches!(number, NumberAsked::Fact(part) if parts.contains(&&part.id));
                    assert_eq!(all[..at].iter().filter(|number| above(number)).count(), parts.len(), "{}", fact.id);
                }
            }
        }
    }
}
