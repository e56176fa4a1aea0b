//! What is said of an earlier year that stands beside this one.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::format::counted;
use crate::i18n::{Text, earlier_words};
use crate::model::draft::Draft;
use crate::model::draft::orphans::{Orphan, OrphanValue};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};

/// The sentences in one language.
pub struct PriorYearWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub stands: fn(u16, &str) -> String,
    pub take_away: &'static str,
    pub here: &'static str,
    pub none: &'static str,
    pub open_file: &'static str,
    pub put: fn(&str) -> String,
    pub put_beside: fn(&str) -> String,
    pub begin: fn(u16, u16) -> String,
    pub begin_hint: &'static str,
    pub other_unit: &'static str,
    pub done: fn(u16) -> String,
    pub year: fn(u16) -> String,
    pub differs: fn(&str) -> String,
    pub reuse: fn(u16) -> String,
    pub change: &'static str,
    pub bonus: fn(&str) -> String,
}

impl Text {
    /// The sentences about an earlier year.
    pub fn beside(&self) -> &'static PriorYearWords {
        earlier_words(self.lang)
    }
}

/// What was said of an item then: the answer with what showed it, or the numbers; nothing where nothing was said.
pub fn beside(text: &Text, draft: &Draft, earlier: &PriorYear, item: &Item) -> String {
    let answer = earlier.answer(&item.id);
    // The numbers that are asked here; where none is, all that it needs.
    let (mut facts, asked) = (draft.standard.needs(item), draft.numbers_beside(item));
    if !asked.is_empty() {
        facts.retain(|fact| asked.iter().any(|(here, _)| here.id == fact.id));
    }
    let numbers = facts.into_iter().filter_map(|fact| {
        let (count, _) = earlier.number(&fact.id)?;
        Some(counted(text, fact.words.get(text.lang), count, fact.unit.get(text.lang)))
    });
    let mut parts: Vec<String> = numbers.collect();
    if let Some(Orphan { said, kept: OrphanValue::Answer { answer, .. }, .. }) = answer {
        parts.insert(0, chosen(text, answer, said.get(text.lang)));
        parts.extend([answer.evidence.ledger.trim().to_owned(), answer.evidence.page.trim().to_owned()]);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn chosen(text: &Text, answer: &Answer, said: &str) -> String {
    match &answer.choice {
        None => String::new(),
        Some(Choice::Yes(yes)) => if *yes { text.form.yes } else { text.form.no }.to_owned(),
        Some(Choice::NotApplicable(_)) => (text.form.not_applicable)(said),
        Some(Choice::Count(count)) => format!("{count} {said}").trim_end().to_owned(),
        Some(Choice::Parts(there)) if there.is_empty() => text.kinds.answer.none_of_these.to_owned(),
        Some(Choice::Level(_) | Choice::Parts(_) | Choice::Faults(_)) => said.to_owned(),
        Some(Choice::Text(words)) => words.clone(),
    }
}

/// How many points more or less than then; nothing while one of them is open.
pub fn change(now: Range, then: Range) -> String {
    let (Some(now), Some(then)) = (now.settled(), then.settled()) else { return String::new() };
    let (more, less) = (now.less(then), then.less(now));
    match (more == Points::ZERO, less == Points::ZERO) {
        (false, _) => format!("+{more}"),
        (_, false) => format!("−{less}"),
        _ => "0".to_owned(),
    }
}
