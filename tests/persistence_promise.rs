//! Nothing a person typed is ever lost: the saving machine in a world where everything fails. After every
//! step of every run, what the person is told is compared with what is stored.

use crate::persistence_world::World;
use crate::persistence_world::ops::{Op, op};
use crate::persistence_world::store::Fault;
use proptest::prelude::*;
use xingzhan::persistence::backend::Backend;
use xingzhan::persistence::leadership::LockSupport;

fn run(means: LockSupport, ops: &[Op]) {
    let mut world = World::new(means);
    for op in ops {
        world.run(*op);
    }
    world.end();
}

/// At least 500; more where they are asked for, as in `KEEP_RUNS=20000 cargo test --test native persistence_promise::`.
fn runs() -> u32 {
    std::env::var("KEEP_RUNS").ok().and_then(|runs| runs.parse().ok()).map_or(500, |runs: u32| runs.max(500))
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, failure_persistence: None, ..ProptestConfig::with_cases(runs()) })]

    #[test]
    fn what_is_called_saved_is_found_again_with_locks_in_500_runs(ops in prop::collection::vec(op(), 0..60)) {
        run(LockSupport::Locks, &ops);
    }

    #[test]
    fn what_is_called_saved_is_found_again_with_leases_in_500_runs(ops in prop::collection::vec(op(), 0..60)) {
        run(LockSupport::Lease, &ops);
    }

    #[test]
    fn what_is_called_saved_is_found_again_where_windows_cannot_agree_in_500_runs(ops in prop::collection::vec(op(), 0..60)) {
        // With local storage they would have a lease.
        let mut all = vec![Op::Fault(Backend::Local, Fault::Blocked)];
        all.extend(ops.into_iter().filter(|op| !matches!(op, Op::Fault(Backend::Local, _))));
        run(LockSupport::Nothing, &all);
    }
}

/// Found by the runs above: local storage, and with it the lease, worked again while the first window's write
/// was on its way, and the second one had opened what stood before.
#[test]
fn a_write_that_comes_late_is_shown_by_the_window_that_went_on() {
    let ops = [
        Op::Fault(Backend::Local, Fault::Full),
        Op::Open { format: 1, draft: 0 },
        Op::Open { format: 2, draft: 0 },
        Op::Close(0),
        Op::Pass(1200),
        Op::Type(0),
        Op::Freeze(0),
        Op::Open { format: 2, draft: 0 },
        Op::Open { format: 1, draft: 0 },
        Op::Fault(Backend::Local, Fault::Works),
        Op::Pass(599),
    ];
    run(LockSupport::Lease, &ops);
}

/// Found by the runs above: one place lost the draft's standard, the browser cleared the other, and the window that still
/// had the standard was about to write both again. What was typed stood there all the while.
#[test]
fn a_text_whose_standard_both_places_lose_is_still_there() {
    let ops = [
        Op::Open { format: 2, draft: 1 },
        Op::Pass(300),
        Op::Type(0),
        Op::Pass(365),
        Op::Fault(Backend::Local, Fault::Full),
        Op::Remove { format: 2, draft: 1 },
        Op::LoseStandard { place: Backend::Local, format: 2, draft: 1, damaged: false },
        Op::Clear(Backend::Journal),
        Op::Pass(30),
    ];
    run(LockSupport::Lease, &ops);
}

/// Found by the runs above: local storage lost the draft's standard after a window had read the draft there, and while it
/// still waited for the journal. It opened the draft and called it saved.
#[test]
fn a_standard_that_goes_while_its_draft_is_being_read_is_put_back() {
    let ops = [
        Op::Open { format: 2, draft: 0 },
        Op::Type(0),
        Op::Open { format: 1, draft: 0 },
        Op::Fault(Backend::Journal, Fault::Hangs),
        Op::Pass(350),
        Op::Open { format: 2, draft: 0 },
        Op::Hide(0),
        Op::LoseStandard { place: Backend::Local, format: 2, draft: 0, damaged: false },
        Op::Pass(2500),
    ];
    run(LockSupport::Nothing, &ops);
}

/// Found by the runs above: the window that wrote was killed before it could say so, and the other one went on showing
/// what stood there before.
#[test]
fn what_a_killed_window_wrote_is_shown_by_the_other_one() {
    let ops = [
        Op::Open { format: 2, draft: 0 },
        Op::Open { format: 2, draft: 0 },
        Op::Open { format: 1, draft: 0 },
        Op::Pass(40),
        Op::Fault(Backend::Journal, Fault::Blocked),
        Op::Open { format: 2, draft: 0 },
        Op::Pass(0),
        Op::Close(2),
        Op::Type(3),
        Op::Hide(3),
        Op::Kill(0, false),
    ];
    run(LockSupport::Locks, &ops);
}

/// Found by the runs above: a window that was asked to take over before it knew whether the lock was free held the lock
/// and waited for it as well, and was given it again when another one had taken over.
#[test]
fn a_window_never_waits_for_a_lock_that_it_holds() {
    let ops = [
        Op::Open { format: 2, draft: 0 },
        Op::TakeOver(0),
        Op::Open { format: 1, draft: 0 },
        Op::Open { format: 2, draft: 0 },
        Op::Pass(2),
        Op::TakeOver(2),
        Op::Freeze(3),
        Op::Open { format: 2, draft: 0 },
        Op::Pass(10998),
        Op::TakeOver(3),
        Op::Pass(40),
    ];
    run(LockSupport::Locks, &ops);
}

/// Found by the runs above: the journal failed once and held the draft all the same, and the header went on naming the
/// other place.
#[test]
fn a_place_that_holds_everything_again_is_named_again() {
    let ops = [
        Op::Open { format: 1, draft: 0 },
        Op::Open { format: 1, draft: 0 },
        Op::Pass(17),
        Op::Fault(Backend::Journal, Fault::Blocked),
        Op::Clear(Backend::Local),
        Op::Open { format: 1, draft: 0 },
        Op::LoseStandard { place: Backend::Journal, format: 1, draft: 0, damaged: false },
        Op::Pass(45),
    ];
    run(LockSupport::Locks, &ops);
}

/// Found by the runs above: a page that slept woke with a copy that it had read before the computer was cleared.
#[test]
fn what_was_read_before_the_computer_was_cleared_is_not_shown() {
    let ops = [
        Op::Open { format: 1, draft: 0 },
        Op::Open { format: 1, draft: 0 },
        Op::Type(2),
        Op::LoseStandard { place: Backend::Journal, format: 1, draft: 0, damaged: false },
        Op::Pass(30),
        Op::Open { format: 1, draft: 0 },
        Op::Close(1),
        Op::Freeze(1),
        Op::Pass(2495),
        Op::ClearAll,
        Op::Pass(2),
        Op::Pass(27),
    ];
    run(LockSupport::Nothing, &ops);
}

/// Found by the runs above: local storage was cleared, and the other window had written the draft there again before this
/// one looked, so that it did not see that the copy beside the draft was gone.
#[test]
fn a_copy_that_was_cleared_is_written_again_though_the_draft_is_back() {
    let ops = [
        Op::Open { format: 2, draft: 0 },
        Op::Open { format: 2, draft: 0 },
        Op::Pass(40),
        Op::Fault(Backend::Journal, Fault::Hangs),
        Op::Type(0),
        Op::Type(1),
        Op::Pass(350),
        Op::Clear(Backend::Local),
        Op::Pass(20),
    ];
    run(LockSupport::Nothing, &ops);
}
