//! My drafts: what is here, a new one, the example.

use crate::browser::fresh::begin;
use crate::browser::{clock, store};
use crate::keep::card::Card;
use crate::model::draft::Draft;
use crate::model::example;
use crate::model::id::DraftId;
use crate::model::standard::Standard;
use crate::route::{Page, Route};
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::shared::shared;
use crate::ui::words;
use leptos::prelude::*;
use xingzhan_view::view;

/// My drafts.
pub fn mine() -> Option<View> {
    let (text, shared) = (words(), shared()?);
    let cards = RwSignal::new(store::cards());
    let new = move |standard: Standard| {
        if let (Some(id), Some(now)) = (clock::new_id(), clock::now()) {
            begin(Draft::new(id, standard, now));
        }
    };
    let show_example = move |_| {
        let standard = shared.shelf.with_untracked(|shelf| shelf.iter().next().cloned());
        if let (Some(id), Some(now), Some(standard)) = (clock::new_id(), clock::now(), standard) {
            begin(example::draft(id, standard, now));
        }
    };
    let standards = shared.shelf.with_untracked(|shelf| shelf.iter().cloned().collect::<Vec<_>>());
    let buttons = standards
        .into_iter()
        .map(|standard| {
            let id = standard.id.to_string();
            let label = (text.mine.new_of)(standard.unit.words.get(text.lang));
            let title = standard.title.get(text.lang).to_owned();
            let version = (text.mine.version)(standard.version, standard.year);
            view! {
                <li>
                    <button type="button" class="primary" data-new=id on:click=move |_| new(standard.clone())>{label}</button>
                    <span class="hint">{title} " · " {version}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let list = move || {
        let cards_now = cards.get();
        if cards_now.is_empty() {
            return view! { <p class="empty">{text.mine.none}</p> };
        }
        let rows = cards_now.into_iter().map(|(id, card)| row(id, card, cards)).collect::<Vec<_>>();
        view! { <ul class="drafts">{rows}</ul> }
    };
    Some(view! {
        {heading(text.mine.title)}
        <p class="lead">{text.mine.lead}</p>
        {(!store::is_there()).then(|| view! { <p class="notice" role="alert">{text.mine.blocked}</p> })}
        {list}
        <h2>{text.mine.new}</h2>
        <ul class="choices">
            {buttons}
            <li>
                <button type="button" data-do="example" on:click=show_example>{text.mine.example}</button>
                <span class="hint">{text.mine.example_hint}</span>
            </li>
            <li>
                <a class="button" href=Route::Open.href()>{text.mine.open}</a>
                <span class="hint">{text.mine.open_hint}</span>
            </li>
        </ul>
    })
}

/// One draft of the list.
fn row(id: DraftId, card: Option<Card>, cards: RwSignal<Vec<(DraftId, Option<Card>)>>) -> View {
    let text = words();
    let asking = RwSignal::new(false);
    let href = Route::Draft(id.clone(), Page::Tasks).href();
    let name = match &card {
        Some(card) if !card.name.trim().is_empty() => card.name.trim().to_owned(),
        Some(card) => format!("{} {}", card.kind.get(text.lang), text.frame.no_name),
        None => text.mine.broken.to_owned(),
    };
    let details = card.as_ref().map(|card| {
        let place = format!("{} {}", card.township.trim(), card.village.trim()).trim().to_owned();
        let parts = [
            place,
            (text.mine.year)(card.year),
            (text.frame.answered)(card.answered, card.asked),
            (text.mine.changed)(&clock::local(&card.changed)),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let sample = card.is_some_and(|card| card.sample);
    let ask = (text.mine.remove_ask)(&name);
    let gone = StoredValue::new(id.clone());
    let remove = move |_| {
        gone.with_value(store::remove);
        cards.set(store::cards());
    };
    view! {
        <li data-draft=id.to_string()>
            <a class="draft-link" href=href>{name}</a>
            {sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <span class="hint">{details}</span>
            {move || if asking.get() {
                view! {
                    <span class="ask" role="alert">
                        {ask.clone()} " "
                        <button type="button" data-do="remove-yes" on:click=remove>{text.mine.remove_yes}</button>
                        " "
                        <button type="button" data-do="remove-no" on:click=move |_| asking.set(false)>{text.mine.keep}</button>
                    </span>
                }

            } else {
                view! {
                    <button type="button" class="quiet" data-do="remove" on:click=move |_| asking.set(true)>
                        {text.mine.remove}
                    </button>
                }

            }}
        </li>
    }
}
