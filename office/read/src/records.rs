//! The records of a workbook of before 2007: each has its kind and its length in four bytes. Those that say what stands
//! in cells are held against what their reader takes for granted; all others become a kind that nobody reads.

use crate::limits::{MAX_BEGINS, MAX_CELLS, MAX_COLUMNS, MAX_OLD_CELLS, MAX_ROWS, MAX_SHEETS, MAX_TEXT_BYTES};
use crate::shared_texts;
use documents::received::ReadFailure;
use std::collections::{BTreeMap, BTreeSet};

/// A kind that no program reads.
const UNREAD: u16 = 0xFFFF;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CONTINUED: u16 = 0x003C;
const PASSWORD: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const TEXTS: u16 = 0x00FC;
const FORMULA: u16 = 0x0006;
const NUMBERS: u16 = 0x00BD;
const SHARED: u16 = 0x00FD;
const RESULT: u16 = 0x0207;

/// The least length of a record that is read; nothing for one that is not. By their names in MS-XLS: `BOF`, `EOF`,
/// `Continue`, `FilePass`, `BoundSheet8`, `SST`, `Formula`, `MulRk`, then `CodePage`, `Date1904`, `Format`, `XF`, and
/// the other cells: `Number`, `Label`, `RString`, `BoolErr`, `String`, `RK`, `LabelSst`.
fn least(kind: u16) -> Option<usize> {
    match kind {
        END | PASSWORD => Some(0),
        CONTINUED => Some(1),
        BEGIN | 0x0042 | 0x0022 | 0x041E | RESULT => Some(2),
        0x00E0 => Some(4),
        SHEET | TEXTS | 0x0204 | 0x00D6 | 0x0205 => Some(8),
        0x027E | SHARED => Some(10),
        NUMBERS => Some(12),
        0x0203 => Some(14),
        FORMULA => Some(22),
        _ => None,
    }
}

/// Whether a record is a cell, which begins with its row and column.
fn is_cell(kind: u16) -> bool {
    matches!(kind, FORMULA | NUMBERS | 0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | SHARED)
}

/// How far the cells of a sheet reach.
#[derive(Default)]
struct Reach {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
}

impl Reach {
    fn add(&mut self, row: u32, column: u32) {
        let wider =
            |reach: Option<(u32, u32)>, at: u32| reach.map_or((at, at), |(from, to)| (at.min(from), at.max(to)));
        self.rows = Some(wider(self.rows, row));
        self.columns = Some(wider(self.columns, column));
    }

    fn cells(&self) -> u64 {
        let long = |reach: Option<(u32, u32)>| reach.map_or(0, |(from, to)| u64::from(to - from) + 1);
        long(self.rows) * long(self.columns)
    }
}

/// The same records, checked.
///
/// # Errors
/// Where they cannot be read without harm, or hold more than any roster.
pub(crate) fn made_safe(mut stream: Vec<u8>) -> Result<Vec<u8>, ReadFailure> {
    let mut found = Found::default();
    let (mut at, mut texts) = (0, Vec::new());
    // What is left at the end may fill up a block.
    while let Some((kind, length)) = head(&stream, at) {
        let place = at + 4..at + 4 + length;
        let data = stream.get_mut(place.clone()).ok_or(ReadFailure::Incomplete)?;
        let mut read = least(kind).is_some_and(|least| data.len() >= least);
        match kind {
            PASSWORD => return Err(ReadFailure::Encrypted),
            TEXTS | CONTINUED if !texts.is_empty() && (kind == TEXTS || !read) => return Err(ReadFailure::Damaged),
            // From here on its continuations belong to it.
            TEXTS if read => texts.push(place.clone()),
            CONTINUED if !texts.is_empty() => texts.push(place.clone()),
            // Its result is read, and nothing of how it is found.
            FORMULA if read => data.iter_mut().skip(20).for_each(|byte| *byte = 0),
            NUMBERS if read => {
                let (first, last) = (number(data, 2), number(data, data.len() - 2));
                read = last >= first && data.len() == 6 + 6 * (last - first + 1) as usize;
            }
            _ => {}
        }
        if read {
            found.add(kind, at, data)?;
        }
        if kind != CONTINUED && kind != TEXTS && !texts.is_empty() {
            found.texts(shared_texts::lengths(&stream, &std::mem::take(&mut texts))?)?;
        }
        if !read {
            stream.get_mut(at..at + 2).ok_or(ReadFailure::Damaged)?.copy_from_slice(&UNREAD.to_le_bytes());
        }
        at = place.end;
    }
    if !texts.is_empty() {
        found.texts(shared_texts::lengths(&stream, &texts)?)?;
    }
    stream.truncate(at);
    found.check()?;
    Ok(stream)
}

