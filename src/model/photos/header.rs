//! What a picture says of itself before it is decoded: its kind and its size, and whether all of it is there. A few
//! bytes of a hostile file can claim any size, and decoding it would take the memory of the whole browser.

use crate::model::photos::jpeg;
use crate::model::photos::jpeg::Size;
use crate::model::photos::photo::Media;
use crate::model::photos::png;
use crate::model::photos::scan;

/// What stands in the first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// A picture of a kind that every browser reads, with its width and height in dots as they are stored.
    Picture(Media, u32, u32),
    /// A picture as iPhones store it (HEIC), which few browsers read, with its size where that is found.
    Heic(Option<(u32, u32)>),
}

/// Why there is no head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Headless {
    /// It is none of the known kinds, or nowhere says its size.
    NoPicture,
    /// It begins like a picture, and the bytes end before its size.
    CutOff,
}

/// The head of a picture, of which all bytes are given: what stands before its size may be as long as it likes.
pub fn head(bytes: &[u8]) -> Result<Head, Headless> {
    let Some(kind) = kind(bytes) else {
        return if is_heic(bytes) { Ok(Head::Heic(heic(bytes))) } else { Err(Headless::NoPicture) };
    };
    let size = match kind {
        Media::Jpeg => jpeg::size(bytes),
        Media::Png => png::size(bytes),
        Media::Webp => webp(bytes),
    };
    match size {
        Size::Is(width, height) => Ok(Head::Picture(kind, width, height)),
        Size::Later => Err(Headless::CutOff),
        Size::Nowhere => Err(Headless::NoPicture),
    }
}

/// Whether the first bytes, of which a dozen are enough, are those of a picture that is looked at.
pub fn begins(first: &[u8]) -> bool {
    kind(first).is_some() || is_heic(first)
}

