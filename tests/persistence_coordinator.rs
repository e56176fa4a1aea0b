//! One draft that is open in one window: what is read and shown, and when.

use xingzhan::persistence::autosave::{ReadOnlyReason, SaveStatus, WriteOutcome, WriteTarget};
use xingzhan::persistence::backend::{Backend, Failure};
use xingzhan::persistence::coordinator::{Command, Event, SaveCoordinator, Timer};
use xingzhan::persistence::leadership::{LockSupport, TabRole};
use xingzhan::persistence::lease::{Message, Says};
use xingzhan::persistence::opening::Opens;
use xingzhan::persistence::revision::{Fingerprint, Found, Revision, StoredState, Writer};
use xingzhan::persistence::tombstone::Tombstone;

fn draft(counter: u64, window: u64) -> Found {
    Found::Draft { revision: Revision { counter, by: Writer { window, round: 1 } }, text: Fingerprint(counter) }
}

fn found(coordinator: &mut SaveCoordinator, acts: &[Command], place: Backend, found: Found) -> Vec<Command> {
    let round = acts.iter().find_map(|act| match act {
        Command::Read { round, .. } => Some(*round),
        _ => None,
    });
    coordinator.take(Event::Found { place, round: round.expect("a reading"), found })
}

fn both(coordinator: &mut SaveCoordinator, acts: &[Command], one: Found) -> Vec<Command> {
    let mut all = found(coordinator, acts, Backend::Local, one);
    all.extend(found(coordinator, acts, Backend::Journal, one));
    all
}

fn shown(acts: &[Command]) -> Vec<Opens> {
    let show = |act: &Command| if let Command::Show { opens, .. } = act { Some(*opens) } else { None };
    acts.iter().filter_map(show).collect()
}

fn writes(acts: &[Command]) -> Vec<(Backend, WriteTarget, Revision)> {
    let write = |act: &Command| match act {
        Command::Write { place, target, revision, .. } => Some((*place, *target, *revision)),
        _ => None,
    };
    acts.iter().filter_map(write).collect()
}

fn coordinator() -> SaveCoordinator {
    SaveCoordinator::new(1, &Backend::ALL, LockSupport::Locks, None)
}

/// A draft with counter 5 that is open for writing.
fn owner() -> SaveCoordinator {
    let mut coordinator = coordinator();
    coordinator.begin();
    let acts = coordinator.take(Event::Granted);
    both(&mut coordinator, &acts, draft(5, 9));
    assert!(coordinator.may_edit());
    coordinator
}

#[test]
fn a_draft_opens_once_both_places_answered_and_is_called_saved() {
    let mut coordinator = coordinator();
    coordinator.begin();
    let acts = coordinator.take(Event::Granted);
    assert_eq!(shown(&found(&mut coordinator, &acts, Backend::Local, draft(5, 9))), []);
    assert_eq!(shown(&found(&mut coordinator, &acts, Backend::Journal, draft(5, 9))).len(), 1);
    assert_eq!(coordinator.status(), Some(SaveStatus::Saved(Backend::Journal)));
}

#[test]
fn a_place_that_does_not_answer_is_not_waited_for_and_what_it_holds_is_still_looked_at() {
    let mut coordinator = coordinator();
    coordinator.begin();
    let acts = coordinator.take(Event::Granted);
    assert!(acts.contains(&Command::Wake(2500, Timer::Reading(1))));
    found(&mut coordinator, &acts, Backend::Local, draft(5, 9));
    assert_eq!(shown(&coordinator.take(Event::Due(Timer::Reading(1)))).len(), 1);
    assert_eq!(coordinator.status(), Some(SaveStatus::Saved(Backend::Local)));
    // it holds something newer: nothing was typed yet, so it is simply read
    let acts = found(&mut coordinator, &acts, Backend::Journal, draft(7, 9));
    assert!(acts.iter().any(|act| matches!(act, Command::Read { .. })));
    let mut all = found(&mut coordinator, &acts, Backend::Local, draft(5, 9));
    all.extend(found(&mut coordinator, &acts, Backend::Journal, draft(7, 9)));
    assert!(matches!(shown(&all)[..], [Opens::Draft { place: Backend::Journal, .. }]));
}

#[test]
fn a_draft_that_is_new_is_shown_already_and_written_at_once() {
    let mut coordinator = SaveCoordinator::new(1, &Backend::ALL, LockSupport::Locks, Some(0));
    coordinator.begin();
    let acts = coordinator.take(Event::Granted);
    assert_eq!((writes(&acts).len(), shown(&acts).len()), (2, 0));
    assert!(coordinator.may_edit() && coordinator.must_warn());
}

#[test]
fn a_draft_that_was_taken_over_is_put_under_this_windows_name_before_a_key_is_typed() {
    let mut coordinator = coordinator();
    coordinator.begin();
    let acts = coordinator.take(Event::Refused);
    both(&mut coordinator, &acts, draft(5, 9));
    assert_eq!(coordinator.status(), Some(SaveStatus::ReadOnly(ReadOnlyReason::OtherWindow)));
    coordinator.take(Event::TakeOver);
    assert_eq!(coordinator.role(), TabRole::Asking);
    let acts = coordinator.take(Event::Granted);
    let acts = both(&mut coordinator, &acts, draft(8, 9));
    let revision = Revision { counter: 8, by: Writer { window: 1, round: 2 } };
    assert_eq!(
        writes(&acts),
        [(Backend::Local, WriteTarget::Draft, revision), (Backend::Journal, WriteTarget::Draft, revision)]
    );
    assert!(acts.contains(&Command::Snapshot) && coordinator.may_edit());
}

