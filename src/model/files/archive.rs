//! Several files in one: a zip, stored and not packed, so that it is put together piece by piece and no copy of the
//! whole is ever in memory. Made when a shared computer is left, and opened again at the door for files.

use crate::model::date::CivilDate;
use crate::model::files::parsed::DRAFT_LIMIT;
use std::cell::{Cell, RefCell};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::rc::Rc;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most files of an archive that are looked at.
const MOST_FILES: usize = 2000;
/// The most bytes of one file in it once it is unpacked: no file of ours has more.
const MOST_BYTES: u64 = DRAFT_LIMIT;
/// The most bytes of the list at the end of an archive: far more than so many files need.
const MOST_LIST: u64 = 8 << 20;
/// How many bytes are asked for at a time, where it is not known how many are needed.
const PIECE: u64 = 64 << 10;

/// An archive that is being written. What it has so far is taken out again and again.
pub struct ArchiveWriter {
    zip: ZipWriter<StreamWriter<Pipe>>,
    written: Pipe,
    names: Vec<String>,
    day: DateTime,
}

/// Bytes that were written and not yet taken.
#[derive(Clone, Default)]
struct Pipe(Rc<RefCell<Vec<u8>>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// It could not be written. Only what a zip cannot hold leads here: files of more than 4 GB.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotWritten;

impl From<ZipError> for NotWritten {
    fn from(_: ZipError) -> Self {
        Self
    }
}

impl From<io::Error> for NotWritten {
    fn from(_: io::Error) -> Self {
        Self
    }
}

impl ArchiveWriter {
    /// With nothing in it; its files bear this day.
    pub fn new(day: CivilDate) -> Self {
        let written = Pipe::default();
        let zip = ZipWriter::new_stream(written.clone());
        // Zip knows no year before 1980.
        let day = DateTime::from_date_and_time(day.year(), day.month(), day.day(), 0, 0, 0).unwrap_or_default();
        Self { zip, written, names: Vec::new(), day }
    }

    /// Begins a file below a folder; one of a name that is there already gets a number.
    pub fn begin(&mut self, folder: &str, name: &str) -> Result<(), NotWritten> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = (1_u32..).map(|nth| match nth {
            1 => format!("{folder}/{name}"),
            nth => format!("{folder}/{stem}_{nth}.{ending}"),
        });
        let path = path.into_iter().find(|path| !self.names.contains(path)).ok_or(NotWritten)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(self.day)
            .unix_permissions(0o644);
        self.zip.start_file(path.as_str(), options)?;
        self.names.push(path);
        Ok(())
    }

    /// Adds to the file that was begun last.
    pub fn add(&mut self, text: &str) -> Result<(), NotWritten> {
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    /// What was written since this was asked last.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut *self.written.0.borrow_mut())
    }

    /// Ends it: the last bytes.
    pub fn end(self) -> Result<Vec<u8>, NotWritten> {
        let Self { zip, written, .. } = self;
        zip.finish()?;
        Ok(std::mem::take(&mut *written.0.borrow_mut()))
    }
}

/// An archive that is being read, of which pieces are brought as they are asked for: it may be larger than what
/// fits into memory.
pub struct ArchiveReader {
    pieces: Rc<Pieces>,
    /// The archive with its list, once that was read whole: reading it again for each of a thousand files would take
    /// a thousand times as long.
    opened: RefCell<Option<ZipArchive<Cursor>>>,
    decode: fn(&[u8]) -> String,
}

struct Pieces {
    size: u64,
    loaded: RefCell<Vec<(u64, Vec<u8>)>>,
    missing: Cell<Option<u64>>,
}

/// A range of bytes of the archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// The first.
    pub from: u64,
    /// The one after the last.
    pub to: u64,
}

/// How far it got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackingProgress<T> {
    /// It is done.
    Done(T),
    /// These bytes are needed first.
    Needs(Span),
}

/// A file in an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its place in the list of the archive.
    pub at: usize,
    /// The folder it lies in; empty if it lies in none.
    pub folder: String,
    /// Its name, without folders.
    pub name: String,
    /// How many bytes the archive says that it has once it is unpacked.
    pub bytes: u64,
}

