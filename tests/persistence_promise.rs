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
        run(LockSupport::Nothing, &ops);
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