#[test]
fn a_key_that_comes_while_the_draft_is_read_anew_is_not_shown_away() {
    let mut coordinator = owner();
    let acts = coordinator.take(Event::Heard(Message { from: 2, says: Says::Saved(6) }));
    assert!(!coordinator.may_edit());
    coordinator.take(Event::Edited(6));
    let acts = both(&mut coordinator, &acts, draft(6, 2));
    assert_eq!(shown(&acts), []);
    assert!(coordinator.must_warn());
}

#[test]
fn a_window_that_was_robbed_puts_what_is_unsaved_into_a_copy_and_only_then_shows_the_others_draft() {
    let mut coordinator = owner();
    coordinator.take(Event::Edited(6));
    let acts = coordinator.take(Event::Lost);
    let copies = writes(&acts);
    assert!(copies.len() == 2 && copies.iter().all(|(_, target, _)| *target == WriteTarget::Copy));
    assert!(coordinator.must_warn() && !acts.iter().any(|act| matches!(act, Command::Read { .. })));
    let (attempt, revision) = match acts.iter().find(|act| matches!(act, Command::Write { place: Backend::Local, .. }))
    {
        Some(Command::Write { attempt, revision, .. }) => (*attempt, *revision),
        _ => panic!("no write"),
    };
    let wrote = Event::Wrote {
        place: Backend::Local,
        target: WriteTarget::Copy,
        attempt,
        revision,
        outcome: WriteOutcome::Stored,
    };
    let acts = coordinator.take(wrote);
    assert_eq!(shown(&both(&mut coordinator, &acts, draft(7, 2))).len(), 1);
    assert!(coordinator.has_copied() && !coordinator.must_warn());
}

#[test]
fn nothing_found_is_told_with_whether_that_is_sure() {
    let mut coordinator = coordinator();
    coordinator.begin();
    let acts = coordinator.take(Event::Granted);
    found(&mut coordinator, &acts, Backend::Local, Found::Nothing);
    let acts = found(&mut coordinator, &acts, Backend::Journal, Found::Failed(Failure::Blocked));
    assert_eq!(shown(&acts), [Opens::Missing { unsure: true }]);
    assert!(!coordinator.may_edit() && !coordinator.must_warn() && coordinator.status().is_none());
}

fn gone() -> Event {
    Event::Heard(Message { from: 9, says: Says::Gone })
}

#[test]
fn a_window_that_hears_of_a_removal_looks_claims_nothing_meanwhile_and_then_says_so() {
    let mut coordinator = owner();
    let acts = coordinator.take(gone());
    assert_eq!(coordinator.status(), Some(SaveStatus::Saving), "it may be gone");
    let acts = both(&mut coordinator, &acts, Found::Gone(Tombstone::Removed(5)));
    assert_eq!(shown(&acts), [Opens::Gone(Tombstone::Removed(5))]);
    assert_eq!((writes(&acts), coordinator.status(), coordinator.may_edit()), (Vec::new(), None, false));
}

#[test]
fn what_was_typed_and_not_stored_when_the_draft_was_removed_is_kept_as_a_copy() {
    let mut coordinator = owner();
    coordinator.take(Event::Edited(8));
    let acts = coordinator.take(Event::StoredState { place: Backend::Local, stored_state: StoredState::Removed(5) });
    let copied: Vec<WriteTarget> = writes(&acts).iter().map(|(_, target, _)| *target).collect();
    assert_eq!(copied, [WriteTarget::Copy, WriteTarget::Copy]);
    assert!(coordinator.has_copied());
}

#[test]
fn on_a_cleared_computer_nothing_is_written_not_even_a_copy_and_what_was_in_no_place_is_told() {
    let mut coordinator = owner();
    coordinator.take(Event::Edited(6));
    let acts = coordinator.take(Event::StoredState { place: Backend::Local, stored_state: StoredState::Cleared });
    assert_eq!((shown(&acts), writes(&acts)), (vec![Opens::Gone(Tombstone::Cleared)], Vec::new()));
    assert!(
        coordinator.had_more_when_cleared()
            && !coordinator.must_warn()
            && !coordinator.may_edit()
            && !coordinator.has_copied()
    );
    // A key that was on its way.
    assert_eq!(writes(&coordinator.take(Event::Edited(7))), []);
}

#[test]
fn nothing_is_called_missing_before_every_place_has_answered_however_long_that_takes() {
    for late in [draft(5, 9), Found::Nothing, Found::Failed(Failure::Blocked)] {
        let mut coordinator = coordinator();
        coordinator.begin();
        let reads = coordinator.take(Event::Granted);
        found(&mut coordinator, &reads, Backend::Local, Found::Nothing);
        assert_eq!(shown(&coordinator.take(Event::Due(Timer::Reading(1)))), [Opens::Waiting]);
        let acts = found(&mut coordinator, &reads, Backend::Journal, late);
        match late {
            Found::Nothing => assert_eq!(shown(&acts), [Opens::Missing { unsure: false }]),
            Found::Failed(_) => assert_eq!(shown(&acts), [Opens::Missing { unsure: true }]),
            _ => assert!(matches!(shown(&acts)[..], [Opens::Draft { place: Backend::Journal, .. }])),
        }
    }
}

#[test]
fn a_draft_that_is_taken_out_of_the_bin_elsewhere_is_shown_again() {
    let mut coordinator = owner();
    let acts = coordinator.take(gone());
    both(&mut coordinator, &acts, Found::Gone(Tombstone::Removed(5)));
    let back = Revision { counter: 6, by: Writer { window: 9, round: 0 } };
    let acts = coordinator.take(Event::StoredState { place: Backend::Local, stored_state: StoredState::Draft(back) });
    let again = Found::Draft { revision: back, text: Fingerprint(6) };
    assert!(matches!(shown(&both(&mut coordinator, &acts, again))[..], [Opens::Draft { .. }]));
}
