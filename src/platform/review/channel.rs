//! What the windows of one review say to each other: which entries they have added, that something else was typed and
//! cannot be decided. Each then reads that from the database, so that nothing is told that is not stored.

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

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let writer = parts.next()?.to_owned();
        Some(Self { writer, from: parts.next()?.parse().ok()?, to: parts.next()?.parse().ok()? })
    }
}

/// What is said when the review was cleared from this computer.
const GONE: &str = "gone";
/// What is said when something was typed and cannot be decided, or is no longer there.
const APART: &str = "apart";

/// What is said when somebody else works on it, or it is listed elsewhere.
const HEAD: &str = "head";

/// What one window of a review says to the others.
pub(super) enum Said {
    /// It has added entries.
    Added(Added),
    /// What was typed and cannot be decided has changed.
    Apart,
    /// Who works on it, or where it is listed, has changed.
    Head,
    /// The review was cleared from this computer.
    Gone,
}

impl Said {
    fn write(&self) -> String {
        match self {
            Self::Added(added) => added.write(),
            Self::Apart => APART.to_owned(),
            Self::Head => HEAD.to_owned(),
            Self::Gone => GONE.to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            APART => Some(Self::Apart),
            HEAD => Some(Self::Head),
            GONE => Some(Self::Gone),
            added => Added::read(added).map(Self::Added),
        }
    }
}

/// Says something to all windows that have this review open.
pub(super) fn tell(review: &str, said: &Said) {
    if let Ok(channel) = BroadcastChannel::new(&key::review_channel(review)) {
        // Nobody may be there to hear it.
        let _ = channel.post_message(&said.write().into());
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
    pub(super) fn open(review: &str, hear: impl Fn(Said) + 'static) -> Self {
        let heard = Closure::new(move |event: MessageEvent| {
            if let Some(said) = Said::read(&event.data().as_string().unwrap_or_default()) {
                hear(said);
            }
        });
        let channel = BroadcastChannel::new(&key::review_channel(review)).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says it to the other windows.
    pub(super) fn say(&self, said: &Said) {
        if let Some(channel) = &self.channel {
            // A channel that was closed has nobody to hear it.
            let _ = channel.post_message(&said.write().into());
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
