//! What a unit says of itself in the file that counts.

use crate::model::files::json;
use crate::model::review::ids::FileDigest;
use crate::model::review::review_file::without_photos;
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::Submission;
use crate::platform::review::open_review::ReviewSession;

/// The submission in a received file, by the standards of the review; nothing where it cannot be read.
pub async fn submission(session: ReviewSession, file: FileDigest) -> Option<Submission> {
    let text = String::from_utf8(session.file(file).await?).ok()?;
    let mut library = StandardLibrary::default();
    for standard in session.with(|open| open.head.basics.standards.clone())? {
        library.add(standard);
    }
    let value = json::read(&without_photos(&text)?).ok()?;
    Some(Submission::open(&value, &library).ok()?.submission)
}
