//! Stars and ranges as properties: while a record is being filled in, what is shown never turns out
//! wrong; and neither gates, findings nor the bonus ever add a star. 256 cases each.

use crate::common::arbitrary::{self, Edit, any_months, built_in_and_record, filled, shuffled, standard};
use crate::common::{room, station};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt;
use xingzhan::model::record::{Months, Record};
use xingzhan::model::scoring::score::{Findings, Score, Stars};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::points::Range;

/// Three moments of filling in one record: two on the way, the earlier first, and the end.
struct Filling {
    standard: IssuedStandard,
    months: Months,
    edits: Vec<Edit>,
    cuts: [usize; 2],
    earlier: Score,
    later: Score,
    end: Score,
}

impl Filling {
    fn of(standard: IssuedStandard, months: Months, edits: Vec<Edit>, cuts: [Index; 2]) -> Self {
        let mut cuts = cuts.map(|cut| cut.index(edits.len() + 1));
        cuts.sort_unstable();
        let [earlier, later, end] =
            [cuts[0], cuts[1], edits.len()].map(|many| Score::of(&standard, &filled(months, &edits[..many])));
        Self { standard, months, edits, cuts, earlier, later, end }
    }
}

impl fmt::Debug for Filling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { standard, months, edits, cuts, .. } = self;
        write!(f, "{} {months:?} cut at {cuts:?}: {edits:?}\n{}", standard.id, standard.text())
    }
}

fn filling() -> impl Strategy<Value = Filling> {
    let built_in = [station(), room()].map(IssuedStandard::clone);
    prop_oneof![select(built_in.to_vec()), standard()]
        .prop_flat_map(|standard| {
            let edits = shuffled(&standard);
            (Just(standard), any_months(), edits, any::<[Index; 2]>())
        })
        .prop_map(|(standard, months, edits, cuts)| Filling::of(standard, months, edits, cuts))
}

fn lies_in(inner: Range, outer: Range) -> bool {
    outer.low <= inner.low && inner.high <= outer.high
}

fn stars(standard: &Standard, record: &Record) -> (Stars, Stars) {
    let score = Score::of(standard, record);
    (score.worst, score.best)
}

proptest! {
    #![proptest_config(crate::common::arbitrary::cases())]

    #[test]
    fn filling_in_never_widens_an_item(filling in filling()) {
        for (earlier, later) in filling.earlier.items.iter().zip(&filling.later.items) {
            prop_assert!(lies_in(later.range, earlier.range), "{}", later.id);
        }
    }

    #[test]
    fn filling_in_never_widens_the_total(filling in filling()) {
        prop_assert!(lies_in(filling.later.total, filling.earlier.total));
    }

    #[test]
    fn filling_in_never_widens_the_bonus(filling in filling()) {
        prop_assert!(lies_in(filling.later.bonus, filling.earlier.bonus));
    }

    #[test]
    fn filling_in_never_widens_the_stars(filling in filling()) {
        let Filling { earlier, later, .. } = filling;
        prop_assert!(earlier.worst <= later.worst && later.best <= earlier.best);
    }

    #[test]
    fn the_exact_score_lies_within_the_bounds_at_every_stage(filling in filling()) {
        prop_assert!(lies_in(filling.end.total, filling.earlier.total));
    }

    #[test]
    fn the_final_stars_lie_between_worst_and_best_at_every_stage(filling in filling()) {
        let Filling { earlier, end, .. } = filling;
        prop_assert!(earlier.worst <= end.worst && end.best <= earlier.best);
    }

    #[test]
    fn worst_is_never_better_than_best((standard, record) in arbitrary::standard_and_record()) {
        let (worst, best) = stars(&standard, &record);
        prop_assert!(worst <= best);
    }

    #[test]
    fn a_complete_record_has_one_score_and_one_star(filling in filling()) {
        let end = &filling.end;
        prop_assert!(end.total.settled().is_some() && end.bonus.settled().is_some() && end.worst == end.best);
    }

    #[test]
    fn a_complete_record_leaves_nothing_to_answer(filling in filling()) {
        prop_assert!(filling.end.is_settled());
        prop_assert_eq!(filling.end.asked, filling.standard.scored().count());
    }

    #[test]
    fn filling_in_never_lowers_how_much_is_answered(filling in filling()) {
        prop_assert!(filling.earlier.answered <= filling.later.answered);
    }

    #[test]
    fn two_orders_of_filling_in_give_one_result((standard, months, edits) in built_in_edits(), turn in any::<Index>()) {
        let mut other = edits.clone();
        other.rotate_left(turn.index(edits.len()));
        other.reverse();
        let [one, other] = [edits, other].map(|edits| filled(months, &edits));
        prop_assert_eq!(Score::of(standard, &one), Score::of(standard, &other));
    }

    #[test]
    fn taking_everything_back_leaves_everything_open((_, months, edits) in built_in_edits()) {
        let mut record = filled(months, &edits);
        for edit in &edits {
            match edit {
                Edit::Fact(fact, _) => record.facts.set(fact.clone(), None),
                Edit::Choice(item, _) => record.answers.edit(item, |answer| answer.choice = None),
            }
        }
        prop_assert_eq!(record, Record { months, ..Record::default() });
    }

    #[test]
    fn a_gate_never_raises_stars((standard, record) in arbitrary::standard_and_record()) {
        let open = Standard { gates: Vec::new(), ..Standard::clone(&standard) };
        let (with, without) = (Score::of(&standard, &record), Score::of(&open, &record));
        prop_assert!(with.worst <= without.worst && with.best <= without.best);
    }

    #[test]
    fn no_built_in_gate_raises_stars((standard, record) in built_in_and_record()) {
        for at in 0..standard.gates.len() {
            let mut open = Standard::clone(standard);
            open.gates.remove(at);
            let (with, without) = (Score::of(standard, &record), Score::of(&open, &record));
            prop_assert!(with.worst <= without.worst && with.best <= without.best, "{}", standard.gates[at].id);
        }
    }

    #[test]
    fn a_finding_never_raises_stars((standard, record) in built_in_and_record()) {
        let gates = standard.gates.iter().map(|gate| gate.id.clone()).collect();
        let findings = Findings { gates, ..Findings::default() };
        let (with, without) = (Score::with(standard, &record, &findings), Score::of(standard, &record));
        prop_assert!(with.worst <= without.worst && with.best <= without.best);
    }

    #[test]
    fn the_bonus_lifts_no_star_by_default((standard, record) in built_in_and_record()) {
        let without = crate::common::without_bonus(standard, &record);
        prop_assert_eq!(stars(standard, &record), stars(standard, &without));
    }
}

/// A built-in standard, months, and the edits that fill it in, in any order.
fn built_in_edits() -> impl Strategy<Value = (&'static IssuedStandard, Months, Vec<Edit>)> {
    select(vec![station(), room()]).prop_flat_map(|standard| (Just(standard), any_months(), shuffled(standard)))
}

#[test]
fn an_empty_record_is_anything_from_nothing_to_everything() {
    let score = Score::of(station(), &Record::default());
    assert_eq!(score.total, Range::up_to(crate::common::points("100")));
}

#[test]
fn an_empty_record_may_still_get_no_star_or_five() {
    let score = Score::of(station(), &Record::default());
    let [worst, best] = [score.worst, score.best].map(|stars| stars.line(station()).map(|line| line.id.as_str()));
    assert_eq!((worst, best), (None, Some("5")));
}
