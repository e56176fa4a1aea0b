//! Conditions of gates and star lines in words, made from the standard's own words.

use crate::i18n::Text;
use crate::model::record::Record;
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::model::standard::gate::{Compare, Condition, Effect, Gate};
use crate::model::standard::ids::FactId;
use crate::model::standard::points::Points;
use crate::model::standard::words::Lang;

/// A comparison with a number already written: `不少于 12 次`, `at least 12`.
pub fn compare(text: &Text, is: Compare, number: &str, unit: &str) -> String {
    match (text.lang, is) {
        (Lang::Zh, Compare::AtLeast(_)) => format!("不少于 {number}{unit}"),
        (Lang::Zh, Compare::AtMost(_)) => format!("不超过 {number}{unit}"),
        (Lang::Zh, Compare::Below(_)) => format!("低于 {number}{unit}"),
        (Lang::En, Compare::AtLeast(_)) => format!("at least {number}"),
        (Lang::En, Compare::AtMost(_)) => format!("at most {number}"),
        (Lang::En, Compare::Below(_)) => format!("below {number}"),
    }
}

/// A condition, and where the unit stands: `接待选民日 不少于 12 次(现 10)`.
pub fn condition(text: &Text, standard: &Standard, record: &Record, score: &Score, condition: &Condition) -> String {
    let name = |id: &FactId| standard.fact(id).map_or("", |fact| fact.words.get(text.lang));
    let now = |value: Option<String>| match (text.lang, value) {
        (_, None) => String::new(),
        (Lang::Zh, Some(value)) => format!("（现 {value}）"),
        (Lang::En, Some(value)) => format!(" (now {value})"),
    };
    let points = |is: Compare| Points::hundredths(u64::from(is.number())).to_string();
    let unit = |zh: &'static str| if text.lang == Lang::Zh { zh } else { "" };
    match condition {
        Condition::Item { item, is } => {
            let words = standard.item(item).map_or("", |item| item.words.get(text.lang));
            let stands = score.item(item).map(|item| crate::i18n::range(item.range));
            format!("{item} {words} {}{}", compare(text, *is, &points(*is), unit(" 分")), now(stands))
        }
        Condition::Section { section, is } => {
            let words = standard.section(section).map_or("", |section| section.words.get(text.lang));
            let stands = crate::i18n::range(score.section(section));
            format!("{words} {}{}", compare(text, *is, &points(*is), unit(" 分")), now(Some(stands)))
        }
        Condition::Fact { fact, is, per_year } => {
            let number = u64::from(is.number());
            let number = if *per_year { record.months.share(number) } else { number };
            let of = standard.fact(fact).map_or("", |fact| fact.unit.get(text.lang));
            let of = if text.lang == Lang::Zh { format!(" {of}") } else { String::new() };
            let stands = record.facts.value(standard, fact).map(|value| value.to_string());
            format!("{} {}{}", name(fact), compare(text, *is, &number.to_string(), &of), now(stands))
        }
        Condition::Rate { part, whole, is, .. } => {
            let rate = match (record.facts.value(standard, part), record.facts.value(standard, whole)) {
                (Some(part), Some(whole)) if whole > 0 => {
                    Some(format!("{}%", part.min(whole).saturating_mul(100) / whole))
                }
                _ => None,
            };
            let number = format!("{}%", is.number());
            format!("{} ÷ {} {}{}", name(part), name(whole), compare(text, *is, &number, ""), now(rate))
        }
        Condition::Any(of) => {
            let parts: Vec<String> =
                of.iter().map(|part| self::condition(text, standard, record, score, part)).collect();
            parts.join(if text.lang == Lang::Zh { "；或 " } else { "; or " })
        }
        Condition::Finding => text.result.gate_finding.to_owned(),
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