fn kind(bytes: &[u8]) -> Option<Media> {
    // Of what was cut off within them, the first signs have to do.
    let starts =
        |characters: &[u8]| bytes.len() > 1 && bytes.iter().zip(characters).all(|(is, character)| is == character);
    if starts(b"\xff\xd8\xff") {
        Some(Media::Jpeg)
    } else if starts(png::SIGNS) {
        Some(Media::Png)
    } else {
        let webp = starts(b"RIFF") && bytes.get(8..12).is_none_or(|kind| kind == b"WEBP");
        webp.then_some(Media::Webp)
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A number whose lowest byte comes first, of up to four bytes.
fn turned(bytes: &[u8], at: usize, many: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(many)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// Width and height of each of the three kinds of WebP.
fn webp(bytes: &[u8]) -> Size {
    let size = match bytes.get(12..16) {
        Some(b"VP8X") => sides(bytes, 24, 27, 3).map(|(width, height)| (width + 1, height + 1)),
        Some(b"VP8L") => turned(bytes, 21, 4).map(|bits| ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)),
        Some(b"VP8 ") => sides(bytes, 26, 28, 2).map(|(width, height)| (width & 0x3fff, height & 0x3fff)),
        Some(_) => return Size::Nowhere,
        None => None,
    };
    size.map_or(Size::Later, |(width, height)| Size::Is(width, height))
}

fn sides(bytes: &[u8], width: usize, height: usize, many: usize) -> Option<(u32, u32)> {
    Some((turned(bytes, width, many)?, turned(bytes, height, many)?))
}

fn is_heic(bytes: &[u8]) -> bool {
    let brands = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp") && brands.iter().any(|brand| bytes.get(8..12) == Some(brand.as_slice()))
}

/// How much of an iPhone's picture is looked at for its size: what follows are its dots.
const FIRST: usize = 1 << 20;

/// The largest size that is named in the first part of the file: the picture itself is larger than its tiles.
fn heic(bytes: &[u8]) -> Option<(u32, u32)> {
    let first = bytes.get(..FIRST).unwrap_or(bytes);
    let names = first.windows(4).enumerate().filter(|(_, name)| *name == b"ispe");
    let sizes = names.filter_map(|(at, _)| Some((u32_at(bytes, at + 8)?, u32_at(bytes, at + 12)?)));
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// Whether a picture of this kind goes on to its end. Browsers draw the upper half of one that was cut off, and
/// say nothing. What some telephones add after the end does no harm, and the mark at the end may be missing.
pub fn is_whole(bytes: &[u8], media: Media) -> bool {
    match media {
        Media::Jpeg => scan::is_whole(bytes),
        Media::Png => png::is_whole(bytes),
        Media::Webp => {
            let end = turned(bytes, 4, 4).and_then(|length| usize::try_from(length).ok()?.checked_add(8));
            end.is_some_and(|end| end <= bytes.len())
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
        let mut bytes = png::SIGNS.to_vec();
        bytes.extend(part(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()));
        bytes.extend([part(b"IDAT", b"\x01\x02"), part(b"IEND", b"")].concat());
        bytes
    }

    fn part(name: &[u8], held: &[u8]) -> Vec<u8> {
        let long = u32::try_from(held.len()).expect("short").to_be_bytes();
        [&long, name, held, b"crc!"].concat()
    }

    const JPEGS: [&[u8]; 6] = [
        include_bytes!("../../../tests/fixtures/photos/one-pass.jpg"),
        include_bytes!("../../../tests/fixtures/photos/restarts.jpg"),
        include_bytes!("../../../tests/fixtures/photos/grey.jpg"),
        include_bytes!("../../../tests/fixtures/photos/four-colours.jpg"),
        include_bytes!("../../../tests/fixtures/photos/passes.jpg"),
        include_bytes!("../../../tests/fixtures/photos/grey-passes.jpg"),
    ];
    const PNG: &[u8] = include_bytes!("../../../tests/fixtures/photos/dots.png");

    /// A JPEG with this put before its first segment.
    fn before(jpeg: &[u8], put: &[u8]) -> Vec<u8> {
        [&jpeg[..2], put, &jpeg[2..]].concat()
    }

    #[test]
    fn the_size_is_read_from_the_frame_and_not_from_the_preview_before_it() {
        assert_eq!(head(&jpeg_of(4000, 3000)), Ok(Head::Picture(Media::Jpeg, 4000, 3000)));
        assert_eq!(head(&png_of(70_000, 5)), Ok(Head::Picture(Media::Png, 70_000, 5)));
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
        assert_eq!(heads, [Ok(Head::Picture(Media::Webp, 4000, 3000)); 3]);
    }

    #[test]
    fn a_picture_of_an_iphone_is_known_with_its_largest_size() {
        let bytes = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe\0\0\0\0\0\0\x02\0\0\0\x02\0\0\0\0\x14ispe\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0";
        assert_eq!(head(bytes), Ok(Head::Heic(Some((4032, 3024)))));
        // One that libheif wrote.
        let written = include_bytes!("../../../tests/fixtures/bad/photo.heic");
        assert_eq!(head(written), Ok(Head::Heic(Some((640, 480)))));
    }

    #[test]
    fn what_is_no_picture_has_no_head() {
        for bytes in [b"".as_slice(), b"GIF89a", b"{\"kind\":\"draft\"}", b"\xff\xd8\xff\xd9", b"RIFF\0\0\0\0WAVEfmt "]
        {
            assert_eq!(head(bytes), Err(Headless::NoPicture), "{bytes:?}");
        }
    }

    #[test]
    fn a_jpeg_is_whole_without_the_mark_at_its_end_and_not_without_a_byte_before_it() {
        for (at, whole) in JPEGS.into_iter().enumerate() {
            let all = whole.len() - 2;
            assert_eq!(whole[all..], [0xff, 0xd9]);
            assert!(is_whole(&[whole, b"more"].concat(), Media::Jpeg), "{at} with more after its end");
            assert!(is_whole(whole, Media::Jpeg) && is_whole(&whole[..all], Media::Jpeg), "{at}");
            assert!(is_whole(&whole[..=all], Media::Jpeg), "half of the mark");
            assert!(is_whole(&[&whole[..all], &[0; 100]].concat(), Media::Jpeg), "{at} with zeros");
            for cut in 0..all {
                assert!(!is_whole(&whole[..cut], Media::Jpeg), "{at} cut at {cut}");
            }
            let room = [&whole[..all / 2], &vec![0; 100_000]].concat();
            assert!(!is_whole(&room, Media::Jpeg), "{at}: room for the rest is not the rest");
        }
    }

    #[test]
    fn a_png_is_whole_without_its_last_part_and_not_without_a_byte_of_its_dots() {
        let all = PNG.len() - 16;
        assert!(is_whole(&[PNG, b"more"].concat(), Media::Png));
        assert!((all..=PNG.len()).all(|cut| is_whole(&PNG[..cut], Media::Png)));
        for cut in 0..all {
            assert!(!is_whole(&PNG[..cut], Media::Png), "cut at {cut}");
        }
        // In several parts, cut between two of them.
        let begin = PNG.windows(4).position(|name| name == b"IDAT").expect("dots") - 4;
        let pixels = &PNG[begin + 8..all];
        let (one, two) = (part(b"IDAT", &pixels[..50]), part(b"IDAT", &pixels[50..]));
        assert!(is_whole(&[&PNG[..begin], &one, &two].concat(), Media::Png));
        assert!(!is_whole(&[&PNG[..begin], &one].concat(), Media::Png));
        assert!(
            is_whole(&[&PNG[..begin], &part(b"IDAT", b"\x78\x9cno dots")].concat(), Media::Png),
            "damaged, not cut"
        );
    }

    #[test]
    fn whatever_stands_before_the_size_is_passed_over() {
        let segment = |kind: u8| [&[0xff, kind, 0xff, 0xff][..], &vec![0xd9; 0xfffd]].concat();
        let long: Vec<u8> = [0xe1, 0xe2, 0xfe, 0xef].map(segment).concat().repeat(20);
        let odd = [&[0xff; 700][..], &[0xff, 0x00], &[0; 5000], &[0xff, 0xe0, 0, 0], &[0xff, 0xec, 0, 2]].concat();
        for jpeg in JPEGS {
            for put in [&long, &odd] {
                let bytes = before(jpeg, put);
                assert_eq!(head(&bytes), Ok(Head::Picture(Media::Jpeg, 75, 50)));
                assert!(is_whole(&bytes, Media::Jpeg) && is_whole(&bytes[..bytes.len() - 2], Media::Jpeg));
                assert_eq!(head(&bytes[..put.len()]), Err(Headless::CutOff));
            }
        }
        let text = part(b"tEXt", &vec![7; 5 << 20]);
        for at in [8, 33] {
            let bytes = [&PNG[..at], &text, &PNG[at..]].concat();
            assert_eq!(head(&bytes), Ok(Head::Picture(Media::Png, 75, 50)));
            assert!(is_whole(&bytes, Media::Png) && is_whole(&bytes[..bytes.len() - 12], Media::Png));
        }
    }

    #[test]
    fn damage_in_the_middle_is_not_called_cut_off() {
        for jpeg in JPEGS {
            let mut bytes = jpeg[..jpeg.len() - 2].to_vec();
            let at = bytes.len() - 40;
            bytes[at..at + 4].copy_from_slice(&[0xff, 0xe5, 0xff, 0xff]);
            assert!(is_whole(&bytes, Media::Jpeg));
        }
        let mut bytes = PNG.to_vec();
        bytes[33] = 0x7f; // how long the next part is
        assert!(is_whole(&bytes, Media::Png));
        assert_eq!(head(b"\xff\xd8\xff\xda\0\x08"), Err(Headless::NoPicture));
        assert_eq!(head(b"RIFF\x20\0\0\0WEBPALPH"), Err(Headless::NoPicture));
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
