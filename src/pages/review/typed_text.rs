//! What is typed into a field of the desk, until it is decided. What cannot be decided as it stands stays in its field,
//! over pages and reloads; beside it stands why.

use crate::model::review::typed_apart::TypedPlace;
use crate::platform::clock;
use crate::platform::review::open_review::ReviewSession;
use crate::routes::ReviewPage;
use leptos::prelude::*;
use std::time::Duration;

/// After the last key, that nobody has to leave a field.
const REST: Duration = Duration::from_secs(1);

/// What came of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dealt {
    /// It is decided, or says what was decided before.
    Decided,
    /// It cannot be: it is too long or not to be read.
    Apart,
    /// It could not be now.
    NotYet,
}

/// What is typed into one field. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct TypedText {
    session: ReviewSession,
    place: StoredValue<TypedPlace>,
    /// What is typed now, or was and is decided, until the field is left.
    text: RwSignal<Option<String>>,
    /// Nothing while it is typed.
    dealt: StoredValue<Option<Dealt>>,
    /// Counts up with every key.
    times: StoredValue<u32>,
}

impl TypedText {
    /// Into the field of this place.
    pub(super) fn new(session: ReviewSession, place: TypedPlace) -> Self {
        let (text, dealt) = (RwSignal::new(None), StoredValue::new(Some(Dealt::Decided)));
        Self { session, place: StoredValue::new(place), text, dealt, times: StoredValue::new(0) }
    }

    /// What stands in the field, where it is not what was decided: it is typed now, or cannot be decided, in whichever
    /// window it was typed. Followed.
    pub(super) fn now(self) -> Option<String> {
        self.text.get().or_else(|| self.kept())
    }

    fn kept(self) -> Option<String> {
        self.place.with_value(|place| self.session.apart_at(place))
    }

    /// Takes what is typed.
    pub(super) fn take(self, text: String) {
        self.session.typing(true);
        self.dealt.set_value(None);
        self.times.update_value(|times| *times = times.wrapping_add(1));
        self.text.set(Some(text));
    }

    /// The same, and it is decided a second after the last key.
    pub(super) fn take_at_rest(self, text: String, decide: impl Fn(&str) -> Dealt + 'static) {
        self.take(text);
        let now = self.times.get_value();
        let rest = move || {
            if self.times.try_get_value() == Some(now) {
                self.deal(false, decide);
            }
        };
        clock::later(rest, REST);
    }

    /// Decides what was typed since the last time; when the field is left also what could not be decided then. What was
    /// decided stays in the field as it was typed until it is left: nobody types into a text that changes.
    pub(super) fn deal(self, left: bool, decide: impl FnOnce(&str) -> Dealt) {
        let Some(typed) = self.text.try_get_untracked() else { return };
        let mut dealt = self.dealt.get_value();
        let again = || left && (typed.is_none() || dealt == Some(Dealt::Apart));
        if dealt.is_none() || again() {
            let Some(text) = typed.or_else(|| untrack(|| self.kept())) else { return };
            let now = decide(&text);
            if now == Dealt::NotYet {
                return;
            }
            dealt = Some(now);
            self.dealt.set_value(dealt);
            self.session.keep_apart(vec![(self.place.get_value(), (now == Dealt::Apart).then_some(text))]);
            self.session.typing(false);
        }
        if left && dealt.is_some() {
            // What cannot be decided is shown as it is kept.
            self.text.set(None);
        }
    }

    /// The same where the field is taken off its page, which nobody has to leave for that.
    pub(super) fn gone(self, decide: impl FnOnce(&str) -> Dealt) {
        if self.dealt.try_get_value().flatten().is_none() {
            self.deal(true, |text| match decide(text) {
                Dealt::Decided => Dealt::Decided,
                Dealt::Apart | Dealt::NotYet => Dealt::Apart,
            });
        }
    }
}

/// Where a field is to be found; nothing where it is on every page.
pub(super) fn page_of(place: &TypedPlace) -> Option<ReviewPage> {
    match place {
        TypedPlace::Who(_) => None,
        TypedPlace::Line(..) | TypedPlace::Roster => Some(ReviewPage::Roster),
        TypedPlace::Entered(..) | TypedPlace::Replies(_) => Some(ReviewPage::Entry),
        TypedPlace::Found(unit, _) | TypedPlace::Why(unit, _) | TypedPlace::NotSent(unit) => {
            Some(ReviewPage::Unit(*unit))
        }
    }
}
