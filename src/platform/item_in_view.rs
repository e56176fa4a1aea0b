//! Which item of a form a person is at: the one that has the focus as long as it is in view, else the first in view.

use crate::model::standard::ids::ItemId;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The item that a person is at, followed from here on; none on a page without items. Ends with its owner.
pub fn follow() -> ReadSignal<Option<ItemId>> {
    let (item, set) = signal(None);
    let look = move || {
        let now = now();
        if item.with_untracked(|item| *item != now) {
            set.set(now);
        }
    };
    let scrolled = window_event_listener(ev::scroll, move |_| look());
    // What has the focus outside of all items says nothing of where a person is: pressing a link in the bar does not
    // change where it leads.
    let focused = window_event_listener(ev::focusin, move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if element.is_some_and(|element| element.closest("[data-item]").ok().flatten().is_some()) {
            look();
        }
    });
    on_cleanup(move || {
        scrolled.remove();
        focused.remove();
    });
    item
}

fn now() -> Option<ItemId> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let document = window.document()?;
    let bar = document.query_selector(".draft-bar").ok().flatten();
    let top = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom().max(0.0));
    let in_view = |element: &Element| {
        let at = element.get_bounding_client_rect();
        at.bottom() > top && at.top() < height
    };
    let focused = document.active_element().and_then(|element| element.closest("[data-item]").ok().flatten());
    let item = focused.filter(in_view).or_else(|| {
        let items = document.query_selector_all("[data-item]").ok()?;
        let items = (0..items.length()).filter_map(|at| items.item(at)?.dyn_into::<Element>().ok());
        items.into_iter().find(in_view)
    })?;
    ItemId::try_from(item.get_attribute("data-item")?).ok()
}
