//! Who may write when several windows have a draft open.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use xingzhan::persistence::leadership::{
    LeadershipEffect, LeadershipEvent, LockRequest, LockSupport, PATIENCE, TabLeadership, TabRole,
};
use xingzhan::persistence::lease::{Lease, Message, Says};

/// How long a claim settles, in milliseconds.
const CLAIM: u32 = 300;
/// After how many silent beats a holder is dead.
const DEAD: u32 = 3;

fn says(from: u64, says: Says) -> LeadershipEvent {
    LeadershipEvent::Heard(Message { from, says })
}

/// The wake that counts.
fn woken(acts: &[LeadershipEffect]) -> LeadershipEvent {
    let wake = acts.iter().rev().find_map(|act| match act {
        LeadershipEffect::Wake(_, tick) => Some(*tick),
        _ => None,
    });
    LeadershipEvent::Tick(wake.expect("a wake"))
}

fn owner(means: LockSupport) -> TabLeadership {
    let mut tabs = TabLeadership::new(1, means);
    let acts = tabs.begin();
    match means {
        LockSupport::Locks => _ = tabs.take(LeadershipEvent::Granted),
        LockSupport::Lease => {
            assert_eq!(acts, [LeadershipEffect::ReadLease]);
            let acts = tabs.take(LeadershipEvent::Lease(None));
            tabs.take(woken(&acts));
            tabs.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 })));
        }
        LockSupport::Nothing => {}
    }
    assert_eq!(tabs.role(), TabRole::Owner);
    tabs
}

fn reader(means: LockSupport) -> (TabLeadership, Vec<LeadershipEffect>) {
    let mut tabs = TabLeadership::new(2, means);
    tabs.begin();
    let acts = tabs.take(match means {
        LockSupport::Locks => LeadershipEvent::Refused,
        _ => LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 })),
    });
    assert_eq!(tabs.role(), TabRole::Reader);
    (tabs, acts)
}

#[test]
fn the_first_window_writes_and_the_second_reads_and_says_so() {
    owner(LockSupport::Locks);
    assert_eq!(reader(LockSupport::Locks).1, [LeadershipEffect::Follow]);
}

#[test]
fn an_owner_that_is_asked_saves_first_and_says_what_is_stored_when_it_lets_go() {
    for means in [LockSupport::Locks, LockSupport::Lease] {
        let mut tabs = owner(means);
        assert_eq!(tabs.take(says(2, Says::Ask)), [LeadershipEffect::Flush]);
        assert!(
            !tabs.take(LeadershipEvent::Kept { settled: false, stored: Some(7) }).contains(&LeadershipEffect::Follow)
        );
        assert_eq!(tabs.role(), TabRole::Owner);
        let acts = tabs.take(LeadershipEvent::Kept { settled: true, stored: Some(8) });
        let release = if means == LockSupport::Locks {
            LeadershipEffect::Lock(LockRequest::Release)
        } else {
            LeadershipEffect::ClearLease(1)
        };
        assert_eq!(
            acts[..3],
            [
                release,
                LeadershipEffect::Send(Message { from: 1, says: Says::Yielded { to: 2, counter: 8 } }),
                LeadershipEffect::Follow
            ]
        );
        assert_eq!(tabs.role(), TabRole::Reader);
    }
}

#[test]
fn whoever_asked_goes_on_once_the_lock_is_free_and_puts_its_name_to_the_draft() {
    let (mut tabs, _) = reader(LockSupport::Locks);
    let acts = tabs.take(LeadershipEvent::TakeOver);
    assert!(
        acts.contains(&LeadershipEffect::Send(Message { from: 2, says: Says::Ask }))
            && acts.contains(&LeadershipEffect::Lock(LockRequest::Await))
    );
    assert_eq!(tabs.role(), TabRole::Asking);
    assert_eq!(tabs.take(says(1, Says::Yielded { to: 2, counter: 8 })), []);
    assert_eq!(tabs.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn an_owner_that_does_not_answer_is_robbed_after_some_time_and_reads_when_it_wakes() {
    let (mut tabs, _) = reader(LockSupport::Locks);
    let mut acts = tabs.take(LeadershipEvent::TakeOver);
    for _ in 0..PATIENCE {
        acts = tabs.take(woken(&acts));
        assert!(!acts.contains(&LeadershipEffect::Lock(LockRequest::Steal)));
    }
    assert!(tabs.take(woken(&acts)).contains(&LeadershipEffect::Lock(LockRequest::Steal)));
    assert_eq!(owner(LockSupport::Locks).take(LeadershipEvent::Lost), [LeadershipEffect::Follow]);
}

#[test]
fn of_two_that_ask_the_one_that_comes_second_robs_nobody() {
    let (mut tabs, _) = reader(LockSupport::Locks);
    tabs.take(LeadershipEvent::TakeOver);
    let acts = tabs.take(says(1, Says::Yielded { to: 3, counter: 8 }));
    assert_eq!(acts, [LeadershipEffect::Follow, LeadershipEffect::Lock(LockRequest::Release)]);
    assert_eq!(tabs.role(), TabRole::Reader);
}

#[test]
fn of_two_that_write_a_lease_at_once_the_one_whose_lease_stands_goes_on() {
    for (stands, role) in [(1, TabRole::Owner), (2, TabRole::Reader)] {
        let mut tabs = TabLeadership::new(1, LockSupport::Lease);
        tabs.begin();
        let acts = tabs.take(LeadershipEvent::Lease(None));
        assert_eq!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 1, beat: 1 }));
        assert!(matches!(acts[1], LeadershipEffect::Wake(CLAIM, _)) && tabs.role() == TabRole::Settling);
        assert_eq!(tabs.take(woken(&acts)), [LeadershipEffect::ReadLease]);
        tabs.take(LeadershipEvent::Lease(Some(Lease { holder: stands, beat: 1 })));
        assert_eq!(tabs.role(), role);
    }
}

