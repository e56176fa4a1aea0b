//! When what is written, and what the header may claim.

use proptest::prelude::*;
use xingzhan::persistence::autosave::{
    ANSWER, Autosave, AutosaveEffect, AutosaveEvent, AutosaveTimer, REST, RETRY, RETRY_MOST, ReadOnlyReason,
    SaveStatus, WriteOutcome, WriteTarget,
};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::opening::{KnownReplica, Need, QuarantineAs};
use xingzhan::persistence::revision::{Fingerprint, Revision, StoredState, Writer};

/// How many rests are waited for at most.
const RESTS: u8 = 2;

const ME: Writer = Writer { window: 1, round: 2 };

fn by(window: u64, counter: u64) -> Revision {
    Revision { counter, by: Writer { window, round: 1 } }
}

fn known(place: Backend, need: Need) -> KnownReplica {
    KnownReplica { place, stored_state: StoredState::Draft(by(9, 5)), same: need == Need::Ready, need }
}

/// A draft with counter 5 that stands in both places.
fn autosave() -> Autosave {
    let places = Backend::ALL.map(|place| known(place, Need::Ready));
    Autosave::new(ME, 5, Some(by(9, 5)), &places, None)
}

fn only(place: Backend) -> Autosave {
    Autosave::new(ME, 5, Some(by(9, 5)), &[known(place, Need::Ready)], None)
}

/// What is written, and the attempt.
fn writes(acts: &[AutosaveEffect]) -> Vec<(Backend, u64, u32)> {
    let write = |act: &AutosaveEffect| match act {
        AutosaveEffect::Write { place, revision, attempt, .. } => Some((*place, revision.counter, *attempt)),
        _ => None,
    };
    acts.iter().filter_map(write).collect()
}

fn ended(
    autosave: &mut Autosave,
    acts: &[AutosaveEffect],
    which: Backend,
    outcome: WriteOutcome,
) -> Vec<AutosaveEffect> {
    let write = acts.iter().find_map(|act| match act {
        AutosaveEffect::Write { place, target, attempt, revision, .. } if *place == which => {
            Some((*target, *attempt, *revision))
        }
        _ => None,
    });
    let (target, attempt, revision) = write.expect("a write");
    autosave.take(AutosaveEvent::Wrote { place: which, target, attempt, revision, outcome })
}

/// Edits once and lets the rest pass.
fn edit(autosave: &mut Autosave, counter: u64) -> Vec<AutosaveEffect> {
    autosave.take(AutosaveEvent::Edited(counter));
    autosave.take(AutosaveEvent::Due(AutosaveTimer::Rest))
}

#[test]
fn an_edit_is_saved_once_it_rested_and_not_at_every_key() {
    let mut autosave = autosave();
    assert_eq!(
        autosave.take(AutosaveEvent::Edited(6)),
        [AutosaveEffect::Wake { wait: REST, timer: AutosaveTimer::Rest }]
    );
    assert_eq!(autosave.take(AutosaveEvent::Edited(7)), []);
    assert_eq!(autosave.status(), SaveStatus::Saving);
    let again = autosave.take(AutosaveEvent::Due(AutosaveTimer::Rest));
    assert_eq!(again, [AutosaveEffect::Wake { wait: REST, timer: AutosaveTimer::Rest }], "typed meanwhile");
    let acts = autosave.take(AutosaveEvent::Due(AutosaveTimer::Rest));
    assert_eq!(writes(&acts), [(Backend::Local, 7, 1), (Backend::Journal, 7, 2)]);
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::Saving, "the more durable place is waited for");
    ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Journal));
}

#[test]
fn whoever_types_without_a_pause_is_saved_all_the_same() {
    let mut autosave = autosave();
    for counter in 6..6 + u64::from(RESTS) {
        assert_eq!(writes(&autosave.take(AutosaveEvent::Edited(counter))), []);
        let acts = autosave.take(AutosaveEvent::Edited(counter + 1));
        assert_eq!(acts, []);
        let last = counter + 1 == 6 + u64::from(RESTS);
        assert_eq!(!writes(&autosave.take(AutosaveEvent::Due(AutosaveTimer::Rest))).is_empty(), last, "{counter}");
    }
}

#[test]
fn where_only_local_storage_works_the_header_can_say_so() {
    let mut autosave = autosave();
    let acts = edit(&mut autosave, 6);
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Failed(Failure::Full));
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Local));
    assert!(!autosave.must_warn());
}

