//! The parts of a PNG: its size, whatever stands before it, and whether all of it is there, also without the part
//! that says that it ends.

use crate::model::photos::jpeg::Size;
use flate2::{Decompress, FlushDecompress, Status};

/// What every PNG begins with.
pub(super) const SIGNS: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The last part, as every program writes it.
const LAST: &[u8] = b"IEND\xae\x42\x60\x82";

/// The parts by name, each with what is there of what it holds.
fn parts(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes.get(SIGNS.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (long, more) = rest.split_first_chunk::<4>()?;
        let (name, held) = more.split_first_chunk::<4>()?;
        let long = usize::try_from(u32::from_be_bytes(*long)).unwrap_or(usize::MAX);
        // Four more bytes follow, by which damage is known.
        rest = long.checked_add(4).and_then(|end| held.get(end..)).unwrap_or_default();
        Some((name.as_slice(), held.get(..long).unwrap_or(held)))
    })
}

/// Width and height from the part `IHDR`.
pub(super) fn size(bytes: &[u8]) -> Size {
    for (name, held) in parts(bytes) {
        let sides = || {
            let (width, rest) = held.split_first_chunk::<4>()?;
            Some((u32::from_be_bytes(*width), u32::from_be_bytes(*rest.first_chunk()?)))
        };
        match name {
            b"IHDR" => return sides().map_or(Size::Later, |(width, height)| Size::Is(width, height)),
            b"IDAT" | b"IEND" => return Size::Nowhere,
            _ => {}
        }
    }
    Size::Later
}

/// Whether a PNG goes on to its end. Of one that does not say where that is, its dots are unpacked: what packed them
/// wrote an end of its own.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    // Where a part in the middle is damaged, the browser decides.
    bytes.ends_with(LAST) || parts(bytes).any(|(name, _)| name == b"IEND") || is_unpacked(bytes)
}

fn is_unpacked(bytes: &[u8]) -> bool {
    let Size::Is(width, height) = size(bytes) else { return false };
    // As many as a dot can have, and a little more for each line. What has more is none, and would never end.
    let most = (u64::from(width) + 8).saturating_mul(8 * u64::from(height));
    let (mut packed, mut pixels) = (Decompress::new(true), vec![0; 1 << 15]);
    for (_, mut held) in parts(bytes).filter(|(name, _)| *name == b"IDAT") {
        loop {
            let before = (packed.total_in(), packed.total_out());
            match packed.decompress(held, &mut pixels, FlushDecompress::None) {
                // Where it is damaged, the browser decides.
                Ok(Status::StreamEnd) | Err(_) => return true,
                Ok(Status::Ok | Status::BufError) => {}
            }
            if packed.total_out() > most {
                return true;
            }
            let taken = usize::try_from(packed.total_in() - before.0).unwrap_or(usize::MAX);
            held = held.get(taken..).unwrap_or_default();
            if (packed.total_in(), packed.total_out()) == before {
                break;
            }
        }
    }
    false
}
