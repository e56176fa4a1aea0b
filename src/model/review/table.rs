//! The table of all units of one kind: who sent what and when, and what it comes to. Kinds never stand in one table.

use crate::model::date::CivilDate;
use crate::model::record::typed::searched;
use crate::model::review::assessment::Assessment;
use crate::model::review::ids::UnitId;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::unit_row::UnitRow;
use crate::model::sorting::sort_by;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::{Assessor, Standard};
use std::cmp::Ordering;
use std::sync::Arc;

/// A unit on the roster, and what is here of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableLine {
    /// The unit.
    pub unit: UnitId,
    /// Its line on the roster.
    pub roster: Arc<RosterLine>,
    /// Whether another unit of its township has its name.
    pub shares_name: bool,
    /// How it stands with sending.
    pub state: SendState,
    /// The day of receipt of what counts.
    pub received: Option<CivilDate>,
    /// What it says of itself.
    pub row: Option<Arc<UnitRow>>,
    /// What the township or the county gives, where it has judged.
    pub assessed: Option<ColumnScore>,
}

/// Whose score stands beside the units' own: the first who gives one after the unit itself.
pub fn assessor(standard: &Standard) -> Option<&Assessor> {
    standard.assessors.get(1)
}

/// A score in an assessor's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnScore {
    /// All sections, without the bonus.
    pub total: Range,
    /// Each scored item, in the standard's order.
    pub items: Vec<Range>,
    /// Whether something was judged of what the unit does not say any more (须复核).
    pub recheck: bool,
}

impl TableLine {
    /// Whether something was judged of what the unit does not say any more.
    pub fn needs_recheck(&self) -> bool {
        self.assessed.as_ref().is_some_and(|assessed| assessed.recheck)
    }
}

impl ColumnScore {
    /// What an assessor gives.
    pub fn of(assessed: &Assessment, standard: &Standard) -> Self {
        let items = standard.scored().zip(&assessed.given.items).map(|(_, score)| score.range);
        Self { total: assessed.given.total, items: items.collect(), recheck: assessed.needs_recheck() }
    }
}

/// How a unit stands with sending.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SendState {
    /// Nothing is here.
    Missing,
    /// Two files claim to count, or another hand changed one.
    ToDecide,
    /// It came after the deadline.
    Late,
    /// It came in time.
    Sent,
    /// The township typed it (代录).
    Entered,
    /// It is known that it sends nothing this year.
    NotSent,
}

impl SendState {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Missing, Self::ToDecide, Self::Late, Self::Sent, Self::Entered, Self::NotSent];

    /// Of what came on this day.
    pub fn of_receipt(received: CivilDate, deadline: Option<CivilDate>) -> Self {
        if deadline.is_some_and(|deadline| received > deadline) { Self::Late } else { Self::Sent }
    }

    /// Whether something of the unit is here.
    pub fn is_here(self) -> bool {
        match self {
            Self::Late | Self::Sent | Self::Entered | Self::ToDecide => true,
            Self::Missing | Self::NotSent => false,
        }
    }
}

/// Which lines are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableFilter {
    /// Of this township alone.
    pub township: Option<String>,
    /// In this state alone.
    pub state: Option<SendState>,
    /// In whose name, township, village, code or head this stands; spaces part words that all have to.
    pub search: String,
}

impl TableFilter {
    /// The same where it asks for one of these townships; else of all: its township may have been called otherwise since,
    /// or be one of another kind.
    #[must_use]
    pub fn among(&self, townships: &[String]) -> Self {
        let township = self.township.clone().filter(|township| townships.contains(township));
        Self { township, ..self.clone() }
    }

    /// Whether a word is searched for.
    pub fn searches(&self) -> bool {
        !searched(&self.search).is_empty()
    }
}

/// In which order they stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SortBy {
    /// As on the roster.
    #[default]
    Roster,
    /// By name.
    Name,
    /// By township, and within it as on the roster.
    Township,
    /// By state.
    State,
    /// By the day of receipt.
    Received,
    /// By the total.
    Total,
    /// By the bonus.
    Bonus,
    /// By stars, and within them by the total.
    Stars,
    /// By how far the assessed score lies below the unit's own.
    Difference,
}

