//! What the windows of one review say to each other: which entries they have added. Each then reads those from the
//! database, so that nothing is told that is not stored.

use crate::persistence::key;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Entries of one writer that were added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Added {
    /// Who wrote them, in hexadecimal.
    pub(super) writer: String,
    /// The first number.
    pub(super) from: u32,
    /// The last one.
    pub(super) to: u32,
}

impl Added {
    fn write(&self) -> String {
        format!("{} {} {}", self.writer, self.from, self.to)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let writer = parts.next()?.to_owned();
        Some(Self { writer, from: parts.next()?.parse().ok()?, to: parts.next()?.parse().ok()? })
    }
}

/// What is said when the review was cleared from this computer.
const GONE: &str = "gone";

/// What one window of a review hears of another.
pub(super) enum Heard {
    /// It has added entries.
    Added(Added),
    /// The review was cleared from this computer.
    Gone,
}

/// Says to all windows that have this review open that it was cleared.
pub(super) fn tell_gone(review: &str) {
    if let Ok(channel) = BroadcastChannel::new(&key::review_channel(review)) {
        // Nobody may be there to hear it.
        let _ = channel.post_message(&GONE.into());
        channel.close();
    }
}

/// The channel of a review's windows. Closed when it is dropped.
pub(super) struct ReviewChannel {
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl ReviewChannel {
    /// Opens it; `hear` is told what other windows say.
    pub(super) fn open(review: &str, hear: impl Fn(Heard) + 'static) -> Self {
        let heard = Closure::new(move |event: MessageEvent| {
            let said = event.data().as_string().unwrap_or_default();
            if said == GONE {
                hear(Heard::Gone);
            } else if let Some(added) = Added::read(&said) {
                hear(Heard::Added(added));
            }
        });
        let channel = BroadcastChannel::new(&key::review_channel(review)).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says to the other windows what was added.
    pub(super) fn say(&self, added: &Added) {
        if let Some(channel) = &self.channel {
            // A channel that was closed has nobody to hear it.
            let _ = channel.post_message(&added.write().into());
        }
    }
}

impl Drop for ReviewChannel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
