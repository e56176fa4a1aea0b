//! Who may write when several windows have a draft open.

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
    let mut leadership = TabLeadership::new(1, means);
    let acts = leadership.begin();
    match means {
        LockSupport::Locks => _ = leadership.take(LeadershipEvent::Granted),
        LockSupport::Lease => {
            assert_eq!(acts, [LeadershipEffect::ReadLease]);
            let acts = leadership.take(LeadershipEvent::Lease(None));
            leadership.take(woken(&acts));
            leadership.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 })));
        }
        LockSupport::Nothing => {}
    }
    assert_eq!(leadership.role(), TabRole::Owner);
    leadership
}

fn reader(means: LockSupport) -> (TabLeadership, Vec<LeadershipEffect>) {
    let mut leadership = TabLeadership::new(2, means);
    leadership.begin();
    let acts = leadership.take(match means {
        LockSupport::Locks => LeadershipEvent::Refused,
        _ => LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 })),
    });
    assert_eq!(leadership.role(), TabRole::Reader);
    (leadership, acts)
}

#[test]
fn the_first_window_writes_and_the_second_reads_and_says_so() {
    owner(LockSupport::Locks);
    assert_eq!(reader(LockSupport::Locks).1, [LeadershipEffect::Follow]);
}

#[test]
fn an_owner_that_is_asked_saves_first_and_says_what_is_stored_when_it_lets_go() {
    for means in [LockSupport::Locks, LockSupport::Lease] {
        let mut leadership = owner(means);
        assert_eq!(leadership.take(says(2, Says::Ask)), [LeadershipEffect::Flush]);
        assert!(
            !leadership
                .take(LeadershipEvent::Kept { settled: false, stored: Some(7) })
                .contains(&LeadershipEffect::Follow)
        );
        assert_eq!(leadership.role(), TabRole::Owner);
        let acts = leadership.take(LeadershipEvent::Kept { settled: true, stored: Some(8) });
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
        assert_eq!(leadership.role(), TabRole::Reader);
    }
}

#[test]
fn whoever_asked_goes_on_once_the_lock_is_free_and_puts_its_name_to_the_draft() {
    let (mut leadership, _) = reader(LockSupport::Locks);
    let acts = leadership.take(LeadershipEvent::TakeOver);
    assert!(
        acts.contains(&LeadershipEffect::Send(Message { from: 2, says: Says::Ask }))
            && acts.contains(&LeadershipEffect::Lock(LockRequest::Await))
    );
    assert_eq!(leadership.role(), TabRole::Asking);
    assert_eq!(leadership.take(says(1, Says::Yielded { to: 2, counter: 8 })), []);
    assert_eq!(leadership.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn an_owner_that_does_not_answer_is_robbed_after_some_time_and_reads_when_it_wakes() {
    let (mut leadership, _) = reader(LockSupport::Locks);
    let mut acts = leadership.take(LeadershipEvent::TakeOver);
    for _ in 0..PATIENCE {
        acts = leadership.take(woken(&acts));
        assert!(!acts.contains(&LeadershipEffect::Lock(LockRequest::Steal)));
    }
    assert!(leadership.take(woken(&acts)).contains(&LeadershipEffect::Lock(LockRequest::Steal)));
    assert_eq!(owner(LockSupport::Locks).take(LeadershipEvent::Lost), [LeadershipEffect::Follow]);
}

#[test]
fn of_two_that_ask_the_one_that_comes_second_robs_nobody() {
    let (mut leadership, _) = reader(LockSupport::Locks);
    leadership.take(LeadershipEvent::TakeOver);
    let acts = leadership.take(says(1, Says::Yielded { to: 3, counter: 8 }));
    assert_eq!(acts, [LeadershipEffect::Follow, LeadershipEffect::Lock(LockRequest::Release)]);
    assert_eq!(leadership.role(), TabRole::Reader);
}

#[test]
fn of_two_that_write_a_lease_at_once_the_one_whose_lease_stands_goes_on() {
    for (stored_state, role) in [(1, TabRole::Owner), (2, TabRole::Reader)] {
        let mut leadership = TabLeadership::new(1, LockSupport::Lease);
        leadership.begin();
        let acts = leadership.take(LeadershipEvent::Lease(None));
        assert_eq!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 1, beat: 1 }));
        assert!(matches!(acts[1], LeadershipEffect::Wake(CLAIM, _)) && leadership.role() == TabRole::Settling);
        assert_eq!(leadership.take(woken(&acts)), [LeadershipEffect::ReadLease]);
        leadership.take(LeadershipEvent::Lease(Some(Lease { holder: stored_state, beat: 1 })));
        assert_eq!(leadership.role(), role);
    }
}

