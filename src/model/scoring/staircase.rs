//! The staircase (升星清单): what holds the unit at its star, and what each item would add.

use crate::model::scoring::score::{Score, Truth};
use crate::model::sorting::sort_by_key;
use crate::model::standard::Standard;
use crate::model::standard::gate::{Condition, Effect, Line};
use crate::model::standard::ids::{GateId, ItemId, LineId};
use crate::model::standard::item::Item;
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
    /// Whether it is the only one that would by itself bring the points of the next line, and nothing else stands
    /// before that line: then it is what to do first.
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
                lifts: missing > Points::ZERO && points >= missing && !is_held(standard, next.as_ref(), item),
            })
        })
        .collect();
    // Where several would do, none of them is the one.
    if gains.iter().filter(|gain| gain.lifts).count() > 1 {
        for gain in &mut gains {
            gain.lifts = false;
        }
    }
    sort_by_key(&mut gains, |gain| (Reverse(gain.points), gain.effort));
    Staircase { next, gains }
}

/// Whether the unit stays below the line however many points this item brings: a gate holds, or a need is not met, that
/// has nothing to do with the item.
fn is_held(standard: &Standard, next: Option<&StarStep>, item: &Item) -> bool {
    let Some(step) = next else { return false };
    let stays = |condition: &Condition| !speaks_of(condition, standard, item);
    let gate = |id: &GateId| standard.gates.iter().find(|gate| gate.id == *id).is_some_and(|gate| stays(&gate.when));
    let line = standard.lines.iter().find(|line| line.id == step.line);
    let need = |at: usize| line.and_then(|line| line.needs.get(at)).is_some_and(stays);
    step.gates.iter().any(|(id, fires)| *fires == Truth::Yes && gate(id))
        || step.needs.iter().any(|(at, met)| *met == Truth::No && need(*at))
}

/// Whether an answer to this item can change a condition: it names the item, its section, or a number that the item
/// reads.
fn speaks_of(condition: &Condition, standard: &Standard, item: &Item) -> bool {
    match condition {
        Condition::Item { item: named, .. } => *named == item.id,
        Condition::Section { section, .. } => {
            standard.section(section).is_some_and(|section| section.items.iter().any(|one| one.id == item.id))
        }
        Condition::Fact { .. } | Condition::Rate { .. } => {
            let needs = standard.needs(item);
            let asked = condition.reads().into_iter().flat_map(|fact| standard.asked_for(fact));
            asked.into_iter().any(|fact| needs.iter().any(|need| need.id == *fact))
        }
        Condition::Any(of) => of.iter().any(|part| speaks_of(part, standard, item)),
        Condition::Finding | Condition::Visited => false,
    }
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
