//! The heading of a page: it takes the focus when the page changes, and names the window.

use super::dom::View;
use super::words;
use crate::browser::place;
use xingzhan_view::view;

/// A page's heading.
pub fn heading(title: &str) -> View {
    place::title(&format!("{title} · {}", words().frame.name));
    view! { <h1 tabindex="-1">{title.to_owned()}</h1> }
}
