//! A file that was made and goes to its receiver: a unit's submission or a township's bundle. What is offered for both is
//! the same (`pages/station/hand_off.rs`).

use crate::model::draft::Draft;
use crate::model::mail::Mail;
use crate::model::photos::bundle::added_by;
use crate::model::standard::receiver::Receiver;
use crate::model::submission::Submission;
use crate::platform::photos;
use std::sync::Arc;

/// A file on its way to its receiver.
#[derive(Clone)]
pub struct HandedFile {
    /// Its name.
    pub name: String,
    /// The mail that hands it over.
    pub mail: Mail,
    /// To whom, and on which ways.
    pub receiver: Receiver,
    /// The most bytes that the receiver takes as an attachment; 0 where it says none.
    pub mail_limit: u64,
    /// Its check code.
    pub code: String,
    /// What stands in it.
    pub content: HandedContent,
}

/// What stands in a file that is handed over.
#[derive(Clone)]
pub enum HandedContent {
    /// A submission: its bytes with the photos are made when they are asked for, the same each time.
    Submission(Arc<(Draft, Submission)>),
    /// A text.
    Text(Arc<String>),
}

impl HandedFile {
    /// The text of the file.
    pub async fn text(&self) -> String {
        match &self.content {
            HandedContent::Submission(made) => {
                let (draft, submission) = &**made;
                photos::pack(submission.written(), draft.record.photo_digests(), &draft.record).await.text
            }
            HandedContent::Text(text) => text.to_string(),
        }
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        let (text, photos) = match &self.content {
            HandedContent::Submission(made) => (made.1.written().len(), added_by(&made.0.record)),
            HandedContent::Text(text) => (text.len(), 0),
        };
        u64::try_from(text).unwrap_or(u64::MAX).saturating_add(photos)
    }
}
