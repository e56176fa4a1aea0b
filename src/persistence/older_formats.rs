//! From older formats forward. A newer copy of the program copies the drafts of older ones into its own
//! keys and never writes theirs; both may be open side by side. What is typed in the older one afterwards
//! is offered to the newer one.

use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::DraftId;
use crate::persistence::revision::{Revision, decode, encode};
use std::cmp::Reverse;

/// A draft in the keys of an older format, the newer of its copies in both places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OlderDraft {
    /// The draft.
    pub id: DraftId,
    /// The format of its keys.
    pub format: u32,
    /// Its revision; nothing if it cannot be read.
    pub revision: Option<Revision>,
}

/// What was copied forward, or offered and decided on, before: kept under `key::carried`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MigrationReceipt {
    /// The draft.
    pub id: DraftId,
    /// The format it came from.
    pub from: u32,
    /// The revision it had there.
    pub revision: Revision,
}

impl MigrationReceipt {
    /// As it is stored.
    pub fn write(&self) -> String {
        encode(self.revision, "")
    }

    /// The stored revision.
    pub fn read(text: &str) -> Option<Revision> {
        decode(text).0
    }
}

/// What is to be done with an older draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CopyStep {
    /// Copy it into this format's keys, and once that is stored remember it as carried.
    Copy(OlderDraft),
    /// Offer it: it was changed since it was copied, or another draft of this name stands here. Once a
    /// person has taken it (as a merge or a draft of its own) or declined, remember it as carried.
    Offer(OlderDraft),
    /// It cannot be read. It is listed, can be saved to a file, and stays.
    Leave(OlderDraft),
}

/// What is to be done with the drafts of older formats, none of which is ever written. `here` lists the
/// drafts of this format, `carried` what was carried by this copy and by those between.
pub fn steps(old: &[OlderDraft], here: &[DraftId], carried: &[MigrationReceipt]) -> Vec<CopyStep> {
    let mut order: Vec<&OlderDraft> = old.iter().collect();
    // Of one draft in several older formats the one of the newest is the one that went on.
    sort_by_key(&mut order, |old| (old.id.clone(), Reverse(old.format)));
    let mut steps = Vec::new();
    let mut copied: Option<&DraftId> = None;
    for old in order {
        let Some(revision) = old.revision else {
            steps.push(CopyStep::Leave(old.clone()));
            continue;
        };
        let mut of_it = carried.iter().filter(|carried| carried.id == old.id);
        let known = of_it.clone().any(|carried| carried.from == old.format && carried.revision == revision);
        let ever = of_it.next().is_some();
        if known {
            continue;
        }
        if ever || here.contains(&old.id) || copied == Some(&old.id) {
            steps.push(CopyStep::Offer(old.clone()));
        } else {
            copied = Some(&old.id);
            steps.push(CopyStep::Copy(old.clone()));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persistence::revision::Writer;
    use proptest::prelude::*;

    fn id(nth: u64) -> DraftId {
        DraftId::try_from(format!("d{nth}")).expect("an id")
    }

    fn at(counter: u64) -> Revision {
        Revision { counter, by: Writer { window: 1, round: 1 } }
    }

    fn old(nth: u64, format: u32, counter: u64) -> OlderDraft {
        OlderDraft { id: id(nth), format, revision: Some(at(counter)) }
    }

    fn carried(nth: u64, from: u32, counter: u64) -> MigrationReceipt {
        MigrationReceipt { id: id(nth), from, revision: at(counter) }
    }

    #[test]
    fn an_older_draft_is_copied_once() {
        assert_eq!(steps(&[old(1, 1, 7)], &[], &[]), [CopyStep::Copy(old(1, 1, 7))]);
        assert_eq!(steps(&[old(1, 1, 7)], &[id(1)], &[carried(1, 1, 7)]), []);
    }

    #[test]
    fn what_was_removed_here_does_not_come_back_by_itself() {
        assert_eq!(steps(&[old(1, 1, 7)], &[], &[carried(1, 1, 7)]), []);
    }

    #[test]
    fn what_was_typed_in_the_older_copy_afterwards_is_offered_until_it_is_decided_on() {
        let here = [id(1)];
        assert_eq!(steps(&[old(1, 1, 9)], &here, &[carried(1, 1, 7)]), [CopyStep::Offer(old(1, 1, 9))]);
        assert_eq!(steps(&[old(1, 1, 9)], &here, &[carried(1, 1, 7), carried(1, 1, 9)]), []);
        assert_eq!(steps(&[old(1, 1, 9)], &[], &[carried(1, 1, 7)]), [CopyStep::Offer(old(1, 1, 9))]);
    }

    #[test]
    fn of_several_older_formats_the_newest_is_copied_and_what_it_carried_itself_is_known() {
        let all = [old(1, 1, 7), old(1, 2, 20)];
        assert_eq!(steps(&all, &[], &[carried(1, 1, 7)]), [CopyStep::Offer(old(1, 2, 20))]);
        assert_eq!(steps(&all, &[], &[]), [CopyStep::Copy(old(1, 2, 20)), CopyStep::Offer(old(1, 1, 7))]);
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        let broken = OlderDraft { revision: None, ..old(1, 1, 0) };
        assert_eq!(steps(std::slice::from_ref(&broken), &[], &[]), [CopyStep::Leave(broken)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn whatever_is_not_known_is_copied_or_offered_exactly_once_in_2000_runs(
            olds in prop::collection::btree_map((0..4_u64, 1..4_u32), 0..5_u64, 0..8),
            here in prop::collection::btree_set(0..4_u64, 0..4),
            known in prop::collection::vec((0..4_u64, 1..4_u32, 0..5_u64), 0..8)
        ) {
            let olds: Vec<OlderDraft> = olds.into_iter().map(|((nth, format), counter)| old(nth, format, counter)).collect();
            let here: Vec<DraftId> = here.into_iter().map(id).collect();
            let known: Vec<MigrationReceipt> = known.into_iter().map(|(nth, from, counter)| carried(nth, from, counter)).collect();
            let steps = steps(&olds, &here, &known);
            for old in &olds {
                let is_known = known.iter().any(|one| one.id == old.id && one.from == old.format && Some(one.revision) == old.revision);
                let times = steps.iter().filter(|step| matches!(step, CopyStep::Copy(one) | CopyStep::Offer(one) if one == old)).count();
                prop_assert_eq!(times, usize::from(!is_known));
            }
            for step in &steps {
                if let CopyStep::Copy(one) = step {
                    prop_assert!(!here.contains(&one.id) && !known.iter().any(|carried| carried.id == one.id));
                    prop_assert_eq!(steps.iter().filter(|other| matches!(other, CopyStep::Copy(other) if other.id == one.id)).count(), 1);
                }
            }
        }
    }
}
