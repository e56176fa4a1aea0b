//! How a picture becomes a photo of a draft: what is refused, and to what it is shrunk. The rule stands here and in
//! docs/formats.md; the browser carries it out.

use crate::model::photos::header::{Head, Headless, begins, head, is_whole};
use crate::model::photos::photo;
use crate::model::photos::photo::{LARGEST, Media};

/// What a photo is shrunk to, in dots: the longer side to the first, at which a page of a ledger can be read, and never
/// so far that the shorter one has less than the second. A screenshot of a chat is read across its shorter side.
const SIDES: [(u32, u32); 3] = [(1600, 1080), (1200, 810), (900, 608)];
/// The longest side of a photo, in dots. Some browsers draw no longer one.
const MAX_SIDE: u32 = 30_000;
/// The shorter side of a long picture in dots below which its letters cannot be read.
const LEGIBLE: u32 = 480;
/// How many bytes a photo should have at most: 20 of them fit into a mail of 8 MB.
pub const WANTED: usize = 300 * 1024;
/// The most bytes of a picture that is looked at. The largest telephones make 40 MB of 100 million dots.
pub const PICTURE: u64 = 64 << 20;
/// The most dots of a picture that is decoded. More are not drawn by old phones, and a small file may claim any number.
pub const MAX_PIXELS: u64 = 100_000_000;
/// How many bytes are looked at before the rest is read.
pub const FIRST: u64 = 64;

/// Why a picture is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// It has no bytes.
    Empty,
    /// It has more than `PICTURE` bytes.
    TooLarge,
    /// It is no picture of a known kind.
    NotAPicture,
    /// It ends too early.
    CutOff,
    /// It has more dots than are decoded: how many million.
    TooManyDots(u64),
    /// It is so much longer than wide, or so full, that nothing could be read on what would be made of it.
    TooLong,
    /// A picture as iPhones store it, which this browser cannot read.
    Heic,
    /// The browser cannot decode it, or gives no canvas.
    Unreadable,
    /// The browser gives other dots than were drawn.
    Noise,
}

/// Looks at the first bytes of a picture, before the rest is read: whether it is one, and how many bytes it has.
pub fn glance(first: &[u8], bytes: u64) -> Result<(), Refused> {
    match bytes {
        0 => Err(Refused::Empty),
        _ if !begins(first) => Err(Refused::NotAPicture),
        bytes if bytes > PICTURE => Err(Refused::TooLarge),
        _ => Ok(()),
    }
}

/// Looks at all bytes of a picture before the browser decodes it. Tells its kind; none is an iPhone's, which some
/// browsers read.
pub fn inspect(bytes: &[u8]) -> Result<Option<Media>, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    let (media, (width, height)) = match head(bytes) {
        Err(Headless::CutOff) => return Err(Refused::CutOff),
        Err(Headless::NoPicture) => return Err(Refused::NotAPicture),
        Ok(Head::Picture(media, width, height)) => (Some(media), (width, height)),
        Ok(Head::Heic(size)) => (None, size.unwrap_or((1, 1))),
    };
    fits(width, height)?;
    whole(bytes, media)?;
    Ok(media)
}

/// Refuses a picture of a size in dots of which no photo is made.
pub fn fits(width: u32, height: u32) -> Result<(), Refused> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Refused::NotAPicture);
    }
    if pixels > MAX_PIXELS {
        return Err(Refused::TooManyDots(pixels.div_ceil(1_000_000)));
    }
    let legible = |(w, h, _): (u32, u32, u8)| (w, h) == (width, height) || w.min(h) >= LEGIBLE;
    if attempts(width, height).next().is_some_and(legible) { Ok(()) } else { Err(Refused::TooLong) }
}

/// Refuses a photo that was made and has more bytes than one may have.
pub fn made(bytes: usize) -> Result<(), Refused> {
    if u32::try_from(bytes).is_ok_and(|bytes| bytes <= LARGEST) { Ok(()) } else { Err(Refused::TooLong) }
}

/// Refuses a picture that was cut off.
fn whole(bytes: &[u8], media: Option<Media>) -> Result<(), Refused> {
    match media {
        Some(media) if !is_whole(bytes, media) => Err(Refused::CutOff),
        _ => Ok(()),
    }
}

/// What to try, one after the other, until the photo has at most `WANTED` bytes: width and height in dots, and the
/// quality of the JPEG in percent. Never enlarged. The last is taken in any case.
pub fn attempts(width: u32, height: u32) -> impl Iterator<Item = (u32, u32, u8)> {
    let [first, rest @ ..] = SIDES;
    let qualities = [80, 70, 60, 50].map(|quality| (first, quality));
    let sides = rest.map(|sides| (sides, 50));
    let mut before = None;
    qualities
        .into_iter()
        .chain(sides)
        .map(move |(sides, quality)| {
            let (width, height) = fitted(width, height, sides);
            (width, height, quality)
        })
        .filter(move |attempt| before.replace(*attempt) != Some(*attempt))
}

