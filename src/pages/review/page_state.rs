//! What a person has set on the pages of the open review: which kind of unit, which lines in which order, on what the next
//! answers rest. It is none of the review and not stored; it is as it was when a page is drawn again.

use crate::model::date::CivilDate;
use crate::model::review::ids::ReviewId;
use crate::model::review::taken::RestsOn;
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::ReviewUnits;
use crate::pages::review::intake_result::TakeInProgress;
use crate::pages::review::table_filters::Chosen;
use crate::platform::clock;
use leptos::prelude::*;

/// The field for the kind of unit that is typed.
pub(super) const ENTRY_KIND: &str = "entry-kind";
/// The field for the township whose units are typed.
pub(super) const ENTRY_TOWNSHIP: &str = "entry-township";

/// The field that says whether the people of each unit are shown on the roster.
pub(super) const ROSTER_PEOPLE: &str = "roster-people";

/// What is set on the pages of one review. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct PageState {
    /// What was chosen or typed in fields, by their names.
    fields: RwSignal<Vec<(String, String)>>,
    /// Which lines of the table, in which order.
    pub(super) lines: RwSignal<Chosen>,
    /// The day on which files came that name none.
    pub(super) received_on: RwSignal<Option<CivilDate>>,
    /// How far the taking in is, or what came of the last one; a page that is left takes nothing of it along.
    pub(super) taking_in: RwSignal<TakeInProgress>,
    /// Whether it is to be stopped.
    pub(super) stop: RwSignal<bool>,
    /// What answers rest on that are typed next (代录).
    pub(super) rests_on: RwSignal<RestsOn>,
    /// Of which day they are.
    pub(super) entry_day: RwSignal<Option<CivilDate>>,
    /// Whether the grid is that of the first score (初评).
    pub(super) scores: RwSignal<bool>,
    /// The day on which all of this was set.
    today: StoredValue<Option<CivilDate>>,
}

impl PageState {
    fn nothing_set() -> Self {
        Self {
            fields: RwSignal::default(),
            lines: RwSignal::default(),
            received_on: RwSignal::new(None),
            taking_in: RwSignal::new(TakeInProgress::Idle),
            stop: RwSignal::new(false),
            rests_on: RwSignal::new(RestsOn::Paper),
            entry_day: RwSignal::new(None),
            scores: RwSignal::new(false),
            today: StoredValue::new(None),
        }
    }

    /// A page is about to be drawn: a day that was set yesterday is yesterday's.
    fn enter(self) {
        let today = clock::today();
        if self.today.get_value() != today {
            self.received_on.set(today);
            self.entry_day.set(today);
            self.today.set_value(today);
        }
    }

    /// Another review is shown: what was set is as if nothing was, but what is being taken in goes on.
    fn leave(self) {
        self.fields.set(Vec::new());
        self.lines.set(Chosen::default());
        self.rests_on.set(RestsOn::Paper);
        self.scores.set(false);
        self.today.set_value(None);
        if !matches!(self.taking_in.get_untracked(), TakeInProgress::Reading(..)) {
            self.taking_in.set(TakeInProgress::Idle);
        }
    }

    /// Sets what has to be set for the field of this place to be on its page.
    pub(super) fn lead_to(self, place: &TypedPlace, units: &ReviewUnits) {
        let unit = place.unit().and_then(|unit| units.unit(unit));
        let kind = match place {
            TypedPlace::Entered(..) => unit.map(|unit| unit.line.kind.to_string()),
            TypedPlace::Replies(kind) => Some(kind.to_string()),
            // One of those that a long roster shows only when they are asked for.
            TypedPlace::Line(..) => return self.set_field(ROSTER_PEOPLE, Some(ROSTER_PEOPLE.to_owned())),
            // A page of its own, or a field that is always there.
            TypedPlace::Who(_)
            | TypedPlace::Found(..)
            | TypedPlace::Why(..)
            | TypedPlace::NotSent(_)
            | TypedPlace::Roster => return,
        };
        if kind.is_some() {
            self.set_field(ENTRY_KIND, kind);
        }
        if let Some(unit) = unit {
            self.set_field(ENTRY_TOWNSHIP, Some(unit.line.township.clone()));
        }
        self.scores.set(false);
    }

    /// What was chosen or typed in the field of this name. Followed.
    pub(super) fn field(self, name: &str) -> Option<String> {
        self.fields.with(|fields| fields.iter().find(|(of, _)| of == name).map(|(_, text)| text.clone()))
    }

    /// Something else is chosen or typed in it, or it is as if nothing was.
    pub(super) fn set_field(self, name: &str, text: Option<String>) {
        self.fields.try_update(|fields| {
            fields.retain(|(of, _)| of != name);
            fields.extend(text.map(|text| (name.to_owned(), text)));
        });
    }
}

/// What is set on the pages of each review that was opened in this window.
#[derive(Clone, Copy)]
pub(super) struct PageStates {
    all: StoredValue<Vec<(ReviewId, PageState)>>,
    /// Of all pages: what is set outlives the page on which it was.
    owner: StoredValue<Owner>,
    /// The township of a review that is not begun yet.
    pub(super) new_township: RwSignal<String>,
}

impl PageStates {
    /// With nothing set. Called once, where the owner of all pages is the current one.
    pub(super) fn none() -> Self {
        let owner = Owner::current().unwrap_or_default();
        Self { all: StoredValue::default(), owner: StoredValue::new(owner), new_township: RwSignal::default() }
    }

    /// What is set on the pages of this review, of which one is about to be drawn.
    pub(super) fn of(self, review: ReviewId) -> PageState {
        let all = self.all.get_value();
        for (_, other) in all.iter().filter(|(other, _)| *other != review) {
            other.leave();
        }
        let known = all.iter().find(|(known, _)| *known == review).map(|(_, state)| *state);
        let state = known.unwrap_or_else(|| {
            let state = self.owner.with_value(|owner| owner.with(PageState::nothing_set));
            self.all.update_value(|all| all.push((review, state)));
            state
        });
        state.enter();
        state
    }
}

/// What is set on the pages of the open review. Always there on them.
pub(super) fn page_state() -> PageState {
    expect_context::<PageState>()
}
