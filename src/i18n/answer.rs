//! An answer in words, as the check page and the sheets show it.

use crate::i18n::Text;
use crate::i18n::format::{amount, counted};
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::standard::Standard;
use crate::model::standard::asking::NumberShown;
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::question::Question;

/// What was answered, and what is asked with it.
pub struct AnswerWords {
    /// Between several numbers or parts.
    pub between: &'static str,
    pub none_of_these: &'static str,
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
