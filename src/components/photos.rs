//! The photos of an item: small, in their order, each with what it shows and what can be done with it.

pub mod add;
pub mod list;
pub mod size;
mod view;

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::photos::add::Adding;
use crate::components::photos::list::{PhotoList, ShownPhoto, shown};
use crate::components::photos::size::SizeBar;
use crate::components::{session, words};
use crate::model::photos::photo::{Photo, PhotoDigest};
use crate::model::record::answers::Answer;
use crate::model::standard::item::Item;
use crate::platform::clock;
use crate::platform::{camera_note, navigation};
use leptos::html::{Button, Input};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The part of an item for its photos.
#[component]
pub fn Photos(
    /// Whose photos.
    item: Item,
    /// What is said of the item.
    answer: Memo<Arc<Answer>>,
    /// The ways to add one.
    adding: Adding,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let strip = PhotoList { text, session, item: StoredValue::new(item.id.clone()), said: adding.said };
    let digests = Memo::new(move |_| {
        answer.with(|answer| answer.photos.iter().map(|photo| photo.digest.clone()).collect::<Vec<_>>())
    });
    let name = item.id.to_string();
    let any = Memo::new(move |_| digests.with(|digests| !digests.is_empty()));
    let off = !item.photos;
    let ways = {
        let name = name.clone();
        move || {
            if !adding.on.get() && !any.get() {
                let switch = move |_| adding.on.set(true);
                return view! {
                    <p class="photo-notice" data-photo-notice="">
                        <b>{strip.notice()}</b> " " {text.photos.off} " "
                        <button type="button" class="quiet" data-do="photos-on" on:click=switch>{text.photos.switch_on}</button>
                    </p>
                }
                .into_fresh();
            }
            // Where ledgers name people it stands out; elsewhere it stands quietly beside the buttons.
            let kept_apart =
                off.then(|| view! { <p class="photo-notice" data-photo-notice=""><b>{strip.notice()}</b></p> });
            let beside = (!off).then(|| view! { <span class="hint" data-photo-notice="">{strip.notice()}</span> });
            view! { {kept_apart} <WaysToAdd name=name.clone() adding notice=beside.into_fresh() /> }.into_fresh()
        }
    };
    // A photo keeps its row, with what has the focus in it, when photos come, go or change places.
    let list = move || {
        any.get().then(|| {
            view! {
                <ol class="photo-list">
                    <For each=move || digests.get() key=|digest| digest.as_str().to_owned() children=move |digest| view! { <PhotoRow strip digests digest /> } />
                </ol>
            }
        })
    };
    let failed = move || {
        let all = adding.failed.get();
        let rows = all.into_iter().map(|said| view! { <li class="error" data-photo-failed="">{said}</li> });
        let rows = rows.collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <div role="alert"><ul class="photo-failed">{rows}</ul></div> })
    };
    view! {
        <div class="photos" role="group" aria-label=text.photos.title data-photos=name data-off=off>
            {ways}
            {failed}
            {list}
            {redrawn(move || any.get().then(|| view! { <SizeBar /> }))}
            <p class="hint" role="status" data-photo-said="">{move || adding.said.get()}</p>
        </div>
    }
}

