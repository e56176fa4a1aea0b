//! A look into a file of a newer format than this program writes. What is known of it is shown and cannot
//! be changed or saved from here; what is not known is not shown. Where its shape does not fit, there is
//! nothing to show but the sentence that it is newer.

use super::answer::Answer;
use super::draft::{self, Draft};
use super::file::value_of;
use super::id::DraftId;
use super::json::Value;
use super::lint;
use super::problem::Problem;
use super::read::known;
use super::shelf::Shelf;
use super::submission::{self, Submission};

/// What is known of a file of a newer format. For reading alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Newer {
    /// Its format.
    pub format: u64,
    /// What is known of its content.
    pub draft: Draft,
}

/// Looks into a draft or submission that `file::open` refused as newer. What is shown has this id and no
/// history, and must not be kept.
pub fn look(bytes: &[u8], shelf: &Shelf, id: DraftId) -> Option<Newer> {
    let value = value_of(bytes).ok()?;
    let format = value.get("format").and_then(Value::number)?;
    let draft = match value.get("kind").and_then(Value::text)? {
        "draft" if format > u64::from(draft::FORMAT) => of_draft(&value, id)?,
        "submission" if format > u64::from(submission::FORMAT) => of_submission(&value, shelf, id)?,
        _ => return None,
    };
    Some(Newer { format, draft })
}

fn of_draft(value: &Value<'_>, id: DraftId) -> Option<Draft> {
    value.get("standard").and(value.get("record"))?;
    let (draft, problems): (Draft, _) = known(value);
    let bearable = ["record.facts.", "record.answers.", "reconfirm", "left", "earlier", "exports"];
    if !bear(&problems, &bearable) || !lint::check(&draft.standard).is_empty() {
        return None;
    }
    Some(shown(draft, id))
}

fn of_submission(value: &Value<'_>, shelf: &Shelf, id: DraftId) -> Option<Draft> {
    value.get("signed")?;
    let (submission, problems): (Submission, _) = known(value);
    if !bear(&problems, &["signed.facts.", "signed.answers.", "signed.score", "attached", "codes"]) {
        return None;
    }
    let reference = &submission.signed.standard;
    let standard = shelf.find(reference).or_else(|| shelf.newest(&reference.id))?;
    Some(shown(submission.draft(standard, id.clone(), submission.time.clone()), id))
}

/// Whether nothing is wrong but members that are missing at the top, and what stands at these places:
/// entries of maps that are left out, and what is not shown.
fn bear(problems: &[Problem], places: &[&str]) -> bool {
    problems
        .iter()
        .all(|problem| problem.place.is_empty() || places.iter().any(|bearable| problem.place.starts_with(bearable)))
}

/// Without what does not fit the standard, and without its history.
fn shown(mut draft: Draft, id: DraftId) -> Draft {
    (draft.id, draft.reconfirm, draft.left, draft.exports) = (id, Vec::new(), Vec::new(), Vec::new());
    draft.earlier = None;
    let misfits = draft.record.answers.iter().filter(|(id, answer)| !answer.problems(id, &draft.standard).is_empty());
    for id in misfits.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        draft.record.answers.edit(&id, |answer| *answer = Answer::default());
    }
    let unknown =
        draft.record.facts.iter().filter(|(id, _)| draft.standard.fact(id).is_none_or(|fact| fact.sum.is_some()));
    for id in unknown.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        draft.record.facts.set(id, None);
    }
    draft
}
