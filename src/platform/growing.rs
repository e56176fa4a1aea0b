//! Fields for several lines become as high as what stands in them. They never shrink: nothing moves up while a person deletes.
//!
//! To ask for a height makes the browser lay out the page. So of what is drawn the fields grow together, in the frame in
//! which the page is laid out anyway; or before that, where something on the page is gone to.

use leptos::prelude::request_animation_frame;
use std::cell::RefCell;
use web_sys::HtmlTextAreaElement;

/// The most lines that a field grows to; what is longer scrolls in it.
const MOST_ROWS: u32 = 24;

thread_local! {
    /// The fields that are to grow.
    static GROWING: RefCell<Vec<HtmlTextAreaElement>> = const { RefCell::new(Vec::new()) };
}

/// Makes a field grow before it is seen.
pub fn later(field: HtmlTextAreaElement) {
    let is_first = GROWING.with_borrow_mut(|growing| {
        growing.push(field);
        growing.len() == 1
    });
    if is_first {
        // Without a window there is nothing that could be seen.
        let _ = request_animation_frame(now);
    }
}

/// Makes those grow now that are to.
pub fn now() {
    let fields = GROWING.take();
    loop {
        // All heights are asked for before any of them changes.
        let lacking: Vec<_> = fields.iter().filter_map(lacking_rows).collect();
        for (field, rows) in &lacking {
            field.set_rows(*rows);
        }
        if lacking.is_empty() {
            return;
        }
    }
}

/// A field in which not all can be seen, and how many rows it is to have; they may be too few, never too many.
fn lacking_rows(field: &HtmlTextAreaElement) -> Option<(&HtmlTextAreaElement, u32)> {
    let (height, rows) = (field.client_height(), field.rows());
    if height <= 0 || rows >= MOST_ROWS {
        return None;
    }
    let lacks = u32::try_from(field.scroll_height() - height).ok().filter(|lacks| *lacks > 0)?;
    // With the space around the text, so a row is less than this.
    let row = u32::try_from(height).ok()? / rows.max(1);
    Some((field, (rows + (lacks / row.max(1)).max(1)).min(MOST_ROWS)))
}
