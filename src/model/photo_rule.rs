//! How a picture becomes a photo of a draft: what is refused, and to what it is shrunk. The rule stands here and in
//! docs/formats.md; the browser carries it out.

use super::photo::Media;
use super::photo_head::{Head, head, is_whole};

/// The longest side of a photo, in dots: a page of a ledger can be read at it.
const SIDES: [u32; 3] = [1600, 1200, 900];
/// How many bytes a photo should have at most: 20 of them fit into a mail of 8 MB.
pub const WANTED: usize = 300 * 1024;
/// The most bytes of a picture that is looked at. The largest telephones make 40 MB of 100 million dots.
pub const PICTURE: u64 = 64 << 20;
/// The most dots of a picture that is decoded. More are not drawn by old phones, and a small file may claim any number.
pub const DOTS: u64 = 100_000_000;
/// How much of a picture is looked at for its head: what stands before the size is at most some previews.
pub const HEAD: u64 = 1 << 20;

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
    /// A picture as iPhones store it, which this browser cannot read.
    Heic,
    /// The browser cannot decode it, or gives no canvas.
    Unreadable,
}

/// Looks at the head of a picture, as far as it was read, before the browser decodes it. Tells its kind; none is
/// an iPhone's, which some browsers read.
pub fn look(first: &[u8]) -> Result<Option<Media>, Refused> {
    if first.is_empty() {
        return Err(Refused::Empty);
    }
    let (media, size) = match head(first) {
        None => return Err(cut_off(first)),
        Some(Head::Picture(media, width, height)) => (Some(media), Some((width, height))),
        Some(Head::Heic(size)) => (None, size),
    };
    let (width, height) = size.unwrap_or((1, 1));
    let dots = u64::from(width) * u64::from(height);
    match dots {
        0 => Err(Refused::NotAPicture),
        dots if dots > DOTS => Err(Refused::TooManyDots(dots.div_ceil(1_000_000))),
        _ => Ok(media),
    }
}

/// What begins like a picture and has no size was cut off.
fn cut_off(first: &[u8]) -> Refused {
    let begins = [b"\xff\xd8\xff".as_slice(), b"\x89PNG", b"RIFF"];
    let webp = !first.starts_with(b"RIFF") || first.get(8..12).is_none_or(|kind| kind == b"WEBP");
    if webp && begins.iter().any(|begin| first.starts_with(begin)) { Refused::CutOff } else { Refused::NotAPicture }
}

/// Refuses a picture that was cut off.
pub fn whole(bytes: &[u8], media: Option<Media>) -> Result<(), Refused> {
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
    let sides = rest.map(|side| (side, 50));
    qualities.into_iter().chain(sides).map(move |(side, quality)| {
        let (width, height) = fitted(width, height, side);
        (width, height, quality)
    })
}

/// The size with a longest side of at most so many dots, in the same shape.
fn fitted(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width.max(1), height.max(1));
    }
    let shrink = |length: u32| {
        let shrunk = (u64::from(length) * u64::from(side) + u64::from(longest / 2)) / u64::from(longest.max(1));
        u32::try_from(shrunk).unwrap_or(side).max(1)
    };
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
        assert_eq!(attempts(1, 100_000).next(), Some((1, 1600, 80)));
    }

    #[test]
    fn each_kind_of_bad_picture_has_a_reason_of_its_own() {
        let png = |width: u32, height: u32| {
            [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
        };
        let told = [
            look(b""),
            look(b"hello"),
            look(b"\xff\xd8\xff\xe0\0\x10JFIF"),
            look(&png(20_000, 6_000)),
            look(&png(0, 5)),
            look(&png(10_000, 10_000)),
            look(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
            whole(&png(4, 3), Some(Media::Png)).map(|()| None),
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
        ];
        assert_eq!(told, expected);
    }

    proptest! {
        #[test]
        fn no_photo_is_enlarged_or_longer_than_1600(width in 1..200_000_u32, height in 1..200_000_u32) {
            for (w, h, quality) in attempts(width, height) {
                prop_assert!(w <= width && h <= height && w.max(h) <= 1600 && w.min(h) >= 1 && (50..=80).contains(&quality));
            }
        }
    }
}