#[test]
fn it_is_settled_once_every_place_that_works_has_the_latest_and_nothing_is_under_way() {
    let mut autosave = autosave();
    assert_eq!((autosave.is_settled(), autosave.stored()), (true, Some(5)), "as it was found");
    autosave.take(AutosaveEvent::Edited(6));
    assert_eq!((autosave.is_settled(), autosave.stored()), (false, Some(5)), "typed");
    let acts = autosave.take(AutosaveEvent::Due(AutosaveTimer::Rest));
    assert!(!autosave.is_settled(), "both are being written");
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    assert_eq!((autosave.is_settled(), autosave.stored()), (false, Some(6)), "one is being written");
    ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Failed(Failure::Full));
    assert!(autosave.is_settled(), "the other one works no more");
}

#[test]
fn what_no_place_takes_is_told_warned_of_and_tried_again_ever_more_slowly() {
    let mut autosave = only(Backend::Local);
    let mut acts = edit(&mut autosave, 6);
    for wait in [RETRY, 2 * RETRY, 4 * RETRY, 8 * RETRY, RETRY_MOST, RETRY_MOST] {
        let next = ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Failed(Failure::Full));
        assert_eq!(next, [AutosaveEffect::Wake { wait, timer: AutosaveTimer::Retry(Backend::Local) }]);
        assert_eq!(autosave.status(), SaveStatus::Unsaved(Failure::Full));
        assert!(autosave.must_warn());
        acts = autosave.take(AutosaveEvent::Due(AutosaveTimer::Retry(Backend::Local)));
    }
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Local));
    assert!(!autosave.must_warn());
}

#[test]
fn a_page_that_goes_away_writes_at_once_the_synchronous_place_first() {
    let mut autosave = autosave();
    autosave.take(AutosaveEvent::Edited(6));
    let acts = autosave.take(AutosaveEvent::Leaving);
    assert_eq!(writes(&acts), [(Backend::Local, 6, 1), (Backend::Journal, 6, 2)]);
    assert!(autosave.must_warn(), "not before the answer");
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    assert!(!autosave.must_warn());
}

#[test]
fn a_page_that_goes_away_waits_neither_for_the_journal_nor_for_a_failed_place() {
    let mut autosave = autosave();
    let acts = edit(&mut autosave, 6);
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Failed(Failure::Full));
    autosave.take(AutosaveEvent::Edited(7));
    assert_eq!(writes(&autosave.take(AutosaveEvent::Leaving)), [(Backend::Local, 7, 3), (Backend::Journal, 7, 4)]);
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    assert_eq!(autosave().begin(), []);
    assert_eq!(autosave().take(AutosaveEvent::Leaving), []);
}

#[test]
fn a_write_that_never_answers_counts_as_failed_and_its_late_answer_is_still_taken() {
    let mut autosave = only(Backend::Journal);
    let acts = edit(&mut autosave, 6);
    assert_eq!(acts[1], AutosaveEffect::Wake { wait: ANSWER, timer: AutosaveTimer::Answer(1) });
    autosave.take(AutosaveEvent::Due(AutosaveTimer::Answer(1)));
    assert_eq!(autosave.status(), SaveStatus::Unsaved(Failure::NoAnswer));
    ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Journal));
    assert_eq!(autosave.take(AutosaveEvent::Due(AutosaveTimer::Answer(1))), []);
}

#[test]
fn a_late_failure_of_an_attempt_that_was_given_up_changes_nothing() {
    let mut autosave = only(Backend::Journal);
    let old = edit(&mut autosave, 6);
    autosave.take(AutosaveEvent::Due(AutosaveTimer::Answer(1)));
    let new = autosave.take(AutosaveEvent::Due(AutosaveTimer::Retry(Backend::Journal)));
    ended(&mut autosave, &new, Backend::Journal, WriteOutcome::Stored);
    assert_eq!(
        ended(
            &mut autosave,
            &old,
            Backend::Journal,
            WriteOutcome::Refused(StoredState::Draft(Revision { counter: 6, by: ME }))
        ),
        []
    );
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Journal));
}

#[test]
fn a_place_that_was_cleared_is_written_again() {
    let mut autosave = autosave();
    let acts =
        autosave.take(AutosaveEvent::StoredState { place: Backend::Journal, stored_state: StoredState::Nothing });
    assert_eq!(writes(&acts), [(Backend::Journal, 5, 1)]);
    assert_eq!(autosave.status(), SaveStatus::Saving);
    ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Journal));
}

