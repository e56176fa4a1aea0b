//! How much of anything there may be in a file that is handed in. Each limit is far above what stations send, and far
//! below what makes a small computer wait or run out of memory.

/// The bytes of a mail or an archive, and of everything in it together, unpacked: 500 submissions of 300 KB with their
/// photos, and a quarter more. A module of WebAssembly gets 1 to 2 GB on the computers of offices.
pub const MAX_BYTES: usize = 200_000_000;
/// The files in an archive, also those in archives inside it, and the attachments of a mail: a county has some 500
/// units, and what a township or a month of chat comes to is far less than four times that.
pub const MAX_FILES: usize = 2_000;
/// The characters of a name, with the folders before it: Windows has room for 260.
pub const MAX_NAME_CHARS: usize = 255;
/// The headers of a mail and its parts: one that went through many servers has a hundred. More is taken for headers
/// than can be; each takes 200 bytes of memory.
pub const MAX_HEADERS: usize = 200_000;
/// The bytes of those headers together that become lists (senders, parameters): each sign of one may take 50 bytes.
pub const MAX_HEADER_BYTES: usize = 1_000_000;
/// The lines of a mail at which a part may begin (all that hold `--`), and the parts that hold parts. Each of the
/// latter may be looked for from its head to the end of the mail.
pub const MAX_BOUNDARIES: usize = 20_000;
/// See above: mail programs nest four.
pub const MAX_MULTIPARTS: usize = 100;
/// As many more may be there for each mail that was forwarded in it.
pub const MULTIPARTS_OF_FORWARDED: usize = 4;
/// The bytes in which parts are looked for like that, in a mail and those that were forwarded in it together.
pub const MAX_SEARCHED_BYTES: u64 = 20_000_000_000;

/// The bytes of a workbook, and of its parts together, unpacked: a roster of 10,000 people has 5 MB.
pub const MAX_WORKBOOK_BYTES: usize = 20_000_000;
/// The bytes of what says how its cells look, which no text needs: each sign of it may take 50 bytes.
pub const MAX_STYLES_BYTES: u64 = 2_000_000;
/// The sheets of a workbook.
pub const MAX_SHEETS: usize = 100;
/// The rows and columns of a sheet in which something stands, counted from its first ones.
pub const MAX_ROWS: u32 = 50_000;
/// See above.
pub const MAX_COLUMNS: u32 = 256;
/// The cells of a workbook in which something stands.
pub const MAX_CELLS: usize = 500_000;
/// The bytes of all texts in a workbook: cells that share a text have one each here.
pub const MAX_TEXT_BYTES: usize = 20_000_000;
/// The texts that cells share, in a workbook of before 2007.
pub const MAX_TEXTS: usize = 1_000_000;
/// The records over which those texts are spread, of 8 KB each: twice what 20 MB need.
pub const MAX_CONTINUATIONS: usize = 5_000;
/// What begins in such a workbook: its sheets, and the diagrams in them.
pub const MAX_BEGINS: usize = 10_000;
/// The cells of a workbook of before 2007 with all that are empty between the first and the last one of each sheet:
/// their reader makes room of 60 bytes for each.
pub const MAX_OLD_CELLS: u64 = 2_000_000;
