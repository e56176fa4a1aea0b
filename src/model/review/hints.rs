//! What to look at first on a visit (现场核实提示), for the office and its groups alone. A hint names what was said and where;
//! it judges nobody, and most have an innocent reason.

use crate::model::record::facts::Clash;
use crate::model::review::ids::UnitId;
use crate::model::review::table::{ColumnScore, TableLine};
use crate::model::review::unit_row::UnitRow;
use crate::model::sorting::{sort_by_key, sort_once};
use crate::model::standard::Standard;
use crate::model::standard::gate::Condition;
use crate::model::standard::ids::{FactId, GateId, ItemId, ReasonId};
use crate::model::standard::points::Points;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// From how many points of a hundred on two scores of a unit lie far apart.
const FAR: u64 = 10;
/// How many units with the highest and the lowest number are named.
const NAMED: usize = 3;
/// From how many units on a highest and a lowest number say something.
const COMPARED: usize = 4 * NAMED;

/// One thing to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hint {
    /// A number is larger than another one allows.
    Contradiction(Clash),
    /// An item was said not to apply.
    NotApplicable(ItemId, ReasonId),
    /// A gate holds by what the unit says itself.
    Gate(GateId),
    /// A star line's number is there, and what should come of it was never counted: twelve days of reception and no
    /// concern.
    NothingCounted {
        /// The number.
        fact: FactId,
        /// How much it is.
        number: u64,
        /// What is 0.
        nothing: FactId,
    },
    /// Two scores lie far apart.
    FarApart {
        /// The unit's own.
        own: Points,
        /// The assessed one.
        assessed: Points,
        /// The items at which they differ most, at most two.
        items: Vec<ItemId>,
    },
    /// One of the three highest numbers of all.
    Highest(FactId, u32),
    /// One of the three lowest.
    Lowest(FactId, u32),
    /// The same photo is in another unit.
    SamePhoto(UnitId),
    /// The same note is in another unit.
    SameNote(UnitId),
}

/// The hints of every unit of one kind, which this standard is for; units without any are left out.
pub fn hints(standard: &Standard, lines: &[&TableLine]) -> BTreeMap<UnitId, Vec<Hint>> {
    let mut found: BTreeMap<UnitId, Vec<Hint>> = BTreeMap::new();
    let rows = || lines.iter().filter_map(|line| Some((*line, line.row.as_deref()?)));
    for (line, row) in rows() {
        let hints = of_one(standard, line, row);
        if !hints.is_empty() {
            found.insert(line.unit, hints);
        }
    }
    let mut add = |unit: UnitId, hint: Hint| found.entry(unit).or_default().push(hint);
    for (at, fact) in standard.facts.iter().filter(|fact| fact.sum.is_none()).enumerate() {
        let mut numbers: Vec<(u32, UnitId)> =
            rows().filter_map(|(line, row)| Some((row.number(at)?, line.unit))).collect();
        sort_by_key(&mut numbers, |number| *number);
        for (number, unit) in outermost(&numbers) {
            add(unit, Hint::Lowest(fact.id.clone(), number));
        }
        numbers.reverse();
        for (number, unit) in outermost(&numbers) {
            add(unit, Hint::Highest(fact.id.clone(), number));
        }
    }
    let photos = twice(rows().map(|(line, row)| (line, row.photo_marks())), |_, _| true);
    for (one, other) in photos {
        add(one, Hint::SamePhoto(other));
    }
    // One clerk who types for several units writes the same words.
    let typed = |line: &TableLine| line.row.as_ref().is_some_and(|row| row.sent.is_none());
    let strange = |one: &TableLine, other: &TableLine| {
        !(typed(one) && typed(other) && one.roster.township == other.roster.township)
    };
    for (one, other) in twice(rows().map(|(line, row)| (line, row.note_marks())), strange) {
        add(one, Hint::SameNote(other));
    }
    found
}

