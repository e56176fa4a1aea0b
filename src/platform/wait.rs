//! Waiting that has an end: a browser may never answer, and a page must not wait with it.

use futures::channel::oneshot;
use futures::future::{Either, LocalBoxFuture, select};
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

/// How long the clipboard may take, in milliseconds.
pub const CLIPBOARD: u32 = 3000;
/// How long a picture may take to be decoded or written, in milliseconds: twelve megapixels on an old computer
/// take two seconds.
pub const PICTURE: u32 = 15_000;
/// How long a chosen file may take to be read, in milliseconds: a slow memory stick reads some 5 MB a second, and
/// no file of ours has more than 64.
pub const FILE: u32 = 30_000;

/// What comes out of this, if it comes within so many milliseconds. What is late goes on by itself: an answer of
/// the browser must find whom it was meant for.
pub async fn within<T: 'static>(limit: u32, work: impl Future<Output = T> + 'static) -> Option<T> {
    Begun::of(work).within(&mut Patience::new(limit)).await
}

/// What was begun, and is waited for later.
pub struct Begun<T> {
    done: Rc<Cell<Option<T>>>,
    told: oneshot::Receiver<()>,
}

impl<T: 'static> Begun<T> {
    /// Begins this.
    pub fn of(work: impl Future<Output = T> + 'static) -> Self {
        let done = Rc::new(Cell::new(None));
        let tells = Rc::clone(&done);
        Self { told: begin(Box::pin(async move { tells.set(Some(work.await)) })), done }
    }

    /// What came out of it, if it comes within the patience that there is.
    pub async fn within(self, patience: &mut Patience) -> Option<T> {
        let Self { done, told } = self;
        if let Some(came) = done.take() {
            return Some(came);
        }
        patience.wait_for(told).await;
        done.take()
    }
}

/// How long each of many is waited for, one after the other: the first so many milliseconds, the others at most twice as
/// many. They share a clock, since of hundreds of files to set one for each takes longer than to read its numbers.
pub struct Patience {
    limit: u32,
    clock: TimeoutFuture,
    /// How often the clock runs out for one: it may have run while others were waited for.
    times: u8,
}

impl Patience {
    /// With this limit in milliseconds.
    pub fn new(limit: u32) -> Self {
        Self { limit, clock: TimeoutFuture::new(limit), times: 1 }
    }

    async fn wait_for(&mut self, mut told: oneshot::Receiver<()>) {
        for _ in 0..std::mem::replace(&mut self.times, 2) {
            match select(told, &mut self.clock).await {
                Either::Left(_) => return,
                Either::Right(((), waits)) => told = waits,
            }
            self.clock = TimeoutFuture::new(self.limit);
        }
    }
}

/// Begins this, and tells its end.
fn begin(work: LocalBoxFuture<'static, ()>) -> oneshot::Receiver<()> {
    let (tell, told) = oneshot::channel();
    spawn_local(async move {
        work.await;
        // Whoever waited may be gone.
        let _ = tell.send(());
    });
    told
}
