//! What stands below the list of drafts: what an older copy wrote, what was set aside, the bin.

use crate::components::words;
use crate::i18n::leaving::name_of;
use crate::model::draft::Draft;
use crate::model::files::file_name::file_name;
use crate::pages::station::drafts_here::Here;
use crate::platform::bin;
use crate::platform::bin::Binned;
use crate::platform::library;
use crate::platform::library::Quarantined;
use crate::platform::older_drafts;
use crate::platform::older_drafts::Offered;
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, files, history};
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What an older copy of the program wrote after its drafts were copied forward.
#[component]
pub(super) fn OfferedList(here: Here) -> impl IntoView {
    let text = words();
    let found = RwSignal::new(Vec::new());
    spawn_local(async move {
        let offered = older_drafts::offered().await;
        found.try_set(offered);
        // What was copied is listed from now on.
        here.refresh();
    });
    let any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <h2>{text.mine.offered}</h2>
                <p class="hint">{text.mine.offered_hint}</p>
                <ul class="drafts" data-offered="">
                    <For each=move || found.get() key=|one| (one.old.id.to_string(), one.old.format) children=move |one| view! { <OfferRow one=one found=found /> } />
                </ul>
            }
        })
    }
}

#[component]
fn OfferRow(one: Offered, found: RwSignal<Vec<Offered>>) -> impl IntoView {
    let text = words();
    let key = one.old.id.to_string();
    let (to_take, to_decline) = (one.clone(), one);
    let take = move |_| {
        let one = to_take.clone();
        spawn_local(async move {
            if let Some(id) = older_drafts::take(&one).await {
                crate::platform::navigation::go(&Route::Draft(id, Page::Tasks));
            }
        });
    };
    let decline = move |_| {
        let one = to_decline.clone();
        spawn_local(async move {
            older_drafts::decline(&one).await;
            found.try_update(|found| found.retain(|known| *known != one));
        });
    };
    view! {
        <li data-offer=key.clone()>
            <span class="hint">{key.clone()}</span>
            <button type="button" data-do="offer-take" on:click=take>{text.mine.aside_open}</button>
            <button type="button" class="quiet" data-do="offer-decline" on:click=decline>{text.mine.decline}</button>
        </li>
    }
}

/// What was set aside: it is never removed by the program.
#[component]
pub(super) fn AsideList() -> impl IntoView {
    let text = words();
    let found = RwSignal::new(Vec::new());
    spawn_local(async move { _ = found.try_set(library::quarantined().await) });
    move || {
        let rows = found.get().into_iter().map(|one| view! { <AsideRow one /> }).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>{text.mine.quarantined}</h2>
                <p class="hint">{text.mine.asides_hint}</p>
                <ul class="drafts" data-asides="">{rows}</ul>
            }
        })
    }
}

#[component]
fn AsideRow(one: Quarantined) -> impl IntoView {
    let text = words();
    let title = if one.broken { text.mine.aside_broken } else { text.mine.aside_copy };
    let (to_save, to_open) = (one.clone(), one.clone());
    let save = move |_| {
        let one = to_save.clone();
        spawn_local(async move {
            if let Some(raw) = library::quarantined_text(&one).await {
                // A failed download leaves what is stored as it is.
                let _ = files::save(&file_name(&[text.send.what_draft, one.id.as_str()], "json"), &raw);
            }
        });
    };
    let open = move |_| {
        let one = to_open.clone();
        spawn_local(async move {
            if let (Some(draft), Some(id)) = (history::draft(&one.key).await, clock::new_id()) {
                begin(Draft { id, ..draft });
            }
        });
    };
    view! {
        <li data-aside=one.key.clone()>
            <span>{title}</span>
            <span class="hint">{one.id.to_string()}</span>
            <button type="button" class="quiet" data-do="aside-save" on:click=save>{text.mine.aside_save}</button>
            {(!one.broken).then(|| view! {
                <button type="button" class="quiet" data-do="aside-open" on:click=open>{text.mine.aside_open}</button>
            })}
        </li>
    }
}

/// What was removed, and the way back.
#[component]
pub(super) fn BinList(here: Here) -> impl IntoView {
    let text = words();
    let any = Memo::new(move |_| here.bin.with(|bin| !bin.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <details class="bin" data-bin="">
                    <summary>{text.mine.bin}</summary>
                    <p class="hint">{text.mine.bin_hint}</p>
                    <ul class="drafts">
                        <For each=move || here.bin.get() key=|one| one.key.clone() children=move |one| view! { <BinRow one=one here=here /> } />
                    </ul>
                </details>
            }
        })
    }
}

#[component]
fn BinRow(one: Binned, here: Here) -> impl IntoView {
    let text = words();
    let name = RwSignal::new(String::new());
    let read = one.key.clone();
    spawn_local(async move {
        if let Some(draft) = history::draft(&read).await {
            name.try_set(name_of(text, &draft));
        }
    });
    let when = (text.mine.thrown)(&clock::local_minute(one.snapshot.at));
    let key = one.key.clone();
    let take_back = move |_| {
        let one = one.clone();
        spawn_local(async move {
            if let Some(id) = bin::take_back(&one).await {
                crate::platform::navigation::go(&Route::Draft(id, Page::Tasks));
            }
            here.refresh();
        });
    };
    view! {
        <li data-binned=key>
            <span>{move || name.get()}</span>
            <span class="hint">{when}</span>
            <button type="button" data-do="take-back" on:click=take_back>{text.mine.take_back}</button>
        </li>
    }
}
