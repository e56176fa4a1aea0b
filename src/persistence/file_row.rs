//! What is kept beside a received file so that nobody has to read it again for the table: its line there, and by what the
//! same file is known when it comes once more. It can be made of the file anew at any time.

use crate::model::digest::{CheckCode, Codes};
use crate::model::files::json::{self, canonical};
use crate::model::files::parse::parse_strict;
use crate::model::record::unit::Unit;
use crate::model::review::ids::FileDigest;
use crate::model::review::known_files::{KnownFile, KnownFiles};
use crate::model::review::take_in::ReceivedFile;
use crate::model::review::unit_row::UnitRow;
use crate::model::submission::OpenedSubmission;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is kept beside a received file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FileRow {
    /// Its line in the table.
    pub row: Arc<UnitRow>,
    /// The check code of its notes and photos.
    attached: CheckCode,
}

impl FileRow {
    /// Of a file that was received.
    pub fn of(received: &ReceivedFile) -> Self {
        Self { row: Arc::new(received.row.clone()), attached: received.codes.attached.clone() }
    }

    /// Of a submission that was opened.
    pub fn of_submission(opened: &OpenedSubmission) -> Self {
        Self { row: Arc::new(UnitRow::of_submission(opened)), attached: opened.submission.codes.attached.clone() }
    }

    /// Its text, as it is stored.
    pub fn write(&self) -> String {
        canonical(self)
    }

    /// Reads a stored one; nothing where an older program wrote it otherwise.
    pub fn read(text: &str) -> Option<Self> {
        parse_strict(&json::read(text).ok()?).ok()
    }

    /// Tells which file it is, for what comes in after it.
    pub fn note(&self, digest: FileDigest, known: &mut KnownFiles, nfkc: &dyn Fn(&str) -> String) {
        let Some(sent) = &self.row.sent else { return known.add_bytes(digest) };
        let UnitRow { code, name, township, village, .. } = &*self.row;
        let [code, name, township, village] = [code, name, township, village].map(Clone::clone);
        let unit = Unit { code, name, township, village, ..Unit::default() };
        let codes = Codes { signed: sent.code.clone(), attached: self.attached.clone() };
        known.add(&self.row.kind, &unit, nfkc, KnownFile { digest, codes, revision: sent.revision });
    }
}
