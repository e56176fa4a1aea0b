//! What was found in a file that somebody sent: a mail, an archive, a workbook; or why it cannot be read.

use serde::{Deserialize, Serialize};

/// A mail that came.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedMail {
    /// Who says that it is theirs. Anybody can write anything there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Sender>,
    /// The subject, in one line; may be empty.
    pub subject: String,
    /// When it says that it was sent, in UTC: `2026-12-10T08:05:00Z`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What is attached.
    pub files: Vec<ContainedFile>,
}

/// Who sent a mail.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The name beside the mailbox; may be empty.
    pub name: String,
    /// The mailbox; may be empty.
    pub mailbox: String,
}

/// A file inside a mail or an archive. It is asked for by its place in the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainedFile {
    /// Its name, in an archive with the folders before it; at most 255 characters. Only to be shown and compared.
    pub name: String,
    /// The archive or the forwarded mail that it lies in, where that lies itself in the one that was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// How many bytes it has.
    pub bytes: u64,
    /// Why it cannot be had; the others can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<ReadFailure>,
}

/// A sheet of a workbook that came, as the texts that stand in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedSheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first one, each from its first column to the last one in which something stands.
    pub rows: Vec<Vec<String>>,
}

/// Why a file cannot be read, and which one inside it where it is one of those.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadError {
    /// What is wrong.
    pub failure: ReadFailure,
    /// The attachment, the entry or the sheet; nothing where it is the file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
}

/// What is wrong with a file that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadFailure {
    /// It is no mail.
    NotMail,
    /// It is no zip archive.
    NotArchive,
    /// It is no workbook, neither `.xlsx` nor `.xls`.
    NotWorkbook,
    /// It ends before its end.
    Incomplete,
    /// What stands in it is not what it says of itself, or was changed.
    Damaged,
    /// A password is needed.
    Encrypted,
    /// It is packed in a way that hardly any program knows.
    UnknownPacking,
    /// It is, or becomes when it is unpacked, larger than anything that is handed in.
    TooLarge,
    /// There is more in it than in anything that is handed in.
    TooMany,
    /// An archive in an archive.
    TooDeep,
    /// A mail with parts in parts without end.
    EndlessMail,
    /// Its name is longer than any computer takes.
    LongName,
    /// Its name leads out of the folder that it would be unpacked into.
    UnsafeName,
    /// Its bytes are those of another file as well, as only archives have that were made to do harm.
    Overlapping,
    /// It is a mail inside a forwarded mail: what hangs on that one has to be saved first.
    NestedMail,
    /// There is no file at this place of the list.
    NoSuchFile,
}

impl ReadFailure {
    /// The same of the file itself.
    pub fn here(self) -> ReadError {
        ReadError { failure: self, entry: None }
    }

    /// The same of something inside the file.
    pub fn at(self, entry: impl Into<String>) -> ReadError {
        ReadError { failure: self, entry: Some(entry.into()) }
    }
}
