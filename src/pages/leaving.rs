//! Leaving a shared computer: one file with everything, shown again by the person, and only then cleared. A download
//! is handed to the browser; whether it lies on a disk is known when somebody chooses it there.

pub(in crate::pages) mod step;

use crate::components::context::shared;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::pages::Exchange;
use crate::components::words;
use crate::i18n::Text;
use crate::i18n::leaving::review_name;
use crate::model::mail::megabytes;
use crate::pages::leaving::step::{LeavingStep, ShownFile};
use crate::pages::station::drafts_here::Here;
use crate::platform::clearing;
use crate::platform::clearing::{Cleared, HandedOver, NotMade};
use crate::platform::files;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The way to leave, as soon as there is something to take along.
#[component]
pub(super) fn SharedComputer(here: Here) -> impl IntoView {
    let (text, exchange) = (words(), shared().exchange);
    move || {
        // How it ended is said as well when nothing is here any more.
        let any = !here.list.get().is_empty() || !here.bin.get().is_empty() || here.anything.get();
        let shown = any || here.leaving.with(|step| *step != LeavingStep::Begin(None));
        shown.then(|| {
            view! {
                <section class="leave" data-leave="">
                    <h2>{text.leaving.title}</h2>
                    <p class="hint">{text.leaving.hint}</p>
                    <div aria-live="polite">{exchange.part(Exchange::Leave)}</div>
                </section>
            }
        })
    }
}

/// What there is to do now.
#[component]
pub(super) fn LeaveSteps() -> impl IntoView {
    let (text, here) = (words(), expect_context::<Here>());
    move || part(text, here, here.leaving)
}

fn part(text: &'static Text, here: Here, step: RwSignal<LeavingStep>) -> FreshView {
    let leaving = &text.leaving;
    match step.get() {
        LeavingStep::Begin(why) => view! {
            {why.map(|why| view! { <p class="notice" role="alert">{why}</p> })}
            {make(text, step, text.leaving.make)}
        }
        .into_fresh(),
        LeavingStep::Making => view! { <p data-making="">{leaving.making}</p> }.into_fresh(),
        LeavingStep::Handed(handed, shown) => view! {
            <p class="notice" data-handed="">{(leaving.handed)(&handed.name, &megabytes(handed.sum.bytes))}</p>
            {(handed.inventory.without > 0).then(|| {
                let said = if handed.inventory.photos_silent { leaving.without_silent } else { leaving.without };
                view! { <p class="notice" data-without="">{said(handed.inventory.without)}</p> }
            })}
            {(shown != ShownFile::Same).then(|| choose(text, step, handed.clone()))}
            {told(text, shown, &handed)}
            {(shown == ShownFile::Same).then(|| confirm(text, here, step, handed))}
            {make(text, step, text.leaving.make_again)}
        }
        .into_fresh(),
        LeavingStep::Ended(said) => view! { <p class="notice" role="status" data-cleared="">{said}</p> }.into_fresh(),
    }
}

/// Puts everything into one file, as often as the person likes.
fn make(text: &'static Text, step: RwSignal<LeavingStep>, label: &'static str) -> impl IntoView {
    let make = move |_| {
        step.set(LeavingStep::Making);
        spawn_local(async move {
            step.try_set(match clearing::hand_over(text).await {
                Ok(handed) => LeavingStep::Handed(Arc::new(handed), ShownFile::NotYet),
                Err(NotMade::Silent) => LeavingStep::Begin(Some(text.leaving.silent)),
                Err(NotMade::Failed) => LeavingStep::Begin(Some(text.leaving.failed)),
            });
        });
    };
    view! { <p class="actions"><button type="button" data-do="save-all" on:click=make>{label}</button></p> }
}

/// Where the file is shown again.
fn choose(text: &'static Text, step: RwSignal<LeavingStep>, handed: Arc<HandedOver>) -> impl IntoView {
    let compare = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let handed = handed.clone();
        step.set(LeavingStep::Handed(handed.clone(), ShownFile::Comparing));
        spawn_local(async move {
            let shown = match files::sum(&file).await {
                None => ShownFile::Unreadable,
                Some(sum) if sum == handed.sum => ShownFile::Same,
                Some(sum) => ShownFile::Other(sum),
            };
            step.try_set(LeavingStep::Handed(handed, shown));
        });
    };
    view! {
        <div class="drop">
            <label for="shown-again" class="button">{text.leaving.choose}</label>
            <input type="file" id="shown-again" on:change=compare />
            <p class="hint">{text.leaving.choose_hint}</p>
        </div>
    }
}

fn told(text: &'static Text, shown: ShownFile, handed: &HandedOver) -> Option<impl IntoView + use<>> {
    let leaving = &text.leaving;
    let said = match shown {
        ShownFile::NotYet => return None,
        ShownFile::Comparing | ShownFile::Clearing => leaving.comparing.to_owned(),
        ShownFile::Unreadable => leaving.unreadable.to_owned(),
        ShownFile::Other(sum) if sum.bytes == handed.sum.bytes => leaving.other_content.to_owned(),
        ShownFile::Other(sum) => (leaving.other_size)(sum.bytes, handed.sum.bytes),
        ShownFile::Same => leaving.same.to_owned(),
    };
    let fails = matches!(shown, ShownFile::Unreadable | ShownFile::Other(_));
    let role = if fails { "alert" } else { "status" };
    Some(
        view! { <p class="notice" role=role data-compared=if shown == ShownFile::Same { "same" } else { "other" }>{said}</p> },
    )
}

/// What goes, by name, and the button.
fn confirm(text: &'static Text, here: Here, step: RwSignal<LeavingStep>, handed: Arc<HandedOver>) -> impl IntoView {
    let leaving = &text.leaving;
    let goes = &handed.inventory;
    let reviews = goes
        .reviews
        .iter()
        .map(|copy| copy.head.as_ref().map_or(leaving.what_review.to_owned(), |head| review_name(text, &head.basics)));
    let reviews: Vec<String> = reviews.collect();
    let many = |many: usize, said: fn(usize) -> String| (many > 0).then(|| said(many));
    let lines = [
        (!goes.names.is_empty()).then(|| (leaving.goes_drafts)(goes.names.len(), &goes.names.join(leaving.comma))),
        many(goes.broken, leaving.goes_broken),
        many(goes.binned, leaving.goes_bin),
        many(goes.others, leaving.goes_others),
        many(goes.photos + goes.without, leaving.goes_photos),
        (!reviews.is_empty()).then(|| (leaving.goes_reviews)(reviews.len(), &reviews.join(leaving.comma))),
        Some(leaving.goes_history.to_owned()),
    ];
    let lines = lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    let clear = move |_| {
        let handed = handed.clone();
        step.set(LeavingStep::Handed(handed.clone(), ShownFile::Clearing));
        spawn_local(async move {
            let next = match clearing::clear(&handed).await {
                Cleared::All => LeavingStep::Ended(text.leaving.cleared),
                Cleared::ButPhotos => LeavingStep::Ended(text.leaving.but_photos),
                Cleared::Changed => LeavingStep::Begin(Some(text.leaving.changed)),
                Cleared::Partly => LeavingStep::Begin(Some(text.leaving.partly)),
            };
            step.try_set(next);
            here.refresh();
        });
    };
    view! {
        <p>{leaving.goes}</p>
        <ul data-goes="">{lines}</ul>
        <p class="actions"><button type="button" class="primary" data-do="clear-all" on:click=clear>{leaving.clear}</button></p>
    }
}
