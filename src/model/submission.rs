//! The submission (申报文件): what a unit sends. Two members carry a code each: `signed` is what the
//! signature on paper stands for, `attached` is what may be added later without voiding it.

pub mod answer_filter;
pub mod before_sending;
pub mod code_check;
pub mod export;
mod open;
pub mod sending;

use crate::model::date::{CivilDate, UtcTime};
use crate::model::digest::{CheckCode, Codes, Digest};
use crate::model::draft::Draft;
use crate::model::draft::upgrade;
use crate::model::files::entries::entries;
use crate::model::files::json::canonical;
use crate::model::photos::photo::Photo;
use crate::model::problem::Problem;
use crate::model::record::answers::{Answer, Answers, Choice, Evidence};
use crate::model::record::facts::Facts;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::record::{Months, Record};
use crate::model::scoring::score::Score;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::sorting::map_of;
use crate::model::standard::ids::{DraftId, ItemId};
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of a submission that this program writes.
pub const FORMAT: u32 = if cfg!(feature = "next-format") { 2 } else { 1 };

/// One unit's submission for one year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Submission {
    /// What kind of file it is.
    pub kind: SubmissionKind,
    /// The format of the file.
    pub format: u32,
    /// What is signed for.
    pub signed: Signed,
    /// What goes with it.
    pub attached: Attached,
    /// When it was made.
    pub time: UtcTime,
    /// Which one it is, counted from 1 (第 n 次), to `TIMES`.
    #[cfg_attr(feature = "next-format", serde(rename = "turn"))]
    pub revision: u32,
    /// The codes of the two members below.
    pub codes: Codes,
}

/// The word `submission` in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubmissionKind {
    /// A submission.
    Submission,
}

/// What the signature stands for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Signed {
    /// The numbers asked once.
    pub facts: Facts,
    /// Every item of the standard, answered or not.
    #[serde(deserialize_with = "entries")]
    pub answers: BTreeMap<ItemId, SignedAnswer>,
    /// Whether it is the worked example (示例). Part of what is signed, so that it is missed when it is taken out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The standard it was filled in by.
    pub standard: StandardRef,
    /// The year it is for.
    pub year: u16,
    /// Who is assessed.
    pub unit: Unit,
    /// Who speaks for it.
    pub posts: Posts,
    /// Months in operation.
    pub months: Months,
    /// Who declares it true.
    pub declaration: Declaration,
    /// The score as it was shown. For people and other programs; never trusted, always computed again.
    pub score: ShownScore,
}

/// What was said of one item, and the digest of the item as it was asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SignedAnswer {
    /// The digest of the item as it was asked.
    pub item: Digest,
    /// The choice; none if the item is open or numbers alone answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
}

/// What goes with a submission.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Attached {
    /// Notes, by item.
    #[serde(deserialize_with = "entries")]
    pub notes: BTreeMap<ItemId, String>,
    /// Photos, by item, each in the order in which they are to be looked at. Their bytes stand beside in the file.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub photos: BTreeMap<ItemId, Vec<Photo>>,
}

/// A submission that was opened, with the standard it belongs to and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenedSubmission {
    /// The submission.
    pub submission: Submission,
    /// Its standard; another version of it if its own is not at hand.
    pub standard: IssuedStandard,
    /// What was changed by another hand: codes or a score that the content does not give. Under another
    /// version of its standard, what that asks otherwise.
    pub findings: Vec<Problem>,
    /// What was filled in.
    pub record: Record,
    /// What the standard gives for it, worked out again.
    pub score: Score,
}

impl Submission {
    /// Makes a submission of a draft, at this moment. Spaces around typed words go; nothing else is changed.
    pub fn of(draft: &Draft, time: UtcTime) -> Self {
        Self::on(draft, time, None)
    }

    /// The same, declared on this day where the person typed no other.
    pub fn on(draft: &Draft, time: UtcTime, day: Option<CivilDate>) -> Self {
        let standard = &draft.standard;
        let record = draft.record.trimmed();
        let answers = standard.digested_items().map(|(item, digest)| {
            let answer = record.answers.get(&item.id).cloned().unwrap_or_default();
            let Answer { choice, evidence, .. } = answer;
            (item.id.clone(), SignedAnswer { item: digest.clone(), choice, evidence })
        });
        let noted = record.answers.iter().filter(|(_, answer)| !answer.note.is_empty());
        let notes = map_of(noted.map(|(id, answer)| (id.clone(), answer.note.clone())));
        let signed = Signed {
            sample: draft.is_example(),
            standard: standard.reference().clone(),
            year: draft.year,
            unit: draft.unit.trimmed(),
            posts: draft.posts.trimmed(),
            months: record.months,
            facts: record.facts.clone(),
            answers: map_of(answers),
            declaration: Declaration { date: draft.declaration.date.or(day), ..draft.declaration.trimmed() },
            score: ShownScore::of(standard, &Score::of(standard, &record)),
        };
        let shown = record.answers.iter().filter(|(_, answer)| !answer.photos.is_empty());
        let photos = map_of(shown.map(|(id, answer)| (id.clone(), answer.photos.clone())));
        let attached = Attached { notes, photos };
        Self {
            kind: SubmissionKind::Submission,
            format: FORMAT,
            time,
            revision: draft.revision,
            codes: Codes { signed: CheckCode::of(&signed), attached: CheckCode::of(&attached) },
            signed,
            attached,
        }
    }

    /// The bytes of the file: canonical JSON.
    pub fn written(&self) -> String {
        canonical(self)
    }

    /// What was filled in, as the engine scores it.
    pub fn record(&self) -> Record {
        let mut answers = Answers::default();
        for (id, signed) in &self.signed.answers {
            answers.edit(id, |answer| {
                answer.choice.clone_from(&signed.choice);
                answer.evidence = signed.evidence.clone();
            });
        }
        for (id, note) in &self.attached.notes {
            answers.edit(id, |answer| answer.note.clone_from(note));
        }
        for (id, photos) in &self.attached.photos {
            answers.edit(id, |answer| answer.photos.clone_from(photos));
        }
        Record { months: self.signed.months, facts: self.signed.facts.clone(), answers }
    }

    /// A draft with the same content; the next submission from it counts one more. Under another version
    /// than the submission's own, what is not asked as before is marked or kept beside the form.
    pub fn draft(&self, standard: &IssuedStandard, id: DraftId, now: UtcTime) -> Draft {
        let draft = Draft {
            sample: self.signed.sample,
            year: self.signed.year,
            revision: self.revision.saturating_add(1),
            unit: self.signed.unit.clone(),
            posts: self.signed.posts.clone(),
            record: self.record(),
            // Declared anew, on the day that it is made.
            declaration: Declaration { agreed: false, date: None, ..self.signed.declaration.clone() },
            ..Draft::new(id, standard.clone(), now)
        };
        if self.signed.standard == *standard.reference() {
            return draft;
        }
        let digest_of = |id: &ItemId| self.signed.answers.get(id).map(|signed| signed.item.clone());
        upgrade::submitted(&draft, digest_of)
    }
}
