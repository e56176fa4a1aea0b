//! Opening a submission (申报文件) that came from somebody: what does not hold together is refused, every
//! problem at once; what another hand changed, or another version of the standard asks otherwise, is told.

use crate::model::digest::{CheckCode, Codes};
use crate::model::draft::example;
use crate::model::draft::exports::TIMES;
use crate::model::files::json;
use crate::model::files::migrations;
use crate::model::files::parse::parse;
use crate::model::photos::photo;
use crate::model::photos::photo::PHOTOS;
use crate::model::problem::{Fault, Problem};
use crate::model::record::Record;
use crate::model::record::answers::{Answer, Choice};
use crate::model::record::text_length::longer;
use crate::model::scoring::score::Score;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::Standard;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::StandardLibrary;
use crate::model::standard::reference::StandardRef;
use crate::model::submission::{FORMAT, OpenedSubmission, Submission};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// What carries a code, as it stands in the text of a file.
#[derive(Deserialize)]
struct CodedMembers<'a> {
    #[serde(borrow)]
    signed: &'a RawValue,
    #[serde(borrow)]
    attached: &'a RawValue,
}

impl Submission {
    /// Reads a submission. Refuses what does not hold together with its standard, every problem at
    /// once; tells what another hand changed.
    pub fn read(text: &str, library: &StandardLibrary) -> Result<OpenedSubmission, Vec<Problem>> {
        Self::open(&json::read(text).map_err(|problem| vec![problem])?, library)
    }

    /// The same of a value.
    pub fn open(value: &Value, library: &StandardLibrary) -> Result<OpenedSubmission, Vec<Problem>> {
        // Of the file as it came, whatever a step to this format changes.
        let code = |member| CheckCode::of_read(value.get(member));
        Self::open_with(value, &Codes { signed: code("signed"), attached: code("attached") }, library)
    }

    /// The same of the text that it was read from. A code that the text itself gives, as it stands there, is found without
    /// writing the canonical form: only that form gives it.
    pub(in crate::model) fn open_text(
        text: &str,
        value: &Value,
        library: &StandardLibrary,
    ) -> Result<OpenedSubmission, Vec<Problem>> {
        let members: Option<CodedMembers<'_>> = serde_json::from_str(text).ok();
        let code = |member: &str, raw: Option<&RawValue>| {
            let recorded = value.get("codes").and_then(|codes| codes.get(member)).and_then(Value::as_str);
            let given = raw.map(|raw| CheckCode::of_text(raw.get())).filter(|code| Some(code.as_str()) == recorded);
            given.unwrap_or_else(|| CheckCode::of_read(value.get(member)))
        };
        let [signed, attached] = [members.as_ref().map(|of| of.signed), members.as_ref().map(|of| of.attached)];
        let found = Codes { signed: code("signed", signed), attached: code("attached", attached) };
        Self::open_with(value, &found, library)
    }

