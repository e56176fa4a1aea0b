//! What stands below the list of drafts: what was set aside, the bin, and the way to leave a shared computer.

use super::mine::Here;
use crate::browser::forward::{self, Offered};
use crate::browser::fresh::{self, begin};
use crate::browser::library::{self, Aside, Binned};
use crate::browser::{clock, files, history, photos};
use crate::model::draft::Draft;
use crate::model::file::{self, Opened};
use crate::model::file_name::file_name;
use crate::model::json::canonical;
use crate::model::shelf::Shelf;
use crate::route::{Page, Route};
use crate::text::Text;
use crate::ui::dom::View;
use crate::ui::saved::draft_file;
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use xingzhan_view::view;

/// What an older copy of the program wrote after its drafts were copied forward.
pub(super) fn offered(here: Here) -> impl Fn() -> Option<View> {
    let text = words();
    let found = RwSignal::new(Vec::new());
    spawn_local(async move {
        let offered = forward::bring().await;
        found.try_set(offered);
        // What was copied is listed from now on.
        here.look();
    });
    move || {
        let rows: Vec<View> = found.get().into_iter().map(|one| offer(one, found)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>{text.mine.offered}</h2>
                <p class="hint">{text.mine.offered_hint}</p>
                <ul class="drafts" data-offered="">{rows}</ul>
            }
        })
    }
}

fn offer(one: Offered, found: RwSignal<Vec<Offered>>) -> View {
    let text = words();
    let key = one.old.id.to_string();
    let (to_take, to_decline) = (one.clone(), one);
    let take = move |_| {
        let one = to_take.clone();
        spawn_local(async move {
            if let Some(id) = forward::take(&one).await {
                crate::browser::place::go(&Route::Draft(id, Page::Tasks));
            }
        });
    };
    let decline = move |_| {
        let one = to_decline.clone();
        spawn_local(async move {
            forward::decline(&one).await;
            found.try_update(|found| found.retain(|known| *known != one));
        });
    };
    view! {
        <li data-offer=key.clone()>
            <span class="hint">{key}</span>
            <button type="button" data-do="offer-take" on:click=take>{text.mine.aside_open}</button>
            <button type="button" class="quiet" data-do="offer-decline" on:click=decline>{text.mine.decline}</button>
        </li>
    }
}

/// What was set aside: it is never removed by the program.
pub(super) fn asides() -> impl Fn() -> Option<View> {
    let text = words();
    let found = RwSignal::new(Vec::new());
    spawn_local(async move { _ = found.try_set(library::asides().await) });
    move || {
        let rows: Vec<View> = found.get().into_iter().map(aside).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h2>{text.mine.asides}</h2>
                <p class="hint">{text.mine.asides_hint}</p>
                <ul class="drafts" data-asides="">{rows}</ul>
            }
        })
    }
}

fn aside(one: Aside) -> View {
    let text = words();
    let title = if one.broken { text.mine.aside_broken } else { text.mine.aside_copy };
    let (to_save, to_open) = (one.clone(), one.clone());
    let save = move |_| {
        let one = to_save.clone();
        spawn_local(async move {
            if let Some(raw) = library::aside_text(&one).await {
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
pub(super) fn bin(here: Here) -> impl Fn() -> Option<View> {
    let text = words();
    move || {
        let rows: Vec<View> = here.bin.get().into_iter().map(|one| binned(one, here)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="bin" data-bin="">
                    <summary>{text.mine.bin}</summary>
                    <p class="hint">{text.mine.bin_hint}</p>
                    <ul class="drafts">{rows}</ul>
                </details>
            }
        })
    }
}

fn binned(one: Binned, here: Here) -> View {
    let text = words();
    let name = RwSignal::new(String::new());
    let read = one.key.clone();
    spawn_local(async move {
        if let Some(draft) = history::draft(&read).await {
            let shown = draft.unit.name.trim();
            let shown = if shown.is_empty() { draft.standard.unit.words.get(text.lang) } else { shown };
            name.try_set(shown.to_owned());
        }
    });
    let when = (text.mine.thrown)(&clock::local_minute(one.snapshot.at));
    let key = one.key.clone();
    let take_back = move |_| {
        let one = one.clone();
        spawn_local(async move {
            if let Some(id) = library::take_back(&one).await {
                crate::browser::place::go(&Route::Draft(id, Page::Tasks));
            }
            here.look();
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

/// Saves everything to files, checks them, and only then clears this computer.
pub(super) fn shared_computer(here: Here) -> impl Fn() -> Option<View> {
    let text = words();
    let clear = move |_| {
        let list = here.list.get_untracked();
        spawn_local(async move {
            let mut saved = 0;
            for one in &list {
                let held = fresh::held().into_iter().find(|draft| draft.id == one.id);
                let draft = match held {
                    Some(draft) => Some(draft),
                    None => library::read(&one.id).await,
                };
                // What is written is read again and compared before anything is removed.
                let written = match draft {
                    Some(draft) => saved_and_checked(text, &draft).await,
                    None => None,
                };
                if written.is_none() {
                    here.said.try_set(text.mine.clear_failed.to_owned());
                    return;
                }
                saved += 1;
                // Several downloads at once: some browsers keep only the last.
                crate::browser::clock::pause(400).await;
            }
            for one in &list {
                library::clear(&one.id).await;
                drop(fresh::take(&one.id));
            }
            library::empty_bin().await;
            here.said.try_set((text.mine.cleared)(saved));
            here.look();
        });
    };
    move || {
        (!here.list.get().is_empty()).then(|| view! {
            <h2>{text.mine.shared}</h2>
            <p class="hint">{text.mine.shared_hint}</p>
            <p class="actions"><button type="button" data-do="clear-all" on:click=clear>{text.mine.clear_all}</button></p>
        })
    }
}

/// Writes a draft with its photos, reads it again, compares, and only then saves it.
async fn saved_and_checked(text: &Text, draft: &Draft) -> Option<()> {
    let packed = photos::pack(canonical(draft), draft.photo_digests(), &draft.record).await;
    let (again, carried) = file::unpack(packed.text.as_bytes(), &Shelf::default()).ok()?;
    let same = matches!(again, Opened::Draft(again) if *again == *draft) && carried.photos.len() == packed.many;
    // Photos that are gone stay gone; those that only cannot be read now must not be cleared.
    if same && !packed.blocked { files::save(&draft_file(text, draft), &packed.text) } else { None }
}
