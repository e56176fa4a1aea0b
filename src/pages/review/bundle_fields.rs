//! Who declares the file that is handed in, and which one it is: as typed, else as it is known.

use crate::model::review::bundles::{kept_bundles, last_of};
use crate::model::standard::ids::UnitKind;
use crate::pages::review::page_state::PageState;
use crate::platform::review::open_review::{OpenReview, ReviewSession};
use leptos::prelude::*;

/// The field for who declares it.
pub(super) const BUNDLE_BY: &str = "bundle-by";

/// The field for the number of the bundle with the units of this kind.
pub(super) fn number_field(kind: &UnitKind) -> String {
    format!("bundle-number-{kind}")
}

/// What stands in the two fields.
pub(super) struct BundleFields {
    /// Who declares it.
    pub(super) by: Signal<String>,
    /// Its number.
    pub(super) number: Signal<String>,
}

impl BundleFields {
    /// Of the file with the units of this kind.
    pub(super) fn of(session: ReviewSession, state: PageState, kind: &UnitKind) -> Self {
        // Whoever makes the file of one kind makes that of the other.
        let by = Signal::derive(move || {
            let works = || session.follow(|open| open.head.by.0.clone()).unwrap_or_default();
            state.field(BUNDLE_BY).unwrap_or_else(works)
        });
        let (kind, name) = (kind.clone(), number_field(kind));
        let number = Signal::derive(move || {
            let next = || session.follow(|open| next_number(open, &kind)).unwrap_or_default();
            state.field(&name).unwrap_or_else(next)
        });
        Self { by, number }
    }
}

/// One more than the last that was made here.
fn next_number(open: &OpenReview, kind: &UnitKind) -> String {
    let kept = kept_bundles(&open.log);
    let last = last_of(&kept, open.head.basics.township().unwrap_or_default(), kind);
    last.map_or(1, |(_, last)| last.number + 1).to_string()
}
