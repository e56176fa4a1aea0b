//! A line of the first score: what the unit says, what was found, and why.

use crate::components::form::fields::{SelectInput, TextInput};
use crate::components::words;
use crate::i18n::first_score_words;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::judged::{Deviation, DeviationKind};
use crate::pages::review::first_score_state::{ScoredUnit, reason_in};
use crate::platform::navigation;
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// A line. What is typed is kept when the field is left.
#[component]
pub(super) fn CorrectionRow(scored: ScoredUnit, column: GridColumn) -> impl IntoView {
    let text = words();
    let words = first_score_words(text.lang);
    let (name, claimed) = scored.standard.with_value(|standard| {
        let number = column.item(standard).and_then(|item| standard.number_of(&item.id)).unwrap_or_default();
        let asked = column.words(standard).map_or("", |words| words.get(text.lang));
        let claimed = scored.record.with_value(|record| column.shown(standard, record));
        (format!("{number} {asked}"), claimed)
    });
    let key = column.key();
    let column = StoredValue::new(column);
    let typed = RwSignal::new(None::<String>);
    let given = Memo::new(move |_| {
        scored.assessed.with(|assessed| {
            scored.standard.with_value(|standard| column.with_value(|column| column.shown(standard, &assessed.record)))
        })
    });
    let value = Signal::derive(move || typed.get().unwrap_or_else(|| given.get()));
    let take = move |now: String| {
        scored.typing(true);
        typed.set(Some(now));
    };
    let leave = move |_| {
        let Some(now) = typed.get_untracked() else { return };
        let kept = given.get_untracked() == now || column.with_value(|column| scored.correct(column, &now)).is_ok();
        // What cannot be read stays as it was typed, and says so.
        if kept {
            typed.set(None);
            scored.typing(false);
        }
    };
    on_cleanup(move || scored.typing(false));
    let select = |event: ev::FocusEvent| event_target::<HtmlInputElement>(&event).select();
    let down = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && navigation::to_next_field("[data-corrected]") {
            event.prevent_default();
        }
    };
    let wrong = move || {
        typed.get().is_some_and(|now| {
            scored.standard.with_value(|standard| {
                scored
                    .assessed
                    .with(|assessed| column.with_value(|column| column.read(standard, &assessed.record, &now)))
                    .is_err()
            })
        })
    };
    let reason = Memo::new(move |_| scored.judged.with(|judged| column.with_value(|column| reason_in(judged, column))));
    let corrected = Memo::new(move |_| reason.with(Option::is_some));
    let said = format!("said-{key}");
    let label = name.clone();
    view! {
        <tr data-corrections=key.clone() class:changed=move || corrected.get()>
            <th scope="row">{name}</th>
            <td class="numeric">{claimed}</td>
            <td>
                <TextInput
                    value=value
                    store=take
                    attr:class="number"
                    attr:inputmode="numeric"
                    attr:data-corrected=key.clone()
                    attr:aria-label=label
                    attr:aria-describedby=said.clone()
                    attr:aria-invalid=move || wrong().then_some("true")
                    on:focusin=select
                    on:focusout=leave
                    on:keydown=down
                />
                <span class="error" id=said aria-live="polite">{move || wrong().then_some(words.unread)}</span>
            </td>
            <td>
                {move || corrected.get().then(|| view! { <Why scored column reason /> })}
            </td>
        </tr>
    }
}

/// Why something is corrected: picked, said in words, or both.
#[component]
fn Why(scored: ScoredUnit, column: StoredValue<GridColumn>, reason: Memo<Option<Deviation>>) -> impl IntoView {
    let text = words();
    let words = first_score_words(text.lang);
    let name = |kind: DeviationKind| {
        DeviationKind::ALL.iter().position(|one| *one == kind).map_or(String::new(), |at| at.to_string())
    };
    let kind = Signal::derive(move || reason.get().and_then(|reason| reason.kind).map_or(String::new(), name));
    let change = move |change: &dyn Fn(&mut Deviation)| {
        column.with_value(|column| {
            let mut now = scored.reason(column);
            change(&mut now);
            scored.explain(column, now);
        });
    };
    let pick = move |chosen: String| {
        let kind = DeviationKind::ALL.into_iter().find(|kind| name(*kind) == chosen);
        change(&|reason| reason.kind = kind);
    };
    let typed = RwSignal::new(None::<String>);
    let value = Signal::derive(move || {
        typed.get().unwrap_or_else(|| reason.get().map_or(String::new(), |reason| reason.words))
    });
    let leave = move |_| {
        if let Some(now) = typed.get_untracked() {
            let short: String = now.chars().take(Deviation::WORDS as usize).collect();
            if short == now {
                change(&|reason| reason.words.clone_from(&now));
                typed.set(None);
            }
        }
    };
    let blank = move || reason.get().is_some_and(|reason| reason.is_blank());
    view! {
        <SelectInput value=kind store=pick attr:aria-label=words.why attr:data-why="">
            <option value="">{words.choose}</option>
            {DeviationKind::ALL.map(|kind| view! { <option value=name(kind)>{(words.deviation)(kind)}</option> })}
        </SelectInput>
        <TextInput value=value store=move |now| typed.set(Some(now)) attr:aria-label=words.why_words attr:data-why-words="" on:focusout=leave />
        {move || blank().then(|| view! { <span class="hint">{words.no_reason}</span> })}
    }
}
