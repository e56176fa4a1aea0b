//! A photo as large as the window, and the black boxes: what is drawn over it is burnt into its dots, and the photo
//! as it was goes from the draft.

use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::photos::list::{PhotoList, ShownPhoto, shown};
use crate::model::photos::photo::{Photo, PhotoDigest};
use crate::platform::clock;
use crate::platform::photo_take::{Cover, cover};
use crate::platform::{dialog, navigation, photos};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::tachys::view::{Mountable, Render};
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{KeyboardEvent, PointerEvent, SvgElement};

/// What the names of its boxes begin with.
const ID: &str = "photo-view";

/// The photo that is shown, and the boxes on it. Copies are handles to the same.
#[derive(Clone, Copy)]
struct Full {
    strip: PhotoList,
    dialog: NodeRef<Dialog>,
    covering: RwSignal<bool>,
    failed: RwSignal<bool>,
    drawn: StoredValue<Boxes, LocalStorage>,
    /// Counts up when a box changes.
    changes: RwSignal<u32>,
}

/// What is drawn over the photo.
struct Boxes {
    photo: Photo,
    all: Vec<Cover>,
    /// Where the pointer went down.
    from: Option<(i32, i32)>,
    /// The box that takes the focus once it is drawn, counted from 0.
    added: Option<usize>,
}

impl Full {
    fn change(self, change: impl FnOnce(&mut Boxes)) {
        self.drawn.update_value(change);
        self.changes.update(|times| *times = times.wrapping_add(1));
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.try_get_untracked().flatten() {
            dialog::close(&dialog);
        }
    }

    /// How many there are, as a signal that follows only that.
    fn many(self) -> Memo<usize> {
        Memo::new(move |_| {
            self.changes.track();
            self.drawn.with_value(|drawn| drawn.all.len())
        })
    }
}

/// Shows a photo above the page until it is closed or the page is left; with boxes to draw at once where it is opened for
/// covering.
pub(super) fn open(strip: PhotoList, digest: &PhotoDigest, covering: bool) {
    let Some((number, photo)) = strip.find(digest) else { return };
    let owner = Owner::new();
    let title = (strip.text.photos.named)(number, photo.caption.trim());
    let dialog = owner.with(|| {
        let boxes = Boxes { photo: photo.clone(), all: Vec::new(), from: None, added: None };
        let full = Full {
            strip,
            dialog: NodeRef::new(),
            covering: RwSignal::new(covering),
            failed: RwSignal::new(false),
            drawn: StoredValue::new_local(boxes),
            changes: RwSignal::new(0),
        };
        on_cleanup(move || full.close());
        // Above the page, in no part of it: mounted by hand, and kept for as long as it is open.
        let mut view = window(full, title, shown(strip.text, &photo)).into_view().build();
        if let Some(body) = document().body() {
            view.mount(&body, None);
        }
        StoredValue::new_local(view);
        full.dialog.get_untracked()
    });
    // It ends with what it was opened from, or when it is closed.
    let kept = StoredValue::new(Some(owner));
    if let Some(dialog) = dialog {
        let end = move || {
            if let Some(Some(owner)) = kept.try_update_value(Option::take) {
                owner.cleanup();
            }
        };
        // Not while its own listeners are running.
        let closed: JsValue = Closure::once_into_js(move || {
            clock::later(end, Duration::ZERO);
        });
        let _ = dialog.add_event_listener_with_callback("close", closed.unchecked_ref());
        dialog::open(&dialog);
    }
}

