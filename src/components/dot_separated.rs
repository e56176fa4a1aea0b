//! Words in one line that belong together: short parts with a point between them, and words with their points.

use crate::components::lazy::fresh::IntoFresh;
use leptos::prelude::*;

/// The parts that say something; `true` for those that are not broken: days, numbers.
pub fn dot_separated(parts: impl IntoIterator<Item = (bool, String)>) -> impl IntoView {
    let parts = parts.into_iter().filter(|(_, words)| !words.is_empty()).enumerate();
    let parts = parts.map(|(at, (whole, words))| {
        let between = (at > 0).then_some("\u{a0}· ");
        let words =
            if whole { view! { <span class="whole-part">{words}</span> }.into_fresh() } else { words.into_fresh() };
        view! { {between} {words} }
    });
    parts.collect::<Vec<_>>()
}

/// Words with their points behind them, which stay in a line with the last of the words.
pub fn with_points(words: &str, points: Option<String>) -> impl IntoView + use<> {
    let (begin, end) = words.split_at(last(words));
    let (begin, end) = (begin.to_owned(), end.to_owned());
    let points = points.map(|points| view! { " " <span class="points">{points}</span> });
    view! { {begin}<span class="whole-part">{end} {points}</span> }
}

/// Where the last word begins; in Chinese, where it is not told, the last three signs.
fn last(words: &str) -> usize {
    let word = || words.trim_end().rfind(' ').map(|space| space + 1);
    let characters = || words.char_indices().rev().nth(2).map(|(at, _)| at);
    if words.ends_with(|character: char| character.is_ascii()) { word() } else { characters() }.unwrap_or(0)
}
