//! What a picture says of itself before it is decoded: its kind and its size, and whether all of it is there. A few
//! bytes of a hostile file can claim any size, and decoding it would take the memory of the whole browser.

use super::photo::Media;

/// What stands in the first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// A picture of a kind that every browser reads, with its width and height in dots as they are stored.
    Picture(Media, u32, u32),
    /// A picture as iPhones store it (HEIC), which few browsers read, with its size where that is found.
    Heic(Option<(u32, u32)>),
}

/// The head of a picture; none if it is none of the known kinds, or its head is not whole.
pub fn head(bytes: &[u8]) -> Option<Head> {
    if bytes.starts_with(&[0xff, 0xd8]) {
        let (width, height) = jpeg(bytes)?;
        Some(Head::Picture(Media::Jpeg, width, height))
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let fits = bytes.get(12..16) == Some(b"IHDR");
        fits.then_some(Head::Picture(Media::Png, u32_at(bytes, 16)?, u32_at(bytes, 20)?))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        let (width, height) = webp(bytes)?;
        Some(Head::Picture(Media::Webp, width, height))
    } else {
        is_heic(bytes).then(|| Head::Heic(heic(bytes)))
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(two.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some((u16_at(bytes, at)? << 16) | u16_at(bytes, at.checked_add(2)?)?)
}

/// A number whose lowest byte comes first, of up to four bytes.
fn turned(bytes: &[u8], at: usize, many: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(many)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// The next marker of a JPEG, and where its segment begins. Any number of FF may stand before a marker.
fn marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xff {
        return None;
    }
    while *bytes.get(at)? == 0xff {
        at += 1;
    }
    Some((*bytes.get(at)?, at + 1))
}

/// Width and height from the start of frame: the marker C0 to CF, without C4, C8 and CC, which are none.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let (kind, segment) = marker(bytes, at)?;
        match kind {
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => {
                return Some((u16_at(bytes, segment + 5)?, u16_at(bytes, segment + 3)?));
            }
            0xd9 | 0xda => return None,
            0x01 | 0xd0..=0xd8 => at = segment,
            _ => at = segment.checked_add(length(bytes, segment)?)?,
        }
    }
}

/// How long a segment is; it counts the two bytes that say so.
fn length(bytes: &[u8], segment: usize) -> Option<usize> {
    usize::try_from(u16_at(bytes, segment)?).ok().filter(|length| *length >= 2)
}

/// Width and height of each of the three kinds of WebP.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((turned(bytes, 24, 3)? + 1, turned(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = turned(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8 " => Some((turned(bytes, 26, 2)? & 0x3fff, turned(bytes, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

fn is_heic(bytes: &[u8]) -> bool {
    let brands = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp") && brands.iter().any(|brand| bytes.get(8..12) == Some(brand.as_slice()))
}

/// The largest size that is named in the first part of the file: the picture itself is larger than its tiles.
fn heic(bytes: &[u8]) -> Option<(u32, u32)> {
    let names = bytes.windows(4).enumerate().filter(|(_, name)| *name == b"ispe");
    let sizes = names.filter_map(|(at, _)| Some((u32_at(bytes, at + 8)?, u32_at(bytes, at + 12)?)));
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// Whether a picture of this kind goes on to its end. Browsers draw the upper half of one that was cut off, and
/// say nothing. What some telephones add after the end does no harm.
pub fn is_whole(bytes: &[u8], media: Media) -> bool {
    let whole = match media {
        Media::Jpeg => jpeg_end(bytes),
        Media::Png => png_end(bytes),
        Media::Webp => turned(bytes, 4, 4).and_then(|length| usize::try_from(length).ok()?.checked_add(8)),
    };
    whole.is_some_and(|end| end <= bytes.len())
}

/// Where a JPEG ends, walking from segment to segment: what looks like an end within one is that of a preview.
fn jpeg_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let (kind, segment) = marker(bytes, at)?;
        at = match kind {
            0xd9 => return Some(segment),
            0x01 | 0xd0..=0xd8 => segment,
            0xda => scan_end(bytes, segment.checked_add(length(bytes, segment)?)?)?,
            _ => segment.checked_add(length(bytes, segment)?)?,
        };
    }
}

/// Where the drawn part that begins here ends: at the first marker that may not stand within it.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let scan = bytes.get(from..)?;
    let ends = |pair: &[u8]| matches!(pair, [0xff, kind] if !matches!(kind, 0x00 | 0xd0..=0xd7 | 0xff));
    scan.windows(2).position(ends).and_then(|at| from.checked_add(at))
}