/// What the records of a workbook hold together.
#[derive(Default)]
struct Found {
    /// Where something begins: the workbook, a sheet, a diagram within a sheet.
    begins: BTreeSet<usize>,
    /// Those of them that have not ended yet.
    open: Vec<usize>,
    /// Where the sheets say that they begin.
    sheets: BTreeSet<usize>,
    /// How far cells reach, by the beginning that they stand after.
    reaches: BTreeMap<usize, Reach>,
    /// How many records hold a cell or more.
    cells: usize,
    /// The characters of each text that cells share.
    texts: Option<Vec<u16>>,
    /// Which of them each cell names.
    named: Vec<u32>,
}

impl Found {
    /// One record that is read, where it stands and what is in it.
    fn add(&mut self, kind: u16, at: usize, data: &[u8]) -> Result<(), ReadFailure> {
        match kind {
            BEGIN => {
                self.begins.insert(at);
                self.open.push(at);
                if self.begins.len() > MAX_BEGINS {
                    return Err(ReadFailure::TooMany);
                }
            }
            END => {
                self.open.pop();
            }
            SHEET => {
                self.sheets.insert(long_number(data, 0) as usize);
                if self.sheets.len() > MAX_SHEETS {
                    return Err(ReadFailure::TooMany);
                }
            }
            _ if is_cell(kind) => {
                let (row, column) = (number(data, 0), number(data, 2));
                let last = if kind == NUMBERS { number(data, data.len() - 2) } else { column };
                if row >= MAX_ROWS || column >= MAX_COLUMNS || last >= MAX_COLUMNS {
                    return Err(ReadFailure::TooMany);
                }
                self.cells += (last - column + 1) as usize;
                if self.cells > MAX_CELLS {
                    return Err(ReadFailure::TooMany);
                }
                let reach = self.reaches.entry(self.open.last().copied().unwrap_or_default()).or_default();
                reach.add(row, column);
                reach.add(row, last);
                if kind == SHARED {
                    self.named.push(long_number(data, 6));
                }
            }
            // The result of a formula is one more cell in the place of the formula's.
            RESULT => {
                self.cells += 1;
                if self.cells > MAX_CELLS {
                    return Err(ReadFailure::TooMany);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The texts that cells share. A workbook has them once.
    fn texts(&mut self, lengths: Vec<u16>) -> Result<(), ReadFailure> {
        if self.texts.replace(lengths).is_some() { Err(ReadFailure::Damaged) } else { Ok(()) }
    }

    fn check(&self) -> Result<(), ReadFailure> {
        // Each sheet begins where it says: at a record, not somewhere in one, where nothing has been checked.
        if self.sheets.is_empty() || !self.sheets.is_subset(&self.begins) {
            return Err(ReadFailure::Damaged);
        }
        // Their reader makes room for every cell between the first and the last one.
        if self.reaches.values().map(Reach::cells).sum::<u64>() > MAX_OLD_CELLS {
            return Err(ReadFailure::TooMany);
        }
        // And it copies a text for each cell that names it.
        let length = |at: &u32| usize::try_from(*at).ok().and_then(|at| self.texts.as_ref()?.get(at)).copied();
        let characters: usize = self.named.iter().filter_map(length).map(usize::from).sum();
        if characters > MAX_TEXT_BYTES { Err(ReadFailure::TooLarge) } else { Ok(()) }
    }
}

/// The kind and the length of the record at this place, if there is one.
fn head(stream: &[u8], at: usize) -> Option<(u16, usize)> {
    let head = stream.get(at..at + 4)?;
    Some((u16::try_from(number(head, 0)).ok()?, number(head, 2) as usize))
}

/// The two bytes at this place as a number; 0 where there are none.
pub(crate) fn number(data: &[u8], at: usize) -> u32 {
    let byte = |at: usize| data.get(at).copied().map_or(0, u32::from);
    byte(at) | byte(at + 1) << 8
}

/// The four bytes at this place as a number.
fn long_number(data: &[u8], at: usize) -> u32 {
    number(data, at) | number(data, at + 2) << 16
}
