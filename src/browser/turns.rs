//! Work that is done bit by bit, each in a turn of its own, so that a slow computer answers in between: a long
//! page is drawn from its top down, and what stands already can be used.

use super::{clock, place};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

/// One bit of the work.
pub type Step = Box<dyn FnOnce()>;

/// How many milliseconds a turn takes before it lets the browser answer and paint. A bit that has begun is ended.
const TURN: u64 = 10;
/// Stands on the page's root while there is something left to do.
const MARK: &str = "data-rest";

thread_local! {
    static REST: RefCell<VecDeque<Step>> = const { RefCell::new(VecDeque::new()) };
    /// What the step that runs wants to have done right after it.
    static AFTER: RefCell<Option<Vec<Step>>> = const { RefCell::new(None) };
    /// Whether anything was begun since the program started.
    static WARM: Cell<bool> = const { Cell::new(false) };
}

/// Takes these steps for the page that is being drawn: the first at once, the others in turns. Right after the
/// start, when every function is compiled as it is first called, the first has its turn as well. When the page is
/// left, what is not done is left with it.
pub fn begin(steps: impl IntoIterator<Item = Step>) {
    REST.with_borrow_mut(|rest| *rest = steps.into_iter().collect());
    on_cleanup(|| {
        REST.with_borrow_mut(VecDeque::clear);
        place::unmark(MARK);
    });
    if WARM.replace(true) {
        step();
    }
    if left() {
        place::mark(MARK, "");
        later();
    }
}

/// Takes a step after the one that runs, and before all others; at once where none runs.
pub fn after(step: Step) {
    let step = AFTER.with_borrow_mut(|after| match after {
        Some(after) => {
            after.push(step);
            None
        }
        None => Some(step),
    });
    if let Some(step) = step {
        step();
    }
}

/// Does all that is left now: something on the part of the page that is not there yet was asked for.
pub fn finish() {
    while step() {}
    place::unmark(MARK);
}

fn later() {
    set_timeout(turn, Duration::ZERO);
}

fn turn() {
    let begun = clock::running();
    while step() && clock::running().saturating_sub(begun) < TURN {}
    if left() { later() } else { place::unmark(MARK) }
}

/// Takes the next step, if there is one. Nothing is borrowed meanwhile: it may lead to another page.
fn step() -> bool {
    let Some(step) = REST.with_borrow_mut(VecDeque::pop_front) else { return false };
    AFTER.set(Some(Vec::new()));
    step();
    for one in AFTER.take().into_iter().flatten().rev() {
        REST.with_borrow_mut(|rest| rest.push_front(one));
    }
    true
}

fn left() -> bool {
    REST.with_borrow(|rest| !rest.is_empty())
}
