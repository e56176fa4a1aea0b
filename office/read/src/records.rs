//! The records of a workbook of before 2007: each has its kind and its length in four bytes. Those that say what stands
//! in cells are held against what their reader takes for granted; all others become a kind that nobody reads.

use crate::limits::{MAX_COLUMNS, MAX_OLD_CELLS, MAX_ROWS, MAX_SHEETS};
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

/// The least length of a record that is read; nothing for one that is not. By their names in MS-XLS: `BOF`, `EOF`,
/// `Continue`, `FilePass`, `BoundSheet8`, `SST`, `Formula`, `MulRk`, then `CodePage`, `Date1904`, `Format`, `XF`, and
/// the other cells: `Number`, `Label`, `RString`, `BoolErr`, `String`, `RK`, `LabelSst`.
fn least(kind: u16) -> Option<usize> {
    match kind {
        END | PASSWORD => Some(0),
        CONTINUED => Some(1),
        BEGIN | 0x0042 | 0x0022 | 0x041E | 0x0207 => Some(2),
        0x00E0 => Some(4),
        SHEET | TEXTS | 0x0204 | 0x00D6 | 0x0205 => Some(8),
        0x027E | 0x00FD => Some(10),
        NUMBERS => Some(12),
        0x0203 => Some(14),
        FORMULA => Some(22),
        _ => None,
    }
}

/// Whether a record is a cell, which begins with its row and column.
fn is_cell(kind: u16) -> bool {
    matches!(kind, FORMULA | NUMBERS | 0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD)
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
pub(crate) fn made_safe(mut stream: Vec<u8>) -> Result<Vec<u8>, ReadFailure> {
    let mut sheets = BTreeSet::new();
    let mut reaches: BTreeMap<usize, Reach> = BTreeMap::new();
    let (mut at, mut begun, mut texts) = (0, 0, Vec::new());
    // What is left at the end may fill up a block.
    while let Some((kind, length)) = head(&stream, at) {
        let place = at + 4..at + 4 + length;
        let data = stream.get_mut(place.clone()).ok_or(ReadFailure::Incomplete)?;
        let mut read = least(kind).is_some_and(|least| data.len() >= least);
        match kind {
            PASSWORD => return Err(ReadFailure::Encrypted),
            BEGIN if read => begun = at,
            SHEET if read => {
                sheets.insert(number(data, 0) as usize | (number(data, 2) as usize) << 16);
                if sheets.len() > MAX_SHEETS {
                    return Err(ReadFailure::TooMany);
                }
            }
            TEXTS if read => {
                // From here on its continuations belong to it.
                texts.push(place.clone());
            }
            CONTINUED if !read && !texts.is_empty() => return Err(ReadFailure::Damaged),
            CONTINUED if !texts.is_empty() => texts.push(place.clone()),
            NUMBERS if read => {
                let (first, last) = (number(data, 2), number(data, data.len() - 2));
                read = last >= first && data.len() == 6 + 6 * (last - first + 1) as usize;
                if read {
                    reaches.entry(begun).or_default().add(number(data, 0), last);
                }
            }
            // Its result is read, and nothing of how it is found.
            FORMULA if read => data.iter_mut().skip(20).for_each(|byte| *byte = 0),
            _ => {}
        }
        if read && is_cell(kind) {
            let (row, column) = (number(data, 0), number(data, 2));
            if row >= MAX_ROWS || column >= MAX_COLUMNS {
                return Err(ReadFailure::TooMany);
            }
            reaches.entry(begun).or_default().add(row, column);
        }
        if kind != CONTINUED && kind != TEXTS && !texts.is_empty() {
            check_texts(&stream, &std::mem::take(&mut texts))?;
        }
        if !read {
            stream.get_mut(at..at + 2).ok_or(ReadFailure::Damaged)?.copy_from_slice(&UNREAD.to_le_bytes());
        }
        at = place.end;
    }
    check_texts(&stream, &texts)?;
    stream.truncate(at);
    // Each sheet begins where it says, and each begins elsewhere.
    if sheets.is_empty() || sheets.iter().any(|sheet| head(&stream, *sheet).is_none_or(|(kind, _)| kind != BEGIN)) {
        return Err(ReadFailure::Damaged);
    }
    // Their reader makes room for every cell between the first and the last one.
    let cells: u64 = reaches.values().map(Reach::cells).sum();
    if cells > MAX_OLD_CELLS { Err(ReadFailure::TooMany) } else { Ok(stream) }
}

/// The kind and the length of the record at this place, if there is one.
fn head(stream: &[u8], at: usize) -> Option<(u16, usize)> {
    let head = stream.get(at..at + 4)?;
    Some((u16::try_from(number(head, 0)).ok()?, number(head, 2) as usize))
}

/// The two bytes at this place as a number; 0 where there are none.
fn number(data: &[u8], at: usize) -> u32 {
    let byte = |at: usize| data.get(at).copied().map_or(0, u32::from);
    byte(at) | byte(at + 1) << 8
}

/// Goes through the texts that cells share as their reader does, which takes it for granted that the head of each
/// stands in one piece.
fn check_texts(stream: &[u8], places: &[std::ops::Range<usize>]) -> Result<(), ReadFailure> {
    let mut pieces = places.iter().map(|place| stream.get(place.clone()).unwrap_or_default());
    let Some(first) = pieces.next() else { return Ok(()) };
    let mut rest = first.get(8..).unwrap_or_default();
    loop {
        if rest.is_empty() {
            let Some(next) = pieces.next() else { return Ok(()) };
            rest = next;
        }
        let flags = rest.get(2).copied().ok_or(ReadFailure::Damaged)?;
        let mut left = number(rest, 0) as usize;
        let (mut head, mut behind) = (3, 0);
        if flags & 8 != 0 {
            behind += 4 * number(rest, head) as usize;
            head += 2;
        }
        if flags & 4 != 0 {
            behind += number(rest, head) as usize | (number(rest, head + 2) as usize) << 16;
            head += 4;
        }
        rest = rest.get(head..).ok_or(ReadFailure::Damaged)?;
        let mut wide = flags & 1 != 0;
        while left > 0 {
            let here = left.min(if wide { rest.len() / 2 } else { rest.len() });
            rest = rest.get(if wide { 2 * here } else { here }..).unwrap_or_default();
            left -= here;
            if left > 0 {
                let (flags, more) = pieces.next().and_then(<[u8]>::split_first).ok_or(ReadFailure::Damaged)?;
                wide = flags & 1 != 0;
                rest = more;
            }
        }
        while behind > 0 {
            if rest.is_empty() {
                rest = pieces.next().ok_or(ReadFailure::Damaged)?;
            }
            let here = behind.min(rest.len());
            rest = rest.get(here..).unwrap_or_default();
            behind -= here;
        }
    }
}
