//! Opening a bundle that came from a township: what does not hold together is refused, what another hand changed is
//! told. Every score in it is computed again.

use crate::model::digest::{CheckCode, Codes};
use crate::model::files::json;
use crate::model::files::migrations::refuse_newer;
use crate::model::files::parse::parse_strict;
use crate::model::problem::{Fault, Problem};
use crate::model::record::Record;
use crate::model::record::text_length::longer;
use crate::model::record::unit::LINE;
use crate::model::review::assessment::Assessment;
use crate::model::review::bundle::{BUNDLES, Bundle, BundledAnswers, BundledUnit, FORMAT, Sealed, UNITS};
use crate::model::review::judgements::Judgements;
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::StandardLibrary;
use crate::model::standard::reference::StandardRef;
use crate::model::submission::{OpenedSubmission, Submission};
use serde_json::Value;

/// A bundle that was opened, with the standard of its units and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenedBundle {
    /// The bundle.
    pub bundle: Bundle,
    /// The standard of its units; another version of it if its own is not at hand.
    pub standard: IssuedStandard,
    /// Its submissions, in the order in which they stand in it.
    pub submissions: Vec<OpenedSubmission>,
    /// What was changed by another hand: a code or a score that the content does not give.
    pub findings: Vec<Problem>,
}

impl Bundle {
    /// Reads a bundle, with everything that is wrong with it at once.
    pub fn read(text: &str, library: &StandardLibrary) -> Result<OpenedBundle, Vec<Problem>> {
        Self::open(&json::read(text).map_err(|problem| vec![problem])?, library)
    }

    /// The same of a value.
    pub fn open(value: &Value, library: &StandardLibrary) -> Result<OpenedBundle, Vec<Problem>> {
        refuse_newer(value, FORMAT)?;
        let found = CheckCode::of_read(value.get("sealed"));
        let bundle: Self = parse_strict(value)?;
        let problems = bundle.sealed.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let StandardRef { id, version, .. } = &bundle.sealed.standard;
        let exact = library.find(&bundle.sealed.standard);
        let Some(standard) = exact.or_else(|| library.newest(id)).cloned() else {
            let (unit, year) = (bundle.sealed.township.clone(), bundle.sealed.year);
            let fault = Fault::StandardMissing { id: id.to_string(), version: *version, unit, year };
            return Err(vec![Problem::at("sealed.standard", fault)]);
        };
        let mut findings = Vec::new();
        if exact.is_none() {
            let fault = Fault::OtherVersion { version: *version, at_hand: standard.version };
            findings.push(Problem::at("sealed.standard", fault));
        }
        if found != bundle.code {
            let fault = Fault::CodeDiffers { recorded: bundle.code.to_string(), found: found.to_string() };
            findings.push(Problem::at("code", fault));
        }
        let submissions = open_all(&bundle.submissions, library, &mut findings)?;
        let mut opened = OpenedBundle { bundle, standard, submissions, findings };
        let findings = opened.changed(exact.is_some());
        opened.findings.extend(findings);
        Ok(opened)
    }
}

/// Opens each of the submissions; what is wrong with any of them is told with its place.
fn open_all(
    written: &[Value],
    library: &StandardLibrary,
    findings: &mut Vec<Problem>,
) -> Result<Vec<OpenedSubmission>, Vec<Problem>> {
    let (mut opened, mut problems) = (Vec::new(), Vec::new());
    for (at, value) in written.iter().enumerate() {
        let place = format!("submissions[{at}]");
        match Submission::open(value, library) {
            Ok(submission) => {
                findings.extend(submission.findings.iter().cloned().map(|finding| finding.below(&place)));
                opened.push(submission);
            }
            Err(wrong) => problems.extend(wrong.into_iter().map(|problem| problem.below(&place))),
        }
    }
    if problems.is_empty() { Ok(opened) } else { Err(problems) }
}

