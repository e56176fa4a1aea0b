//! What the browser says of the page of an open draft, and what stays in memory when the page is left.

use crate::model::draft::Draft;
use crate::persistence::backend::Backend;
use crate::persistence::coordinator::Event;
use crate::persistence::key;
use crate::persistence::revision::{StoredState, stored_state};
use crate::platform::open_draft::OpenDraft;
use crate::platform::{fault, journal, local, standards, unsaved_drafts};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl OpenDraft {
    /// Hears what the browser says of this page: it is hidden, goes away, comes back, its storage changes.
    pub fn listen(self) {
        let hidden = window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() { self.take(Event::Hidden) } else { self.look() }
        });
        let away = window_event_listener(ev::pagehide, move |_| self.take(Event::Leaving));
        let back = window_event_listener(ev::pageshow, move |event| {
            if event.persisted() {
                self.take(Event::Back);
            }
        });
        let storage = window_event_listener(ev::storage, move |event| {
            if event.key().is_none() {
                // All of it was cleared. By now another window may have written the draft again, but no copy beside it.
                self.take(Event::StoredState { place: Backend::Local, stored_state: StoredState::Nothing });
            }
            self.storage_changed(event.key().as_deref());
        });
        let unload = window_event_listener(ev::beforeunload, move |event| {
            self.take(Event::Hidden);
            // Only when something would really be lost.
            if self.with(|inner| inner.coordinator.must_warn()) == Some(true) {
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        });
        on_cleanup(move || {
            self.take(Event::Leaving);
            fault::note_nothing();
            self.hold_unsaved();
            hidden.remove();
            away.remove();
            back.remove();
            storage.remove();
            unload.remove();
        });
    }

    /// What this window held that was in no place when the computer was cleared.
    pub fn unsaved_when_cleared(self) -> Option<Draft> {
        let more = self.with(|inner| inner.signals.filter(|_| inner.coordinator.had_more_when_cleared())).flatten();
        more.and_then(|signals| signals.draft.try_get_untracked())
    }

    /// The page is left, and the window is not: what could be stored nowhere stays in memory.
    fn hold_unsaved(self) {
        let unsaved = self.with(|inner| inner.signals.filter(|_| inner.coordinator.must_warn())).flatten();
        if let Some(draft) = unsaved.and_then(|signals| signals.draft.try_get_untracked()) {
            unsaved_drafts::hold(draft);
        }
    }

    /// Seen again: what stands there may have changed or gone meanwhile. Of the journal nobody tells, and a window that
    /// was killed cannot say what it wrote.
    fn look(self) {
        self.storage_changed(None);
        let Some(id) = self.id() else { return };
        spawn_local(async move {
            if let Ok((raw, gone)) = journal::read_copy_in_time(&id).await {
                let stored_state = stored_state(raw.as_deref()).in_view_of(gone);
                self.take(Event::StoredState { place: Backend::Journal, stored_state });
            }
        });
    }

    /// Another window wrote to local storage, or it was cleared: `key` is what changed, nothing for all of it.
    fn storage_changed(self, changed: Option<&str>) {
        let Some((key, gone)) = self.id().map(|id| (key::draft(&id), key::gone(&id))) else { return };
        if changed.is_none_or(|changed| changed == key || changed == gone)
            && let Ok(stored_state) = local::stored_state(&key, &gone)
        {
            self.take(Event::StoredState { place: Backend::Local, stored_state });
        }
        if changed.is_none_or(|changed| key::standard_of(changed).is_some()) {
            self.take(Event::StandardsChanged);
        }
    }

    /// Puts the draft's standard back where it was taken away.
    pub(super) fn put_standard(self) {
        let Some(signals) = self.with(|inner| inner.signals).flatten() else { return };
        let Some(standard) = signals.draft.try_with_untracked(|draft| draft.standard.clone()) else { return };
        spawn_local(async move {
            for place in Backend::ALL {
                if standards::put(place, &standard).await.is_err() {
                    // A draft without its standard is none: it is written again, and called unsaved where that fails.
                    self.take(Event::StoredState { place, stored_state: StoredState::Nothing });
                }
            }
        });
    }
}