impl Entry {
    /// Whether it may be a file of this program, by its name.
    pub fn may_be_ours(&self) -> bool {
        self.name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
    }

    /// Its name with the folder it lies in.
    pub fn path(&self) -> String {
        if self.folder.is_empty() { self.name.clone() } else { format!("{}/{}", self.folder, self.name) }
    }

    /// Whether its path leads out of the folder that it begins in, on any system. Nothing is ever stored under it; an
    /// honest archive has none.
    pub fn leads_out(&self) -> bool {
        let path = self.path();
        let drive = path.as_bytes().get(1) == Some(&b':');
        drive
            || path.starts_with(['/', '\\'])
            || path.split(['/', '\\']).any(|part| part == "..")
            || path.contains('\0')
    }
}

/// Why an archive, or a file in it, cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unpackable {
    /// It is damaged, or cut off.
    Damaged,
    /// It asks for a password.
    Locked,
    /// It is packed in a way that this program does not know.
    OtherPacking,
    /// There are more files in it than this program looks at.
    TooMany,
    /// It is larger than any file of ours once it is unpacked.
    TooLarge,
}

impl ArchiveReader {
    /// Of an archive of so many bytes. `decode` reads names that are not UTF-8: Chinese Windows writes them in GB 18030
    /// and marks them as nothing at all.
    pub fn new(size: u64, decode: fn(&[u8]) -> String) -> Self {
        let pieces = Rc::new(Pieces { size, loaded: RefCell::default(), missing: Cell::new(None) });
        Self { pieces, opened: RefCell::default(), decode }
    }

    /// Brings a piece that was asked for.
    pub fn bring(&self, from: u64, bytes: Vec<u8>) {
        self.pieces.loaded.borrow_mut().push((from, bytes));
    }

    /// Lets go all pieces but the last, if that is a small one: the next small files mostly lie in it as well.
    pub fn forget(&self) {
        let mut loaded = self.pieces.loaded.borrow_mut();
        let last = loaded.pop().filter(|(_, bytes)| bytes.len() as u64 <= 2 * PIECE);
        *loaded = last.into_iter().collect();
    }

    /// The files in it, without folders.
    pub fn list(&self) -> Result<PackingProgress<Vec<Entry>>, Unpackable> {
        self.attempt(PIECE, |zip| {
            if zip.len() > MOST_FILES {
                return Err(Failed::Is(Unpackable::TooMany));
            }
            let mut entries = Vec::new();
            for at in 0..zip.len() {
                let entry = zip.by_index_data(at)?;
                let raw = entry.name_raw();
                let name = std::str::from_utf8(raw).map_or_else(|_| (self.decode)(raw), str::to_owned);
                let (folder, name) = name.rsplit_once(['/', '\\']).unwrap_or(("", &name));
                let (folder, name) = (folder.to_owned(), name.to_owned());
                if !name.is_empty() {
                    entries.push(Entry { at, folder, name, bytes: entry.size() });
                }
            }
            Ok(entries)
        })
    }

    /// What stands in one of its files. Takes no more memory than the archive says that the file has, and that is at most
    /// as much as any file of ours: whoever says less than there is gave a damaged file.
    pub fn read(&self, entry: &Entry) -> Result<PackingProgress<Vec<u8>>, Unpackable> {
        // The whole of it is asked for at once, as soon as it is known how long that is.
        let packed = match self.attempt(PIECE, |zip| Ok(zip.by_index_raw(entry.at)?.compressed_size()))? {
            _ if entry.bytes > MOST_BYTES => return Err(Unpackable::TooLarge),
            PackingProgress::Done(packed) if packed > MOST_BYTES => return Err(Unpackable::TooLarge),
            PackingProgress::Done(packed) => packed,
            PackingProgress::Needs(span) => return Ok(PackingProgress::Needs(span)),
        };
        self.attempt(packed + PIECE, |zip| {
            let mut file = zip.by_index(entry.at)?;
            let said = file.size();
            if said > MOST_BYTES {
                return Err(Failed::Is(Unpackable::TooLarge));
            }
            // Once, and not again and again while it grows.
            let mut bytes = Vec::with_capacity(usize::try_from(said).unwrap_or_default());
            file.by_ref().take(said).read_to_end(&mut bytes)?;
            let more = file.read(&mut [0])?;
            if more > 0 || bytes.len() as u64 != said { Err(Failed::Is(Unpackable::TooLarge)) } else { Ok(bytes) }
        })
    }

