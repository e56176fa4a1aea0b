//! The staircase (升星清单): what holds the unit at its star, and what each item would add.

use crate::model::scoring::score::{Score, Truth};
use crate::model::standard::Standard;
use crate::model::standard::gate::{Effect, Line};
use crate::model::standard::ids::{GateId, ItemId, LineId};
use crate::model::standard::points::Points;
use std::cmp::Reverse;

/// What stands between a unit and more stars, counted from the lower end of its score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staircase {
    /// The next line, unless the highest is reached.
    pub next: Option<StarStep>,
    /// What each item would add, the most points first, then the least effort.
    pub gains: Vec<Gain>,
}

/// What the next line still needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StarStep {
    /// The line.
    pub line: LineId,
    /// Points that are missing, in hundredths.
    pub points: Points,
    /// Which of its needs are not met, by their place in the line, and whether they can still be told.
    pub needs: Vec<(usize, Truth)>,
    /// Which gates hold the unit below it.
    pub gates: Vec<(GateId, Truth)>,
}

/// What one item would add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gain {
    /// The item.
    pub item: ItemId,
    /// How much more it could give, in hundredths.
    pub points: Points,
    /// How much work it takes, 1 to 3.
    pub effort: u8,
    /// Whether it is simply not answered yet.
    pub open: bool,
    /// Whether it alone would bring the points of the next line.
    pub lifts: bool,
}

/// Builds the staircase of a score.
pub fn staircase(standard: &Standard, score: &Score) -> Staircase {
    let counted = if standard.bonus.counts_for_stars { score.total + score.bonus } else { score.total };
    let next = score.worst.next(standard).map(|line| step(standard, score, line, counted.low));
    let missing = next.as_ref().map_or(Points::ZERO, |step| step.points);
    let mut gains: Vec<Gain> = standard
        .scored()
        .filter_map(|item| {
            let now = score.item(&item.id)?;
            let points = item.points.less(now.range.low);
            (points > Points::ZERO).then(|| Gain {
                item: item.id.clone(),
                points,
                effort: item.effort,
                open: now.is_open(),
                lifts: missing > Points::ZERO && points >= missing,
            })
        })
        .collect();
    gains.sort_by_key(|gain| (Reverse(gain.points), gain.effort));
    Staircase { next, gains }
}

fn step(standard: &Standard, score: &Score, line: &Line, counted: Points) -> StarStep {
    let at = standard.lines.iter().position(|known| known.id == line.id);
    let needs = at.and_then(|at| score.lines.get(at)).map_or(&[][..], |line| &line.needs);
    StarStep {
        line: line.id.clone(),
        points: line.at_least.less(counted),
        needs: needs.iter().copied().enumerate().filter(|(_, met)| *met != Truth::Yes).collect(),
        gates: standard
            .gates
            .iter()
            .zip(&score.gates)
            .filter(|(gate, (_, fires))| {
                let below = match &gate.effect {
                    Effect::Veto => true,
                    Effect::Cap(line) => standard.lines.iter().position(|known| known.id == *line) < at,
                };
                below && *fires != Truth::No
            })
            .map(|(_, state)| state.clone())
            .collect(),
    }
}
