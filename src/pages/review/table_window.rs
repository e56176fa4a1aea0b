//! The part of a long table that stands in the document: the rows in view and some around them. What is above and below is
//! room.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::platform::rows_in_view::{RowsInView, height, look, when_they_change};
use crate::platform::{clock, navigation};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::ops::Range;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How many rows stand above and below those in view, and by how many at a time they change.
const SPARE: usize = 8;
/// How many stand there before it is known how many have room.
const AT_FIRST: usize = 24;

/// What fits a row that is there.
const ROW: &str = "tr[aria-rowindex]";

/// Which rows stand in the document. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct TableWindow {
    view: RwSignal<RowsInView>,
    /// What holds the rows.
    pub(super) body: NodeRef<html::Tbody>,
}

impl TableWindow {
    /// Follows what is in view of so many. Ends with its owner.
    pub(super) fn follow(many: Memo<usize>) -> Self {
        let at_first = RowsInView { many: AT_FIRST, ..RowsInView::default() };
        let window = Self { view: RwSignal::new(at_first), body: NodeRef::new() };
        // How high a row is can be measured once there is one.
        Effect::new(move |_| {
            many.track();
            clock::later(move || window.look(), Duration::ZERO);
        });
        when_they_change(move || window.look());
        window
    }

    fn look(self) {
        let Some(body) = self.body.try_get_untracked().flatten() else { return };
        let Some(now) = look(&body, ROW) else { return };
        if self.view.try_with_untracked(|known| *known != now) != Some(true) {
            return;
        }
        let focused = navigation::focused_within(&body);
        self.view.try_set(now);
        // Rows that others come before or after may be moved.
        if let Some(focused) = focused {
            spawn_local(async move {
                tick().await;
                navigation::keep_focus(&focused);
            });
        }
    }

    /// The places of those that stand in the document, of so many.
    pub(super) fn rows(self, of: usize) -> Range<usize> {
        let RowsInView { first, many, .. } = self.view.get();
        // What is left of a longer table may end above what was in view of it.
        let first = first.min(of.saturating_sub(many)).saturating_sub(SPARE) / SPARE * SPARE;
        first..(first + many + 3 * SPARE).min(of)
    }

    /// Room for so many rows, which are not in the document.
    pub(super) fn room(self, rows: impl Fn() -> usize + Send + Sync + 'static) -> FreshView {
        let rows = Memo::new(move |_| rows());
        let high = move || height(rows.get(), self.view.with(|view| view.tall));
        view! {
            <tr class="room" aria-hidden="true" hidden=move || rows.get() == 0>
                <td><svg width="1" height=high></svg></td>
            </tr>
        }
        .into_fresh()
    }

    /// Moves from row to row by keys; `id` gives the id of what takes the focus in one.
    pub(super) fn keys(self, event: &KeyboardEvent, of: usize, id: impl Fn(usize) -> Option<String>) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let row = target.and_then(|target| target.closest(ROW).ok().flatten());
        let index = row.and_then(|row| row.get_attribute("aria-rowindex")?.parse::<usize>().ok());
        // The heads are the first row.
        let at = index.and_then(|index| index.checked_sub(2));
        let RowsInView { first, many, .. } = self.view.get_untracked();
        let page = many.saturating_sub(3).max(1);
        let to = match (event.key().as_str(), at) {
            ("ArrowDown", Some(at)) => at + 1,
            ("ArrowUp", Some(at)) => at.saturating_sub(1),
            ("PageDown", Some(at)) => at + page,
            ("PageUp", Some(at)) => at.saturating_sub(page),
            ("Home", _) => 0,
            ("End", _) => of,
            ("ArrowDown", None) => first,
            _ => return,
        };
        let to = to.min(of.saturating_sub(1));
        let Some(id) = id(to) else { return };
        event.prevent_default();
        if !self.rows(of).contains(&to) {
            self.view.update(|view| view.first = to.saturating_sub(many / 2));
        }
        spawn_local(async move {
            tick().await;
            navigation::to_row(&id);
        });
    }
}
