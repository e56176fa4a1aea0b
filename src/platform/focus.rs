//! Keeps the focus where a person works. A control that goes away by being pressed, or is switched off, hands the
//! focus on: to the same control where it was drawn anew, else to what stands next to it, else to what it stood in.
//! And nothing that has the focus lies under the bar that stays at the top (WCAG 2.2, 2.4.11).

use crate::platform::uncover::uncover;
use crate::platform::{clock, navigation};
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, Node};

/// What can take the focus by a key, or by a script.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, summary, [tabindex]";

/// An element that had the focus, or stands around it, and what stood beside it then.
struct FocusPlace {
    element: Element,
    next: Option<Element>,
    previous: Option<Element>,
}

thread_local! {
    /// What had the focus last, from the inside out.
    static LAST: RefCell<Vec<FocusPlace>> = const { RefCell::new(Vec::new()) };
    /// Whether what was done last was done with the keyboard.
    static BY_KEY: Cell<bool> = const { Cell::new(false) };
}

/// Begins. For as long as the program runs.
pub fn watch() {
    let _ = window_event_listener(ev::focusin, |event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        remember(&element);
        // What a finger or a mouse has hit was seen; and what lies under it must not move away before it is let go.
        if BY_KEY.get() {
            // The browser scrolls first.
            clock::later(move || uncover(&element), Duration::ZERO);
        }
    });
    let _ = window_event_listener(ev::keydown, |_| BY_KEY.set(true));
    let _ = window_event_listener(ev::pointerdown, |_| BY_KEY.set(false));
    // A person who clicks beside everything wants no focus: nothing is handed on later.
    let _ = window_event_listener(ev::focusout, |event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        clock::later(
            move || {
                if element.is_connected() && !is_off(&element) && has_nobody() {
                    LAST.take();
                }
            },
            Duration::ZERO,
        );
    });
    let changed = Closure::<dyn Fn()>::new(|| {
        if has_gone() {
            // What else is to come has come then, such as the focus on the heading of another page.
            clock::later(hand_on, Duration::ZERO);
        }
    });
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attributes(true);
    options.set_attribute_filter(&js_sys::Array::of2(&"disabled".into(), &"hidden".into()));
    // Every engine has it; without it the focus is where the browser leaves it.
    if let (Ok(observer), Some(body)) = (MutationObserver::new(changed.as_ref().unchecked_ref()), document().body()) {
        let _ = observer.observe_with_options(&body, &options);
    }
    changed.forget();
}

fn remember(element: &Element) {
    let mut chain = Vec::new();
    let mut at = Some(element.clone());
    while let Some(element) = at.filter(|element| element.tag_name() != "BODY") {
        at = element.parent_element();
        let (next, previous) = (element.next_element_sibling(), element.previous_element_sibling());
        chain.push(FocusPlace { element, next, previous });
    }
    LAST.set(chain);
}

/// Whether what had the focus cannot have it any more, and nothing else has it.
fn has_gone() -> bool {
    let gone = LAST
        .with_borrow(|chain| chain.first().is_some_and(|last| !last.element.is_connected() || is_off(&last.element)));
    gone && has_nobody()
}

fn has_nobody() -> bool {
    match document().active_element() {
        None => true,
        Some(active) => active.tag_name() == "BODY" || !active.is_connected() || is_off(&active),
    }
}

/// Whether it is switched off or hidden, be it with what it stands in.
fn is_off(element: &Element) -> bool {
    element.matches(":disabled, [hidden], [hidden] *").unwrap_or(false)
}

fn hand_on() {
    if !has_gone() {
        return;
    }
    let chain = LAST.take();
    let Some(last) = chain.first() else { return };
    // Drawn anew, as when the language changes.
    let page_stays = chain.iter().any(|place| place.element.tag_name() == "MAIN" && place.element.is_connected());
    let target = if page_stays { beside(&chain) } else { same_as(&last.element).or_else(|| beside(&chain)) };
    match target {
        Some(element) => _ = element.focus(),
        None => navigation::to_heading(),
    }
}

/// The control that is the same as one that is gone; nothing where there are several or none.
fn same_as(gone: &Element) -> Option<HtmlElement> {
    let id = gone.id();
    if !id.is_empty()
        && let Some(same) = document().get_element_by_id(&id)
    {
        return able(&same);
    }
    let names = gone.get_attribute_names();
    let marks: Vec<(String, Option<String>)> = names
        .iter()
        .filter_map(|name| name.as_string())
        .filter(|name| name.starts_with("data-") || name == "name" || name == "href")
        .map(|name| (name.clone(), gone.get_attribute(&name)))
        .collect();
    let all = document().get_elements_by_tag_name(&gone.tag_name());
    let mut same = (0..all.length())
        .filter_map(|at| all.item(at))
        .filter(|one| marks.iter().all(|(name, value)| one.get_attribute(name) == *value));
    let first = same.next().filter(|_| !marks.is_empty())?;
    same.next().is_none().then(|| able(&first))?
}

/// What stands next to what is gone: what came after it, what came before, what else is in what both stood in. What went
/// away on a page leads to nothing outside of that page: of one of which nothing is left, to its heading.
fn beside(chain: &[FocusPlace]) -> Option<HtmlElement> {
    let around = chain.iter().position(|place| place.element.is_connected() && !is_off(&place.element))?;
    let gone = around.checked_sub(1).and_then(|inside| chain.get(inside));
    let places = chain.get(around..)?;
    let page = places.iter().position(|place| place.element.tag_name() == "MAIN");
    // The page's own part begins with its heading; the bar above it is of all pages and hands on only to itself.
    let heading = page.and_then(|_| document().query_selector("main h1").ok().flatten());
    let heading = heading.filter(|heading| places.first().is_some_and(|place| !is_above(&place.element, heading)));
    let fits = |element: &Element| heading.as_ref().is_none_or(|heading| !is_above(element, heading));
    let near = gone.and_then(|gone| {
        [&gone.next, &gone.previous].into_iter().flatten().find_map(|element| first_in(element, &fits))
    });
    near.or_else(|| {
        let within = page.map_or(places, |page| places.get(..=page).unwrap_or(places));
        within.iter().find_map(|place| first_in(&place.element, &fits))
    })
}

/// Whether all of an element stands before another one.
fn is_above(element: &Element, other: &Element) -> bool {
    let place = other.compare_document_position(element);
    place & Node::DOCUMENT_POSITION_PRECEDING != 0 && place & Node::DOCUMENT_POSITION_CONTAINS == 0
}

/// The first that fits and can take the focus in an element, or the element itself.
fn first_in(element: &Element, fits: &dyn Fn(&Element) -> bool) -> Option<HtmlElement> {
    if let Some(element) = able(element).filter(|_| fits(element)) {
        return Some(element);
    }
    let all = element.query_selector_all(FOCUSABLE).ok()?;
    let mut found = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
    found.find_map(|element| able(&element).filter(|_| fits(&element)))
}

/// An element that can take the focus: it is there, seen and not switched off.
fn able(element: &Element) -> Option<HtmlElement> {
    let can = element.is_connected()
        && element.matches(FOCUSABLE).unwrap_or(false)
        && !is_off(element)
        && element.get_client_rects().length() > 0;
    can.then(|| element.clone().dyn_into().ok())?
}
