//! My drafts: what is here, a new one, the example.

use crate::components::context::table;
use crate::components::dot_separated::dot_separated;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::Text;
use crate::model::draft::Draft;
use crate::model::draft::example;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::leaving::SharedComputer;
use crate::pages::station::drafts_here::{Here, Known};
use crate::pages::station::recovery::AsideList;
use crate::pages::station::recovery::BinList;
use crate::pages::station::recovery::OfferedList;
use crate::persistence::card::Card;
use crate::platform::bin;
use crate::platform::library::Listed;
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, file_reminder, local};
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// My drafts.
#[component]
pub fn MinePage() -> impl IntoView {
    let (text, table) = (words(), table());
    let here = Here::new();
    provide_context(here);
    here.refresh();
    let new = move |standard: IssuedStandard| {
        if let (Some(id), Some(now)) = (clock::new_id(), clock::now()) {
            begin(Draft::new(id, standard, now));
        }
    };
    let show_example = move |_| {
        let standard = table.library().with_untracked(|library| library.iter().next().cloned());
        if let (Some(id), Some(now), Some(standard)) = (clock::new_id(), clock::now(), standard) {
            begin(example::draft_in(text.lang, id, standard, now));
        }
    };
    let standards = table.library().with_untracked(|library| library.iter().cloned().collect::<Vec<_>>());
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
    let empty = Memo::new(move |_| here.list.with(Vec::is_empty));
    let list = move || {
        if empty.get() {
            // A place that has not answered yet is not an empty one; the room is there from the beginning, so that
            // nothing below moves when it has.
            let unknown = move || (here.known.get() != Known::All).then_some("unknown");
            return view! {
                <div class=unknown>
                    <p class="empty">{text.mine.none}</p>
                    <p class="hint" data-elsewhere="">
                        {text.mine.elsewhere} " " <a href=Route::Open.href()>{text.mine.open}</a>
                    </p>
                </div>
            }
            .into_fresh();
        }
        // What another window has changed is another row; all others keep theirs, with what has the focus in it.
        let key = |one: &Listed| {
            (one.id.to_string(), one.card.as_ref().map(|card| (card.counter, card.changed.as_str().to_owned())))
        };
        view! { <ul class="drafts"><For each=move || here.list.get() key=key children=move |one| view! { <DraftRow one=one here=here /> } /></ul> }.into_fresh()
    };
    view! {
        <Heading title=text.mine.title />
        <p class="lead">{text.mine.lead}</p>
        {(!local::is_there()).then(|| view! { <p class="notice" role="alert">{text.mine.blocked}</p> })}
        {list}
        {unsure(move || match here.known.get() {
            Known::NotYet => Some(text.leaving.list_waits),
            Known::Partly => Some(text.leaving.list_unsure),
            Known::All => None,
        })}
        <p role="status" data-said="">{move || here.said.get()}</p>
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
        <OfferedList here=here />
        <AsideList />
        <BinList here=here />
        <SharedComputer here=here />
    }
}

/// Says that there may be more than is listed. Its line is always there: what is below must not move away from under
/// a finger when all is known.
pub(in crate::pages) fn unsure(why: impl Fn() -> Option<&'static str> + Copy + Send + 'static) -> impl IntoView {
    view! {
        <p class="hint unsure" role="status" data-unsure=move || why().map(|_| "")>{move || why().unwrap_or_default()}</p>
    }
}

/// One draft of the list.
#[component]
fn DraftRow(one: Listed, here: Here) -> impl IntoView {
    let text = words();
    let Listed { id, card } = one;
    let href = Route::Draft(id.clone(), Page::Tasks).href();
    let name = match &card {
        Some(card) => name_of(text, card),
        None => text.mine.broken.to_owned(),
    };
    let details = card.as_ref().map(|card| {
        let place = format!("{} {}", card.township.trim(), card.village.trim()).trim().to_owned();
        dot_separated([
            (false, place),
            (true, (text.mine.year)(card.year)),
            (true, (text.frame.answered)(card.answered, card.asked)),
            (true, (text.mine.changed)(&clock::local(&card.changed))),
        ])
    });
    let send = Route::Draft(id.clone(), Page::Send).href();
    let remind = card.as_ref().is_some_and(|card| file_reminder::is_due(&id, card)).then(|| {
        view! { <a class="hint" data-remind="" href=send>{text.mine.remind}</a> }
    });
    let sample = card.is_some_and(|card| card.sample);
    let key = id.to_string();
    let removed = (text.mine.removed)(&name);
    // Nothing is asked: what is removed can be taken back.
    let remove = move |_| {
        let (id, removed) = (id.clone(), removed.clone());
        spawn_local(async move {
            let said = match bin::throw_away(&id).await {
                Ok(()) => removed,
                Err(_) => text.mine.remove_failed.to_owned(),
            };
            here.said.try_set(said);
            here.refresh();
        });
    };
    view! {
        <li data-draft=key>
            <a class="draft-link" href=href>{name}</a>
            {sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <span class="hint">{details}</span>
            {remind}
            <button type="button" class="quiet" data-do="remove" on:click=remove>{text.mine.remove}</button>
        </li>
    }
}

/// The name of a draft, as the list shows it.
pub(in crate::pages) fn name_of(text: &Text, card: &Card) -> String {
    if card.name.trim().is_empty() {
        format!("{} {}", card.kind.get(text.lang), text.frame.no_name)
    } else {
        card.name.trim().to_owned()
    }
}