#[test]
fn what_became_unreadable_is_set_aside_before_it_is_written() {
    let mut autosave = only(Backend::Journal);
    let acts = edit(&mut autosave, 6);
    let broken = StoredState::Unreadable(Fingerprint(3));
    let acts = ended(&mut autosave, &acts, Backend::Journal, WriteOutcome::Refused(broken));
    let aside =
        AutosaveEffect::Quarantine { from: Backend::Journal, to: Backend::Journal, attempt: 2, how: QuarantineAs::Raw };
    assert_eq!((acts[0], writes(&acts)), (aside, vec![]));
    let acts = autosave.take(AutosaveEvent::Quarantine { from: Backend::Journal, attempt: 2, outcome: Ok(broken) });
    assert!(matches!(acts[0], AutosaveEffect::Write { known, .. } if known == broken));
}

#[test]
fn what_local_storage_has_no_room_to_set_aside_goes_into_the_journal_and_never_the_other_way() {
    let places = Backend::ALL.map(|place| known(place, Need::Quarantine(QuarantineAs::Copy)));
    let mut autosave = Autosave::new(ME, 6, Some(by(9, 6)), &places, None);
    autosave.begin();
    let acts =
        autosave.take(AutosaveEvent::Quarantine { from: Backend::Local, attempt: 1, outcome: Err(Failure::Full) });
    assert!(matches!(acts[0], AutosaveEffect::Quarantine { from: Backend::Local, to: Backend::Journal, .. }));
    let acts =
        autosave.take(AutosaveEvent::Quarantine { from: Backend::Journal, attempt: 2, outcome: Err(Failure::Full) });
    assert_eq!(acts, [AutosaveEffect::Wake { wait: RETRY, timer: AutosaveTimer::Retry(Backend::Journal) }]);
}

#[test]
fn what_another_window_wrote_is_left_alone_and_what_was_typed_goes_into_a_copy() {
    let mut autosave = autosave();
    let acts = edit(&mut autosave, 6);
    let acts = ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Refused(StoredState::Draft(by(8, 7))));
    let copies = |act: &AutosaveEffect| matches!(act, AutosaveEffect::Write { target: WriteTarget::Copy, .. });
    assert_eq!((writes(&acts).len(), acts.iter().filter(|act| copies(act)).count()), (2, 2));
    assert!(!autosave.may_edit() && autosave.must_warn());
    assert_eq!(autosave.status(), SaveStatus::Saving, "it is not called a page to read while something is unsaved");
    ended(&mut autosave, &acts, Backend::Local, WriteOutcome::Stored);
    assert_eq!(autosave.status(), SaveStatus::ReadOnly(ReadOnlyReason::Overtaken));
    assert!(!autosave.must_warn());
}

#[test]
fn a_window_that_loses_the_draft_with_everything_saved_just_reads() {
    let mut autosave = autosave();
    assert_eq!(autosave.take(AutosaveEvent::Lost), []);
    assert_eq!(autosave.status(), SaveStatus::ReadOnly(ReadOnlyReason::OtherWindow));
    assert!(!autosave.is_copying());
}

#[test]
fn a_key_that_comes_after_the_draft_was_lost_is_not_lost_with_it() {
    let mut autosave = autosave();
    autosave.take(AutosaveEvent::Lost);
    assert_eq!(writes(&autosave.take(AutosaveEvent::Edited(6))).len(), 2);
    assert!(autosave.is_copying() && autosave.must_warn());
}

#[test]
fn a_draft_that_was_taken_over_is_given_its_new_writers_name_at_once() {
    let mut autosave = autosave();
    autosave.claim();
    assert_eq!(writes(&autosave.begin()), [(Backend::Local, 5, 1), (Backend::Journal, 5, 2)]);
    assert_eq!(autosave.status(), SaveStatus::Saved(Backend::Journal), "nothing is unsaved by it");
}

#[test]
fn a_reader_writes_nothing_and_reads_again_when_something_else_stands_there() {
    let places = Backend::ALL.map(|place| known(place, Need::Ready));
    let mut autosave = Autosave::new(ME, 5, Some(by(9, 5)), &places, Some(ReadOnlyReason::OtherWindow));
    assert_eq!(autosave.begin(), []);
    assert_eq!(autosave.take(AutosaveEvent::Leaving), []);
    let stored_state = StoredState::Draft(by(9, 6));
    assert_eq!(
        autosave.take(AutosaveEvent::StoredState { place: Backend::Local, stored_state }),
        [AutosaveEffect::Reopen]
    );
}

