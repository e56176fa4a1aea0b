//! Opening a file of any kind, by its content and never by its name.

use crate::model::draft::Draft;
use crate::model::draft::orphans::LEFT_READ;
use crate::model::draft::stored;
use crate::model::files::desk_file::{DeskFile, DeskFileKind};
use crate::model::files::foreign::foreign;
use crate::model::files::json;
use crate::model::files::json_guard::kind_of;
use crate::model::photos::bundle::PhotoBundle;
use crate::model::problem::{Fault, Problem};
use crate::model::review::{bundle, review_file};
use crate::model::standard::author::located;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::{OpenedSubmission, Submission};
use serde_json::Value;
use serde_json::value::RawValue;

/// The most bytes of a submission, 32 MB.
pub const SUBMISSION_LIMIT: u64 = 32 << 20;
/// The most bytes of a draft, 64 MB.
pub const DRAFT_LIMIT: u64 = 64 << 20;
/// The most bytes of a bundle, 64 MB.
const BUNDLE_LIMIT: u64 = 64 << 20;
/// The most bytes of a standard, 4 MB.
const STANDARD_LIMIT: u64 = 4 << 20;
/// The most bytes of a review, 64 MB: 100,000 entries and the files of 500 units without photos have some 40.
const REVIEW_LIMIT: u64 = 64 << 20;
/// The most bytes of any kind.
const LIMIT: u64 = DRAFT_LIMIT;
/// What has no more bytes is within the limits of every kind, and within those of its values.
const SMALL: usize = 1 << 20;

/// The most bytes of a file of this kind.
fn limit(kind: &str) -> u64 {
    match kind {
        "standard" => STANDARD_LIMIT,
        "submission" => SUBMISSION_LIMIT,
        "draft" => DRAFT_LIMIT,
        "bundle" => BUNDLE_LIMIT,
        "review" => REVIEW_LIMIT,
        _ => LIMIT,
    }
}

/// Refuses bytes that are more than a kind may have.
fn within(bytes: &[u8], most: u64) -> Result<(), Vec<Problem>> {
    let fits = u64::try_from(bytes.len()).is_ok_and(|long| long <= most);
    if fits { Ok(()) } else { Err(vec![Problem::at("", Fault::TooLarge { most })]) }
}

/// A file that was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ParsedFile {
    /// A standard.
    Standard(IssuedStandard),
    /// A draft.
    Draft(Box<Draft>),
    /// A submission.
    Submission(Box<OpenedSubmission>),
    /// A township's bundle or a review, which are opened at another door.
    Desk(DeskFile),
}

/// Opens a file, without the photos in it.
pub fn open(bytes: &[u8], library: &StandardLibrary) -> Result<ParsedFile, Vec<Problem>> {
    unpack(bytes, library).map(|(opened, _)| opened)
}

/// Opens a file with the photos in it. Changes nothing; says everything that is wrong with it. What is wrong with a
/// photo costs that photo alone.
pub fn unpack(bytes: &[u8], library: &StandardLibrary) -> Result<(ParsedFile, PhotoBundle), Vec<Problem>> {
    let (text, value, photos) = text_and_value_of(bytes).map_err(|problems| in_a_standard(bytes, problems))?;
    let formed = value.get("format").is_some_and(Value::is_u64);
    match value.get("kind").and_then(Value::as_str).filter(|_| formed) {
        Some("standard" | "bundle" | "review") if photos.is_some() => {
            Err(vec![Problem::at(json::PHOTOS, Fault::UnknownKey(json::PHOTOS.to_owned()))])
        }
        Some("standard") => {
            IssuedStandard::of(value).map(|standard| (ParsedFile::Standard(standard), PhotoBundle::default()))
        }
        Some("bundle") => {
            let told = DeskFile::of(DeskFileKind::Bundle, &value, bundle::FORMAT)?;
            Ok((ParsedFile::Desk(told), PhotoBundle::default()))
        }
        Some("review") => {
            let told = DeskFile::of(DeskFileKind::Review, &value, review_file::FORMAT)?;
            Ok((ParsedFile::Desk(told), PhotoBundle::default()))
        }
        Some("draft") => {
            // One that names its standard was saved as it stood in a browser that did not have it.
            let draft = stored::of(&value, &|meant| library.find(meant).cloned())?;
            too_many(&draft)?;
            let bundle = PhotoBundle::with_draft(photos, &draft)?;
            Ok((ParsedFile::Draft(Box::new(draft)), bundle))
        }
        Some("submission") => {
            let opened = Submission::open_text(text, &value, library)?;
            let bundle = PhotoBundle::with_submission(photos, &opened.submission);
            Ok((ParsedFile::Submission(Box::new(opened)), bundle))
        }
        Some(kind) => Err(vec![Problem::at("kind", Fault::OtherKind(kind.chars().take(40).collect()))]),
        None => Err(vec![Problem::at("", Fault::NotOurs)]),
    }
}

