//! A check code that somebody typed from paper, held against a submission and against what was handed over by
//! the drafts at hand: is the paper of this file, and if not, of which?

use crate::model::digest::CheckCode;
use crate::model::draft::Draft;
use crate::model::draft::exports::Export;
use crate::model::submission::Submission;

/// What a typed code says of a submission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PaperCode {
    /// Nothing is typed.
    Blank,
    /// It is no code.
    NoCode,
    /// The paper says what the file says.
    Same,
    /// The paper is of this other submission, which a draft at hand remembers.
    Other(Export),
    /// Neither the file nor a draft at hand has this code.
    Unknown,
}

/// Holds what was typed against a submission and against what these drafts handed over.
pub fn compare_code(typed: &str, submission: &Submission, drafts: &[Draft]) -> PaperCode {
    if crate::model::record::typed::is_blank(typed) {
        return PaperCode::Blank;
    }
    let Some(code) = CheckCode::typed(typed) else { return PaperCode::NoCode };
    if code == submission.codes.signed {
        return PaperCode::Same;
    }
    let known = drafts.iter().flat_map(|draft| &draft.exports).find(|export| export.codes.signed == code);
    known.map_or(PaperCode::Unknown, |export| PaperCode::Other(export.clone()))
}
