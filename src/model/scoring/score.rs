//! The score (得分) of a record: items, sections, bonus, gates and stars; exact, or a range while
//! something is open.

use crate::model::record::Record;
use crate::model::scoring::item_score::{ItemScore, given, rate};
use crate::model::standard::Standard;
use crate::model::standard::gate::{Compare, Condition, Effect, Line};
use crate::model::standard::ids::{GateId, ItemId, LineId, SectionId};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};
use std::collections::{BTreeMap, BTreeSet};

/// Whether something holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Truth {
    /// It does not, whatever is still filled in.
    No,
    /// It cannot be told yet.
    #[default]
    Open,
    /// It does, whatever is still filled in.
    Yes,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// How many of the standard's star lines are reached: 0 is no star, 1 the lowest line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Stars(usize);

impl Stars {
    /// Below every line.
    const NONE: Self = Self(0);

    /// The line that is reached, if any.
    pub fn line(self, standard: &Standard) -> Option<&Line> {
        standard.lines.get(self.0.checked_sub(1)?)
    }

    /// The next line above, if there is one.
    pub fn next(self, standard: &Standard) -> Option<&Line> {
        standard.lines.get(self.0)
    }
}

/// Everything the engine says of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// Every item: scored, bonus and texts, in the standard's order.
    pub items: Vec<ItemScore>,
    /// Each section's total.
    pub sections: Vec<(SectionId, Range)>,
    /// All sections, without the bonus.
    pub total: Range,
    /// The bonus, capped.
    pub bonus: Range,
    /// The stars if everything open goes against the unit.
    pub worst: Stars,
    /// The stars if everything open goes well.
    pub best: Stars,
    /// Which gates fire.
    pub gates: Vec<(GateId, Truth)>,
    /// For each star line, from the lowest, what of it holds.
    pub lines: Vec<LineScore>,
    /// How many scored items are answered.
    pub answered: usize,
    /// How many scored items there are.
    pub asked: usize,
    /// How many of them must be answered before stars are shown.
    pub answers_for_stars: usize,
}

/// What of a star line holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineScore {
    /// The line.
    pub id: LineId,
    /// Whether there are points enough.
    pub points: Truth,
    /// For each of its needs, whether it is met.
    pub needs: Vec<Truth>,
}

/// What only an assessor knows; a self score has none of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Findings {
    /// The gates that were found to hold.
    pub gates: BTreeSet<GateId>,
    /// Whether the unit was visited, once that is known for good.
    pub visited: Option<bool>,
    /// Points that were given in the place of those that the engine gives; no more than the item's count, cut down to
    /// the standard's step.
    pub points: BTreeMap<ItemId, Points>,
}

impl Score {
    /// Scores a record as its unit sees it.
    pub fn of(standard: &Standard, record: &Record) -> Self {
        Self::with(standard, record, &Findings::default())
    }

    /// Scores a record with an assessor's findings.
    pub fn with(standard: &Standard, record: &Record, findings: &Findings) -> Self {
        let items: Vec<ItemScore> = standard
            .items()
            .map(|item| match findings.points.get(&item.id) {
                Some(points) => given(standard, item, *points),
                None => rate(standard, item, record),
            })
            .collect();
        // They come in the standard's order, so that none has to be looked up.
        let mut ranges = items.iter().map(|item| item.range);
        let mut next = |many: &[Item]| -> Range { ranges.by_ref().take(many.len()).sum() };
        let sections: Vec<(SectionId, Range)> =
            standard.sections.iter().map(|section| (section.id.clone(), next(&section.items))).collect();
        let total: Range = sections.iter().map(|(_, range)| *range).sum();
        let bonus = next(&standard.bonus.items).capped(standard.bonus.cap);
        let asked = standard.scored().count();
        let mut score = Self {
            answered: items.iter().take(asked).filter(|item| !item.is_open()).count(),
            asked,
            answers_for_stars: standard.answered_for_stars.of(asked),
            items,
            sections,
            total,
            bonus,
            worst: Stars::NONE,
            best: Stars::NONE,
            gates: Vec::new(),
            lines: Vec::new(),
        };
        score.gates = standard
            .gates
            .iter()
            .map(|gate| {
                let fires = if gate.when.is_finding() {
                    findings.gates.contains(&gate.id).into()
                } else {
                    score.tell(standard, record, &gate.when)
                };
                (gate.id.clone(), fires)
            })
            .collect();
        let counted = if standard.bonus.counts_for_stars { score.total + score.bonus } else { score.total };
        score.lines = standard
            .lines
            .iter()
            .map(|line| LineScore {
                id: line.id.clone(),
                points: at_least(counted, line.at_least),
                needs: line
                    .needs
                    .iter()
                    .map(|need| match findings.visited {
                        Some(visited) if need.is_visit() => visited.into(),
                        _ => score.tell(standard, record, need),
                    })
                    .collect(),
            })
            .collect();
        score.worst = score.stars(standard, |fires| fires != Truth::No, |met| met == Truth::Yes);
        score.best = score.stars(standard, |fires| fires == Truth::Yes, |met| met != Truth::No);
        score
    }

