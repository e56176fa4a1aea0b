//! What the other windows of a review say: what they have added is read and taken in.

use crate::model::review::entry::ReviewEntry;
use crate::platform::review::channel::{Added, Said};
use crate::platform::review::open_review::{ReviewPhase, ReviewSession};
use crate::platform::review::read_review::rows;
use crate::platform::review::store;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl ReviewSession {
    /// Does what follows from what another window said.
    pub(super) fn hear(self, said: Said) {
        match said {
            Said::Added(added) => spawn_local(async move { self.take_from_window(added).await }),
            Said::Apart => spawn_local(async move { self.read_apart().await }),
            Said::Head => spawn_local(async move { self.read_head().await }),
            // Nothing of it is written back.
            Said::Gone => {
                self.with(|open| open.queue.give_up());
                self.close();
                self.phase.try_set(ReviewPhase::Missing);
            }
        }
    }

    /// Another window has added entries: they are read and taken in.
    async fn take_from_window(self, added: Added) {
        let Added { writer, from, to } = added;
        let Ok(texts) = store::entries_of(self.id.to_string(), writer, from, to).await else { return };
        let rows = rows(self.id).await.unwrap_or_default();
        self.open.try_update_value(|open| {
            if let Some(open) = open.as_mut() {
                for entry in texts.iter().filter_map(|text| ReviewEntry::read(text).ok()) {
                    open.log.admit(entry);
                }
                open.rows.extend(rows);
            }
        });
        self.tell();
    }
}
