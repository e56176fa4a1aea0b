//! What to look at first on a visit, in words that name what was said and judge nobody. For the office and its groups
//! alone: no file for others holds a hint.

use crate::i18n::{Text, amount, effect, hint_words};
use crate::model::review::hints::Hint;
use crate::model::review::ids::UnitId;
use crate::model::review::table::assessor;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::points::Points;

/// The sentences in one language.
pub struct HintWords {
    /// A number that is larger than another one allows: both, with what they count.
    pub contradiction: fn(&str, &str) -> String,
    /// An item that was said not to apply: its number and words, and why.
    pub not_applicable: fn(&str, &str) -> String,
    /// A gate that holds: its words, and what it does.
    pub gate: fn(&str, &str) -> String,
    /// A number is there, and nothing came of it.
    pub nothing_counted: fn(&str, &str) -> String,
    /// The unit's own score, the assessor's name and score, the items where they differ most, and how many those are.
    pub far_apart: fn(&str, &str, &str, &str, usize) -> String,
    /// Between the numbers of items.
    pub between: &'static str,
    /// One of the three highest numbers: what it is.
    pub highest: fn(&str) -> String,
    /// One of the three lowest.
    pub lowest: fn(&str) -> String,
    /// The same photo: the other unit.
    pub same_photo: fn(&str) -> String,
    /// The same note: the other unit.
    pub same_note: fn(&str) -> String,
}

/// A hint in words. `name_of` gives a unit's name as the roster has it.
pub fn hint(text: &Text, standard: &Standard, name_of: &dyn Fn(UnitId) -> String, hint: &Hint) -> String {
    let words = hint_words(text.lang);
    let number = |fact: &FactId, number: u64| {
        standard.fact(fact).map_or_else(String::new, |fact| {
            format!("{} {}", fact.words.get(text.lang), amount(text, number, fact.unit.get(text.lang)))
        })
    };
    match hint {
        Hint::Contradiction(clash) => {
            (words.contradiction)(&number(&clash.fact, u64::from(clash.number)), &number(&clash.than, clash.most))
        }
        Hint::NotApplicable(item, reason) => {
            let why = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
            (words.not_applicable)(&item_of(text, standard, item), why)
        }
        Hint::Gate(id) => {
            let gate = standard.gates.iter().find(|gate| gate.id == *id);
            gate.map_or_else(String::new, |gate| (words.gate)(gate.words.get(text.lang), &effect(text, standard, gate)))
        }
        Hint::NothingCounted { fact, number: many, nothing } => {
            (words.nothing_counted)(&number(fact, *many), &number(nothing, 0))
        }
        Hint::FarApart { own, assessed, items } => {
            let numbers: Vec<String> =
                items.iter().map(|id| standard.number_of(id).unwrap_or_else(|| id.to_string())).collect();
            let by = assessor(standard).map_or("", |assessor| assessor.words.get(text.lang));
            (words.far_apart)(&tenths(*own), by, &tenths(*assessed), &numbers.join(words.between), numbers.len())
        }
        Hint::Highest(fact, many) => (words.highest)(&number(fact, u64::from(*many))),
        Hint::Lowest(fact, many) => (words.lowest)(&number(fact, u64::from(*many))),
        Hint::SamePhoto(unit) => (words.same_photo)(&name_of(*unit)),
        Hint::SameNote(unit) => (words.same_note)(&name_of(*unit)),
    }
}

fn item_of(text: &Text, standard: &Standard, id: &ItemId) -> String {
    standard.numbered(id, standard.item(id).map_or("", |item| item.words.get(text.lang)))
}

/// Points as the two scores of a unit are set beside each other: `92.0`.
fn tenths(points: Points) -> String {
    let said = points.to_string();
    if said.contains('.') { said } else { format!("{said}.0") }
}
