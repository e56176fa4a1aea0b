//! Who may write when several windows have a draft open.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use xingzhan::keep::lease::{Lease, Message, Says};
use xingzhan::keep::tabs::{Act, Event, Lock, Means, PATIENCE, Role, Tabs};

/// How long a claim settles, in milliseconds.
const CLAIM: u32 = 300;
/// After how many silent beats a holder is dead.
const DEAD: u32 = 3;

fn says(from: u64, says: Says) -> Event {
    Event::Heard(Message { from, says })
}

/// The wake that counts.
fn woken(acts: &[Act]) -> Event {
    let wake = acts.iter().rev().find_map(|act| match act {
        Act::Wake(_, tick) => Some(*tick),
        _ => None,
    });
    Event::Tick(wake.expect("a wake"))
}

fn owner(means: Means) -> Tabs {
    let mut tabs = Tabs::new(1, means);
    let acts = tabs.begin();
    match means {
        Means::Locks => _ = tabs.take(Event::Granted),
        Means::Lease => {
            assert_eq!(acts, [Act::ReadLease]);
            let acts = tabs.take(Event::Lease(None));
            tabs.take(woken(&acts));
            tabs.take(Event::Lease(Some(Lease { holder: 1, beat: 1 })));
        }
        Means::Nothing => {}
    }
    assert_eq!(tabs.role(), Role::Owner);
    tabs
}

fn reader(means: Means) -> (Tabs, Vec<Act>) {
    let mut tabs = Tabs::new(2, means);
    tabs.begin();
    let acts = tabs.take(match means {
        Means::Locks => Event::Refused,
        _ => Event::Lease(Some(Lease { holder: 1, beat: 1 })),
    });
    assert_eq!(tabs.role(), Role::Reader);
    (tabs, acts)
}

#[test]
fn the_first_window_writes_and_the_second_reads_and_says_so() {
    owner(Means::Locks);
    assert_eq!(reader(Means::Locks).1, [Act::Follow]);
}

#[test]
fn an_owner_that_is_asked_saves_first_and_says_what_is_stored_when_it_lets_go() {
    for means in [Means::Locks, Means::Lease] {
        let mut tabs = owner(means);
        assert_eq!(tabs.take(says(2, Says::Ask)), [Act::Flush]);
        assert!(!tabs.take(Event::Kept { settled: false, stored: Some(7) }).contains(&Act::Follow));
        assert_eq!(tabs.role(), Role::Owner);
        let acts = tabs.take(Event::Kept { settled: true, stored: Some(8) });
        let release = if means == Means::Locks { Act::Lock(Lock::Release) } else { Act::ClearLease(1) };
        assert_eq!(
            acts[..3],
            [release, Act::Send(Message { from: 1, says: Says::Yielded { to: 2, counter: 8 } }), Act::Follow]
        );
        assert_eq!(tabs.role(), Role::Reader);
    }
}

#[test]
fn whoever_asked_goes_on_once_the_lock_is_free_and_puts_its_name_to_the_draft() {
    let (mut tabs, _) = reader(Means::Locks);
    let acts = tabs.take(Event::TakeOver);
    assert!(acts.contains(&Act::Send(Message { from: 2, says: Says::Ask })) && acts.contains(&Act::Lock(Lock::Await)));
    assert_eq!(tabs.role(), Role::Asking);
    assert_eq!(tabs.take(says(1, Says::Yielded { to: 2, counter: 8 })), []);
    assert_eq!(tabs.take(Event::Granted), [Act::Own { claim: true }]);
}

#[test]
fn an_owner_that_does_not_answer_is_robbed_after_some_time_and_reads_when_it_wakes() {
    let (mut tabs, _) = reader(Means::Locks);
    let mut acts = tabs.take(Event::TakeOver);
    for _ in 0..PATIENCE {
        acts = tabs.take(woken(&acts));
        assert!(!acts.contains(&Act::Lock(Lock::Steal)));
    }
    assert!(tabs.take(woken(&acts)).contains(&Act::Lock(Lock::Steal)));
    assert_eq!(owner(Means::Locks).take(Event::Lost), [Act::Follow]);
}

#[test]
fn of_two_that_ask_the_one_that_comes_second_robs_nobody() {
    let (mut tabs, _) = reader(Means::Locks);
    tabs.take(Event::TakeOver);
    let acts = tabs.take(says(1, Says::Yielded { to: 3, counter: 8 }));
    assert_eq!(acts, [Act::Follow, Act::Lock(Lock::Release)]);
    assert_eq!(tabs.role(), Role::Reader);
}