    fn open_with(value: &Value, found: &Codes, library: &StandardLibrary) -> Result<OpenedSubmission, Vec<Problem>> {
        migrations::refuse_newer(value, FORMAT)?;
        let value = &*migrations::current(value, migrations::SUBMISSION);
        let (submission, mut problems): (Self, _) = parse(value)?;
        let StandardRef { id, version, .. } = &submission.signed.standard;
        problems.extend(submission.frame_problems());
        let exact = library.find(&submission.signed.standard);
        let Some(standard) = exact.or_else(|| library.newest(id)) else {
            let (unit, year) = (submission.signed.unit.trimmed().name, submission.signed.year);
            let fault = Fault::StandardMissing { id: id.to_string(), version: *version, unit, year };
            problems.push(Problem::at("signed.standard", fault));
            return Err(problems);
        };
        let standard = standard.clone();
        if exact.is_some() {
            problems.extend(submission.misfits(&standard));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut findings = submission.changed_codes(found);
        let record = submission.record();
        let score = Score::of(&standard, &record);
        if !submission.signed.sample && example::says(&submission.signed.unit, &record) {
            findings.push(Problem::at("signed.sample", Fault::ExampleUnmarked));
        }
        if exact.is_some() {
            findings.extend(submission.changed_content(&standard, &score));
        } else {
            findings.extend(submission.affected(&standard, &record));
        }
        Ok(OpenedSubmission { submission, standard, findings, record, score })
    }

    /// What is wrong with it whatever the standard says.
    fn frame_problems(&self) -> Vec<Problem> {
        let mut problems = self.signed.unit.problems("signed.unit");
        problems.extend(self.signed.posts.problems("signed.posts"));
        problems.extend(self.signed.declaration.problems("signed.declaration"));
        if !(1..=FORMAT).contains(&self.format) {
            problems.push(Problem::at("format", Fault::OutOfRange { least: 1, most: u64::from(FORMAT) }));
        }
        if !(1990..=2199).contains(&self.signed.year) {
            problems.push(Problem::at("signed.year", Fault::OutOfRange { least: 1990, most: 2199 }));
        }
        if !(1..=TIMES).contains(&self.revision) {
            let most = u64::from(TIMES);
            problems.push(Problem::at(migrations::REVISION, Fault::OutOfRange { least: 1, most }));
        }
        for (id, signed) in &self.signed.answers {
            let faults = signed.evidence.long().into_iter().chain(signed.choice.as_ref().and_then(Choice::oversize));
            let place = || format!("signed.answers.{id}");
            problems.extend(faults.map(|(key, fault)| Problem::at(key, fault).below(&place())));
        }
        for (id, note) in &self.attached.notes {
            if longer(note, Answer::NOTE) {
                problems.push(Problem::at(format!("attached.notes.{id}"), Fault::TooLong { most: Answer::NOTE }));
            }
        }
        for (id, photos) in &self.attached.photos {
            problems.extend(photo::problems(photos, &format!("attached.photos.{id}")));
        }
        if self.attached.photos.values().map(Vec::len).sum::<usize>() > PHOTOS {
            problems.push(Problem::at("attached.photos", Fault::TooManyPhotos { most: PHOTOS }));
        }
        problems
    }

    /// What does not fit its own standard.
    fn misfits(&self, standard: &Standard) -> Vec<Problem> {
        let mut problems = self.signed.facts.problems(standard);
        // Looked up here, where an answer is found in a few steps, and not in the standard's list.
        let mut known = 0;
        for item in standard.items() {
            if let Some(signed) = self.signed.answers.get(&item.id) {
                known += 1;
                let misfit = signed.choice.as_ref().and_then(|choice| choice.misfit(item));
                let place = || format!("answers.{}", item.id);
                problems.extend(misfit.map(|(key, fault)| Problem::at(key, fault).below(&place())));
            }
        }
        if known < self.signed.answers.len() {
            let unknown = self.signed.answers.keys().filter(|id| standard.item(id).is_none());
            problems.extend(unknown.map(|id| Problem::at(format!("answers.{id}"), Fault::Unknown(id.to_string()))));
        }
        let mut problems: Vec<Problem> = problems.into_iter().map(|problem| problem.below("signed")).collect();
        let attached = self.attached.notes.keys().map(|id| ("notes", id));
        let attached = attached.chain(self.attached.photos.keys().map(|id| ("photos", id)));
        for (of, id) in attached.filter(|(_, id)| standard.item(id).is_none()) {
            problems.push(Problem::at(format!("attached.{of}.{id}"), Fault::Unknown(id.to_string())));
        }
        problems
    }

    /// What another version of its standard asks otherwise, or not at all.
    fn affected(&self, standard: &IssuedStandard, record: &Record) -> Vec<Problem> {
        let version = self.signed.standard.version;
        let fault = Fault::OtherVersion { version, at_hand: standard.version };
        let mut affected = vec![Problem::at("signed.standard", fault)];
        if self.signed.facts.iter().next().is_some() {
            affected.push(Problem::at("signed.facts", Fault::WordsUnknown));
        }
        for (id, _) in self.signed.facts.iter() {
            if standard.fact(id).is_none_or(|fact| fact.sum.is_some()) {
                affected.push(Problem::at(format!("signed.facts.{id}"), Fault::NotAskedNow));
            }
        }
        for (id, answer) in record.answers.iter() {
            let asked = self.signed.answers.get(id).map(|signed| &signed.item);
            let fault = match standard.digested_item(id) {
                None => Some(Fault::NotAskedNow),
                Some((item, _)) if answer.misfit(item).is_some() => Some(Fault::FitsNoMore),
                Some((_, digest)) => (asked != Some(digest)).then_some(Fault::ItemChanged),
            };
            affected.extend(fault.map(|fault| Problem::at(format!("signed.answers.{id}"), fault)));
        }
        affected
    }

    /// Codes that the content does not give.
    fn changed_codes(&self, found: &Codes) -> Vec<Problem> {
        let mut findings = Vec::new();
        for (place, recorded, found) in [
            ("codes.signed", &self.codes.signed, &found.signed),
            ("codes.attached", &self.codes.attached, &found.attached),
        ] {
            if recorded != found {
                let fault = Fault::CodeDiffers { recorded: recorded.to_string(), found: found.to_string() };
                findings.push(Problem::at(place, fault));
            }
        }
        findings
    }

    /// A score that its own standard does not give, and items that read otherwise there.
    fn changed_content(&self, standard: &IssuedStandard, score: &Score) -> Vec<Problem> {
        let mut findings = Vec::new();
        let shown = ShownScore::of(standard, score);
        if shown != self.signed.score {
            let fault = Fault::ScoreDiffers { recorded: self.signed.score.total.low, found: shown.total.low };
            findings.push(Problem::at("signed.score", fault));
        }
        for (item, digest) in standard.digested_items() {
            if self.signed.answers.get(&item.id).is_some_and(|answer| answer.item != *digest) {
                findings.push(Problem::at(format!("signed.answers.{}", item.id), Fault::ItemChanged));
            }
        }
        findings
    }
}
