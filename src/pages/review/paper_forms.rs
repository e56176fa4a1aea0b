//! The photo of a paper form beside the row that is typed from it: as large as there is room, larger, turned. It stays in
//! this browser.

use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{Text, grid_words, refused};
use crate::model::review::ids::{ReviewId, UnitId};
use crate::pages::review::context::units;
use crate::pages::review::entry_grid::Grid;
use crate::persistence::backend::Failure;
use crate::platform::photo_take::take;
use crate::platform::review::forms;
use crate::platform::review::forms::FormMoment;
use crate::platform::{clock, dragging};
use gloo_file::ObjectUrl;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use web_sys::File;

/// The most that a form is enlarged, in steps.
const LARGEST: u8 = 4;

/// A photo as it stands on the page.
#[derive(Clone)]
struct FormPhoto {
    at: FormMoment,
    bytes: Rc<Vec<u8>>,
    address: Rc<ObjectUrl>,
}

impl FormPhoto {
    fn of(at: FormMoment, bytes: Vec<u8>) -> Option<Self> {
        Some(Self { at, address: Rc::new(forms::address(&bytes)?), bytes: Rc::new(bytes) })
    }
}

/// The photos of one unit's form. Copies are handles to the same.
#[derive(Clone, Copy)]
struct UnitForm {
    text: &'static Text,
    review: ReviewId,
    unit: UnitId,
    any: RwSignal<bool>,
    photos: RwSignal<Vec<FormPhoto>, LocalStorage>,
    said: RwSignal<Vec<String>>,
}

impl UnitForm {
    /// Adds pictures, one after the other.
    fn add(self, files: Vec<File>) {
        let text = self.text;
        self.said.set(Vec::new());
        spawn_local(async move {
            for file in files {
                match take(&file).await {
                    Ok(made) => self.keep(self.next_moment(), made.bytes).await,
                    Err(why) => _ = self.said.try_update(|said| said.push(refused(text, &file.name(), why))),
                }
            }
        });
    }

    /// Now, or a little later where a photo was put there just now.
    fn next_moment(self) -> FormMoment {
        let last = self.photos.try_with_untracked(|all| all.iter().map(|known| known.at + 1).max()).flatten();
        clock::milliseconds().max(last.unwrap_or_default())
    }

    /// Shows a photo, new or turned, and stores it.
    async fn keep(self, at: FormMoment, bytes: Vec<u8>) {
        let words = grid_words(self.text.lang);
        let Some(photo) = FormPhoto::of(at, bytes.clone()) else { return };
        self.any.try_set(true);
        self.photos.try_update(|all| match all.iter_mut().find(|known| known.at == at) {
            Some(known) => *known = photo,
            None => all.push(photo),
        });
        let told = match forms::put(self.review, self.unit, at, Some(bytes)).await {
            Ok(()) => return,
            Err(Failure::Full) => words.form_unsaved_full,
            Err(Failure::Blocked | Failure::NoAnswer | Failure::Newer | Failure::Cleared | Failure::Other) => {
                words.form_unsaved
            }
        };
        self.said.try_set(vec![told.to_owned()]);
    }

    fn turn(self, photo: FormPhoto) {
        spawn_local(async move {
            if let Some(bytes) = forms::turned(&photo.bytes).await {
                self.keep(photo.at, bytes).await;
            }
        });
    }

    fn remove(self, at: FormMoment) {
        self.photos.update(|all| all.retain(|known| known.at != at));
        // What could not be stored is not there either.
        spawn_local(async move { _ = forms::put(self.review, self.unit, at, None).await });
    }
}

/// The grid, and beside it the form of the unit whose row has the focus; of the first one before any has.
#[component]
pub(super) fn BesideForm(grid: Grid, children: Children) -> impl IntoView {
    let review = grid.session.id;
    let unit = Memo::new(move |_| {
        let at = grid.at.with(|at| at.as_ref().map(|(unit, _)| *unit));
        at.or_else(|| grid.units.with(|units| units.first().copied()))
    });
    // There is room for a form as soon as there is any: the grid is not to jump from row to row.
    let any = RwSignal::new(false);
    spawn_local(async move {
        any.try_set(forms::are_any(review).await.unwrap_or(false));
    });
    // How large is kept from row to row.
    let size = RwSignal::new(1_u8);
    let form = move || Some(view! { <PaperForm review unit=unit.get()? any size /> });
    view! { <div class="beside-form" class:with-form=move || any.get()>{redrawn(form)} <div class="grid-side">{children()}</div></div> }
}

