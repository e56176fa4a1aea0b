//! Takes from a file what the person chose, place by place. What was not chosen stays as it is: choosing
//! nothing changes nothing.

use crate::model::draft::Draft;
use crate::model::draft::compare::{Difference, FieldPath, FieldValue, PostLine, PostOf, UnitLine};
use crate::model::draft::exports::{Export, REMEMBERED, TIMES};
use crate::model::draft::orphans::{NeedsReview, QuestionId};
use crate::model::photos::photo::{Photo, PhotoDigest};
use crate::model::record::answers::Evidence;
use crate::model::standard::ids::ItemId;

/// The draft with the file's values in the chosen places; both under the same standard, the differences as
/// `compare` gave them for the two. A mark to confirm goes with its value. Once anything is taken, the next
/// revision is the later one of both, the exports of both are remembered, and the mark of the example stays. The id, the counter and the
/// time stay the draft's own.
pub fn merge(ours: &Draft, theirs: &Draft, chosen: &[Difference]) -> Draft {
    let mut merged = ours.clone();
    for difference in chosen {
        if let FieldPath::Photo(id, digest) = &difference.place {
            take_photo(&mut merged, theirs, id, digest);
            continue;
        }
        take(&mut merged, &difference.place, difference.theirs.as_ref());
        let of = match &difference.place {
            FieldPath::Choice(id) => QuestionId::Item(id.clone()),
            FieldPath::Fact(id) => QuestionId::Fact(id.clone()),
            _ => continue,
        };
        merged.confirm(&of);
        if let Some(asked) = theirs.marked(&of) {
            merged.reconfirm.push(NeedsReview { of, asked: asked.clone() });
        }
    }
    if !chosen.is_empty() {
        // A file after which no submission may come takes the next one from no other draft.
        if theirs.revision <= TIMES {
            merged.revision = merged.revision.max(theirs.revision);
        }
        merged.remember(&theirs.exports);
        // What holds anything of the example is no unit's own.
        merged.sample |= theirs.is_example();
    }
    merged
}

/// Puts a photo into its item's list as it stands in the file, one that is new at the end; or takes it out.
fn take_photo(merged: &mut Draft, theirs: &Draft, id: &ItemId, digest: &PhotoDigest) {
    let is = |photo: &&Photo| photo.digest == *digest;
    match theirs.photos_of(id).iter().find(is).map(Photo::trimmed) {
        None => merged.remove_photo(id, digest),
        Some(photo) => {
            merged.change_photos(id, |photos| match photos.iter_mut().find(|photo| photo.digest == *digest) {
                Some(known) => *known = photo,
                None => photos.push(photo),
            });
        }
    }
}

/// Puts a value in its place, or takes out what is there.
fn take(draft: &mut Draft, place: &FieldPath, value: Option<&FieldValue>) {
    let text = || if let Some(FieldValue::Text(text)) = value { text.clone() } else { String::new() };
    let flag = matches!(value, Some(FieldValue::Flag(true)));
    let (posts, declaration) = (&mut draft.posts, &mut draft.declaration);
    match place {
        FieldPath::Unit(line) => {
            *match line {
                UnitLine::Code => &mut draft.unit.code,
                UnitLine::Name => &mut draft.unit.name,
                UnitLine::Township => &mut draft.unit.township,
                UnitLine::Village => &mut draft.unit.village,
                UnitLine::Address => &mut draft.unit.address,
                UnitLine::Hours => &mut draft.unit.hours,
            } = text();
        }
        FieldPath::Post(of, line) => {
            let post = match of {
                PostOf::Head => &mut posts.head,
                PostOf::Deputy => &mut posts.deputy,
                PostOf::Liaison => &mut posts.liaison,
            };
            *match line {
                PostLine::Name => &mut post.name,
                PostLine::Office => &mut post.office,
                PostLine::Phone => &mut post.phone,
            } = text();
        }
        FieldPath::Acting => posts.acting = flag,
        FieldPath::Year => {
            if let Some(FieldValue::Year(year)) = value {
                (draft.year, draft.unread.year) = (*year, None);
            }
        }
        FieldPath::Months => {
            if let Some(FieldValue::Months(months)) = value {
                draft.record.months = *months;
            }
        }
        FieldPath::Fact(id) => {
            let count = if let Some(FieldValue::Count(count)) = value { Some(*count) } else { None };
            draft.record.facts.set(id.clone(), count);
            draft.unread.of_fact(id, None);
        }
        FieldPath::Choice(id) => {
            let choice = if let Some(FieldValue::Choice(choice)) = value { Some(choice.clone()) } else { None };
            draft.record.answers.edit(id, |answer| answer.choice = choice);
            draft.unread.forget(id);
        }
        FieldPath::Evidence(id) => draft.record.answers.edit(id, |answer| {
            answer.evidence =
                if let Some(FieldValue::Evidence(evidence)) = value { evidence.clone() } else { Evidence::default() };
        }),
        FieldPath::Note(id) => draft.record.answers.edit(id, |answer| answer.note = text()),
        // Taken with all that is known of it, see `take_photo`.
        FieldPath::Photo(..) => {}
        FieldPath::DeclaredBy => declaration.name = text(),
        FieldPath::DeclaredAs => declaration.post = text(),
        FieldPath::DeclaredOn => {
            declaration.date = if let Some(FieldValue::Day(day)) = value { Some(*day) } else { None };
        }
        FieldPath::Agreed => declaration.agreed = flag,
        FieldPath::Left(left) => {
            draft.let_go(left);
            if value.is_some() {
                draft.left.push((**left).clone());
            }
        }
    }
}

impl Draft {
    /// Remembers what another draft handed over, in the order of time; what is known already once. Where there is
    /// room for no more, the latest of theirs: what was handed over here is not forgotten for what a file says.
    fn remember(&mut self, theirs: &[Export]) {
        let new: Vec<&Export> = theirs.iter().filter(|export| !self.exports.contains(export)).collect();
        let room = REMEMBERED.saturating_sub(self.exports.len());
        for export in new.iter().skip(new.len().saturating_sub(room)) {
            let place = self.exports.iter().rposition(|known| known.time <= export.time).map_or(0, |before| before + 1);
            self.exports.insert(place, (*export).clone());
        }
    }
}
