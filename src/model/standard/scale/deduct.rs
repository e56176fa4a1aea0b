//! Full points less so much for each fault (每少一人扣), or for faults of different size (每缺一项扣0.2，未执行扣1).

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::scale::kind::{
    Checks, Given, Kind, MAX_PARTS, MISFIT, MOST, Numbers, Scored, Waits, check_number, counted, misfit_of_count,
};
use crate::model::standard::scale::question::{FaultField, PaperLine, Question, number_line, number_question};
use crate::model::standard::scale::reason::{ScoreReason, taken};
use crate::model::standard::words::Words;
use serde::{Deserialize, Serialize};

/// Full points less so much per fault, never under nothing (扣完为止). Either every fault takes the same, `each`, and
/// they are counted together; or there is a list of faults, and each is counted by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DeductScale {
    /// The fact that counts the faults; without one the number is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<FactId>,
    /// What is counted, where it is typed at the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// For each fault, in hundredths; without it there is a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Points>,
    /// Faults of different size, in the place of the three members before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faults: Option<Vec<FaultSize>>,
}

/// A fault that takes so much.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FaultSize {
    /// What is at fault.
    pub words: Words,
    /// What is counted.
    pub unit: Words,
    /// For each of them, in hundredths.
    pub each: Points,
}

impl DeductScale {
    /// What each takes where all take the same.
    pub fn size(&self) -> Points {
        self.each.unwrap_or_default()
    }
}

/// What is left of the points: at best no more faults are found where nothing is said yet, at worst as many as can be.
fn left(points: Points, list: &[FaultSize], found: &[Option<u64>]) -> Scored {
    let said: Vec<(Option<u64>, Points)> = found.iter().copied().zip(list.iter().map(|fault| fault.each)).collect();
    let less = |open: u64| points.less(said.iter().map(|(many, each)| taken(*each, many.unwrap_or(open))).sum());
    Scored { range: Range { low: less(MOST), high: less(0) }, why: Ok(ScoreReason::FaultList(said)) }
}

impl Kind for DeductScale {
    fn reads(&self) -> Vec<&FactId> {
        self.counts.iter().collect()
    }

    fn ask(&self, _: Points) -> Question<'_> {
        let Some(faults) = &self.faults else { return number_question(self.counts.as_ref(), self.unit.as_ref()) };
        let field = faults.iter().map(|FaultSize { words, unit, each }| FaultField { words, unit, each: *each });
        Question::Faults(field.collect())
    }

    fn print(&self) -> Vec<PaperLine<'_>> {
        let Some(faults) = &self.faults else { return number_line(self.counts.as_ref(), self.unit.as_ref()) };
        faults.iter().map(|fault| PaperLine::Number { of: Some(&fault.words), unit: Some(&fault.unit) }).collect()
    }

    fn misfit(&self, given: &Given<'_>) -> Option<(&'static str, Fault)> {
        let Some(faults) = &self.faults else { return misfit_of_count(self.counts.as_ref(), given) };
        match given {
            Given::Faults(found) if found.len() == faults.len() => None,
            _ => MISFIT,
        }
    }

    fn score(&self, points: Points, given: Option<&Given<'_>>, numbers: &dyn Numbers) -> Scored {
        let Some(list) = &self.faults else {
            let each = self.size();
            return match counted(self.counts.as_ref(), given, numbers) {
                Ok(faults) => Scored::by(points, ScoreReason::Faults { faults, each }),
                Err((waits, may)) => {
                    Scored::waits(waits, [may.least, may.most].map(|faults| points.less(taken(each, faults))))
                }
            };
        };
        match given {
            Some(Given::Faults(found)) if found.len() == list.len() => left(points, list, found),
            _ => Scored::waits(Waits::Answer, [Points::ZERO, points]),
        }
    }

    fn lint(&self, points: Points, checks: &mut dyn Checks) {
        let Some(faults) = &self.faults else {
            check_number(self.counts.as_ref(), self.unit.as_ref(), checks);
            return match self.each {
                Some(each) => checks.within("each", each.get(), 1, points.get()),
                None => checks.refuse("", Fault::MissingKey("each".to_owned())),
            };
        };
        if self.counts.is_some() || self.unit.is_some() || self.each.is_some() {
            checks.refuse("faults", Fault::WrongPlace);
        }
        if faults.is_empty() {
            checks.refuse("faults", Fault::NothingHere);
        }
        checks.at_most("faults", faults.len(), MAX_PARTS);
        for (index, fault) in faults.iter().enumerate() {
            let place = format!("faults[{index}]");
            checks.words(&format!("{place}.words"), &fault.words);
            checks.words(&format!("{place}.unit"), &fault.unit);
            checks.on_step(&format!("{place}.each"), fault.each);
            checks.within(&format!("{place}.each"), fault.each.get(), 1, points.get());
        }
    }
}
