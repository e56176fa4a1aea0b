//! An answer in words, as the check page and the sheets show it.

use crate::i18n::Text;
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::standard::Standard;
use crate::model::standard::asking::NumberShown;
use crate::model::standard::item::{Item, Scale};
use crate::model::standard::words::Lang;

/// What was answered, or nothing while the item is open.
pub fn answer(text: &Text, standard: &Standard, item: &Item, record: &Record) -> Option<String> {
    let choice = record.answers.choice(&item.id);
    if let Some(Choice::NotApplicable(reason)) = choice {
        let reason = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
        return Some((text.form.not_applicable)(reason));
    }
    if item.by_facts() {
        return facts(text, standard, item, record);
    }
    match (choice?, &item.scale) {
        (Choice::Yes(true), _) => Some(text.form.yes.to_owned()),
        (Choice::Yes(false), _) => Some(text.form.no.to_owned()),
        (Choice::Level(level), Scale::Levels { levels, .. }) => {
            levels.get(usize::from(*level)).map(|level| level.words.get(text.lang).to_owned())
        }
        (Choice::Count(count), Scale::Count { unit, .. } | Scale::Steps { unit, .. } | Scale::Deduct { unit, .. }) => {
            Some(format!("{count} {}", unit.as_ref().map_or("", |unit| unit.get(text.lang))))
        }
        (Choice::Text(said), _) => Some(said.clone()),
        _ => None,
    }
}

fn facts(text: &Text, standard: &Standard, item: &Item, record: &Record) -> Option<String> {
    let mut parts = Vec::new();
    // What is asked elsewhere is one number here, as on the form.
    for shown in standard.shown_at(item) {
        let (NumberShown::Asked(fact) | NumberShown::Known(fact)) = shown;
        let count = record.facts.value(standard, &fact.id)?;
        parts.push(format!("{} {count} {}", fact.words.get(text.lang), fact.unit.get(text.lang)).trim_end().to_owned());
    }
    Some(parts.join(if text.lang == Lang::Zh { "；" } else { "; " }))
}
