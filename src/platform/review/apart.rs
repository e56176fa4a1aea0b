//! What was typed at the desk and cannot be decided: kept as it was typed, and known again in every window.

use crate::model::review::typed_apart::{TypedPlace, standing};
use crate::model::review::units::ReviewUnits;
use crate::model::sorting::map_of;
use crate::platform::review::open_review::ReviewSession;
use crate::platform::review::store;
use crate::platform::review::store::Batch;
use leptos::prelude::*;

impl ReviewSession {
    /// What was typed at these places and cannot be decided; it is kept apart from what was decided. Without a text it is
    /// given up.
    pub fn keep_apart(self, mut places: Vec<(TypedPlace, Option<String>)>) {
        let kept = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            places.retain(|(place, text)| open.apart.get(&place.to_string()) != text.as_ref());
            let apart: Vec<(String, Option<String>)> =
                places.into_iter().map(|(place, text)| (place.to_string(), text)).collect();
            for (place, text) in &apart {
                match text {
                    Some(text) => _ = open.apart.insert(place.clone(), text.clone()),
                    None => _ = open.apart.remove(place),
                }
            }
            let any = !apart.is_empty();
            if any {
                open.queue.add(Batch { apart, ..Batch::default() });
            }
            Some(any)
        });
        if kept.flatten() == Some(true) {
            self.tell_apart();
        }
    }

    fn tell_apart(self) {
        self.apart.try_update(|times| *times = times.wrapping_add(1));
    }

    /// What was typed at a place and cannot be decided. Followed.
    pub fn apart_at(self, place: &TypedPlace) -> Option<String> {
        self.apart.track();
        // Nearly always there is nothing, and a page has thousands of fields.
        self.with(|open| (!open.apart.is_empty()).then(|| open.apart.get(&place.to_string()).cloned()))
            .flatten()
            .flatten()
    }

    /// Where something stands in a field of these units that was typed and does not count. Followed.
    pub fn standing_apart(self, units: &ReviewUnits) -> Vec<TypedPlace> {
        self.apart.track();
        self.follow(|open| standing(&open.apart, units, &open.log)).unwrap_or_default()
    }

    /// Reads what is kept apart by all windows.
    pub(super) async fn read_apart(self) {
        // Where nothing is read, what this window knows is shown.
        let Ok(stored) = store::apart(self.id.to_string()).await else { return };
        self.open.try_update_value(|open| {
            let Some(open) = open.as_mut() else { return };
            open.apart = map_of(stored.into_iter());
            for (place, text) in open.queue.apart() {
                match text {
                    Some(text) => _ = open.apart.insert(place, text),
                    None => _ = open.apart.remove(&place),
                }
            }
        });
        self.tell_apart();
    }
}
