//! Why a unit sends nothing (未报原因): typed on its page, for the summary that the township seals and for the table.

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::model::record::typed::{fitting, tidy};
use crate::model::record::unit::LINE;
use crate::model::review::act::Act;
use crate::model::review::ids::UnitId;
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::context::{desk, review, units};
use crate::pages::review::typed_text::{Dealt, TypedText};
use crate::platform::review::open_review::Received;
use leptos::prelude::*;

/// The field.
#[component]
pub(super) fn WhyNotSent(unit: UnitId) -> impl IntoView {
    let (words, session, all) = (&desk().unit, review(), units());
    let typed = TypedText::new(session, TypedPlace::NotSent(unit));
    let stored = Memo::new(move |_| all.with(|all| all.unit(unit).and_then(|unit| unit.not_sent.clone())));
    let value = Signal::derive(move || typed.now().or_else(|| stored.get()).unwrap_or_default());
    let said = Signal::derive(move || value.with(|value| tidy(value)));
    let decide = move |text: &str| {
        let Some(text) = fitting(text, LINE) else { return Dealt::Apart };
        let why = Some(text).filter(|text| !text.is_empty());
        if stored.try_get_untracked().flatten() == why {
            return Dealt::Decided;
        }
        let step = session.decide(vec![Act::NotSent { unit, value: why }], Received::default());
        step.map_or(Dealt::NotYet, |_| Dealt::Decided)
    };
    on_cleanup(move || typed.gone(decide));
    view! {
        <div class="field">
            <label for="not-sent-why">{words.why_not_sent}</label>
            <p class="hint" id="hint-not-sent-why">{words.why_not_sent_hint}</p>
            <TextInput
                value=value
                store=move |text| typed.take_at_rest(text, decide)
                attr:id="not-sent-why"
                attr:aria-describedby="hint-not-sent-why long-not-sent-why"
                on:focusout=move |_| typed.deal(true, decide)
            />
            <TooLong id="long-not-sent-why".to_owned() most=LINE said />
        </div>
    }
}