    /// Tries with the pieces that are here. `piece` is how many bytes are asked for where some are missing.
    fn attempt<T>(
        &self,
        piece: u64,
        work: impl FnOnce(&mut ZipArchive<Cursor>) -> Result<T, Failed>,
    ) -> Result<PackingProgress<T>, Unpackable> {
        self.pieces.missing.set(None);
        let open = || ZipArchive::new(Cursor { pieces: self.pieces.clone(), at: 0 });
        let opened = self.opened.take().map_or_else(open, Ok);
        let done = opened.map_err(Failed::from).and_then(|mut zip| {
            // What was opened although a piece was missing may have another list once that is here.
            let is_whole = self.pieces.missing.get().is_none();
            let done = work(&mut zip);
            if is_whole {
                self.opened.replace(Some(zip));
            }
            done
        });
        match done {
            Ok(done) => Ok(PackingProgress::Done(done)),
            Err(Failed::Is(why)) => Err(why),
            Err(Failed::Perhaps(why)) => match self.pieces.missing.get() {
                Some(from) => self.ask(from, piece),
                None => Err(why),
            },
        }
    }

    fn ask<T>(&self, missing: u64, piece: u64) -> Result<PackingProgress<T>, Unpackable> {
        let loaded: u64 = self.pieces.loaded.borrow().iter().map(|(_, bytes)| bytes.len() as u64).sum();
        if loaded > MOST_BYTES + MOST_LIST {
            return Err(Unpackable::TooLarge);
        }
        // The list at the end is read from its end forward and then from its beginning.
        let from = if missing + PIECE > self.pieces.size { self.pieces.size.saturating_sub(PIECE) } else { missing };
        Ok(PackingProgress::Needs(Span { from, to: (from + piece.max(PIECE)).min(self.pieces.size) }))
    }
}

enum Failed {
    /// It is so.
    Is(Unpackable),
    /// It is so, unless a piece was missing.
    Perhaps(Unpackable),
}

impl From<ZipError> for Failed {
    fn from(error: ZipError) -> Self {
        Self::Perhaps(match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Unpackable::Locked,
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Unpackable::OtherPacking,
            _ => Unpackable::Damaged,
        })
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        // How a file is packed is looked at when its first byte is read.
        let unknown = error.kind() == io::ErrorKind::Unsupported;
        Self::Perhaps(if unknown { Unpackable::OtherPacking } else { Unpackable::Damaged })
    }
}

/// A place in an archive of which some pieces are here.
struct Cursor {
    pieces: Rc<Pieces>,
    at: u64,
}

impl Read for Cursor {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() || self.at >= self.pieces.size {
            return Ok(0);
        }
        let loaded = self.pieces.loaded.borrow();
        let here = loaded.iter().rev().find_map(|(from, bytes)| {
            let skip = usize::try_from(self.at.checked_sub(*from)?).ok()?;
            bytes.get(skip..).filter(|rest| !rest.is_empty())
        });
        let Some(here) = here else {
            self.pieces.missing.set(Some(self.at));
            return Err(io::Error::other("a piece is missing"));
        };
        let many = here.len().min(into.len());
        if let (Some(into), Some(here)) = (into.get_mut(..many), here.get(..many)) {
            into.copy_from_slice(here);
        }
        self.at += many as u64;
        Ok(many)
    }
}

impl Seek for Cursor {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(back) => self.pieces.size.checked_add_signed(back),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::other("before the beginning"))?;
        Ok(self.at)
    }
}
