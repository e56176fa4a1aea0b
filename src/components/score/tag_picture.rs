//! Pictures of what the tags of a scheme give: columns, lamps, or one bar that two tags share. Which one is drawn
//! follows from the standard: lamps where it says so; the bar where a tag stands alone in its scheme, against
//! the tag that decides between equals; columns for the rest. What they show is also said in words.

use crate::components::lazy::fresh::IntoFresh;
use crate::i18n::{Text, range};
use crate::model::scoring::score::Truth;
use crate::model::scoring::tags::{SchemeScore, TagScore};
use crate::model::standard::points::{Points, Range};
use crate::model::standard::{Scheme, Standard, Tag, Tie};
use leptos::prelude::*;

/// How wide a picture is, in its own units; on a telephone one of them is about a pixel.
const WIDE: usize = 320;
/// The height of a line of its letters, and the width of a Chinese one.
const LINE: usize = 15;
const SIGN: usize = 12;

/// A tag and what it gives.
type Told<'a> = (&'a Tag, &'a TagScore);

/// The picture of one scheme.
pub fn picture(
    text: &'static Text,
    standard: &Standard,
    scheme: &Scheme,
    all: &[SchemeScore],
) -> impl IntoView + use<> {
    let tags: Vec<Told<'_>> =
        all.iter().filter(|won| won.id == scheme.id).flat_map(|won| scheme.tags.iter().zip(&won.tags)).collect();
    if scheme.lamps {
        return lamps(text, scheme, &tags).into_fresh();
    }
    match (tags.as_slice(), decides(standard, all)) {
        ([alone], Some(other)) if alone.0.id != other.0.id => shared(text, scheme, &[*alone, other]).into_fresh(),
        _ => columns(text, scheme, &tags).into_fresh(),
    }
}

/// The tag that decides between equals.
fn decides<'a>(standard: &'a Standard, all: &'a [SchemeScore]) -> Option<Told<'a>> {
    let id = standard.ties.iter().find_map(|tie| match tie {
        Tie::Tag(id) => Some(id),
        _ => None,
    })?;
    let tag = standard.schemes.iter().flat_map(|scheme| &scheme.tags).find(|tag| tag.id == *id)?;
    let won = all.iter().flat_map(|scheme| &scheme.tags).find(|tag| tag.id == *id)?;
    Some((tag, won))
}

/// A drawing with its name and what it shows in words.
fn frame<V: IntoView>(scheme: &Scheme, high: usize, said: String, drawn: V) -> impl IntoView + use<V> {
    let (name, more) = (heading_id(scheme), format!("scheme-{}-said", scheme.id));
    view! {
        <svg class="picture" viewBox=format!("0 0 {WIDE} {high}") role="img" aria-labelledby=format!("{name} {more}")>
            <desc id=more.clone()>{said}</desc>
            {drawn}
        </svg>
    }
}

/// The id of the heading above the picture.
pub fn heading_id(scheme: &Scheme) -> String {
    format!("scheme-{}", scheme.id)
}

fn share(points: Points, of: Points, whole: usize) -> usize {
    let whole = u64::try_from(whole).unwrap_or_default();
    usize::try_from(Points::hundredths(whole).share(points.get(), of.get()).get()).unwrap_or_default()
}

/// A column for each tag, as full as its items are.
fn columns(text: &'static Text, scheme: &Scheme, tags: &[Told<'_>]) -> impl IntoView + use<> {
    const HIGH: usize = 96;
    const TOP: usize = 20;
    let step = WIDE / tags.len().max(1);
    let wide = (step * 3 / 5).min(72);
    let drawn = tags.iter().enumerate().map(|(at, (tag, won))| {
        let middle = step * at + step / 2;
        let x = (middle - wide / 2).to_string();
        let column = |class: &'static str, high: usize| view! {
            <rect class=class x=x.clone() y=(TOP + HIGH - high).to_string() width=wide.to_string() height=high.to_string() />
        };
        let name = tag.words.get(text.lang);
        view! {
            <g data-tag=tag.id.to_string()>
                {letters("picture-number", middle, TOP - 6, percent(won))}
                {column("bar-back", HIGH)}
                {column("bar-may", share(won.won.high, won.points, HIGH))}
                {column("bar-sure", share(won.won.low, won.points, HIGH))}
                {lines("", middle, TOP + HIGH + LINE, name, step)}
                {lines("picture-soft", middle, TOP + HIGH + LINE * (1 + broken(name, step).len()), &sum(won), step)}
            </g>
        }
    });
    let drawn = drawn.collect::<Vec<_>>();
    let sums = tags.iter().map(|(_, won)| broken(&sum(won), step).len()).max().unwrap_or(1);
    frame(scheme, TOP + HIGH + LINE * (sums + most_lines(text, tags, step)) + 8, said(text, tags), drawn)
}