#[test]
fn what_came_to_stand_there_while_something_was_set_aside_is_not_written_over() {
    let places = [known(Backend::Local, Need::Quarantine(QuarantineAs::Copy))];
    let mut autosave = Autosave::new(ME, 6, Some(by(9, 6)), &places, None);
    autosave.begin();
    let outcome = Ok(StoredState::Draft(by(8, 7)));
    let acts = autosave.take(AutosaveEvent::Quarantine { from: Backend::Local, attempt: 1, outcome });
    assert!(acts.iter().all(|act| matches!(
        act,
        AutosaveEffect::Write { target: WriteTarget::Copy, .. } | AutosaveEffect::Wake { .. }
    )));
    assert!(!autosave.may_edit());
}

#[test]
fn a_reader_reads_a_place_again_that_could_not_be_read() {
    let places = [known(Backend::Local, Need::Ready), known(Backend::Journal, Need::Failed(Failure::Blocked))];
    let mut autosave = Autosave::new(ME, 5, Some(by(9, 5)), &places, Some(ReadOnlyReason::OtherWindow));
    assert_eq!(autosave.begin(), [AutosaveEffect::Wake { wait: RETRY, timer: AutosaveTimer::Retry(Backend::Journal) }]);
    assert_eq!(autosave.take(AutosaveEvent::Due(AutosaveTimer::Retry(Backend::Journal))), [AutosaveEffect::Reopen]);
}

#[derive(Clone, Copy, Debug)]
enum Happens {
    Type,
    Pass(u64),
    Journal(u64),
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn whoever_types_without_a_pause_is_saved_just_as_often_in_2000_runs(
        all in prop::collection::vec(prop_oneof![
            5 => Just(Happens::Type),
            4 => (1..400_u64).prop_map(Happens::Pass),
            1 => (0..2 * u64::from(ANSWER)).prop_map(Happens::Journal),
        ], 0..120)
    ) {
        let mut autosave = autosave();
        let (mut now, mut takes, mut counter) = (0_u64, 20_u64, 5_u64);
        // what is due, and when; what was typed and is not yet handed to local storage, and since when
        let mut due: Vec<(u64, AutosaveEvent)> = Vec::new();
        let (mut waits, mut journal): (Option<u64>, Option<u64>) = (None, None);
        let longest = u64::from(REST) * u64::from(RESTS);
        prop_assert!(longest <= 1000, "a write is under way within a second of the first key");
        for one in all {
            let acts = match one {
                Happens::Type => {
                    counter += 1;
                    (waits, journal) = (waits.or(Some(now)), journal.or(Some(now)));
                    autosave.take(AutosaveEvent::Edited(counter))
                }
                Happens::Pass(wait) => {
                    due.push((now + wait, AutosaveEvent::Edited(0)));
                    Vec::new()
                }
                Happens::Journal(wait) => {
                    takes = wait;
                    Vec::new()
                }
            };
            let mut acts = acts;
            let until = if let Happens::Pass(wait) = one { now + wait } else { now };
            loop {
                for act in std::mem::take(&mut acts) {
                    match act {
                        AutosaveEffect::Wake { wait, timer } => due.push((now + u64::from(wait), AutosaveEvent::Due(timer))),
                        AutosaveEffect::Write { place, target, attempt, revision, .. } => {
                            prop_assert_eq!(revision.counter, counter);
                            let wait = if place == Backend::Local { 0 } else { takes };
                            if place == Backend::Local { waits = None } else { journal = None }
                            due.push((now + wait, AutosaveEvent::Wrote { place, target, attempt, revision, outcome: WriteOutcome::Stored }));
                        }
                        _ => prop_assert!(false, "{act:?}"),
                    }
                }
                due.sort_by_key(|(time, _)| *time);
                let Some((time, event)) = due.first().copied().filter(|(time, _)| *time <= until) else { break };
                due.remove(0);
                now = time;
                acts = if event == AutosaveEvent::Edited(0) { Vec::new() } else { autosave.take(event) };
                prop_assert!(waits.is_none_or(|since| now - since <= longest), "local storage waits");
            }
            now = until;
            let most = longest + u64::from(ANSWER) + u64::from(RETRY_MOST);
            prop_assert!(waits.is_none_or(|since| now - since <= longest), "local storage waits");
            prop_assert!(journal.is_none_or(|since| now - since <= most), "the journal waits");
        }
    }
}