/// Where a PNG ends: after its chunk `IEND`.
fn png_end(bytes: &[u8]) -> Option<usize> {
    let mut at: usize = 8;
    loop {
        let long = usize::try_from(u32_at(bytes, at)?).ok()?;
        let last = bytes.get(at + 4..at + 8)? == b"IEND";
        at = at.checked_add(long)?.checked_add(12)?;
        if last {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A JPEG of this size as far as its outside goes: a preview within its first segment, a table, a frame, a scan.
    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let preview = [0xff, 0xd8, 0xff, 0xc0, 0, 8, 8, 0, 1, 0, 1, 0, 0xff, 0xd9];
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1, 0, 16];
        bytes.extend(preview);
        bytes.extend([0xff, 0xff, 0xc4, 0, 4, 1, 2, 0xff, 0xc2, 0, 8, 8]);
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 0xff, 0xda, 0, 3, 0, 7, 0xff, 0, 9, 0xff, 0xd3, 5, 0xff, 0xd9]);
        bytes
    }

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
        bytes.extend(b"\0\0\0\x02IDAT\x01\x02crc!\0\0\0\0IENDcrc!");
        bytes
    }

    #[test]
    fn the_size_is_read_from_the_frame_and_not_from_the_preview_before_it() {
        assert_eq!(head(&jpeg_of(4000, 3000)), Some(Head::Picture(Media::Jpeg, 4000, 3000)));
        assert_eq!(head(&png_of(70_000, 5)), Some(Head::Picture(Media::Png, 70_000, 5)));
    }

    #[test]
    fn the_three_kinds_of_webp_are_read() {
        let file = |chunk: &[u8], rest: &[u8]| [b"RIFF\x20\0\0\0WEBP", chunk, b"\0\0\0\0", rest].concat();
        let sizes = [
            file(b"VP8X", &[0, 0, 0, 0, 0x9f, 0x0f, 0, 0xb7, 0x0b, 0]),
            file(b"VP8 ", &[0, 0, 0, 0x9d, 1, 0x2a, 0xa0, 0x0f, 0xb8, 0x0b]),
            file(b"VP8L", &[0x2f, 0x9f, 0xcf, 0xed, 0x02]),
        ];
        let heads = sizes.map(|bytes| head(&bytes));
        assert_eq!(heads, [Some(Head::Picture(Media::Webp, 4000, 3000)); 3]);
    }

    #[test]
    fn a_picture_of_an_iphone_is_known_with_its_largest_size() {
        let bytes = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe\0\0\0\0\0\0\x02\0\0\0\x02\0\0\0\0\x14ispe\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0";
        assert_eq!(head(bytes), Some(Head::Heic(Some((4032, 3024)))));
        // One that libheif wrote.
        let written = include_bytes!("../../tests/fixtures/bad/photo.heic");
        assert_eq!(head(written), Some(Head::Heic(Some((640, 480)))));
    }

    #[test]
    fn what_is_no_picture_has_no_head() {
        for bytes in [b"".as_slice(), b"GIF89a", b"{\"kind\":\"draft\"}", b"\xff\xd8\xff\xd9", b"RIFF\0\0\0\0WAVEfmt "]
        {
            assert_eq!(head(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn what_was_cut_off_anywhere_is_not_whole_and_more_after_the_end_does_no_harm() {
        for (whole, media) in [(jpeg_of(4, 3), Media::Jpeg), (png_of(4, 3), Media::Png)] {
            for cut in 0..whole.len() {
                assert!(!is_whole(&whole[..cut], media), "{media:?} cut at {cut}");
            }
            assert!(is_whole(&whole, media) && is_whole(&[whole, b"more".to_vec()].concat(), media));
        }
    }

    proptest! {
        #[test]
        fn noise_ends_quickly_and_without_harm(noise in proptest::collection::vec(any::<u8>(), 0..200), at in 0..3_usize) {
            let start: [&[u8]; 3] = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", b"RIFF\0\0\0\0WEBPVP8X"];
            let bytes = [start.get(at).copied().unwrap_or_default(), &noise].concat();
            let _ = (head(&bytes), [Media::Jpeg, Media::Png, Media::Webp].map(|media| is_whole(&bytes, media)));
        }
    }
}
