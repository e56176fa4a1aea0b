//! The segments of a JPEG, read as forgivingly as decoders do: whatever stands before its size, and without the mark
//! at its end, which some telephones and programs leave out.

/// One segment.
pub(super) struct Segment {
    /// The second byte of its marker.
    pub(super) kind: u8,
    /// Where what it holds begins, behind the two bytes that say how long it is.
    pub(super) from: usize,
    /// Where the next may begin; it may lie beyond the end of the bytes.
    pub(super) to: usize,
}

/// The end of the picture.
pub(super) const END: u8 = 0xd9;
/// A drawn part begins.
pub(super) const SCAN: u8 = 0xda;

/// The first segment here or later; none where the bytes end before it is told how long it is. What is no marker is
/// passed over, as decoders do: some cameras fill with zeros, and any number of FF may stand before a marker.
pub(super) fn segment(bytes: &[u8], at: usize) -> Option<Segment> {
    let begins = |pair: &[u8]| matches!(pair, [0xff, kind] if !matches!(kind, 0x00 | 0xff));
    let at = at.checked_add(bytes.get(at..)?.windows(2).position(begins)?)?;
    let kind = *bytes.get(at + 1)?;
    let from = at + 2;
    if matches!(kind, 0x01 | 0xd0..=END) {
        return Some(Segment { kind, from, to: from });
    }
    let long = [*bytes.get(from)?, *bytes.get(from + 1)?];
    let from = from + 2;
    Some(Segment { kind, from, to: from + usize::from(u16::from_be_bytes(long)).saturating_sub(2) })
}

/// Whether a marker says how large the picture is: C0 to CF, without C4, C8 and CC, which are none.
pub(super) fn is_frame(kind: u8) -> bool {
    matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc)
}

/// What is found of the size.
pub(super) enum Size {
    /// Width and height in dots.
    Is(u32, u32),
    /// The bytes end before it.
    Later,
    /// The drawn part comes, and it was told nowhere.
    Nowhere,
}

/// Width and height from the start of frame.
pub(super) fn size(bytes: &[u8]) -> Size {
    let two = |at: usize| Some(u32::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
    let mut at = 2;
    while let Some(found) = segment(bytes, at) {
        if is_frame(found.kind) {
            return match (two(found.from + 3), two(found.from + 1)) {
                (Some(width), Some(height)) => Size::Is(width, height),
                _ => Size::Later,
            };
        }
        if matches!(found.kind, END | SCAN) {
            return Size::Nowhere;
        }
        at = found.to;
    }
    Size::Later
}