fn of_one(standard: &Standard, line: &TableLine, row: &UnitRow) -> Vec<Hint> {
    let facts = row.facts(standard);
    let mut hints: Vec<Hint> = facts.clashes(standard).into_iter().map(Hint::Contradiction).collect();
    let items: Vec<&ItemId> = standard.scored().chain(&standard.bonus.items).map(|item| &item.id).collect();
    for (at, reason) in &row.not_applicable {
        hints.extend(items.get(usize::from(*at)).map(|item| Hint::NotApplicable((*item).clone(), reason.clone())));
    }
    let gates = row.gates(false).filter_map(|at| standard.gates.get(at));
    hints.extend(gates.map(|gate| Hint::Gate(gate.id.clone())));
    // What the highest line asks for is there in full, and its rate is met because there is nothing to count.
    let needs = standard.lines.last().map_or(&[][..], |line| &line.needs);
    for need in needs {
        let Condition::Rate { whole, none_stated: true, .. } = need else { continue };
        if facts.value(standard, whole) != Some(0) {
            continue;
        }
        // A sum of what came less what is not due yet: only where nothing came.
        let stated = standard.fact(whole).and_then(|fact| fact.sum.as_ref());
        let nothing = stated.and_then(|sum| sum.plus.first()).unwrap_or(whole);
        if facts.value(standard, nothing) != Some(0) {
            continue;
        }
        hints.extend(needs.iter().find_map(|other| match other {
            Condition::Fact { fact, is, .. } => {
                let number = facts.value(standard, fact).filter(|number| is.holds(*number))?;
                Some(Hint::NothingCounted { fact: fact.clone(), number, nothing: nothing.clone() })
            }
            _ => None,
        }));
    }
    hints.extend(line.assessed.as_ref().and_then(|assessed| far_apart(standard, row, assessed)));
    hints
}

fn far_apart(standard: &Standard, row: &UnitRow, assessed: &ColumnScore) -> Option<Hint> {
    let (own, other) = (row.total.settled()?, assessed.total.settled()?);
    let apart = own.less(other).max(other.less(own));
    if apart.get() * 100 < standard.points.get() * FAR {
        return None;
    }
    let mut differ: Vec<(Points, ItemId)> = standard
        .scored()
        .zip(&assessed.items)
        .enumerate()
        .filter_map(|(at, (item, assessed))| {
            let (own, other) = (row.item(at).settled()?, assessed.settled()?);
            Some((own.less(other).max(other.less(own)), item.id.clone()))
        })
        .filter(|(by, _)| *by > Points::ZERO)
        .collect();
    sort_by_key(&mut differ, |(by, _)| Reverse(*by));
    let items = differ.into_iter().take(2).map(|(_, item)| item).collect();
    Some(Hint::FarApart { own, assessed: other, items })
}

/// The first three of a sorted list; those that others share stand out from nobody.
fn outermost(numbers: &[(u32, UnitId)]) -> Vec<(u32, UnitId)> {
    if numbers.len() < COMPARED {
        return Vec::new();
    }
    let limit = numbers.get(NAMED).map(|(number, _)| *number);
    numbers.iter().take(NAMED).filter(|(number, _)| Some(*number) != limit).copied().collect()
}

/// Units that share a mark, each with another that has it, and each such pair once.
fn twice<'a>(
    marked: impl Iterator<Item = (&'a TableLine, &'a [u64])>,
    counts: impl Fn(&TableLine, &TableLine) -> bool,
) -> Vec<(UnitId, UnitId)> {
    let marked: Vec<_> = marked.collect();
    let mut known: Vec<u64> = marked.iter().flat_map(|(_, marks)| *marks).copied().collect();
    sort_once(&mut known);
    let mut seen: Vec<Vec<&TableLine>> = vec![Vec::new(); known.len()];
    let mut pairs = Vec::new();
    let mut add = |pair: (UnitId, UnitId)| {
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    };
    for (line, marks) in marked {
        for mark in marks {
            let Some(here) = known.binary_search(mark).ok().and_then(|at| seen.get_mut(at)) else { continue };
            let mut others = here.iter().filter(|first| counts(first, line));
            // Of many that share one, each is told beside the first, and that one beside the second.
            if let Some(first) = others.next() {
                add((line.unit, first.unit));
                if others.next().is_none() {
                    add((first.unit, line.unit));
                }
            }
            here.push(line);
        }
    }
    pairs
}