#[test]
fn a_lease_that_neither_changes_nor_answers_is_dead_and_one_that_does_is_not() {
    let lease = LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 }));
    let (mut tabs, mut acts) = reader(LockSupport::Lease);
    for _ in 1..DEAD {
        tabs.take(woken(&acts));
        acts = tabs.take(lease);
        assert!(acts.contains(&LeadershipEffect::Send(Message { from: 2, says: Says::Ping })));
    }
    // asked aloud, a hidden page that renews its lease once a minute answers
    tabs.take(says(1, Says::Here));
    for _ in 1..DEAD {
        tabs.take(woken(&acts));
        acts = tabs.take(lease);
    }
    tabs.take(woken(&acts));
    acts = tabs.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 2 })));
    for _ in 0..DEAD {
        assert_eq!(tabs.role(), TabRole::Reader);
        tabs.take(woken(&acts));
        acts = tabs.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 2 })));
    }
    assert!(matches!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 2, .. })));
}

#[test]
fn an_owner_renews_its_lease_and_writes_it_again_where_it_was_cleared_but_never_over_anothers() {
    let mut tabs = owner(LockSupport::Lease);
    let acts = tabs.take(LeadershipEvent::Lease(None));
    assert!(matches!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 1, beat: 2 })));
    let acts = tabs.take(LeadershipEvent::Lease(Some(Lease { holder: 2, beat: 1 })));
    assert!(
        acts.contains(&LeadershipEffect::Follow)
            && !acts.iter().any(|act| matches!(act, LeadershipEffect::WriteLease(_)))
    );
}

#[test]
fn readers_are_told_of_every_save_and_read_it() {
    let mut tabs = owner(LockSupport::Locks);
    let acts = tabs.take(LeadershipEvent::Kept { settled: true, stored: Some(3) });
    assert_eq!(acts, [LeadershipEffect::Send(Message { from: 1, says: Says::Saved(3) })]);
    assert_eq!(tabs.take(LeadershipEvent::Kept { settled: true, stored: Some(3) }), []);
    assert_eq!(reader(LockSupport::Locks).0.take(says(1, Says::Saved(3))), [LeadershipEffect::Reread]);
    // the last save of an owner that lets go is told with that
    assert_eq!(
        reader(LockSupport::Locks).0.take(says(1, Says::Yielded { to: 3, counter: 4 })),
        [LeadershipEffect::Reread]
    );
}

#[test]
fn a_window_that_goes_leaves_the_draft_to_the_next_one() {
    let acts = owner(LockSupport::Locks).take(LeadershipEvent::Leaving);
    assert_eq!(
        acts,
        [LeadershipEffect::Lock(LockRequest::Release), LeadershipEffect::Send(Message { from: 1, says: Says::Left })]
    );
    let (mut tabs, _) = reader(LockSupport::Locks);
    assert_eq!(tabs.take(says(1, Says::Left)), [LeadershipEffect::Lock(LockRequest::Request)]);
    assert_eq!(tabs.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn the_lock_of_a_window_that_said_it_goes_is_asked_for_until_it_is_free_and_not_for_ever() {
    let (mut tabs, _) = reader(LockSupport::Locks);
    assert_eq!(tabs.take(LeadershipEvent::Refused), []);
    tabs.take(says(1, Says::Left));
    let mut asked = 0;
    while let [LeadershipEffect::Wake(_, tick)] = tabs.take(LeadershipEvent::Refused).as_slice() {
        assert_eq!(tabs.take(LeadershipEvent::Tick(*tick)), [LeadershipEffect::Lock(LockRequest::Request)]);
        asked += 1;
    }
    assert!((3..20).contains(&asked), "{asked}");
    tabs.take(says(1, Says::Left));
    tabs.take(LeadershipEvent::Refused);
    assert_eq!(tabs.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn a_lock_that_never_answers_leaves_a_window_that_reads() {
    let mut tabs = TabLeadership::new(1, LockSupport::Locks);
    let mut acts = tabs.begin();
    while tabs.role() == TabRole::Settling {
        acts = tabs.take(woken(&acts));
    }
    assert_eq!((tabs.role(), acts), (TabRole::Reader, vec![LeadershipEffect::Follow]));
    assert_eq!(tabs.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}
