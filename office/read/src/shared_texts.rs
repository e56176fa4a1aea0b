//! The texts that the cells of a workbook of before 2007 share: one record and its continuations.

use crate::limits::{MAX_CONTINUATIONS, MAX_TEXTS};
use crate::records::number;
use documents::received::ReadFailure;
use std::ops::Range;

/// The characters of each text, in the order by which cells name them. Goes through them as their reader does, which
/// takes it for granted that the head of each stands in one piece.
///
/// # Errors
/// Where they are cut off, or more than any roster has.
pub(crate) fn lengths(stream: &[u8], places: &[Range<usize>]) -> Result<Vec<u16>, ReadFailure> {
    // Their reader moves all that are left each time that it takes one.
    if places.len() > MAX_CONTINUATIONS {
        return Err(ReadFailure::TooMany);
    }
    let mut lengths = Vec::new();
    let mut pieces = places.iter().map(|place| stream.get(place.clone()).unwrap_or_default());
    let Some(first) = pieces.next() else { return Ok(lengths) };
    let mut rest = first.get(8..).unwrap_or_default();
    loop {
        if rest.is_empty() {
            let Some(next) = pieces.next() else { return Ok(lengths) };
            rest = next;
        }
        let flags = rest.get(2).copied().ok_or(ReadFailure::Damaged)?;
        let mut left = number(rest, 0) as usize;
        lengths.push(u16::try_from(left).map_err(|_| ReadFailure::Damaged)?);
        if lengths.len() > MAX_TEXTS {
            return Err(ReadFailure::TooMany);
        }
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
