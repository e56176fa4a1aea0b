//! What others do to the page is taken back where it would part the program from what it has drawn: programs that
//! translate pages, and extensions that mark words, put a text into an element of their own or another in its place.
//! A text that is parted from its place would go on saying what is true no longer.

use std::cell::Cell;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Whoever does it again each time is let have it at last: two that undo one another would never end.
const TIMES: u32 = 300;

/// Watches what happens to the page from here on, for as long as it stands.
pub fn watch() {
    let Some(body) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body()) else {
        return;
    };
    let times = Cell::new(0);
    let seen = Closure::<dyn FnMut(js_sys::Array, MutationObserver)>::new(
        move |records: js_sys::Array, observer: MutationObserver| {
            if times.get() < TIMES && undo(&records) {
                times.set(times.get() + 1);
                // What was done here is no news.
                observer.take_records();
            }
        },
    );
    if let Ok(observer) = MutationObserver::new(seen.as_ref().unchecked_ref()) {
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_subtree(true);
        // Without it the page is as it was before there was this.
        let _ = observer.observe_with_options(&body, &all);
    }
    seen.forget();
}

/// Puts texts that were wrapped or replaced back into their places, the last first. Whether there were any.
fn undo(records: &js_sys::Array) -> bool {
    let records: VecDeque<MutationRecord> = records.iter().map(JsCast::unchecked_into).collect();
    let mut any = false;
    for record in records.iter().rev() {
        let (Some(parent), removed) = (record.target(), record.removed_nodes()) else { continue };
        let texts: Vec<Node> = (0..removed.length()).filter_map(|at| removed.get(at)).filter(is_text).collect();
        let added = record.added_nodes();
        // The program takes away and puts in by two acts.
        let elements: Vec<Node> = (0..added.length()).filter_map(|at| added.get(at)).collect();
        let replaced = !elements.is_empty() && elements.iter().all(|node| node.node_type() == Node::ELEMENT_NODE);
        for text in texts {
            let wrapper = if replaced { elements.first().cloned() } else { wrapper(&parent, &text) };
            if let Some(wrapper) = wrapper.filter(|wrapper| wrapper.parent_node().as_ref() == Some(&parent)) {
                any |= parent.insert_before(&text, Some(&wrapper)).is_ok();
                // What stands in it was put there with it, unless it holds more than words.
                let _ = (replaced || wrapper.text_content().is_none_or(|rest| rest.is_empty()))
                    .then(|| parent.remove_child(&wrapper));
            }
        }
        if replaced && any {
            for node in elements.iter().filter(|node| node.parent_node().as_ref() == Some(&parent)) {
                let _ = parent.remove_child(node);
            }
        }
    }
    any
}

fn is_text(node: &Node) -> bool {
    matches!(node.node_type(), Node::TEXT_NODE | Node::COMMENT_NODE)
}

/// What was put around a text that stood in `parent`: the program never moves one further in.
fn wrapper(parent: &Node, text: &Node) -> Option<Node> {
    let mut at = text.parent_node().filter(|at| at != parent)?;
    while let Some(above) = at.parent_node() {
        if above == *parent {
            return Some(at);
        }
        at = above;
    }
    None
}