fn window(full: Full, title: String, address: ShownPhoto) -> impl IntoView {
    let Full { strip, covering, failed, .. } = full;
    let text = strip.text;
    let (width, height) = full.drawn.with_value(|drawn| (whole(drawn.photo.width), whole(drawn.photo.height)));
    // Which way one scrolls through it.
    let long =
        full.drawn.with_value(|drawn| drawn.photo.is_long()).then_some(if height > width { "down" } else { "across" });
    let alt = title.clone();
    // The room is there before the picture is, so that no button moves away from under a finger.
    let picture = move || {
        let address = address.address.get();
        (!address.is_empty()).then(|| view! { <img src=address alt=alt.clone() /> })
    };
    let boxes = move || covering.get().then(|| canvas(full, width, height));
    let many = full.many();
    let actions = move || {
        if strip.session.reads.get().is_some() {
            return None;
        }
        if !covering.get() {
            return Some(
                view! { <button type="button" data-do="cover" on:click=move |_| covering.set(true)>{text.photos.cover}</button> }
                    .into_fresh(),
            );
        }
        let add = move |_| {
            let middle = Cover { x: width * 2 / 5, y: height * 9 / 20, width: width / 5 + 1, height: height / 10 + 1 };
            full.change(|drawn| {
                drawn.added = Some(drawn.all.len());
                drawn.all.push(middle);
            });
        };
        let none = move || many.get() == 0;
        Some(view! {
            <button type="button" data-do="cover-add" on:click=add>{text.photos.cover_add}</button>
            <button type="button" data-do="cover-less" disabled=none on:click=move |_| full.change(|drawn| _ = drawn.all.pop())>{text.photos.cover_less}</button>
            <button type="button" class="primary" data-do="cover-apply" disabled=none on:click=move |_| full.apply()>{text.photos.cover_apply}</button>
        }
        .into_fresh())
    };
    view! {
        <dialog node_ref=full.dialog class="photo-view" aria-label=title tabindex="-1">
            <div class="photo-scroll" data-long=long tabindex=long.map(|_| "0")>
                <div class="photo-full">
                    <canvas width=width.to_string() height=height.to_string() aria-hidden="true"></canvas>
                    {picture} {boxes}
                </div>
            </div>
            <p class="hint" data-photo-notice=""><b>{strip.notice()}</b></p>
            {redrawn(move || covering.get().then(|| view! { <p class="hint">{text.photos.cover_hint}</p> }))}
            {redrawn(move || failed.get().then(|| view! { <p class="error" role="alert">{text.photos.cover_failed}</p> }))}
            <p class="actions">
                {actions}
                <button type="button" data-do="close-photo" on:click=move |_| full.close()>{text.photos.close}</button>
            </p>
        </dialog>
    }
}

