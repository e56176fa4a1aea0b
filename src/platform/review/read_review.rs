//! Reading a review: its entries, and what is kept beside received files for the table, which is made of a file anew where
//! it is lacking or was written by a program of another release.

use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::entry::ReviewEntry;
use crate::model::review::ids::{FileDigest, ReviewId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::Place;
use crate::model::review::units::{ReviewUnits, UnitsMaker};
use crate::model::sorting::map_of;
use crate::model::standard::library::StandardLibrary;
use crate::persistence::backend::Failure;
use crate::persistence::file_row::FileRow;
use crate::persistence::review_head::ReviewHead;
use crate::platform::clock;
use crate::platform::review::store;
use crate::platform::time_slice::TimeSlice;
use std::collections::BTreeMap;

/// A review as it was read.
pub(super) struct ReadReview {
    pub(super) head: ReviewHead,
    pub(super) log: Log,
    /// Of the log.
    pub(super) units: ReviewUnits,
    pub(super) rows: BTreeMap<FileDigest, FileRow>,
    pub(super) unread: usize,
    /// What was typed and cannot be decided, by its place.
    pub(super) apart: BTreeMap<String, String>,
}

/// Reads a review; nothing where there is none of this name.
pub(super) async fn read(id: ReviewId) -> Result<Option<ReadReview>, Failure> {
    let review = id.to_string();
    let Some(head) = store::head(review.clone()).await? else { return Ok(None) };
    let head = ReviewHead::read(&head).ok_or(Failure::Other)?;
    let (mut log, mut unread) = (Log::default(), 0);
    store::entries(&review, |texts| {
        for text in texts {
            match ReviewEntry::read(&text) {
                Ok(entry) => _ = log.admit(entry),
                Err(_) => unread += 1,
            }
        }
    })
    .await?;
    let mut rows = rows(id).await?;
    add_lacking(id, &head.basics, &log, &mut rows).await?;
    let apart = map_of(store::apart(review).await?.into_iter());
    let mut maker = UnitsMaker::default();
    let mut slice = TimeSlice::begin();
    for (place, holds) in log.held() {
        maker.add(place, &holds);
        slice.next().await;
    }
    let units = maker.end();
    // What is drawn of it is another slice.
    clock::pause(0).await;
    Ok(Some(ReadReview { head, log, units, rows, unread, apart }))
}

/// The rows of a review that can be read.
pub(super) async fn rows(id: ReviewId) -> Result<BTreeMap<FileDigest, FileRow>, Failure> {
    let mut rows = BTreeMap::new();
    let read = |(digest, text): (String, String)| Some((FileDigest::try_from(digest).ok()?, FileRow::read(&text)?));
    store::rows(&id.to_string(), |lot| rows.extend(lot.into_iter().filter_map(read))).await?;
    Ok(rows)
}

/// Makes the rows that are lacking, each of its file.
async fn add_lacking(
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
    let library = StandardLibrary::of(&basics.standards);
    let mut slice = TimeSlice::begin();
    for file in lacking {
        let bytes = store::file(id.to_string(), file.to_string()).await?;
        if let Some(Ok(ParsedFile::Submission(opened))) = bytes.map(|bytes| parsed::open(&bytes, &library)) {
            rows.insert(file, FileRow::of_submission(&opened));
        }
        slice.next().await;
    }
    Ok(())
}
