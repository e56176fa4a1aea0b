//! Sorting what is short: one sort for all kinds of things. The library's own brings some 4 KB for each kind into what is
//! loaded, and so does collecting into a map, which sorts first.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a comparison; equal ones keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        // There is no other place.
        _ => Ordering::Equal,
    });
    let mut from: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| from.get_mut(at)?.take()));
}

/// Sorts by what each is known by; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts, and leaves each only once.
pub fn sort_once<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, Ord::cmp);
    items.dedup();
}

/// A map of pairs; of two with one key the later.
pub fn map_of<K: Ord, V>(pairs: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of these.
pub fn set_of<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The places from 0 on in their order.
fn order(many: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..many).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test may stop")]

    use super::{set_of, sort_by_key, sort_once};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(numbers in proptest::collection::vec(0_u8..20, 0..60)) {
            let numbered: Vec<(u8, usize)> = numbers.iter().copied().zip(0..).collect();
            let (mut ours, mut theirs) = (numbered.clone(), numbered);
            sort_by_key(&mut ours, |(number, _)| *number);
            theirs.sort_by_key(|(number, _)| *number);
            prop_assert_eq!(ours, theirs);
            let mut once = numbers.clone();
            sort_once(&mut once);
            prop_assert_eq!(once, set_of(numbers.into_iter()).into_iter().collect::<Vec<_>>());
        }
    }
}