/// The ways to add photos, and what no photo may show.
#[component]
fn WaysToAdd(name: String, adding: Adding, notice: FreshView) -> impl IntoView {
    let text = words();
    let (pick, camera) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    // Opens the browser's own window for choosing files.
    let press = move |field: NodeRef<Input>| {
        adding.picks();
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    view! {
        <p class="actions">
            <button type="button" data-do="add-photo" on:click=move |_| press(pick)>{text.photos.add}</button>
            <button type="button" class="by-touch" data-do="take-photo" on:click=move |_| press(camera)>{text.photos.camera}</button>
            <input type="file" node_ref=pick hidden="" multiple="" accept="image/*,.heic,.heif" aria-label=text.photos.add
                data-photo-file=name on:cancel=move |_: web_sys::Event| camera_note::ended() on:change=move |event| adding.chosen(&event) />
            <input type="file" node_ref=camera hidden="" capture="environment" accept="image/*" aria-label=text.photos.camera
                on:cancel=move |_: web_sys::Event| camera_note::ended() on:change=move |event| adding.chosen(&event) />
            {notice}
        </p>
    }
}

/// A photo, small, as the way to it as large as the window; or why it cannot be shown.
#[component]
fn Thumbnail(strip: PhotoList, photo: Photo, named: Signal<String>) -> impl IntoView {
    let text = strip.text;
    let ShownPhoto { address, trouble } = shown(text, &photo);
    let owner = Owner::current();
    let view = std::sync::Arc::new(move |event: web_sys::MouseEvent| {
        event.prevent_default();
        if let Some(owner) = &owner {
            owner.with(|| view::open(strip, &photo.digest, false));
        }
    });
    move || {
        let (address, why) = (address.get(), trouble.get());
        let picture = address.clone();
        if !why.is_empty() {
            return Some(view! { <p class="notice" data-photo-trouble="">{why}</p> }.into_fresh());
        }
        let view = view.clone();
        (!address.is_empty()).then(|| view! {
            <a class="photo-open" href=address.clone() data-do="view-photo" title=text.photos.view on:click=move |event| view(event)>
                <img src=picture alt=move || named.get() loading="lazy" decoding="async" />
            </a>
        }.into_fresh())
    }
}

/// One photo; nothing where it went meanwhile.
#[component]
fn PhotoRow(strip: PhotoList, digests: Memo<Vec<PhotoDigest>>, digest: PhotoDigest) -> Option<impl IntoView> {
    let PhotoList { text, session, item, said } = strip;
    let (_, photo) = strip.find(&digest)?;
    // Its number among so many, both counted from 1.
    let number = {
        let digest = digest.clone();
        Memo::new(move |_| {
            digests.with(|all| (1 + all.iter().position(|one| *one == digest).unwrap_or_default(), all.len()))
        })
    };
    let caption = photo.caption.trim().to_owned();
    let named = Signal::derive(move || (text.photos.named)(number.get().0, &caption));
    let caption = {
        let digest = digest.clone();
        Signal::derive(move || {
            session.draft.with(|draft| {
                let of = |photos: &[Photo]| {
                    photos.iter().find(|photo| photo.digest == digest).map(|photo| photo.caption.clone())
                };
                item.with_value(|item| of(draft.photos_of(item)).unwrap_or_default())
            })
        })
    };
    let type_caption = {
        let digest = digest.clone();
        move |typed| {
            session.edit(|draft| item.with_value(|item| draft.caption_photo(item, &digest, typed)));
        }
    };
    let to = |earlier: bool| {
        let digest = digest.clone();
        let part = if earlier { "earlier" } else { "later" };
        let end = move |(number, many): (usize, usize)| if earlier { number == 1 } else { number == many };
        let (id, button) = (strip.id(part, &digest), NodeRef::<Button>::new());
        let words = if earlier { text.photos.earlier } else { text.photos.later };
        let step = move |_| {
            let place = number.get_untracked();
            if !end(place) {
                strip.edit(|draft, item| draft.move_photo(item, &digest, earlier));
                said.set((text.photos.moved)(if earlier { place.0 - 1 } else { place.0 + 1 }));
                // A row that changes its place loses the focus.
                let bring = move || {
                    button.try_get_untracked().flatten().into_iter().for_each(|button| navigation::bring(&button));
                };
                clock::later(bring, Duration::ZERO);
            }
        };
        let label = move || format!("{words}{}{}", text.colon(), named.get());
        view! {
            <button node_ref=button type="button" class="quiet" id=id aria-label=label aria-disabled=move || end(number.get()).then_some("true") data-do=part on:click=step>{words}</button>
        }
    };
    let (earlier, later) = (to(true), to(false));
    let remove = {
        let digest = digest.clone();
        move |_| {
            strip.edit(|draft, item| draft.remove_photo(item, &digest));
            said.set(text.photos.removed.to_owned());
            let id = item.with_value(|item| format!("item-{item}"));
            clock::later(move || navigation::to_element(&id), Duration::ZERO);
        }
    };
    let long = photo.is_long().then(|| {
        view! { <p class="photo-notice" data-photo-notice="">{text.photos.long_notice} " " <b>{strip.notice()}</b></p> }
    });
    let caption_id = strip.id("caption", &digest);
    let caption_room = strip.id("caption-room", &digest);
    let label = move || format!("{}{}{}", text.photos.remove, text.colon(), named.get());
    let (owner, shown_digest) = (Owner::current(), digest.as_str().to_owned());
    let cover = move |_| {
        if let Some(owner) = &owner {
            owner.with(|| view::open(strip, &digest, true));
        }
    };
    let cover_label = move || format!("{}{}{}", text.photos.cover, text.colon(), named.get());
    Some(view! {
        <li class="photo" data-photo=shown_digest>
            <Thumbnail strip photo named />
            {long}
            <div class="field">
                <label for=caption_id.clone()>{text.photos.caption}</label>
                <TextInput value=caption store=type_caption attr:id=caption_id />
                <TooLong id=caption_room most=Photo::LINE said=caption />
            </div>
            <p class="actions">
                {earlier} " " {later} " "
                <button type="button" class="quiet" aria-label=cover_label data-do="cover-photo" on:click=cover>{text.photos.cover}</button> " "
                <button type="button" class="quiet" aria-label=label data-do="remove-photo" on:click=remove>{text.photos.remove}</button>
            </p>
        </li>
    })
}
