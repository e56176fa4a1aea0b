//! A new release of the application that waits. static/start.js finds it and carries it out; the person
//! decides when. Events of the window tie the two together, so that neither knows more of the other.

use leptos::prelude::*;

/// What static/start.js says when a new release waits.
const WAITS: &str = "xingzhan-update";
/// What it is told when the person wants it: it changes the release and loads the page again.
const WANTED: &str = "xingzhan-update-wanted";

/// Sets the signal once a new release waits. Ends with its owner.
pub fn listen(waits: RwSignal<bool>) {
    let listener = window_event_listener_untyped(WAITS, move |_| waits.set(true));
    on_cleanup(move || listener.remove());
}

/// Takes the new release. The page is loaded again, so every draft must be saved before.
pub fn take() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(WANTED)) {
        // Nobody hears it when the page lies on the disk; there is nothing to take then.
        let _ = window.dispatch_event(&event);
    }
}
