//! Which copy of a draft is opened, out of what was found in each place, and what becomes of the others.
//! The higher save counter is newer; no clock has a say.

use crate::model::sorting::sort_by_key;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::revision::{Fingerprint, Found, Revision, StoredState};
use crate::persistence::tombstone::Tombstone;

/// How something is set aside before its place is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuarantineAs {
    /// A draft, as a snapshot.
    Copy,
    /// What cannot be read, as it stands, under a key of its own.
    Raw,
}

/// What a place needs before it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Nothing.
    Ready,
    /// What stands there is to be set aside first.
    Quarantine(QuarantineAs),
    /// It could not be read; it is tried again.
    Failed(Failure),
    /// It is never written: what stands there is newer than this program.
    Never,
}

/// What is known of a place when a draft is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownReplica {
    /// The place.
    pub place: Backend,
    /// What stands there; nothing where it could not be read.
    pub stored_state: StoredState,
    /// Whether what is opened stands there already.
    pub same: bool,
    /// What it needs first.
    pub need: Need,
}

/// What is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opens {
    /// The draft of this place.
    Draft {
        /// Where it was found.
        place: Backend,
        /// Its revision.
        revision: Revision,
        /// Whether it may only be read, as a copy of a newer format stands beside it.
        beside_newer: bool,
    },
    /// No draft: this place has one of a newer format, to be shown as it stands.
    Newer(Backend),
    /// No draft: what stands in this place cannot be read; it is left alone and can be saved to a file.
    Broken(Backend),
    /// No draft: a person took it away.
    Gone(Tombstone),
    /// Nothing yet: a place has not answered, and what did holds no draft.
    Waiting,
    /// Nothing was found. `unsure`: a place could not be read.
    Missing {
        /// Whether something may be there all the same.
        unsure: bool,
    },
}

/// What is done when a draft is opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpeningPlan {
    /// What is opened.
    pub opens: Opens,
    /// What is known of each place, the most durable first.
    pub places: Vec<KnownReplica>,
}

/// Decides. `found` lists each place once. With equal counters the most durable place has its way, so
/// that every window decides the same.
pub fn decide(found: &[(Backend, Found)]) -> OpeningPlan {
    let mut found = found.to_vec();
    sort_by_key(&mut found, |(place, _)| *place);
    let newer = found.iter().find(|(_, found)| matches!(found, Found::Newer(_))).map(|(place, _)| *place);
    let broken = found.iter().find(|(_, found)| matches!(found, Found::Broken(_))).map(|(place, _)| *place);
    let mut best: Option<(Backend, Revision, Fingerprint)> = None;
    for (place, found) in &found {
        if let Found::Draft { revision, text } = found
            && best.is_none_or(|(_, best, _)| revision.counter > best.counter)
        {
            best = Some((*place, *revision, *text));
        }
    }
    let gone =
        found.iter().filter_map(|(_, found)| if let Found::Gone(gone) = found { Some(*gone) } else { None }).max();
    // A copy that a mark in the other place covers was not reached when the draft was taken away.
    let best = best.filter(|(_, revision, _)| match gone {
        None => true,
        Some(Tombstone::Removed(last)) => revision.counter > last,
        Some(Tombstone::Cleared) => false,
    });
    let opens = match (best, newer, gone, broken) {
        (_, _, Some(Tombstone::Cleared), _) => Opens::Gone(Tombstone::Cleared),
        (Some((place, revision, _)), newer, ..) => Opens::Draft { place, revision, beside_newer: newer.is_some() },
        (None, Some(place), ..) => Opens::Newer(place),
        (None, None, Some(gone), _) => Opens::Gone(gone),
        (None, None, None, Some(place)) => Opens::Broken(place),
        (None, None, None, None) => {
            Opens::Missing { unsure: found.iter().any(|(_, found)| matches!(found, Found::Failed(_))) }
        }
    };
    let places = found.iter().map(|(place, found)| known(*place, *found, best)).collect();
    OpeningPlan { opens, places }
}

