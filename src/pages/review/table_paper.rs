//! The rows of a long table on paper: all of them, and only while the page is printed.

use crate::components::lazy::fresh::{FreshState, FreshView};
use crate::platform::rows_in_view::when_printed;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};

/// Draws them into this body, which is empty on the screen. At once: what waits for its turn, as all that follows a signal
/// does, Firefox does not print.
pub(super) fn draw_when_printed(body: NodeRef<html::Tbody>, rows: impl Fn() -> Vec<FreshView> + Copy + 'static) {
    let drawn: StoredValue<Vec<FreshState>, LocalStorage> = StoredValue::new_local(Vec::new());
    when_printed(move |begins| {
        for mut row in drawn.try_update_value(std::mem::take).unwrap_or_default() {
            row.unmount();
        }
        let Some(body) = body.try_get_untracked().flatten().filter(|_| begins) else { return };
        let mut states: Vec<FreshState> = untrack(rows).into_iter().map(Render::build).collect();
        for row in &mut states {
            row.mount(&body, None);
        }
        drawn.try_set_value(states);
    });
}
