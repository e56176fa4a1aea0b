//! How far a part of the form is.

use crate::model::draft::{Draft, Missing};
use crate::model::record::unit::Unit;
use crate::model::record::unread::Typed;
use crate::model::scoring::score::Score;
use crate::model::standard::item::Item;
use crate::model::standard::numbers::NumberAsked;

/// How far a part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Nothing is answered.
    NotStarted,
    /// So many are still open.
    Open(usize),
    /// Everything is answered.
    Done,
}

/// How many of a draft's numbers are filled in. A sum is none: nobody types it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumbersFilled {
    /// So many can be counted with.
    pub filled: usize,
    /// So many there are.
    pub asked: usize,
}

impl NumbersFilled {
    /// Of a draft.
    pub fn of(draft: &Draft) -> Self {
        let typed = draft.standard.numbers().into_iter().flat_map(|group| group.numbers).filter_map(|asked| {
            Some(match asked {
                NumberAsked::Fact(fact) => draft.fact_typed(&fact.id),
                NumberAsked::Own { item, .. } => draft.count_typed(&item.id),
                NumberAsked::Fault { item, at, .. } => draft.fault_typed(&item.id, at),
                NumberAsked::Total(_) => return None,
            })
        });
        let is_filled = |typed: Typed| usize::from(matches!(typed, Typed::Number(Some(_))));
        typed.fold(Self { filled: 0, asked: 0 }, |so_far, typed| Self {
            filled: so_far.filled + is_filled(typed),
            asked: so_far.asked + 1,
        })
    }
}

impl Progress {
    /// Of so many open ones among so many.
    fn of(open: usize, all: usize) -> Self {
        match open {
            0 => Self::Done,
            open if open == all => Self::NotStarted,
            open => Self::Open(open),
        }
    }

    /// Of these items.
    pub fn of_items(score: &Score, items: &[Item]) -> Self {
        let is_open =
            |item: &&Item| score.item(&item.id).is_some_and(crate::model::scoring::item_score::ItemScore::is_open);
        Self::of(items.iter().filter(is_open).count(), items.len())
    }

    /// Of the numbers.
    pub fn of_numbers(draft: &Draft) -> Self {
        let NumbersFilled { filled, asked } = NumbersFilled::of(draft);
        Self::of(asked.saturating_sub(filled), asked)
    }

    /// Of the unit's identity: what a submission cannot go without.
    pub fn of_basics(draft: &Draft) -> Self {
        let lacks = draft.lacks();
        let identity = |lack: &&Missing| matches!(lack, Missing::Name | Missing::Township | Missing::Village);
        match lacks.iter().filter(identity).count() {
            0 => Self::Done,
            _ if draft.unit == Unit::default() => Self::NotStarted,
            open => Self::Open(open),
        }
    }
}

/// Between which minutes filling in so many items takes with the ledgers at hand: three quarters of a minute to five
/// quarters for each, to five minutes.
pub fn minutes(items: usize) -> (usize, usize) {
    let to_five = |quarters: usize| items.saturating_mul(quarters).saturating_add(10) / 20 * 5;
    let least = to_five(3).max(5);
    (least, to_five(5).max(least + 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_it_takes_follows_how_much_there_is() {
        assert_eq!([22, 49, 59].map(minutes), [(15, 30), (35, 60), (45, 75)]);
        assert_eq!([0, 1, 3].map(minutes), [(5, 10); 3]);
    }
}
