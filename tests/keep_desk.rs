//! One draft that is open in one window: what is read and shown, and when.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use xingzhan::keep::desk::{Act, Desk, Event, Timer};
use xingzhan::keep::gone::Gone;
use xingzhan::keep::keeper::{Outcome, Status, Target, Why};
use xingzhan::keep::lease::{Message, Says};
use xingzhan::keep::place::{Failure, Place};
use xingzhan::keep::stamp::{Found, Print, Stamp, Stands, Writer};
use xingzhan::keep::start::Opens;
use xingzhan::keep::tabs::{Means, Role};

fn draft(counter: u64, window: u64) -> Found {
    Found::Draft { stamp: Stamp { counter, by: Writer { window, round: 1 } }, text: Print(counter) }
}

fn found(desk: &mut Desk, acts: &[Act], place: Place, found: Found) -> Vec<Act> {
    let round = acts.iter().find_map(|act| match act {
        Act::Read { round, .. } => Some(*round),
        _ => None,
    });
    desk.take(Event::Found { place, round: round.expect("a reading"), found })
}

fn both(desk: &mut Desk, acts: &[Act], one: Found) -> Vec<Act> {
    let mut all = found(desk, acts, Place::Local, one);
    all.extend(found(desk, acts, Place::Journal, one));
    all
}

fn shown(acts: &[Act]) -> Vec<Opens> {
    let show = |act: &Act| if let Act::Show { opens, .. } = act { Some(*opens) } else { None };
    acts.iter().filter_map(show).collect()
}

fn writes(acts: &[Act]) -> Vec<(Place, Target, Stamp)> {
    let write = |act: &Act| match act {
        Act::Write { place, target, stamp, .. } => Some((*place, *target, *stamp)),
        _ => None,
    };
    acts.iter().filter_map(write).collect()
}

fn desk() -> Desk {
    Desk::new(1, &Place::ALL, Means::Locks, None)
}

/// A draft with counter 5 that is open for writing.
fn owner() -> Desk {
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
    assert_eq!(shown(&found(&mut desk, &acts, Place::Local, draft(5, 9))), []);
    assert_eq!(shown(&found(&mut desk, &acts, Place::Journal, draft(5, 9))).len(), 1);
    assert_eq!(desk.status(), Some(Status::Saved(Place::Journal)));
}

#[test]
fn a_place_that_does_not_answer_is_not_waited_for_and_what_it_holds_is_still_looked_at() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    assert!(acts.contains(&Act::Wake(2500, Timer::Reading(1))));
    found(&mut desk, &acts, Place::Local, draft(5, 9));
    assert_eq!(shown(&desk.take(Event::Due(Timer::Reading(1)))).len(), 1);
    assert_eq!(desk.status(), Some(Status::Saved(Place::Local)));
    // it holds something newer: nothing was typed yet, so it is simply read
    let acts = found(&mut desk, &acts, Place::Journal, draft(7, 9));
    assert!(acts.iter().any(|act| matches!(act, Act::Read { .. })));
    let mut all = found(&mut desk, &acts, Place::Local, draft(5, 9));
    all.extend(found(&mut desk, &acts, Place::Journal, draft(7, 9)));
    assert!(matches!(shown(&all)[..], [Opens::Draft { place: Place::Journal, .. }]));
}

