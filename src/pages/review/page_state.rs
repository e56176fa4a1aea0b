//! What a person has set on the pages of the open review: which kind of unit, which lines in which order, on what the next
//! answers rest. It is none of the review and not stored; it is as it was when a page is drawn again.

use crate::model::date::CivilDate;
use crate::model::review::ids::ReviewId;
use crate::model::review::taken::RestsOn;
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::ReviewUnits;
use crate::model::standard::ids::UnitKind;
use crate::pages::review::table_filters::Chosen;
use crate::platform::clock;
use leptos::prelude::*;

/// The name of the field for the kind of unit that is typed.
pub(super) const ENTRY_KIND: &str = "entry-kind";

/// What is set, for the pages. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct PageState {
    review: StoredValue<Option<ReviewId>>,
    /// The township of a review that is not begun yet.
    pub(super) new_township: RwSignal<String>,
    /// By the name of a page's field: the kind of unit that was chosen there.
    kinds: RwSignal<Vec<(&'static str, String)>>,
    /// Which lines of the table, in which order.
    pub(super) lines: RwSignal<Chosen>,
    /// The day on which files came that name none.
    pub(super) received_on: RwSignal<Option<CivilDate>>,
    /// What answers rest on that are typed next (代录).
    pub(super) rests_on: RwSignal<RestsOn>,
    /// Of which day they are.
    pub(super) entry_day: RwSignal<Option<CivilDate>>,
    /// Whose units are in the grid.
    pub(super) township: RwSignal<Option<String>>,
    /// Whether the grid is that of the first score (初评).
    pub(super) scores: RwSignal<bool>,
    /// Who declares the bundle, where that was typed.
    pub(super) bundle_by: RwSignal<Option<String>>,
    /// Which bundle it is, by the kind of its units, where that was typed.
    bundle_numbers: RwSignal<Vec<(UnitKind, String)>>,
    /// The day on which all of this was set.
    today: StoredValue<Option<CivilDate>>,
}

impl PageState {
    /// With nothing set. Called once, where the owner of all pages is the current one.
    pub(super) fn nothing_set() -> Self {
        Self {
            review: StoredValue::new(None),
            new_township: RwSignal::default(),
            kinds: RwSignal::default(),
            lines: RwSignal::default(),
            received_on: RwSignal::new(None),
            rests_on: RwSignal::new(RestsOn::Paper),
            entry_day: RwSignal::new(None),
            township: RwSignal::new(None),
            scores: RwSignal::new(false),
            bundle_by: RwSignal::new(None),
            bundle_numbers: RwSignal::default(),
            today: StoredValue::new(None),
        }
    }

    /// A page of this review is about to be drawn: what was set in another one is none of it, and a day that was set
    /// yesterday is yesterday's.
    pub(super) fn enter(self, review: ReviewId) {
        let (today, known) = (clock::today(), self.review.get_value() == Some(review));
        if !known || self.today.get_value() != today {
            self.received_on.set(today);
            self.entry_day.set(today);
            self.today.set_value(today);
        }
        if !known {
            self.review.set_value(Some(review));
            self.kinds.set(Vec::new());
            self.lines.set(Chosen::default());
            self.rests_on.set(RestsOn::Paper);
            self.township.set(None);
            self.scores.set(false);
            self.bundle_by.set(None);
            self.bundle_numbers.set(Vec::new());
        }
    }

    /// Sets what has to be set for the field of this place to be on its page.
    pub(super) fn lead_to(self, place: &TypedPlace, units: &ReviewUnits) {
        let unit = place.unit().and_then(|unit| units.unit(unit));
        let kind = match place {
            TypedPlace::Entered(..) => unit.map(|unit| unit.line.kind.clone()),
            TypedPlace::Replies(kind) => Some(kind.clone()),
            // A page of its own, or a field that is always there.
            TypedPlace::Who(_)
            | TypedPlace::Line(..)
            | TypedPlace::Found(..)
            | TypedPlace::Why(..)
            | TypedPlace::Roster => return,
        };
        if let Some(kind) = kind {
            self.choose_kind(ENTRY_KIND, kind.to_string());
        }
        if let Some(unit) = unit {
            self.township.set(Some(unit.line.township.clone()));
        }
        self.scores.set(false);
    }

    /// The number that was typed for the bundle with the units of this kind. Followed.
    pub(super) fn bundle_number(self, kind: &UnitKind) -> Option<String> {
        let of = |numbers: &Vec<(UnitKind, String)>| {
            numbers.iter().find(|(of, _)| of == kind).map(|(_, number)| number.clone())
        };
        self.bundle_numbers.with(of)
    }

    /// Another number is typed for it, or none.
    pub(super) fn set_bundle_number(self, kind: &UnitKind, number: Option<String>) {
        self.bundle_numbers.try_update(|numbers| {
            numbers.retain(|(of, _)| of != kind);
            numbers.extend(number.map(|number| (kind.clone(), number)));
        });
    }

    /// The kind of unit that was chosen in the field of this name. Followed.
    pub(super) fn kind(self, field: &str) -> Option<String> {
        let of =
            |chosen: &Vec<(&str, String)>| chosen.iter().find(|(of, _)| *of == field).map(|(_, kind)| kind.clone());
        self.kinds.with(of)
    }

    /// Another kind of unit is chosen in the field of this name.
    pub(super) fn choose_kind(self, field: &'static str, kind: String) {
        self.kinds.update(|chosen| {
            chosen.retain(|(of, _)| *of != field);
            chosen.push((field, kind));
        });
    }
}

/// What is set on the pages of the desk. Always there on them.
pub(super) fn page_state() -> PageState {
    expect_context::<PageState>()
}
