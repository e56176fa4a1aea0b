//! Back, Forward and a reload lead to where a person was on a page: how far it was scrolled, and what had the focus.
//! Both stand with the entry of the browser's history, which a link to another page does not have yet.

use crate::platform::{clock, growing, navigation, scheduler};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, ScrollRestoration};

/// How long a person has to rest before it is noted where: browsers take 200 notes in half a minute.
const REST: Duration = Duration::from_millis(250);

/// Where a person was on a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReturnPlace {
    /// How far the page was scrolled, in CSS pixels.
    top: i32,
    /// The way from the body to what had the focus: which child at each step; empty where nothing had it.
    way: Vec<u32>,
    /// Its element's name.
    tag: String,
}

thread_local! {
    static WAITS: Cell<bool> = const { Cell::new(false) };
    /// Whether the person has done anything on this page. Until then it may still be drawn, and what is noted stays.
    static USED: Cell<bool> = const { Cell::new(false) };
}

/// Notes from now on where a person is. For as long as the program runs.
pub fn watch() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    for input in ["keydown", "pointerdown", "wheel", "touchstart"] {
        let _ = window_event_listener_untyped(input, |_| USED.set(true));
    }
    let _ = window_event_listener(ev::hashchange, |_| {
        USED.set(false);
        // What waits belongs to the page before; it must not keep this one from being noted.
        WAITS.set(false);
    });
    let _ = window_event_listener(ev::scroll, |_| soon());
    let _ = window_event_listener(ev::focusin, |_| soon());
    let _ = window_event_listener_untyped("pagehide", |_| note(focused()));
    // Before anybody else hears of it: what is pressed may lead to another page at once, by mouse or by Enter. Not every
    // browser gives the focus to what is clicked.
    let pressed = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        // The program presses links of its own to save files; they are gone in a moment.
        if !event.is_trusted() {
            return;
        }
        // Helps for people who do not see the page press without a key or a pointer.
        USED.set(true);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(leads) = target.and_then(|target| target.closest("a, button").ok().flatten()) {
            note(Some(leads));
        }
    });
    let heard = pressed.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool("click", heard, true);
    pressed.forget();
}

fn soon() {
    if WAITS.replace(true) {
        return;
    }
    let here = window().location().hash().ok();
    clock::later(
        move || {
            WAITS.set(false);
            // Another page has an entry of its own.
            if window().location().hash().ok() == here {
                note(focused());
            }
        },
        REST,
    );
}

fn focused() -> Option<Element> {
    document().active_element().filter(|element| element.tag_name() != "BODY")
}

/// Notes how far the page is scrolled, and where this is on it.
fn note(focused: Option<Element>) {
    if !USED.get() {
        return;
    }
    let tag = focused.as_ref().map_or(String::new(), Element::tag_name);
    let way: Vec<String> = focused.map_or_else(Vec::new, way_to).iter().map(u32::to_string).collect();
    let written = format!("{} {} {tag}", whole(window().scroll_y().unwrap_or_default()), way.join("."));
    if let Ok(history) = window().history() {
        // A browser that takes no more notes for a while has an older one.
        let _ = history.replace_state_with_url(&JsValue::from_str(&written), "", None);
    }
}

fn way_to(mut element: Element) -> Vec<u32> {
    let mut way = Vec::new();
    while let Some(parent) = element.parent_element().filter(|_| element.tag_name() != "BODY") {
        let all = parent.children();
        way.push((0..all.length()).find(|at| all.item(*at).as_ref() == Some(&element)).unwrap_or_default());
        element = parent;
    }
    way.reverse();
    way
}

/// Where a person was on the page that the address names now; nothing on one that was just gone to.
pub fn spot() -> Option<ReturnPlace> {
    let written = window().history().ok()?.state().ok()?.as_string()?;
    let mut parts = written.split(' ');
    let top = parts.next()?.parse().ok()?;
    let way = parts.next()?.split('.').filter_map(|step| step.parse().ok()).collect();
    Some(ReturnPlace { top, way, tag: parts.next()?.to_owned() })
}

/// Goes back to there, once all of the page stands.
pub fn go(spot: ReturnPlace) {
    scheduler::finish();
    spawn_local(async move {
        tick().await;
        // Nobody who has begun to do something is moved away from it.
        if USED.get() {
            return;
        }
        growing::now();
        match spot.find() {
            Some(element) => {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.focus_with_options(&options);
            }
            None => navigation::to_heading(),
        }
        window().scroll_to_with_x_and_y(0.0, f64::from(spot.top));
    });
}

impl ReturnPlace {
    fn find(&self) -> Option<HtmlElement> {
        let mut element: Element = document().body()?.into();
        for step in &self.way {
            element = element.children().item(*step)?;
        }
        (!self.way.is_empty() && element.tag_name() == self.tag).then(|| element.dyn_into().ok())?
    }
}

#[expect(clippy::cast_possible_truncation, reason = "no page is so long")]
fn whole(number: f64) -> i32 {
    number as i32
}
