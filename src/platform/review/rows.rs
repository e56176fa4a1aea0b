//! What is kept beside received files: read for the table, and made of a file anew where it is lacking or was written by a
//! program of another release.

use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::ids::{FileDigest, ReviewId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::Place;
use crate::model::standard::library::StandardLibrary;
use crate::persistence::backend::Failure;
use crate::persistence::file_row::FileRow;
use crate::platform::clock;
use crate::platform::review::store;
use std::collections::BTreeMap;

/// The rows of a review that can be read.
pub(super) async fn rows(id: ReviewId) -> Result<BTreeMap<FileDigest, FileRow>, Failure> {
    let found = store::rows(id.to_string()).await?;
    let read = |(digest, text): (String, String)| Some((FileDigest::try_from(digest).ok()?, FileRow::read(&text)?));
    Ok(found.into_iter().filter_map(read).collect())
}

/// Makes the rows that are lacking, each of its file.
pub(super) async fn add_lacking(
    id: ReviewId,
    basics: &ReviewBasics,
    log: &Log,
    rows: &mut BTreeMap<FileDigest, FileRow>,
) -> Result<(), Failure> {
    let lacking = log.places().filter_map(|place| match place {
        Place::File(file) if !rows.contains_key(file) && log.value(place) != Holds::Nothing => Some(*file),
        Place::File(_) | Place::Unit(..) | Place::Name(_) | Place::Bundle(_) => None,
    });
    let lacking: Vec<FileDigest> = lacking.collect();
    let mut library = StandardLibrary::default();
    for standard in &basics.standards {
        library.add(standard.clone());
    }
    for file in lacking {
        let bytes = store::file(id.to_string(), file.to_string()).await?;
        if let Some(Ok(ParsedFile::Submission(opened))) = bytes.map(|bytes| parsed::open(&bytes, &library)) {
            rows.insert(file, FileRow::of_submission(&opened));
        }
        clock::pause(0).await;
    }
    Ok(())
}
