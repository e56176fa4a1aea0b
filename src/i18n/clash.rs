//! Where two people decided otherwise, and who works on a review: places of a review and what stands there, in words.

use crate::i18n::{Text, answer, clash_words, day};
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::review::act::Act;
use crate::model::review::judged::Correction;
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::taken::Origin;
use crate::model::review::units::ReviewUnits;
use crate::model::standard::ids::{ItemId, UnitKind};
use crate::model::standard::issued::IssuedStandard;

/// The sentences in one language.
pub struct ClashWords {
    /// How many places there are.
    pub clashes: fn(usize) -> String,
    /// Takes one of the values.
    pub use_this: &'static str,
    /// By whom, and when.
    pub by: fn(&str, &str) -> String,
    /// In place of a name that was not said.
    pub somebody: &'static str,
    /// Nothing stands there any more.
    pub emptied: &'static str,
    /// The line of the roster.
    pub line: &'static str,
    /// Why it sends nothing.
    pub not_sent: &'static str,
    /// Which of its answers count.
    pub in_force: &'static str,
    /// What the township typed.
    pub entered: &'static str,
    /// A file that was received.
    pub file: &'static str,
    /// A bundle.
    pub bundle: &'static str,
    /// The unit that a name stands for.
    pub name_of: &'static str,
    /// Points that were given.
    pub points: fn(&str) -> String,
    /// Who works here.
    pub who: fn(&str) -> String,
    /// Nobody said so.
    pub nobody: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// The field of the group.
    pub group: &'static str,
    /// What it is for.
    pub who_hint: &'static str,
}

/// What a place is of: the unit, and what of it.
pub fn place_said(text: &Text, standards: &[IssuedStandard], units: &ReviewUnits, place: &Place) -> String {
    let words = clash_words(text.lang);
    let (unit, what) = match place {
        Place::File(_) => return words.file.to_owned(),
        Place::Bundle(_) => return words.bundle.to_owned(),
        Place::Name(name) => return format!("{}{}{}", words.name_of, text.colon(), name.as_str()),
        Place::Unit(unit, what) => (units.unit(*unit), what),
    };
    let standard = unit.and_then(|unit| of_kind(standards, &unit.line.kind));
    let what = match what {
        UnitPlace::Line => words.line.to_owned(),
        UnitPlace::NotSent => words.not_sent.to_owned(),
        UnitPlace::InForce => words.in_force.to_owned(),
        UnitPlace::EnteredMonths => text.basics.months.to_owned(),
        UnitPlace::EnteredFact(fact) | UnitPlace::FactSet(_, fact) => {
            let fact = standard.and_then(|standard| standard.fact(fact));
            fact.map_or_else(String::new, |fact| fact.words.get(text.lang).to_owned())
        }
        UnitPlace::EnteredAnswer(item) | UnitPlace::Assessed(_, item) => {
            let words =
                standard.and_then(|standard| Some(standard.numbered(item, standard.item(item)?.words.get(text.lang))));
            words.unwrap_or_default()
        }
    };
    (text.signs.beside)(unit.map_or("", |unit| unit.line.name.as_str()), &what)
}

/// What stands at a place by one entry.
pub fn act_said(text: &Text, standards: &[IssuedStandard], units: &ReviewUnits, act: &Act) -> String {
    let words = clash_words(text.lang);
    let standard = |unit| units.unit(unit).and_then(|unit| of_kind(standards, &unit.line.kind));
    let chosen = |unit, item: &ItemId, choice: &Choice| {
        let said = standard(unit).and_then(|standard| {
            let mut record = Record::default();
            record.answers.edit(item, |answer| answer.choice = Some(choice.clone()));
            answer(text, standard, standard.item(item)?, &record)
        });
        said.unwrap_or_default()
    };
    let because = |said: String, why: &str| if why.is_empty() { said } else { (text.signs.beside)(&said, why) };
    match act {
        Act::Unit { value: Some(line), .. } => {
            let parts =
                [&line.code, &line.township, &line.village, &line.name, &line.head, &line.liaison, &line.members];
            let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            parts.join(text.and())
        }
        Act::NotSent { value: Some(why), .. } => why.clone(),
        Act::Taken { value: Some(taken), .. } => {
            let unit = taken.unit.and_then(|unit| units.unit(unit)).map_or("", |unit| unit.line.name.as_str());
            format!("{} {} {unit}", taken.file_name, day(text, taken.received)).trim().to_owned()
        }
        Act::Bundle { value: Some(kept), .. } => format!("{} {}", kept.township, day(text, kept.received)),
        Act::Matched { value: Some(unit), .. } => {
            units.unit(*unit).map_or(String::new(), |unit| format!("{} {}", unit.line.township, unit.line.name))
        }
        Act::InForce { value: Some(Origin::Entered), .. } => words.entered.to_owned(),
        Act::InForce { unit, value: Some(Origin::File(file)) } => {
            let received = units.unit(*unit).and_then(|unit| unit.received.iter().find(|(known, _)| known == file));
            received.map_or(String::new(), |(_, taken)| {
                format!("{} {}", (text.send.revision)(taken.revision), taken.code.as_str())
            })
        }
        Act::EnteredMonths { value: Some(typed), .. } => (text.basics.month)(typed.value.get()),
        Act::EnteredFact { value: Some(typed), .. } => typed.value.to_string(),
        Act::EnteredAnswer { unit, item, value: Some(typed) } => chosen(*unit, item, &typed.value),
        Act::Assessed { unit, item, value: Some(judged), .. } => {
            let said = match &judged.value {
                Correction::Answer(choice) => chosen(*unit, item, choice),
                Correction::Points(points) => (words.points)(&points.to_string()),
            };
            because(said, &judged.reason.words)
        }
        Act::FactSet { value: Some(judged), .. } => because(judged.value.to_string(), &judged.reason.words),
        Act::Unit { value: None, .. }
        | Act::NotSent { value: None, .. }
        | Act::Taken { value: None, .. }
        | Act::Bundle { value: None, .. }
        | Act::Matched { value: None, .. }
        | Act::InForce { value: None, .. }
        | Act::EnteredMonths { value: None, .. }
        | Act::EnteredFact { value: None, .. }
        | Act::EnteredAnswer { value: None, .. }
        | Act::Assessed { value: None, .. }
        | Act::FactSet { value: None, .. } => words.emptied.to_owned(),
    }
}

fn of_kind<'a>(standards: &'a [IssuedStandard], kind: &UnitKind) -> Option<&'a IssuedStandard> {
    standards.iter().find(|standard| standard.unit.id == *kind)
}
