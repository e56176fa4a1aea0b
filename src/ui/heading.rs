//! The heading of a page: it takes the focus when the page changes, and names the window.

use super::dom::View;
use super::language;
use crate::browser::place;
use crate::text::frame;
use xingzhan_view::view;

/// A page's heading.
pub fn heading(title: &str) -> View {
    place::title(&format!("{title} · {}", frame(language()).name));
    view! { <h1 tabindex="-1">{title.to_owned()}</h1> }
}
