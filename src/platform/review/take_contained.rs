//! What lies in a mail or an archive, as mailboxes and chats save them: each file of it is judged like one that was chosen.
//! An archive may lie in a mail, and mails in an archive; an archive in an archive is told and not opened. What is attached
//! to a mail that was forwarded in a mail is in the list of that one already; a mail forwarded in it is told.

use crate::model::office::OpenError;
use crate::model::review::contained::{EntryPlan, packing};
use crate::model::review::take_in_report::{FileShape, FileSource, day_of_receipt, is_read_among_others, shape};
use crate::platform::archive::Archive;
use crate::platform::office::Container;
use crate::platform::review::take_in::Work;
use crate::platform::time_slice::TimeSlice;
use crate::platform::{clock, files, office};
use documents::received::{ReadError, ReadFailure};
use js_sys::Uint8Array;

impl Work<'_> {
    /// Takes in what lies in a mail. `packed` is whether it came out of an archive.
    pub(super) async fn open_mail(&mut self, source: FileSource, bytes: &[u8], alone: bool, packed: bool) {
        let (mail, container) = match office::open_mail(&Uint8Array::from(bytes)).await {
            Ok(opened) => opened,
            Err(OpenError::File(error)) => return self.intake.unopened(source, error, alone),
            Err(OpenError::Office(_)) => {
                self.no_reader += 1;
                return;
            }
        };
        let day = mail.date.as_deref();
        let day = day.and_then(|date| day_of_receipt(date, self.intake.scope().year, clock::today()));
        let mark = self.intake.container_begins();
        for (at, file) in (0_u32..).zip(&mail.files) {
            let within = file.within.as_ref().unwrap_or(&source.name);
            let inside = FileSource { name: file.name.clone(), within: Some(within.clone()), day };
            let bytes = match file.refused {
                _ if !is_read_among_others(&inside.name) => {
                    self.intake.not_read(1);
                    continue;
                }
                Some(failure) => Err(failure.here()),
                None => contained(&container, at),
            };
            match bytes {
                Err(error) => {
                    let told = alone && error.failure == ReadFailure::NestedMail;
                    self.intake.unopened(inside, error, told);
                }
                Ok(bytes) => match shape(&inside.name, &bytes) {
                    FileShape::Plain => self.take(inside, &bytes, None).await,
                    FileShape::Other(what) => self.intake.other(inside, what, false),
                    FileShape::Archive if packed => self.intake.unopened(inside, ReadFailure::TooDeep.here(), alone),
                    FileShape::Archive => match files::made(&inside.name, &bytes) {
                        // An archive may hold mails, which may hold archives: the way down has an end all the same.
                        Some(file) => Box::pin(self.open_archive(inside, &file, false)).await,
                        None => self.intake.unopened(inside, ReadFailure::Damaged.here(), false),
                    },
                    FileShape::Mail => self.intake.unopened(inside, ReadFailure::NestedMail.here(), alone),
                },
            }
        }
        self.intake.container_ends(mark);
    }

    /// Takes in what lies in an archive.
    pub(super) async fn open_archive(&mut self, source: FileSource, file: &web_sys::File, alone: bool) {
        let Some(archive) = Archive::of(file).await else {
            return self.intake.unopened(source, ReadFailure::NotArchive.here(), alone);
        };
        let entries = match archive.list().await {
            Ok(entries) => entries,
            Err(why) => return self.intake.unopened(source, packing(why).here(), alone),
        };
        let mark = self.intake.container_begins();
        let mut slice = TimeSlice::begin();
        for entry in entries {
            let inside = FileSource { name: entry.path(), within: Some(source.name.clone()), day: source.day };
            let read = match self.unpacking.plan(&entry) {
                EntryPlan::Pass => {
                    self.intake.not_read(1);
                    continue;
                }
                EntryPlan::Refuse(failure) => Err(failure),
                EntryPlan::Read => archive.read(&entry).await.map_err(packing),
            };
            match read {
                Err(failure) => self.intake.unopened(inside, failure.here(), false),
                Ok(bytes) => match shape(&inside.name, &bytes) {
                    FileShape::Plain => self.take(inside, &bytes, None).await,
                    FileShape::Other(what) => self.intake.other(inside, what, false),
                    FileShape::Archive => self.intake.unopened(inside, ReadFailure::TooDeep.here(), alone),
                    FileShape::Mail => self.open_mail(inside, &bytes, false, true).await,
                },
            }
            slice.next().await;
        }
        self.intake.container_ends(mark);
    }
}

/// The bytes of an attachment.
fn contained(container: &Container, at: u32) -> Result<Vec<u8>, ReadError> {
    container.contained_file(at).map(|bytes| bytes.to_vec()).map_err(|error| match error {
        OpenError::File(error) => error,
        // What reads mails broke off.
        OpenError::Office(_) => ReadFailure::Damaged.here(),
    })
}
