//! A look into a file of a newer format than this program writes. What is known of it is shown and cannot
//! be changed or saved from here; what is not known is not shown. Where its shape does not fit, there is
//! nothing to show but the sentence that it is newer.

use crate::model::draft;
use crate::model::draft::Draft;
use crate::model::files::migrations::REVISION;
use crate::model::files::parse::parse_newer;
use crate::model::files::parsed::value_of;
use crate::model::problem::Problem;
use crate::model::record::answers::Answer;
use crate::model::standard::Standard;
use crate::model::standard::ids::DraftId;
use crate::model::standard::library::StandardLibrary;
use crate::model::standard::lint;
use crate::model::submission;
use crate::model::submission::{Attached, Submission};
use serde_json::{Map, Value, json};

/// A time where the newer format has none; nobody is shown it.
const NO_TIME: &str = "2000-01-01T00:00:00Z";

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
pub fn preview(bytes: &[u8], library: &StandardLibrary, id: DraftId) -> Option<Newer> {
    let (value, _) = value_of(bytes).ok()?;
    let Value::Object(members) = value else { return None };
    let format = members.get("format")?.as_u64()?;
    let draft = match members.get("kind")?.as_str()? {
        "draft" if format > u64::from(draft::FORMAT) => of_draft(members, id)?,
        "submission" if format > u64::from(submission::FORMAT) => of_submission(members, library, id)?,
        _ => return None,
    };
    Some(Newer { format, draft })
}

/// What stands in for a member that the newer format does not have, or that is not shown.
fn stand_in(members: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    members.entry(key).or_insert_with(|| value.into());
}

fn of_draft(mut members: Map<String, Value>, id: DraftId) -> Option<Draft> {
    members.get("standard").and(members.get("record"))?;
    for history in ["reconfirm", "left", "earlier", "exports"] {
        members.remove(history);
    }
    stand_in(&mut members, "id", id.as_str());
    stand_in(&mut members, "changed", NO_TIME);
    for number in ["counter", "year", REVISION] {
        stand_in(&mut members, number, 0);
    }
    let file = Value::Object(members);
    let (draft, problems): (Draft<Standard>, _) = parse_newer(&file).ok()?;
    let draft = draft.with_issued(&file);
    let fits = bear(&problems, &["record.facts.", "record.answers."]) && lint::check(&draft.standard).is_empty();
    fits.then(|| shown(draft, id))
}

fn of_submission(mut members: Map<String, Value>, library: &StandardLibrary, id: DraftId) -> Option<Draft> {
    stand_in(&mut members, "time", NO_TIME);
    stand_in(&mut members, REVISION, 0);
    // Codes and score are computed from the content, and of what is attached as much is shown as is known.
    let code = "0000-0000-0000";
    members.insert("codes".to_owned(), json!({"signed": code, "attached": code}));
    let nothing = json!({"low": 0, "high": 0});
    let score = json!({
        "total": nothing, "bonus": nothing, "sections": {}, "items": {}, "stars": [null, null], "open": 0
    });
    members.get_mut("signed")?.as_object_mut()?.insert("score".to_owned(), score);
    let attached = members.entry("attached").or_insert(Value::Null);
    if let Some(attached) = attached.as_object_mut() {
        stand_in(attached, "notes", Map::new());
    }
    if parse_newer::<Attached>(attached).is_err() {
        *attached = json!({"notes": {}});
    }
    let (submission, problems): (Submission, _) = parse_newer(&Value::Object(members)).ok()?;
    if !bear(&problems, &["signed.facts.", "signed.answers.", "attached."]) {
        return None;
    }
    let reference = &submission.signed.standard;
    let standard = library.find(reference).or_else(|| library.newest(&reference.id))?;
    Some(shown(submission.draft(standard, id.clone(), submission.time.clone()), id))
}

/// Whether nothing was left out but entries of maps at these places.
fn bear(problems: &[Problem], places: &[&str]) -> bool {
    problems.iter().all(|problem| places.iter().any(|bearable| problem.place.starts_with(bearable)))
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
