//! Facts (基本数据): the numbers a person types once. Derived facts are computed from them here.

use crate::model::files::entries::entries;
use crate::model::problem::{Fault, Problem};
use crate::model::standard::Standard;
use crate::model::standard::ids::FactId;
use crate::model::standard::scale::kind::NumberRange;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A number that a person counted: 0 to 1,000,000.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("maximum" = 1_000_000)))]
#[serde(try_from = "u64")]
pub struct Count(u32);

impl Count {
    /// The most there may be.
    pub const MOST: u32 = 1_000_000;

    /// This many, if it is not too many.
    pub fn new(number: u64) -> Option<Self> {
        u32::try_from(number).ok().filter(|number| *number <= Self::MOST).map(Self)
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u64> for Count {
    type Error = &'static str;

    fn try_from(number: u64) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("more than 1000000")
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The numbers that were typed. One that is not here is open; 0 is a number.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Facts(#[serde(deserialize_with = "entries")] BTreeMap<FactId, Count>);

impl Facts {
    /// The number that was typed for an asked fact.
    pub fn asked(&self, fact: &FactId) -> Option<Count> {
        self.0.get(fact).copied()
    }

    /// Types a number, or takes it back.
    pub fn set(&mut self, fact: FactId, count: Option<Count>) {
        match count {
            Some(count) => self.0.insert(fact, count),
            None => self.0.remove(&fact),
        };
    }

    /// Every number that was typed.
    pub fn iter(&self) -> impl Iterator<Item = (&FactId, Count)> {
        self.0.iter().map(|(fact, count)| (fact, *count))
    }

    /// A fact's value: what was typed, or for a derived fact its sum once all its parts are known.
    /// Taking away never leads under 0.
    pub fn value(&self, standard: &Standard, fact: &FactId) -> Option<u64> {
        let Some(sum) = standard.fact(fact).and_then(|fact| fact.sum.as_ref()) else {
            return self.asked(fact).map(|count| u64::from(count.0));
        };
        let total = |parts: &[FactId]| -> Option<u64> {
            parts.iter().map(|part| self.asked(part).map(|count| u64::from(count.0))).sum::<Option<u64>>()
        };
        Some(total(&sum.plus)?.saturating_sub(total(&sum.minus)?))
    }

    /// What a fact's value may still be, as long as it is open; its value once it is known.
    pub fn span(&self, standard: &Standard, fact: &FactId) -> NumberRange {
        let asked = |fact: &FactId| {
            let open = NumberRange { least: 0, most: u64::from(Count::MOST) };
            self.asked(fact).map_or(open, |count| NumberRange::known(u64::from(count.0)))
        };
        let Some(sum) = standard.fact(fact).and_then(|fact| fact.sum.as_ref()) else { return asked(fact) };
        let least = |parts: &[FactId]| -> u64 { parts.iter().map(|part| asked(part).least).sum() };
        let most = |parts: &[FactId]| -> u64 { parts.iter().map(|part| asked(part).most).sum() };
        NumberRange {
            least: least(&sum.plus).saturating_sub(most(&sum.minus)),
            most: most(&sum.plus).saturating_sub(least(&sum.minus)),
        }
    }

    /// Which numbers do not belong to this standard.
    pub fn problems(&self, standard: &Standard) -> Vec<Problem> {
        let fault = |id: &FactId| match standard.fact(id) {
            None => Some(Fault::Unknown(id.to_string())),
            Some(fact) => fact.sum.as_ref().map(|_| Fault::Derived(id.to_string())),
        };
        self.0.keys().filter_map(|id| Some(Problem::at(format!("facts.{id}"), fault(id)?))).collect()
    }

    /// Which typed numbers are larger than another one allows. They block nothing; they are told.
    pub fn clashes(&self, standard: &Standard) -> Vec<Clash> {
        standard
            .at_most
            .iter()
            .filter_map(|relation| {
                let number = self.asked(&relation.fact)?.get();
                let most = self.value(standard, &relation.most)?;
                (u64::from(number) > most).then(|| Clash {
                    fact: relation.fact.clone(),
                    number,
                    than: relation.most.clone(),
                    most,
                })
            })
            .collect()
    }
}

/// A number that is larger than another one allows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// The fact that is too large.
    pub fact: FactId,
    /// Its number.
    pub number: u32,
    /// The fact it cannot be larger than.
    pub than: FactId,
    /// Its value.
    pub most: u64,
}
