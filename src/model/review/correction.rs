//! What an assessor puts in the place of what a unit says (初评、考核): as it is typed, and decided with what it was made
//! of and why. What the unit says itself is never touched.

use crate::model::digest::CheckCode;
use crate::model::record::Record;
use crate::model::record::typed;
use crate::model::review::act::Act;
use crate::model::review::entry_grid::{CellValue, GridColumn};
use crate::model::review::ids::UnitId;
use crate::model::review::judged::{Claim, ClaimSeen, Correction, Deviation, Judged};
use crate::model::review::judgements::Judgements;
use crate::model::review::not_a_cell::NotACell;
use crate::model::standard::Standard;
use crate::model::standard::ids::{AssessorId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::words::Words;

/// What of a unit is corrected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CorrectedPlace {
    /// A number or an answer; the engine scores it.
    Cell(GridColumn),
    /// The points of an item themselves (直接给分).
    Points(ItemId),
}

/// Why fewer points count than were typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointsCut {
    /// The item has no more than these.
    Most(Points),
    /// The standard's step.
    Step(Points),
}

impl CorrectedPlace {
    /// Its name, alone among those of a unit.
    pub fn key(&self) -> String {
        match self {
            Self::Cell(column) => column.key(),
            Self::Points(item) => format!("points/{item}"),
        }
    }

    /// The item whose number stands beside it.
    pub fn item<'a>(&self, standard: &'a Standard) -> Option<&'a Item> {
        match self {
            Self::Cell(column) => column.item(standard),
            Self::Points(item) => standard.item(item),
        }
    }

    /// What is asked.
    pub fn words<'a>(&self, standard: &'a Standard) -> Option<&'a Words> {
        match self {
            Self::Cell(column) => column.words(standard),
            Self::Points(item) => Some(&standard.item(item)?.words),
        }
    }

    /// What the assessor put there; where nothing was, what counts in its place. Of points nothing stands there then.
    pub fn shown(&self, standard: &Standard, found: &Record, judged: &Judgements) -> String {
        match self {
            Self::Cell(column) => column.shown(standard, found),
            Self::Points(item) => given_points(judged, item).map_or(String::new(), |points| points.to_string()),
        }
    }

    /// Why it was corrected; nothing where it was not.
    pub fn reason<'a>(&self, judged: &'a Judgements) -> Option<&'a Deviation> {
        let of_item = |item: &ItemId| judged.items.get(item);
        match self {
            Self::Cell(GridColumn::Fact(fact)) => judged.facts.get(fact).map(|judged| &judged.reason),
            Self::Cell(
                GridColumn::Number(item)
                | GridColumn::Fault(item, _)
                | GridColumn::Option(item)
                | GridColumn::Parts(item),
            ) => {
                let answer = of_item(item).filter(|judged| matches!(judged.value, Correction::Answer(_)));
                answer.map(|judged| &judged.reason)
            }
            Self::Points(item) => {
                let points = of_item(item).filter(|judged| matches!(judged.value, Correction::Points(_)));
                points.map(|judged| &judged.reason)
            }
        }
    }
}

/// The points that were given to an item directly.
pub fn given_points(judged: &Judgements, item: &ItemId) -> Option<Points> {
    match &judged.items.get(item)?.value {
        Correction::Points(points) => Some(*points),
        Correction::Answer(_) => None,
    }
}

/// Points as they were typed for an item, cut to what they can be, and why they were cut. Nothing typed is none.
fn read_points(standard: &Standard, item: &Item, text: &str) -> Result<Option<(Points, Option<PointsCut>)>, NotACell> {
    let read = typed::points(text).map_err(NotACell::Count)?;
    Ok(read.map(|typed| {
        if typed > item.points {
            return (item.points, Some(PointsCut::Most(item.points)));
        }
        let cut = typed.cut(standard.step);
        (cut, (cut != typed).then_some(PointsCut::Step(standard.step)))
    }))
}

/// An assessor at work on a unit.
pub struct Corrector<'a> {
    /// The standard.
    pub standard: &'a Standard,
    /// The unit.
    pub unit: UnitId,
    /// The assessor's column.
    pub column: &'a AssessorId,
    /// The check code of the file that is looked at; none where the township typed the answers.
    pub code: Option<&'a CheckCode>,
    /// What the unit says.
    pub claimed: &'a Record,
    /// What counts in the assessor's column so far.
    pub found: &'a Record,
    /// What was judged so far.
    pub judged: &'a Judgements,
}

