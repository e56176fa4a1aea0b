//! The address, the title, the focus, and the mark that says the application runs.

pub use crate::platform::page_marks::{has_file, mark, unmark};
use crate::platform::uncover::uncover;
use crate::platform::{growing, scheduler};
use crate::routes::Route;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;

/// The place that the address names.
pub fn current() -> Route {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
}

/// Goes to a place, as a click on its link would.
pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        // An address of ours is always accepted.
        let _ = window.location().set_hash(&route.href());
    }
}

/// Whether the page was opened from a disk: in some browsers what it keeps belongs to the name of its file.
pub fn is_from_disk() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).as_deref() == Some("file:")
}

/// Sets the window's title.
pub fn title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to the heading, where a page begins, and scrolls to the top.
pub fn to_heading() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window.document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Moves the focus into the element with this id and scrolls it into view; to the heading if there is none. Of a page
/// that is still being drawn all is drawn first: what comes later above it would move it away.
pub fn to_element(id: &str) {
    let go = |id: &str| {
        if !focus(id) {
            to_heading();
        }
    };
    if !scheduler::finish() {
        return go(id);
    }
    let id = id.to_owned();
    spawn_local(async move {
        tick().await;
        go(&id);
    });
}

/// Moves the focus from the field that has it into the next one of those that match on the page, and marks what stands
/// there, so that typing replaces it. Whether there is a next one.
pub fn to_next_field(selector: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let (Some(now), Ok(all)) = (document.active_element(), document.query_selector_all(selector)) else { return false };
    let mut fields = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<web_sys::HtmlInputElement>().ok());
    if !fields.any(|field| now.is_same_node(Some(&field))) {
        return false;
    }
    let Some(next) = fields.next() else { return false };
    bring(&next);
    next.select();
    true
}

/// Moves the focus to the first field of the page that fits this selector. Whether there is one.
pub fn to_field(selector: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let field = document.query_selector(selector).ok().flatten();
    let field = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| {
        bring(&field);
        field.select();
        true
    })
}

/// Moves the focus from what answers a question to the next question: into its field, or to what is chosen of several.
/// Whether there is a next one.
pub fn to_next_question() -> bool {
    const ANSWERS: &str = ".answer input, .answer textarea";
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let (Some(now), Ok(all)) = (document.active_element(), document.query_selector_all(ANSWERS)) else { return false };
    let Ok(now) = now.dyn_into::<web_sys::HtmlInputElement>() else { return false };
    let mut fields = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<web_sys::HtmlElement>().ok());
    if !fields.any(|field| now.is_same_node(Some(&field))) {
        return false;
    }
    let name = |field: &web_sys::HtmlElement| field.get_attribute("name").unwrap_or_default();
    // The other answers to the same question are reached with the arrows.
    let same = |field: &web_sys::HtmlElement| !name(&now).is_empty() && name(field) == name(&now);
    // Nor is what is folded away: it corrects what is asked elsewhere.
    let folded = |field: &web_sys::HtmlElement| matches!(field.closest("details:not([open])"), Ok(Some(_)));
    let Some(next) = fields.find(|field| !same(field) && !folded(field)) else { return false };
    let group = name(&next);
    let chosen =
        (!group.is_empty()).then(|| document.query_selector(&format!("[name='{group}']:checked")).ok().flatten());
    let chosen = chosen.flatten().and_then(|chosen| chosen.dyn_into::<web_sys::HtmlElement>().ok());
    bring(&chosen.unwrap_or(next));
    true
}

/// Moves the focus into an element and scrolls it into view, out from under the bar. What it is folded into is opened.
pub fn bring(element: &web_sys::HtmlElement) {
    while let Ok(Some(folded)) = element.closest("details:not([open])") {
        let _ = folded.set_attribute("open", "");
    }
    let _ = element.focus();
    // What grows above it later would move it away.
    growing::now();
    element.scroll_into_view();
    uncover(element);
}

/// Moves the focus to the element with this id, scrolled no further than it takes to see it.
pub fn to_row(id: &str) {
    if let Some(element) = of_id(id) {
        let _ = element.focus();
        growing::now();
        uncover(&element);
    }
}

/// The id of what has the focus within this element.
pub fn focused_within(element: &web_sys::Element) -> Option<String> {
    let focused = web_sys::window()?.document()?.active_element()?;
    element.contains(Some(&focused)).then(|| focused.id()).filter(|id| !id.is_empty())
}

/// Gives the focus back to the element with this id where it was lost, without scrolling: what is moved within the document
/// loses it.
pub fn keep_focus(id: &str) {
    let lost = || web_sys::window()?.document()?.active_element().map(|element| element.tag_name() == "BODY");
    if let Some(element) = of_id(id).filter(|_| lost() != Some(false)) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

fn of_id(id: &str) -> Option<web_sys::HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn focus(id: &str) -> bool {
    let element = of_id(id);
    if let Some(element) = &element {
        bring(element);
    }
    element.is_some()
}
