//! A zip archive: what is in it, and one of its files at a time. An archive inside it, as a township passes on those of
//! its stations, is opened along with it; one inside that is not.

use crate::entries::Entries;
use crate::limits::{MAX_BYTES, MAX_FILES};
use documents::received::{ContainedFile, ReadError, ReadFailure};

/// An archive that was opened.
pub struct Archive {
    /// The archive itself, then those inside it.
    archives: Vec<Entries>,
    /// Which archive each file of the list is in, and its place there.
    places: Vec<(usize, usize)>,
    files: Vec<ContainedFile>,
}

impl Archive {
    /// Opens an archive: its files are listed and bounded, and only archives inside it are unpacked.
    ///
    /// # Errors
    /// Where it is none, is cut off, holds too much, or was made to do harm. What is wrong with a single file costs that
    /// file alone, and stands in the list.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ReadError> {
        let outer = Entries::open(bytes, MAX_BYTES)?;
        let mut room = MAX_BYTES;
        let mut archive = Self { archives: Vec::new(), places: Vec::new(), files: Vec::new() };
        for (_, file) in &outer.files {
            room = room.saturating_sub(usize::try_from(file.bytes).unwrap_or(usize::MAX));
        }
        let listed = outer.files.clone();
        archive.archives.push(outer);
        for (at, file) in listed {
            if file.refused.is_none() && is_archive(&file.name) {
                archive.nested(at, file, &mut room)?;
            } else {
                archive.places.push((0, at));
                archive.files.push(file);
            }
        }
        if archive.files.len() > MAX_FILES { Err(ReadFailure::TooMany.here()) } else { Ok(archive) }
    }

    /// Lists the files of an archive inside this one in its place; or says there why it cannot.
    fn nested(&mut self, at: usize, file: ContainedFile, room: &mut usize) -> Result<(), ReadError> {
        let Some(outer) = self.archives.first_mut() else { return Ok(()) };
        let opened = outer.unpack(at).and_then(|bytes| Entries::open(bytes, *room).map_err(|error| error.failure));
        let inner = match opened {
            Ok(inner) => inner,
            // What is too much for all is too much.
            Err(failure @ (ReadFailure::TooLarge | ReadFailure::TooMany)) => return Err(failure.at(file.name)),
            Err(failure) => {
                self.places.push((0, at));
                self.files.push(ContainedFile { refused: Some(failure), ..file });
                return Ok(());
            }
        };
        for (place, inside) in &inner.files {
            *room = room.saturating_sub(usize::try_from(inside.bytes).unwrap_or(usize::MAX));
            let deep = is_archive(&inside.name).then_some(ReadFailure::TooDeep);
            self.places.push((self.archives.len(), *place));
            self.files.push(ContainedFile {
                within: Some(file.name.clone()),
                refused: inside.refused.or(deep),
                ..inside.clone()
            });
        }
        self.archives.push(inner);
        Ok(())
    }

    /// What is in it.
    pub fn files(&self) -> &[ContainedFile] {
        &self.files
    }

    /// The bytes of the file at this place of the list.
    ///
    /// # Errors
    /// Where it was refused, or its bytes are not what the archive says of them.
    pub fn file(&mut self, index: usize) -> Result<Vec<u8>, ReadError> {
        let (Some(file), Some((archive, at))) = (self.files.get(index), self.places.get(index)) else {
            return Err(ReadFailure::NoSuchFile.here());
        };
        let unpacked = match (file.refused, self.archives.get_mut(*archive)) {
            (Some(failure), _) => Err(failure),
            (None, None) => Err(ReadFailure::NoSuchFile),
            (None, Some(entries)) => entries.unpack(*at),
        };
        unpacked.map_err(|failure| failure.at(file.name.as_str()))
    }
}

/// By its name: a workbook is an archive, too, and not to be opened as one.
fn is_archive(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("zip"))
}
