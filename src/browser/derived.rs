//! A value that follows signals for as long as its page is open, and leaves nothing behind.

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// Derived anew, when it is read, after a signal that it reads has changed; what follows it hears of it only if
/// it became another. Used instead of `Memo::new`, after which every source goes on holding a place for what is
/// long gone: a page was never left without something of it staying.
pub fn derived<T: PartialEq + Send + Sync + 'static>(run: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let memo = ArcMemo::new(move |_| run());
    let it = memo.to_any_subscriber();
    on_cleanup(move || it.clear_sources(&it));
    memo.into()
}