/// The size that these sides allow, longer and shorter, in the same shape and never larger than it is.
fn fitted(width: u32, height: u32, (longer, shorter): (u32, u32)) -> (u32, u32) {
    let (long, short) = (u64::from(width.max(height)).max(1), u64::from(width.min(height)).max(1));
    // A side may be rounded up, so a little less.
    let pixels = photo::MAX_PIXELS - u64::from(MAX_SIDE);
    let most = u64::from(longer).max(u64::from(shorter) * long / short);
    let to = most.min(long).min(MAX_SIDE.into()).min((pixels * long / short).isqrt());
    let shrink = |side: u32| u32::try_from((u64::from(side) * to + long / 2) / long).unwrap_or(MAX_SIDE).max(1);
    (shrink(width), shrink(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_picture_of_twelve_million_dots_is_tried_at_1600_then_coarser_then_smaller() {
        let tried: Vec<_> = attempts(4000, 3000).collect();
        let expected =
            [(1600, 1200, 80), (1600, 1200, 70), (1600, 1200, 60), (1600, 1200, 50), (1200, 900, 50), (900, 675, 50)];
        assert_eq!(tried, expected);
        assert_eq!(attempts(640, 480).next(), Some((640, 480, 80)));
        assert_eq!(attempts(640, 480).map(|attempt| attempt.2).collect::<Vec<_>>(), [80, 70, 60, 50]);
    }

    #[test]
    fn the_shorter_side_of_a_long_picture_decides_so_that_it_stays_legible() {
        let first = |width, height| attempts(width, height).next();
        assert_eq!(first(1080, 8000), Some((1080, 8000, 80)), "a chat as it is");
        assert_eq!(first(1440, 9000), Some((1080, 6750, 80)));
        assert_eq!(first(9000, 1440), Some((6750, 1080, 80)));
        assert_eq!(attempts(1080, 8000).last(), Some((608, 4503, 50)), "however many bytes it takes");
        assert_eq!(first(4000, 2250), Some((1920, 1080, 80)));
        assert_eq!(first(1080, 30_000).map(|attempt| attempt.0 > 700), Some(true), "as many dots as are read again");
    }

    #[test]
    fn what_could_not_be_read_any_more_is_refused_and_what_is_narrow_by_itself_is_not() {
        for (width, height) in [(1080, 60_000), (400, 30_000), (60_000, 1080), (1, 30_000), (12_000, 8_000)] {
            assert_eq!(fits(width, height), Ok(()), "{width} x {height}");
        }
        for (width, height) in [(1080, 80_000), (400, 40_000), (1, 100_000), (65_000, 700)] {
            assert_eq!(fits(width, height), Err(Refused::TooLong), "{width} x {height}");
        }
        assert_eq!((made(LARGEST as usize), made(LARGEST as usize + 1)), (Ok(()), Err(Refused::TooLong)));
    }

    #[test]
    fn each_kind_of_bad_picture_has_a_reason_of_its_own() {
        let png = |width: u32, height: u32, end: &[u8]| {
            let start = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice();
            [start, &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0, 1, 2, 3, 4], end].concat()
        };
        let end = b"\0\0\0\0IEND\xae\x42\x60\x82";
        let told = [
            inspect(b""),
            inspect(b"hello"),
            inspect(b"\xff\xd8\xff\xe0\0\x10JFIF"),
            inspect(&png(20_000, 6_000, end)),
            inspect(&png(0, 5, end)),
            inspect(&png(10_000, 10_000, end)),
            inspect(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
            inspect(&png(4, 3, b"")),
            inspect(&png(300, 90_000, end)),
        ];
        let expected = [
            Err(Refused::Empty),
            Err(Refused::NotAPicture),
            Err(Refused::CutOff),
            Err(Refused::TooManyDots(120)),
            Err(Refused::NotAPicture),
            Ok(Some(Media::Png)),
            Ok(None),
            Err(Refused::CutOff),
            Err(Refused::TooLong),
        ];
        assert_eq!(told, expected);
        let glances =
            [glance(b"", 0), glance(b"hello", PICTURE + 1), glance(b"\xff\xd8\xff", PICTURE + 1), glance(b"RIFF", 4)];
        assert_eq!(glances, [Err(Refused::Empty), Err(Refused::NotAPicture), Err(Refused::TooLarge), Ok(())]);
    }

    proptest! {
        #[test]
        fn no_photo_is_enlarged_or_larger_than_is_read_again(width in 1..200_000_u32, height in 1..200_000_u32) {
            for (w, h, quality) in attempts(width, height) {
                prop_assert!(w <= width && h <= height && w.max(h) <= MAX_SIDE && w.min(h) >= 1 && (50..=80).contains(&quality));
                prop_assert!(u64::from(w) * u64::from(h) <= photo::MAX_PIXELS);
                if fits(width, height).is_ok() {
                    prop_assert!(w.min(h) >= width.min(height).min(LEGIBLE));
                }
            }
        }
    }
}
