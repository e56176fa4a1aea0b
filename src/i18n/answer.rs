//! An answer in words, as the check page and the sheets show it.

use crate::i18n::Text;
use crate::i18n::format::{amount, counted};
use crate::i18n::rule::mark;
use crate::i18n::why::unit;
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::standard::Standard;
use crate::model::standard::asking::NumberShown;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::question::{OptionValue, PaperLine, Question};

/// What was answered, and what is asked with it.
pub struct AnswerWords {
    /// Between several numbers or parts.
    pub between: &'static str,
    pub none_of_these: &'static str,
    /// How many of what, as short as paper has room. A language may leave the unit out.
    pub short: fn(&str, &str) -> String,
    /// Unit, what each takes.
    pub each: fn(&str, Points) -> String,
}

/// What was answered, or nothing while the item is open.
pub fn answer(text: &Text, standard: &Standard, item: &Item, record: &Record) -> Option<String> {
    let choice = record.answers.choice(&item.id);
    if let Some(Choice::NotApplicable(reason)) = choice {
        let reason = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
        return Some((text.form.not_applicable)(reason));
    }
    let (words, lang) = (&text.kinds.answer, text.lang);
    match (item.ask(), choice) {
        (Question::FactsAlone, _) => facts(text, standard, item, record),
        (Question::Choose(_), Some(Choice::Yes(true))) => Some(text.form.yes.to_owned()),
        (Question::Choose(_), Some(Choice::Yes(false))) => Some(text.form.no.to_owned()),
        (Question::Choose(options), Some(Choice::Level(level))) => {
            let said = options.into_iter().find_map(|option| option.says.words_of_level(*level));
            said.map(|said| said.get(lang).to_owned())
        }
        (Question::Number { unit }, Some(Choice::Count(count))) => {
            Some(amount(text, count, unit.map_or("", |unit| unit.get(lang))))
        }
        (Question::Tick(_), Some(Choice::Parts(there))) if there.is_empty() => Some(words.none_of_these.to_owned()),
        (Question::Tick(parts), Some(Choice::Parts(there))) => {
            let there = there.iter().filter_map(|part| parts.get(usize::from(*part)));
            Some(there.map(|part| part.words.get(lang)).collect::<Vec<_>>().join(words.between))
        }
        (Question::Faults(fields), Some(Choice::Faults(found))) => {
            let said = fields.iter().zip(found).map(|(field, count)| match count {
                Some(count) => counted(text, field.words.get(lang), count, field.unit.get(lang)),
                None => format!("{} {}", field.words.get(lang), text.form.not_yet),
            });
            Some(said.collect::<Vec<_>>().join(words.between))
        }
        (Question::Text { .. }, Some(Choice::Text(said))) => Some(said.clone()),
        // Nothing is said, or what another question asked for.
        (
            Question::Choose(_)
            | Question::Number { .. }
            | Question::Tick(_)
            | Question::Faults(_)
            | Question::Text { .. },
            _,
        ) => None,
    }
}

fn facts(text: &Text, standard: &Standard, item: &Item, record: &Record) -> Option<String> {
    let mut parts = Vec::new();
    // What is asked elsewhere is one number here, as on the form.
    for shown in standard.shown_at(item) {
        let (NumberShown::Asked(fact) | NumberShown::Known(fact) | NumberShown::Total(fact)) = shown;
        let count = record.facts.value(standard, &fact.id)?;
        parts.push(counted(text, fact.words.get(text.lang), count, fact.unit.get(text.lang)));
    }
    Some(parts.join(text.kinds.answer.between))
}

/// What was answered, as short as it stands beside the points on paper, where the rule tells the levels apart: `70/68`,
/// `②`, `12 场`. Nothing where numbers alone gave the points of an item that asks more.
pub(super) fn claim(text: &Text, standard: &Standard, item: &Item, record: &Record, is_open: bool) -> String {
    let open = || if is_open { text.form.not_yet.to_owned() } else { String::new() };
    match (item.ask(), record.answers.choice(&item.id)) {
        (Question::FactsAlone, choice) if !matches!(choice, Some(Choice::NotApplicable(_))) => {
            numbers(text, standard, item, record)
        }
        (Question::Choose(options), Some(Choice::Level(level))) => {
            let is = |says: OptionValue<'_>| says.words_of_level(*level).is_some();
            options.iter().position(|option| is(option.says)).map_or_else(open, mark)
        }
        (Question::Number { unit: Some(unit) }, Some(Choice::Count(count))) => {
            (text.kinds.answer.short)(&count.to_string(), unit.get(text.lang))
        }
        (Question::Tick(_), Some(Choice::Parts(there))) if !there.is_empty() => {
            there.iter().map(|part| mark(usize::from(*part))).collect()
        }
        (
            Question::Choose(_)
            | Question::Number { .. }
            | Question::Tick(_)
            | Question::Faults(_)
            | Question::Text { .. }
            | Question::FactsAlone,
            _,
        ) => answer(text, standard, item, record).map_or_else(open, |said| said.trim_end().to_owned()),
    }
}

/// The numbers of an item as they are filled in on paper, `70/68` or `12 场`.
fn numbers(text: &Text, standard: &Standard, item: &Item, record: &Record) -> String {
    let lines = item.scale.print();
    let facts = lines.iter().filter_map(|line| match line {
        PaperLine::Fact(fact) => Some(record.facts.value(standard, fact)),
        PaperLine::Boxes(_) | PaperLine::Box(_) | PaperLine::Number { .. } | PaperLine::Text(_) => None,
    });
    let facts: Vec<Option<u64>> = facts.collect();
    if facts.iter().all(Option::is_none) {
        return text.form.not_yet.to_owned();
    }
    let said = |fact: &Option<u64>| fact.map_or_else(|| text.form.not_yet.to_owned(), |number| number.to_string());
    let said = facts.iter().map(said).collect::<Vec<_>>().join("/");
    unit(text, standard, item).map_or_else(|| said.clone(), |unit| (text.kinds.answer.short)(&said, unit))
}
