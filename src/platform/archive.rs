//! A chosen archive: what is asked for is read from its file, piece by piece.

use crate::model::files::archive::{ArchiveReader, Entry, PackingProgress, Unpackable};
use crate::model::files::foreign::{Foreign, foreign};
use crate::platform::files;

/// An archive that was chosen.
pub struct Archive {
    file: web_sys::File,
    reader: ArchiveReader,
}

/// How many bytes of a file tell what it is: the names that a document has inside stand in them.
const HEADER_CHARS: u64 = 64 << 10;

impl Archive {
    /// Looks whether a chosen file is one that this program can open; documents and what other programs pack are
    /// archives as well.
    pub async fn of(file: &web_sys::File) -> Option<Self> {
        let size = files::size(file);
        let head = files::slice(file, 0, HEADER_CHARS.min(size)).await?;
        let is = head.starts_with(b"PK") && foreign(&head) == Some(Foreign::Archive);
        is.then(|| Self { file: file.clone(), reader: ArchiveReader::new(size, files::decoded) })
    }

    /// The files in it, without folders.
    pub async fn list(&self) -> Result<Vec<Entry>, Unpackable> {
        self.bring(|| self.reader.list()).await
    }

    /// What stands in one of them. Nothing of it stays in memory.
    pub async fn read(&self, entry: &Entry) -> Result<Vec<u8>, Unpackable> {
        let read = self.bring(|| self.reader.read(entry)).await;
        self.reader.forget();
        read
    }

    async fn bring<T>(&self, step: impl Fn() -> Result<PackingProgress<T>, Unpackable>) -> Result<T, Unpackable> {
        loop {
            match step()? {
                PackingProgress::Done(done) => return Ok(done),
                PackingProgress::Needs(span) => {
                    let piece = files::slice(&self.file, span.from, span.to).await.ok_or(Unpackable::Damaged)?;
                    self.reader.bring(span.from, piece);
                }
            }
        }
    }
}
