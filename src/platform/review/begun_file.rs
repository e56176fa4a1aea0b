//! The beginning of a file that a person chose: it tells what the file is, and of a submission it is mostly all.

use crate::model::review::take_in_report::is_read_among_others;
use crate::platform::wait::{Begun, Patience};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ReadableStreamReadResult, Response};

/// How many bytes of a file tell what it is; no submission without photos has as many.
const HEAD: usize = 64 << 10;

/// A file that a person chose, or that lies in a folder that was chosen.
pub struct ChosenFile {
    /// The file.
    pub file: web_sys::File,
    /// Whether it lies among others, of which most may be strangers'.
    pub among_others: bool,
}

/// A chosen file that is being read, or is not read at all.
pub(super) struct BegunFile {
    pub(super) chosen: ChosenFile,
    reading: Option<Begun<Option<Beginning>>>,
}

/// What came of reading the beginning of a file.
pub(super) enum ReadFile {
    /// It lies among others and is named as none of ours is.
    Stranger,
    /// It cannot be read.
    Unread,
    /// What was read of it.
    Read(Beginning),
}

impl BegunFile {
    /// Begins to read.
    pub(super) fn of(chosen: ChosenFile) -> Self {
        let read = !chosen.among_others || is_read_among_others(&chosen.file.name());
        let reading = read.then(|| {
            let file = chosen.file.clone();
            Begun::of(async move { Beginning::of(&file).await })
        });
        Self { chosen, reading }
    }

    /// Waits for what is read.
    pub(super) async fn end(self, patience: &mut Patience) -> (ChosenFile, ReadFile) {
        let read = match self.reading {
            None => ReadFile::Stranger,
            Some(reading) => reading.within(patience).await.flatten().map_or(ReadFile::Unread, ReadFile::Read),
        };
        (self.chosen, read)
    }
}

/// The first bytes of a file.
pub(super) struct Beginning {
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// The same as the browser gave them, where it gave them in one piece.
    pub(super) piece: Option<Uint8Array>,
    /// Whether the file has no others.
    pub(super) is_whole: bool,
}

impl Beginning {
    /// Read as a stream. Asking for the size of a file, or for a part of it, makes the browser look the file up once more,
    /// and its reader of files tells of everything that happens: each takes longer than to judge what was read.
    async fn of(file: &web_sys::File) -> Option<Self> {
        let stream = Response::new_with_opt_blob(Some(file)).ok()?.body()?;
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        let (mut bytes, mut pieces) = (Vec::new(), Vec::new());
        while bytes.len() < HEAD {
            let read: ReadableStreamReadResult = JsFuture::from(reader.read()).await.ok()?.unchecked_into();
            if read.get_done() == Some(true) {
                // Storing a part of a buffer would store all of it.
                let whole = |piece: &Uint8Array| piece.byte_length() == piece.buffer().byte_length();
                let piece = if pieces.len() == 1 { pieces.pop().filter(whole) } else { None };
                return Some(Self { bytes, piece, is_whole: true });
            }
            let piece: Uint8Array = read.get_value().dyn_into().ok()?;
            bytes.extend(piece.to_vec());
            pieces.push(piece);
        }
        // Nobody waits for the end of what is not wanted.
        let _ = reader.cancel();
        Some(Self { bytes, piece: None, is_whole: false })
    }
}
