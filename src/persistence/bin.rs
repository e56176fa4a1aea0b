//! Where removed drafts go. Removing asks nothing and loses nothing: the draft is put into the bin first,
//! and taken from its place only once it is there. What is in the bin goes by age and size alone.

use crate::model::sorting::sort_by_key;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::snapshots::Snapshot;
use std::cmp::Reverse;

/// How many days a draft stays in the bin at least, by the clock: a yearly form is looked for again at
/// the end of its quarter.
pub const DAYS: u64 = 100;
/// How many stay whatever the clock says, so that a wrong one cannot empty the bin.
const ANYWAY: usize = 5;
/// How much the bin may hold in one place, in bytes. The latest one stays even if it alone is larger.
pub const BYTES: u64 = 8 << 20;
/// The same in local storage, in bytes.
pub const BYTES_LOCAL: u64 = 600_000;

/// Which of the bin's contents are to be removed, by their places in the list. `now` is in minutes since
/// 1970.
pub fn surplus(all: &[Snapshot], now: u64, bytes: u64) -> Vec<usize> {
    let mut order: Vec<(usize, &Snapshot)> = all.iter().enumerate().collect();
    sort_by_key(&mut order, |(at, one)| Reverse((one.at, *at)));
    let mut held = 0_u64;
    let mut gone = Vec::new();
    for (nth, (index, one)) in order.into_iter().enumerate() {
        held = held.saturating_add(one.size);
        let old = nth >= ANYWAY && now.saturating_sub(one.at) > DAYS * 1440;
        if old || nth > 0 && held > bytes {
            gone.push(index);
            held = held.saturating_sub(one.size);
        }
    }
    gone
}

/// Whether a draft may be taken from its places, by how putting it into the bin ended in each of them: it
/// must be safe in one. If it is safe in none, this is why, the most durable place first.
pub fn may_take_away(ended: &[(Backend, Result<(), Failure>)]) -> Result<(), Failure> {
    let mut order = ended.to_vec();
    sort_by_key(&mut order, |(place, _)| *place);
    match order.iter().find(|(_, ended)| ended.is_ok()) {
        Some(_) => Ok(()),
        None => Err(order.iter().find_map(|(_, ended)| ended.err()).unwrap_or(Failure::Blocked)),
    }
}

/// The save counter of a draft that is taken out of the bin again. It is not the one it was thrown away
/// with.
pub fn counter_again(binned: u64) -> u64 {
    binned.saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persistence::revision::Fingerprint;
    use crate::persistence::snapshots::SnapshotKind;
    use proptest::prelude::*;

    fn binned(at: u64, size: u64) -> Snapshot {
        Snapshot { at, counter: 7, kind: SnapshotKind::Binned, text: Fingerprint(at), size }
    }

    #[test]
    fn the_bin_is_emptied_by_age_and_size_the_oldest_first() {
        let now = 1000 * 1440;
        let all: Vec<Snapshot> = (0..8).map(|nth| binned(nth * 10 * 1440, 10)).collect();
        assert_eq!(surplus(&all, now, BYTES), [2, 1, 0]);
        let young: Vec<Snapshot> = (0..8).map(|nth| binned(now - nth, 10)).collect();
        assert_eq!(surplus(&young, now, BYTES), Vec::<usize>::new());
        assert_eq!(surplus(&young, now, 35), [3, 4, 5, 6, 7]);
        assert_eq!(surplus(&[binned(now, 99)], now, 35), Vec::<usize>::new());
    }

    #[test]
    fn a_draft_leaves_its_place_only_once_it_is_in_the_bin() {
        let (journal, local) = (Backend::Journal, Backend::Local);
        assert_eq!(may_take_away(&[(local, Ok(())), (journal, Err(Failure::NoAnswer))]), Ok(()));
        assert_eq!(
            may_take_away(&[(local, Err(Failure::Full)), (journal, Err(Failure::NoAnswer))]),
            Err(Failure::NoAnswer)
        );
        assert_eq!(may_take_away(&[]), Err(Failure::Blocked));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn no_clock_empties_the_bin_in_1000_runs(times in prop::collection::vec(0..u64::MAX / 4, 0..20), now: u64) {
            let all: Vec<Snapshot> = times.iter().map(|at| binned(*at, 10)).collect();
            let gone = surplus(&all, now, BYTES);
            prop_assert!(all.len() - gone.len() >= all.len().min(ANYWAY));
        }
    }
}
