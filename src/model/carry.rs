//! A draft under another version of its standard, or under the next year's. What is asked as before is
//! carried; what is asked otherwise is carried and marked (请重新确认) if it still fits; what does not fit,
//! or is not asked any more, stays visible beside the form. Nothing a person typed is dropped, and going
//! back to the first version gives the first draft again.

use crate::model::answer::{Answer, Choice};
use crate::model::digest::Digest;
use crate::model::draft::Draft;
use crate::model::embedded::Embedded;
use crate::model::facts::Count;
use crate::model::id::{FactId, ItemId};
use crate::model::left::{Asked, Kept, Left, Mark, Of};
use crate::model::record::Record;
use crate::model::standard::{Standard, related};
use crate::model::unit::Declaration;
use crate::model::words::Words;

/// The draft under another standard; none if the two have nothing to do with each other. It keeps its id,
/// its counter and its time. In another year it starts again with the first revision, and in any case it
/// must be declared again.
pub fn onto(draft: &Draft, standard: &Embedded) -> Option<Draft> {
    if !related(&draft.standard, standard) {
        return None;
    }
    if draft.standard.reference() == standard.reference() {
        return Some(draft.clone());
    }
    // A draft follows its standard's year, unless the person chose another one.
    let year = if draft.year == draft.standard.year { standard.year } else { draft.year };
    let mut carried = emptied(draft, standard);
    if year != draft.year {
        carried = Draft {
            year,
            revision: 1,
            exports: Vec::new(),
            declaration: Declaration { date: None, ..carried.declaration },
            ..carried
        };
    }
    let old = Some(&*draft.standard);
    for (id, answer) in draft.record.answers.iter() {
        let asked = draft.marked(&Of::Item(id.clone())).cloned();
        let asked = asked.or_else(|| Asked::item(&draft.standard, id, draft.year));
        carry_answer(&mut carried, id, asked.unwrap_or_else(|| unknown(draft.year)), answer, old);
    }
    for (id, count) in draft.record.facts.iter() {
        let asked = draft.marked(&Of::Fact(id.clone())).cloned();
        let asked = asked.or_else(|| Asked::fact(&draft.standard, id, draft.year));
        carry_number(&mut carried, id, asked.unwrap_or_else(|| unknown(draft.year)), count, old);
    }
    for left in &draft.left {
        bring_back(&mut carried, left);
    }
    Some(carried)
}

/// A submission's draft under another standard than its own, which is not at hand: the digest that each
/// answer carries tells what is asked as before. The words of a number are not known, so every number
/// must be looked at.
pub(super) fn submitted(draft: &Draft, digest_of: impl Fn(&ItemId) -> Option<Digest>) -> Draft {
    let mut carried = emptied(draft, &draft.standard);
    for (id, answer) in draft.record.answers.iter() {
        let digest = digest_of(id);
        let words = draft.standard.digested_item(id).filter(|(_, own)| Some(*own) == digest.as_ref());
        let words = words.map(|(item, _)| item.words.clone()).unwrap_or_default();
        carry_answer(&mut carried, id, Asked { digest, words, year: draft.year }, answer, None);
    }
    for (id, count) in draft.record.facts.iter() {
        carry_number(&mut carried, id, unknown(draft.year), count, None);
    }
    carried
}

fn unknown(year: u16) -> Asked {
    Asked { digest: None, words: Words::default(), year }
}

/// The draft under a standard, with nothing filled in yet that belongs to its items and facts.
fn emptied(draft: &Draft, standard: &Embedded) -> Draft {
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

fn carry_answer(carried: &mut Draft, id: &ItemId, asked: Asked, answer: &Answer, old: Option<&Standard>) {
    let Some((item, digest)) = carried.standard.digested_item(id) else {
        return carried.left.push(Left::answer(id, asked, answer, old));
    };
    let fits = answer.misfit(item).is_none();
    // A number that was counted in one year says nothing of the next.
    let of_year = matches!(answer.choice, Some(Choice::Count(_)));
    let same = asked.digest.as_ref() == Some(digest) && (asked.year == carried.year || !of_year);
    if !fits {
        carried.left.push(Left::answer(id, asked, answer, old));
    } else if !same {
        carried.reconfirm.push(Mark { of: Of::Item(id.clone()), asked });
    }
    carried.record.answers.edit(id, |here| {
        *here = Answer { choice: answer.choice.clone().filter(|_| fits), ..answer.clone() };
    });
}

fn carry_number(carried: &mut Draft, id: &FactId, asked: Asked, count: Count, old: Option<&Standard>) {
    let Some((_, digest)) = carried.standard.digested_fact(id).filter(|(fact, _)| fact.sum.is_none()) else {
        return carried.left.push(Left::number(id, asked, count, old));
    };
    if asked.digest.as_ref() != Some(digest) || asked.year != carried.year {
        carried.reconfirm.push(Mark { of: Of::Fact(id.clone()), asked });
    }
    carried.record.facts.set(id.clone(), Some(count));
}

/// What was left before takes its place again where the very same is asked and nothing else was said.
fn bring_back(carried: &mut Draft, left: &Left) {
    let same = |digest: &Digest| left.asked.digest.as_ref() == Some(digest) && left.asked.year == carried.year;
    match &left.kept {
        Kept::Answer { item: id, answer } => {
            let item = carried.standard.digested_item(id).filter(|(_, digest)| same(digest));
            let fits = item.is_some_and(|(item, _)| answer.misfit(item).is_none());
            if fits && carried.record.answers.choice(id).is_none() {
                carried.confirm(&Of::Item(id.clone()));
                return carried.record.answers.edit(id, |here| {
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
        Kept::Number { fact: id, count } => {
            let fact = carried.standard.digested_fact(id);
            let fact = fact.filter(|(fact, digest)| fact.sum.is_none() && same(digest));
            if fact.is_some() && carried.record.facts.asked(id).is_none() {
                return carried.record.facts.set(id.clone(), Some(*count));
            }
        }
    }
    carried.left.push(left.clone());
}