impl TableLine {
    /// How far the assessed score lies from the unit's own, in hundredths; below 0 where it is lower. Only where both are
    /// settled.
    pub fn difference(&self) -> Option<i64> {
        let own = self.row.as_ref()?.total.settled()?;
        let assessed = self.assessed.as_ref()?.total.settled()?;
        Some(hundredths(assessed) - hundredths(own))
    }

    /// Its township and its name, as they are said together, and between them its village where the name alone is not
    /// enough.
    pub fn called(&self) -> String {
        self.roster.called(true, self.shares_name)
    }

    fn holds(&self, word: &str) -> bool {
        let RosterLine { name, township, village, code, head, .. } = &*self.roster;
        [name, township, village, code, head].iter().any(|text| searched(text).contains(word))
    }
}

fn hundredths(points: Points) -> i64 {
    i64::try_from(points.get()).unwrap_or(i64::MAX)
}

/// The places of the lines of a kind that are shown, in their order. Lines that are equal stand as on the roster, and
/// those without what is sorted by stand last, whichever way it goes.
pub fn shown(lines: &[TableLine], kind: &UnitKind, filter: &TableFilter, by: SortBy, falling: bool) -> Vec<usize> {
    let search = searched(&filter.search);
    let words: Vec<&str> = search.split_whitespace().collect();
    let fits = |line: &TableLine| {
        line.roster.kind == *kind
            && filter.township.as_ref().is_none_or(|township| line.roster.township == *township)
            && filter.state.is_none_or(|state| line.state == state)
            && words.iter().all(|word| line.holds(word))
    };
    let mut found: Vec<(usize, &TableLine)> = lines.iter().enumerate().filter(|(_, line)| fits(line)).collect();
    sort_by(&mut found, |(_, one), (_, other)| {
        compared(one, other, by, falling).then_with(|| roster_order(one).cmp(&roster_order(other)))
    });
    found.into_iter().map(|(at, _)| at).collect()
}

fn roster_order(line: &TableLine) -> (u32, UnitId) {
    (line.roster.order, line.unit)
}

fn compared(one: &TableLine, other: &TableLine, by: SortBy, falling: bool) -> Ordering {
    let row = |key: fn(&UnitRow) -> (Points, Points)| [one, other].map(|line| line.row.as_deref().map(key));
    let [left, right] = match by {
        SortBy::Roster => return turned(roster_order(one).cmp(&roster_order(other)), falling),
        SortBy::Name => return turned(one.roster.name.cmp(&other.roster.name), falling),
        SortBy::Township => return turned(one.roster.township.cmp(&other.roster.township), falling),
        SortBy::State => return turned(one.state.cmp(&other.state), falling),
        SortBy::Received => return last(one.received, other.received, falling),
        SortBy::Difference => return last(one.difference(), other.difference(), falling),
        SortBy::Stars => {
            let stars = |line: &TableLine| line.row.as_ref().map(|row| (row.stars, row.total.low, row.total.high));
            return last(stars(one), stars(other), falling);
        }
        SortBy::Total => row(|row| (row.total.low, row.total.high)),
        SortBy::Bonus => row(|row| (row.bonus.low, row.bonus.high)),
    };
    last(left, right, falling)
}

fn turned(order: Ordering, falling: bool) -> Ordering {
    if falling { order.reverse() } else { order }
}

fn last<T: Ord>(one: Option<T>, other: Option<T>, falling: bool) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => turned(one.cmp(&other), falling),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The townships on the roster of a kind, each once, in the order in which they stand there.
pub fn townships(lines: &[TableLine], kind: &UnitKind) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines.iter().filter(|line| line.roster.kind == *kind) {
        if !found.contains(&line.roster.township) {
            found.push(line.roster.township.clone());
        }
    }
    found
}
