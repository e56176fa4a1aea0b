//! One draft that is open in one window: what is read and shown, and when.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use xingzhan::persistence::autosave::{ReadOnlyReason, SaveStatus, WriteOutcome, WriteTarget};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::coordinator::{Command, Event, SaveCoordinator, Timer};
use xingzhan::persistence::leadership::{LockSupport, TabRole};
use xingzhan::persistence::lease::{Message, Says};
use xingzhan::persistence::opening::Opens;
use xingzhan::persistence::revision::{Fingerprint, Found, Revision, StoredState, Writer};
use xingzhan::persistence::tombstone::Tombstone;

fn draft(counter: u64, window: u64) -> Found {
    Found::Draft { stamp: Revision { counter, by: Writer { window, round: 1 } }, text: Fingerprint(counter) }
}

fn found(desk: &mut SaveCoordinator, acts: &[Command], place: Backend, found: Found) -> Vec<Command> {
    let round = acts.iter().find_map(|act| match act {
        Command::Read { round, .. } => Some(*round),
        _ => None,
    });
    desk.take(Event::Found { place, round: round.expect("a reading"), found })
}

fn both(desk: &mut SaveCoordinator, acts: &[Command], one: Found) -> Vec<Command> {
    let mut all = found(desk, acts, Backend::Local, one);
    all.extend(found(desk, acts, Backend::Journal, one));
    all
}

fn shown(acts: &[Command]) -> Vec<Opens> {
    let show = |act: &Command| if let Command::Show { opens, .. } = act { Some(*opens) } else { None };
    acts.iter().filter_map(show).collect()
}

fn writes(acts: &[Command]) -> Vec<(Backend, WriteTarget, Revision)> {
    let write = |act: &Command| match act {
        Command::Write { place, target, stamp, .. } => Some((*place, *target, *stamp)),
        _ => None,
    };
    acts.iter().filter_map(write).collect()
}

fn desk() -> SaveCoordinator {
    SaveCoordinator::new(1, &Backend::ALL, LockSupport::Locks, None)
}

/// A draft with counter 5 that is open for writing.
fn owner() -> SaveCoordinator {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    both(&mut desk, &acts, draft(5, 9));
    assert!(desk.may_edit());
    desk
}

#[test]
fn a_draft_opens_once_both_places_answered_and_is_called_saved() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    assert_eq!(shown(&found(&mut desk, &acts, Backend::Local, draft(5, 9))), []);
    assert_eq!(shown(&found(&mut desk, &acts, Backend::Journal, draft(5, 9))).len(), 1);
    assert_eq!(desk.status(), Some(SaveStatus::Saved(Backend::Journal)));
}

#[test]
fn a_place_that_does_not_answer_is_not_waited_for_and_what_it_holds_is_still_looked_at() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    assert!(acts.contains(&Command::Wake(2500, Timer::Reading(1))));
    found(&mut desk, &acts, Backend::Local, draft(5, 9));
    assert_eq!(shown(&desk.take(Event::Due(Timer::Reading(1)))).len(), 1);
    assert_eq!(desk.status(), Some(SaveStatus::Saved(Backend::Local)));
    // it holds something newer: nothing was typed yet, so it is simply read
    let acts = found(&mut desk, &acts, Backend::Journal, draft(7, 9));
    assert!(acts.iter().any(|act| matches!(act, Command::Read { .. })));
    let mut all = found(&mut desk, &acts, Backend::Local, draft(5, 9));
    all.extend(found(&mut desk, &acts, Backend::Journal, draft(7, 9)));
    assert!(matches!(shown(&all)[..], [Opens::Draft { place: Backend::Journal, .. }]));
}

#[test]
fn a_draft_that_is_new_is_shown_already_and_written_at_once() {
    let mut desk = SaveCoordinator::new(1, &Backend::ALL, LockSupport::Locks, Some(0));
    desk.begin();
    let acts = desk.take(Event::Granted);
    assert_eq!((writes(&acts).len(), shown(&acts).len()), (2, 0));
    assert!(desk.may_edit() && desk.must_warn());
}

#[test]
fn a_draft_that_was_taken_over_is_put_under_this_windows_name_before_a_key_is_typed() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Refused);
    both(&mut desk, &acts, draft(5, 9));
    assert_eq!(desk.status(), Some(SaveStatus::ReadOnly(ReadOnlyReason::OtherWindow)));
    desk.take(Event::TakeOver);
    assert_eq!(desk.role(), TabRole::Asking);
    let acts = desk.take(Event::Granted);
    let acts = both(&mut desk, &acts, draft(8, 9));
    let stamp = Revision { counter: 8, by: Writer { window: 1, round: 2 } };
    assert_eq!(
        writes(&acts),
        [(Backend::Local, WriteTarget::Draft, stamp), (Backend::Journal, WriteTarget::Draft, stamp)]
    );
    assert!(acts.contains(&Command::Snapshot) && desk.may_edit());
}

#[test]
fn a_key_that_comes_while_the_draft_is_read_anew_is_not_shown_away() {
    let mut desk = owner();
    let acts = desk.take(Event::Heard(Message { from: 2, says: Says::Saved(6) }));
    assert!(!desk.may_edit());
    desk.take(Event::Edited(6));
    let acts = both(&mut desk, &acts, draft(6, 2));
    assert_eq!(shown(&acts), []);
    assert!(desk.must_warn());
}

