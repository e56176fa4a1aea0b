//! A field of the first score: what was found in the place of what the unit says, and why.

use crate::components::form::fields::{SelectInput, TextInput};
use crate::components::form::too_long::TooLong;
use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::first_score_words;
use crate::model::record::typed::{fitting, tidy};
use crate::model::review::correction::{CorrectedPlace, PointsCut, given_points};
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::judged::{Deviation, DeviationKind};
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::first_score_state::ScoredUnit;
use crate::pages::review::typed_text::{Dealt, TypedText};
use crate::platform::{clock, navigation};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlInputElement;

/// A field and its reason. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub(super) struct CorrectionField {
    pub(super) scored: ScoredUnit,
    pub(super) place: StoredValue<CorrectedPlace>,
    /// What is typed and not kept yet.
    typed: TypedText,
    /// Why it is corrected; nothing where it is not.
    pub(super) reason: Memo<Option<Deviation>>,
    /// Why fewer points count than were typed.
    cut: RwSignal<Option<PointsCut>>,
    /// Leads on from the field that has the focus.
    next: StoredValue<Box<dyn Fn()>, LocalStorage>,
}

impl CorrectionField {
    /// Of this place; `next` leads on from it.
    pub(super) fn new(scored: ScoredUnit, place: CorrectedPlace, next: impl Fn() + 'static) -> Self {
        let typed = TypedText::new(scored.session, TypedPlace::Found(scored.unit, place.key()));
        let place = StoredValue::new(place);
        let reason = Memo::new(move |_| place.with_value(|place| scored.reason(place)));
        let cut = RwSignal::new(None);
        Self { scored, place, typed, reason, cut, next: StoredValue::new_local(Box::new(next)) }
    }

    fn key(self) -> String {
        self.place.with_value(CorrectedPlace::key)
    }

    /// The name of a part of it, alone on the page.
    fn id(self, part: &str) -> String {
        format!("{part}-{}-{}", self.scored.unit, self.key())
    }

    /// Keeps what was typed. What cannot be read stays as it was typed, and says so.
    fn leave(self) {
        self.typed.deal(true, |now| self.keep(now));
    }

    fn keep(self, now: &str) -> Dealt {
        if !self.scored.is_there() {
            return Dealt::NotYet;
        }
        let shown = untrack(|| self.place.with_value(|place| self.scored.shown(place)));
        let (dealt, cut) = if shown == now {
            (Dealt::Decided, None)
        } else {
            self.place.with_value(|place| self.scored.correct(place, now))
        };
        if dealt == Dealt::Decided {
            self.cut.set(cut);
        }
        dealt
    }

    /// On from the field: to its reason where that is missing, else to the next field.
    fn lead_on(self) {
        self.leave();
        if self.reason.get_untracked().is_some_and(|reason| reason.is_blank()) {
            // It is drawn first.
            let id = self.id("why");
            clock::later(move || navigation::to_element(&id), Duration::ZERO);
        } else {
            self.next.with_value(|next| next());
        }
    }

    /// On from the reason.
    fn lead_on_from_reason(self) {
        navigation::to_element(&self.id("found"));
        self.next.with_value(|next| next());
    }

    /// Says why, if anything is corrected.
    fn explain(self, change: &dyn Fn(&mut Deviation)) -> Dealt {
        if !self.scored.is_there() {
            return Dealt::NotYet;
        }
        let Some(before) = self.reason.get_untracked() else { return Dealt::Decided };
        let mut now = before.clone();
        change(&mut now);
        if now == before {
            return Dealt::Decided;
        }
        self.place.with_value(|place| self.scored.explain(place, &now))
    }

