//! The entries of one archive, without those inside them.

use crate::limits::{MAX_BYTES, MAX_FILES};
use crate::name;
use documents::received::{ContainedFile, ReadError, ReadFailure};
use std::io::{Cursor, Read};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// An archive whose entries are known and bounded; none is unpacked yet.
pub(crate) struct Entries {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Each file with its place in the archive. Folders are left out.
    pub files: Vec<(usize, ContainedFile)>,
}

/// What every entry's record in the directory at the end begins with.
const RECORD: &[u8] = b"PK\x01\x02";
/// What an archive begins with.
const BEGINNING: &[u8] = b"PK";

impl Entries {
    /// Reads the directory. `room` is how many bytes there may be in all of its files together.
    pub fn open(bytes: Vec<u8>, room: usize) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadFailure::TooLarge.here());
        }
        // The directory is read whole: before that it is seen how long it can be at most.
        let records = bytes.windows(RECORD.len()).filter(|window| *window == RECORD).count();
        if records > 2 * MAX_FILES {
            return Err(ReadFailure::TooMany.here());
        }
        let begins = bytes.starts_with(BEGINNING);
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| if begins { ReadFailure::Incomplete.here() } else { ReadFailure::NotArchive.here() })?;
        let mut entries = Self { archive, files: Vec::new() };
        entries.list(room)?;
        Ok(entries)
    }

    fn list(&mut self, room: usize) -> Result<(), ReadError> {
        let mut ranges = Vec::new();
        let mut bytes = 0_u64;
        for at in 0..self.archive.len() {
            let path = self.path(at);
            // It reads the entry's own head, which must be there.
            let entry = self.archive.by_index_raw(at).map_err(|error| failure(&error).at(path.as_str()))?;
            let start = entry.data_start().unwrap_or(u64::MAX);
            ranges.push((entry.header_start(), start.saturating_add(entry.compressed_size()), at));
            if entry.is_dir() {
                continue;
            }
            bytes = bytes.saturating_add(entry.size());
            if bytes > u64::try_from(room).unwrap_or(u64::MAX) {
                return Err(ReadFailure::TooLarge.at(path));
            }
            let unknown = !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
            let wrong = [
                (entry.encrypted(), ReadFailure::Encrypted),
                (unknown, ReadFailure::UnknownPacking),
                (name::leads_out(&path) || entry.is_symlink(), ReadFailure::UnsafeName),
            ];
            let (name, long) = name::shown(&path);
            let refused = wrong.iter().find(|(is, _)| *is).map(|(_, failure)| *failure).or(long);
            self.files.push((at, ContainedFile { name, within: None, bytes: entry.size(), refused }));
        }
        if self.files.len() > MAX_FILES {
            return Err(ReadFailure::TooMany.here());
        }
        // One byte must not unpack into several files: so small archives become large without end.
        ranges.sort_unstable();
        let end = self.archive.central_directory_start();
        let ends = ranges.iter().skip(1).map(|(start, ..)| *start).chain([end]);
        match ranges.iter().zip(ends).find(|((_, end, _), next)| end > next) {
            Some(((.., at), _)) => Err(ReadFailure::Overlapping.at(self.path(*at))),
            None => Ok(()),
        }
    }

    /// The name of an entry, as it may be shown where it is not certain that it is fit for it.
    fn path(&self, at: usize) -> String {
        let raw = self.archive.by_index_data(at).map(|entry| entry.name_raw().to_vec()).unwrap_or_default();
        name::decoded(&raw)
    }

    /// The bytes of an entry, which are held against their size and check sum.
    pub fn unpack(&mut self, at: usize) -> Result<Vec<u8>, ReadFailure> {
        let mut entry = self.archive.by_index(at).map_err(|error| failure(&error))?;
        // Only as much room as there is in the archive itself: the size may be a lie.
        let mut bytes = Vec::with_capacity(usize::try_from(entry.compressed_size()).unwrap_or(0).min(MAX_BYTES));
        entry.read_to_end(&mut bytes).map_err(|_| ReadFailure::Damaged)?;
        if bytes.len() as u64 == entry.size() { Ok(bytes) } else { Err(ReadFailure::Damaged) }
    }
}

fn failure(error: &ZipError) -> ReadFailure {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => ReadFailure::Encrypted,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => ReadFailure::UnknownPacking,
        // The crate adds kinds with its features.
        _ => ReadFailure::Damaged,
    }
}
