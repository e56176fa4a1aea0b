//! A long list is drawn in turns, so that a slow computer answers in between: it grows from its top down, and what
//! stands already can be used.

use crate::platform::clock::{pause, running};
use crate::platform::page_marks::{mark, unmark};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::cell::{Cell, RefCell};

/// How many milliseconds a turn takes before it lets the browser answer and paint. A step that was begun is ended.
const TURN: u64 = 10;
/// Stands on the page's root while there is something left to draw.
const MARK: &str = "data-rest";

/// A list that grows.
#[derive(Clone, Copy)]
struct Growing {
    drawn: RwSignal<usize>,
    all: usize,
}

thread_local! {
    static GROWING: RefCell<Option<Growing>> = const { RefCell::new(None) };
    /// Whether any list was begun since the program started.
    static FIRST_RENDER: Cell<bool> = const { Cell::new(false) };
}

/// How many steps of a list that takes so many are to be drawn now. One at once, the others in turns; right after the start,
/// when every function is compiled as it is first called, the first has its turn as well. Ends with its owner.
pub fn steps(all: usize) -> ReadSignal<usize> {
    let drawn = RwSignal::new(if FIRST_RENDER.replace(true) { all.min(1) } else { 0 });
    if drawn.get_untracked() < all {
        GROWING.set(Some(Growing { drawn, all }));
        mark(MARK, "");
        on_cleanup(|| {
            GROWING.set(None);
            unmark(MARK);
        });
        spawn_local(grow(Growing { drawn, all }));
    }
    drawn.read_only()
}

/// How many lines of a list are to be drawn now that may become longer at any time: `first` at once, the others in turns,
/// `each` of them before it is looked at the clock. Ends with its owner.
pub fn lines(all: Memo<usize>, first: usize, each: usize) -> ReadSignal<usize> {
    let drawn = RwSignal::new(first);
    Effect::new(move |_| {
        let all = all.get();
        if drawn.get_untracked() < all {
            spawn_local(draw_lines(drawn, all, each));
        }
    });
    drawn.read_only()
}

async fn draw_lines(drawn: RwSignal<usize>, all: usize, each: usize) {
    loop {
        pause(0).await;
        let begun = running();
        while running().saturating_sub(begun) < TURN {
            match drawn.try_get_untracked() {
                Some(so_far) if so_far < all => drawn.set(so_far + each),
                // All are drawn, or the page was left.
                Some(_) | None => return,
            }
            tick().await;
        }
    }
}

/// Draws all that is left, by the next tick: something on the part of the page that is not there yet was asked for.
/// Whether anything was left.
pub fn finish() -> bool {
    let growing = GROWING.take();
    if let Some(Growing { drawn, all }) = growing {
        // Its page may have been left.
        drawn.try_set(all);
        unmark(MARK);
    }
    growing.is_some()
}

async fn grow(Growing { drawn, all }: Growing) {
    loop {
        pause(0).await;
        let begun = running();
        loop {
            match drawn.try_get_untracked() {
                Some(so_far) if so_far < all => drawn.set(so_far + 1),
                Some(_) => {
                    finish();
                    return;
                }
                // The page was left.
                None => return,
            }
            tick().await;
            if running().saturating_sub(begun) >= TURN {
                break;
            }
        }
    }
}