    /// The field. `label` says what is asked, and of whom where several units stand together.
    pub(super) fn view(self, label: String) -> FreshView {
        let words = first_score_words(words().lang);
        let value = Signal::derive(move || {
            self.typed.now().unwrap_or_else(|| self.place.with_value(|place| self.scored.shown(place)))
        });
        let take = move |now: String| self.typed.take(now);
        on_cleanup(move || self.typed.gone(|now| self.keep(now)));
        let wrong = Memo::new(move |_| {
            let unread = |now: String| self.place.with_value(|place| self.scored.unread(place, &now).is_some());
            self.typed.now().is_some_and(unread)
        });
        let told = move || {
            if wrong.get() {
                return Some(words.unread.to_owned());
            }
            self.cut.get().map(|cut| match cut {
                PointsCut::Most(most) => (words.cut_most)(most),
                PointsCut::Step(step) => (words.cut_step)(step),
            })
        };
        // What stood there when the cell was entered: Escape brings it back, as in a sheet.
        let entered = StoredValue::new(String::new());
        let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
            _ if event.is_composing() => {}
            "Enter" | "ArrowDown" => {
                event.prevent_default();
                self.lead_on();
            }
            "Escape" if entered.with_value(|entered| value.with_untracked(|now| now != entered)) => {
                self.typed.take(entered.get_value());
                self.leave();
                event_target::<HtmlInputElement>(&event).select();
            }
            _ => {}
        };
        let select = move |event: ev::FocusEvent| {
            event_target::<HtmlInputElement>(&event).select();
            entered.set_value(value.get_untracked());
        };
        let said = self.id("said");
        view! {
            <TextInput
                value=value
                store=take
                attr:id=self.id("found")
                attr:class="number"
                attr:inputmode="numeric"
                attr:data-corrected=self.key()
                attr:aria-label=label
                attr:aria-describedby=said.clone()
                attr:aria-invalid=move || wrong.get().then_some("true")
                on:focusin=select
                on:focusout=move |_| self.leave()
                on:keydown=key
            />
            <span class="error" id=said aria-live="polite">{redrawn(told)}</span>
        }
        .into_fresh()
    }

    /// The points that were given to the same item directly, beside its answers.
    fn points_beside(self) -> Option<String> {
        let words = first_score_words(words().lang);
        self.place.with_value(|place| match place {
            CorrectedPlace::Points(_) | CorrectedPlace::Cell(GridColumn::Fact(_)) => None,
            CorrectedPlace::Cell(
                GridColumn::Number(item)
                | GridColumn::Fault(item, _)
                | GridColumn::Option(item)
                | GridColumn::Parts(item),
            ) => self.scored.judged.with(|judged| given_points(judged, item)).map(words.points_given),
        })
    }

    /// Why it is corrected: picked, said in words, or both. Nothing where it is not.
    pub(super) fn why(self) -> FreshView {
        let corrected = Memo::new(move |_| self.reason.with(Option::is_some));
        redrawn(move || corrected.get().then(|| view! { <Why field=self /> }))
    }

    /// That points were given directly, where they were.
    pub(super) fn beside(self) -> FreshView {
        redrawn(move || {
            self.points_beside().map(|said| view! { <span class="hint" data-points-given="">{said}</span> })
        })
    }
}

#[component]
fn Why(field: CorrectionField) -> impl IntoView {
    let text = words();
    let words = first_score_words(text.lang);
    let reason = field.reason;
    let name = |kind: DeviationKind| {
        DeviationKind::ALL.iter().position(|one| *one == kind).map_or(String::new(), |at| (at + 1).to_string())
    };
    let kind = Signal::derive(move || reason.get().and_then(|reason| reason.kind).map_or(String::new(), name));
    let pick = move |chosen: String| {
        let kind = DeviationKind::ALL.into_iter().find(|kind| name(*kind) == chosen);
        let _ = field.explain(&|reason| reason.kind = kind);
    };
    let typed = TypedText::new(field.scored.session, TypedPlace::Why(field.scored.unit, field.key()));
    let value = Signal::derive(move || {
        typed.now().unwrap_or_else(|| reason.get().map_or(String::new(), |reason| reason.words))
    });
    let said = Signal::derive(move || value.with(|value| tidy(value)));
    // What is too long stays in the field and is told.
    let keep = move |now: &str| match fitting(now, Deviation::WORDS) {
        None => Dealt::Apart,
        Some(fits) => field.explain(&|reason| reason.words.clone_from(&fits)),
    };
    let leave = move || typed.deal(true, keep);
    on_cleanup(move || typed.gone(keep));
    // Enter leads on from both, as from the field.
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            leave();
            field.lead_on_from_reason();
        }
    };
    let of_points = field.place.with_value(|place| matches!(place, CorrectedPlace::Points(_)));
    let needed = if of_points { words.no_reason_points } else { words.no_reason };
    let blank = move || reason.get().is_some_and(|reason| reason.is_blank());
    // The number in front is the key that picks it.
    let option =
        move |kind| view! { <option value=name(kind)>{format!("{} {}", name(kind), (words.deviation)(kind))}</option> };
    let long = field.id("long");
    view! {
        <span class="why" on:keydown=key>
            <SelectInput value=kind store=pick attr:id=field.id("why") attr:aria-label=words.why attr:data-why="">
                <option value="">{words.choose}</option>
                {DeviationKind::ALL.map(option)}
            </SelectInput>
            <TextInput
                value=value
                store=move |now| typed.take(now)
                attr:aria-label=words.why_words
                attr:data-why-words=""
                attr:aria-describedby=long.clone()
                on:focusout=move |_| leave()
            />
            <TooLong id=long most=Deviation::WORDS said />
            {redrawn(move || blank().then(|| view! { <span class="hint" data-no-reason="">{needed}</span> }))}
        </span>
    }
}