#[test]
fn a_lease_that_neither_changes_nor_answers_is_dead_and_one_that_does_is_not() {
    let lease = LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 1 }));
    let (mut leadership, mut acts) = reader(LockSupport::Lease);
    for _ in 1..DEAD {
        leadership.take(woken(&acts));
        acts = leadership.take(lease);
        assert!(acts.contains(&LeadershipEffect::Send(Message { from: 2, says: Says::Ping })));
    }
    // asked aloud, a hidden page that renews its lease once a minute answers
    leadership.take(says(1, Says::Here));
    for _ in 1..DEAD {
        leadership.take(woken(&acts));
        acts = leadership.take(lease);
    }
    leadership.take(woken(&acts));
    acts = leadership.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 2 })));
    for _ in 0..DEAD {
        assert_eq!(leadership.role(), TabRole::Reader);
        leadership.take(woken(&acts));
        acts = leadership.take(LeadershipEvent::Lease(Some(Lease { holder: 1, beat: 2 })));
    }
    assert!(matches!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 2, .. })));
}

#[test]
fn an_owner_renews_its_lease_and_writes_it_again_where_it_was_cleared_but_never_over_anothers() {
    let mut leadership = owner(LockSupport::Lease);
    let acts = leadership.take(LeadershipEvent::Lease(None));
    assert!(matches!(acts[0], LeadershipEffect::WriteLease(Lease { holder: 1, beat: 2 })));
    let acts = leadership.take(LeadershipEvent::Lease(Some(Lease { holder: 2, beat: 1 })));
    assert!(
        acts.contains(&LeadershipEffect::Follow)
            && !acts.iter().any(|act| matches!(act, LeadershipEffect::WriteLease(_)))
    );
}

#[test]
fn readers_are_told_of_every_save_and_read_it() {
    let mut leadership = owner(LockSupport::Locks);
    let acts = leadership.take(LeadershipEvent::Kept { settled: true, stored: Some(3) });
    assert_eq!(acts, [LeadershipEffect::Send(Message { from: 1, says: Says::Saved(3) })]);
    assert_eq!(leadership.take(LeadershipEvent::Kept { settled: true, stored: Some(3) }), []);
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
    let (mut leadership, _) = reader(LockSupport::Locks);
    assert_eq!(leadership.take(says(1, Says::Left)), [LeadershipEffect::Lock(LockRequest::Request)]);
    assert_eq!(leadership.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn the_lock_of_a_window_that_said_it_goes_is_asked_for_until_it_is_free_and_not_for_ever() {
    let (mut leadership, _) = reader(LockSupport::Locks);
    assert_eq!(leadership.take(LeadershipEvent::Refused), []);
    leadership.take(says(1, Says::Left));
    let mut asked = 0;
    while let [LeadershipEffect::Wake(_, tick)] = leadership.take(LeadershipEvent::Refused).as_slice() {
        assert_eq!(leadership.take(LeadershipEvent::Tick(*tick)), [LeadershipEffect::Lock(LockRequest::Request)]);
        asked += 1;
    }
    assert!((3..20).contains(&asked), "{asked}");
    leadership.take(says(1, Says::Left));
    leadership.take(LeadershipEvent::Refused);
    assert_eq!(leadership.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}

#[test]
fn a_lock_that_never_answers_leaves_a_window_that_reads() {
    let mut leadership = TabLeadership::new(1, LockSupport::Locks);
    let mut acts = leadership.begin();
    while leadership.role() == TabRole::Settling {
        acts = leadership.take(woken(&acts));
    }
    assert_eq!((leadership.role(), acts), (TabRole::Reader, vec![LeadershipEffect::Follow]));
    assert_eq!(leadership.take(LeadershipEvent::Granted), [LeadershipEffect::Own { claim: true }]);
}
