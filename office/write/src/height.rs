//! How high a row has to be: no program but Excel finds it, and Excel itself not for cells that reach over several. A
//! little more is reckoned than any of their fonts takes.

use crate::style::TEXT_SIZE;

/// The height of a line of text of the size of most, in points. Song and Noto, which stand in for 仿宋, are the highest.
const LINE: f64 = 16.5;
/// What is left free above and below, in points.
const PADDING: f64 = 3.0;
/// The highest that a row may be, in points.
pub(crate) const HIGHEST: f64 = 409.0;
/// What a Chinese sign and another one take, in hundredths of the sign that the width of a column is told in.
const WIDE: usize = 215;
const NARROW: usize = 112;
/// What the borders of a cell take.
const BORDERS: usize = 100;

/// How high a text in letters of so many points is in columns of this width, in points; the width in hundredths of the
/// sign that columns are told in.
pub(crate) fn height(text: &str, width: usize, size: u8) -> f64 {
    // Larger letters have less room.
    let room = width * usize::from(TEXT_SIZE) / usize::from(size.max(1));
    let lines = u32::try_from(lines(text, room)).unwrap_or(u32::MAX);
    f64::from(lines) * LINE * f64::from(size) / f64::from(TEXT_SIZE) + PADDING
}

/// Into how many lines it breaks: anywhere between Chinese signs, else between words, and in a word that is wider than
/// the column.
fn lines(text: &str, width: usize) -> usize {
    let room = width.saturating_sub(BORDERS).max(WIDE);
    text.split('\n').map(|line| wrapped(line, room)).sum()
}

fn wrapped(line: &str, room: usize) -> usize {
    let (mut lines, mut taken) = (1, 0);
    for word in words(line) {
        // A space behind a word may hang out.
        let of = |text: &str| text.chars().map(width).sum::<usize>();
        let (wide, seen) = (of(word), of(word.trim_end()));
        if taken + seen <= room {
            taken += wide;
        } else if seen <= room {
            lines += 1;
            taken = wide;
        } else {
            // It is broken in itself, a line more at worst.
            lines += usize::from(taken > 0) + seen.div_ceil(room) - 1;
            taken = wide % room;
        }
    }
    lines
}

/// What is not broken while there is room: a Chinese sign, or a word with the space behind it.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive(|sign: char| sign == ' ' || !sign.is_ascii()).flat_map(|part| {
        // A word that a Chinese sign ends is a word and a sign.
        let last = part.char_indices().next_back().filter(|(_, sign)| !sign.is_ascii());
        let (word, sign) = part.split_at(last.map_or(part.len(), |(at, _)| at));
        [word, sign].into_iter().filter(|part| !part.is_empty())
    })
}

fn width(sign: char) -> usize {
    if sign.is_ascii() { NARROW } else { WIDE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_and_words_between_them() {
        // Ten signs of room: four Chinese ones to a line.
        assert_eq!(lines("一二三四", 1000), 1);
        assert_eq!(lines("一二三四五", 1000), 2);
        assert_eq!(lines("one two six", 1000), 2);
        assert_eq!(lines("a\nb\n\nc", 1000), 4);
        assert_eq!(lines("", 1000), 1);
    }

    #[test]
    fn a_word_that_is_wider_than_its_column_is_broken() {
        assert_eq!(lines(&"x".repeat(24), 1000), 3);
        assert_eq!(lines("一 x", 0), 2, "a column has room for one sign");
    }

    #[test]
    fn a_line_more_is_a_line_higher() {
        assert!((height("a\nb", 1000, TEXT_SIZE) - height("a", 1000, TEXT_SIZE) - LINE).abs() < 0.01);
    }
}
