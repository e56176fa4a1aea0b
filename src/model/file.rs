//! Opening a file of any kind, by its content and never by its name.

use super::draft::Draft;
use super::json;
use super::problem::{Fault, Problem};
use super::shelf::Shelf;
use super::standard::Standard;
use super::submission::{OpenedSubmission, Submission};

/// The most bytes of a submission, 32 MB.
pub const SUBMISSION_LIMIT: u64 = 32 << 20;
/// The most bytes of a draft, 64 MB; larger than every other kind.
pub const DRAFT_LIMIT: u64 = 64 << 20;
/// The most bytes of a standard, 4 MB.
pub const STANDARD_LIMIT: u64 = 4 << 20;

/// A file that was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opened {
    /// A standard.
    Standard(Box<Standard>),
    /// A draft.
    Draft(Box<Draft>),
    /// A submission.
    Submission(Box<OpenedSubmission>),
}

/// Opens a file. Changes nothing; says everything that is wrong with it.
pub fn open(bytes: &[u8], shelf: &Shelf) -> Result<Opened, Vec<Problem>> {
    let text = text_of(bytes).map_err(|fault| vec![Problem::at("", fault)])?;
    let value = json::read(text).map_err(|problem| vec![problem])?;
    let within = |most: u64| {
        let fits = u64::try_from(bytes.len()).is_ok_and(|long| long <= most);
        if fits { Ok(()) } else { Err(vec![Problem::at("", Fault::TooLarge { most })]) }
    };
    match value.get("kind").and_then(json::Value::text) {
        Some("standard") => {
            within(STANDARD_LIMIT)?;
            Standard::of(&value).map(|standard| Opened::Standard(Box::new(standard)))
        }
        Some("draft") => {
            within(DRAFT_LIMIT)?;
            Draft::of(&value).map(|draft| Opened::Draft(Box::new(draft)))
        }
        Some("submission") => {
            within(SUBMISSION_LIMIT)?;
            Submission::open(&value, shelf).map(|opened| Opened::Submission(Box::new(opened)))
        }
        Some(kind) if value.get("format").is_some() => {
            Err(vec![Problem::at("kind", Fault::OtherKind(kind.chars().take(40).collect()))])
        }
        _ => Err(vec![Problem::at("", Fault::NotOurs)]),
    }
}

/// The text of a file: UTF-8, with or without the mark that some editors put in front.
fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    if u64::try_from(bytes.len()).is_ok_and(|long| long > DRAFT_LIMIT) {
        return Err(Fault::TooLarge { most: DRAFT_LIMIT });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(Fault::Empty) } else { Ok(text) }
}