fn known(place: Backend, found: Found, best: Option<(Backend, Revision, Fingerprint)>) -> KnownReplica {
    let same = match (found, best) {
        // Another window may have put its own name to the same text.
        (Found::Draft { revision, text }, Some((_, best, best_text))) => {
            revision.counter == best.counter && text == best_text
        }
        _ => false,
    };
    let need = match found {
        Found::Failed(failure) => Need::Failed(failure),
        // Whoever goes on from a later copy knows the mark, and may write past it.
        Found::Nothing | Found::Gone(Tombstone::Removed(_)) => Need::Ready,
        Found::Draft { .. } if same => Need::Ready,
        Found::Draft { .. } => Need::Quarantine(QuarantineAs::Copy),
        Found::Broken(_) => Need::Quarantine(QuarantineAs::Raw),
        Found::Newer(_) | Found::Gone(Tombstone::Cleared) => Need::Never,
    };
    KnownReplica { place, stored_state: found.stored_state().unwrap_or(StoredState::Nothing), same, need }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persistence::revision::Writer;
    use proptest::prelude::*;

    fn draft(counter: u64, window: u64, text: u64) -> Found {
        Found::Draft { revision: Revision { counter, by: Writer { window, round: 1 } }, text: Fingerprint(text) }
    }

    fn opened(journal: Found, local: Found) -> (Opens, Need, Need) {
        let plan = decide(&[(Backend::Journal, journal), (Backend::Local, local)]);
        (plan.opens, plan.places[0].need, plan.places[1].need)
    }

    fn place(opens: Opens) -> Option<Backend> {
        match opens {
            Opens::Draft { place, .. } => Some(place),
            _ => None,
        }
    }

    #[test]
    fn the_copy_with_the_higher_counter_opens_and_the_other_is_set_aside() {
        let (opens, journal, local) = opened(draft(9, 1, 1), draft(7, 1, 2));
        assert_eq!(
            (place(opens), journal, local),
            (Some(Backend::Journal), Need::Ready, Need::Quarantine(QuarantineAs::Copy))
        );
        let (opens, journal, local) = opened(draft(7, 1, 1), draft(9, 1, 2));
        assert_eq!(
            (place(opens), journal, local),
            (Some(Backend::Local), Need::Quarantine(QuarantineAs::Copy), Need::Ready)
        );
    }

    #[test]
    fn of_two_copies_with_one_counter_the_journals_opens_and_the_other_is_kept() {
        let (opens, _, local) = opened(draft(7, 1, 1), draft(7, 2, 2));
        assert_eq!((place(opens), local), (Some(Backend::Journal), Need::Quarantine(QuarantineAs::Copy)));
    }

    #[test]
    fn the_same_text_in_both_places_needs_nothing() {
        assert_eq!(opened(draft(7, 1, 1), draft(7, 2, 1)).2, Need::Ready);
    }

    #[test]
    fn beside_an_unreadable_copy_the_readable_one_opens_and_the_other_is_set_aside_as_it_stands() {
        let broken = Found::Broken(StoredState::Unreadable(Fingerprint(3)));
        let (opens, journal, _) = opened(broken, draft(7, 1, 1));
        assert_eq!((place(opens), journal), (Some(Backend::Local), Need::Quarantine(QuarantineAs::Raw)));
        assert_eq!(opened(broken, Found::Nothing).0, Opens::Broken(Backend::Journal));
    }

    #[test]
    fn a_newer_format_is_never_written_and_what_stands_beside_it_is_only_read() {
        let newer = Found::Newer(StoredState::Newer(2));
        let (opens, journal, local) = opened(draft(7, 1, 1), newer);
        assert!(matches!(opens, Opens::Draft { beside_newer: true, .. }));
        assert_eq!((journal, local), (Need::Ready, Need::Never));
        assert_eq!(opened(Found::Nothing, newer).0, Opens::Newer(Backend::Local));
    }

    #[test]
    fn a_removed_draft_is_found_again_only_where_a_later_copy_of_it_stands() {
        let removed = |counter| Found::Gone(Tombstone::Removed(counter));
        assert_eq!(opened(removed(7), draft(7, 1, 1)).0, Opens::Gone(Tombstone::Removed(7)));
        assert_eq!(opened(Found::Nothing, removed(7)).0, Opens::Gone(Tombstone::Removed(7)));
        let (opens, journal, _) = opened(removed(7), draft(8, 1, 1));
        assert_eq!((place(opens), journal), (Some(Backend::Local), Need::Ready), "it was taken out of the bin");
    }

    #[test]
    fn of_a_cleared_draft_nothing_opens_and_nothing_is_written() {
        let cleared = Found::Gone(Tombstone::Cleared);
        for other in
            [Found::Nothing, draft(9, 1, 1), Found::Newer(StoredState::Newer(2)), Found::Gone(Tombstone::Removed(4))]
        {
            let (opens, journal, _) = opened(cleared, other);
            assert_eq!((opens, journal), (Opens::Gone(Tombstone::Cleared), Need::Never));
        }
    }

    #[test]
    fn nothing_found_is_only_sure_when_every_place_was_read() {
        let blocked = Found::Failed(Failure::Blocked);
        assert_eq!(opened(Found::Nothing, Found::Nothing).0, Opens::Missing { unsure: false });
        assert_eq!(opened(blocked, Found::Nothing).0, Opens::Missing { unsure: true });
        assert_eq!(place(opened(blocked, draft(1, 1, 1)).0), Some(Backend::Local));
    }

    fn any_found() -> impl Strategy<Value = Found> {
        prop_oneof![
            4 => (0..4_u64, 0..3_u64, 0..3_u64).prop_map(|(counter, window, text)| draft(counter, window, text)),
            1 => Just(Found::Nothing),
            1 => Just(Found::Failed(Failure::Blocked)),
            1 => (0..9_u64).prop_map(|print| Found::Broken(StoredState::Unreadable(Fingerprint(print)))),
            1 => Just(Found::Newer(StoredState::Newer(2))),
            1 => (0..4_u64).prop_map(|counter| Found::Gone(Tombstone::Removed(counter))),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn nothing_that_differs_from_what_opens_is_written_over_before_it_is_set_aside_in_2000_runs(
            journal in any_found(), local in any_found()
        ) {
            let plan = decide(&[(Backend::Local, local), (Backend::Journal, journal)]);
            let texts = [journal, local].map(|found| match found {
                Found::Draft { revision, text } => Some((revision.counter, text)),
                _ => None,
            });
            if let Opens::Draft { place, .. } = plan.opens {
                let at = usize::from(place == Backend::Local);
                prop_assert_eq!(texts[at].map(|(counter, _)| counter), texts.iter().flatten().map(|(counter, _)| *counter).max());
                for (known, text) in plan.places.iter().zip(texts) {
                    prop_assert!(text.is_none() || known.need != Need::Ready || text == texts[at]);
                    prop_assert!(!known.same || text == texts[at]);
                }
            } else if let Opens::Gone(Tombstone::Removed(last)) = plan.opens {
                prop_assert!(texts.iter().flatten().all(|(counter, _)| *counter <= last));
            } else {
                prop_assert_eq!(texts, [None, None]);
            }
        }
    }
}
