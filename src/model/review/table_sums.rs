//! What all units of one kind come to together: how many have which stars and scores, where points are lost, what the
//! ways of grouping give.

use crate::model::review::unit_row::UnitRow;
use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::{ItemId, TagId};
use crate::model::standard::points::{Points, Range};
use crate::model::standard::{Scheme, Standard, Tag, Tie};

/// How many units have which stars.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StarCounts {
    /// Without a star, then for each line of the standard from the lowest: those of which it is settled.
    pub settled: Vec<usize>,
    /// Those that may still have one or another.
    pub open: usize,
}

/// An item at which units lose points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LostItem {
    /// The item.
    pub item: ItemId,
    /// What all units lose there together, in hundredths; what is open is not lost.
    pub lost: Points,
    /// How many units lose something there.
    pub units: usize,
}

/// What a tag's items give over all units.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TagSum {
    /// The tag.
    pub tag: TagId,
    /// What they give, as a range while something is open.
    pub won: Range,
    /// What they could give.
    pub points: Points,
    /// How many units have at least half of the points of every item.
    pub lit: usize,
}

/// How many units have which stars.
pub fn star_counts(standard: &Standard, rows: &[&UnitRow]) -> StarCounts {
    let mut counts = StarCounts { settled: vec![0; standard.lines.len() + 1], open: 0 };
    for row in rows {
        let (worst, best) = row.stars;
        match counts.settled.get_mut(usize::from(best)) {
            Some(count) if worst == best && row.shows_stars => *count += 1,
            _ => counts.open += 1,
        }
    }
    counts
}

/// How many units have a settled score in each tenth of the standard's points, from the lowest; the last holds all points
/// as well.
pub fn score_counts(standard: &Standard, rows: &[&UnitRow]) -> [usize; 10] {
    let mut counts = [0; 10];
    for points in rows.iter().filter_map(|row| row.total.settled()) {
        let tenth = (points.get() * 10).checked_div(standard.points.get()).unwrap_or(0).min(9);
        if let Some(count) = usize::try_from(tenth).ok().and_then(|tenth| counts.get_mut(tenth)) {
            *count += 1;
        }
    }
    counts
}

/// The items at which most is lost (扣分最多), at most so many, the one with the most first.
pub fn most_lost(standard: &Standard, rows: &[&UnitRow], most: usize) -> Vec<LostItem> {
    let mut found: Vec<LostItem> = Vec::new();
    for (at, item) in standard.scored().enumerate() {
        let lost = rows.iter().map(|row| item.points.less(row.item(at).high));
        let lost: Vec<Points> = lost.filter(|lost| *lost > Points::ZERO).collect();
        if !lost.is_empty() {
            found.push(LostItem { item: item.id.clone(), units: lost.len(), lost: lost.into_iter().sum() });
        }
    }
    // Equal ones stay in the standard's order.
    sort_by_key(&mut found, |item| std::cmp::Reverse(item.lost));
    found.truncate(most);
    found
}

/// What each tag of a way of grouping gives over all units.
pub fn tag_sums(standard: &Standard, rows: &[&UnitRow], scheme: &Scheme) -> Vec<TagSum> {
    let sum = |tag: &Tag| {
        let items = places(standard, tag);
        let each: Points = items.iter().map(|(_, points)| *points).sum();
        let enough =
            |row: &&&UnitRow| items.iter().all(|(at, points)| row.item(*at).low + row.item(*at).low >= *points);
        TagSum {
            tag: tag.id.clone(),
            won: rows.iter().map(|row| won(row, &items)).sum(),
            points: rows.iter().map(|_| each).sum(),
            lit: rows.iter().filter(enough).count(),
        }
    };
    scheme.tags.iter().map(sum).collect()
}

/// The two tags that are set against each other: one that stands alone in its way of grouping, such as boards, and the one
/// that decides between equals, such as use. Nothing where the standard has no such pair.
pub fn compared_tags(standard: &Standard) -> Option<(&Tag, &Tag)> {
    let decides = standard.ties.iter().find_map(|tie| match tie {
        Tie::Tag(id) => Some(id),
        Tie::Total | Tie::Section(_) | Tie::Bonus => None,
    })?;
    let other = standard.schemes.iter().flat_map(|scheme| &scheme.tags).find(|tag| tag.id == *decides)?;
    let alone = standard.schemes.iter().find_map(|scheme| match scheme.tags.as_slice() {
        [tag] if tag.id != *decides => Some(tag),
        _ => None,
    })?;
    Some((alone, other))
}

/// Into how many equal parts a hundred percent go where two tags are set against each other.
pub const SHARES: usize = 5;

/// How many units have how much of both, in fifths of all points: the first tag's from the least to the most, and within it
/// the second's. Units without a settled score are in none.
pub fn crossed(pairs: &[Option<(u8, u8)>]) -> [[usize; SHARES]; SHARES] {
    let mut grid = [[0; SHARES]; SHARES];
    let part = |percent: u8| (usize::from(percent) * SHARES / 100).min(SHARES - 1);
    for (one, other) in pairs.iter().flatten() {
        if let Some(many) = grid.get_mut(part(*one)).and_then(|row| row.get_mut(part(*other))) {
            *many += 1;
        }
    }
    grid
}

/// Whether much of the first tag's points is there, and little of the second's: at least four fifths, and less than three.
pub fn outweighs(pair: Option<(u8, u8)>) -> bool {
    pair.is_some_and(|(one, other)| one >= 80 && other < 60)
}

/// For each unit with a settled score, how much of one tag's points and how much of another's it has, in percent: such as
/// boards against use.
pub fn against(standard: &Standard, rows: &[&UnitRow], one: &TagId, other: &TagId) -> Vec<Option<(u8, u8)>> {
    let tags = || standard.schemes.iter().flat_map(|scheme| &scheme.tags);
    let find = |wanted: &TagId| tags().find(|tag| tag.id == *wanted).map(|tag| places(standard, tag));
    let (Some(one), Some(other)) = (find(one), find(other)) else { return rows.iter().map(|_| None).collect() };
    let share = |row: &UnitRow, items: &[(usize, Points)]| {
        let all: Points = items.iter().map(|(_, points)| *points).sum();
        let won = won(row, items).settled()?;
        u8::try_from((won.get() * 100).checked_div(all.get())?).ok()
    };
    rows.iter().map(|row| Some((share(row, &one)?, share(row, &other)?))).collect()
}

/// The places of a tag's items among the scored and the bonus items, each with its points.
fn places(standard: &Standard, tag: &Tag) -> Vec<(usize, Points)> {
    let items = standard.scored().chain(&standard.bonus.items).enumerate();
    items.filter(|(_, item)| tag.items.contains(&item.id)).map(|(at, item)| (at, item.points)).collect()
}

fn won(row: &UnitRow, items: &[(usize, Points)]) -> Range {
    items.iter().map(|(at, _)| row.item(*at)).sum()
}
