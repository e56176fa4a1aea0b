//! Sorting and gathering without the standard library's sort, which is made anew for every type and costs the
//! page 3.5 KB each time; the lists here have some dozens of entries, in which a simple one is as fast.

use std::collections::BTreeMap;

/// Sorts by a key, the lowest first. Equal keys keep their order.
pub fn sort_by_key<T, K: PartialOrd>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 {
            let out_of_order = match (list.get(at - 1), list.get(at)) {
                (Some(before), Some(after)) => key(after) < key(before),
                _ => false,
            };
            if !out_of_order {
                break;
            }
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// A map of pairs; the last of equal keys stays.
pub fn gather<K: Ord, V>(pairs: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    pairs.for_each(|(key, value)| _ = map.insert(key, value));
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_and_gathers_as_the_standard_library_does(pairs in prop::collection::vec((0..9_u8, any::<u8>()), 0..40)) {
            let (mut ours, mut theirs) = (pairs.clone(), pairs.clone());
            sort_by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(ours, theirs);
            prop_assert_eq!(gather(pairs.iter().copied()), pairs.into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
