//! Conditions of gates and star lines in words, made from the standard's own words.

use crate::i18n::{Text, gate_words};
use crate::model::record::Record;
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::model::standard::gate::{Compare, Condition, Effect, Gate};
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;

/// The sentences in one language.
pub struct GateWords {
    /// So many at least, given the number and its unit with the room before it. A language may leave the unit out.
    pub at_least: fn(&str, &str) -> String,
    /// So many at most, likewise.
    pub at_most: fn(&str, &str) -> String,
    /// Less than so many, likewise.
    pub below: fn(&str, &str) -> String,
    /// The unit of points, as the three above take it.
    pub points: &'static str,
    /// Where it stands now.
    pub now: fn(&str) -> String,
    /// Between conditions of which one is enough.
    pub or: &'static str,
}

/// A comparison with a number already written: `不少于 12 次`, `at least 12`.
pub fn compare(text: &Text, is: Compare, number: &str, unit: &str) -> String {
    let words = gate_words(text.lang);
    let said = match is {
        Compare::AtLeast(_) => words.at_least,
        Compare::AtMost(_) => words.at_most,
        Compare::Below(_) => words.below,
    };
    said(number, unit)
}

/// A condition, and where the unit stands: `接待选民日 不少于 12 次(现 10)`.
pub fn condition(text: &Text, standard: &Standard, record: &Record, score: &Score, condition: &Condition) -> String {
    said(text, standard, Some((record, score)), condition)
}

/// A condition as the standard states it, of no unit in particular.
pub fn requirement(text: &Text, standard: &Standard, condition: &Condition) -> String {
    said(text, standard, None, condition)
}

fn said(text: &Text, standard: &Standard, unit: Option<(&Record, &Score)>, condition: &Condition) -> String {
    let name = |id: &FactId| standard.fact(id).map_or("", |fact| fact.words.get(text.lang));
    let words = gate_words(text.lang);
    let now = |value: Option<String>| value.map_or(String::new(), |value| (words.now)(&value));
    let points = |is: Compare| Points::hundredths(u64::from(is.number())).to_string();
    match condition {
        Condition::Item { item, is } => {
            let asked = standard.item(item).map_or("", |item| item.words.get(text.lang));
            let stands = unit.and_then(|(_, score)| score.item(item)).map(|item| crate::i18n::range(item.range));
            format!(
                "{} {}{}",
                standard.numbered(item, asked),
                compare(text, *is, &points(*is), words.points),
                now(stands)
            )
        }
        Condition::Section { section, is } => {
            let named = standard.section(section).map_or("", |section| section.words.get(text.lang));
            let stands = unit.map(|(_, score)| crate::i18n::range(score.section(section)));
            format!("{named} {}{}", compare(text, *is, &points(*is), words.points), now(stands))
        }
        Condition::Fact { fact, is, per_year } => {
            let number = u64::from(is.number());
            let number = unit.filter(|_| *per_year).map_or(number, |(record, _)| record.months.share(number));
            let of = format!(" {}", standard.fact(fact).map_or("", |fact| fact.unit.get(text.lang)));
            let stands = unit.and_then(|(record, _)| record.facts.value(standard, fact)).map(|value| value.to_string());
            format!("{} {}{}", name(fact), compare(text, *is, &number.to_string(), &of), now(stands))
        }
        Condition::Rate { part, whole, is, .. } => {
            let value = |fact| unit.and_then(|(record, _)| record.facts.value(standard, fact));
            let rate = match (value(part), value(whole)) {
                (Some(part), Some(whole)) if whole > 0 => {
                    Some(format!("{}%", part.min(whole).saturating_mul(100) / whole))
                }
                _ => None,
            };
            let number = format!("{}%", is.number());
            format!("{} ÷ {} {}{}", name(part), name(whole), compare(text, *is, &number, ""), now(rate))
        }
        Condition::Any(of) => {
            let parts: Vec<String> = of.iter().map(|part| said(text, standard, unit, part)).collect();
            parts.join(words.or)
        }
        Condition::Finding => text.result.gate_finding.to_owned(),
        Condition::Visited => text.year().visited.to_owned(),
    }
}

/// What a gate does, in words.
pub fn effect(text: &Text, standard: &Standard, gate: &Gate) -> String {
    match &gate.effect {
        Effect::Veto => text.result.veto.to_owned(),
        Effect::Cap(line) => {
            let line = standard.lines.iter().find(|known| known.id == *line);
            (text.result.cap)(line.map_or("", |line| line.words.get(text.lang)))
        }
    }
}
