//! Attributes of the page's root, which say how far the program is.

/// Sets an attribute of the page's root.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = root() {
        // The names are our own and valid.
        let _ = root.set_attribute(name, value);
    }
}

/// Takes an attribute of the page's root away.
pub fn unmark(name: &str) {
    if let Some(root) = root() {
        let _ = root.remove_attribute(name);
    }
}

/// Whether the part of the program with this name is a file beside the page; the single file holds it instead.
pub fn has_file(name: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.get_element_by_id(name)).is_some_and(|element| element.has_attribute("href"))
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}