impl Corrector<'_> {
    /// The decision that a text typed at a place comes to. What the unit says itself, or nothing at all, takes back what
    /// was judged there. Points that are cut say why.
    pub fn correct(&self, place: &CorrectedPlace, text: &str) -> Result<(Act, Option<PointsCut>), NotACell> {
        let column = match place {
            CorrectedPlace::Points(id) => {
                let item = self.standard.item(id).ok_or(NotACell::NoColumn)?;
                let read = read_points(self.standard, item, text)?;
                let value = read.map(|(points, _)| Correction::Points(points));
                return Ok((self.item(id, value), read.and_then(|(_, cut)| cut)));
            }
            CorrectedPlace::Cell(column) => column,
        };
        let act = match column.read(self.standard, self.found, text)? {
            CellValue::Fact(fact, count) => {
                let value = count.filter(|count| self.claimed.facts.asked(&fact) != Some(*count)).map(|value| {
                    let basis = self.seen(Claim::of_fact(self.claimed, &fact));
                    let reason = self.judged.facts.get(&fact).map(|judged| judged.reason.clone()).unwrap_or_default();
                    Box::new(Judged { basis, value, reason })
                });
                Act::FactSet { unit: self.unit, column: self.column.clone(), fact, value }
            }
            CellValue::Answer(item, choice) => {
                let choice = choice.filter(|choice| self.claimed.answers.choice(&item) != Some(choice));
                self.item(&item, choice.map(Correction::Answer))
            }
        };
        Ok((act, None))
    }

    fn item(&self, item: &ItemId, value: Option<Correction>) -> Act {
        let value = value.map(|value| {
            let basis = self.seen(Claim::of_item(self.standard, self.claimed, item));
            let reason = self.judged.items.get(item).map(|judged| judged.reason.clone()).unwrap_or_default();
            Box::new(Judged { basis, value, reason })
        });
        Act::Assessed { unit: self.unit, column: self.column.clone(), item: item.clone(), value }
    }

    fn seen(&self, claim: Claim) -> ClaimSeen {
        ClaimSeen { code: self.code.cloned(), claim }
    }

    /// The decision that what was judged at a place has this reason; nothing where nothing was.
    pub fn explain(&self, place: &CorrectedPlace, reason: Deviation) -> Option<Act> {
        place.reason(self.judged)?;
        let (unit, column) = (self.unit, self.column.clone());
        match place {
            CorrectedPlace::Cell(GridColumn::Fact(fact)) => {
                let value = Judged { reason, ..self.judged.facts.get(fact)?.clone() };
                Some(Act::FactSet { unit, column, fact: fact.clone(), value: Some(Box::new(value)) })
            }
            CorrectedPlace::Points(item)
            | CorrectedPlace::Cell(
                GridColumn::Number(item)
                | GridColumn::Fault(item, _)
                | GridColumn::Option(item)
                | GridColumn::Parts(item),
            ) => {
                let value = Judged { reason, ..self.judged.items.get(item)?.clone() };
                Some(Act::Assessed { unit, column, item: item.clone(), value: Some(Box::new(value)) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::answers::Choice;
    use crate::model::record::facts::Count;
    use crate::model::review::assessment::Assessment;
    use crate::model::review::entry_grid::tests::with_all_kinds;
    use crate::model::review::judged::DeviationKind;

    fn column() -> AssessorId {
        AssessorId::try_from("township").expect("a column")
    }

    /// A room that answers with the best option of every item and 3 to every number.
    fn claimed(standard: &Standard) -> Record {
        let mut record = Record::default();
        for fact in standard.facts.iter().filter(|fact| fact.sum.is_none()) {
            record.facts.set(fact.id.clone(), Count::new(3));
        }
        for column in GridColumn::choices(standard) {
            if let Ok(CellValue::Answer(item, choice)) = column.read(standard, &record, "1") {
                record.answers.edit(&item, |answer| answer.choice = choice);
            }
        }
        record
    }

    fn take(judged: &mut Judgements, act: Act) {
        match act {
            Act::Assessed { item, value: Some(value), .. } => _ = judged.items.insert(item, *value),
            Act::Assessed { item, value: None, .. } => _ = judged.items.remove(&item),
            Act::FactSet { fact, value: Some(value), .. } => _ = judged.facts.insert(fact, *value),
            Act::FactSet { fact, value: None, .. } => _ = judged.facts.remove(&fact),
            other => panic!("no judgement: {other:?}"),
        }
    }

    /// Types at a place; what was judged then, and why it was cut.
    fn typed(
        standard: &Standard,
        record: &Record,
        judged: &mut Judgements,
        place: &CorrectedPlace,
        text: &str,
    ) -> Option<PointsCut> {
        let column = column();
        let found = Assessment::of(standard, record, std::slice::from_ref(judged)).record;
        let at = UnitId::new([7; 8]);
        let corrector =
            Corrector { standard, unit: at, column: &column, code: None, claimed: record, found: &found, judged };
        let (act, cut) = corrector.correct(place, text).expect("it is read");
        take(judged, act);
        cut
    }

    fn explained(
        standard: &Standard,
        record: &Record,
        judged: &mut Judgements,
        place: &CorrectedPlace,
        kind: DeviationKind,
    ) {
        let column = column();
        let at = UnitId::new([7; 8]);
        let corrector =
            Corrector { standard, unit: at, column: &column, code: None, claimed: record, found: record, judged };
        let reason = Deviation { kind: Some(kind), words: String::new() };
        let act = corrector.explain(place, reason).expect("something was judged");
        take(judged, act);
    }

    #[test]
    fn what_the_unit_says_itself_and_an_emptied_field_take_a_correction_back() {
        let standard = with_all_kinds();
        let record = claimed(&standard);
        for column in GridColumn::numbers(&standard).into_iter().chain(GridColumn::choices(&standard)) {
            let place = CorrectedPlace::Cell(column.clone());
            let mut judged = Judgements::default();
            for back in [column.shown(&standard, &record), String::new()] {
                typed(&standard, &record, &mut judged, &place, "2");
                assert_eq!(place.reason(&judged).is_some(), column.shown(&standard, &record) != "2", "{column:?}");
                typed(&standard, &record, &mut judged, &place, &back);
                assert!(judged.is_empty(), "{column:?}");
            }
        }
    }

    #[test]
    fn a_correction_keeps_its_reason_when_it_is_changed_and_the_engine_scores_it() {
        let standard = with_all_kinds();
        let record = claimed(&standard);
        let third = |column: &GridColumn| {
            matches!(column, GridColumn::Option(_)) && column.read(&standard, &record, "3").is_ok()
        };
        let column = GridColumn::choices(&standard).into_iter().find(third).expect("three options");
        let place = CorrectedPlace::Cell(column.clone());
        let mut judged = Judgements::default();
        typed(&standard, &record, &mut judged, &place, "2");
        explained(&standard, &record, &mut judged, &place, DeviationKind::Incomplete);
        typed(&standard, &record, &mut judged, &place, "3");
        assert_eq!(place.reason(&judged).and_then(|reason| reason.kind), Some(DeviationKind::Incomplete));
        let both = Assessment::of(&standard, &record, std::slice::from_ref(&judged));
        assert!(both.given.total.high < both.own.total.high, "{:?}", both.given.total);
        assert_eq!(place.shown(&standard, &both.record, &judged), "3");
        assert_eq!(column.shown(&standard, &record), "1", "the unit's own is not touched");
    }

    #[test]
    fn points_are_cut_to_what_the_item_has_and_to_the_step_and_say_so() {
        let standard = with_all_kinds();
        let item = standard.scored().next().expect("an item").clone();
        let read = |text: &str| read_points(&standard, &item, text);
        let most = item.points;
        assert_eq!(read(""), Ok(None));
        assert_eq!(read("０"), Ok(Some((Points::ZERO, None))));
        assert_eq!(read(&format!("{most}分")), Ok(Some((most, None))));
        assert_eq!(read("99.5"), Ok(Some((most, Some(PointsCut::Most(most))))));
        let step = standard.step;
        let cut = Points::hundredths(137).min(most).cut(step);
        assert_eq!(read("1.37"), Ok(Some((cut, (cut.get() != 137).then_some(PointsCut::Step(step))))));
        for unread in ["-1", "两分", "分", "1.a", "1.2.3"] {
            assert!(read(unread).is_err(), "{unread}");
        }
    }

    #[test]
    fn points_without_a_reason_do_not_count_and_with_one_they_stand_in_the_place_of_the_items() {
        let standard = with_all_kinds();
        let record = claimed(&standard);
        let item = standard.scored().next().expect("an item").id.clone();
        let place = CorrectedPlace::Points(item.clone());
        let mut judged = Judgements::default();
        assert_eq!(typed(&standard, &record, &mut judged, &place, "0"), None);
        let both = Assessment::of(&standard, &record, std::slice::from_ref(&judged));
        assert_eq!((both.given.total, both.unexplained_items.as_slice()), (both.own.total, [item.clone()].as_slice()));
        // Other alone says nothing that could be told to the unit.
        explained(&standard, &record, &mut judged, &place, DeviationKind::Other);
        assert_eq!(Assessment::of(&standard, &record, std::slice::from_ref(&judged)).given, both.own);
        explained(&standard, &record, &mut judged, &place, DeviationKind::NoRecord);
        let both = Assessment::of(&standard, &record, std::slice::from_ref(&judged));
        let score = both.given.item(&item).expect("its score").range;
        assert_eq!((score.settled(), both.unexplained_items.len()), (Some(Points::ZERO), 0));
        assert_eq!(place.shown(&standard, &both.record, &judged), "0");
        // An answer in the place of the points: one value, never two.
        let cell =
            GridColumn::choices(&standard).into_iter().find(|column| *column == GridColumn::Option(item.clone()));
        if let Some(cell) = cell {
            typed(&standard, &record, &mut judged, &CorrectedPlace::Cell(cell), "2");
            assert!(matches!(judged.items[&item].value, Correction::Answer(Choice::Yes(_) | Choice::Level(_))));
        }
        typed(&standard, &record, &mut judged, &place, "");
        assert!(judged.is_empty());
    }
}