/// What is wrong with a file that cannot be read: whoever wrote a standard is told where in it.
fn in_a_standard(bytes: &[u8], problems: Vec<Problem>) -> Vec<Problem> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if kind_of(text).as_deref() != Some("standard") {
        return problems;
    }
    // Whatever is wrong with it for us, it may be read for its ids.
    located(&serde_json::from_str(text).unwrap_or_default(), problems)
}

/// Refuses a draft with more in it than any page can show: beside what is filled in, or in its standard, which could
/// not be opened alone. Merging drafts may give more; it is looked at where a file comes in, and never costs what
/// stands in the browser.
fn too_many(draft: &Draft) -> Result<(), Vec<Problem>> {
    within(draft.standard.text().as_bytes(), STANDARD_LIMIT)
        .map_err(|problems| problems.into_iter().map(|problem| problem.below("standard")).collect::<Vec<_>>())?;
    let earlier = draft.earlier.as_ref().map_or(0, |earlier| earlier.said.len());
    let more =
        [("left", draft.left.len()), ("earlier.said", earlier)].into_iter().filter(|(_, many)| *many > LEFT_READ);
    let problems: Vec<Problem> =
        more.map(|(place, _)| Problem::at(place, Fault::TooManyHere { most: LEFT_READ })).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What stands in a file, once its size is one that its kind may have: looked at before anything is built.
pub(in crate::model) fn value_of(bytes: &[u8]) -> Result<(Value, Option<&RawValue>), Vec<Problem>> {
    text_and_value_of(bytes).map(|(_, value, photos)| (value, photos))
}

/// The same, with the text.
fn text_and_value_of(bytes: &[u8]) -> Result<(&str, Value, Option<&RawValue>), Vec<Problem>> {
    let text = text_of(bytes)?;
    // Looking for the kind is half as long as reading it all, and a county takes in hundreds of small files.
    let kind = if bytes.len() <= SMALL { String::new() } else { kind_of(text).unwrap_or_default() };
    within(bytes, limit(&kind))?;
    let read = if kind == "review" { json::read_review(text) } else { json::read_file(text) };
    read.map(|(value, photos)| (text, value, photos)).map_err(|problem| vec![problem])
}

/// The text of a file: UTF-8, with or without the mark that some editors put in front.
fn text_of(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    let refuse = |fault: Fault| vec![Problem::at("", fault)];
    if let Some(foreign) = foreign(bytes) {
        return Err(refuse(Fault::Foreign(foreign)));
    }
    within(bytes, LIMIT)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            // A disk that was pulled out too early leaves the length and nothing but zeros.
            let blank = text.chars().all(|character| character.is_whitespace() || character == '\0');
            if blank { Err(refuse(Fault::Empty)) } else { Ok(text) }
        }
        // Cut off within a character.
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to()).and_then(|whole| std::str::from_utf8(whole).ok());
            let cut = whole.map(|whole| json::read(whole.strip_prefix('\u{feff}').unwrap_or(whole)));
            Err(cut.and_then(Result::err).map_or_else(|| refuse(Fault::NotText), |problem| vec![problem]))
        }
        Err(_) => Err(refuse(Fault::NotText)),
    }
}