#[component]
fn PaperForm(review: ReviewId, unit: UnitId, any: RwSignal<bool>, size: RwSignal<u8>) -> impl IntoView {
    let (text, all) = (words(), units());
    let words = grid_words(text.lang);
    let form =
        UnitForm { text, review, unit, any, photos: RwSignal::new_local(Vec::new()), said: RwSignal::new(Vec::new()) };
    spawn_local(async move {
        let found = forms::of(review, unit).await.unwrap_or_default();
        let found: Vec<FormPhoto> = found.into_iter().filter_map(|(at, bytes)| FormPhoto::of(at, bytes)).collect();
        form.photos.try_update(|all| all.splice(0..0, found).for_each(drop));
    });
    let pick = NodeRef::<Input>::new();
    let press = move |_| {
        if let Some(field) = pick.get_untracked() {
            field.click();
        }
    };
    let chosen = move |event: web_sys::Event| {
        let field: web_sys::HtmlInputElement = event_target(&event);
        let files = field.files();
        form.add(
            (0..files.as_ref().map_or(0, web_sys::FileList::length)).filter_map(|at| files.as_ref()?.get(at)).collect(),
        );
        field.set_value("");
    };
    // A picture pasted anywhere in the grid is the form of the row with the focus; text is left to its cell.
    let paste = window_event_listener(leptos::ev::paste, move |event| {
        let files = dragging::pasted(&event);
        if !event.default_prevented() && !files.is_empty() {
            event.prevent_default();
            form.add(files);
        }
    });
    on_cleanup(move || paste.remove());
    let drop = move |event: web_sys::DragEvent| {
        if dragging::brings_files(&event) {
            event.prevent_default();
            form.add(dragging::files(&event));
        }
    };
    let over = |event: web_sys::DragEvent| {
        if dragging::brings_files(&event) {
            event.prevent_default();
        }
    };
    let name = move || all.with(|all| all.unit(unit).map_or(String::new(), |unit| unit.line.name.clone()));
    let grow = move |larger: bool| {
        size.update(|size| *size = if larger { (*size + 1).min(LARGEST) } else { size.saturating_sub(1).max(1) });
    };
    let photos = move || {
        let one = |(number, photo): (usize, FormPhoto)| {
            let (at, turned) = (photo.at, photo.clone());
            view! {
                <li>
                    <img src=photo.address.to_string() alt=(words.form_photo)(number, &name()) />
                    <p class="actions">
                        <button type="button" class="quiet" data-do="turn-form" on:click=move |_| form.turn(turned.clone())>{(words.form_turn)(number)}</button>
                        <button type="button" class="quiet" data-do="remove-form" on:click=move |_| form.remove(at)>{(words.form_remove)(number)}</button>
                    </p>
                </li>
            }
        };
        let all = (1..).zip(form.photos.get()).map(one).collect::<Vec<_>>();
        (!all.is_empty()).then(|| {
            view! {
                <p class="actions">
                    <button type="button" data-do="form-larger" on:click=move |_| grow(true)>{words.form_larger}</button>
                    <button type="button" data-do="form-smaller" on:click=move |_| grow(false)>{words.form_smaller}</button>
                </p>
                <div class="form-scroll" tabindex="0" role="region" aria-label=move || (words.form_of)(&name()) data-size=move || size.get().to_string()>
                    <ol>{all}</ol>
                </div>
            }
        })
    };
    view! {
        <section class="paper-form" data-paper-form=unit.to_string() on:dragover=over on:drop=drop>
            <h2>{redrawn(move || (words.form_of)(&name()))}</h2>
            <p class="actions">
                <button type="button" data-do="add-form" on:click=press>{words.form_add}</button>
                <input type="file" node_ref=pick hidden="" multiple="" accept="image/*,.heic,.heif" aria-label=words.form_add data-form-file="" on:change=chosen />
            </p>
            {redrawn(photos)}
            <p class="hint">{words.form_hint}</p>
            {redrawn(move || form.said.get().into_iter().map(|said| view! { <p class="error" role="alert" data-form-said="">{said}</p> }.into_fresh()).collect::<Vec<_>>())}
        </section>
    }
}