impl Sealed {
    /// What is wrong with it whatever the standard says, each with its place.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !(1990..=2199).contains(&self.year) {
            problems.push(Problem::at("sealed.year", Fault::OutOfRange { least: 1990, most: 2199 }));
        }
        if !(1..=BUNDLES).contains(&self.number) {
            let fault = Fault::OutOfRange { least: 1, most: u64::from(BUNDLES) };
            problems.push(Problem::at("sealed.number", fault));
        }
        if self.units.len() > UNITS {
            problems.push(Problem::at("sealed.units", Fault::TooManyHere { most: UNITS }));
        }
        let mut lines = vec![("sealed.township".to_owned(), &self.township), ("sealed.by".to_owned(), &self.by)];
        for (at, unit) in self.units.iter().enumerate() {
            let place = |key: &str| format!("sealed.units[{at}].{key}");
            let BundledUnit { code, name, village, head, answers, first } = unit;
            for (key, text) in [("code", code), ("name", name), ("village", village), ("head", head)] {
                lines.push((place(key), text));
            }
            if let BundledAnswers::NotSent(why) = answers {
                lines.push((place("answers.not_sent"), why));
            }
            for (id, judged) in first.iter().flat_map(|first| &first.items) {
                problems.extend(judged.problems(&place(&format!("first.items.{id}"))));
            }
            for (id, judged) in first.iter().flat_map(|first| &first.facts) {
                problems.extend(judged.problems(&place(&format!("first.facts.{id}"))));
            }
        }
        let long = lines.into_iter().filter(|(_, text)| longer(text, LINE));
        problems.extend(long.map(|(place, _)| Problem::at(place, Fault::TooLong { most: LINE })));
        problems
    }
}

impl OpenedBundle {
    /// The submission of a unit, if it sent one that is in the bundle.
    pub fn submission(&self, unit: &BundledUnit) -> Option<&OpenedSubmission> {
        let BundledAnswers::Submitted(codes) = &unit.answers else { return None };
        self.submissions.iter().find(|opened| opened.submission.codes == *codes)
    }

    /// What a unit says of itself, as the engine scores it.
    pub fn record(&self, unit: &BundledUnit) -> Option<Record> {
        match &unit.answers {
            BundledAnswers::NotSent(_) => None,
            BundledAnswers::Submitted(_) => self.submission(unit).map(|opened| opened.submission.record()),
            BundledAnswers::Entered(entered) => Some(entered.record.clone()),
        }
    }

    /// A unit's self score beside the township's, computed again.
    pub fn assessment(&self, unit: &BundledUnit) -> Option<Assessment> {
        let judged = unit.first.as_ref().map(|first| Judgements {
            items: first.items.clone(),
            facts: first.facts.clone(),
            ..Judgements::default()
        });
        Some(Assessment::of(&self.standard, &self.record(unit)?, &[judged.unwrap_or_default()]))
    }

    /// Submissions that are named and not there, answers that the standard does not allow, scores that the engine does
    /// not give.
    fn changed(&self, exact: bool) -> Vec<Problem> {
        let mut findings = Vec::new();
        for (at, unit) in self.bundle.sealed.units.iter().enumerate() {
            let place = |key: &str| format!("sealed.units[{at}].{key}");
            if let BundledAnswers::Submitted(Codes { signed, .. }) = &unit.answers
                && self.submission(unit).is_none()
            {
                findings.push(Problem::at(place("answers.submitted"), Fault::Unknown(signed.to_string())));
            }
            if let (BundledAnswers::Entered(entered), true) = (&unit.answers, exact) {
                let problems = entered.record.problems(&self.standard).into_iter();
                findings.extend(problems.map(|problem| problem.below(&place("answers.entered.record"))));
            }
            let (Some(first), Some(assessed), true) = (&unit.first, self.assessment(unit), exact) else { continue };
            let found = ShownScore::of(&self.standard, &assessed.given);
            if found != first.score {
                let fault = Fault::ScoreDiffers { recorded: first.score.total.low, found: found.total.low };
                findings.push(Problem::at(place("first.score"), fault));
            }
        }
        findings
    }
}
