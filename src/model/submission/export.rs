//! What was handed over, and whether the draft still says the same.

use crate::model::date::CivilDate;
use crate::model::draft::Draft;
use crate::model::draft::exports::{Export, REMEMBERED, TIMES};
use crate::model::submission::Submission;

impl Draft {
    /// Remembers a submission that was made of this draft and has been read again and compared. The next
    /// one counts one more.
    pub fn exported(&mut self, submission: &Submission) {
        let Submission { revision, time, codes, .. } = submission;
        // There is none after the last that is counted, and `Draft::lacks` says so before one is made.
        if *revision > TIMES {
            return;
        }
        let day = submission.signed.declaration.date.filter(|_| self.declaration.date.is_none());
        let export = Export { revision: *revision, time: time.clone(), day, codes: codes.clone() };
        // What is made now is the last, whatever time an earlier one claims: clocks go wrong, and files are changed.
        self.exports.retain(|known| *known != export);
        self.exports.push(export);
        let most = self.exports.len().saturating_sub(REMEMBERED);
        self.exports.drain(..most);
        self.revision = self.revision.max(revision.saturating_add(1));
    }

    /// The last export.
    pub fn last_export(&self) -> Option<&Export> {
        self.exports.last()
    }

    /// Whether a submission of this draft would say anything else than the last one did. Spaces around
    /// what was typed are nothing else. Never exported: not changed since.
    pub fn changed_since_export(&self) -> bool {
        self.last_export().is_some() && self.made_last().is_none()
    }

    /// The submission that was made last, to the last byte as it was, as long as the draft still says the same.
    pub fn made_last(&self) -> Option<Submission> {
        let last = self.last_export()?;
        let again = Submission::on(self, last.time.clone(), last.day);
        (again.codes == last.codes).then_some(Submission { revision: last.revision, ..again })
    }

    /// The day of the declaration, as far as there is one: typed, or that on which the last submission was made,
    /// where it still stands.
    pub fn declared_on(&self, stands: bool) -> Option<CivilDate> {
        self.declaration.date.or_else(|| self.last_export().filter(|_| stands)?.day)
    }
}
