//! My drafts: what is here, a new one, the example.

use crate::components::context::{PagesContext, shared, table};
use crate::components::dot_separated::dot_separated;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::lazy::fresh::redrawn;
use crate::components::lazy::pages::Exchange;
use crate::components::words;
use crate::i18n::Text;
use crate::model::draft::Draft;
use crate::model::draft::example;
use crate::model::standard::ids::DraftId;
use crate::pages::leaving::SharedComputer;
use crate::pages::station::drafts_here::{Here, Known};
use crate::pages::station::recovery::AsideList;
use crate::pages::station::recovery::BinList;
use crate::pages::station::recovery::OfferedList;
use crate::pages::station::same_unit::key_of;
use crate::pages::station::standards_here::StandardsHere;
use crate::persistence::card::Card;
use crate::platform::bin;
use crate::platform::keeping::keeps_nothing;
use crate::platform::library::Listed;
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, file_reminder, stored_drafts, unsaved_drafts};
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
    let show_example = move |_| {
        let standard = table.library().with_untracked(|library| library.iter().next().cloned());
        if let (Some(id), Some(now), Some(standard)) = (clock::new_id(), clock::now(), standard) {
            begin(example::draft_in(text.lang, id, standard, now));
        }
    };
    let nothing = RwSignal::new(false);
    spawn_local(async move { _ = nothing.try_set(keeps_nothing().await) });
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
        <p class="lead">{move || if nothing.get() { text.mine.lead_unkept } else { text.mine.lead }}</p>
        {redrawn(move || nothing.get().then(|| view! { <p class="notice" role="alert" data-keeps-nothing="">{text.mine.blocked}</p> }))}
        {list}
        {unsure(move || match here.known.get() {
            Known::NotYet => Some(text.leaving.list_waits),
            Known::Partly => Some(text.leaving.list_unsure),
            Known::All => None,
        })}
        <p role="status" data-said="">{move || here.said.get()}</p>
        <h2>{text.mine.new}</h2>
        <StandardsHere here=here />
        <ul class="choices">
            <li>
                <button type="button" data-do="example" on:click=show_example>{text.mine.example}</button>
                <span class="hint">{text.mine.example_hint}</span>
            </li>
            <li>
                <a class="button" href=Route::Open.href()>{text.mine.open}</a>
                <span class="hint">{text.mine.open_hint}</span>
            </li>
        </ul>
        <HandOver here=here />
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
    let (text, table) = (words(), table());
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
            (
                true,
                card.handed
                    .as_ref()
                    .map_or(String::new(), |last| (text.mine.handed)(last.revision, &clock::local(&last.time))),
            ),
        ])
    });
    let twice = card.as_ref().and_then(key_of).map(|ours| {
        let (own, year) = (id.clone(), ours.1);
        let twice = Memo::new(move |_| {
            here.list.with(|list| {
                let mut others = list.iter().filter(|one| one.id != own).filter_map(|one| one.card.as_ref());
                others.any(|other| key_of(other).as_ref() == Some(&ours))
            })
        });
        move || twice.get().then(|| view! { <span class="warning" data-twice="">{(text.mine.twice)(year)}</span> })
    });
    let again = card.as_ref().filter(|card| !card.sample && !card.township.trim().is_empty()).map(|_| {
        let (id, label) = (id.clone(), (text.mine.again_of)(&name));
        let again = move |_| {
            let id = id.clone();
            spawn_local(async move { _ = begin_again(table, &id).await });
        };
        view! { <button type="button" class="quiet" data-do="again" aria-label=label on:click=again>{text.mine.again}</button> }
    });
    let send = Route::Draft(id.clone(), Page::Send).href();
    let remind = card.as_ref().is_some_and(|card| file_reminder::is_due(&id, card)).then(|| {
        view! { <a class="hint" data-remind="" href=send>{text.mine.remind}</a> }
    });
    let sample = card.is_some_and(|card| card.sample);
    let unsaved = unsaved_drafts::is_held(&id);
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
            {unsaved.then(|| view! { <b class="warning" data-unsaved="">{text.mine.unsaved}</b> })}
            {remind}
            {twice}
            {again}
            <button type="button" class="quiet" data-do="remove" on:click=remove>{text.mine.remove}</button>
        </li>
    }
}

/// Begins another draft in the township of this one, by the latest version of its standard.
async fn begin_again(table: PagesContext, id: &DraftId) -> Option<()> {
    let before = stored_drafts::read(id).await?;
    let latest = table.library().with_untracked(|library| library.latest_of(&before.standard).cloned());
    let mut draft = Draft::new(clock::new_id()?, latest.unwrap_or(before.standard), clock::now()?);
    draft.unit.township = before.unit.township;
    begin(draft);
    Some(())
}

/// The way to hand the drafts over, as soon as there is one.
#[component]
fn HandOver(here: Here) -> impl IntoView {
    let (text, exchange) = (words(), shared().exchange);
    let any = Memo::new(move |_| here.list.with(|list| !list.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section data-handing-over="">
                    <h2>{text.mine.hand_over}</h2>
                    <p class="hint">{text.mine.hand_over_hint}</p>
                    {exchange.part(Exchange::HandOver)}
                </section>
            }
        })
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
