//! Nothing with the focus lies under the bar (WCAG 2.4.11).

use web_sys::Element;

/// The bar that stays at the top while a page is scrolled.
const BAR: &str = ".draft-bar";

/// Scrolls an element out from under the bar.
pub(super) fn uncover(element: &Element) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let Some(bar) = document.query_selector(BAR).ok().flatten() else { return };
    if bar.contains(Some(element)) || document.active_element().as_ref() != Some(element) {
        return;
    }
    let (bar, at) = (bar.get_bounding_client_rect(), element.get_bounding_client_rect());
    let (top, bottom) = (at.top(), at.bottom());
    // What is higher than the window is not moved: it may be its lower part that is read.
    let fits =
        bottom - top < window.inner_height().ok().and_then(|high| high.as_f64()).unwrap_or_default() - bar.height();
    if bar.top() <= 0.0 && top < bar.bottom() && bottom > 0.0 && fits {
        window.scroll_by_with_x_and_y(0.0, top - bar.bottom() - 4.0);
    }
}
