//! Which rows of a long table a person sees, so that only those stand in the document.

use leptos::ev;
use leptos::prelude::*;
use web_sys::Element;

/// Where a person is in a table whose rows are all equally high.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct RowsInView {
    /// The first row in view, counted from 0.
    pub first: usize,
    /// How many have room in the window.
    pub many: usize,
    /// How high each is, in pixels; 0 while that is not known.
    pub tall: f64,
}

/// Where a person is in the rows of this body; `row` fits each of them. Nothing where none is there.
pub fn look(body: &Element, row: &str) -> Option<RowsInView> {
    let tall = body.query_selector(row).ok()??.get_bounding_client_rect().height();
    if tall < 1.0 {
        return None;
    }
    let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let above = (-body.get_bounding_client_rect().top()).max(0.0);
    Some(RowsInView { first: floor(above / tall), many: floor(window / tall) + 1, tall })
}

/// How high so many rows are, in whole pixels: what writes broken numbers would be 10 KB of the module.
pub fn height(rows: usize, tall: f64) -> String {
    floor(f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) * tall).to_string()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "far below 2^32 and not negative")]
fn floor(number: f64) -> usize {
    number as usize
}

/// Calls whenever other rows may be in view. Ends with its owner.
pub fn when_they_change(run: impl Fn() + Clone + 'static) {
    let again = run.clone();
    let scrolled = window_event_listener(ev::scroll, move |_| run());
    let resized = window_event_listener(ev::resize, move |_| again());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
}

/// Calls before the page is printed, with true, and after. Ends with its owner.
pub fn when_printed(run: impl Fn(bool) + Clone + 'static) {
    let after = run.clone();
    let before = window_event_listener_untyped("beforeprint", move |_| run(true));
    let after = window_event_listener_untyped("afterprint", move |_| after(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
