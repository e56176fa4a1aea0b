//! A review as a file: put together from what is stored here, and taken out of what somebody chose.

use crate::model::date::UtcTime;
use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::problem::{Fault, Problem};
use crate::model::review::bundles;
use crate::model::review::ids::FileDigest;
use crate::model::review::review_file::{ReviewFile, without_photos};
use crate::model::review::reviewed_file;
use crate::model::review::reviewed_file::ReviewedFile;
use crate::model::standard::library::StandardLibrary;
use crate::persistence::file_row::FileRow;
use crate::persistence::review_head::ReviewHead;
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::time_slice::TimeSlice;
use crate::platform::{clock, files};
use js_sys::Uint8Array;

/// Hands the open review to the browser as a file of this name, with what was received, and with its photos where they are
/// asked for. How many received files could not be read and are not in it; nothing where there is no file.
pub async fn save(session: ReviewSession, name: &str, with_photos: bool) -> Option<usize> {
    let (basics, log, digests) = session.with(|open| {
        let digests: Vec<FileDigest> = open.rows.keys().copied().filter(|file| open.holds_file(*file)).collect();
        (open.head.basics.clone(), open.log.clone(), digests)
    })?;
    let (mut texts, mut without, mut slice) = (Vec::new(), 0, TimeSlice::begin());
    for digest in digests {
        let text = session.file(digest).await.and_then(|bytes| String::from_utf8(bytes).ok());
        let text = if with_photos { text } else { text.and_then(|text| without_photos(&text)) };
        match text {
            Some(text) => texts.push((digest, text)),
            None => without += 1,
        }
        slice.next().await;
    }
    for digest in session.with(|open| bundles::last_bundles(&open.log)).unwrap_or_default() {
        texts.extend(
            session.file(digest).await.and_then(|bytes| String::from_utf8(bytes).ok()).map(|text| (digest, text)),
        );
    }
    let file = ReviewFile::of(basics, &log, clock::now()?, texts);
    files::save(name, &file.written())?;
    Some(without)
}

/// The open review as a file with everything that was received, and its head.
pub(super) async fn text(session: ReviewSession, now: UtcTime) -> Option<(ReviewHead, String)> {
    let (head, log, digests) = session.with(|open| {
        let digests: Vec<FileDigest> = open.rows.keys().copied().chain(bundles::last_bundles(&open.log)).collect();
        (ReviewHead::clone(&open.head), open.log.clone(), digests)
    })?;
    let mut files = Vec::new();
    for digest in digests {
        let text = session.file(digest).await.and_then(|bytes| String::from_utf8(bytes).ok());
        files.extend(text.map(|text| (digest, text)));
    }
    let text = ReviewFile::of(head.basics.clone(), &log, now, files).written();
    Some((head, text))
}

/// Reads a chosen file. Fails with what is wrong with it, if it is no review or cannot be read.
pub async fn read(file: web_sys::File, library: &StandardLibrary) -> Result<ReviewFile, Vec<Problem>> {
    let not_a_review = || vec![Problem::at("", Fault::NotOurs)];
    match reviewed_file::open(&files::read(file).await.ok_or_else(not_a_review)?, library)? {
        ReviewedFile::Review(review) => Ok(*review),
        ReviewedFile::Units(_) | ReviewedFile::Bundle(_) => Err(not_a_review()),
    }
}

/// The received files in it that this window does not have, each with its line of the table.
pub async fn received(session: Option<ReviewSession>, review: &ReviewFile, mut library: StandardLibrary) -> Received {
    for standard in &review.basics.standards {
        library.add(standard.clone());
    }
    let (mut received, mut slice) = (Received::default(), TimeSlice::begin());
    for (digest, text) in &review.files {
        // What is here may have its photos, and the one in the file may not.
        let is_here = session.and_then(|session| session.with(|open| open.rows.contains_key(digest))) == Some(true);
        if is_here {
            continue;
        }
        if let Ok(ParsedFile::Submission(opened)) = parsed::open(text.as_bytes(), &library) {
            received.rows.push((*digest, FileRow::of_submission(&opened)));
        }
        received.files.push((*digest, Uint8Array::from(text.as_bytes())));
        slice.next().await;
    }
    received
}
