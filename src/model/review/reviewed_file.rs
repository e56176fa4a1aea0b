//! What the desk opens: also bundles and reviews, with everything that is in them.

use crate::model::files::json;
use crate::model::files::parsed;
use crate::model::files::parsed::{ParsedFile, value_of};
use crate::model::problem::{Fault, Problem};
use crate::model::review::bundle::Bundle;
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::review_file::ReviewFile;
use crate::model::standard::library::StandardLibrary;
use serde_json::Value;

/// A file that the desk opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReviewedFile {
    /// What a unit opens as well.
    Units(ParsedFile),
    /// A township's bundle.
    Bundle(Box<OpenedBundle>),
    /// A review.
    Review(Box<ReviewFile>),
}

/// Opens a file, without the photos in it. Changes nothing; says everything that is wrong with it.
pub fn open(bytes: &[u8], library: &StandardLibrary) -> Result<ReviewedFile, Vec<Problem>> {
    // Whatever else is wrong with a file, it is said as a unit is told of it.
    if let Ok((value, photos)) = value_of(bytes)
        && value.get("format").is_some_and(Value::is_u64)
    {
        let kind = value.get("kind").and_then(Value::as_str);
        if matches!(kind, Some("bundle" | "review")) && photos.is_some() {
            return Err(vec![Problem::at(json::PHOTOS, Fault::UnknownKey(json::PHOTOS.to_owned()))]);
        }
        match kind {
            Some("bundle") => {
                return Bundle::open(&value, library).map(|opened| ReviewedFile::Bundle(Box::new(opened)));
            }
            Some("review") => return ReviewFile::open(&value).map(|review| ReviewedFile::Review(Box::new(review))),
            _ => {}
        }
    }
    parsed::open(bytes, library).map(ReviewedFile::Units)
}
