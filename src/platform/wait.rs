//! Waiting that has an end: a browser may never answer, and a page must not wait with it.

use crate::platform::clock::pause;
use futures::channel::oneshot;
use futures::future::{LocalBoxFuture, select};
use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
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
    begin_within(limit, work).await
}

/// The same of what is begun now, and waited for later; the time runs from then on.
pub fn begin_within<T: 'static>(
    limit: u32,
    work: impl Future<Output = T> + 'static,
) -> impl Future<Output = Option<T>> {
    let done = Rc::new(Cell::new(None));
    let tells = Rc::clone(&done);
    let told = begin(Box::pin(async move { tells.set(Some(work.await)) }));
    async move {
        // What came meanwhile needs no clock: of hundreds of files nearly all have.
        if let Some(came) = done.take() {
            return Some(came);
        }
        wait_for(told, limit).await;
        done.take()
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

/// Waits for the end, at most so many milliseconds.
async fn wait_for(told: oneshot::Receiver<()>, limit: u32) {
    select(told, pin!(pause(limit))).await;
}