    /// The score of one item.
    pub fn item(&self, id: &ItemId) -> Option<&ItemScore> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The next open item after this one in the standard's order, round from the last to the first; the first open one
    /// of all where none is named. The one that is named comes last, where it is open itself.
    pub fn next_open(&self, after: Option<&ItemId>) -> Option<&ItemId> {
        let asked = || self.items.iter().take(self.asked);
        let here = after.and_then(|id| self.items.iter().position(|item| item.id == *id));
        let behind = asked().skip(here.map_or(0, |at| at + 1));
        behind.chain(asked()).find(|item| item.is_open()).map(|item| &item.id)
    }

    /// The total of a section.
    pub fn section(&self, id: &SectionId) -> Range {
        self.sections.iter().find(|(section, _)| section == id).map_or(Range::default(), |(_, range)| *range)
    }

    /// Whether nothing that is scored is open.
    pub fn is_settled(&self) -> bool {
        self.answered == self.asked
    }

    /// Whether as much is answered as the standard wants; before that no star is shown and nobody is blamed.
    pub fn shows_stars(&self) -> bool {
        self.answers_until_stars() == 0
    }

    /// How many answers are still needed before stars are shown.
    pub fn answers_until_stars(&self) -> usize {
        self.answers_for_stars.saturating_sub(self.answered)
    }

    /// The lines within the stars as they may be that hold only once the unit was visited.
    pub fn awaits_visit<'a>(&'a self, standard: &'a Standard) -> impl Iterator<Item = &'a Line> {
        let reached = standard.lines.iter().zip(&self.lines).take(self.best.0);
        let waits = |(line, score): &(&Line, &LineScore)| {
            line.needs.iter().zip(&score.needs).any(|(need, state)| need.is_visit() && *state == Truth::Open)
        };
        reached.filter(waits).map(|(line, _)| line)
    }

    /// The highest line that is reached and that no gate forbids.
    fn stars(&self, standard: &Standard, fires: impl Fn(Truth) -> bool, met: impl Fn(Truth) -> bool) -> Stars {
        let mut cap = standard.lines.len();
        for (gate, (_, state)) in standard.gates.iter().zip(&self.gates) {
            if fires(*state) {
                cap = cap.min(match &gate.effect {
                    Effect::Veto => 0,
                    Effect::Cap(line) => {
                        standard.lines.iter().position(|known| known.id == *line).map_or(0, |at| at + 1)
                    }
                });
            }
        }
        // A visit is still to come for everybody: that it is not known yet takes no star, and is said beside them.
        let waits = |need: &Condition, state: Truth| need.is_visit() && state == Truth::Open;
        let reached = self.lines.iter().zip(&standard.lines).take(cap).rposition(|(score, line)| {
            met(score.points)
                && line.needs.iter().zip(&score.needs).all(|(need, state)| waits(need, *state) || met(*state))
        });
        Stars(reached.map_or(0, |at| at + 1))
    }

    /// Whether a condition holds for what is filled in so far.
    pub fn tell(&self, standard: &Standard, record: &Record, condition: &Condition) -> Truth {
        let value = |fact| record.facts.value(standard, fact);
        match condition {
            Condition::Item { item, is } => self.item(item).map_or(Truth::Open, |item| compare(item.range, *is)),
            Condition::Section { section, is } => compare(self.section(section), *is),
            Condition::Fact { fact, is, per_year } => match value(fact) {
                Some(value) if *per_year => {
                    let number = record.months.share(u64::from(is.number()));
                    is.with(u32::try_from(number).unwrap_or(u32::MAX)).holds(value).into()
                }
                Some(value) => is.holds(value).into(),
                None => Truth::Open,
            },
            Condition::Rate { part, whole, is, none_stated } => match (value(part), value(whole)) {
                (_, Some(0)) => (*none_stated).into(),
                (Some(part), Some(whole)) => is.holds_of(part.min(whole), whole).into(),
                _ => Truth::Open,
            },
            Condition::Any(of) => of.iter().map(|part| self.tell(standard, record, part)).max().unwrap_or(Truth::No),
            Condition::Finding => Truth::No,
            Condition::Visited => Truth::Open,
        }
    }
}

fn at_least(range: Range, line: Points) -> Truth {
    if range.low >= line {
        Truth::Yes
    } else if range.high < line {
        Truth::No
    } else {
        Truth::Open
    }
}

/// A range compared with a number of hundredths: settled only if both of its ends agree.
fn compare(range: Range, is: Compare) -> Truth {
    match (is.holds(range.low.get()), is.holds(range.high.get())) {
        (true, true) => Truth::Yes,
        (false, false) => Truth::No,
        _ => Truth::Open,
    }
}