#[test]
fn of_two_that_write_a_lease_at_once_the_one_whose_lease_stands_goes_on() {
    for (stands, role) in [(1, Role::Owner), (2, Role::Reader)] {
        let mut tabs = Tabs::new(1, Means::Lease);
        tabs.begin();
        let acts = tabs.take(Event::Lease(None));
        assert_eq!(acts[0], Act::WriteLease(Lease { holder: 1, beat: 1 }));
        assert!(matches!(acts[1], Act::Wake(CLAIM, _)) && tabs.role() == Role::Settling);
        assert_eq!(tabs.take(woken(&acts)), [Act::ReadLease]);
        tabs.take(Event::Lease(Some(Lease { holder: stands, beat: 1 })));
        assert_eq!(tabs.role(), role);
    }
}

#[test]
fn a_lease_that_neither_changes_nor_answers_is_dead_and_one_that_does_is_not() {
    let lease = Event::Lease(Some(Lease { holder: 1, beat: 1 }));
    let (mut tabs, mut acts) = reader(Means::Lease);
    for _ in 1..DEAD {
        tabs.take(woken(&acts));
        acts = tabs.take(lease);
        assert!(acts.contains(&Act::Send(Message { from: 2, says: Says::Ping })));
    }
    // asked aloud, a hidden page that renews its lease once a minute answers
    tabs.take(says(1, Says::Here));
    for _ in 1..DEAD {
        tabs.take(woken(&acts));
        acts = tabs.take(lease);
    }
    tabs.take(woken(&acts));
    acts = tabs.take(Event::Lease(Some(Lease { holder: 1, beat: 2 })));
    for _ in 0..DEAD {
        assert_eq!(tabs.role(), Role::Reader);
        tabs.take(woken(&acts));
        acts = tabs.take(Event::Lease(Some(Lease { holder: 1, beat: 2 })));
    }
    assert!(matches!(acts[0], Act::WriteLease(Lease { holder: 2, .. })));
}

#[test]
fn an_owner_renews_its_lease_and_writes_it_again_where_it_was_cleared_but_never_over_anothers() {
    let mut tabs = owner(Means::Lease);
    let acts = tabs.take(Event::Lease(None));
    assert!(matches!(acts[0], Act::WriteLease(Lease { holder: 1, beat: 2 })));
    let acts = tabs.take(Event::Lease(Some(Lease { holder: 2, beat: 1 })));
    assert!(acts.contains(&Act::Follow) && !acts.iter().any(|act| matches!(act, Act::WriteLease(_))));
}

#[test]
fn readers_are_told_of_every_save_and_read_it() {
    let mut tabs = owner(Means::Locks);
    let acts = tabs.take(Event::Kept { settled: true, stored: Some(3) });
    assert_eq!(acts, [Act::Send(Message { from: 1, says: Says::Saved(3) })]);
    assert_eq!(tabs.take(Event::Kept { settled: true, stored: Some(3) }), []);
    assert_eq!(reader(Means::Locks).0.take(says(1, Says::Saved(3))), [Act::Reread]);
    // the last save of an owner that lets go is told with that
    assert_eq!(reader(Means::Locks).0.take(says(1, Says::Yielded { to: 3, counter: 4 })), [Act::Reread]);
}

#[test]
fn a_window_that_goes_leaves_the_draft_to_the_next_one() {
    let acts = owner(Means::Locks).take(Event::Leaving);
    assert_eq!(acts, [Act::Lock(Lock::Release), Act::Send(Message { from: 1, says: Says::Left })]);
    let (mut tabs, _) = reader(Means::Locks);
    assert_eq!(tabs.take(says(1, Says::Left)), [Act::Lock(Lock::Request)]);
    assert_eq!(tabs.take(Event::Granted), [Act::Own { claim: true }]);
}

#[test]
fn the_lock_of_a_window_that_said_it_goes_is_asked_for_until_it_is_free_and_not_for_ever() {
    let (mut tabs, _) = reader(Means::Locks);
    assert_eq!(tabs.take(Event::Refused), []);
    tabs.take(says(1, Says::Left));
    let mut asked = 0;
    while let [Act::Wake(_, tick)] = tabs.take(Event::Refused).as_slice() {
        assert_eq!(tabs.take(Event::Tick(*tick)), [Act::Lock(Lock::Request)]);
        asked += 1;
    }
    assert!((3..20).contains(&asked), "{asked}");
    tabs.take(says(1, Says::Left));
    tabs.take(Event::Refused);
    assert_eq!(tabs.take(Event::Granted), [Act::Own { claim: true }]);
}

#[test]
fn a_lock_that_never_answers_leaves_a_window_that_reads() {
    let mut tabs = Tabs::new(1, Means::Locks);
    let mut acts = tabs.begin();
    while tabs.role() == Role::Settling {
        acts = tabs.take(woken(&acts));
    }
    assert_eq!((tabs.role(), acts), (Role::Reader, vec![Act::Follow]));
    assert_eq!(tabs.take(Event::Granted), [Act::Own { claim: true }]);
}
