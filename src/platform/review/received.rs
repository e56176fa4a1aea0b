//! A submission that was received, read again from its bytes.

use crate::model::files::json;
use crate::model::review::ids::FileDigest;
use crate::model::review::review_file::without_photos;
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::Submission;
use crate::platform::review::open_review::ReviewSession;
use serde_json::Value;

/// A received submission without its photos: as it was written, and as it is read. Nothing where it is not at hand or cannot
/// be read.
pub(super) async fn submission_of(
    session: ReviewSession,
    file: FileDigest,
    library: &StandardLibrary,
) -> Option<(Value, Submission)> {
    let text = String::from_utf8(session.file(file).await?).ok()?;
    let value = json::read(&without_photos(&text)?).ok()?;
    let opened = Submission::open(&value, library).ok()?;
    Some((value, opened.submission))
}

/// What a unit says of itself in a received file, by the standards of the review.
pub async fn submission(session: ReviewSession, file: FileDigest) -> Option<Submission> {
    let library = session.with(|open| StandardLibrary::of(&open.head.basics.standards))?;
    submission_of(session, file, &library).await.map(|(_, submission)| submission)
}
