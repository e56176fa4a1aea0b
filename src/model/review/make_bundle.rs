//! Making a bundle of a township's review.

use crate::model::date::UtcTime;
use crate::model::digest::Codes;
use crate::model::record::typed::is_blank;
use crate::model::review::assessment::Assessment;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::bundle::{Bundle, BundledAnswers, BundledUnit, EnteredAnswers, FirstScore, Sealed};
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::{FileDigest, UnitId};
use crate::model::review::judgements::Judgements;
use crate::model::review::log::Log;
use crate::model::review::taken::Origin;
use crate::model::review::units::{Counts, ReviewUnit, ReviewUnits};
use crate::model::scoring::shown_score::ShownScore;
use crate::model::standard::ids::{AssessorId, UnitKind};
use crate::model::standard::issued::IssuedStandard;
use crate::model::submission::Submission;
use serde_json::Value;

/// What a bundle is made of beside the log.
pub struct BundleSource<'a> {
    /// The township's review.
    pub basics: &'a ReviewBasics,
    /// Everything that was decided.
    pub log: &'a Log,
    /// The kind of unit that it is of.
    pub kind: &'a UnitKind,
    /// The township's column.
    pub column: &'a AssessorId,
    /// A received submission without its photos: as it was written, and as it is read.
    pub submission: &'a dyn Fn(&FileDigest) -> Option<(Value, Submission)>,
}

/// Why no bundle can be made yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BundleHindrance {
    /// The review has no standard for this kind of unit.
    NoStandard,
    /// Two people decided otherwise apart, or two files are the same revision: somebody must decide first.
    Undecided(UnitId),
    /// The received file of this unit is not at hand.
    FileMissing(UnitId),
    /// What was judged of this unit is of something that it does not say any more (须复核).
    Recheck(UnitId),
    /// Points were given to this unit without a reason.
    Unexplained(UnitId),
    /// This line of the roster has no name: the county could not find its own line for it.
    Unnamed(UnitId),
}

impl BundleSource<'_> {
    /// The bundle of this number, made by somebody at this moment; or everything that stands in its way.
    pub fn bundle(&self, number: u32, by: &str, time: UtcTime) -> Result<Bundle, Vec<BundleHindrance>> {
        let standard = self.basics.standard(self.kind).ok_or_else(|| vec![BundleHindrance::NoStandard])?;
        let (mut units, mut submissions, mut hindrances) = (Vec::new(), Vec::new(), Vec::new());
        for unit in ReviewUnits::of(self.log).units.iter().filter(|unit| unit.line.kind == *self.kind) {
            match self.unit(standard, unit) {
                Ok((bundled, submission)) => {
                    units.push(bundled);
                    submissions.extend(submission);
                }
                Err(hindrance) => hindrances.push(hindrance),
            }
        }
        if !hindrances.is_empty() {
            return Err(hindrances);
        }
        let sealed = Sealed {
            year: self.basics.year,
            township: self.basics.township().unwrap_or_default().to_owned(),
            sample: self.basics.sample,
            standard: standard.reference().clone(),
            column: self.column.clone(),
            number,
            by: by.to_owned(),
            units,
        };
        Ok(Bundle::new(sealed, submissions, time))
    }

    /// A unit, and its submission if it sent one.
    fn unit(
        &self,
        standard: &IssuedStandard,
        unit: &ReviewUnit,
    ) -> Result<(BundledUnit, Option<Value>), BundleHindrance> {
        if is_blank(&unit.line.name) {
            return Err(BundleHindrance::Unnamed(unit.id));
        }
        if unit.clash {
            return Err(BundleHindrance::Undecided(unit.id));
        }
        let (answers, record, submission) = match &unit.counts {
            Counts::None => (BundledAnswers::NotSent(unit.not_sent.clone().unwrap_or_default()), None, None),
            Counts::Undecided(_) => return Err(BundleHindrance::Undecided(unit.id)),
            Counts::Of(Origin::File(file)) => {
                let (value, submission) = (self.submission)(file).ok_or(BundleHindrance::FileMissing(unit.id))?;
                let Codes { signed, attached } = submission.codes.clone();
                (BundledAnswers::Submitted(Codes { signed, attached }), Some(submission.record()), Some(value))
            }
            Counts::Of(Origin::Entered) => {
                let EnteredRecord { record, rests_on, day, .. } = EnteredRecord::of(self.log, unit.id);
                let day = day.ok_or(BundleHindrance::Undecided(unit.id))?;
                let rests_on = rests_on.into_iter().collect();
                (BundledAnswers::Entered(EnteredAnswers { record: record.clone(), rests_on, day }), Some(record), None)
            }
        };
        let first = match &record {
            None => None,
            Some(record) => {
                let judged = Judgements::of(self.log, unit.id, self.column);
                let assessed = Assessment::of(standard, record, std::slice::from_ref(&judged));
                if assessed.needs_a_look() {
                    return Err(BundleHindrance::Recheck(unit.id));
                }
                if !assessed.unexplained_items.is_empty() {
                    return Err(BundleHindrance::Unexplained(unit.id));
                }
                let score = ShownScore::of(standard, &assessed.given);
                Some(FirstScore { items: judged.items, facts: judged.facts, score })
            }
        };
        let line = &unit.line;
        let bundled = BundledUnit {
            code: line.code.clone(),
            name: line.name.clone(),
            village: line.village.clone(),
            head: line.head.clone(),
            answers,
            first,
        };
        Ok((bundled, submission))
    }
}
