//! Which days of the open draft stand half typed. A browser gives no text of half a day, so no draft holds one; that it was
//! typed is told on every page, counted, and keeps a submission back until its field says a whole day or is empty.

use crate::model::standard::ids::ItemId;
use leptos::prelude::*;

/// The field for a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DayField {
    /// Of what shows an item.
    Evidence(ItemId),
    /// Of the declaration.
    Declaration,
}

/// Those that stand half typed, also while another page of the draft is shown.
#[derive(Clone, Copy)]
pub struct HalfDays(RwSignal<Vec<DayField>>);

impl HalfDays {
    /// With none. Called where the owner of the draft's pages is the current one.
    pub fn none() -> Self {
        Self(RwSignal::default())
    }

    /// All of them. Followed.
    pub fn all(self) -> Vec<DayField> {
        self.0.get()
    }

    /// Whether this one does. Followed.
    pub fn is_half(self, field: &DayField) -> bool {
        self.0.with(|all| all.contains(field))
    }

    /// This one does, or does no longer.
    pub fn tell(self, field: &DayField, half: bool) {
        if self.0.try_with_untracked(|all| all.contains(field)) == Some(!half) {
            self.0.update(|all| {
                all.retain(|known| known != field);
                all.extend(half.then(|| field.clone()));
            });
        }
    }
}

/// Those of the open draft. Always there on its pages.
pub fn half_days() -> HalfDays {
    expect_context::<HalfDays>()
}
