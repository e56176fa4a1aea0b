//! A draft under another version of its standard, or under the next year's. What is asked as before is
//! carried; what is asked otherwise is carried and marked (请重新确认) if it still fits; what does not fit,
//! or is not asked any more, stays visible beside the form. Nothing a person typed is dropped, and going
//! back to the first version gives the first draft again.

use crate::model::digest::Digest;
use crate::model::draft::Draft;
use crate::model::draft::orphans::{NeedsReview, Orphan, OrphanValue, QuestionId, QuestionSnapshot};
use crate::model::record::Record;
use crate::model::record::answers::{Answer, Choice};
use crate::model::record::facts::Count;
use crate::model::record::unit::Declaration;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::words::Words;
use crate::model::standard::{Standard, related};

/// The draft under another standard; none if the two have nothing to do with each other. It keeps its id,
/// its counter and its time. In another year it starts again with the first revision, and in any case it
/// must be declared again.
pub fn onto(draft: &Draft, standard: &IssuedStandard) -> Option<Draft> {
    if !related(&draft.standard, standard) {
        return None;
    }
    if draft.standard.reference() == standard.reference() {
        return Some(draft.clone());
    }
    // A draft follows its standard's year, unless the person chose another one.
    let year = if draft.year == draft.standard.year { standard.year } else { draft.year };
    let mut upgraded = emptied(draft, standard);
    if year != draft.year {
        upgraded = Draft {
            year,
            revision: 1,
            exports: Vec::new(),
            declaration: Declaration { date: None, ..upgraded.declaration },
            ..upgraded
        };
    }
    let old = Some(&*draft.standard);
    for (id, answer) in draft.record.answers.iter() {
        let asked = draft.marked(&QuestionId::Item(id.clone())).cloned();
        let asked = asked.or_else(|| QuestionSnapshot::item(&draft.standard, id, draft.year));
        upgrade_answer(&mut upgraded, id, asked.unwrap_or_else(|| unknown(draft.year)), answer, old);
    }
    for (id, count) in draft.record.facts.iter() {
        let asked = draft.marked(&QuestionId::Fact(id.clone())).cloned();
        let asked = asked.or_else(|| QuestionSnapshot::fact(&draft.standard, id, draft.year));
        upgrade_number(&mut upgraded, id, asked.unwrap_or_else(|| unknown(draft.year)), count, old);
    }
    for left in &draft.left {
        bring_back(&mut upgraded, left);
    }
    Some(upgraded)
}

/// A submission's draft under another standard than its own, which is not at hand: the digest that each
/// answer carries tells what is asked as before. The words of a number are not known, so every number
/// must be looked at.
pub(in crate::model) fn submitted(draft: &Draft, digest_of: impl Fn(&ItemId) -> Option<Digest>) -> Draft {
    let mut upgraded = emptied(draft, &draft.standard);
    for (id, answer) in draft.record.answers.iter() {
        let digest = digest_of(id);
        let words = draft.standard.digested_item(id).filter(|(_, own)| Some(*own) == digest.as_ref());
        let words = words.map(|(item, _)| item.words.clone()).unwrap_or_default();
        upgrade_answer(&mut upgraded, id, QuestionSnapshot { digest, words, year: draft.year }, answer, None);
    }
    for (id, count) in draft.record.facts.iter() {
        upgrade_number(&mut upgraded, id, unknown(draft.year), count, None);
    }
    upgraded
}

fn unknown(year: u16) -> QuestionSnapshot {
    QuestionSnapshot { digest: None, words: Words::default(), year }
}

/// The draft under a standard, with nothing filled in yet that belongs to its items and facts.
fn emptied(draft: &Draft, standard: &IssuedStandard) -> Draft {
    let mut unread = draft.unread.clone();
    unread.keep_asked(standard);
    Draft {
        unread,
        record: Record { months: draft.record.months, ..Record::default() },
        declaration: Declaration { agreed: false, ..draft.declaration.clone() },
        standard: standard.clone(),
        reconfirm: Vec::new(),
        left: Vec::new(),
        ..draft.clone()
    }
}

fn upgrade_answer(upgraded: &mut Draft, id: &ItemId, asked: QuestionSnapshot, answer: &Answer, old: Option<&Standard>) {
    let Some((item, digest)) = upgraded.standard.digested_item(id) else {
        return upgraded.left.push(Orphan::answer(id, asked, answer, old));
    };
    let fits = answer.misfit(item).is_none();
    // A number that was counted in one year says nothing of the next.
    let of_year = answer.choice.as_ref().is_some_and(Choice::is_of_one_year);
    let same = asked.digest.as_ref() == Some(digest) && (asked.year == upgraded.year || !of_year);
    if !fits {
        upgraded.left.push(Orphan::answer(id, asked, answer, old));
    } else if !same {
        upgraded.reconfirm.push(NeedsReview { of: QuestionId::Item(id.clone()), asked });
    }
    upgraded.record.answers.edit(id, |here| {
        *here = Answer { choice: answer.choice.clone().filter(|_| fits), ..answer.clone() };
    });
}

fn upgrade_number(upgraded: &mut Draft, id: &FactId, asked: QuestionSnapshot, count: Count, old: Option<&Standard>) {
    let Some((_, digest)) = upgraded.standard.digested_fact(id).filter(|(fact, _)| fact.sum.is_none()) else {
        return upgraded.left.push(Orphan::number(id, asked, count, old));
    };
    if asked.digest.as_ref() != Some(digest) || asked.year != upgraded.year {
        upgraded.reconfirm.push(NeedsReview { of: QuestionId::Fact(id.clone()), asked });
    }
    upgraded.record.facts.set(id.clone(), Some(count));
}

/// What was left before takes its place again where the very same is asked and nothing else was said.
fn bring_back(upgraded: &mut Draft, left: &Orphan) {
    let same = |digest: &Digest| left.asked.digest.as_ref() == Some(digest) && left.asked.year == upgraded.year;
    match &left.kept {
        OrphanValue::Answer { item: id, answer } => {
            let item = upgraded.standard.digested_item(id).filter(|(_, digest)| same(digest));
            let fits = item.is_some_and(|(item, _)| answer.misfit(item).is_none());
            if fits && upgraded.record.answers.choice(id).is_none() {
                upgraded.confirm(&QuestionId::Item(id.clone()));
                return upgraded.record.answers.edit(id, |here| {
                    here.choice.clone_from(&answer.choice);
                    if here.evidence.is_empty() {
                        here.evidence = answer.evidence.clone();
                    }
                    if here.note.is_empty() {
                        here.note.clone_from(&answer.note);
                    }
                    if here.photos.is_empty() {
                        here.photos.clone_from(&answer.photos);
                    }
                });
            }
        }
        OrphanValue::Number { fact: id, count } => {
            let fact = upgraded.standard.digested_fact(id);
            let fact = fact.filter(|(fact, digest)| fact.sum.is_none() && same(digest));
            if fact.is_some() && upgraded.record.facts.asked(id).is_none() {
                return upgraded.record.facts.set(id.clone(), Some(*count));
            }
        }
    }
    upgraded.left.push(left.clone());
}