/// A lamp for each tag, three in a row.
fn lamps(text: &'static Text, scheme: &Scheme, tags: &[Told<'_>]) -> impl IntoView + use<> {
    const ROW: usize = 3;
    let step = WIDE / ROW;
    let high = 40 + LINE * most_lines(text, tags, step);
    let drawn = tags.iter().enumerate().map(|(at, (tag, won))| {
        let (x, y) = (step * (at % ROW) + step / 2, high * (at / ROW) + 18);
        let (lit, _) = lamp(text, won);
        // Rays, so that colour is not all that tells a lamp that is lit.
        let rays = (won.lamp == Truth::Yes)
            .then(|| view! { <circle class="lamp-rays" cx=x.to_string() cy=y.to_string() r="15" /> });
        view! {
            <g class="lamp" data-lamp=tag.id.to_string() data-lit=lit>
                {rays}
                <circle cx=x.to_string() cy=y.to_string() r="10" />
                {lines("", x, y + 16 + LINE, tag.words.get(text.lang), step)}
            </g>
        }
    });
    let drawn = drawn.collect::<Vec<_>>();
    let said = tags.iter().map(|(tag, won)| format!("{} {}", tag.words.get(text.lang), lamp(text, won).1));
    frame(scheme, high * tags.len().div_ceil(ROW), said.collect::<Vec<_>>().join(text.comma()), drawn)
}

fn lamp(text: &Text, won: &TagScore) -> (&'static str, &'static str) {
    match won.lamp {
        Truth::Yes => ("yes", text.result.lamp_on),
        Truth::No => ("no", text.result.lamp_off),
        Truth::Open => ("open", text.result.lamp_open),
    }
}

/// One bar that two tags share by the points that are sure.
fn shared(text: &'static Text, scheme: &Scheme, tags: &[Told<'_>; 2]) -> impl IntoView + use<> {
    let [(left, one), (right, other)] = tags;
    // While one of them is open nobody knows how they share.
    let settled = one.won.settled().and_then(|one| Some((one, one + other.won.settled()?)));
    let settled = settled.filter(|(_, both)| *both != Points::ZERO);
    let wide = settled.map_or(0, |(one, both)| share(one, both, WIDE));
    let name = |tag: &Tag| tag.words.get(text.lang).to_owned();
    let drawn = view! {
        <text x="0" y="14">{name(left)}</text>
        <text class="picture-end" x=WIDE.to_string() y="14">{name(right)}</text>
        <rect class="bar-back" y="22" width=WIDE.to_string() height="24" />
        <rect class="picture-other" data-tag=left.id.to_string() y="22" width=wide.to_string() height="24" />
        <rect class="bar-sure" data-tag=right.id.to_string() x=(wide + 2).min(WIDE).to_string() y="22"
            width=settled.map_or(0, |_| (WIDE - wide).saturating_sub(2)).to_string() height="24" />
        <text x="0" y="62">{sum(one)}</text>
        <text class="picture-end" x=WIDE.to_string() y="62">{sum(other)}</text>
    };
    frame(scheme, 68, said(text, tags), drawn)
}

fn sum(won: &TagScore) -> String {
    format!("{} / {}", range(won.won), won.points)
}

fn percent(won: &TagScore) -> String {
    let Range { low, high } = won.won;
    let (low, high) = (share(low, won.points, 100), share(high, won.points, 100));
    if low == high { format!("{low}%") } else { format!("{low}–{high}%") }
}

fn said(text: &Text, tags: &[Told<'_>]) -> String {
    let each = tags.iter().map(|(tag, won)| format!("{} {} ({})", tag.words.get(text.lang), sum(won), percent(won)));
    each.collect::<Vec<_>>().join(text.comma())
}

fn letters(class: &'static str, x: usize, y: usize, words: String) -> impl IntoView {
    view! { <text class=class x=x.to_string() y=y.to_string() text-anchor="middle">{words}</text> }
}

fn lines(class: &'static str, x: usize, y: usize, words: &str, room: usize) -> Vec<impl IntoView + use<>> {
    broken(words, room).into_iter().enumerate().map(|(at, line)| letters(class, x, y + LINE * at, line)).collect()
}

fn most_lines(text: &Text, tags: &[Told<'_>], room: usize) -> usize {
    tags.iter().map(|(tag, _)| broken(tag.words.get(text.lang), room).len()).max().unwrap_or(1)
}

/// Breaks words into lines that fit, since drawings do not: between words, or at any Chinese sign.
fn broken(words: &str, room: usize) -> Vec<String> {
    let wide = |part: &str| {
        part.chars().map(|character| if character.is_ascii() { SIGN * 11 / 20 } else { SIGN }).sum::<usize>()
    };
    let mut lines = vec![String::new()];
    for part in words.split_inclusive(|character: char| character == ' ' || !character.is_ascii()) {
        if let Some(line) = lines.last_mut() {
            if wide(line) + wide(part.trim_end()) <= room || line.is_empty() {
                line.push_str(part);
            } else {
                lines.push(part.to_owned());
            }
        }
    }
    lines
}