#[test]
fn a_draft_that_is_new_is_shown_already_and_written_at_once() {
    let mut desk = Desk::new(1, &Place::ALL, Means::Locks, Some(0));
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
    assert_eq!(desk.status(), Some(Status::ReadOnly(Why::OtherWindow)));
    desk.take(Event::TakeOver);
    assert_eq!(desk.role(), Role::Asking);
    let acts = desk.take(Event::Granted);
    let acts = both(&mut desk, &acts, draft(8, 9));
    let stamp = Stamp { counter: 8, by: Writer { window: 1, round: 2 } };
    assert_eq!(writes(&acts), [(Place::Local, Target::Draft, stamp), (Place::Journal, Target::Draft, stamp)]);
    assert!(acts.contains(&Act::Snapshot) && desk.may_edit());
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
    assert!(copies.len() == 2 && copies.iter().all(|(_, target, _)| *target == Target::Copy));
    assert!(desk.must_warn() && !acts.iter().any(|act| matches!(act, Act::Read { .. })));
    let (attempt, stamp) = match acts.iter().find(|act| matches!(act, Act::Write { place: Place::Local, .. })) {
        Some(Act::Write { attempt, stamp, .. }) => (*attempt, *stamp),
        _ => panic!("no write"),
    };
    let wrote = Event::Wrote { place: Place::Local, target: Target::Copy, attempt, stamp, outcome: Outcome::Stored };
    let acts = desk.take(wrote);
    assert_eq!(shown(&both(&mut desk, &acts, draft(7, 2))).len(), 1);
    assert!(desk.has_copied() && !desk.must_warn());
}

#[test]
fn nothing_found_is_told_with_whether_that_is_sure() {
    let mut desk = desk();
    desk.begin();
    let acts = desk.take(Event::Granted);
    found(&mut desk, &acts, Place::Local, Found::Nothing);
    let acts = found(&mut desk, &acts, Place::Journal, Found::Failed(Failure::Blocked));
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
    assert_eq!(desk.status(), Some(Status::Saving), "it may be gone");
    let acts = both(&mut desk, &acts, Found::Gone(Gone::Removed(5)));
    assert_eq!(shown(&acts), [Opens::Gone(Gone::Removed(5))]);
    assert_eq!((writes(&acts), desk.status(), desk.may_edit()), (Vec::new(), None, false));
}

#[test]
fn what_was_typed_and_not_stored_when_the_draft_was_removed_is_kept_as_a_copy() {
    let mut desk = owner();
    desk.take(Event::Edited(8));
    let acts = desk.take(Event::Stands { place: Place::Local, stands: Stands::Removed(5) });
    let copied: Vec<Target> = writes(&acts).iter().map(|(_, target, _)| *target).collect();
    assert_eq!(copied, [Target::Copy, Target::Copy]);
    assert!(desk.has_copied());
}

#[test]
fn on_a_cleared_computer_nothing_is_written_not_even_a_copy_and_what_was_in_no_place_is_told() {
    let mut desk = owner();
    desk.take(Event::Edited(6));
    let acts = desk.take(Event::Stands { place: Place::Local, stands: Stands::Cleared });
    assert_eq!((shown(&acts), writes(&acts)), (vec![Opens::Gone(Gone::Cleared)], Vec::new()));
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
        found(&mut desk, &reads, Place::Local, Found::Nothing);
        assert_eq!(shown(&desk.take(Event::Due(Timer::Reading(1)))), [Opens::Waiting]);
        let acts = found(&mut desk, &reads, Place::Journal, late);
        match late {
            Found::Nothing => assert_eq!(shown(&acts), [Opens::Missing { unsure: false }]),
            Found::Failed(_) => assert_eq!(shown(&acts), [Opens::Missing { unsure: true }]),
            _ => assert!(matches!(shown(&acts)[..], [Opens::Draft { place: Place::Journal, .. }])),
        }
    }
}

#[test]
fn a_draft_that_is_taken_out_of_the_bin_elsewhere_is_shown_again() {
    let mut desk = owner();
    let acts = desk.take(gone());
    both(&mut desk, &acts, Found::Gone(Gone::Removed(5)));
    let back = Stamp { counter: 6, by: Writer { window: 9, round: 0 } };
    let acts = desk.take(Event::Stands { place: Place::Local, stands: Stands::Draft(back) });
    let again = Found::Draft { stamp: back, text: Print(6) };
    assert!(matches!(shown(&both(&mut desk, &acts, again))[..], [Opens::Draft { .. }]));
}