#[test]
fn a_window_that_was_robbed_puts_what_is_unsaved_into_a_copy_and_only_then_shows_the_others_draft() {
    let mut desk = owner();
    desk.take(Event::Edited(6));
    let acts = desk.take(Event::Lost);
    let copies = writes(&acts);
    assert!(copies.len() == 2 && copies.iter().all(|(_, target, _)| *target == WriteTarget::Copy));
    assert!(desk.must_warn() && !acts.iter().any(|act| matches!(act, Command::Read { .. })));
    let (attempt, stamp) = match acts.iter().find(|act| matches!(act, Command::Write { place: Backend::Local, .. })) {
        Some(Command::Write { attempt, stamp, .. }) => (*attempt, *stamp),
        _ => panic!("no write"),
    };
    let wrote = Event::Wrote {
        place: Backend::Local,
        target: WriteTarget::Copy,
        attempt,
        stamp,
        outcome: WriteOutcome::Stored,
    };
    let acts = desk.take(wrote);
    assert_eq!(shown(&both(&mut desk, &acts, draft(7, 2))).len(), 1);
    assert!(desk.has_copied() && !desk.must_warn());
}

#[test]
fn nothing_found_is_told_with_whether_that_is_sure() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    found(&mut desk, &acts, Backend::Local, Found::Nothing);
    let acts = found(&mut desk, &acts, Backend::Journal, Found::Failed(Failure::Blocked));
    assert_eq!(shown(&acts), [Opens::Missing { unsure: true }]);
    assert!(!desk.may_edit() && !desk.must_warn() && desk.status().is_none());
}

fn gone() -> Event {
    Event::Heard(Message { from: 9, says: Says::Gone })
}

#[test]
fn a_window_that_hears_of_a_removal_looks_claims_nothing_meanwhile_and_then_says_so() {
    let mut desk = owner();
    let acts = desk.take(gone());
    assert_eq!(desk.status(), Some(SaveStatus::Saving), "it may be gone");
    let acts = both(&mut desk, &acts, Found::Gone(Tombstone::Removed(5)));
    assert_eq!(shown(&acts), [Opens::Gone(Tombstone::Removed(5))]);
    assert_eq!((writes(&acts), desk.status(), desk.may_edit()), (Vec::new(), None, false));
}

#[test]
fn what_was_typed_and_not_stored_when_the_draft_was_removed_is_kept_as_a_copy() {
    let mut desk = owner();
    desk.take(Event::Edited(8));
    let acts = desk.take(Event::Stands { place: Backend::Local, stands: StoredState::Removed(5) });
    let copied: Vec<WriteTarget> = writes(&acts).iter().map(|(_, target, _)| *target).collect();
    assert_eq!(copied, [WriteTarget::Copy, WriteTarget::Copy]);
    assert!(desk.has_copied());
}

#[test]
fn on_a_cleared_computer_nothing_is_written_not_even_a_copy_and_what_was_in_no_place_is_told() {
    let mut desk = owner();
    desk.take(Event::Edited(6));
    let acts = desk.take(Event::Stands { place: Backend::Local, stands: StoredState::Cleared });
    assert_eq!((shown(&acts), writes(&acts)), (vec![Opens::Gone(Tombstone::Cleared)], Vec::new()));
    assert!(desk.had_more_when_cleared() && !desk.must_warn() && !desk.may_edit() && !desk.has_copied());
    // A key that was on its way.
    assert_eq!(writes(&desk.take(Event::Edited(7))), []);
}

#[test]
fn nothing_is_called_missing_before_every_place_has_answered_however_long_that_takes() {
    for late in [draft(5, 9), Found::Nothing, Found::Failed(Failure::Blocked)] {
        let mut desk = desk();
        desk.begin();
        let reads = desk.take(Event::Granted);
        found(&mut desk, &reads, Backend::Local, Found::Nothing);
        assert_eq!(shown(&desk.take(Event::Due(Timer::Reading(1)))), [Opens::Waiting]);
        let acts = found(&mut desk, &reads, Backend::Journal, late);
        match late {
            Found::Nothing => assert_eq!(shown(&acts), [Opens::Missing { unsure: false }]),
            Found::Failed(_) => assert_eq!(shown(&acts), [Opens::Missing { unsure: true }]),
            _ => assert!(matches!(shown(&acts)[..], [Opens::Draft { place: Backend::Journal, .. }])),
        }
    }
}

#[test]
fn a_draft_that_is_taken_out_of_the_bin_elsewhere_is_shown_again() {
    let mut desk = owner();
    let acts = desk.take(gone());
    both(&mut desk, &acts, Found::Gone(Tombstone::Removed(5)));
    let back = Revision { counter: 6, by: Writer { window: 9, round: 0 } };
    let acts = desk.take(Event::Stands { place: Backend::Local, stands: StoredState::Draft(back) });
    let again = Found::Draft { stamp: back, text: Fingerprint(6) };
    assert!(matches!(shown(&both(&mut desk, &acts, again))[..], [Opens::Draft { .. }]));
}