/// Where boxes are drawn: as large as the photo, in its dots.
fn canvas(full: Full, w: i32, h: i32) -> impl IntoView {
    let (strip, svg) = (full.strip, NodeRef::<Svg>::new());
    let point = move |event: &PointerEvent| {
        let at = svg.get_untracked()?.get_bounding_client_rect();
        let (across, down) = (f64::from(w) / at.width(), f64::from(h) / at.height());
        let x = dots((f64::from(event.client_x()) - at.left()) * across).min(w).max(0);
        let y = dots((f64::from(event.client_y()) - at.top()) * down).min(h).max(0);
        Some((x, y))
    };
    let down = move |event: PointerEvent| {
        let Some((x, y)) = point(&event) else { return };
        event.prevent_default();
        full.change(|drawn| {
            drawn.from = Some((x, y));
            drawn.all.push(Cover { x, y, width: 0, height: 0 });
        });
        if let Some(element) = svg.get_untracked() {
            // Without it a box ends at the edge of the photo, and nothing worse.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    };
    let moved = move |event: PointerEvent| {
        let from = full.drawn.with_value(|drawn| drawn.from);
        if let (Some((x, y)), Some((to_x, to_y))) = (from, point(&event)) {
            let cover = Cover { x: x.min(to_x), y: y.min(to_y), width: (to_x - x).abs(), height: (to_y - y).abs() };
            full.change(|drawn| drawn.all.last_mut().into_iter().for_each(|last| *last = cover));
        }
    };
    let up = move |_| {
        full.change(|drawn| {
            // A click alone is no box.
            if drawn.from.take().is_some() {
                drawn.all.retain(|cover| cover.width >= 4 && cover.height >= 4);
            }
        });
    };
    let many = full.many();
    let rows = move || (0..many.get()).map(|at| cover_box(full, at, w, h)).collect::<Vec<_>>();
    view! {
        <svg node_ref=svg class="photo-boxes" viewBox=format!("0 0 {w} {h}") preserveAspectRatio="none"
            role="group" aria-label=strip.text.photos.cover on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=up>
            {rows}
        </svg>
    }
}

/// One box, which the keys move, widen and take away.
fn cover_box(full: Full, at: usize, w: i32, h: i32) -> impl IntoView {
    let side = move |of: fn(&Cover) -> i32| {
        move || {
            full.changes.track();
            full.drawn.with_value(|drawn| drawn.all.get(at).map_or(0, of)).to_string()
        }
    };
    let keys = move |event: KeyboardEvent| {
        let step = (w.max(h) / 100).max(1);
        let (x, y) = match event.key().as_str() {
            "ArrowLeft" => (-step, 0),
            "ArrowRight" => (step, 0),
            "ArrowUp" => (0, -step),
            "ArrowDown" => (0, step),
            "Delete" | "Backspace" => {
                event.prevent_default();
                full.change(|drawn| {
                    if at < drawn.all.len() {
                        drawn.all.remove(at);
                    }
                });
                return full.dialog.get_untracked().into_iter().for_each(|dialog| navigation::bring(&dialog));
            }
            _ => return,
        };
        event.prevent_default();
        let wider = event.shift_key();
        full.change(|drawn| {
            let Some(cover) = drawn.all.get_mut(at) else { return };
            if wider {
                cover.width = (cover.width + x).min(w - cover.x).max(1);
                cover.height = (cover.height + y).min(h - cover.y).max(1);
            } else {
                cover.x = (cover.x + x).min(w - cover.width).max(0);
                cover.y = (cover.y + y).min(h - cover.height).max(0);
            }
        });
    };
    let rect = NodeRef::new();
    rect.on_load(move |rect: SvgElement| {
        if full.drawn.try_update_value(|drawn| drawn.added.take_if(|added| *added == at)).flatten().is_some() {
            let _ = rect.focus();
        }
    });
    view! {
        <rect node_ref=rect id=format!("{ID}-{}", at + 1) class="photo-cover" role="img" tabindex="0" aria-label=(full.strip.text.photos.cover_box)(at + 1)
            x=side(|cover| cover.x) y=side(|cover| cover.y) width=side(|cover| cover.width) height=side(|cover| cover.height)
            on:keydown=keys />
    }
}

/// A length of a photo, which is never so long that it would not fit.
fn whole(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX / 16).min(i32::MAX / 16)
}

#[expect(clippy::cast_possible_truncation, reason = "it is cut off at both ends next")]
fn dots(length: f64) -> i32 {
    length as i32
}

impl Full {
    /// Burns the boxes into the dots: another photo takes the place of this one.
    fn apply(self) {
        let (photo, covers) = self.drawn.with_value(|drawn| (drawn.photo.clone(), drawn.all.clone()));
        let (strip, item) = (self.strip, self.strip.item.get_value());
        spawn_local(async move {
            let made = match photos::read(&photo.digest).await {
                Ok(bytes) => cover(&photo, &bytes, &covers).await,
                Err(_) => None,
            };
            let Some(made) = made else {
                self.failed.try_set(true);
                return;
            };
            photos::put(&made.photo.digest, &made.bytes).await;
            // The draft may have been closed meanwhile; that only the page was left changes nothing.
            if strip.session.draft.try_with_untracked(|_| ()).is_some() {
                strip.session.edit_as_one_step(|draft| draft.replace_photo(&item, &photo.digest, made.photo));
                strip.said.try_set(strip.text.photos.covered.to_owned());
            }
            self.close();
        });
    }
}
